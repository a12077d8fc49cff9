import type { Evidence } from '../flag.ts';
import { hashOfWords } from '../flag.ts';
import type { Arrived, Reported } from './arrived.ts';
import { addressesIn, type Named } from './arrived-addresses.ts';
import { headersOf } from './arrived-headers.ts';
import { isUnproven } from './arrived-sender.ts';
import { automaticOf } from './automatic.ts';
import { contentOf, type Decode, oneLine } from './parts.ts';

type Message = GoogleAppsScript.Gmail.Schema.Message;

/** Says which of the console's settings made a copy: the set-up asks for it as a custom header of each. */
export const COPY_HEADER = 'X-Handrail-Copy';
const ORIGINAL_TO = 'X-Gm-Original-To';
/** Gmail's own, of what a filter of another mailbox forwards. */
const FORWARDED_TO = 'X-Forwarded-To';

/** An answer carries the mail that it answers, and sends nothing on. */
const ANSWER = /^\s*re\s*:/i;

/** Characters of a text that the scorer looks at: of a longer one its beginning and its end. */
const MOST_SCORED = 60_000;
const SCORED_END = 20_000;
/** Characters of a text that are kept as evidence. */
const MOST_KEPT = 20_000;
const LONGEST_SUBJECT = 998;
/** Recipients that the evidence names; the others are counted. */
const MOST_NAMED = 50;
const MOST_ANSWERED = 50;
const LONGEST_ID = 250;

export interface ArrivedContext {
  /** The safeguarding mailbox's own addresses, lower case. */
  ours: readonly string[];
  decode: Decode;
  /** The message inside a mail with which a person sent it on; null for any other mail. */
  reported: (subject: string, text: string) => Reported | null;
}

/**
 * Reads a message as Gmail gives it (`format=full`). Never throws for what a sender can have written: headers that are missing, repeated, forged or
 * broken, texts in any charset and of any length.
 */
export function arrivedFrom(message: Message, { ours, decode, reported }: ArrivedContext): Arrived {
  const header = headersOf(message);
  const content = contentOf(message.payload, decode);
  const senders = header.all('From').flatMap(addressesIn);
  const copied = addressesOf(header.all(ORIGINAL_TO));
  const to = addressesOf(header.all('To'));
  const cc = addressesOf(header.all('Cc'));
  const by = senders[0]?.address ?? '';
  const subject = oneLine(header.first('Subject')).slice(0, LONGEST_SUBJECT);
  const isToUs = [...to, ...cc, ...copied].some((address) => ours.includes(address));
  const forwarded = addressesOf(header.all(FORWARDED_TO)).some((address) => ours.includes(address));
  // A blind copy, or mail by an alias or a group: somebody meant the office, and nothing says that a machine made it.
  const isCopy = !isToUs && (forwarded || copied.length > 0 || header.first(COPY_HEADER) !== '');
  const automatic = automaticOf(message, header, by);
  const inside = isToUs && automatic === '' && !ANSWER.test(subject) ? reported(subject, content.text) : null;
  const text = inside?.text ?? content.text;
  const evidence: Evidence = {
    messageId: messageIdsIn(header.first('Message-ID'))[0] ?? '',
    gmailId: message.id ?? '',
    threadId: message.threadId ?? '',
    from: inside ? oneLine(inside.from) : senders.map(spelt).join(', ').slice(0, LONGEST_SUBJECT),
    to: inside ? inside.to : shortened(to),
    cc: inside ? [] : shortened(cc),
    date: inside ? inside.date : timeOf(header.first('Date')),
    received: timeOf(Number(message.internalDate ?? Number.NaN)),
    subject: inside ? oneLine(inside.subject) : subject,
    text: kept(text, content.isIncomplete, message.snippet ?? ''),
    textHash: '',
    attachments: content.attachments,
    // What Google found of a forwarded copy is about the mailbox that forwarded it.
    ...(!(isCopy && forwarded) &&
    isUnproven(
      header,
      senders.map(({ address }) => address),
    )
      ? { isUnproven: true }
      : {}),
  };
  const from = inside ? (addressesIn(inside.from)[0]?.address ?? '') : by;
  const others = addressesOf([...header.all('Sender'), ...header.all('Reply-To'), ...header.all('Bcc')]);
  const recipients = unique([...(inside ? inside.to : [...to, ...cc, ...copied])]).filter((address) => !ours.includes(address));
  return {
    evidence: { ...evidence, textHash: hashOfWords(evidence.text) },
    route: routeOf({ automatic, isToUs, isSentOn: inside !== null }),
    automatic,
    isCopy,
    copiedBy: isToUs ? '' : copiedBy([...header.all(COPY_HEADER), ...(forwarded ? ['words'] : [])]),
    from,
    to: recipients,
    by,
    remark: inside?.remark ?? '',
    text: scored(content.isIncomplete && text === '' ? (message.snippet ?? '') : text),
    answers: unique([...header.all('References'), ...header.all('In-Reply-To')].flatMap(messageIdsIn)).slice(-MOST_ANSWERED),
    addresses: unique([from, ...senders.map(({ address }) => address), ...to, ...cc, ...copied, ...others, ...recipients]).filter((each) => each !== ''),
    fingerprint: fingerprintOf(from, evidence.date, text),
    isSpam: (message.labelIds ?? []).includes('SPAM'),
  };
}

/**
 * A mail to the office itself is for somebody there, whatever else its headers claim; anything else came as a copy. Mail that was written by no
 * person is only scored.
 */
function routeOf({ automatic, isToUs, isSentOn }: { automatic: Arrived['automatic']; isToUs: boolean; isSentOn: boolean }): Arrived['route'] {
  if (automatic === 'ours') return null;
  if (!isToUs || automatic !== '') return 'rule';
  return isSentOn ? 'person' : 'written to us';
}

/** A sender may claim that it is a copy of all mail: one that says `words` as well was found by words, as what a filter forwards was. */
function copiedBy(values: readonly string[]): Arrived['copiedBy'] {
  const said = values.map((value) => value.trim().toLowerCase());
  return said.includes('words') ? 'words' : said.includes('journal') ? 'journal' : '';
}

/** The same for a message by whichever route it came: spacing and capitals of the address do not count. */
function fingerprintOf(from: string, date: string, text: string): string {
  return hashOfWords([from, date, text.replace(/\s+/g, ' ').trim().slice(0, MOST_KEPT)].join('\n'));
}

function kept(text: string, isIncomplete: boolean, snippet: string): string {
  const note = isIncomplete ? '\n[Gmail keeps a part of this text apart: it stands in the message itself.]' : '';
  const said = text === '' && isIncomplete ? snippet : text;
  if (said.length <= MOST_KEPT) return said + note;
  return `${whole(said.slice(0, MOST_KEPT))}\n[${said.length - MOST_KEPT} more characters stand in the message itself.]${note}`;
}

function scored(text: string): string {
  return text.length <= MOST_SCORED ? text : `${whole(text.slice(0, MOST_SCORED - SCORED_END))}\n\n${text.slice(-SCORED_END)}`;
}

/** Without half a letter at its end. */
function whole(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '');
}

function shortened(addresses: readonly string[]): string[] {
  return addresses.length <= MOST_NAMED ? [...addresses] : [...addresses.slice(0, MOST_NAMED), `and ${addresses.length - MOST_NAMED} more`];
}

function spelt({ name, address }: Named): string {
  const plain = oneLine(name);
  return plain === '' ? address : `${plain} <${address}>`;
}

function addressesOf(values: readonly string[]): string[] {
  return unique(values.flatMap(addressesIn).map(({ address }) => address));
}

function messageIdsIn(value: string): string[] {
  return (value.match(/<[^<>\s]+>/g) ?? []).filter((id) => id.length <= LONGEST_ID);
}

/** ISO 8601 in UTC; '' for what is no time, or none that a calendar has. */
function timeOf(claimed: string | number): string {
  const time = typeof claimed === 'number' ? claimed : Date.parse(claimed);
  return time >= 0 && time < 253_402_300_800_000 ? new Date(time).toISOString() : '';
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
