import type { Reported } from '../triage/arrived.ts';
import { BEGIN, END, LINE, MARK, SUBJECT } from './report-mail.ts';

/**
 * The message inside a mail that `reportMail` wrote, however mail programs broke its lines on the way. Who sent the mail vouches for it, and nobody
 * else: what stands in the block is a claim, and only a mail with our own subject is taken for one, so that a block which a sender wrote into a message
 * says nothing when somebody forwards that.
 * @returns null for any other mail
 */
export function parseReport(subject: string, text: string): Reported | null {
  if (!isOurSubject(subject)) return null;
  const lines = text.split(/\r\n?|\n/);
  const begin = lines.findIndex((line) => line.trim() === BEGIN);
  if (begin < 0) return null;
  const rest = lines.slice(begin + 1);
  const end = rest.findIndex((line) => line.trim() === END);
  const block = unbroken(end < 0 ? rest : rest.slice(0, end));
  const fieldOf = (name: string) =>
    block
      .find((line) => line.startsWith(`${MARK} ${name}:`))
      ?.slice(`${MARK} ${name}:`.length)
      .trim() ?? '';
  const written = block.filter((line) => line.startsWith(LINE)).map((line) => unmarked(line.slice(LINE.length).replace(/^ /, '')));
  const leftOut = unmarked(fieldOf('Left out'));
  return {
    remark: lines.slice(0, begin).join('\n').trim(),
    from: unmarked(fieldOf('From')),
    to: [],
    date: timeOf(fieldOf('Date')),
    subject: unmarked(fieldOf('Subject')),
    text: [...written, ...(leftOut === '' ? [] : [`[Left out: ${leftOut}]`])].join('\n').trim(),
  };
}

function isOurSubject(subject: string): boolean {
  return new RegExp(`^${SUBJECT} \\([0-9a-f]{6}\\)$`).test(subject.trim());
}

/** Lines as they were written: one that does not begin with our mark is the rest of the one before. */
function unbroken(lines: readonly string[]): string[] {
  const wholes: string[] = [];
  for (const line of lines) {
    const last = wholes.length - 1;
    if (/^¦[ >]|^¦$/.test(line) || last < 0) wholes.push(line);
    else if (line.trim() !== '') wholes[last] = `${wholes[last]} ${line.trim()}`;
  }
  return wholes;
}

function unmarked(text: string): string {
  return text.split(`${MARK}'`).join(MARK);
}

/** The moment in brackets, behind the words for people. */
function timeOf(date: string): string {
  const time = Date.parse(/\((\d{4}-[^()\s]+Z)\)/.exec(date)?.[1] ?? '');
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}
