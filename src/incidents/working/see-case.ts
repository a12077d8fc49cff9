import { RecordsError } from '../../records/errors.ts';
import type { RecordedEvent } from '../../records/journal.ts';
import { fullName } from '../../school/roll.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { Visit } from '../../school/visit.ts';
import { type CaseRow, caseTable, mayRead, readersFor, standsOnDesk } from '../case.ts';
import { LANES } from '../concern.ts';
import { type CaseEvents, is } from '../events.ts';
import { readersLeft } from '../lanes.ts';
import { isForSupport } from '../mail/evidence.ts';
import { originWords, shownMessages } from '../mail/shown-message.ts';
import { proposeSeverity } from '../severity.ts';
import { AGENCIES } from '../tasks/agencies.ts';
import type { CaseFile, Closed, LaneOffer, LinkedCase, PersonName, Said, ShownDecision, ShownFile, ShownGridRow, ShownShare } from './case-file.ts';
import { casePeople, peopleIn } from './case-people.ts';
import { shownProtocols } from './case-protocols.ts';
import { openTasks, settledTasks } from './case-tasks.ts';
import { mayTypeSecond, secondsFor } from './close-case.ts';
import { asksAboutParents, closingGaps } from './closing-gaps.ts';
import { lanesFor } from './hand-over.ts';
import { outcomesFor, outcomeTitle } from './outcomes.ts';
import { timelineOf, titlesOf } from './timeline.ts';
import { asSeenBy, caseEvent, caseFor, workOn } from './work-on.ts';

type NameOf = (email: string) => string;

/** The whole case, for those who may read it. The first of them to see it has opened it (rule 3). */
export function openCase({ reference }: { reference: string }, visit: Visit): CaseFile {
  const { me, school, records, roll, now } = visit;
  const first = records.view([caseTable]);
  const found = caseFor(first, reference, me, school);
  const justOpened = found.unseenSince !== null && found.state !== 'closed' && noteOpening(found, visit);
  const view = justOpened ? records.view([caseTable]) : first;
  const row = caseFor(view, reference, me, school);
  const readable = view.rows(caseTable).filter((each) => mayRead(each, me, school));
  const history = records.history(reference);
  const nameOf = namesFrom(roll);
  const people = peopleIn(history);
  const account = accountOf(history);
  return {
    ...account,
    ...{ origin: originWords(row.facts.mail, account.reporter), isFromMail: row.facts.mail !== undefined },
    ...{ danger: row.facts.danger, isForSupport: isForSupport(row.facts), messages: shownMessages(history) },
    ...{ reference, lane: LANES[row.lane].title, laneId: row.lane, state: row.state, owner: row.owner },
    ...{ owners: readersFor(row, school).map((email) => nameAnd(email, nameOf)), me: me.email },
    ...{ received: ukTime(row.received), opened: ukTime(row.opened ?? '') },
    ...classificationOf(asSeenBy(row, view, visit), history),
    ...{ people: casePeople(people, reference, readable, roll), peopleVersion: row.facts.peopleVersion },
    protocols: shownProtocols(row, history, nameOf),
    ...{ tasks: openTasks(row, history, now), settled: settledTasks(history, nameOf) },
    ...{ decisions: decisionsIn(history, nameOf), shares: sharesIn(history, nameOf), gridRows: gridRowsIn(history, nameOf), files: filesIn(history, nameOf) },
    ...{ notes: saidIn(history, 'case note added', nameOf), additions: saidIn(history, 'concern added to', nameOf) },
    ...{ questions: questionsIn(history, nameOf), questioned: row.questioned, addenda: saidIn(history, 'case addendum added', nameOf) },
    timeline: timelineOf(history, nameOf, (other) => readable.some((each) => each.reference === other)),
    linked: linkedCases(row, readable),
    handOverTo: lanesFor(row, school, roll).map((lane) => laneOffer(lane, row, visit, nameOf)),
    closing: {
      gaps: closingGaps(row),
      outcomes: outcomesFor(row).map((id) => ({ id, title: outcomeTitle(id) })),
      ...{ seconds: secondsFor(row, visit), mayTypeSecond: mayTypeSecond(me, school), asksAboutParents: asksAboutParents(row) },
    },
    closed: closedIn(history, nameOf),
    ...{ held: row.held, justOpened, onDesk: standsOnDesk(row, school) },
  };
}

/** Whether the opening could be recorded. Nobody is kept from reading because somebody else is writing: it is recorded the next time. */
function noteOpening({ reference, unseenSince }: CaseRow, visit: Visit): boolean {
  try {
    const key = `opening-${reference}-${Date.parse(unseenSince ?? '')}`;
    workOn({ key, reference }, visit, (row) => ({ events: row.unseenSince === null ? [] : [caseEvent('case opened', reference, {})] }));
    return true;
  } catch (error) {
    if (error instanceof RecordsError) return false;
    throw error;
  }
}

type Account = Pick<CaseFile, 'happened' | 'where' | 'device' | 'url' | 'about' | 'danger' | 'done' | 'toldDslInPerson' | 'reporter' | 'story'>;

function accountOf(history: readonly RecordedEvent[]): Account {
  const [raised] = payloadsOf(history, 'concern raised');
  if (!raised) throw new Error('the journal holds no beginning of this case');
  const { story, happened, where, device, url, about, danger, done, toldDslInPerson, reporter } = raised.payload;
  return { story, happened: ukTime(happened), where, device, url, about, danger, done, toldDslInPerson, reporter: reporter.name };
}

function classificationOf(row: CaseRow, history: readonly RecordedEvent[]) {
  const last = lastOf(history, 'case classified');
  const { severity } = row;
  const types = [...row.types];
  return { types, typeTitles: titlesOf(types), classified: last !== undefined, severity, proposed: proposeSeverity(row), severityWhy: last?.payload.why ?? '' };
}

function decisionsIn(history: readonly RecordedEvent[], nameOf: NameOf): ShownDecision[] {
  return payloadsOf(history, 'case decision recorded').map(({ payload, actor }) => {
    const { agency, referred, why, at, spokeTo, theirReference } = payload;
    return { agency, agencyTitle: AGENCIES[agency], referred, why, at: ukTime(at), spokeTo, theirReference, who: nameOf(actor) };
  });
}

function sharesIn(history: readonly RecordedEvent[], nameOf: NameOf): ShownShare[] {
  return payloadsOf(history, 'case information shared').map(({ payload, at, actor }) => {
    const { shared, withWhom, what, why, pack } = payload;
    const who = nameOf(actor);
    return { shared, withWhom, what, why, at: ukTime(payload.at), who, pack: pack && shownFile(pack, at, who) };
  });
}

function gridRowsIn(history: readonly RecordedEvent[], nameOf: NameOf): ShownGridRow[] {
  return payloadsOf(history, 'case grid row chosen').map(({ payload: { incident, actions }, at, actor }) => ({
    ...{ incident, actions, at: ukTime(at), who: nameOf(actor) },
  }));
}

function filesIn(history: readonly RecordedEvent[], nameOf: NameOf): ShownFile[] {
  return attachmentsIn(history).map(({ file, at, actor }) => shownFile(file, at, nameOf(actor)));
}

/** Every file of a case, whoever added it; those that were made for somebody outside are with what was shared. */
export function attachmentsIn(history: readonly RecordedEvent[]) {
  return history.flatMap((event) => {
    const { at, actor } = event;
    const files = is(event, 'concern raised') || is(event, 'concern added to') ? event.payload.files : is(event, 'case file added') ? [event.payload.file] : [];
    return files.map((file) => ({ file, at, actor }));
  });
}

function shownFile({ id, name, mimeType, bytes, sha256 }: CaseEvents['case file added']['file'], at: string, who: string): ShownFile {
  return { id, name, mimeType, bytes, sha256, at: ukTime(at), who };
}

type TextAction = { [Action in keyof CaseEvents]: CaseEvents[Action] extends { text: string } ? Action : never }[keyof CaseEvents];

function saidIn(history: readonly RecordedEvent[], action: TextAction, nameOf: NameOf): Said[] {
  return payloadsOf(history, action).map(({ payload, at, actor }) => ({ at: ukTime(at), who: nameOf(actor), text: payload.text }));
}

function questionsIn(history: readonly RecordedEvent[], nameOf: NameOf): CaseFile['questions'] {
  const questions: CaseFile['questions'] = [];
  for (const event of history) {
    const said = (text: string): Said => ({ at: ukTime(event.at), who: nameOf(event.actor), text });
    if (is(event, 'case question asked')) questions.push({ ...said(event.payload.text), answer: null });
    const open = questions.find(({ answer }) => answer === null);
    if (is(event, 'case question answered') && open) open.answer = said(event.payload.text);
  }
  return questions;
}

function linkedCases({ linked }: CaseRow, readable: readonly CaseRow[]): LinkedCase[] {
  return readable.filter(({ reference }) => linked.includes(reference)).map(({ reference, state, types }) => ({ reference, state, types: titlesOf(types) }));
}

function laneOffer(lane: LaneOffer['lane'], row: CaseRow, { me, school }: Visit, nameOf: NameOf): LaneOffer {
  const readers = readersLeft(lane, row.named, school)?.readers ?? [];
  return { lane, title: LANES[lane].title, readers: readers.map(nameOf), youKeepIt: readers.includes(me.email) };
}

function closedIn(history: readonly RecordedEvent[], nameOf: NameOf): Closed | null {
  const closing = lastOf(history, 'case closed');
  if (!closing) return null;
  const { outcome, summary, second, parentsTold, lessons, policyChange } = closing.payload;
  const parents = parentsTold.told ? `Told ${ukTime(parentsTold.at)} by ${parentsTold.byWhom}` : parentsTold.whyNot && `Not told: ${parentsTold.whyNot}`;
  const who = { at: ukTime(closing.at), who: nameOf(closing.actor) };
  return { ...who, outcome: outcomeTitle(outcome), summary, second: second.name, parents, lessons, policyChange };
}

function payloadsOf<Action extends keyof CaseEvents>(history: readonly RecordedEvent[], action: Action) {
  return history.filter((event): event is RecordedEvent & { payload: CaseEvents[Action] } => is(event, action));
}

function lastOf<Action extends keyof CaseEvents>(history: readonly RecordedEvent[], action: Action) {
  const all = payloadsOf(history, action);
  return all[all.length - 1];
}

function nameAnd(email: string, nameOf: NameOf): PersonName {
  return { email, name: nameOf(email) };
}

/** Names that go with addresses. */
export function namesFrom(roll: Visit['roll']): NameOf {
  const names = new Map(roll.map((entry) => [entry.email, fullName(entry)]));
  return (email) => names.get(email) ?? email;
}
