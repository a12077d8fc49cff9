import { instantOf, isTimeZone } from '../../workspace/time-zone.ts';
import { type ClockRule, firstFire } from '../../workspace/trigger-clock.ts';
import { mismatch, ScriptError } from '../errors.ts';
import type { Run } from '../run.ts';
import { documented, EnumValue, LocalServed } from '../served.ts';
import { WEEKDAYS } from './enums.ts';
import { install, SCRIPTAPP_SCOPE, type Trigger } from './trigger.ts';

const MINUTE_INTERVALS = [1, 5, 10, 15, 30];

/** docs/apps-script/reference/script/clock-trigger-builder.md */
export class ClockTriggerBuilder extends LocalServed {
  readonly $name = 'ClockTriggerBuilder';
  override readonly $scopes = SCRIPTAPP_SCOPE;
  readonly #run: Run;
  readonly #handler: string;
  readonly #rule: ClockRule = {};
  /** For a trigger that fires once. */
  #onceAt: ((zone: string) => number) | undefined;

  constructor(run: Run, handler: string) {
    super();
    this.#run = run;
    this.#handler = handler;
  }

  after(durationMilliseconds: number): ClockTriggerBuilder {
    const after = whole('after', durationMilliseconds, 0);
    this.#onceAt = () => this.#run.workspace.clock.now() + after;
    return this;
  }

  at(date: Date): ClockTriggerBuilder {
    if (!(date instanceof Date) || Number.isNaN(date.getTime())) throw mismatch('ClockTriggerBuilder.at', [date]);
    this.#onceAt = () => date.getTime();
    return this;
  }

  atDate(year: number, month: number, day: number): ClockTriggerBuilder {
    const date = { year: whole('atDate', year, 1970), month: whole('atDate', month, 1, 12), day: whole('atDate', day, 1, 31) };
    this.#onceAt = (zone) => instantOf(zone, { ...date, hour: this.#rule.atHour ?? 0, minute: this.#rule.nearMinute ?? 0 });
    return this;
  }

  atHour(hour: number): ClockTriggerBuilder {
    this.#rule.atHour = whole('atHour', hour, 0, 23);
    return this;
  }

  nearMinute(minute: number): ClockTriggerBuilder {
    this.#rule.nearMinute = whole('nearMinute', minute, 0, 59);
    return this;
  }

  everyMinutes(n: number): ClockTriggerBuilder {
    if (!MINUTE_INTERVALS.includes(n)) throw new ScriptError('The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.');
    return this.#every({ everyMinutes: n });
  }

  everyHours(n: number): ClockTriggerBuilder {
    return this.#every({ everyHours: whole('everyHours', n, 1) });
  }

  everyDays(n: number): ClockTriggerBuilder {
    return this.#every({ everyDays: whole('everyDays', n, 1) });
  }

  everyWeeks(n: number): ClockTriggerBuilder {
    return this.#every({ everyWeeks: whole('everyWeeks', n, 1) });
  }

  onWeekDay(day: unknown): ClockTriggerBuilder {
    if (!(day instanceof EnumValue) || !WEEKDAYS.$values[day.$name]) throw mismatch('ClockTriggerBuilder.onWeekDay', [day]);
    this.#rule.weekDay = WEEKDAYS.$of(day.$name).$ordinal || 7;
    return this;
  }

  onMonthDay(day: number): ClockTriggerBuilder {
    this.#rule.monthDay = whole('onMonthDay', day, 1, 31);
    return this;
  }

  inTimezone(timezone: string): ClockTriggerBuilder {
    if (typeof timezone !== 'string') throw mismatch('ClockTriggerBuilder.inTimezone', [timezone]);
    if (!isTimeZone(timezone)) throw new ScriptError(`Invalid argument: timezone`);
    this.#rule.timeZone = timezone;
    return this;
  }

  create(): Trigger {
    const { workspace } = this.#run;
    const zone = this.#rule.timeZone ?? this.#run.manifest.timeZone;
    const chance = () => Number.parseInt(workspace.newId(6, '0123456789abcdef'), 16) / 0x100_0000;
    const { everyMinutes, everyHours, everyDays, everyWeeks, weekDay, monthDay } = this.#rule;
    const recurs = [everyMinutes, everyHours, everyDays, everyWeeks, weekDay, monthDay].some((each) => each !== undefined);
    if (!recurs && !this.#onceAt) throw new ScriptError('Frequency is required if you are using atHour() or nearMinute().');
    if (this.#run.manifest.addOns !== undefined && everyMinutes !== undefined) {
      // docs/apps-script/guides/triggers/installable.md: an add-on's clock trigger fires at most once an hour.
      throw new ScriptError('The interval between time-based triggers must be at least one hour for an add-on.');
    }
    const clock: ClockRule = this.#onceAt ? { once: true, ...this.#rule } : { ...this.#rule };
    const nextAt = this.#onceAt ? this.#onceAt(zone) + Math.floor(chance() * 60_000) : firstFire(clock, zone, workspace.clock.now(), chance);
    return install(this.#run, { handlerFunction: this.#handler, eventType: 'CLOCK', source: 'CLOCK', sourceId: null, clock, nextAt });
  }

  /** The last interval asked for counts. */
  #every(interval: ClockRule): ClockTriggerBuilder {
    for (const key of ['everyMinutes', 'everyHours', 'everyDays', 'everyWeeks'] as const) delete this.#rule[key];
    Object.assign(this.#rule, interval);
    return this;
  }
}

documented<ClockTriggerBuilder, GoogleAppsScript.Script.ClockTriggerBuilder>(true);

function whole(method: string, value: unknown, least: number, most = Number.MAX_SAFE_INTEGER): number {
  if (typeof value !== 'number') throw mismatch(`ClockTriggerBuilder.${method}`, [value]);
  if (!Number.isInteger(value) || value < least || value > most) throw new ScriptError(`The value you passed to ${method} was invalid.`);
  return value;
}
