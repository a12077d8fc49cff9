import type { Reported } from '../triage/arrived.ts';

/** How mail programs in English begin what they forward: Gmail, Apple Mail, Outlook and others. */
const BEGINS = /^(?:-{5,} ?(?:Forwarded message|Original Message) ?-{3,}|Begin forwarded message:|_{20,})$/i;
const FIELD = /^\*?(From|Sent|Date|Subject|To|Cc):\*? ?(.*)$/i;
const MOST_FIELDS = 12;

/**
 * The message inside a mail that somebody forwarded by hand: the first such block, which their own mail program wrote. Blocks further down are part of what
 * was forwarded. As with `parseReport` it is a claim, and whoever sent the mail vouches for it.
 * @returns null when nothing in it begins as forwarded mail does
 */
export function parseForwarded(text: string): Reported | null {
  const lines = text.split(/\r\n?|\n/);
  const begin = lines.findIndex((line) => BEGINS.test(line.trim()));
  if (begin < 0) return null;
  const fields: Record<string, string> = {};
  let at = begin + 1;
  let last = '';
  while (at < lines.length && at <= begin + MOST_FIELDS) {
    const line = (lines[at] ?? '').trim();
    const [, name = '', value = ''] = FIELD.exec(line) ?? [];
    // A blank line ends the fields; before them there may be one.
    if (line === '' && last !== '') break;
    if (name !== '') {
      last = name.toLowerCase();
      fields[last] = value.trim();
    } else if (line !== '' && last !== '') fields[last] = `${fields[last]} ${line}`;
    else if (line !== '') return null;
    at += 1;
  }
  if (fields['from'] === undefined) return null;
  return {
    remark: lines.slice(0, begin).join('\n').trim(),
    from: fields['from'],
    to: addressesIn(fields['to'] ?? ''),
    date: timeOf(fields['date'] ?? fields['sent'] ?? ''),
    subject: fields['subject'] ?? '',
    text: lines.slice(at).join('\n').trim(),
  };
}

function addressesIn(value: string): string[] {
  return [...new Set((value.match(/[^\s<>,;"]+@[^\s<>,;"]+/g) ?? []).map((address) => address.toLowerCase()))];
}

/** `Mon, 7 Sept 2026 at 09:00`, in the time of whoever forwarded it, which nobody says: the minute is not promised. */
function timeOf(date: string): string {
  const time = Date.parse(date.replace(/ at /, ' ').replace(/\bSept\b/, 'Sep'));
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}
