import { createHash } from 'node:crypto';
import { isoIn, type Kept } from '../../workspace/calendars.ts';
import type { CalendarData, CalendarEventData } from '../../workspace/data.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Caller } from '../api.ts';
import { conferenceShown } from './conference.ts';

/** Whose eyes the event is seen with. */
type Reader = Pick<Caller, 'workspace' | 'email'>;

/** Changes whenever the event does. */
export function etagOf(value: unknown): string {
  return `"${createHash('sha1').update(JSON.stringify(value)).digest('base64url').slice(0, 16)}"`;
}

/**
 * An event as the Calendar API shows it (docs/workspace/calendar/api/v3/reference/events.md): empty and default fields are
 * left out, times are in `zone`. Whoever sees only free and busy, or a private event as a reader, gets no details.
 */
export function eventResource(caller: Reader, calendar: CalendarData, { home, event }: Kept, zone = calendar.timeZone) {
  const role = caller.workspace.calendars.roleOf(caller.email, calendar);
  const hidden = role === 'freeBusyReader' || (role === 'reader' && (event.visibility === 'private' || event.visibility === 'confidential'));
  const times = {
    start: timeIn(event.start, zone, home.timeZone),
    end: timeIn(event.end, zone, home.timeZone),
    ...(event.recurrence ? { recurrence: event.recurrence } : {}),
    ...(event.recurringEventId ? { recurringEventId: event.recurringEventId } : {}),
    ...(event.originalStartTime ? { originalStartTime: timeIn(event.originalStartTime, zone, home.timeZone) } : {}),
  };
  const frame = { kind: 'calendar#event', etag: etagOf(event), id: event.id, status: event.status };
  if (hidden) return { ...frame, ...times, iCalUID: event.iCalUID, visibility: 'private', eventType: 'default' };
  return {
    ...frame,
    htmlLink: `https://www.google.com/calendar/event?eid=${Buffer.from(`${event.id} ${calendar.id}`).toString('base64url')}`,
    created: new Date(event.created).toISOString(),
    updated: new Date(event.updated).toISOString(),
    ...given({ summary: event.summary, description: event.description, location: event.location, colorId: event.colorId }),
    creator: { email: event.creator, ...(event.creator === calendar.id ? { self: true } : {}) },
    organizer: organizerOf(caller.workspace, event, calendar),
    ...times,
    ...(event.transparency === 'opaque' ? {} : { transparency: event.transparency }),
    ...(event.visibility === 'default' ? {} : { visibility: event.visibility }),
    iCalUID: event.iCalUID,
    sequence: event.sequence ?? 0,
    ...attendeesOf(caller, calendar, home, event),
    ...propertiesOf(event),
    ...conferenceShown(caller.workspace, event),
    ...(event.anyoneCanAddSelf ? { anyoneCanAddSelf: true } : {}),
    ...(event.guestsCanInviteOthers ? {} : { guestsCanInviteOthers: false }),
    ...(event.guestsCanModify ? { guestsCanModify: true } : {}),
    ...(event.guestsCanSeeOtherGuests ? {} : { guestsCanSeeOtherGuests: false }),
    reminders: { useDefault: event.reminders.useDefault, ...(event.reminders.overrides.length > 0 ? { overrides: event.reminders.overrides } : {}) },
    eventType: 'default',
  };
}

/** Whether the caller, looking at `calendar`, may see who else is invited. */
export function maySeeGuests(calendar: CalendarData, home: CalendarData, event: CalendarEventData): boolean {
  return calendar === home || event.guestsCanSeeOtherGuests || event.guestsCanModify;
}

function attendeesOf(caller: Reader, calendar: CalendarData, home: CalendarData, event: CalendarEventData) {
  if (event.attendees.length === 0) return {};
  const all = event.attendees.map(({ displayName, ...guest }) => {
    const name = displayName ?? nameOf(caller.workspace, guest.email);
    return {
      email: guest.email,
      ...(name ? { displayName: name } : {}),
      ...(guest.email === event.organizer ? { organizer: true } : {}),
      ...(guest.email === calendar.id ? { self: true } : {}),
      responseStatus: guest.responseStatus,
      ...given({ optional: guest.optional, resource: guest.resource, comment: guest.comment, additionalGuests: guest.additionalGuests }),
    };
  });
  if (maySeeGuests(calendar, home, event)) return { attendees: all };
  return { attendees: all.filter((guest) => guest.self), attendeesOmitted: true };
}

function organizerOf(workspace: Workspace, event: CalendarEventData, calendar: CalendarData) {
  const name = workspace.data.calendars[event.organizer]?.primary === false ? workspace.data.calendars[event.organizer]?.summary : undefined;
  return { email: event.organizer, ...(name ? { displayName: name } : {}), ...(event.organizer === calendar.id ? { self: true } : {}) };
}

function nameOf(workspace: Workspace, email: string): string | undefined {
  const person = workspace.people.find(email);
  return person ? `${person.givenName} ${person.familyName}`.trim() : workspace.data.groups[email]?.name;
}

function propertiesOf(event: CalendarEventData) {
  const kinds = Object.entries(event.extendedProperties).filter(([, values]) => Object.keys(values).length > 0);
  return kinds.length > 0 ? { extendedProperties: Object.fromEntries(kinds) } : {};
}

function timeIn(time: CalendarEventData['start'], zone: string, homeZone: string) {
  if (time.dateTime === undefined) return { date: time.date };
  return { dateTime: isoIn(zone, Date.parse(time.dateTime)), timeZone: time.timeZone ?? homeZone };
}

/** Without what is empty. */
function given<T extends Record<string, unknown>>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '' && value !== false)) as Partial<T>;
}
