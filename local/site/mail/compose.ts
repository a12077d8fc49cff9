import { html } from 'hono/html';
import type { MessageData } from '../../workspace/data.ts';
import { compose, type Outgoing } from '../../workspace/mail/compose.ts';
import { MailError } from '../../workspace/mail/errors.ts';
import { formatAddress, parseAddresses } from '../../workspace/mail/headers.ts';
import { contentOf, headerIn } from '../../workspace/mail/parse.ts';
import type { PageReply } from '../page-reply.ts';
import { FIT_FRAMES, messageBody } from './body.ts';
import type { Desk } from './desk.ts';
import { frame } from './list.ts';
import { missing } from './thread.ts';

/** What stands in the fields of the writing page. */
interface Letter {
  to: string;
  cc: string;
  bcc: string;
  subject: string;
  body: string;
  /** The draft that is being written on, and the message that is answered. */
  draft: string;
  reply: string;
}

/** A new message, an answer (`reply`, `all`) or a draft (`draft`). */
export function composePage(desk: Desk): PageReply {
  const { query, mailbox } = desk;
  const draftId = query.get('draft');
  if (draftId !== null) {
    const message = draftMessage(desk, draftId);
    if (!message) return missing(desk);
    const { hasHtml, files, text } = contentOf(message);
    if (hasHtml || files.length > 0) return finishedDraft(desk, draftId, message);
    const header = (name: string) => headerIn(message, name);
    return writing(desk, { to: header('To'), cc: header('Cc'), bcc: header('Bcc'), subject: header('Subject'), body: text, draft: draftId, reply: '' });
  }
  const answered = mailbox.message(query.get('reply') ?? '');
  return writing(
    desk,
    answered
      ? answerTo(desk, answered)
      : { to: query.get('to') ?? '', cc: '', bcc: '', subject: query.get('subject') ?? '', body: query.get('body') ?? '', draft: '', reply: '' },
  );
}

/** Sends, keeps as a draft or throws away what was written. What cannot be sent stays on the page with the reason. */
export function takeLetter(desk: Desk): PageReply {
  const { fields, mailbox, workspace } = desk;
  const field = (name: keyof Letter) => fields.get(name) ?? '';
  const letter: Letter = {
    to: field('to'),
    cc: field('cc'),
    bcc: field('bcc'),
    subject: field('subject'),
    body: field('body'),
    draft: field('draft'),
    reply: field('reply'),
  };
  const draft = letter.draft === '' ? undefined : draftMessage(desk, letter.draft);
  if (letter.draft !== '' && !draft) return missing(desk);
  const go = (location: string): PageReply => ({ status: 303, location, title: '', main: html`` });
  const action = fields.get('do');
  if (action === 'discard') {
    if (draft) mailbox.remove(draft);
    return go('/mail?in=drafts');
  }
  if (action === 'send-as-it-is') {
    try {
      workspace.mail.sendDraft(mailbox.email, letter.draft);
    } catch (error) {
      return draft ? finishedDraft(desk, letter.draft, draft, problemIn(error)) : missing(desk);
    }
    return go('/mail?in=sent');
  }
  const answered = mailbox.message(letter.reply);
  const raw = compose(outgoingFrom(desk, letter, answered ?? draft));
  const threadId = answered?.threadId ?? draft?.threadId;
  if (action === 'save') {
    const id = letter.draft === '' ? mailbox.createDraft(raw, threadId) : letter.draft;
    if (letter.draft !== '') mailbox.updateDraft(id, raw, threadId);
    return go('/mail?in=drafts');
  }
  try {
    workspace.mail.send(mailbox.email, raw, { threadId });
  } catch (error) {
    return writing(desk, letter, problemIn(error));
  }
  if (draft) mailbox.remove(draft);
  return go(answered ? `/mail/thread/${answered.threadId}` : '/mail?in=sent');
}

function draftMessage({ mailbox }: Desk, id: string): MessageData | undefined {
  return mailbox.message(mailbox.data.drafts[id] ?? '');
}

function answerTo({ query, mailbox, workspace }: Desk, message: MessageData): Letter {
  const own = workspace.mail.ownAddresses(mailbox.email);
  const list = (name: string) => parseAddresses(headerIn(message, name)).filter(({ address }) => !own.includes(address));
  const sender = parseAddresses(headerIn(message, 'Reply-To') || headerIn(message, 'From'));
  // An answer to one's own message goes to whom that went.
  const fromMe = sender.some(({ address }) => own.includes(address));
  const to = fromMe
    ? list('To')
    : query.get('all')
      ? [...sender, ...list('To').filter(({ address }) => !sender.some((each) => each.address === address))]
      : sender;
  const subject = headerIn(message, 'Subject');
  return {
    to: to.map(formatAddress).join(', '),
    cc: query.get('all') ? list('Cc').map(formatAddress).join(', ') : '',
    bcc: '',
    subject: /^re:/i.test(subject) ? subject : `Re: ${subject}`,
    body: '',
    draft: '',
    reply: message.id,
  };
}

/** @param answered what the letter answers: the message itself, or a draft of the answer, whose references stay */
function outgoingFrom({ workspace, mailbox }: Desk, letter: Letter, answered: MessageData | undefined): Outgoing {
  const base: Outgoing = {
    from: workspace.mail.identity(mailbox.email),
    to: letter.to,
    cc: letter.cc,
    bcc: letter.bcc,
    subject: letter.subject,
    text: letter.body,
  };
  if (!answered) return base;
  if (answered.labelIds.includes('DRAFT')) return { ...base, inReplyTo: headerIn(answered, 'In-Reply-To'), references: headerIn(answered, 'References') };
  const id = headerIn(answered, 'Message-ID');
  return { ...base, inReplyTo: id, references: `${headerIn(answered, 'References')} ${id}`.trim() };
}

function problemIn(error: unknown): string {
  if (!(error instanceof MailError)) throw error;
  switch (error.problem) {
    case 'no recipient':
      return 'Enter at least one address to send to.';
    case 'bad address':
      return `“${error.subject}” is not an e-mail address.`;
    case 'daily limit':
      return 'You have reached the day’s limit for sending mail.';
    case 'too large':
      return 'The message is too large.';
    case 'label exists':
    case 'not found':
      return 'The draft is not there any more.';
  }
}

function writing(desk: Desk, letter: Letter, problem?: string): PageReply {
  const line = (name: 'to' | 'cc' | 'bcc' | 'subject', label: string) =>
    html`<label for="${name}">${label}</label><input id="${name}" name="${name}" value="${letter[name]}"${problem && name === 'to' ? html` aria-invalid="true" aria-describedby="problem"` : ''}>`;
  return frame(desk, letter.reply ? 'Reply' : 'New message', {
    status: problem ? 422 : 200,
    current: '',
    main: html`<h1>${letter.reply ? 'Reply' : 'New message'}</h1>
${problem ? html`<p id="problem" class="problem" role="alert">${problem}</p>` : ''}
<form class="mail-write" method="post" action="/mail/compose">
<input type="hidden" name="draft" value="${letter.draft}"><input type="hidden" name="reply" value="${letter.reply}">
${line('to', 'To (addresses with commas between them)')}
${line('cc', 'Cc')}
${line('bcc', 'Bcc')}
${line('subject', 'Subject')}
<label for="body">Message</label><textarea id="body" name="body" rows="12">${letter.body}</textarea>
<div class="row"><button name="do" value="send">Send</button><button class="plain" name="do" value="save">Save as draft</button>${
      letter.draft ? html`<button class="plain" name="do" value="discard">Delete draft</button>` : ''
    }</div>
</form>`,
  });
}

/** A draft with HTML or files, written by a script: shown as it will go out, to be sent or deleted. */
function finishedDraft(desk: Desk, id: string, message: MessageData, problem?: string): PageReply {
  const line = (name: string) => html`<p class="quiet">${name}: ${headerIn(message, name) || '–'}</p>`;
  return frame(desk, 'Draft', {
    status: problem ? 422 : 200,
    current: 'drafts',
    main: html`<h1>Draft: ${headerIn(message, 'Subject') || '(no subject)'}</h1>
${problem ? html`<p class="problem" role="alert">${problem}</p>` : ''}
<article class="mail-message"><header>${line('To')}${line('Cc')}${line('Bcc')}</header>${messageBody(message)}</article>
<form method="post" action="/mail/compose" class="row"><input type="hidden" name="draft" value="${id}">
<button name="do" value="send-as-it-is">Send</button><button class="plain" name="do" value="discard">Delete draft</button></form>
${FIT_FRAMES}`,
  });
}
