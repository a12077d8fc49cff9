import { classKey } from '../../agreements/asking/members.ts';
import { addDays, isoDayFrom, ukDay } from '../../school/calendar.ts';
import type { Person } from '../../school/person.ts';
import { Refusal } from '../../school/refusal.ts';
import { nameOn } from '../../school/roll.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { Visit } from '../../school/visit.ts';
import { mondayOf } from '../checking/week.ts';
import { type LessonRow, lessonTable, type Verdict } from '../lesson.ts';
import { maySeeLesson, seesEveryLesson } from './lesson-sight.ts';

/** Lines of one page. */
const A_PAGE = 30;

/** Every part may be left out. */
export interface LessonFilter {
  className?: string | undefined;
  teacher?: string | undefined;
  /** A day of the week that is wanted, as typed. */
  week?: string | undefined;
  /** `not fine`: it was recorded with something that was not; `not finished`: over, and nobody has said how it went; `went wrong`. */
  which?: '' | 'not fine' | 'not finished' | 'went wrong' | undefined;
  from?: number | undefined;
}

export interface LessonLine {
  reference: string;
  what: string;
  /** dd/MM/yyyy HH:mm. */
  starts: string;
  ends: string;
  className: string;
  teacher: string;
  adults: string[];
  verdict: Verdict;
  /** How many checks were found so, in order of weight: `14 fine`. */
  found: string[];
  ticks: number;
  after: 'to come' | 'not said' | 'as planned' | 'not as planned';
}

export interface LessonList {
  lines: LessonLine[];
  total: number;
  from: number;
  pageSize: number;
  /** False: this person sees their own alone. */
  isWhole: boolean;
  /** What the filter may ask for. */
  classes: string[];
  teachers: { email: string; name: string }[];
  /** How many of those that this person may see are over without anybody having said how they went. */
  open: number;
}

/** Lessons on the log that this person may see (D5), the latest first. */
export function listLessons(filter: LessonFilter, { me, now, records, roll }: Visit): LessonList {
  const mine = lessonsSeen(records.view([lessonTable]).rows(lessonTable), me);
  const found = mine.filter(fits(filter, now)).sort((a, b) => (a.start < b.start ? 1 : -1));
  const from = filter.from ?? 0;
  const nameOf = (email: string) => nameOn(roll, email);
  return {
    ...{ total: found.length, from, pageSize: A_PAGE, isWhole: seesEveryLesson(me) },
    lines: found.slice(from, from + A_PAGE).map((row) => lessonLine(row, now, nameOf)),
    classes: [...new Set(mine.map(({ className }) => className).filter((each) => each !== ''))].sort(),
    teachers: [...new Set(mine.map(({ teacher }) => teacher))].map((email) => ({ email, name: nameOf(email) })).sort((a, b) => (a.name < b.name ? -1 : 1)),
    open: mine.filter((row) => waits(row, now)).length,
  };
}

function lessonsSeen(rows: readonly LessonRow[], me: Pick<Person, 'email' | 'posts'>): LessonRow[] {
  return rows.filter((row) => maySeeLesson(row, me));
}

/** A lesson in one line. */
export function lessonLine(row: LessonRow, now: string, nameOf: (email: string) => string): LessonLine {
  const { reference, what, className, verdict, checks, ticks } = row;
  const states = ['never', 'not fine', 'cannot verify', 'a person must confirm', 'fine'] as const;
  const counted = states.map((state) => ({ state, count: checks.filter((check) => check.state === state).length })).filter(({ count }) => count > 0);
  return {
    ...{ reference, what, className, verdict, starts: ukTime(row.start), ends: ukTime(row.end) },
    ...{ teacher: nameOf(row.teacher), adults: row.adults.map(nameOf) },
    found: counted.map(({ state, count }) => `${count} ${state === 'a person must confirm' ? 'for a person to confirm' : state}`),
    ticks: ticks.length,
    after: row.finished ? (row.asPlanned ? 'as planned' : 'not as planned') : waits(row, now) ? 'not said' : 'to come',
  };
}

function waits({ finished, end }: Pick<LessonRow, 'finished' | 'end'>, now: string): boolean {
  return !finished && end <= now;
}

function fits({ className, teacher, week, which }: LessonFilter, now: string): (row: LessonRow) => boolean {
  const monday = week?.trim() ? mondayOf(dayTyped(week)) : '';
  const wanted: Record<NonNullable<LessonFilter['which']>, (row: LessonRow) => boolean> = {
    '': () => true,
    'not fine': ({ checks, verdict }) => verdict === 'do not start' || checks.some(({ state }) => state === 'not fine' || state === 'never'),
    'not finished': (row) => waits(row, now),
    'went wrong': ({ finished, asPlanned }) => finished && !asPlanned,
  };
  return (row) => {
    const day = ukDay(row.start);
    const isInWeek = monday === '' || (day >= monday && day < addDays(monday, 7));
    return (!className || classKey(row.className) === classKey(className)) && (!teacher || row.teacher === teacher) && isInWeek && wanted[which ?? ''](row);
  };
}

function dayTyped(week: string): string {
  const day = isoDayFrom(week);
  if (day === null) throw new Refusal('week-unreadable', 'Enter a day of the week that you want, like 07/09/2026', 'week');
  return day;
}
