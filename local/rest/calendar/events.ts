import type { Kept } from '../../workspace/calendars.ts';
import type { CalendarData, CalendarEventData } from '../../workspace/data.ts';
import { ApiError, NotModelled } from '../../workspace/errors.ts';
import { guestMayChange } from '../../workspace/guests.ts';
import { type Notice, notifyGuests } from '../../workspace/invitations.ts';
import { momentOf } from '../../workspace/recurrence.ts';
import type { ApiMethod, ApiRequest, Caller } from '../api.ts';
import { deleted, invalid, notFound, openCalendar, page, Query, SCOPES } from './access.ts';
import { eventFromBody } from './event-body.ts';
import { eventResource } from './event-resource.ts';

const EVENTS = '/calendar/v3/calendars/{calendarId}/events';
const ONE = `${EVENTS}/{eventId}`;
const WRITING = 'alwaysIncludeEmail conferenceDataVersion maxAttendees sendNotifications sendUpdates supportsAttachments';

export const eventMethods: ApiMethod[] = [
  {
    id: 'calendar.events.list',
    verb: 'GET',
    path: EVENTS,
    scopes: SCOPES.readEvents,
    ms: 150,
    call: list,
  },
  {
    id: 'calendar.events.get',
    verb: 'GET',
    path: ONE,
    scopes: SCOPES.readEvents,
    ms: 120,
    call(caller, request) {
      const query = new Query(request.query, 'alwaysIncludeEmail maxAttendees timeZone');
      const calendar = openCalendar(caller, request, 'freeBusyReader', SCOPES.readEvents);
      return eventResource(caller, calendar, eventOf(caller, calendar, request), query.text('timeZone'));
    },
  },
  {
    id: 'calendar.events.insert',
    verb: 'POST',
    path: EVENTS,
    scopes: SCOPES.writeEvents,
    body: true,
    ms: 300,
    call(caller, request) {
      const { version, tell } = writingOptions(request);
      const calendar = openCalendar(caller, request, 'writer', SCOPES.writeEvents);
      const event = create(caller, calendar, eventFromBody(caller.workspace, calendar, request.body, version), idOf(request.body, calendar));
      tell(caller, { home: calendar, event }, 'Invitation');
      return eventResource(caller, calendar, { home: calendar, event });
    },
  },
  {
    id: 'calendar.events.import',
    verb: 'POST',
    path: `${EVENTS}/import`,
    scopes: SCOPES.writeEvents,
    body: true,
    ms: 300,
    call(caller, request) {
      const { version } = writingOptions(request);
      const calendar = openCalendar(caller, request, 'writer', SCOPES.writeEvents);
      const { id: _, iCalUID, ...body } = (request.body ?? {}) as { id?: unknown; iCalUID?: string };
      if (!iCalUID) throw invalid('Missing iCal UID.', 'required');
      const event = create(caller, calendar, eventFromBody(caller.workspace, calendar, body, version), { iCalUID });
      return eventResource(caller, calendar, { home: calendar, event });
    },
  },
  {
    id: 'calendar.events.update',
    verb: 'PUT',
    path: ONE,
    scopes: SCOPES.writeEvents,
    body: true,
    ms: 300,
    call: (caller, request) => write(caller, request, false),
  },
  {
    id: 'calendar.events.patch',
    verb: 'PATCH',
    path: ONE,
    scopes: SCOPES.writeEvents,
    body: true,
    ms: 300,
    call: (caller, request) => write(caller, request, true),
  },
  {
    id: 'calendar.events.delete',
    verb: 'DELETE',
    path: ONE,
    scopes: SCOPES.writeEvents,
    ms: 250,
    call(caller, request) {
      const { tell } = writingOptions(request, 'sendNotifications sendUpdates');
      const calendar = openCalendar(caller, request, 'writer', SCOPES.writeEvents);
      const kept = eventOf(caller, calendar, request);
      if (kept.event.status === 'cancelled') throw deleted();
      if (kept.home === calendar) {
        caller.workspace.calendars.cancel(kept);
        tell(caller, kept, 'Cancelled event');
      } else caller.workspace.calendars.respond(kept, calendar.owner, 'declined');
      return undefined;
    },
  },
  {
    id: 'calendar.events.instances',
    verb: 'GET',
    path: `${ONE}/instances`,
    scopes: SCOPES.readEvents,
    ms: 150,
    call(caller, request) {
      const query = new Query(request.query, 'alwaysIncludeEmail maxAttendees maxResults originalStart pageToken showDeleted timeMax timeMin timeZone');
      if (query.flag('showDeleted') || query.text('originalStart')) throw new NotModelled('Calendar.Events.instances with showDeleted or originalStart');
      const calendar = openCalendar(caller, request, 'freeBusyReader', SCOPES.readEvents);
      const series = eventOf(caller, calendar, request);
      const from = query.moment('timeMin') ?? 0;
      const to = query.moment('timeMax') ?? farEnough(caller);
      const all = caller.workspace.calendars.occurrencesOf(series.event, series.home, to).filter((each) => each.end > from && each.start < to);
      const { items, nextPageToken } = page(all, query, 2500, 250);
      return {
        ...frameOf(caller, calendar),
        items: items.map(({ event }) => eventResource(caller, calendar, { ...series, event }, query.text('timeZone'))),
        nextPageToken,
      };
    },
  },
  {
    id: 'calendar.events.move',
    verb: 'POST',
    path: `${ONE}/move`,
    scopes: SCOPES.writeEvents,
    ms: 300,
    call(caller, request) {
      const query = new Query(request.query, 'destination sendNotifications sendUpdates');
      const calendar = openCalendar(caller, request, 'writer', SCOPES.writeEvents);
      const { home, event } = eventOf(caller, calendar, request);
      const destination = query.text('destination');
      if (!destination) throw invalid('Required parameter: destination', 'required');
      const target = openCalendar(caller, { ...request, path: { calendarId: destination } }, 'writer', SCOPES.writeEvents);
      if (home !== calendar) throw forbidden();
      if (event.recurringEventId) throw invalid('Cannot change the organizer of an instance.', 'cannotChangeOrganizerOfInstance');
      delete calendar.events[event.id];
      return eventResource(caller, target, { home: target, event: caller.workspace.calendars.change({ home: target, event }, { organizer: target.id }) });
    },
  },
];

/** @throws ApiError 404 when the calendar has no such event */
function eventOf(caller: Caller, calendar: CalendarData, request: ApiRequest): Kept {
  const kept = caller.workspace.calendars.findEvent(calendar, request.path['eventId'] ?? '');
  if (!kept) throw notFound();
  return kept;
}

/** Options of a change: the conference version, and how guests are told (nobody, unless said). */
function writingOptions(request: ApiRequest, known = WRITING) {
  const query = new Query(request.query, known);
  const version = query.number('conferenceDataVersion', 0);
  if (version > 1) throw invalid('Invalid value for: conferenceDataVersion');
  const whom = query.text('sendUpdates') ?? (query.flag('sendNotifications') ? 'all' : 'none');
  if (whom !== 'all' && whom !== 'externalOnly' && whom !== 'none') throw invalid('Invalid value for: sendUpdates');
  return { version, tell: (caller: Caller, kept: Kept, notice: Notice) => notifyGuests(caller.workspace, kept, notice, whom) };
}

/** An id chosen by the client: base32hex, 5 to 1024 letters, not yet on the calendar (docs/workspace/calendar/api/v3/reference/events/insert.md). */
function idOf(body: unknown, calendar: CalendarData): { id?: string } {
  const id = (body as { id?: unknown } | null)?.id;
  if (id === undefined || id === null) return {};
  if (typeof id !== 'string' || !/^[a-v0-9]{5,1024}$/.test(id)) throw invalid('Invalid resource id value.');
  if (calendar.events[id]) throw new ApiError(409, 'The requested identifier already exists.', 'ALREADY_EXISTS', 'duplicate');
  return { id };
}

function create(
  caller: Caller,
  calendar: CalendarData,
  event: Parameters<Caller['workspace']['calendars']['addEvent']>[2],
  ids: { id?: string; iCalUID?: string },
) {
  if (!caller.workspace.quotas.use(caller.email, 'calendar events created')) {
    throw new ApiError(403, 'Calendar usage limits exceeded.', 'PERMISSION_DENIED', 'quotaExceeded');
  }
  return caller.workspace.calendars.addEvent(calendar, caller.email, { ...event, ...ids });
}

function write(caller: Caller, request: ApiRequest, patch: boolean) {
  const { version, tell } = writingOptions(request);
  const calendar = openCalendar(caller, request, 'writer', SCOPES.writeEvents);
  const kept = eventOf(caller, calendar, request);
  const body = { ...((request.body ?? {}) as Record<string, unknown>) };
  if (body['id'] !== undefined && body['id'] !== kept.event.id) throw invalid('Invalid resource id value.');
  delete body['id'];
  const changes = differences(kept.event, eventFromBody(caller.workspace, calendar, body, version, patch ? kept.event : undefined));
  if (kept.home !== calendar && !guestMayChange(kept.event, changes, calendar.owner)) throw forbidden();
  const written = { home: kept.home, event: caller.workspace.calendars.change(kept, changes) };
  tell(caller, written, 'Updated invitation');
  return eventResource(caller, calendar, written);
}

function differences(before: CalendarEventData, wanted: Partial<CalendarEventData>): Partial<CalendarEventData> {
  const changed = Object.entries(wanted).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof CalendarEventData]));
  return Object.fromEntries(changed.filter(([name, value]) => !(name === 'anyoneCanAddSelf' && !value && !before.anyoneCanAddSelf)));
}

/** docs/workspace/calendar/api/guides/errors.md, "Forbidden for non-organizer" */
const forbidden = (): ApiError =>
  new ApiError(403, 'Shared properties can only be changed by the organizer of the event.', 'PERMISSION_DENIED', 'forbiddenForNonOrganizer');

// ---- list -------------------------------------------------------------------------------------------------------

const LISTING =
  'alwaysIncludeEmail eventTypes iCalUID maxAttendees maxResults orderBy pageToken privateExtendedProperty q sharedExtendedProperty showDeleted showHiddenInvitations singleEvents syncToken timeMax timeMin timeZone updatedMin';
const NOT_WITH_SYNC = ['iCalUID', 'orderBy', 'privateExtendedProperty', 'q', 'sharedExtendedProperty', 'timeMin', 'timeMax', 'updatedMin'];

function list(caller: Caller, request: ApiRequest) {
  const query = new Query(request.query, LISTING);
  const calendar = openCalendar(caller, request, 'freeBusyReader', SCOPES.readEvents);
  const single = query.flag('singleEvents');
  const from = query.moment('timeMin');
  const to = query.moment('timeMax');
  if (from !== undefined && to !== undefined && from >= to) throw invalid('The specified time range is empty.', 'timeRangeEmpty');
  const order = query.text('orderBy');
  if (order !== undefined && order !== 'startTime' && order !== 'updated') throw invalid('Invalid value for: orderBy');
  if (order === 'startTime' && !single) throw invalid('The requested ordering is not available for the particular query.', 'requestedOrderingNotAvailable');
  const since = syncedAt(query, calendar) ?? query.moment('updatedMin');

  const starting = ({ home, event }: Kept) => momentOf(event.start, home.timeZone);
  const found = candidates(caller, calendar, single, from, to).filter(
    ({ event }) =>
      (event.status !== 'cancelled' || query.flag('showDeleted') || since !== undefined || (!single && event.recurringEventId !== undefined)) &&
      (since === undefined || event.updated >= since) &&
      (query.text('iCalUID') === undefined || event.iCalUID === query.text('iCalUID')) &&
      (query.many('eventTypes').length === 0 || query.many('eventTypes').includes('default')) &&
      matches(event, query.text('q')) &&
      hasProperties(event.extendedProperties.private, query.many('privateExtendedProperty')) &&
      hasProperties(event.extendedProperties.shared, query.many('sharedExtendedProperty')),
  );
  if (order === 'startTime') found.sort((a, b) => starting(a) - starting(b));
  if (order === 'updated') found.sort((a, b) => a.event.updated - b.event.updated);
  const { items, nextPageToken } = page(found, query, 2500, 250);
  return {
    ...frameOf(caller, calendar),
    items: items.map((kept) => eventResource(caller, calendar, kept, query.text('timeZone'))),
    ...(nextPageToken ? { nextPageToken } : { nextSyncToken: syncToken(caller, calendar) }),
  };
}

function candidates(caller: Caller, calendar: CalendarData, single: boolean, from = 0, to = farEnough(caller)): Kept[] {
  const { calendars } = caller.workspace;
  const cancelled = calendars.kept(calendar).filter(({ event }) => event.status === 'cancelled');
  const occurring = calendars.between(calendar, from, to);
  if (single) return [...occurring, ...cancelled];
  // A series is in the list when one of its occurrences is in the range; its changed occurrences follow it.
  const wanted = new Set(occurring.flatMap(({ event }) => [event.id, event.recurringEventId]));
  return calendars.kept(calendar).filter(({ event }) => event.status === 'cancelled' || wanted.has(event.id));
}

/** How far ahead a series without an end is expanded when no `timeMax` is asked for. */
function farEnough(caller: Caller): number {
  return caller.workspace.clock.now() + 2 * 366 * 86_400_000;
}

/** @throws ApiError 400 with parameters that a sync cannot have, 410 for a token that is no longer good */
function syncedAt(query: Query, calendar: CalendarData): number | undefined {
  const token = query.text('syncToken');
  if (token === undefined) return undefined;
  if (NOT_WITH_SYNC.some((name) => query.text(name) !== undefined))
    throw invalid('Sync token cannot be used with the other parameters of the request.', 'invalid');
  const [id, time] = Buffer.from(token, 'base64url').toString().split('\n');
  if (id !== calendar.id || !/^\d+$/.test(time ?? ''))
    throw new ApiError(410, 'Sync token is no longer valid, a full sync is required.', 'UNKNOWN', 'fullSyncRequired');
  return Number(time);
}

function syncToken(caller: Caller, calendar: CalendarData): string {
  return Buffer.from(`${calendar.id}\n${caller.workspace.clock.now()}`).toString('base64url');
}

function frameOf(caller: Caller, calendar: CalendarData) {
  return {
    kind: 'calendar#events',
    summary: calendar.summary,
    ...(calendar.description ? { description: calendar.description } : {}),
    updated: new Date(caller.workspace.clock.now()).toISOString(),
    timeZone: calendar.timeZone,
    accessRole: caller.workspace.calendars.roleOf(caller.email, calendar),
    defaultReminders: calendar.primary ? [{ method: 'popup', minutes: 10 }] : [],
  };
}

function matches(event: CalendarEventData, q: string | undefined): boolean {
  if (!q) return true;
  const guests = event.attendees.map(({ email, displayName }) => `${email} ${displayName ?? ''}`);
  const words = [event.summary, event.description, event.location, event.organizer, ...guests].join(' ').toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}

function hasProperties(properties: Record<string, string>, wanted: string[]): boolean {
  return wanted.every((each) => {
    const at = each.indexOf('=');
    return at > 0 && properties[each.slice(0, at)] === each.slice(at + 1);
  });
}
