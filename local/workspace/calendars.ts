import type { CalendarData, CalendarEventData, ConferenceData, SpaceData } from './data.ts';
import { momentOf, occurrences } from './recurrence.ts';
import { wallTime } from './time-zone.ts';
import type { Workspace } from './workspace.ts';

export type CalendarRole = CalendarData['acl'][number]['role'];
const RANK: Record<CalendarRole, number> = { none: 0, freeBusyReader: 1, reader: 2, writer: 3, owner: 4 };

/** One time at which something happens: a single event, or one occurrence of a series with its own id and times. */
export interface Occurrence {
  event: CalendarEventData;
  /** Milliseconds since 1970; `end` is not part of it. */
  start: number;
  end: number;
}

/** Where an event is kept: on its organiser's calendar. Guests see that same event on theirs. */
export interface Kept {
  home: CalendarData;
  event: CalendarEventData;
}

const SCHOOL_ZONE = 'Europe/London';
const DAY = 86_400_000;

/** Calendars, the events on them, and who may see or change what (docs/workspace/calendar/api/concepts). */
export class Calendars {
  constructor(private readonly workspace: Workspace) {}

  /**
   * The calendar `id`: an account's address (or alias) is its primary calendar, made when first asked for.
   * Colleagues see free and busy there and nothing more.
   */
  find(id: string): CalendarData | undefined {
    const known = this.workspace.data.calendars[id];
    if (known) return known;
    const person = this.workspace.people.find(id);
    if (!person?.hasAccount) return undefined;
    return this.workspace.data.calendars[person.email] ?? this.add({ id: person.email, summary: person.email, owner: person.email, primary: true });
  }

  primaryOf(email: string): CalendarData | undefined {
    const found = this.find(email);
    return found?.primary ? found : undefined;
  }

  /** A further calendar of `owner`, seen by nobody else until shared. */
  create(owner: string, calendar: Pick<CalendarData, 'summary'> & Partial<CalendarData>): CalendarData {
    const id = `c_${this.workspace.newId(26, '0123456789abcdef')}@group.calendar.google.com`;
    return this.add({ id, owner, primary: false, ...calendar });
  }

  delete(calendar: CalendarData): void {
    delete this.workspace.data.calendars[calendar.id];
  }

  roleOf(email: string, calendar: CalendarData): CalendarRole {
    const { people, data } = this.workspace;
    let best: CalendarRole = email === calendar.owner ? 'owner' : 'none';
    for (const { scopeType, value, role } of calendar.acl) {
      const reaches =
        scopeType === 'default' ||
        (scopeType === 'user' && value === email) ||
        (scopeType === 'domain' && email.endsWith(`@${value || data.domain}`)) ||
        (scopeType === 'group' && people.isMember(value, email));
      if (reaches && RANK[role] > RANK[best]) best = role;
    }
    return best;
  }

  may(email: string, calendar: CalendarData, role: CalendarRole): boolean {
    return RANK[this.roleOf(email, calendar)] >= RANK[role];
  }

  /** The calendar list of an account: its own, the primary one first, and those it has subscribed to and may still see. */
  listOf(email: string): CalendarData[] {
    const primary = this.primaryOf(email);
    const others = Object.values(this.workspace.data.calendars).filter(
      (each) => each !== primary && (each.owner === email || (each.subscribers?.includes(email) && this.may(email, each, 'freeBusyReader'))),
    );
    return primary ? [primary, ...others] : others;
  }

  subscribe(email: string, calendar: CalendarData): void {
    if (calendar.owner !== email && !calendar.subscribers?.includes(email)) calendar.subscribers = [...(calendar.subscribers ?? []), email];
  }

  unsubscribe(email: string, calendar: CalendarData): void {
    calendar.subscribers = calendar.subscribers?.filter((each) => each !== email) ?? [];
  }

  // ---- events -------------------------------------------------------------------------------------------------

  /** Every event on the calendar, deleted ones and changed occurrences too; on a primary calendar also those its owner is invited to. */
  kept(calendar: CalendarData): Kept[] {
    const own = Object.values(calendar.events).map((event) => ({ home: calendar, event }));
    if (!calendar.primary) return own;
    const invited = Object.values(this.workspace.data.calendars)
      .filter((home) => home !== calendar)
      .flatMap((home) => Object.values(home.events).map((event) => ({ home, event })))
      .filter(({ event }) => this.isInvited(event, calendar.owner));
    return [...own, ...invited];
  }

  /** An event by its id, an occurrence of a series by `<series>_<original start>`, as long as it was not deleted for good. */
  findEvent(calendar: CalendarData, id: string): Kept | undefined {
    const kept = this.kept(calendar);
    const exact = kept.find(({ event }) => event.id === id);
    if (exact) return exact;
    const series = kept.find(({ event }) => event.recurrence && id.startsWith(`${event.id}_`));
    const [, day, time] = /_(\d{8})(?:T(\d{6})Z)?$/.exec(id) ?? [];
    if (!series || day === undefined) return undefined;
    const begins = Date.parse(`${day}T${time ?? '000000'}Z`.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)/, '$1-$2-$3T$4:$5:'));
    const found = this.occurrencesOf(series.event, series.home, begins + DAY).find(({ event }) => event.id === id);
    return found && { home: series.home, event: found.event };
  }

  /** By iCalUID, or by the id alone, series before its changed occurrences. */
  findByUid(calendar: CalendarData, uid: string): Kept | undefined {
    const kept = this.kept(calendar).filter(({ event }) => event.iCalUID === uid || event.id === uid);
    return kept.find(({ event }) => !event.recurringEventId) ?? kept[0];
  }

  /** What happens on the calendar between two moments: series as their occurrences, deleted events left out, by start. */
  between(calendar: CalendarData, from: number, to: number): (Occurrence & { home: CalendarData })[] {
    const kept = this.kept(calendar);
    const ids = new Set(kept.map(({ event }) => event.id));
    return kept
      .filter(({ event }) => event.status !== 'cancelled' && !ids.has(event.recurringEventId ?? ''))
      .flatMap(({ home, event }) => this.occurrencesOf(event, home, to).map((each) => ({ ...each, home })))
      .filter(({ home, event, start, end }) => end > from && start < to && (home === calendar || this.isInvited(event, calendar.owner)))
      .sort((a, b) => a.start - b.start);
  }

  /** The occurrences (of a series, the first `limit`) of an event beginning before `until`: itself, if it does not recur; changed ones as changed, cancelled ones not. */
  occurrencesOf(event: CalendarEventData, home: CalendarData, until: number, limit?: number): Occurrence[] {
    const start = momentOf(event.start, home.timeZone);
    const length = momentOf(event.end, home.timeZone) - start;
    if (!event.recurrence) return [{ event, start, end: start + length }];
    const changed = Object.values(home.events).filter((each) => each.recurringEventId === event.id);
    // A changed occurrence may have been moved in from after `until`, or out of the range: all are looked at.
    const moved = changed
      .filter((each) => each.status !== 'cancelled')
      .map((each) => ({ event: each, start: momentOf(each.start, home.timeZone), end: momentOf(each.end, home.timeZone) }));
    const plain = occurrences(event, home.timeZone, until, limit)
      .map((time) => this.occurrenceAt(event, home, time, length))
      .filter((each) => !changed.some(({ id }) => id === each.event.id));
    return [...plain, ...moved.filter((each) => each.start < until)].sort((a, b) => a.start - b.start);
  }

  private occurrenceAt(series: CalendarEventData, home: CalendarData, time: number, length: number): Occurrence {
    const { recurrence: _, ...rest } = series;
    const zone = series.start.timeZone ?? home.timeZone;
    const start = series.start.date === undefined ? { dateTime: isoIn(zone, time), timeZone: zone } : { date: dayIn(home.timeZone, time) };
    const end = series.start.date === undefined ? { dateTime: isoIn(zone, time + length), timeZone: zone } : { date: dayIn(home.timeZone, time + length) };
    const stamp = series.start.date === undefined ? new Date(time).toISOString().replace(/[-:]|\.\d{3}/g, '') : dayIn(home.timeZone, time).replaceAll('-', '');
    const event = { ...rest, id: `${series.id}_${stamp}`, start, end, recurringEventId: series.id, originalStartTime: start };
    return { event, start: time, end: time + length };
  }

  /** Puts a new event on the calendar. Missing parts take Google's defaults. Its organiser is the calendar itself. */
  addEvent(calendar: CalendarData, by: string, event: Pick<CalendarEventData, 'start' | 'end'> & Partial<CalendarEventData>): CalendarEventData {
    const now = this.workspace.clock.now();
    const id = event.id ?? this.workspace.newId(26, '0123456789abcdefghijklmnopqrstuv');
    const added: CalendarEventData = {
      iCalUID: `${id}@google.com`,
      summary: '',
      description: '',
      location: '',
      organizer: calendar.id,
      creator: by,
      attendees: [],
      status: 'confirmed',
      visibility: 'default',
      transparency: 'opaque',
      guestsCanSeeOtherGuests: true,
      guestsCanInviteOthers: true,
      guestsCanModify: false,
      reminders: { useDefault: true, overrides: [] },
      extendedProperties: { private: {}, shared: {} },
      sequence: 0,
      ...event,
      id,
      created: now,
      updated: now,
    };
    calendar.events[id] = added;
    return added;
  }

  /** Changes an event in its place; an occurrence of a series becomes an event of its own ("exception"). */
  change({ home, event }: Kept, changes: Partial<CalendarEventData>): CalendarEventData {
    const now = this.workspace.clock.now();
    const moved = ['start', 'end', 'location', 'recurrence'].some((key) => key in changes);
    const changed = { ...event, ...changes, sequence: (event.sequence ?? 0) + (moved ? 1 : 0), updated: now };
    home.events[event.id] = changed;
    return changed;
  }

  /** Deletes as Google does: the event stays as cancelled for those who keep in step; with a series go its changed occurrences. */
  cancel(kept: Kept): void {
    this.change(kept, { status: 'cancelled' });
    for (const each of Object.values(kept.home.events))
      if (each.recurringEventId === kept.event.id) this.change({ home: kept.home, event: each }, { status: 'cancelled' });
  }

  /** A guest's answer, or removing oneself: only that guest's own line. A member of an invited group gets a line of their own. */
  respond(kept: Kept, email: string, responseStatus: CalendarEventData['attendees'][number]['responseStatus']): CalendarEventData {
    const attendees = kept.event.attendees.map((each) => (each.email === email ? { ...each, responseStatus } : each));
    if (!attendees.some((each) => each.email === email)) attendees.push({ email, responseStatus });
    return this.change(kept, { attendees });
  }

  isInvited(event: CalendarEventData, email: string): boolean {
    return event.attendees.some((guest) => guest.email === email || this.workspace.people.isMember(guest.email, email));
  }

  /** A new Meet space of the organiser's, and the conference data that goes with it. Events that share the data share the space. */
  newMeet(organizer: string): { hangoutLink: string; conferenceData: ConferenceData } {
    return meetLink(this.workspace.meet.newSpace({ owner: organizer }));
  }

  private add(calendar: Pick<CalendarData, 'id' | 'summary' | 'owner' | 'primary'> & Partial<CalendarData>): CalendarData {
    const { data } = this.workspace;
    const added: CalendarData = {
      description: '',
      timeZone: SCHOOL_ZONE,
      color: '#9fe1e7',
      hidden: false,
      selected: true,
      acl: [
        { scopeType: 'user', value: calendar.owner, role: 'owner' },
        ...(calendar.primary ? [{ scopeType: 'domain' as const, value: calendar.owner.split('@')[1] ?? '', role: 'freeBusyReader' as const }] : []),
      ],
      events: {},
      ...calendar,
    };
    data.calendars[added.id] = added;
    return added;
  }
}

/** How an event carries a space. */
export function meetLink({ meetingCode }: Pick<SpaceData, 'meetingCode'>): { hangoutLink: string; conferenceData: ConferenceData } {
  const uri = `https://meet.google.com/${meetingCode}`;
  return {
    hangoutLink: uri,
    conferenceData: {
      conferenceId: meetingCode,
      conferenceSolution: { key: { type: 'hangoutsMeet' }, name: 'Google Meet' },
      entryPoints: [{ entryPointType: 'video', uri, label: `meet.google.com/${meetingCode}` }],
    },
  };
}

/** A moment as the zone's clock shows it, with its offset: `2026-09-07T09:00:00+01:00`. */
export function isoIn(zone: string, time: number): string {
  const { year, month, day, hour, minute, second } = wallTime(zone, time);
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  const offset = Math.round((wall - Math.floor(time / 1000) * 1000) / 60_000);
  const two = (value: number) => String(value).padStart(2, '0');
  const sign = offset < 0 ? '-' : '+';
  const zulu = offset === 0 ? 'Z' : `${sign}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  return `${new Date(wall).toISOString().slice(0, 19)}${zulu}`;
}

/** The day it is in the zone: `2026-09-07`. */
export function dayIn(zone: string, time: number): string {
  return isoIn(zone, time).slice(0, 10);
}
