import type { Kept } from '../../workspace/calendars.ts';
import type { CalendarData, CalendarEventData } from '../../workspace/data.ts';
import { guestMayChange } from '../../workspace/guests.ts';
import { mismatch, ScriptError } from '../errors.ts';
import type { Run } from '../run.ts';
import { EnumValue, Served } from '../served.ts';
import { EVENT_TRANSPARENCIES, EVENT_TYPES, GUEST_STATUSES, RESPONSE_OF, STATUS_OF, VISIBILITIES } from './enums.ts';
import { EventGuest } from './guest.ts';

const CALENDAR = 'https://www.googleapis.com/auth/calendar';
const FEEDS = 'https://www.google.com/calendar/feeds';
export const READ = [CALENDAR, `${CALENDAR}.readonly`, FEEDS];
export const WRITE = [CALENDAR, FEEDS];

/** Methods that look and change nothing: the read-only scope is enough for them, and they are quicker. */
function isReading(method: string): boolean {
  return /^(get|is|guestsCan|anyoneCan|newRecurrence)/.test(method);
}

/** Latency and scopes by a method's name, so that they need not be listed method by method. */
export function timesAndScopes(names: readonly string[]) {
  const reading = names.filter(isReading);
  return {
    latency: Object.fromEntries(names.map((name) => [name, isReading(name) ? 100 : 220])),
    scopes: Object.fromEntries(reading.map((name) => [name, READ])),
  };
}

/** What a single event and a series have in common. The state is looked up at each call: another run may have changed it. */
export abstract class EventBase<Self> extends Served {
  override readonly $scopes = WRITE;
  override readonly $methodScopes: Record<string, readonly string[]>;
  override readonly $latency: Record<string, number>;
  readonly $run: Run;
  readonly $calendarId: string;
  readonly $eventId: string;

  constructor(run: Run, calendarId: string, eventId: string) {
    super();
    this.$run = run;
    this.$calendarId = calendarId;
    this.$eventId = eventId;
    const names = [...Object.getOwnPropertyNames(EventBase.prototype), ...Object.getOwnPropertyNames(Object.getPrototypeOf(this))];
    ({ latency: this.$latency, scopes: this.$methodScopes } = timesAndScopes(names));
  }

  protected abstract $self(): Self;

  /** @throws when the event is gone, or the account lost its sight of it */
  $kept(): Kept & { calendar: CalendarData } {
    const { calendars } = this.$run.workspace;
    const calendar = calendars.find(this.$calendarId);
    const kept = calendar && calendars.may(this.$run.effective, calendar, 'reader') ? calendars.findEvent(calendar, this.$eventId) : undefined;
    if (!calendar || !kept || kept.event.status === 'cancelled') throw new ScriptError('The calendar event does not exist, or it has already been deleted.');
    return { ...kept, calendar };
  }

  /** @throws "Action not allowed" for those who may not write there, and for guests beyond what their organiser allows */
  $change(changes: Partial<CalendarEventData>): Self {
    const { calendars } = this.$run.workspace;
    const kept = this.$kept();
    const allowed =
      calendars.may(this.$run.effective, kept.calendar, 'writer') && (kept.home === kept.calendar || guestMayChange(kept.event, changes, kept.calendar.owner));
    if (!allowed) throw new ScriptError('Action not allowed');
    calendars.change(kept, changes);
    return this.$self();
  }

  // ---- what it says -------------------------------------------------------------------------------------------

  getId(): string {
    return this.$kept().event.iCalUID;
  }
  getTitle(): string {
    return this.$kept().event.summary;
  }
  setTitle(title: string): Self {
    return this.$change({ summary: this.$text(title, 'setTitle') });
  }
  getDescription(): string {
    return this.$kept().event.description;
  }
  setDescription(description: string): Self {
    return this.$change({ description: this.$text(description, 'setDescription') });
  }
  getLocation(): string {
    return this.$kept().event.location;
  }
  setLocation(location: string): Self {
    return this.$change({ location: this.$text(location, 'setLocation') });
  }
  /** An index from 1 to 11 as a string; '' for the calendar's own colour. */
  getColor(): string {
    return this.$kept().event.colorId ?? '';
  }
  setColor(color: string): Self {
    if (!/^([1-9]|1[01]|)$/.test(String(color))) throw new ScriptError(`Invalid event color id: ${color}`);
    return this.$change({ colorId: color === '' ? undefined : String(color) });
  }
  getVisibility(): EnumValue {
    return VISIBILITIES.$of(this.$kept().event.visibility.toUpperCase());
  }
  setVisibility(visibility: EnumValue): Self {
    return this.$change({ visibility: this.$enum(visibility, VISIBILITIES.$values, 'setVisibility').toLowerCase() });
  }
  getTransparency(): EnumValue {
    return EVENT_TRANSPARENCIES.$of(this.$kept().event.transparency.toUpperCase());
  }
  setTransparency(transparency: EnumValue): Self {
    return this.$change({ transparency: this.$enum(transparency, EVENT_TRANSPARENCIES.$values, 'setTransparency').toLowerCase() });
  }
  getEventType(): EnumValue {
    this.$kept();
    return EVENT_TYPES.$of('DEFAULT');
  }
  getCreators(): string[] {
    return [this.$kept().event.creator];
  }
  getDateCreated(): Date {
    return new Date(this.$kept().event.created);
  }
  getLastUpdated(): Date {
    return new Date(this.$kept().event.updated);
  }
  getOriginalCalendarId(): string {
    return this.$kept().home.id;
  }
  isOwnedByMe(): boolean {
    return this.$kept().home.owner === this.$run.effective;
  }

  // ---- guests -------------------------------------------------------------------------------------------------

  /** Without the owner, unless asked for (docs/apps-script/reference/calendar/calendar-event.md#getGuestList(Boolean)). */
  getGuestList(includeOwner = false): EventGuest[] {
    const { event, home, calendar } = this.$kept();
    const hidden = calendar !== home && !event.guestsCanSeeOtherGuests && !event.guestsCanModify;
    const guests = event.attendees.filter(({ email }) => email !== home.owner && (!hidden || email === calendar.owner));
    const owner = includeOwner ? [new EventGuest(this.$run, { email: home.owner, responseStatus: 'accepted' }, true)] : [];
    return [...guests.map((guest) => new EventGuest(this.$run, guest, false)), ...owner];
  }

  getGuestByEmail(email: string): EventGuest | null {
    return this.getGuestList().find((guest) => guest.getEmail() === String(email).toLowerCase()) ?? null;
  }

  addGuest(email: string): Self {
    const address = guestAddress(email);
    const { attendees } = this.$kept().event;
    if (attendees.some((guest) => guest.email === address)) return this.$self();
    return this.$change({ attendees: [...attendees, { email: address, responseStatus: 'needsAction' }] });
  }

  removeGuest(email: string): Self {
    return this.$change({ attendees: this.$kept().event.attendees.filter((guest) => guest.email !== String(email).toLowerCase()) });
  }

  /** OWNER for the owner, null for somebody who is not invited. */
  getMyStatus(): EnumValue | null {
    const { event, home } = this.$kept();
    if (home.owner === this.$run.effective) return GUEST_STATUSES.$of('OWNER');
    const mine = event.attendees.find((guest) => guest.email === this.$run.effective);
    return mine ? GUEST_STATUSES.$of(STATUS_OF[mine.responseStatus]) : null;
  }

  setMyStatus(status: EnumValue): Self {
    const response = RESPONSE_OF[this.$enum(status, GUEST_STATUSES.$values, 'setMyStatus')];
    if (!response) throw new ScriptError('Invalid argument: status');
    this.$run.workspace.calendars.respond(this.$kept(), this.$run.effective, response);
    return this.$self();
  }

  guestsCanModify(): boolean {
    return this.$kept().event.guestsCanModify;
  }
  setGuestsCanModify(guestsCanModify: boolean): Self {
    return this.$change({ guestsCanModify: this.$flag(guestsCanModify, 'setGuestsCanModify') });
  }
  guestsCanInviteOthers(): boolean {
    return this.$kept().event.guestsCanInviteOthers;
  }
  setGuestsCanInviteOthers(guestsCanInviteOthers: boolean): Self {
    return this.$change({ guestsCanInviteOthers: this.$flag(guestsCanInviteOthers, 'setGuestsCanInviteOthers') });
  }
  guestsCanSeeGuests(): boolean {
    return this.$kept().event.guestsCanSeeOtherGuests;
  }
  setGuestsCanSeeGuests(guestsCanSeeGuests: boolean): Self {
    return this.$change({ guestsCanSeeOtherGuests: this.$flag(guestsCanSeeGuests, 'setGuestsCanSeeGuests') });
  }
  anyoneCanAddSelf(): boolean {
    return this.$kept().event.anyoneCanAddSelf ?? false;
  }
  setAnyoneCanAddSelf(anyoneCanAddSelf: boolean): Self {
    return this.$change({ anyoneCanAddSelf: this.$flag(anyoneCanAddSelf, 'setAnyoneCanAddSelf') });
  }

  // ---- reminders and tags -------------------------------------------------------------------------------------

  getEmailReminders(): number[] {
    return this.#reminders('email');
  }
  addEmailReminder(minutesBefore: number): Self {
    return this.#addReminder('email', minutesBefore);
  }
  getPopupReminders(): number[] {
    return this.#reminders('popup');
  }
  addPopupReminder(minutesBefore: number): Self {
    return this.#addReminder('popup', minutesBefore);
  }
  removeAllReminders(): Self {
    return this.$change({ reminders: { useDefault: false, overrides: [] } });
  }
  resetRemindersToDefault(): Self {
    return this.$change({ reminders: { useDefault: true, overrides: [] } });
  }

  getTag(key: string): string | null {
    return this.$kept().event.extendedProperties.shared[key] ?? null;
  }
  setTag(key: string, value: string): Self {
    return this.#tags((tags) => ({ ...tags, [this.$text(key, 'setTag')]: this.$text(value, 'setTag') }));
  }
  deleteTag(key: string): Self {
    return this.#tags((tags) => Object.fromEntries(Object.entries(tags).filter(([name]) => name !== key)));
  }
  getAllTagKeys(): string[] {
    return Object.keys(this.$kept().event.extendedProperties.shared);
  }

  #reminders(method: string): number[] {
    return this.$kept()
      .event.reminders.overrides.filter((each) => each.method === method)
      .map((each) => each.minutes);
  }

  /** "At least 5 minutes, and at most 4 weeks (40320 minutes), before the event"; five of them at most. */
  #addReminder(method: string, minutes: number): Self {
    if (!Number.isInteger(minutes) || minutes < 5 || minutes > 40_320) throw new ScriptError(`Invalid argument: ${minutes}`);
    const { overrides } = this.$kept().event.reminders;
    if (overrides.length >= 5) throw new ScriptError('Too many reminders for this event.');
    return this.$change({ reminders: { useDefault: false, overrides: [...overrides, { method, minutes }] } });
  }

  #tags(change: (tags: Record<string, string>) => Record<string, string>): Self {
    const { extendedProperties } = this.$kept().event;
    return this.$change({ extendedProperties: { ...extendedProperties, shared: change(extendedProperties.shared) } });
  }

  $text(value: unknown, method: string): string {
    if (typeof value !== 'string' && typeof value !== 'number') throw mismatch(`${this.$name}.${method}`, [value]);
    return String(value);
  }

  $flag(value: unknown, method: string): boolean {
    if (typeof value !== 'boolean') throw mismatch(`${this.$name}.${method}`, [value]);
    return value;
  }

  $enum(value: unknown, values: Readonly<Record<string, EnumValue>>, method: string): string {
    if (!(value instanceof EnumValue) || values[value.$name] !== value) throw mismatch(`${this.$name}.${method}`, [value]);
    return value.$name;
  }
}

/** @throws for what is no e-mail address */
export function guestAddress(email: unknown): string {
  const address = String(email).trim().toLowerCase();
  if (!/^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/.test(address)) throw new ScriptError(`Invalid email: ${String(email)}`);
  return address;
}
