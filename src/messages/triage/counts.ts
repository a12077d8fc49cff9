import { ukDay } from '../../school/calendar.ts';
import { addDays, weekdayOf } from '../../school/days.ts';
import type { FlagRow } from '../flag.ts';
import { CATEGORIES, type Category } from '../message.ts';

/** What is kept of harmless messages: how many there were. Week (its Monday), read, deleted. */
export type WeekCount = readonly [week: string, read: number, deleted: number];

/** A year and the week under way. */
const MOST_WEEKS = 53;

/** The Monday of the UK week in which something happened. */
export function weekOf(iso: string): string {
  const day = ukDay(iso);
  return addDays(day, -((weekdayOf(day) + 6) % 7));
}

/** With so many more in that week; older weeks than a year are forgotten. */
export function addRead(weeks: readonly WeekCount[], week: string, read: number, deleted: number): WeekCount[] {
  if (read === 0 && deleted === 0) return [...weeks];
  const before = weeks.find(([each]) => each === week) ?? [week, 0, 0];
  const others = weeks.filter(([each]) => each !== week);
  return [...others, [week, before[1] + read, before[2] + deleted] as const].sort(([a], [b]) => (a < b ? -1 : 1)).slice(-MOST_WEEKS);
}

/** A week of monitoring in numbers: of nobody. */
export interface WeekInNumbers {
  week: string;
  read: number;
  deleted: number;
  /** By category, and in it by severity 1, 2, 3. */
  flagged: Record<Category, [number, number, number]>;
}

/** The weeks in which mail was read, newest first, with what was flagged in each: nothing that was erased. */
export function weeksInNumbers(weeks: readonly WeekCount[], flags: readonly Pick<FlagRow, 'flagged' | 'category' | 'severity'>[]): WeekInNumbers[] {
  const numbers = weeks.map(([week, read, deleted]) => {
    const flagged = Object.fromEntries(CATEGORIES.map((category) => [category, [0, 0, 0]])) as WeekInNumbers['flagged'];
    return { week, read, deleted, flagged };
  });
  for (const { flagged, category, severity } of flags) {
    const row = numbers.find(({ week }) => week === weekOf(flagged))?.flagged[category];
    if (row && severity >= 1 && severity <= 3) row[severity - 1] = (row[severity - 1] ?? 0) + 1;
  }
  return numbers.reverse();
}
