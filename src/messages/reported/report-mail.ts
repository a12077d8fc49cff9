import { canonical } from '../../records/canonical.ts';
import { hashOf } from '../../records/hash.ts';
import { ukTime } from '../../school/uk-time.ts';

/** A message as the card reads it, of which nothing but this is sent on. Its date is ISO 8601, UTC, or ''. */
export interface OpenMessage {
  from: string;
  date: string;
  subject: string;
  text: string;
}

/** The mark with which each line of the block begins. In what the sender wrote it never stands like that: see `marked`. */
export const MARK = '¦';
export const BEGIN = `${MARK}${MARK} The message is below. You can add your words above. ${MARK}${MARK}`;
export const END = `${MARK}${MARK} End of the message. ${MARK}${MARK}`;
export const SUBJECT = 'Message sent on with Handrail';
/** What stands before each line of the text. */
export const LINE = `${MARK}>`;

/** Characters of the text that are sent on: the message itself stays where it is. */
export const MOST_TEXT = 12_000;
const MOST_FIELD = 500;

/**
 * The mail with which a person sends a message on to the safeguarding team (C2): who sent it, when, about what, and its text; never what hangs on it. Its
 * subject says nothing of the message and is the same for the same message.
 */
export function reportMail(message: OpenMessage): { subject: string; body: string } {
  const text = message.text.replace(/\r\n?/g, '\n').replace(/\s+$/, '');
  const kept = whole(text.slice(0, MOST_TEXT));
  const left = text.length - kept.length;
  const lines = [
    '',
    '',
    BEGIN,
    field('From', message.from),
    field('Date', message.date === '' ? '' : `${ukTime(message.date)} (${message.date})`),
    field('Subject', message.subject),
    ...(left > 0 ? [field('Left out', `${left} characters; they stand in the message itself`)] : []),
    field('Text', ''),
    ...kept.split('\n').map((line) => `${LINE} ${marked(line)}`.trimEnd()),
    END,
    '',
  ];
  return { subject: `${SUBJECT} (${hashOf(canonical([message.from, message.date, message.subject, text])).slice(0, 6)})`, body: lines.join('\n') };
}

function field(name: string, value: string): string {
  return `${MARK} ${name}: ${marked(value.replace(/\s+/g, ' ').trim().slice(0, MOST_FIELD))}`.trimEnd();
}

/** What a sender wrote, so that no line of it can pass for one of ours, wherever a mail program breaks it. Control characters go: no mail carries them. */
function marked(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\ufeff]/gu, ' ')
    .split(MARK)
    .join(`${MARK}'`);
}

/** Without half a letter at its end. */
function whole(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '');
}
