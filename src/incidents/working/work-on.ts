import type { Json } from '../../records/canonical.ts';
import type { NewEvent, RecordedEvent } from '../../records/journal.ts';
import type { Decision, RecordsView } from '../../records/records.ts';
import type { Person } from '../../school/person.ts';
import { Refusal } from '../../school/refusal.ts';
import type { School } from '../../school/school.ts';
import type { IdempotencyKey, Visit } from '../../school/visit.ts';
import { type CaseRow, caseProjection, caseTable, mayRead } from '../case.ts';
import type { CaseEvents } from '../events.ts';
import { incidentSettings } from '../incident-settings.script.ts';
import type { Task } from '../tasks/task.ts';
import { tasksWanted } from '../tasks/task-rules.ts';

/**
 * The case, if this person may read it.
 * @throws Refusal with the same words whether it does not exist or is not theirs: the difference would itself tell something
 */
export function caseFor(view: RecordsView, reference: string, me: Pick<Person, 'email'>, school: School): CaseRow {
  const row = view.find(caseTable, reference);
  if (!row || !mayRead(row, me, school)) {
    throw new Refusal(
      'no-such-case',
      `There is no case ${reference} that you may open. If you expected one, telephone the designated safeguarding lead on ${school.dslTelephone}.`,
    );
  }
  return row;
}

/** A press on a case's page. */
export interface CasePress {
  key: IdempotencyKey;
  reference: string;
}

/** What every press on a case answers: what follows needs to know which desk to settle. */
export type CaseAnswer = {
  reference: string;
  /** False when nothing of it stands on a desk: most presses need not touch the Sheet, of which Google allows sixty reads a minute. */
  changesDesk?: boolean;
};

/** What of a case a desk shows or is sorted by, besides whom it names. */
const ON_DESK = ['state', 'types', 'severity', 'owner', 'nextDue', 'deskNote', 'people'] as const;

/** What was chosen was chosen on what somebody else has changed meanwhile: nothing is overwritten, and nothing that was typed is lost. */
export function changedMeanwhile(what: string, field?: string): Refusal {
  return new Refusal('changed-meanwhile', `${what} The page shows how it is now, and what you typed is still here: look, then press again.`, field);
}

/** An event about a case, with the payload its action has. */
export function caseEvent<Action extends keyof CaseEvents>(action: Action, subject: string, payload: CaseEvents[Action]): NewEvent {
  return { action, subject, payload: payload as Json };
}

/**
 * Does something in a case, alone: whoever presses must be able to read it, and what the rules want done follows in the same decision.
 * @param decide the events about this case that the press amounts to; none when all is so already
 * @param closedToo closed cases as well: for what is done with a case and changes nothing of it
 * @throws Refusal `no-such-case`, or `closed`: a closed case takes addenda alone (B13)
 */
export function workOn<Answer extends Json = CaseAnswer>(
  { key, reference }: CasePress,
  visit: Visit,
  decide: (row: CaseRow, view: RecordsView) => { events: NewEvent[]; mails?: Decision<Answer>['mails']; answer?: Answer },
  { closedToo = false }: { closedToo?: boolean } = {},
): Answer {
  const { me, school, records, now } = visit;
  return records.decide({ key, actor: me.email, reads: [caseTable] }, (view) => {
    const row = caseFor(view, reference, me, school);
    if (row.state === 'closed' && !closedToo) throw new Refusal('closed', 'This case is closed. Add an addendum, or raise a new concern and link it.');
    const { events, mails = [], answer } = decide(row, view);
    const own = events.filter(({ subject }) => subject === reference);
    const follow = taskEvents(row, own, visit);
    const after = afterwards(row, [...own, ...follow], now) ?? row;
    const changesDesk = ON_DESK.some((column) => String(row[column]) !== String(after[column]));
    return { events: [...events, ...follow], mails, answer: answer ?? ({ reference, changesDesk } as unknown as Answer) };
  });
}

/** What the rules change about the tasks of a case after `events`: given anew, and open ones that no longer apply. Empty when nothing changes. */
export function taskEvents(row: CaseRow | undefined, events: readonly NewEvent[], { school, now, rest }: Pick<Visit, 'school' | 'now' | 'rest'>): NewEvent[] {
  const after = afterwards(row, events, now);
  if (!after || after.state === 'closed' || (events.length === 0 && row !== undefined)) return [];
  const wanted = tasksWanted(after, school, now, incidentSettings({ rest }));
  const known = new Set([...after.tasks.map(({ id }) => id), ...after.facts.settled]);
  const given: Task[] = wanted.filter(({ id }) => !known.has(id));
  const stillWanted = new Set(wanted.map(({ id }) => id));
  const withdrawn = after.tasks
    .filter(({ id, from }) => from === 'rule' && !stillWanted.has(id))
    .map(({ id }) => ({ id, why: 'What is known of the case has changed' }));
  return given.length + withdrawn.length === 0 ? [] : [caseEvent('case tasks changed', after.reference, { given, withdrawn })];
}

/**
 * Tasks that were settled and are wanted once more, because of a message that has come since: under an id of their own, and not while such a one is open.
 * @param ids of those that the message gives reason for
 */
export function tasksAgain(
  row: CaseRow,
  { ids, flag }: { ids: readonly string[]; flag: string },
  { school, now, rest }: Pick<Visit, 'school' | 'now' | 'rest'>,
): NewEvent[] {
  const open = new Set(row.tasks.map(({ id }) => id.split(' ')[0]));
  const given = tasksWanted(row, school, now, incidentSettings({ rest }))
    .filter(({ id }) => ids.includes(id) && !open.has(id))
    .map((task): Task => ({ ...task, id: `${task.id} ${flag}`, from: 'message' }));
  return given.length === 0 ? [] : [caseEvent('case tasks changed', row.reference, { given, withdrawn: [] })];
}

/** A case as the rules may look at it for somebody: of what it is linked with, the cases they may read (B5). */
export function asSeenBy(row: CaseRow, view: RecordsView, { me, school }: Pick<Visit, 'me' | 'school'>): CaseRow {
  const linked = row.linked.filter((reference) => {
    const other = view.find(caseTable, reference);
    return other !== undefined && mayRead(other, me, school);
  });
  return { ...row, linked };
}

/** The row as it is after events that are not yet recorded. */
export function afterwards(row: CaseRow | undefined, events: readonly NewEvent[], now: string): CaseRow | undefined {
  let after = row;
  for (const event of events) {
    const recorded: RecordedEvent = { ...event, sequence: 0, at: now, actor: 'nobody yet' };
    if (caseProjection.keysOf(recorded).length > 0) after = caseProjection.apply(after, recorded, event.subject) ?? undefined;
  }
  return after;
}
