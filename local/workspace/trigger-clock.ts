import type { TriggerData } from './data.ts';
import { instantOf, wallTime } from './time-zone.ts';

export type ClockRule = NonNullable<TriggerData['clock']>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Google fires within a quarter of an hour of the minute asked for (docs/apps-script/reference/script/clock-trigger-builder.md). */
const NEAR_MINUTES = 15;

/**
 * When a new recurring trigger fires first. Google picks a moment within what was asked for (any minute of the hour, any second of
 * the interval) and keeps to it (docs/apps-script/guides/triggers/installable.md, "Time-driven triggers").
 * @param chance a number from 0 up to 1
 */
export function firstFire(rule: ClockRule, zone: string, now: number, chance: () => number): number {
  if (rule.everyMinutes !== undefined) return now + Math.ceil(chance() * rule.everyMinutes * MINUTE);
  if (rule.everyHours !== undefined) return now + Math.ceil(chance() * rule.everyHours * HOUR);
  const hour = rule.atHour ?? Math.floor(chance() * 24);
  const minute = rule.nearMinute === undefined ? Math.floor(chance() * 60) : rule.nearMinute + Math.floor(chance() * 2 * NEAR_MINUTES) - NEAR_MINUTES;
  const second = Math.floor(chance() * 60);
  const today = wallTime(zone, now);
  for (let ahead = 0; ; ahead += 1) {
    const at = instantOf(zone, { ...today, day: today.day + ahead, hour, minute, second, millisecond: 0 });
    if (at > now && fits(rule, zone, at)) return at;
  }
}

/** When a recurring trigger that was due at `last` is due again: at the same moment of its next interval. */
export function nextFire(rule: ClockRule, zone: string, last: number): number {
  if (rule.everyMinutes !== undefined) return last + rule.everyMinutes * MINUTE;
  if (rule.everyHours !== undefined) return last + rule.everyHours * HOUR;
  const wall = wallTime(zone, last);
  const days = rule.weekDay !== undefined || rule.everyWeeks !== undefined ? 7 * (rule.everyWeeks ?? 1) : (rule.everyDays ?? 1);
  if (rule.monthDay === undefined) return instantOf(zone, { ...wall, day: wall.day + days });
  for (let ahead = 1; ; ahead += 1) {
    const at = instantOf(zone, { ...wall, day: wall.day + ahead });
    if (fits(rule, zone, at)) return at;
  }
}

/** A month without the day asked for is left out. */
function fits(rule: ClockRule, zone: string, at: number): boolean {
  const wall = wallTime(zone, at);
  return (rule.weekDay === undefined || wall.weekday === rule.weekDay) && (rule.monthDay === undefined || wall.day === rule.monthDay);
}
