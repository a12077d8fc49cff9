import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { mboxReader } from 'mbox-reader';
import PostalMime, { type Address, type Email } from 'postal-mime';
import type { ExportedMessage, Unreadable } from './exported.ts';

/** Gmail takes no larger one. Bytes, with room for what encoding adds. */
const LARGEST_MAIL = 40 * 1024 * 1024;

/** Reads an mbox as Vault and Takeout export it, also one packed with gzip, mail by mail. */
export async function* readMbox(path: string): AsyncGenerator<ExportedMessage | Unreadable> {
  let number = 0;
  try {
    for await (const { content } of mboxReader(createReadStream(path), { gz: path.toLowerCase().endsWith('.gz') })) {
      number += 1;
      yield await readMail(content, `${basename(path)}#${number}`);
    }
  } catch (error) {
    yield { id: `${basename(path)}#${number + 1}`, unreadable: `the file breaks off here: ${(error as Error).message}` };
  }
}

export async function* readEml(path: string): AsyncGenerator<ExportedMessage | Unreadable> {
  yield await readMail(await readFile(path), basename(path));
}

/** One mail, whatever state it is in: what can be read of it is read, and what cannot is told. Attachments are not looked at. */
async function readMail(bytes: Uint8Array, place: string): Promise<ExportedMessage | Unreadable> {
  if (bytes.length === 0) return { id: place, unreadable: 'it is empty' };
  if (bytes.length > LARGEST_MAIL) return { id: place, unreadable: `it is larger than any mail Gmail takes (${Math.round(bytes.length / 1024 / 1024)} MB)` };
  let mail: Email;
  try {
    mail = await PostalMime.parse(bytes);
  } catch (error) {
    return { id: place, unreadable: `its parts cannot be told apart: ${(error as Error).message}` };
  }
  const text = mail.text?.trim() ? mail.text : (mail.html ?? '');
  const subject = mail.subject ?? '';
  if (mail.headers.length === 0 || (text.trim() === '' && subject.trim() === '' && mail.attachments.length === 0)) {
    return { id: place, unreadable: 'there is no mail in it' };
  }
  const to = [...(mail.to ?? []), ...(mail.cc ?? [])].flatMap(addressesOf);
  const date = new Date(mail.date ?? '');
  return {
    ...{ id: mail.messageId || place, from: mail.from ? (addressesOf(mail.from)[0] ?? '') : '', to, visible: to.length, subject, text },
    isHtml: text !== '' && text === mail.html,
    sentAt: Number.isNaN(date.getTime()) ? '' : date.toISOString(),
    trouble: troubleIn(bytes, text, mail),
  };
}

function addressesOf(address: Address): string[] {
  const mailboxes = 'group' in address && address.group ? address.group : [address];
  return mailboxes.map((each) => (each.address ?? '').toLowerCase()).filter((each) => each !== '');
}

function troubleIn(bytes: Uint8Array, text: string, { attachments }: Email): string {
  const unknown = charsetsIn(bytes).filter((charset) => !isKnown(charset));
  if (unknown.length > 0) return `its letters are in “${unknown.join('”, “')}”, which is not known here: they were read as Western ones`;
  if (text.trim() !== '') return '';
  return attachments.length > 0 ? 'it has attachments and no text: nobody has looked at those' : 'it has a subject and no text';
}

/** Charsets that its parts claim, out of the first megabyte: further on there are attachments. */
function charsetsIn(bytes: Uint8Array): string[] {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024 * 1024)).toString('latin1');
  const claimed = [...head.matchAll(/^content-type:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*?charset="?([^"\s;]+)/gim)].map(([, charset = '']) => charset);
  return [...new Set(claimed)];
}

function isKnown(charset: string): boolean {
  try {
    return new TextDecoder(charset) !== null;
  } catch {
    return false;
  }
}
