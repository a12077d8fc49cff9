import { addDays, type IsoDate, yearOf } from '../../school/days.ts';

/** How often policies are reviewed, in months (A14). */
export const REVIEW_MONTHS = [12, 24, 36] as const;

/** Where a policy stands with its review. `no date`: it was never approved, so nobody knows when to look at it again. */
export type ReviewState = 'no date' | 'in date' | 'due soon' | 'overdue';

/** Reminders before the review, in days. */
const FIRST_REMINDER = 60;
const SECOND_REMINDER = 30;

/**
 * The same day of a month so many months later; the month's last day where it has no such day.
 * @throws RangeError for a day that is none
 * @example addMonths('2028-02-29', 12) // '2029-02-28'
 */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const count = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const month = firstOf(count);
  const last = addDays(firstOf(count + 1), -1);
  const same = `${month.slice(0, 8)}${day.slice(8)}`;
  return same < last ? same : last;
}

/** The first day of a month, by the number of months since year 0. */
function firstOf(count: number): IsoDate {
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-01`;
}

/**
 * Where a policy stands on a day: on the day of the review itself it is not late yet.
 * @param nextReview null when no day is known
 * @example reviewState('2027-03-01', '2026-12-31') // 'due soon'
 */
export function reviewState(nextReview: IsoDate | null, today: IsoDate): ReviewState {
  if (nextReview === null) return 'no date';
  if (nextReview < today) return 'overdue';
  return addDays(nextReview, -FIRST_REMINDER) <= today ? 'due soon' : 'in date';
}

/**
 * The reminder that is due on a day: 60 and 30 days before the review, on its day, and every month while it is late. Of several that fell
 * into holidays only the last one is.
 * @param reminded the last one that went about this review, as this function named it; null for none
 * @returns the day that the reminder was meant for: its name; null when none is due
 * @example reminderDue('2027-03-01', null, '2027-01-05') // '2026-12-31'
 */
export function reminderDue(nextReview: IsoDate, reminded: IsoDate | null, today: IsoDate): IsoDate | null {
  const latest = latestReminder(nextReview, today);
  return latest !== null && (reminded === null || reminded < latest) ? latest : null;
}

function latestReminder(nextReview: IsoDate, today: IsoDate): IsoDate | null {
  if (today < nextReview) return [SECOND_REMINDER, FIRST_REMINDER].map((days) => addDays(nextReview, -days)).find((day) => day <= today) ?? null;
  let months = 0;
  while (addMonths(nextReview, months + 1) <= today) months += 1;
  return addMonths(nextReview, months);
}
