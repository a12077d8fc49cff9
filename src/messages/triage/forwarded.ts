import type { Reported } from './arrived.ts';
import { addressesIn } from './arrived-addresses.ts';

/** How mail programs begin a message that somebody forwards. */
const MARK = /^[ \t>]*(?:-{2,}[ \t]*(?:forwarded message|original message|forwarded by\b[^\n]*)[ \t]*-*|begin forwarded message:)[ \t]*$/im;
const FIELD = /^[ \t>*]*(from|sent|date|to|cc|subject)\*?:[ \t]*(.*)$/i;
/** Lines that the fields of a forwarded message may take: of many recipients each may have its own. */
const MOST_LINES = 60;

/**
 * The message inside a mail with which a person sends it on by hand. What the block of fields does not say stays ''. A time without its zone says
 * nothing certain, and is left out.
 * @returns null when the mail does not say that it forwards anything, or nothing like a forwarded message is in it
 */
export function forwardedIn(subject: string, text: string): Reported | null {
  const mark = MARK.exec(text);
  if (mark === null || (!/^\s*(?:fwd?|fw)\s*:/i.test(subject) && !/forwarded/i.test(mark[0]))) return null;
  const lines = withoutQuoting(text.slice(mark.index + mark[0].length).split(/\r\n?|\n/));
  const fields: Record<string, string> = {};
  let last = '';
  let at = 0;
  for (; at < lines.length && at < MOST_LINES; at += 1) {
    const line = lines[at] ?? '';
    const field = FIELD.exec(line);
    if (field) {
      last = (field[1] ?? '').toLowerCase();
      fields[last] ??= field[2] ?? '';
    } else if (line.trim() === '' && last !== '') break;
    else if (last !== '' && line.trim() !== '') fields[last] = `${fields[last]} ${line.trim()}`;
    else if (line.trim() !== '') return null;
  }
  if (!fields['from']) return null;
  return {
    remark: text.slice(0, mark.index).trim(),
    from: fields['from'],
    to: [...new Set([fields['to'] ?? '', fields['cc'] ?? ''].flatMap(addressesIn).map(({ address }) => address))],
    date: timeIn(fields['date'] ?? fields['sent'] ?? ''),
    subject: fields['subject'] ?? '',
    text: lines.slice(at).join('\n').trim(),
  };
}

/** Some programs quote what they forward: to whoever sends it on it is the message itself. */
function withoutQuoting(lines: readonly string[]): readonly string[] {
  const said = lines.filter((line) => line.trim() !== '');
  return said.every((line) => line.startsWith('>')) ? lines.map((line) => line.replace(/^> ?/, '')) : lines;
}

function timeIn(said: string): string {
  const time = /(?:[+-]\d{4}|\bGMT|\bUTC)\)?$/.test(said.trim()) ? Date.parse(said) : Number.NaN;
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}
