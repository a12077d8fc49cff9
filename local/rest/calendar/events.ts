import type { Kept } from '../../workspace/calendars.ts';
import type { CalendarData, CalendarEventData } from '../../workspace/data.ts';
import { ApiError } from '../../workspace/errors.ts';
import { guestMayChange } from '../../workspace/guests.ts';
import { type Notice, notifyGuests } from '../../workspace/invitations.ts';
import type { ApiMethod, ApiRequest, Caller } from '../api.ts';
import { pageOf } from '../paging.ts';
import { readParameters } from '../parameters.ts';
import { deleted, invalid, momentIn, notFound, openCalendar, SCOPES } from './access.ts';
import { eventFromBody } from './event-body.ts';
import { farEnough, frameOf, listEvents } from './event-list.ts';
import { eventResource } from './event-resource.ts';

const EVENTS = '/calendar/v3/calendars/{calendarId}/events';
const ONE = `${EVENTS}/{eventId}`;
/** Guests are told as `sendUpdates` says; how many of them an answer shows is not limited here. */
const TELLING = { sendNotifications: 'boolean', sendUpdates: 'string' } as const;
const WRITING = {
  ...TELLING,
  alwaysIncludeEmail: 'boolean',
  conferenceDataVersion: 'integer',
  maxAttendees: 'unmodelled',
  supportsAttachments: 'unmodelled',
} as const;

export const eventMethods: ApiMethod[] = [
  {
    id: 'calendar.events.list',
    verb: 'GET',
    path: EVENTS,
    scopes: SCOPES.readEvents,
    ms: 150,
    call: listEvents,
  },
  {
    id: 'calendar.events.get',
    verb: 'GET',
    path: ONE,
    scopes: SCOPES.readEvents,
    ms: 120,
    call(caller, request) {
      const query = readParameters(request.query, { alwaysIncludeEmail: 'boolean', maxAttendees: 'unmodelled', timeZone: 'string' });
      const calendar = openCalendar(caller, request, 'freeBusyReader', SCOPES.readEvents);
      return eventResource(caller, calendar, eventOf(caller, calendar, request), query.timeZone);
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
      const { tell } = writingOptions(request, TELLING);
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
      const query = readParameters(request.query, {
        alwaysIncludeEmail: 'boolean',
        maxAttendees: 'unmodelled',
        maxResults: 'integer',
        originalStart: 'unmodelled',
        pageToken: 'string',
        showDeleted: 'unmodelled',
        timeMax: 'string',
        timeMin: 'string',
        timeZone: 'string',
      });
      const calendar = openCalendar(caller, request, 'freeBusyReader', SCOPES.readEvents);
      const series = eventOf(caller, calendar, request);
      const from = momentIn(query.timeMin) ?? 0;
      const to = momentIn(query.timeMax) ?? farEnough(caller);
      const all = caller.workspace.calendars.occurrencesOf(series.event, series.home, to).filter((each) => each.end > from && each.start < to);
      const { items, nextPageToken } = pageOf(all, Math.min(query.maxResults ?? 250, 2500), query.pageToken);
      return {
        ...frameOf(caller, calendar),
        items: items.map(({ event }) => eventResource(caller, calendar, { ...series, event }, query.timeZone)),
        nextPageToken,
      };
    },
  },
  {
    id: 'calendar.events.move',
    verb: 'POST',
    path: `${ONE}/move`,
    required: ['destination'],
    scopes: SCOPES.writeEvents,
    ms: 300,
    call(caller, request) {
      const { destination } = readParameters(request.query, { ...TELLING, destination: 'string' });
      const calendar = openCalendar(caller, request, 'writer', SCOPES.writeEvents);
      const { home, event } = eventOf(caller, calendar, request);
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
function writingOptions(request: ApiRequest, known: typeof WRITING | typeof TELLING = WRITING) {
  const query = readParameters(request.query, known) as ReturnType<typeof readParameters<typeof WRITING>>;
  const version = query.conferenceDataVersion ?? 0;
  if (version !== 0 && version !== 1) throw invalid('Invalid value for: conferenceDataVersion');
  const whom = query.sendUpdates ?? (query.sendNotifications ? 'all' : 'none');
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
