import type { RecordedEvent } from '../../records/journal.ts';
import { ukTime } from '../../school/uk-time.ts';
import { LANES } from '../concern.ts';
import { type CaseEvents, is } from '../events.ts';
import { AGENCIES } from '../tasks/agencies.ts';
import { typesIn } from '../types.ts';
import type { TimelineEntry } from './case-file.ts';
import { stepWords } from './case-protocols.ts';
import { outcomeTitle } from './outcomes.ts';
import { ROLE_WORDS } from './role-words.ts';

type NameOf = (email: string) => string;
/** What was done in one line, and what was written. */
type Words = readonly [what: string, said?: string];
type WordsOf = { [Action in keyof CaseEvents]: (payload: CaseEvents[Action], nameOf: NameOf, taskOf: (id: string) => string) => Words };

/**
 * Every event of a case in plain words, oldest first. A link to a case that the visitor may not read is none of them: it may name them.
 * @param mayRead whether they may read the case with that reference; links are left out where nothing says so
 */
export function timelineOf(history: readonly RecordedEvent[], nameOf: NameOf, mayRead: (reference: string) => boolean = () => false): TimelineEntry[] {
  const tasks = new Map(history.flatMap((event) => (is(event, 'case tasks changed') ? event.payload.given.map(({ id, what }) => [id, what] as const) : [])));
  return history.flatMap((event) => {
    const wordsFor = WORDS[event.action as keyof CaseEvents] as WordsOf[keyof CaseEvents] | undefined;
    if (!wordsFor || event.payload === null || (is(event, 'case linked') && !mayRead(event.payload.to))) return [];
    const [what, said = ''] = wordsFor(event.payload as never, nameOf, (id) => tasks.get(id) ?? id);
    return [{ at: ukTime(event.at), who: nameOf(event.actor), what, said }];
  });
}

const onDesk = (where: string) => (where === 'desk' ? ' on the desk' : '');
const lines = (...parts: readonly string[]) => parts.filter((part) => part.trim() !== '').join('\n');
const labelled = (label: string, text: string) => (text.trim() === '' ? '' : `${label}: ${text}`);

const WORDS: WordsOf = {
  'concern raised': () => ['Concern raised'],
  'concern added to': ({ text, files, message, sentOn }) => [furtherWords(message, sentOn?.name), lines(text, ...files.map(({ name }) => `File: ${name}`))],
  'case opened': () => ['Opened by those who have it'],
  'case state changed': ({ to, where }) => [`State set to ${to}${onDesk(where)}`],
  'case owner changed': ({ to, where }, nameOf) => [to === '' ? `No owner any more${onDesk(where)}` : `Owner is now ${nameOf(to)}`],
  'case note added': ({ text, where }) => [`Note${onDesk(where)}`, text],
  'case classified': ({ types, severity, proposed, why }) => [
    `Classified: ${titlesOf(types).join('; ')}. Severity ${severity}${severity === proposed ? '' : ` (the rules propose ${proposed})`}`,
    why,
  ],
  'case people changed': ({ people, why }) => [
    'People changed',
    lines(why, people.length === 0 ? 'Nobody is named now.' : `Named now: ${people.map(({ name, role }) => `${name} (${ROLE_WORDS[role]})`).join(', ')}`),
  ],
  'case step recorded': ({ protocol, step, answer, note, witness, at }) => {
    const [what, answered] = stepWords(protocol, step, answer);
    return [what, lines(answered, note, labelled('Witness', witness), `Done ${ukTime(at)}`)];
  },
  'case grid row chosen': ({ incident, actions }) => [`Grid row chosen: ${incident}`, actions.map(({ what, mark }) => `${what} ${mark}`).join('\n')],
  'case tasks changed': ({ given, withdrawn }, _, taskOf) => [
    given.length > 0 ? 'To do' : 'No longer asked for',
    lines(...given.map(({ what }) => what), ...withdrawn.map(({ id, why }) => `${given.length > 0 ? 'No longer asked for: ' : ''}${taskOf(id)} (${why})`)),
  ],
  'case task settled': ({ what, how, note, at }) => [`${how === 'done' ? 'Done' : 'Not needed'}: ${what}`, lines(note, `${ukTime(at)}`)],
  'case decision recorded': ({ agency, referred, why, at, spokeTo, theirReference }) => [
    `${referred ? 'Referred to' : 'Decided not to refer to'}: ${AGENCIES[agency]}`,
    lines(why, labelled('Spoke to', spokeTo), labelled('Their reference', theirReference), ukTime(at)),
  ],
  'case information shared': ({ shared, withWhom, what, why, at, pack }) => [
    `${shared ? 'Information shared with' : 'Decided not to share information with'} ${withWhom}`,
    lines(what, labelled('Why', why), labelled('File', pack?.name ?? ''), ukTime(at)),
  ],
  'case file added': ({ file }) => [`File added: ${file.name}`],
  'case handed over': ({ from, to, why }) => [`Handed over from "${LANES[from].title}" to "${LANES[to].title}"`, why],
  'case escalated': ({ to }, nameOf) => [`Nobody had opened it in time: ${nameOf(to)} was asked to see to it`],
  'case linked': ({ to }) => [`Linked with ${to}`],
  'case closed': ({ outcome, summary, second }) => [`Closed: ${outcomeTitle(outcome)}`, lines(summary, labelled('Second senior name', second.name))],
  'case addendum added': ({ text }) => ['Addendum', text],
  'case question asked': ({ text }) => ['A reviewer asked', text],
  'case question answered': ({ text }) => ['The reviewer’s question was answered', text],
  'case held': ({ why }) => ['Held: not to be erased', why],
  'case released': ({ why }) => ['No longer held', why],
  'case kept on': ({ until, why }) => [`Kept on until ${until.split('-').reverse().join('/')}`, why],
  'case told': ({ step }) => [`Those who see to it were reminded: ${step}`],
  'case desk made anew': ({ lane }) => [`The desk "${LANES[lane].title}" was made anew`],
};

function furtherWords(message?: string, by?: string): string {
  if (message !== undefined) return by === undefined ? 'A further message of the conversation' : `A further message, brought by ${by}`;
  return by === undefined ? 'The reporter added something' : `${by} sent a message on that was known already`;
}

/** Titles of types; the id of one that this version does not know. */
export function titlesOf(types: readonly string[]): string[] {
  return types.map((id) => typesIn([id])[0]?.title ?? id);
}
