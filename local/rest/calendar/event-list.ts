import type { Kept } from '../../workspace/calendars.ts';
import type { CalendarData, CalendarEventData } from '../../workspace/data.ts';
import { ApiError } from '../../workspace/errors.ts';
import { momentOf } from '../../workspace/recurrence.ts';
import type { ApiRequest, Caller } from '../api.ts';
import { pageOf } from '../paging.ts';
import { readParameters } from '../parameters.ts';
import { invalid, momentIn, openCalendar, SCOPES } from './access.ts';
import { eventResource } from './event-resource.ts';

const LISTING = {
  alwaysIncludeEmail: 'boolean',
  eventTypes: 'strings',
  iCalUID: 'string',
  maxAttendees: 'unmodelled',
  maxResults: 'integer',
  orderBy: 'string',
  pageToken: 'string',
  privateExtendedProperty: 'strings',
  q: 'string',
  sharedExtendedProperty: 'strings',
  showDeleted: 'boolean',
  showHiddenInvitations: 'boolean',
  singleEvents: 'boolean',
  syncToken: 'string',
  timeMax: 'string',
  timeMin: 'string',
  timeZone: 'string',
  updatedMin: 'string',
} as const;
const NOT_WITH_SYNC = ['iCalUID', 'orderBy', 'privateExtendedProperty', 'q', 'sharedExtendedProperty', 'timeMin', 'timeMax', 'updatedMin'] as const;

/** `calendar.events.list`: events by time, words, properties or what changed since, page by page. */
export function listEvents(caller: Caller, request: ApiRequest) {
  const query = readParameters(request.query, LISTING);
  const calendar = openCalendar(caller, request, 'freeBusyReader', SCOPES.readEvents);
  const single = query.singleEvents ?? false;
  const from = momentIn(query.timeMin);
  const to = momentIn(query.timeMax);
  if (from !== undefined && to !== undefined && from >= to) throw invalid('The specified time range is empty.', 'timeRangeEmpty');
  const order = query.orderBy;
  if (order !== undefined && order !== 'startTime' && order !== 'updated') throw invalid('Invalid value for: orderBy');
  if (order === 'startTime' && !single) throw invalid('The requested ordering is not available for the particular query.', 'requestedOrderingNotAvailable');
  const since = syncedAt(query, calendar) ?? momentIn(query.updatedMin);

  const starting = ({ home, event }: Kept) => momentOf(event.start, home.timeZone);
  const found = candidates(caller, calendar, single, from, to).filter(
    ({ event }) =>
      (event.status !== 'cancelled' || query.showDeleted || since !== undefined || (!single && event.recurringEventId !== undefined)) &&
      (since === undefined || event.updated >= since) &&
      (query.iCalUID === undefined || event.iCalUID === query.iCalUID) &&
      (query.eventTypes?.includes('default') ?? true) &&
      matches(event, query.q) &&
      hasProperties(event.extendedProperties.private, query.privateExtendedProperty ?? []) &&
      hasProperties(event.extendedProperties.shared, query.sharedExtendedProperty ?? []),
  );
  if (order === 'startTime') found.sort((a, b) => starting(a) - starting(b));
  if (order === 'updated') found.sort((a, b) => a.event.updated - b.event.updated);
  const { items, nextPageToken } = pageOf(found, Math.min(query.maxResults ?? 250, 2500), query.pageToken);
  return {
    ...frameOf(caller, calendar),
    items: items.map((kept) => eventResource(caller, calendar, kept, query.timeZone)),
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
export function farEnough(caller: Caller): number {
  return caller.workspace.clock.now() + 2 * 366 * 86_400_000;
}

/** @throws ApiError 400 with parameters that a sync cannot have, 410 for a token that is no longer good */
function syncedAt(query: ReturnType<typeof readParameters<typeof LISTING>>, calendar: CalendarData): number | undefined {
  const token = query.syncToken;
  if (token === undefined) return undefined;
  if (NOT_WITH_SYNC.some((name) => query[name] !== undefined)) throw invalid('Sync token cannot be used with the other parameters of the request.', 'invalid');
  const [id, time] = Buffer.from(token, 'base64url').toString().split('\n');
  if (id !== calendar.id || !/^\d+$/.test(time ?? ''))
    throw new ApiError(410, 'Sync token is no longer valid, a full sync is required.', 'UNKNOWN', 'fullSyncRequired');
  return Number(time);
}

function syncToken(caller: Caller, calendar: CalendarData): string {
  return Buffer.from(`${calendar.id}\n${caller.workspace.clock.now()}`).toString('base64url');
}

export function frameOf(caller: Caller, calendar: CalendarData) {
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
