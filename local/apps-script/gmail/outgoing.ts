import { NotModelled } from '../../workspace/errors.ts';
import type { Attachment, Outgoing } from '../../workspace/mail/compose.ts';
import { isAddress, parseAddresses } from '../../workspace/mail/headers.ts';
import { htmlToText } from '../../workspace/mail/text.ts';
import { blobIn } from '../blob.ts';
import { mismatch, ScriptError } from '../errors.ts';
import type { Run } from '../run.ts';

/** docs/apps-script/guides/services/quotas.md, "Current limitations". */
const MOST_RECIPIENTS = 50;
const MOST_ATTACHMENTS = 250;
const LARGEST_BODY = 400 * 1024;
const LARGEST_ATTACHMENTS = 25 * 1024 * 1024;
/** docs/apps-script/reference/gmail/gmail-app.md, sendEmail. */
const LONGEST_SUBJECT = 250;

const COMMON_OPTIONS = ['attachments', 'bcc', 'cc', 'htmlBody', 'inlineImages', 'name', 'replyTo'] as const;
/** The options each method's documentation lists. */
export const SEND_OPTIONS: readonly string[] = [...COMMON_OPTIONS, 'from', 'noReply'];
export const DRAFT_OPTIONS: readonly string[] = [...COMMON_OPTIONS, 'from'];
export const REPLY_OPTIONS: readonly string[] = [...SEND_OPTIONS, 'subject'];
export const DRAFT_REPLY_OPTIONS: readonly string[] = [...DRAFT_OPTIONS, 'subject'];
export const MAIL_APP_OPTIONS: readonly string[] = [...COMMON_OPTIONS, 'noReply'];

export interface ScriptMessage extends Outgoing {
  noReply: boolean;
}

/** A message from the arguments of a script's call, checked against the limits. `method` is for the error. */
export function outgoing(run: Run, base: Pick<Outgoing, 'to' | 'subject' | 'text'> & Partial<Outgoing>, options: Record<string, unknown>): ScriptMessage {
  const text = (name: string) => optionalText(options[name], name);
  const name = text('name');
  const html = text('htmlBody');
  const cc = [base.cc, text('cc')].filter(Boolean).join(',');
  const bcc = text('bcc');
  const noReply = options['noReply'] === true;
  const replyTo = noReply ? undefined : text('replyTo');
  const from = run.workspace.mail.identity(fromAddress(run, text('from')));
  const message: ScriptMessage = {
    ...base,
    from: name ? { ...from, name } : from,
    cc,
    ...(bcc ? { bcc } : {}),
    ...(replyTo ? { replyTo } : {}),
    subject: text('subject') ?? base.subject,
    text: base.text === '' && html !== undefined ? htmlToText(html) : base.text,
    ...(html === undefined ? {} : { html }),
    attachments: [...(base.attachments ?? []), ...attachmentsFrom(options['attachments'])],
    inlineImages: imagesFrom(options['inlineImages']),
    noReply,
  };
  refuseTooMuch(message);
  return message;
}

/** The options object of a call. @throws for anything but an object, and NotModelled for a name that the documentation does not list */
export function optionsFrom(value: unknown, known: readonly string[], method: string): Record<string, unknown> {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) throw mismatch(method, [value]);
  for (const name of Object.keys(value)) {
    if (!known.includes(name) && (value as Record<string, unknown>)[name] !== undefined) throw new NotModelled(`${method} with the option ${name}`);
  }
  return value as Record<string, unknown>;
}

/** Text arguments: numbers and booleans become text and null is empty, as Apps Script converts them; the rest fits no signature. */
export function texts(method: string, args: readonly unknown[]): string[] {
  return args.map((value) => {
    if (value === null) return '';
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
    throw mismatch(method, args);
  });
}

function optionalText(value: unknown, name: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'object') throw new ScriptError(`Invalid argument: ${name}`);
  return String(value);
}

/** `from` must be one of the account's own addresses. */
function fromAddress(run: Run, from: string | undefined): string {
  const own = run.workspace.mail.ownAddresses(run.effective);
  if (from === undefined || from === '') return own[0] ?? run.effective;
  if (!own.includes(from.toLowerCase())) throw new ScriptError(`Invalid argument: ${from}`);
  return from;
}

function attachmentsFrom(value: unknown): Attachment[] {
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]).map((each) => fileFrom(each, 'attachments'));
}

function imagesFrom(value: unknown): Record<string, Attachment> {
  if (value === undefined || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([id, image]) => [id, fileFrom(image, 'inlineImages')]));
}

function fileFrom(value: unknown, option: string): Attachment {
  const blob = blobIn(value);
  if (!blob) throw new ScriptError(`Invalid argument: ${option}`);
  return { name: blob.$fileName ?? 'Untitled', contentType: blob.$contentType ?? 'application/octet-stream', bytes: blob.$bytes };
}

function refuseTooMuch(message: ScriptMessage): void {
  const addresses = [message.to, message.cc, message.bcc].flatMap((list) => parseAddresses(list ?? ''));
  for (const { address } of addresses) if (!isAddress(address)) throw new ScriptError(`Invalid email: ${address}`);
  if (new Set(addresses.map(({ address }) => address)).size > MOST_RECIPIENTS) throw new ScriptError('Limit exceeded: Email Recipients Per Message.');
  if (message.subject.length > LONGEST_SUBJECT) throw new ScriptError('Argument too large: subject');
  if (Buffer.byteLength(message.text) + Buffer.byteLength(message.html ?? '') > LARGEST_BODY) throw new ScriptError('Limit exceeded: Email Body Size.');
  const files = [...(message.attachments ?? []), ...Object.values(message.inlineImages ?? {})];
  if (files.length > MOST_ATTACHMENTS) throw new ScriptError('Limit exceeded: Email Attachments Per Message.');
  if (files.reduce((sum, file) => sum + file.bytes.length, 0) > LARGEST_ATTACHMENTS) throw new ScriptError('Limit exceeded: Email Total Attachments Size.');
}
