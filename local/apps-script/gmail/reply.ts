import type { MessageData } from '../../workspace/data.ts';
import { compose, type Outgoing } from '../../workspace/mail/compose.ts';
import { formatAddress, parseAddresses } from '../../workspace/mail/headers.ts';
import { contentOf, headerIn, isInline } from '../../workspace/mail/parse.ts';
import { escapeHtml } from '../../workspace/mail/text.ts';
import type { Run } from '../run.ts';
import { attempt, type GmailContext } from './context.ts';
import type { GmailDraft } from './draft.ts';
import { outgoing, type ScriptMessage } from './outgoing.ts';

/** Sends as the effective user. @throws ScriptError in Apps Script's words */
export function sendMessage(run: Run, message: ScriptMessage, threadId?: string): MessageData {
  return attempt(() => run.workspace.mail.send(run.effective, compose(message), { threadId, noReply: message.noReply }));
}

/** An answer to the sender (at their Reply-To), or also to everyone else the message went to. */
export function composeReply(run: Run, original: MessageData, to: 'sender' | 'all', body: string | undefined, options: Record<string, unknown>): ScriptMessage {
  const own = run.workspace.mail.ownAddresses(run.effective);
  const sender = parseAddresses(headerIn(original, 'Reply-To') || headerIn(original, 'From'));
  const others = (name: string) =>
    parseAddresses(headerIn(original, name)).filter(({ address }) => !own.includes(address) && !sender.some((each) => each.address === address));
  const toList = to === 'all' ? [...sender, ...others('To')] : sender;
  return outgoing(
    run,
    {
      to: toList.map(formatAddress).join(', '),
      ...(to === 'all' ? { cc: others('Cc').map(formatAddress).join(', ') } : {}),
      subject: prefixed('Re: ', headerIn(original, 'Subject')),
      text: body ?? '',
      ...answering(original),
    },
    options,
  );
}

/** The message with its text and attachments, for new readers. */
export function composeForward(run: Run, original: MessageData, recipient: string | undefined, options: Record<string, unknown>): ScriptMessage {
  const content = contentOf(original);
  const lines = ['From', 'Date', 'Subject', 'To', 'Cc'].map((name) => [name, headerIn(original, name)] as const).filter(([, value]) => value !== '');
  const head = ['---------- Forwarded message ---------', ...lines.map(([name, value]) => `${name}: ${value}`)];
  const base: Pick<Outgoing, 'to' | 'subject' | 'text'> & Partial<Outgoing> = {
    to: recipient ?? '',
    subject: prefixed('Fwd: ', headerIn(original, 'Subject')),
    text: `${head.join('\r\n')}\r\n\r\n${content.text}`,
    attachments: content.files.filter((part) => !isInline(part)).map((part) => ({ name: part.filename, contentType: part.mimeType, bytes: part.body })),
    ...answering(original),
  };
  const html = `${head.map((line) => `${escapeHtml(line)}<br>`).join('')}<br>${content.html}`;
  return outgoing(run, base, { ...(content.hasHtml ? { htmlBody: html } : {}), ...options });
}

/** An answer that waits as a draft. */
export function draftReply(
  context: GmailContext,
  original: MessageData,
  to: 'sender' | 'all',
  body: string | undefined,
  options: Record<string, unknown>,
): GmailDraft {
  context.requireToken();
  const raw = compose(composeReply(context.run, original, to, body, options));
  return context.draft(context.mailbox().createDraft(raw, original.threadId));
}

function prefixed(prefix: string, subject: string): string {
  return subject.toLowerCase().startsWith(prefix.trim().toLowerCase()) ? subject : prefix + subject;
}

function answering(original: MessageData): Pick<Outgoing, 'inReplyTo' | 'references'> {
  const id = headerIn(original, 'Message-ID');
  return { inReplyTo: id, references: `${headerIn(original, 'References')} ${id}`.trim() };
}
