import { instantOf, wallTime } from '../../workspace/time-zone.ts';
import { WEEKDAYS } from '../core/enums.ts';
import { mismatch } from '../errors.ts';
import { documented, EnumValue, LocalServed } from '../served.ts';
import { MONTHS } from './enums.ts';

type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';

/** What `newRecurrence()` and all the rules made from it share: they are one recurrence, whichever of them is handed on. */
class Plan {
  zone: string | undefined;
  readonly rules: { kind: 'RRULE' | 'EXRULE'; parts: Map<string, string>; until?: Date }[] = [];
  readonly dates: { kind: 'RDATE' | 'EXDATE'; date: Date }[] = [];

  /** RFC 5545 lines; without a rule, weekly (docs/apps-script/reference/calendar/calendar-app.md#newRecurrence()). */
  lines(zone: string): string[] {
    const own = this.zone ?? zone;
    const rules = this.rules.map(({ kind, parts, until }) => {
      const end = until ? [`UNTIL=${endOfDay(own, until)}`] : [];
      return `${kind}:${[...[...parts].map(([name, value]) => `${name}=${value}`), ...end].join(';')}`;
    });
    const dates = this.dates.map(({ kind, date }) => `${kind};TZID=${own}:${stamp(own, date)}`);
    return rules.length + dates.length === 0 ? ['RRULE:FREQ=WEEKLY'] : [...rules, ...dates];
  }
}

function stamp(zone: string, date: Date): string {
  const { year, month, day, hour, minute, second } = wallTime(zone, date.getTime());
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year}${two(month)}${two(day)}T${two(hour)}${two(minute)}${two(second)}`;
}

/** "Ends on a given date (inclusive)": that day's last second, in UTC as RFC 5545 wants it. */
function endOfDay(zone: string, date: Date): string {
  const last = instantOf(zone, { ...wallTime(zone, date.getTime()), hour: 23, minute: 59, second: 59, millisecond: 0 });
  return new Date(last).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

abstract class Recurring extends LocalServed {
  readonly #plan: Plan;

  constructor(plan: Plan) {
    super();
    this.#plan = plan;
  }

  /** @param zone of the calendar, unless the recurrence was given one of its own */
  $lines(zone: string): string[] {
    return this.#plan.lines(zone);
  }

  $zone(): string | undefined {
    return this.#plan.zone;
  }

  addDailyRule(): RecurrenceRule {
    return this.#rule('RRULE', 'DAILY');
  }
  addWeeklyRule(): RecurrenceRule {
    return this.#rule('RRULE', 'WEEKLY');
  }
  addMonthlyRule(): RecurrenceRule {
    return this.#rule('RRULE', 'MONTHLY');
  }
  addYearlyRule(): RecurrenceRule {
    return this.#rule('RRULE', 'YEARLY');
  }
  addDailyExclusion(): RecurrenceRule {
    return this.#rule('EXRULE', 'DAILY');
  }
  addWeeklyExclusion(): RecurrenceRule {
    return this.#rule('EXRULE', 'WEEKLY');
  }
  addMonthlyExclusion(): RecurrenceRule {
    return this.#rule('EXRULE', 'MONTHLY');
  }
  addYearlyExclusion(): RecurrenceRule {
    return this.#rule('EXRULE', 'YEARLY');
  }

  addDate(date: Date): EventRecurrence {
    return this.#date('RDATE', date, 'addDate');
  }

  addDateExclusion(date: Date): EventRecurrence {
    return this.#date('EXDATE', date, 'addDateExclusion');
  }

  setTimeZone(timeZone: string): EventRecurrence {
    this.#plan.zone = timeZone;
    return new EventRecurrence(this.#plan);
  }

  #rule(kind: 'RRULE' | 'EXRULE', frequency: Frequency): RecurrenceRule {
    const rule = { kind, parts: new Map([['FREQ', frequency as string]]) };
    this.#plan.rules.push(rule);
    return new RecurrenceRule(this.#plan, rule);
  }

  #date(kind: 'RDATE' | 'EXDATE', date: Date, method: string): EventRecurrence {
    if (!(date instanceof Date)) throw mismatch(`EventRecurrence.${method}`, [date]);
    this.#plan.dates.push({ kind, date });
    return new EventRecurrence(this.#plan);
  }
}

/** docs/apps-script/reference/calendar/event-recurrence.md */
export class EventRecurrence extends Recurring {
  readonly $name = 'EventRecurrence';
  constructor(plan = new Plan()) {
    super(plan);
  }
}

/** docs/apps-script/reference/calendar/recurrence-rule.md */
export class RecurrenceRule extends Recurring {
  readonly $name = 'RecurrenceRule';
  readonly #rule: Plan['rules'][number];

  constructor(plan: Plan, rule: Plan['rules'][number]) {
    super(plan);
    this.#rule = rule;
  }

  interval(interval: number): RecurrenceRule {
    return this.#numbers('INTERVAL', [interval], 'interval');
  }

  times(times: number): RecurrenceRule {
    return this.#numbers('COUNT', [times], 'times');
  }

  until(endDate: Date): RecurrenceRule {
    if (!(endDate instanceof Date)) throw mismatch('RecurrenceRule.until', [endDate]);
    this.#rule.until = endDate;
    return this;
  }

  onlyInMonth(month: EnumValue): RecurrenceRule {
    return this.onlyInMonths([month]);
  }
  onlyInMonths(months: EnumValue[]): RecurrenceRule {
    if (!months.every((each) => each === MONTHS.$values[each?.$name])) throw mismatch('RecurrenceRule.onlyInMonths', [months]);
    return this.#set('BYMONTH', months.map((each) => each.$ordinal + 1).join(','));
  }
  onlyOnMonthDay(day: number): RecurrenceRule {
    return this.onlyOnMonthDays([day]);
  }
  onlyOnMonthDays(days: number[]): RecurrenceRule {
    return this.#numbers('BYMONTHDAY', days, 'onlyOnMonthDays');
  }
  onlyOnWeek(week: number): RecurrenceRule {
    return this.onlyOnWeeks([week]);
  }
  onlyOnWeeks(weeks: number[]): RecurrenceRule {
    return this.#numbers('BYWEEKNO', weeks, 'onlyOnWeeks');
  }
  onlyOnWeekday(day: EnumValue): RecurrenceRule {
    return this.onlyOnWeekdays([day]);
  }
  onlyOnWeekdays(days: EnumValue[]): RecurrenceRule {
    return this.#set('BYDAY', days.map((day) => weekday(day, 'onlyOnWeekdays')).join(','));
  }
  onlyOnYearDay(day: number): RecurrenceRule {
    return this.onlyOnYearDays([day]);
  }
  onlyOnYearDays(days: number[]): RecurrenceRule {
    return this.#numbers('BYYEARDAY', days, 'onlyOnYearDays');
  }
  weekStartsOn(day: EnumValue): RecurrenceRule {
    return this.#set('WKST', weekday(day, 'weekStartsOn'));
  }

  #numbers(part: string, values: number[], method: string): RecurrenceRule {
    if (!Array.isArray(values) || !values.every(Number.isInteger)) throw mismatch(`RecurrenceRule.${method}`, [values]);
    return this.#set(part, values.join(','));
  }

  #set(part: string, value: string): RecurrenceRule {
    this.#rule.parts.set(part, value);
    return this;
  }
}

function weekday(day: EnumValue, method: string): string {
  if (!(day instanceof EnumValue) || !WEEKDAYS.$values[day.$name]) throw mismatch(`RecurrenceRule.${method}`, [day]);
  return day.$name.slice(0, 2);
}

documented<EventRecurrence, GoogleAppsScript.Calendar.EventRecurrence>(true);
documented<RecurrenceRule, GoogleAppsScript.Calendar.RecurrenceRule>(true);
