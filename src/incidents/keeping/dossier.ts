import type { RecordedEvent } from '../../records/journal.ts';
import { fullName, type RollEntry } from '../../school/roll.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { CaseRow } from '../case.ts';
import type { Involvement } from '../concern.ts';
import { type CaseEvents, is } from '../events.ts';
import { messagesIn } from '../mail/evidence.ts';
import { messageRows, shownMessages } from '../mail/shown-message.ts';
import { outcomeTitle } from '../working/outcomes.ts';
import { ROLE_WORDS } from '../working/role-words.ts';
import { timelineOf, titlesOf } from '../working/timeline.ts';
import type { PersonInCase } from './chronology.ts';
import type { Named } from './names.ts';

/** A stretch of what is given out about somebody: what it is, and what was written. Both may name others. */
export interface Passage {
  at: string;
  what: string;
  said: string;
}

/** One case in what is given out. */
export interface DossierCase {
  reference: string;
  /** Our own words: they name nobody. */
  facts: [label: string, value: string][];
  passages: Passage[];
}

/** What happened in a case; who worked on it, and on which desk, concerns nobody else. */
const TOLD: readonly (keyof CaseEvents)[] = [
  'concern added to',
  'case note added',
  'case classified',
  'case people changed',
  'case step recorded',
  'case grid row chosen',
  'case task settled',
  'case decision recorded',
  'case information shared',
  'case file added',
  'case closed',
  'case addendum added',
  'case question asked',
  'case question answered',
];

/** Everything a case says, as it is given out. Texts are composed (NFC), so that marks in them keep their places. */
export function dossierCase({ row, role }: PersonInCase, history: readonly RecordedEvent[]): DossierCase {
  const raised = history.find((event) => is(event, 'concern raised'));
  const account = raised && is(raised, 'concern raised') ? storyIn(raised.payload, ukTime(raised.at)) : [];
  const later = timelineOf(
    history.filter(({ action }) => TOLD.includes(action as keyof CaseEvents)),
    () => '',
    () => false,
  );
  const passages = [...account, ...messagesToldIn(history), ...later.map(({ at, what, said }) => ({ at, what, said }))];
  return {
    reference: row.reference,
    facts: factsOf(row, ROLE_WORDS[role]),
    passages: passages.map(({ at, what, said }) => ({ at, what: what.normalize('NFC'), said: said.normalize('NFC') })),
  };
}

function factsOf(row: CaseRow, role: string): [string, string][] {
  const facts: [string, string][] = [
    ['Received', ukTime(row.received)],
    ['Happened', row.happened === null ? 'not said' : ukTime(row.happened)],
    ['Role', role],
    ['Types', titlesOf(row.types).join('; ')],
    ['Severity', row.severity],
    ['State', row.state],
    ['Outcome', outcomeTitle(row.outcome)],
  ];
  return facts.filter(([, value]) => value !== '');
}

function storyIn({ story, where, device, url, done }: CaseEvents['concern raised'], at: string): Passage[] {
  const told: [string, string][] = [
    ['What was said', story],
    ['Where', where],
    ['Device', device],
    ['Site or app', url],
    ['What had been done', done],
  ];
  return told.filter(([, said]) => said.trim() !== '').map(([what, said]) => ({ at, what, said }));
}

/** What is kept of its messages; why a rule flagged them is about the rules. */
function messagesToldIn(history: readonly RecordedEvent[]): Passage[] {
  const messages = messagesIn(history);
  return shownMessages(history).map((shown, index) => ({
    at: ukTime(messages[index]?.at ?? ''),
    what: 'Message',
    said: messageRows({ ...shown, reasons: [], scorer: '' })
      .map(([label, value]) => `${label}: ${value}`)
      .join('\n'),
  }));
}

/** Everybody a case ever named, under each name they had in it. */
export function everNamed(history: readonly RecordedEvent[]): Involvement[] {
  return history.flatMap((event) => (is(event, 'concern raised') || is(event, 'case people changed') ? event.payload.people : []));
}

/** Others whom a case's texts may name though they are not among its people: who reported it, who stood by, who was spoken to. */
export function besides(history: readonly RecordedEvent[]): Named[] {
  return history.flatMap((event): Named[] => {
    if (is(event, 'concern raised')) return [event.payload.reporter];
    if (is(event, 'concern added to') && event.payload.sentOn) return [event.payload.sentOn];
    if (is(event, 'case step recorded')) return [{ name: event.payload.witness, email: '' }];
    if (is(event, 'case decision recorded')) return [{ name: event.payload.spokeTo, email: '' }];
    return is(event, 'case closed') ? [event.payload.second] : [];
  });
}

/** Everybody whom the headers of a case's messages name. */
export function inHeaders(history: readonly RecordedEvent[]): Named[] {
  return messagesIn(history).flatMap(({ payload: { evidence } }) => [evidence.from, ...evidence.to, ...evidence.cc].map(headerName));
}

/** A name and an address as a header has them; an address without a name is called by what stands before its @. */
function headerName(spelt: string): Named {
  const [, name = '', inside = spelt] = /^(.*?)<([^<>]*)>/.exec(spelt) ?? [];
  const email = inside.trim().toLowerCase();
  return { name: name.trim() || (email.split('@')[0] ?? ''), email };
}

/** A line of the roll as texts may name it. */
export function namedOn(entry: RollEntry): Named {
  return { name: fullName(entry), email: entry.email };
}
