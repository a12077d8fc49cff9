import { classKey } from '../../agreements/asking/members.ts';
import type { RecordsView } from '../../records/records.ts';
import { ukDate, ukDay } from '../../school/calendar.ts';
import { Refusal } from '../../school/refusal.ts';
import { hasLeft, type RollEntry } from '../../school/roll.ts';
import type { Visit } from '../../school/visit.ts';
import { asKnownSince } from '../checks/asked-on.ts';
import { hoursKept } from '../checks/event-checks.ts';
import { findFromFacts } from '../checks/find-from-facts.ts';
import { findInOffice } from '../checks/find-in-office.ts';
import { type Invited, knowsItsPupils, whoIsInvited } from '../checks/who-is-invited.ts';
import type { Consideration } from '../considerations.ts';
import type { Finding } from '../finding.ts';
import { type LessonRow, lessonTable } from '../lesson.ts';
import type { LessonFacts } from '../lesson-facts.ts';
import { type LessonSettings, lessonSettingsFrom, lessonSettingsTable } from '../lesson-settings.ts';
import { approvalOn, oneToOneTable } from '../one-to-one.ts';
import { type Classes, classCalled, classesFor } from './classes.ts';
import { considerationsOf } from './considerations-of.ts';
import { AGREEMENT_TABLES, unsignedOn } from './unsigned.ts';
import { mondayOf } from './week.ts';

/** Everything that looking at a lesson reads: one call. */
export const LOOK_TABLES = [lessonTable, lessonSettingsTable, oneToOneTable, ...AGREEMENT_TABLES] as const;

/** Which lesson it is. */
export interface LessonAsked {
  /** What the sidebar reports; null without it. */
  facts: LessonFacts | null;
  /** Of a lesson on the log that is looked at again; ''. */
  reference: string;
  /** The class that was chosen, '' for none; left out: the likeliest is proposed. */
  className?: string | undefined;
  /** As typed, where the facts do not say: ISO 8601, UTC; ''. */
  what: string;
  start: string;
  end: string;
}

/** A lesson and everything that is known of it now. */
export interface LookedAt {
  what: string;
  /** ISO 8601, UTC; '' while nobody has said. */
  start: string;
  end: string;
  /** Whether a person must say what it is and when. */
  isTyped: boolean;
  className: string;
  classes: Classes;
  /** Null when there are no facts. */
  invited: Invited | null;
  settings: LessonSettings;
  considerations: Consideration[];
  findings: Finding[];
  /** How the same lesson of the same teacher stands on the log. */
  standing: LessonRow | undefined;
}

/** Finds everything again from what was reported and what the office knows (D1, D3, D4). */
export function lookAtLesson(asked: LessonAsked, view: RecordsView, { me, school, roll, now }: Pick<Visit, 'me' | 'school' | 'roll' | 'now'>): LookedAt {
  const { facts } = asked;
  const settings = lessonSettingsFrom(view.rows(lessonSettingsTable));
  const standing = standingOf(asked, view.rows(lessonTable), me.email);
  const { what, start, end, isTyped } = whatAndWhen(asked, standing);
  const today = ukDay(now);
  const day = start === '' ? today : ukDay(start);
  const here = roll.filter((entry) => !hasLeft(entry, today));
  const invited = facts && whoIsInvited(facts, roll, { teacher: me.email, domain: school.domain, day });
  const classes = classesFor(me.email, here);
  const className =
    asked.className === undefined
      ? likelyClass(
          { invited, what, isOwn: facts === null || facts.organizer === me.email },
          standing,
          lastLike({ ...asked, start }, view, me.email),
          classes,
          here,
        )
      : classCalled(asked.className, classes, here);
  const typed = start === '' ? null : { title: what, start, end, isAllDay: false, isCancelled: false };
  const hours = facts?.event ? [] : hoursKept({ event: typed }, settings);
  const findings = [
    ...(facts ? findFromFacts(facts, { domain: school.domain, ...settings }) : []),
    ...hours.map((finding) => ({ ...finding, by: 'office' as const })),
    ...findInOffice({
      ...{ day, today, invited, className, settings },
      classPupils: knowsItsPupils(invited) ? [] : pupilsIn(className, here),
      unsigned: unsignedOn(day, view, school),
      teacher: here.find(({ email }) => email === me.email),
      approvalFor: (pupil) => approvalOn(day, view.rows(oneToOneTable), me.email, pupil),
      wasAlone: facts === null ? aloneOn(standing, roll) : undefined,
      lessonsThisWeek: othersThisWeek({ className, day, eventId: facts?.eventId ?? '', start }, view.rows(lessonTable), standing),
    }),
  ];
  const known = facts === null || ukDay(facts.at) === today ? findings : asKnownSince(ukDate(ukDay(facts.at)), findings);
  return { what, start, end, isTyped, className, classes, invited, settings, considerations: considerationsOf(settings), findings: known, standing };
}

/** The last lesson on the log before this one that it is like: of the same series, or of the same class; the same teacher's. */
export function lastLike(
  { facts, className = '', reference, start }: Pick<LessonAsked, 'facts' | 'className' | 'reference' | 'start'>,
  view: RecordsView,
  teacher: string,
): LessonRow | undefined {
  const seriesId = facts?.seriesId ?? '';
  const isBefore = (row: LessonRow) => start === '' || row.start < start;
  const isLike = (row: LessonRow) => (seriesId !== '' && row.seriesId === seriesId) || (className !== '' && classKey(row.className) === classKey(className));
  return view
    .rows(lessonTable)
    .filter((row) => row.teacher === teacher && row.reference !== reference && isBefore(row) && isLike(row) && !isSameEvent(row, facts))
    .reduce<LessonRow | undefined>((latest, row) => (latest === undefined || row.start > latest.start ? row : latest), undefined);
}

/**
 * The row of a lesson that is looked at again.
 * @throws Refusal `no-such-lesson` when a reference was given and this teacher has recorded no such lesson
 */
export function standingAsked({ standing }: Pick<LookedAt, 'standing'>, { reference }: Pick<LessonAsked, 'reference'>): LessonRow | undefined {
  if (reference !== '' && !standing) throw new Refusal('no-such-lesson', `You have recorded no lesson with the reference ${reference}.`);
  return standing;
}

/** The lesson that is on the log already: the one asked for, or the same event's. Another teacher's is another lesson. */
function standingOf({ facts, reference }: LessonAsked, rows: readonly LessonRow[], teacher: string): LessonRow | undefined {
  return rows.find((row) => row.teacher === teacher && (reference === '' ? isSameEvent(row, facts) : row.reference === reference));
}

function isSameEvent({ eventId, start }: Pick<LessonRow, 'eventId' | 'start'>, facts: LessonFacts | null): boolean {
  return facts?.event != null && eventId !== '' && eventId === facts.eventId && start === isoOf(facts.event.start);
}

function whatAndWhen({ facts, ...typed }: LessonAsked, standing: LessonRow | undefined): Pick<LookedAt, 'what' | 'start' | 'end' | 'isTyped'> {
  const event = facts?.event;
  if (event && !event.isAllDay) return { what: event.title.trim() || typed.what, start: isoOf(event.start), end: isoOf(event.end), isTyped: false };
  return {
    what: typed.what || event?.title.trim() || standing?.what || '',
    start: isoOf(typed.start) || standing?.start || '',
    end: isoOf(typed.end) || standing?.end || '',
    isTyped: true,
  };
}

/** @returns '' for what is no moment */
function isoOf(moment: string): string {
  const utc = Date.parse(moment);
  return Number.isNaN(utc) ? '' : new Date(utc).toISOString();
}

/** As before, else as the guests or the title say, else one's own: but not for what a colleague arranged. */
function likelyClass(
  { invited, what, isOwn }: Pick<LookedAt, 'invited' | 'what'> & { isOwn: boolean },
  standing: LessonRow | undefined,
  last: LessonRow | undefined,
  classes: Classes,
  here: readonly RollEntry[],
): string {
  if (standing) return classCalled(standing.className, classes, here);
  if (last) return classCalled(last.className, classes, here);
  const [first = '', ...others] = new Set((invited?.pupils ?? []).map(({ className }) => className));
  if (invited && invited.pupils.length > 1 && others.length === 0) return classCalled(first, classes, here);
  if (knowsItsPupils(invited)) return '';
  const named = classCalled(what, classes, here);
  if (named !== '') return named;
  const [own = ''] = classes.own;
  return isOwn && classes.own.length === 1 ? own : '';
}

/** The pupil of a lesson that was recorded as a one-to-one, approved or not. */
function aloneOn(standing: LessonRow | undefined, roll: readonly RollEntry[]): RollEntry | undefined {
  const [only, ...others] = standing?.pupils ?? [];
  const wasKnown = standing?.checks.some(({ check, state }) => check === 'one-to-one' && (state === 'never' || state === 'fine'));
  return wasKnown && others.length === 0 ? roll.find(({ email }) => email === only) : undefined;
}

function pupilsIn(className: string, here: readonly RollEntry[]): RollEntry[] {
  return here.filter((entry) => entry.kind === 'pupil' && className !== '' && classKey(entry.className) === classKey(className));
}

/** How many other lessons the class has on the log in the same week; one that two adults recorded is one. */
function othersThisWeek(
  { className, day, eventId, start }: { className: string; day: string; eventId: string; start: string },
  rows: readonly LessonRow[],
  standing: LessonRow | undefined,
): number {
  const monday = mondayOf(day);
  const occasion = (row: Pick<LessonRow, 'eventId' | 'start' | 'reference'>) => (row.eventId === '' ? row.reference : `${row.eventId} ${row.start}`);
  const own = eventId === '' ? '' : `${eventId} ${start}`;
  const others = rows.filter(
    (row) =>
      className !== '' &&
      classKey(row.className) === classKey(className) &&
      mondayOf(ukDay(row.start)) === monday &&
      row.reference !== standing?.reference &&
      occasion(row) !== own,
  );
  return new Set(others.map(occasion)).size;
}
