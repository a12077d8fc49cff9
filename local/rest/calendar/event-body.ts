import { isoIn } from '../../workspace/calendars.ts';
import type { CalendarData, CalendarEventData } from '../../workspace/data.ts';
import { NotModelled } from '../../workspace/errors.ts';
import { isRecurrence, momentOf } from '../../workspace/recurrence.ts';
import { instantOf, isTimeZone } from '../../workspace/time-zone.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { invalid } from './access.ts';
import { conferenceFromBody } from './conference.ts';

type Body = Record<string, unknown>;
type Time = CalendarEventData['start'];
type Guest = CalendarEventData['attendees'][number];

/** What the server fills in itself: sent back by a client that read the event first, and not looked at. */
const READ_ONLY =
  'kind etag id htmlLink created updated creator organizer iCalUID sequence recurringEventId originalStartTime hangoutLink attendeesOmitted privateCopy locked'.split(
    ' ',
  );
const BEYOND = 'attachments gadget source endTimeUnspecified workingLocationProperties outOfOfficeProperties focusTimeProperties birthdayProperties'.split(' ');
const STATUSES = ['needsAction', 'declined', 'tentative', 'accepted'];

/**
 * What a request body asks to be changed in an event. Given `before`, fields that are missing stay as they are (patch
 * semantics, `null` clears); otherwise they take their defaults.
 * @throws ApiError 400 for what the Calendar API refuses, NotModelled for kinds of event that are not here
 */
export function eventFromBody(workspace: Workspace, calendar: CalendarData, sent: unknown, conferenceVersion: number, before?: CalendarEventData) {
  const body = (sent ?? {}) as Body;
  if (typeof body !== 'object' || Array.isArray(body)) throw invalid('Parse Error', 'parseError');
  for (const name of Object.keys(body)) if (!(name in READERS) && !READ_ONLY.includes(name)) refuse(name, body[name]);

  const changes: Partial<CalendarEventData> = {};
  for (const [name, read] of Object.entries(READERS)) {
    if (name in body) Object.assign(changes, read(body[name], before));
    else if (!before) Object.assign(changes, read(null, undefined));
  }
  if ('conferenceData' in body && conferenceVersion === 1) {
    Object.assign(changes, conferenceFromBody(workspace, calendar, body['conferenceData'] as Body | null, before));
  }

  const start = 'start' in body || !before ? time(body['start'] as Body, 'start', calendar, before?.start) : before.start;
  const end = 'end' in body || !before ? time(body['end'] as Body, 'end', calendar, before?.end) : before.end;
  check(calendar, start, end, changes.recurrence ?? ('recurrence' in changes ? undefined : before?.recurrence), body);
  if ('start' in body || !before) changes.start = start;
  if ('end' in body || !before) changes.end = end;
  return { ...changes, start, end };
}

function refuse(name: string, value: unknown): void {
  if (name === 'conferenceData' || name === 'start' || name === 'end' || value === null || value === undefined) return;
  if (name === 'eventType' && value === 'default') return;
  if (name === 'eventType' || BEYOND.includes(name)) throw new NotModelled(`Calendar event ${name} ${JSON.stringify(value)}`);
  throw invalid(`Invalid JSON payload received. Unknown name "${name}": Cannot find field.`);
}

const text = (field: keyof CalendarEventData) => (value: unknown) => ({ [field]: value === null || value === undefined ? '' : String(value) });
const flag = (field: keyof CalendarEventData, otherwise: boolean) => (value: unknown) => {
  if (value !== null && value !== undefined && typeof value !== 'boolean') throw invalid(`Invalid value for: ${field}`);
  return { [field]: value ?? otherwise };
};
const oneOf = (field: keyof CalendarEventData, values: string[]) => (value: unknown) => {
  const chosen = value ?? values[0];
  if (typeof chosen !== 'string' || !values.includes(chosen)) throw invalid(`Invalid value for: ${field}`);
  return { [field]: chosen };
};

const READERS: Record<string, (value: unknown, before?: CalendarEventData) => Partial<CalendarEventData>> = {
  summary: text('summary'),
  description: text('description'),
  location: text('location'),
  status: oneOf('status', ['confirmed', 'tentative', 'cancelled']),
  visibility: oneOf('visibility', ['default', 'public', 'private', 'confidential']),
  transparency: oneOf('transparency', ['opaque', 'transparent']),
  guestsCanInviteOthers: flag('guestsCanInviteOthers', true),
  guestsCanModify: flag('guestsCanModify', false),
  guestsCanSeeOtherGuests: flag('guestsCanSeeOtherGuests', true),
  anyoneCanAddSelf: flag('anyoneCanAddSelf', false),
  colorId(value) {
    if (value === null || value === undefined) return { colorId: undefined };
    if (!/^([1-9]|1[01])$/.test(String(value))) throw invalid('Invalid event color id.');
    return { colorId: String(value) };
  },
  attendees: (value, before) => ({ attendees: ((value ?? []) as Body[]).map((guest) => attendee(guest, before?.attendees ?? [])) }),
  recurrence(value) {
    const lines = value as string[] | null | undefined;
    if (!lines || lines.length === 0) return { recurrence: undefined };
    if (!Array.isArray(lines) || !isRecurrence(lines)) throw invalid('Invalid recurrence rule.');
    return { recurrence: lines };
  },
  reminders(value) {
    const { useDefault = false, overrides = [] } = (value ?? { useDefault: true }) as Partial<CalendarEventData['reminders']>;
    if (useDefault && overrides.length > 0)
      throw invalid('Cannot specify both default reminders and overrides at the same time.', 'cannotUseDefaultRemindersAndSpecifyOverride');
    // docs/workspace/calendar/api/v3/reference/events.md: at most 5 overrides, 0 to 40320 minutes.
    if (overrides.length > 5) throw invalid('Invalid value for: reminders');
    for (const { method, minutes } of overrides) {
      if (!['email', 'popup'].includes(method) || !Number.isInteger(minutes) || minutes < 0 || minutes > 40_320) throw invalid('Invalid value for: reminders');
    }
    return { reminders: { useDefault, overrides } };
  },
  extendedProperties(value, before) {
    const sent = (value ?? {}) as Record<string, Record<string, string | null>>;
    const kept = value === null ? undefined : before?.extendedProperties;
    const merged = (kind: 'private' | 'shared') =>
      Object.fromEntries(Object.entries({ ...kept?.[kind], ...sent[kind] }).filter((entry): entry is [string, string] => entry[1] !== null));
    return { extendedProperties: { private: merged('private'), shared: merged('shared') } };
  },
};

function attendee(sent: Body, before: Guest[]): Guest {
  const email = String(sent['email'] ?? '').toLowerCase();
  if (!/^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/.test(email)) throw invalid('Invalid attendee email.');
  const responseStatus = (sent['responseStatus'] ?? before.find((each) => each.email === email)?.responseStatus ?? 'needsAction') as Guest['responseStatus'];
  if (!STATUSES.includes(responseStatus)) throw invalid('Invalid value for: responseStatus');
  const guest: Guest = { email, responseStatus };
  if (typeof sent['displayName'] === 'string') guest.displayName = sent['displayName'];
  if (typeof sent['comment'] === 'string') guest.comment = sent['comment'];
  if (typeof sent['additionalGuests'] === 'number') guest.additionalGuests = sent['additionalGuests'];
  if (sent['optional'] === true) guest.optional = true;
  if (sent['resource'] === true) guest.resource = true;
  return guest;
}

/** A start or end; one of `date` and `dateTime`, the latter with an offset or a zone. Patching puts it over what was there. */
function time(sent: Body | null | undefined, which: 'start' | 'end', calendar: CalendarData, before: Time | undefined): Time {
  if (!sent) throw invalid(`Missing ${which} time.`, 'required');
  const merged = Object.fromEntries(Object.entries({ ...before, ...sent }).filter(([, value]) => value !== null && value !== undefined)) as Time;
  if (merged.timeZone !== undefined && !isTimeZone(merged.timeZone)) throw invalid(`Invalid time zone definition for ${which} time.`);
  if ((merged.date === undefined) === (merged.dateTime === undefined))
    throw invalid(merged.date === undefined ? `Missing ${which} time.` : `Invalid ${which} time.`);
  if (merged.date !== undefined) {
    if (!/^\d{4}-\d\d-\d\d$/.test(merged.date) || Number.isNaN(Date.parse(merged.date))) throw invalid('Invalid Value');
    return { date: merged.date };
  }
  const [, year, month, day, hour, minute, second, offset] =
    /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/.exec(merged.dateTime ?? '') ?? [];
  if (year === undefined) throw invalid('Bad Request', 'badRequest');
  const zone = (sent['timeZone'] as string | undefined) ?? before?.timeZone ?? calendar.timeZone;
  if (offset === undefined && !('timeZone' in sent)) throw invalid(`Missing time zone definition for ${which} time.`, 'required');
  const [y = 0, mo = 1, d = 1, h = 0, mi = 0, s = 0] = [year, month, day, hour, minute, second].map(Number);
  const moment = offset === undefined ? instantOf(zone, { year: y, month: mo, day: d, hour: h, minute: mi, second: s }) : Date.parse(merged.dateTime ?? '');
  if (Number.isNaN(moment)) throw invalid('Invalid Value');
  return { dateTime: isoIn(zone, moment), timeZone: zone };
}

function check(calendar: CalendarData, start: Time, end: Time, recurrence: string[] | undefined, body: Body): void {
  if ((start.date === undefined) !== (end.date === undefined)) throw invalid('Start and end times must either both be date or both be dateTime.');
  const length = momentOf(end, calendar.timeZone) - momentOf(start, calendar.timeZone);
  if (length < 0 || (length === 0 && start.date !== undefined)) throw invalid('The specified time range is empty.', 'timeRangeEmpty');
  const sentStart = body['start'] as Body | undefined;
  // docs/workspace/calendar/api/guides/recurringevents.md: a timed series needs a zone to recur in.
  if (recurrence && sentStart?.['dateTime'] && !sentStart['timeZone']) throw invalid('Missing time zone definition for start time.', 'required');
}
