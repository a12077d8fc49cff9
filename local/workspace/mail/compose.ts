import { createHash } from 'node:crypto';
import { base64Lines, encodeQuotedPrintable, encodeWords, isAscii } from './encoding.ts';
import { type Address, addressesForWire, fold, formatParameter, parseAddresses } from './headers.ts';

export interface Attachment {
  name: string;
  contentType: string;
  bytes: Buffer;
}

/** A message as a person or script writes it. Address fields are lists separated by commas. */
export interface Outgoing {
  from: Address;
  to: string;
  cc?: string;
  bcc?: string;
  replyTo?: string;
  subject: string;
  text: string;
  html?: string;
  attachments?: readonly Attachment[];
  /** Images by the `cid:` name the HTML uses. */
  inlineImages?: Readonly<Record<string, Attachment>>;
  /** Message-ID of what is answered, and the chain of those before it. */
  inReplyTo?: string;
  references?: string;
}

/** A body with the headers that describe it. */
interface Entity {
  headers: string[];
  body: string;
}

/** The whole message (binary string, CRLF), without Date and Message-ID, which the mailbox adds. */
export function compose(message: Outgoing): string {
  const images = Object.entries(message.inlineImages ?? {});
  let content = textEntity('plain', message.text);
  if (message.html !== undefined) {
    let html = textEntity('html', message.html);
    if (images.length > 0) html = multipart('related', [html, ...images.map(([id, image]) => fileEntity(image, id))]);
    content = multipart('alternative', [content, html]);
  }
  const files = message.attachments ?? [];
  if (files.length > 0) content = multipart('mixed', [content, ...files.map((file) => fileEntity(file))]);

  const address = (name: string, list: string | undefined) => (list?.trim() ? [fold(name, addressesForWire(parseAddresses(list)))] : []);
  const headers = [
    'MIME-Version: 1.0',
    ...(message.inReplyTo ? [fold('In-Reply-To', message.inReplyTo)] : []),
    ...(message.references ? [fold('References', message.references)] : []),
    ...address('Reply-To', message.replyTo),
    fold('Subject', encodeWords(message.subject)),
    fold('From', addressesForWire([message.from])),
    ...address('To', message.to),
    ...address('Cc', message.cc),
    ...address('Bcc', message.bcc),
  ];
  return `${[...headers, ...content.headers].join('\r\n')}\r\n\r\n${content.body}`;
}

function textEntity(kind: 'plain' | 'html', text: string): Entity {
  const lines = text.replace(/\r\n|\r|\n/g, '\r\n');
  // 998 is the longest line SMTP carries.
  const plain = isAscii(lines) && !lines.includes('\0') && lines.split('\r\n').every((line) => line.length <= 998);
  return {
    headers: [`Content-Type: text/${kind}; charset="UTF-8"`, ...(plain ? [] : ['Content-Transfer-Encoding: quoted-printable'])],
    body: plain ? lines : encodeQuotedPrintable(text),
  };
}

function fileEntity(file: Attachment, contentId?: string): Entity {
  const type = file.contentType.replace(/[\r\n]+/g, ' ');
  return {
    headers: [
      fold('Content-Type', `${type}${formatParameter('name', file.name)}`),
      fold('Content-Disposition', `${contentId === undefined ? 'attachment' : 'inline'}${formatParameter('filename', file.name)}`),
      'Content-Transfer-Encoding: base64',
      ...(contentId === undefined ? [] : [fold('Content-ID', `<${contentId}>`)]),
    ],
    body: base64Lines(file.bytes),
  };
}

function multipart(kind: 'alternative' | 'related' | 'mixed', parts: readonly Entity[]): Entity {
  const bodies = parts.map((part) => `${part.headers.join('\r\n')}\r\n\r\n${part.body}`);
  // Made from the content, so that it is not in it and a repeated run gives the same message.
  const boundary = `=_${createHash('sha256').update(bodies.join('\0')).digest('hex').slice(0, 28)}`;
  return {
    headers: [`Content-Type: multipart/${kind}; boundary="${boundary}"`],
    body: `${bodies.map((body) => `--${boundary}\r\n${body}\r\n`).join('')}--${boundary}--`,
  };
}
