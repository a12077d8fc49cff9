import type { Occurrence } from '../../workspace/calendars.ts';
import type { CalendarData, CalendarEventData } from '../../workspace/data.ts';
import { NotModelled } from '../../workspace/errors.ts';
import { notifyGuests } from '../../workspace/invitations.ts';
import { instantOf, isTimeZone, wallTime } from '../../workspace/time-zone.ts';
import { mismatch, ScriptError } from '../errors.ts';
import type { Run } from '../run.ts';
import { type EnumValue, Served } from '../served.ts';
import { STATUS_OF } from './enums.ts';
import { CalendarEvent } from './event.ts';
import { guestAddress, READ, timesAndScopes, WRITE } from './event-base.ts';
import { CalendarEventSeries, recurring } from './series.ts';
import { timed, wholeDays } from './times.ts';

type Options = Record<string, unknown>;

/** What a `Calendar` can do, and `CalendarApp` with the default calendar. */
export abstract class CalendarMethods<Self> extends Served {
  override readonly $scopes = WRITE;
  override readonly $methodScopes: Record<string, readonly string[]>;
  override readonly $latency: Record<string, number>;
  readonly $run: Run;

  constructor(run: Run) {
    super();
    this.$run = run;
    const names = [...Object.getOwnPropertyNames(CalendarMethods.prototype), ...Object.getOwnPropertyNames(Object.getPrototypeOf(this))];
    const { latency, scopes } = timesAndScopes(names);
    this.$latency = { ...latency, createCalendar: 600 };
    this.$methodScopes = { ...scopes, newRecurrence: READ };
  }

  /** @throws when it is gone or out of reach */
  abstract $calendar(): CalendarData;
  protected abstract $self(): Self;

  // ---- the calendar itself ------------------------------------------------------------------------------------

  getId(): string {
    return this.$calendar().id;
  }
  getName(): string {
    return this.$calendar().summary;
  }
  setName(name: string): Self {
    return this.#set({ summary: this.#text(name, 'setName') });
  }
  getDescription(): string {
    return this.$calendar().description;
  }
  setDescription(description: string): Self {
    return this.#set({ description: this.#text(description, 'setDescription') });
  }
  getColor(): string {
    return this.$calendar().color;
  }
  setColor(color: string): Self {
    return this.#set({ color: colorOf(color) });
  }
  getTimeZone(): string {
    return this.$calendar().timeZone;
  }
  setTimeZone(timeZone: string): Self {
    return this.#set({ timeZone: zoneOf(timeZone) });
  }
  isHidden(): boolean {
    return this.$calendar().hidden;
  }
  setHidden(hidden: boolean): Self {
    if (typeof hidden !== 'boolean') throw mismatch(`${this.$name}.setHidden`, [hidden]);
    return this.#set({ hidden });
  }
  isSelected(): boolean {
    return this.$calendar().selected;
  }
  setSelected(selected: boolean): Self {
    if (typeof selected !== 'boolean') throw mismatch(`${this.$name}.setSelected`, [selected]);
    return this.#set({ selected });
  }
  isMyPrimaryCalendar(): boolean {
    const calendar = this.$calendar();
    return calendar.primary && calendar.owner === this.$run.effective;
  }
  isOwnedByMe(): boolean {
    return this.$run.workspace.calendars.roleOf(this.$run.effective, this.$calendar()) === 'owner';
  }

  // ---- making events ------------------------------------------------------------------------------------------

  createEvent(title: string, startTime: Date, endTime: Date, options?: Options): CalendarEvent {
    if (typeof title !== 'string' || !(startTime instanceof Date) || !(endTime instanceof Date)) {
      throw mismatch(`${this.$name}.createEvent`, [title, startTime, endTime]);
    }
    return this.#event(this.#create(title, timed(startTime, endTime, this.$calendar().timeZone), options, 'createEvent'));
  }

  createAllDayEvent(title: string, date: Date, endOrOptions?: Date | Options, options?: Options): CalendarEvent {
    const end = endOrOptions instanceof Date ? endOrOptions : undefined;
    const given = end ? options : (endOrOptions as Options | undefined);
    if (typeof title !== 'string' || !(date instanceof Date)) throw mismatch(`${this.$name}.createAllDayEvent`, [title, date]);
    return this.#event(this.#create(title, wholeDays(date, end, this.$run.manifest.timeZone), given, 'createAllDayEvent'));
  }

  createEventSeries(title: string, startTime: Date, endTime: Date, recurrence: unknown, options?: Options): CalendarEventSeries {
    if (!(endTime instanceof Date)) throw mismatch(`${this.$name}.createEventSeries`, [title, startTime, endTime, recurrence]);
    return this.#series(title, startTime, endTime, recurrence, options, 'createEventSeries');
  }

  createAllDayEventSeries(title: string, startDate: Date, recurrence: unknown, options?: Options): CalendarEventSeries {
    return this.#series(title, startDate, undefined, recurrence, options, 'createAllDayEventSeries');
  }

  // ---- finding events -----------------------------------------------------------------------------------------

  /** By iCalUID; of a series its first event. Null when there is none or it cannot be seen. */
  getEventById(iCalId: string): CalendarEvent | null {
    const kept = this.#find(iCalId);
    if (!kept) return null;
    const [first] = this.$run.workspace.calendars.occurrencesOf(kept.event, kept.home, Number.POSITIVE_INFINITY, 1);
    return first ? this.#event(first.event) : null;
  }

  getEventSeriesById(iCalId: string): CalendarEventSeries | null {
    const kept = this.#find(iCalId);
    return kept ? new CalendarEventSeries(this.$run, this.$calendar().id, kept.event.recurringEventId ?? kept.event.id) : null;
  }

  getEvents(startTime: Date, endTime: Date, options: Options = {}): CalendarEvent[] {
    if (!(startTime instanceof Date) || !(endTime instanceof Date)) throw mismatch(`${this.$name}.getEvents`, [startTime, endTime]);
    return this.#eventsIn(startTime.getTime(), endTime.getTime(), options, 'getEvents');
  }

  /** The day is the one the date has in the script's zone, from midnight to midnight in the calendar's. */
  getEventsForDay(date: Date, options: Options = {}): CalendarEvent[] {
    if (!(date instanceof Date)) throw mismatch(`${this.$name}.getEventsForDay`, [date]);
    const { year, month, day } = wallTime(this.$run.manifest.timeZone, date.getTime());
    const zone = this.$calendar().timeZone;
    return this.#eventsIn(instantOf(zone, { year, month, day }), instantOf(zone, { year, month, day: day + 1 }), options, 'getEventsForDay');
  }

  #eventsIn(from: number, to: number, options: Options, method: string): CalendarEvent[] {
    only(options, ['start', 'max', 'author', 'search', 'statusFilters'], `${this.$name}.${method}`);
    if (from > to) throw new ScriptError('Event start date must be before event end date.');
    const {
      start = 0,
      max = Number.POSITIVE_INFINITY,
      author,
      search,
      statusFilters,
    } = options as {
      start?: number;
      max?: number;
      author?: string;
      search?: string;
      statusFilters?: EnumValue[];
    };
    const calendar = this.$calendar();
    this.#requireRole('reader');
    const words = search?.toLowerCase().split(/\s+/) ?? [];
    return this.$run.workspace.calendars
      .between(calendar, from, to)
      .filter(({ event }) => author === undefined || event.creator === author.toLowerCase())
      .filter(({ event }) => words.every((word) => `${event.summary} ${event.description} ${event.location}`.toLowerCase().includes(word)))
      .filter((each) => statusFilters === undefined || statusFilters.some((status) => status.$name === this.#statusIn(calendar, each)))
      .slice(start, start + max)
      .map(({ event }) => this.#event(event));
  }

  #statusIn(calendar: CalendarData, { event }: Occurrence): string | undefined {
    if (event.organizer === calendar.id) return 'OWNER';
    const guest = event.attendees.find(({ email }) => email === calendar.owner);
    return guest && STATUS_OF[guest.responseStatus];
  }

  #find(uid: unknown) {
    const calendar = this.$calendar();
    const kept = this.$run.workspace.calendars.findByUid(calendar, this.#text(uid, 'getEventById'));
    return kept && kept.event.status !== 'cancelled' && this.$run.workspace.calendars.may(this.$run.effective, calendar, 'reader') ? kept : undefined;
  }

  #series(title: string, start: Date, end: Date | undefined, recurrence: unknown, options: Options | undefined, method: string): CalendarEventSeries {
    const calendar = this.$calendar();
    if (typeof title !== 'string') throw mismatch(`${this.$name}.${method}`, [title]);
    const times = recurring(`${this.$name}.${method}`, recurrence, start, end, calendar.timeZone, this.$run.manifest.timeZone);
    return new CalendarEventSeries(this.$run, calendar.id, this.#create(title, times, options, method).id);
  }

  #create(title: string, times: Pick<CalendarEventData, 'start' | 'end' | 'recurrence'>, options: Options | undefined, method: string): CalendarEventData {
    const given = options ?? {};
    only(given, ['description', 'location', 'guests', 'sendInvites'], `${this.$name}.${method}`);
    const { workspace, effective } = this.$run;
    const calendar = this.$calendar();
    this.#requireRole('writer');
    if (!workspace.quotas.use(effective, 'calendar events created')) {
      throw new ScriptError('Service invoked too many times for one day: calendar.');
    }
    const addresses = typeof given['guests'] === 'string' ? given['guests'].split(',').filter((each) => each.trim() !== '') : [];
    const event = workspace.calendars.addEvent(calendar, effective, {
      ...times,
      summary: title,
      description: String(given['description'] ?? ''),
      location: String(given['location'] ?? ''),
      attendees: addresses.map((each) => ({ email: guestAddress(each), responseStatus: 'needsAction' })),
    });
    notifyGuests(workspace, { home: calendar, event }, 'Invitation', given['sendInvites'] === true ? 'all' : 'none');
    return event;
  }

  #event(event: CalendarEventData): CalendarEvent {
    return new CalendarEvent(this.$run, this.$calendar().id, event.id);
  }

  #set(changes: Partial<CalendarData>): Self {
    this.#requireRole('owner');
    Object.assign(this.$calendar(), changes);
    return this.$self();
  }

  #requireRole(role: 'reader' | 'writer' | 'owner'): void {
    if (!this.$run.workspace.calendars.may(this.$run.effective, this.$calendar(), role)) throw new ScriptError('Action not allowed');
  }

  #text(value: unknown, method: string): string {
    if (typeof value !== 'string') throw mismatch(`${this.$name}.${method}`, [value]);
    return value;
  }
}

/** @throws NotModelled for an option that the documentation does not list */
export function only(options: Options, known: readonly string[], method: string): void {
  const other = Object.keys(options).find((name) => !known.includes(name));
  if (other !== undefined) throw new NotModelled(`${method} with the option ${other}`);
}

export function colorOf(color: unknown): string {
  if (typeof color !== 'string' || !/^#[0-9a-f]{6}$/i.test(color)) throw new ScriptError(`Invalid argument: ${String(color)}`);
  return color;
}

export function zoneOf(timeZone: unknown): string {
  if (typeof timeZone !== 'string' || !isTimeZone(timeZone)) throw new ScriptError(`Invalid argument: ${String(timeZone)}`);
  return timeZone;
}
