import { choice, date, dateTime, json, list, number, text, yesOrNo } from '../records/fields.ts';
import type { RecordedEvent } from '../records/journal.ts';
import type { Projection } from '../records/projection.ts';
import { type RowOf, table } from '../records/table.ts';
import type { Person } from '../school/person.ts';
import type { School } from '../school/school.ts';
import { type About, addressesNamed, type Involvement, LANE_IDS, type Lane, SEVERITIES, STATES } from './concern.ts';
import { type CaseEvents, is } from './events.ts';
import { chainFrom, readersLeft, readersOf } from './lanes.ts';
import { isMessage, type MailFacts } from './mail/evidence.ts';
import { mailFacts, weighed } from './mail/mail-facts.ts';
import { sentOnBy, withMail, withMessage, withWhatItBrings } from './mail/mail-in-case.ts';
import { answerKept } from './protocols/all.ts';
import { isReview } from './review/reviews.ts';
import type { OpenTask } from './tasks/task.ts';

/** A desk shows the beginning of a long note; all of it is in the history. Characters. */
const LONGEST_DESK_NOTE = 10_000;

/** What the rules look at, besides the row's own columns: no name, no story. */
export type CaseFacts = {
  about: About;
  danger: boolean;
  toldDslInPerson: boolean;
  /** A pupil raised it. */
  byPupil: boolean;
  people: Pick<Involvement, 'email' | 'mayBe' | 'role' | 'kind' | 'year'>[];
  /** How often they were named, the first time included: whoever corrects them must have seen the latest. */
  peopleVersion: number;
  /** Answers by `protocol.step`, as `answerKept` keeps them. */
  answers: Record<string, string>;
  /** Rows of grids that were chosen: `grid.row`. */
  grids: string[];
  /** Ids of tasks that are done or not needed: never given again. */
  settled: string[];
  /** How many attachments there are. */
  files: number;
  /** Left out unless it began with a message. */
  mail?: MailFacts;
};

/** One row a case: what lists, desks, reminders and reports need. The story is in the journal and on the case page alone. */
export const caseTable = table('Cases', () => ({
  reference: text().key(),
  lane: choice(LANE_IDS),
  /** Lanes it was handed over from: there it is a stub without content. */
  formerLanes: list(),
  state: choice(STATES),
  /** Ids from `TYPES`; the reporter's choice until it is classified. */
  types: list(),
  severity: choice(['', ...SEVERITIES]),
  owner: text(),
  received: dateTime(),
  happened: dateTime().optional(),
  where: text(),
  /** Initials and class, for the desk. */
  people: text(),
  /** Addresses of everybody it names: they lose sight of it. */
  named: list(),
  /** Those to whom it was escalated, besides the lane's readers. */
  readers: list(),
  reporter: text(),
  /** The latest note typed on the desk. */
  deskNote: text(),
  /** When a reader first opened it. */
  opened: dateTime().optional(),
  /** Since when none of those who have it now has opened it: since it was raised, handed over or a high message joined it; null once one has (rule 3). */
  unseenSince: dateTime().optional(),
  /** When something was first done about it: a task, a decision, a note. */
  firstAction: dateTime().optional(),
  /** The earliest moment by which something open should be done. */
  nextDue: dateTime().optional(),
  tasks: json<OpenTask[]>(),
  /** Tasks that were settled after their time. */
  late: number(),
  facts: json<CaseFacts>(),
  outcome: text(),
  closed: dateTime().optional(),
  /** Cases it belongs to. */
  linked: list(),
  /** Agencies it was referred to: `AGENCY_IDS` (reports). */
  referred: list(),
  /** A reviewer's question waits for an answer. */
  questioned: yesOrNo(),
  /** When a reviewer last had it before them (B15). */
  reviewed: dateTime().optional(),
  held: yesOrNo(),
  /** The day its retention is looked at again, once somebody has decided to keep it on. */
  keptUntil: date().optional(),
  /** Up to which due moment each of those who see to it has been told: `2026-…Z head@… overdue`. */
  told: list(),
  /** Addresses of those who were named after it was raised, in that order: a desk of theirs may have shown it (B5). */
  namedLater: list(),
  /** Desks that were made anew, and how many of them had been named by then: `dsl 1`. */
  cleanDesks: list(),
}));
export type CaseRow = RowOf<typeof caseTable>;

export const caseProjection: Projection<typeof caseTable.fields> = {
  table: caseTable,
  keysOf: (event) => {
    if (isReview(event, 'review signed')) return event.payload.cases;
    if (isMessage(event)) return [event.payload.reference];
    return event.action.startsWith('concern ') || event.action.startsWith('case ') ? [event.subject] : [];
  },
  apply: (row, event) => {
    if (is(event, 'concern raised')) return rowOf(event);
    if (!row || event.payload === null) return row ?? null;
    if (isReview(event, 'review signed')) return { ...row, reviewed: event.at };
    if (isMessage(event)) return withMessage(row, event.payload.severity, event.at);
    const after = changed(row, event);
    return ACTIONS.has(event.action) && after.firstAction === null ? { ...after, firstAction: event.at } : after;
  },
};

/** What counts as doing something about a case (reports: time to first action). */
const ACTIONS = new Set([
  'case note added',
  'case step recorded',
  'case task settled',
  'case decision recorded',
  'case information shared',
  'case handed over',
]);

function changed(row: CaseRow, event: RecordedEvent): CaseRow {
  if (is(event, 'case opened')) return { ...row, opened: row.opened ?? event.at, unseenSince: null, state: row.state === 'new' ? 'open' : row.state };
  if (is(event, 'case state changed')) return { ...row, state: event.payload.to };
  if (is(event, 'case owner changed')) return { ...row, owner: event.payload.to };
  if (is(event, 'case note added')) return event.payload.where === 'desk' ? { ...row, deskNote: event.payload.text.slice(0, LONGEST_DESK_NOTE) } : row;
  if (is(event, 'case classified')) {
    const { types, severity } = event.payload;
    return withMail({ ...row, types, severity }, row.facts.mail && weighed(row.facts.mail));
  }
  if (is(event, 'case people changed')) return peopleChanged(row, event.payload.people);
  if (is(event, 'case step recorded')) {
    const { protocol, step, answer } = event.payload;
    return { ...row, facts: { ...row.facts, answers: { ...row.facts.answers, [`${protocol}.${step}`]: answerKept(protocol, step, answer) } } };
  }
  if (is(event, 'case grid row chosen')) return { ...row, facts: { ...row.facts, grids: [...row.facts.grids, `${event.payload.grid}.${event.payload.row}`] } };
  if (is(event, 'case tasks changed')) return tasksChanged(row, event.payload);
  if (is(event, 'case task settled')) return taskSettled(row, event.payload);
  if (is(event, 'case file added')) return withFiles(row, 1);
  if (is(event, 'concern added to')) return addedTo(row, event.payload);
  if (is(event, 'case handed over')) {
    const { from, to } = event.payload;
    // Whoever had it, or got it because nobody had opened it, may not be one of those who read it there.
    const formerLanes = [...new Set([...row.formerLanes.filter((lane) => lane !== to), from])];
    return { ...row, lane: to, formerLanes, owner: '', readers: [], unseenSince: event.at };
  }
  if (is(event, 'case escalated')) return { ...row, readers: [...new Set([...row.readers, event.payload.to])] };
  if (is(event, 'case linked')) return { ...row, linked: [...new Set([...row.linked, event.payload.to])] };
  if (is(event, 'case decision recorded') && event.payload.referred) return { ...row, referred: [...new Set([...row.referred, event.payload.agency])] };
  if (is(event, 'case closed')) return { ...row, state: 'closed', outcome: event.payload.outcome, closed: event.at, tasks: [], nextDue: null };
  if (is(event, 'case question asked')) return { ...row, questioned: true };
  if (is(event, 'case question answered')) return { ...row, questioned: false };
  if (is(event, 'case held')) return { ...row, held: true };
  if (is(event, 'case released')) return { ...row, held: false };
  if (is(event, 'case kept on')) return { ...row, keptUntil: event.payload.until };
  if (is(event, 'case told')) return { ...row, told: toldAfter(row.told, event.payload) };
  if (is(event, 'case desk made anew')) return { ...row, cleanDesks: cleanAfter(row, event.payload.lane) };
  return row;
}

function withFiles(row: CaseRow, more: number): CaseRow {
  return { ...row, facts: { ...row.facts, files: row.facts.files + more } };
}

function addedTo(row: CaseRow, { files, further, sentOn }: CaseEvents['concern added to']): CaseRow {
  const after = withFiles(further ? withWhatItBrings(row, further) : row, files.length);
  return sentOn ? sentOnBy(after, sentOn) : after;
}

function peopleChanged(row: CaseRow, people: readonly Involvement[]): CaseRow {
  const now = peopleIn(people);
  const added = now.named.filter((email) => !row.named.includes(email));
  return { ...row, ...now, namedLater: [...row.namedLater, ...added], facts: peopleFacts(row, people) };
}

function cleanAfter({ cleanDesks, namedLater }: CaseRow, lane: Lane): string[] {
  return [...cleanDesks.filter((each) => !each.startsWith(`${lane} `)), `${lane} ${namedLater.length}`];
}

/** Those who were named after it was raised, and since a lane's desk was last made anew for it. */
export function namedSinceClean({ cleanDesks, namedLater }: Pick<CaseRow, 'cleanDesks' | 'namedLater'>, lane: Lane): string[] {
  const clean = cleanDesks.find((each) => each.startsWith(`${lane} `)) ?? '';
  return namedLater.slice(Number(clean.slice(lane.length)));
}

/** Somebody who was told of one step, and up to which moment. */
export interface Told {
  upTo: string;
  person: string;
  step: string;
}

export function toldIn(row: Pick<CaseRow, 'told'>): Told[] {
  return row.told.map((each) => {
    const [upTo = '', person = '', ...step] = each.split(' ');
    return { upTo, person, step: step.join(' ') };
  });
}

function toldAfter(told: readonly string[], { step, upTo, to }: CaseEvents['case told']): string[] {
  const others = told.filter((each) => !to.some((person) => each.endsWith(` ${person} ${step}`)));
  return [...others, ...to.map((person) => `${upTo} ${person} ${step}`)];
}

function tasksChanged(row: CaseRow, { given, withdrawn }: CaseEvents['case tasks changed']): CaseRow {
  const gone = new Set([...withdrawn.map(({ id }) => id), ...given.map(({ id }) => id)]);
  const kept = row.tasks.filter(({ id }) => !gone.has(id));
  return withTasks(row, [...kept, ...given.map(({ id, what, due, from, required, agency }): OpenTask => ({ id, what, due, from, required, agency }))]);
}

function taskSettled(row: CaseRow, { id, at }: CaseEvents['case task settled']): CaseRow {
  const task = row.tasks.find((each) => each.id === id);
  const isLate = task !== undefined && task.due !== '' && at > task.due;
  const facts = { ...row.facts, settled: [...new Set([...row.facts.settled, id])] };
  return {
    ...withTasks(
      row,
      row.tasks.filter((each) => each !== task),
    ),
    facts,
    late: row.late + (isLate ? 1 : 0),
  };
}

function withTasks(row: CaseRow, tasks: OpenTask[]): CaseRow {
  const [first = null] = tasks.flatMap(({ due }) => (due === '' ? [] : [due])).sort();
  return { ...row, tasks, nextDue: first };
}

/**
 * Whether somebody may read a case: a reader of its lane whom it does not name (B5), of the lane above when it names them all, or
 * somebody it was escalated to. Whoever it names, in whatever role but reporter, may not.
 */
export function mayRead(row: Pick<CaseRow, 'lane' | 'named' | 'readers'>, person: Pick<Person, 'email'>, school: School): boolean {
  return readersFor(row, school).includes(person.email);
}

/** Everybody who may read a case. Whoever it was escalated to may as long as they hold a post that it could go to. */
export function readersFor(row: Pick<CaseRow, 'lane' | 'named' | 'readers'>, school: School): string[] {
  const own = readersLeft(row.lane, row.named, school)?.readers ?? [];
  const chain = row.readers.length === 0 ? [] : chainFrom(row.lane, school);
  return [...new Set([...own, ...row.readers.filter((reader) => chain.includes(reader) && !row.named.includes(reader))])];
}

/** Whether a case stands on its lane's desk: only while it is open, and when everybody who can open the desk may read it. */
export function standsOnDesk(row: Pick<CaseRow, 'lane' | 'named' | 'state'>, school: School): boolean {
  return row.state !== 'closed' && readersOf(row.lane, school).every((reader) => !row.named.includes(reader));
}

/** Lanes somebody had this case in before it was handed over: they see that it went, and nothing of it; nothing at all when it names them. */
export function isStubFor(row: Pick<CaseRow, 'lane' | 'formerLanes' | 'named' | 'readers'>, person: Pick<Person, 'email'>, school: School): boolean {
  const was = row.formerLanes.some((lane) => readersOf(lane as Lane, school).includes(person.email));
  return was && !row.named.includes(person.email) && !mayRead(row, person, school);
}

function rowOf(event: RecordedEvent & { payload: CaseEvents['concern raised'] }): CaseRow {
  const { lane, people, happened, reporter, about, danger, toldDslInPerson, where, typeHint, files, mail } = event.payload;
  return {
    ...{ reference: event.subject, lane, formerLanes: [], state: 'new', types: typeHint === '' ? [] : [typeHint], severity: '', owner: '' },
    ...{ received: event.at, happened: happened === '' ? null : happened, where, ...peopleIn(people), readers: [], reporter: reporter.email },
    ...{ deskNote: '', opened: null, unseenSince: event.at, firstAction: null, nextDue: null, tasks: [], late: 0 },
    facts: {
      about,
      danger,
      toldDslInPerson,
      byPupil: reporter.isPupil,
      people: factsOf(people),
      peopleVersion: 1,
      answers: {},
      grids: [],
      settled: [],
      files: files.length,
      ...(mail === undefined ? {} : { mail: mailFacts(mail) }),
    },
    ...{ outcome: '', closed: null, linked: [], referred: [], questioned: false, reviewed: null, held: false, keptUntil: null },
    ...{ told: [], namedLater: [], cleanDesks: [] },
  };
}

function peopleIn(people: readonly Involvement[]): Pick<CaseRow, 'people' | 'named'> {
  return { people: people.map(({ initials }) => initials).join(', '), named: addressesNamed(people) };
}

function factsOf(people: readonly Involvement[]): CaseFacts['people'] {
  return people.map(({ email, mayBe, role, kind, year }) => ({ email, role, kind, year, ...(mayBe === undefined ? {} : { mayBe }) }));
}

function peopleFacts({ facts }: CaseRow, people: readonly Involvement[]): CaseFacts {
  return { ...facts, people: factsOf(people), peopleVersion: facts.peopleVersion + 1 };
}
