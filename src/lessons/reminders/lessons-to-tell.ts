import { addDays, ukDay, ukHour } from '../../school/calendar.ts';
import { ukMoment } from '../../school/uk-time.ts';
import type { LessonEvents, LessonRow } from '../lesson.ts';
import { approvalOn, type OneToOneRow } from '../one-to-one.ts';

type Why = LessonEvents['lesson reminded']['why'];

/** A lesson whose teacher is to be told something of it. */
export interface LessonToTell {
  lesson: LessonRow;
  why: Why;
}

/** UK hours in which teachers are told, from the first until the last begins: of tomorrow in the evening, of what is over not at night. */
export const EVENING = { from: 17, to: 22 } as const;
export const AFTERWARDS = { from: 8, to: 20 } as const;
/** After its end people say goodbye and tidy up. */
const AFTER_MS = 30 * 60_000;
/** Later nobody remembers how it went. */
const NO_LATER_MS = 3 * 86_400_000;

/**
 * Lessons on the log whose teachers are to be told now: those of tomorrow in which something is open, and those that are over and of which nobody
 * has said how they went. Each once.
 * @param now ISO 8601, UTC
 */
export function lessonsToTell(lessons: readonly LessonRow[], oneToOnes: readonly OneToOneRow[], now: string): LessonToTell[] {
  return lessons.flatMap((lesson): LessonToTell[] => {
    if (isOpenTomorrow(lesson, oneToOnes, now)) return [{ lesson, why: 'not fine tomorrow' }];
    return hasToBeAsked(lesson, now) ? [{ lesson, why: 'how did it go' }] : [];
  });
}

function isOpenTomorrow(lesson: LessonRow, oneToOnes: readonly OneToOneRow[], now: string): boolean {
  const today = ukDay(now);
  const day = ukDay(lesson.start);
  if (!isWithin(EVENING, now) || lesson.remindedBefore || day !== addDays(today, 1)) return false;
  // Whoever has looked at it this evening knows.
  return lesson.recordedAt < ukMoment(today, EVENING.from) && (lesson.verdict !== 'ready' || hasLostApproval(lesson, oneToOnes, day));
}

/** Approved when it was recorded, and ended since (D3). */
function hasLostApproval({ teacher, pupils, checks }: LessonRow, oneToOnes: readonly OneToOneRow[], day: string): boolean {
  const [pupil, ...others] = pupils;
  const wasApproved = pupil !== undefined && others.length === 0 && checks.some(({ check, state }) => check === 'one-to-one' && state === 'fine');
  return wasApproved && !approvalOn(day, oneToOnes, teacher, pupil);
}

function hasToBeAsked({ end, finished, remindedAfter }: LessonRow, now: string): boolean {
  const since = Date.parse(now) - Date.parse(end);
  return isWithin(AFTERWARDS, now) && !finished && !remindedAfter && since >= AFTER_MS && since < NO_LATER_MS;
}

function isWithin(hours: { from: number; to: number }, now: string): boolean {
  const hour = ukHour(now);
  return hours.from <= hour && hour < hours.to;
}
