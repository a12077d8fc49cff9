import type { NewEvent } from '../../records/journal.ts';
import { addDays, daysBetween, isSchoolDay, nextSchoolDay, ukDay, ukHour } from '../../school/calendar.ts';
import type { School } from '../../school/school.ts';
import { ukMoment } from '../../school/uk-time.ts';
import type { Visit } from '../../school/visit.ts';
import { type CaseRow, caseTable, readersFor, type Told, toldIn } from '../case.ts';
import { TOLD_STEPS, type ToldStep } from '../events.ts';
import { caseEvent } from '../working/work-on.ts';
import { reminderMail } from './clock-mails.ts';
import type { Beat } from './escalate.ts';

/** UK hours between which those who see to cases are reminded, on any day: from the first, until the last begins; of what is due, in the morning. */
export const REMINDING_HOURS = { from: 8, dueUntil: 12, to: 17 } as const;
/** After a concern was raised, those who read it have its first mail, and the clock of urgent ones runs. Milliseconds. */
const QUIET_MS = 60 * 60_000;
/** Days after which a case without an owner is told of again. */
const NO_OWNER_AGAIN = 7;

/** The cases of one person in which there is news. */
interface News {
  row: CaseRow;
  steps: ToldStep[];
}

/**
 * What people are to be told of what is due, overdue, not opened and without an owner: the owner of a case, else everybody who may read it; one
 * mail a person a day. What is overdue is told at the next mail hour, and then on school days until it is done.
 * @param now ISO 8601, UTC
 */
export function reminders(rows: readonly CaseRow[], school: School, now: string): Beat {
  const hour = ukHour(now);
  if (hour < REMINDING_HOURS.from || hour >= REMINDING_HOURS.to) return { events: [], mails: [] };
  const told = new Set(rows.flatMap((row) => toldIn(row).flatMap((each) => (dayTold(each) === ukDay(now) ? [each.person] : []))));
  const open = rows.filter((row) => row.state !== 'closed' && isReminded(row, now)).map((row) => ({ row, people: seenToBy(row, school) }));
  const people = [...new Set(open.flatMap((each) => each.people))].filter((person) => !told.has(person));
  const events: NewEvent[] = [];
  const news = people.flatMap((person) => {
    const own = open.flatMap(({ row, people }): News[] => {
      const steps = people.includes(person) ? newsIn(row, person, school, now) : [];
      return steps.length > 0 ? [{ row, steps }] : [];
    });
    return own.length > 0 ? [{ person, own }] : [];
  });
  for (const { row } of open) {
    for (const step of TOLD_STEPS) {
      const to = news.filter(({ own }) => own.some((each) => each.row === row && each.steps.includes(step))).map(({ person }) => person);
      if (to.length > 0) events.push(caseEvent('case told', row.reference, { step, upTo: step === 'due' ? nextMorning(now) : now, to }));
    }
  }
  return { events, mails: news.map(({ person, own }) => reminderMail(person, countsOf(own, now), school)) };
}

/** Who has just been told of a concern is not reminded of it. */
function isReminded({ received }: CaseRow, now: string): boolean {
  return Date.parse(now) - Date.parse(received) >= QUIET_MS;
}

/** Who sees to a case: its owner, else everybody who may read it. Never anybody it names. */
function seenToBy(row: CaseRow, school: School): string[] {
  const readers = readersFor(row, school);
  return readers.includes(row.owner) ? [row.owner] : readers;
}

function newsIn(row: CaseRow, person: string, school: School, now: string): ToldStep[] {
  const told = (step: ToldStep) => toldIn(row).find((each) => each.person === person && each.step === step);
  return TOLD_STEPS.filter((step) => isNews(step, row, told(step), school, now));
}

function isNews(step: ToldStep, row: CaseRow, told: Told | undefined, school: School, now: string): boolean {
  if (step === 'due') return wasThereThisMorning(row, now) && dueBefore(row, now, nextMorning(now)).some((due) => told === undefined || due > told.upTo);
  if (step === 'overdue') {
    const overdue = overdueIn(row, now);
    return overdue.some((due) => told === undefined || due > told.upTo) || (overdue.length > 0 && isDayForMore(told, 1, school, now));
  }
  if (!hasWaitedASchoolDay(row, school, now)) return false;
  if (step === 'not opened') return row.unseenSince !== null && (told === undefined || isDayForMore(told, 1, school, now));
  return row.unseenSince === null && !hasOwner(row, school) && (told === undefined || isDayForMore(told, NO_OWNER_AGAIN, school, now));
}

function hasOwner(row: CaseRow, school: School): boolean {
  return readersFor(row, school).includes(row.owner);
}

/** Whether somebody who was told may be told again: some days later, on a day the school is open. */
function isDayForMore(told: Told | undefined, days: number, school: School, now: string): boolean {
  const today = ukDay(now);
  return told !== undefined && daysBetween(dayTold(told), today) >= days && isSchoolDay(today, school);
}

/** The day on which somebody was told: of what is due they are told up to the next morning. */
function dayTold({ step, upTo }: Told): string {
  return step === 'due' ? addDays(ukDay(upTo), -1) : ukDay(upTo);
}

/** When the next day's mails go. */
function nextMorning(now: string): string {
  return ukMoment(addDays(ukDay(now), 1), REMINDING_HOURS.from);
}

function dueBefore({ tasks }: CaseRow, from: string, to: string): string[] {
  return tasks.flatMap(({ due }) => (due !== '' && due > from && due <= to ? [due] : []));
}

function overdueIn({ tasks }: CaseRow, now: string): string[] {
  return tasks.flatMap(({ due }) => (due !== '' && due <= now ? [due] : []));
}

/** Of what is given and due on the same day, people know without a mail. */
function wasThereThisMorning({ received }: CaseRow, now: string): boolean {
  return received < ukMoment(ukDay(now), REMINDING_HOURS.from) && ukHour(now) < REMINDING_HOURS.dueUntil;
}

/** Whether a case came on an earlier day and the school has been open since until the same hour. */
function hasWaitedASchoolDay({ received }: CaseRow, school: School, now: string): boolean {
  const hour = Math.min(Math.max(ukHour(received), REMINDING_HOURS.from), REMINDING_HOURS.to - 1);
  return now >= ukMoment(nextSchoolDay(ukDay(received), school), hour);
}

function countsOf(own: readonly News[], now: string): Parameters<typeof reminderMail>[1] {
  const rowsWith = (step: ToldStep) => own.filter(({ steps }) => steps.includes(step)).map(({ row }) => row);
  return {
    overdue: rowsWith('overdue').flatMap((row) => overdueIn(row, now)).length,
    due: rowsWith('due').flatMap((row) => dueBefore(row, now, nextMorning(now))).length,
    unopened: rowsWith('not opened').length,
    unowned: rowsWith('no owner').length,
  };
}

/** The heartbeat's task `deadlines`: in mail hours, one read when nothing is to be told. */
export function remind({ me, now, records, school }: Visit): void {
  const hour = ukHour(now);
  if (hour < REMINDING_HOURS.from || hour >= REMINDING_HOURS.to) return;
  if (reminders(records.glance([caseTable]).rows(caseTable), school, now).mails.length === 0) return;
  records.decide({ key: `deadlines-${Date.parse(now)}`, actor: me.email, reads: [caseTable] }, (view) => ({
    ...reminders(view.rows(caseTable), school, now),
    answer: null,
  }));
}
