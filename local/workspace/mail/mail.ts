import type { MailboxData, MessageData } from '../data.ts';
import type { Workspace } from '../workspace.ts';
import { complete, dateForWire, withHeader, withoutHeader, withTrace } from './complete.ts';
import { compose } from './compose.ts';
import { MailError } from './errors.ts';
import { applyFilters } from './filters.ts';
import { type Address, addressesForWire, headerOf, isAddress, parseAddresses } from './headers.ts';
import { emptyMailbox, Mailbox } from './mailbox.ts';
import { headerIn, parseMessage } from './parse.ts';
import { type RoutedCopy, routedCopies } from './routing.ts';

/** support.google.com/mail/answer/6584 and guides/sending.md: what one message may weigh on the wire. */
const LARGEST_MESSAGE = 36_700_160;
/** Forwarding filters that point at each other end here. */
const MOST_FORWARDS = 3;
const POSTMASTER: Address = { name: 'Mail Delivery Subsystem', address: 'mailer-daemon@googlemail.com' };

/** The mail system: who has a mailbox, and how a message gets from one to another. */
export class Mail {
  constructor(private readonly workspace: Workspace) {}

  /** The mailbox of an address or alias, made when first asked for. People without an account have one too, so that the site can show what reaches them. */
  mailbox(email: string): Mailbox {
    const own = this.workspace.people.find(email)?.email ?? email.toLowerCase();
    const all = this.workspace.data.mailboxes;
    all[own] ??= emptyMailbox(own);
    return new Mailbox(this.workspace, all[own]);
  }

  /** The addresses an account may send from: its own first, then its aliases. */
  ownAddresses(email: string): string[] {
    const person = this.workspace.people.find(email);
    return person ? [person.email, ...person.aliases] : [email.toLowerCase()];
  }

  /** How an account signs its mail. */
  identity(email: string): Address {
    const person = this.workspace.people.find(email);
    return { name: person ? `${person.givenName} ${person.familyName}`.trim() : '', address: email.toLowerCase() };
  }

  /**
   * Sends a message as `email`: a copy under SENT, one to every recipient in To, Cc and Bcc, and a bounce for every address that is not there.
   * @param raw RFC 5322 as a binary string; Date, Message-ID and From are added or put right
   * @param options.threadId the sender's thread it should join, if its headers allow
   * @param options.noReply whether it comes from the domain's no-reply address
   * @throws MailError `no recipient`, `bad address`, `daily limit` or `too large`, with nothing sent
   */
  send(email: string, raw: string, options: { threadId?: string | undefined; noReply?: boolean } = {}): MessageData {
    const sender = this.mailbox(email);
    const whole = this.withSender(complete(raw, this.workspace), sender.email, options.noReply ?? false);
    const recipients = recipientsOf(whole);
    if (recipients.length === 0) throw new MailError('no recipient');
    if (whole.length > LARGEST_MESSAGE) throw new MailError('too large');
    if (!this.workspace.quotas.use(sender.email, 'mail recipients', recipients.length)) throw new MailError('daily limit');

    const threadId = options.threadId !== undefined && sender.mayJoin(whole, options.threadId) ? options.threadId : undefined;
    const sent = sender.add(whole, ['SENT'], { threadId });
    const travelling = withoutHeader(whole, 'Bcc');
    this.distribute(travelling, recipients, sender, sent);
    this.copySent(travelling, recipients, sender.email);
    return sent;
  }

  /** Sends a draft: the draft and its message go, and a new message with the label SENT takes their place. @throws MailError */
  sendDraft(email: string, draftId: string): MessageData {
    const mailbox = this.mailbox(email);
    const draft = mailbox.draft(draftId);
    const sent = this.send(email, draft.raw, { threadId: draft.threadId });
    mailbox.remove(draft);
    return sent;
  }

  /**
   * A message comes in from outside the local Workspace, for the addresses in its headers.
   * @param options.spam whether Google's own scanning takes it for spam; only a filter can then bring it to the inbox
   */
  receive(raw: string, options: { spam?: boolean } = {}): void {
    const whole = complete(raw, this.workspace);
    const travelling = withTrace(withoutHeader(whole, 'Bcc'), 'Authentication-Results', this.authenticationOf(whole));
    for (const address of this.expand(recipientsOf(whole))) {
      if (this.deliver(travelling, address, options.spam ?? false, 0)) this.copyReceived(travelling, address, 'inbound', options.spam ?? false);
    }
  }

  /** An address that filters may forward to: accepted at once in the school's domain, elsewhere `pending` until its owner agrees (guides/forwarding_settings.md). */
  addForwardingAddress(email: string, address: string): MailboxData['forwardingAddresses'][number] {
    const forwardingEmail = address.toLowerCase();
    const added = { forwardingEmail, verificationStatus: this.workspace.people.isInDomain(address) ? ('accepted' as const) : ('pending' as const) };
    this.mailbox(email).data.forwardingAddresses.push(added);
    return added;
  }

  /** A token that lets an add-on read the message that is open in Gmail, and the others of its thread (docs/workspace/add-ons/concepts/workspace-scopes.md). */
  currentMessageToken(email: string, messageId: string): string {
    return Buffer.from(JSON.stringify({ current: [this.mailbox(email).email, messageId] })).toString('base64url');
  }

  /** The account and message that a token is for, or undefined for a token that was never given out. */
  currentMessage(token: string): { email: string; messageId: string } | undefined {
    try {
      const [email, messageId] = (JSON.parse(Buffer.from(token, 'base64url').toString()) as { current: [string, string] }).current;
      return this.workspace.data.mailboxes[email]?.messages[messageId] ? { email, messageId } : undefined;
    } catch {
      return undefined;
    }
  }

  /**
   * What Gmail writes above a mail from outside (support.google.com/mail/answer/180707). Servers elsewhere are taken to be their domains' own; no
   * server elsewhere is the school's, so whoever writes from there in its name is found out.
   */
  private authenticationOf(raw: string): string {
    const address = parseAddresses(headerOf(parseMessage(raw).root.headers, 'From'))[0]?.address ?? '';
    const domain = address.slice(address.indexOf('@') + 1);
    const result = this.workspace.people.isInDomain(address) ? 'fail' : 'pass';
    return `mx.google.com; spf=${result} smtp.mailfrom=${address}; dmarc=${result} (p=NONE sp=NONE dis=NONE) header.from=${domain}`;
  }

  /** Gmail replaces a From that is not one of the account's own addresses. */
  private withSender(raw: string, email: string, noReply: boolean): string {
    const from = parseAddresses(headerOf(parseMessage(raw).root.headers, 'From'))[0];
    if (noReply) {
      return withHeader(raw, 'From', addressesForWire([{ name: from?.name ?? '', address: `noreply@${this.workspace.data.domain}` }]));
    }
    return from && this.ownAddresses(email).includes(from.address) ? raw : withHeader(raw, 'From', addressesForWire([this.identity(email)]));
  }

  private distribute(raw: string, recipients: readonly string[], sender: Mailbox, sent: MessageData): void {
    const own = this.ownAddresses(sender.email);
    for (const address of this.expand(recipients)) {
      if (own.includes(address)) {
        // One's own message through a group is not delivered again; addressed to oneself it is the sent message that comes in.
        if (recipients.includes(address)) this.takeIn(sender, sent);
      } else if (this.deliver(raw, address, false, 0)) this.copyReceived(raw, address, this.directionFrom(sender.email), false);
      else this.bounce(sender, sent, address);
    }
  }

  /** What the admin console's settings for the sender's unit copy: once a direction, however many it goes to. */
  private copySent(raw: string, recipients: readonly string[], email: string): void {
    for (const direction of ['internal sending', 'outbound'] as const) {
      const originalTo = recipients.find((address) => this.workspace.people.isInDomain(address) === (direction === 'internal sending'));
      if (originalTo !== undefined) this.deliverCopies(routedCopies(this.workspace, raw, { email, direction, originalTo }), false);
    }
  }

  private directionFrom(sender: string): 'inbound' | 'internal receiving' {
    return this.workspace.people.isInDomain(sender) ? 'internal receiving' : 'inbound';
  }

  private copyReceived(raw: string, address: string, direction: 'inbound' | 'internal receiving', spam: boolean): void {
    this.deliverCopies(routedCopies(this.workspace, raw, { email: address, direction, originalTo: address }), spam);
  }

  private deliverCopies(copies: readonly RoutedCopy[], spam: boolean): void {
    for (const { to, raw } of copies) this.deliver(raw, to, spam, 0);
  }

  /** Groups become their members, through groups inside them too; everyone once. */
  private expand(addresses: readonly string[], seen = new Set<string>()): string[] {
    const found: string[] = [];
    for (const address of addresses) {
      if (seen.has(address)) continue;
      seen.add(address);
      const group = this.workspace.data.groups[address];
      if (group)
        found.push(
          ...this.expand(
            group.members.map((member) => member.email),
            seen,
          ),
        );
      else found.push(address);
    }
    return found;
  }

  /** False when the address is at the school but nobody's. Addresses elsewhere that nobody here has are taken to be good. */
  private deliver(raw: string, address: string, spam: boolean, forwards: number): boolean {
    const person = this.workspace.people.find(address);
    if (!person || person.suspended) return !this.workspace.people.isInDomain(address) || address === `noreply@${this.workspace.data.domain}`;
    const received = withTrace(raw, 'Received', `by ${person.domain || 'mail'} with SMTP; ${dateForWire(this.workspace.clock.now())}`);
    const whole = withTrace(received, 'Delivered-To', person.email);
    const mailbox = this.mailbox(person.email);
    const incoming = {
      id: '',
      threadId: '',
      labelIds: [spam ? 'SPAM' : 'INBOX', 'UNREAD'],
      internalDate: this.workspace.clock.now(),
      historyId: 0,
      raw: whole,
    };
    const { labelIds, forward } = applyFilters(mailbox, incoming);
    mailbox.add(whole, labelIds);
    this.passOn(whole, forward, forwards);
    return true;
  }

  /** A message to oneself is one message: sent and received. */
  private takeIn(mailbox: Mailbox, sent: MessageData): void {
    const { labelIds, forward } = applyFilters(mailbox, { ...sent, labelIds: [...sent.labelIds, 'INBOX', 'UNREAD'] });
    mailbox.modify(sent, labelIds, []);
    this.passOn(sent.raw, forward, 0);
  }

  private passOn(raw: string, addresses: readonly string[], forwards: number): void {
    if (forwards >= MOST_FORWARDS) return;
    for (const address of addresses) this.deliver(withTrace(raw, 'X-Forwarded-To', address), address, false, forwards + 1);
  }

  private bounce(sender: Mailbox, sent: MessageData, address: string): void {
    const notice = compose({
      from: POSTMASTER,
      to: sender.email,
      subject: 'Delivery Status Notification (Failure)',
      text: `Your message to ${address} was not delivered: there is no such address.\n\nSubject: ${headerIn(sent, 'Subject')}\n`,
      inReplyTo: headerIn(sent, 'Message-ID'),
      references: headerIn(sent, 'Message-ID'),
    });
    this.deliver(withTrace(complete(notice, this.workspace), 'X-Failed-Recipients', address), sender.email, false, MOST_FORWARDS);
  }
}

/** The addresses in To, Cc and Bcc, each once. @throws MailError `bad address` */
function recipientsOf(raw: string): string[] {
  const { headers } = parseMessage(raw).root;
  const all = ['To', 'Cc', 'Bcc'].flatMap((name) => parseAddresses(headerOf(headers, name)));
  for (const { address } of all) if (!isAddress(address)) throw new MailError('bad address', address);
  return [...new Set(all.map(({ address }) => address))];
}
