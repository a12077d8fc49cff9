import type { CalendarData } from '../../workspace/data.ts';
import { ApiError, NotModelled } from '../../workspace/errors.ts';
import { isTimeZone } from '../../workspace/time-zone.ts';
import type { ApiMethod, ApiRequest, Caller } from '../api.ts';
import { pageOf } from '../paging.ts';
import { readParameters } from '../parameters.ts';
import { invalid, momentIn, notFound, openCalendar, SCOPES } from './access.ts';
import { etagOf } from './event-resource.ts';

const CALENDARS = '/calendar/v3/calendars';
const ONE = `${CALENDARS}/{calendarId}`;
const LIST = '/calendar/v3/users/me/calendarList';

export const calendarMethods: ApiMethod[] = [
  {
    id: 'calendar.calendars.get',
    verb: 'GET',
    path: ONE,
    scopes: SCOPES.readCalendars,
    call: (caller, request) => resource(openCalendar(caller, request, 'freeBusyReader', SCOPES.readCalendars)),
  },
  {
    id: 'calendar.calendars.insert',
    verb: 'POST',
    path: CALENDARS,
    scopes: SCOPES.writeCalendars,
    body: true,
    ms: 600,
    call(caller, request) {
      const changes = changesOf(request);
      if (!changes.summary) throw invalid('Missing title.', 'required');
      return resource(caller.workspace.calendars.create(caller.email, { ...changes, summary: changes.summary }));
    },
  },
  {
    id: 'calendar.calendars.patch',
    verb: 'PATCH',
    path: ONE,
    scopes: SCOPES.writeCalendars,
    body: true,
    ms: 300,
    call: (caller, request) => resource(Object.assign(openCalendar(caller, request, 'owner', SCOPES.writeCalendars), changesOf(request))),
  },
  {
    id: 'calendar.calendars.delete',
    verb: 'DELETE',
    path: ONE,
    scopes: SCOPES.writeCalendars,
    ms: 300,
    call(caller, request) {
      const calendar = openCalendar(caller, request, 'owner', SCOPES.writeCalendars);
      if (calendar.primary) throw new ApiError(403, 'Cannot delete primary calendar.', 'PERMISSION_DENIED', 'cannotDeletePrimaryCalendar');
      caller.workspace.calendars.delete(calendar);
      return undefined;
    },
  },
  {
    id: 'calendar.calendarList.list',
    verb: 'GET',
    path: LIST,
    scopes: SCOPES.readList,
    call(caller, request) {
      const query = readParameters(request.query, {
        maxResults: 'integer',
        minAccessRole: 'string',
        pageToken: 'string',
        showDeleted: 'unmodelled',
        showHidden: 'boolean',
        syncToken: 'unmodelled',
      });
      const { calendars } = caller.workspace;
      const least = query.minAccessRole as 'freeBusyReader' | 'reader' | 'writer' | 'owner' | undefined;
      const seen = calendars.listOf(caller.email).filter((each) => (!each.hidden || query.showHidden) && (!least || calendars.may(caller.email, each, least)));
      const { items, nextPageToken } = pageOf(seen, Math.min(query.maxResults ?? 100, 250), query.pageToken);
      return { kind: 'calendar#calendarList', items: items.map((each) => entry(caller, each)), ...(nextPageToken ? { nextPageToken } : {}) };
    },
  },
  {
    id: 'calendar.calendarList.get',
    verb: 'GET',
    path: `${LIST}/{calendarId}`,
    scopes: SCOPES.readList,
    call(caller, request) {
      const calendar = openCalendar(caller, request, 'freeBusyReader', SCOPES.readList);
      if (!caller.workspace.calendars.listOf(caller.email).includes(calendar)) throw notFound();
      return entry(caller, calendar);
    },
  },
  {
    id: 'calendar.calendarList.insert',
    verb: 'POST',
    path: LIST,
    scopes: SCOPES.writeList,
    body: true,
    call(caller, request) {
      const { id, ...rest } = (request.body ?? {}) as { id?: string };
      if (!id) throw invalid('Missing id.', 'required');
      if (Object.keys(rest).length > 0) throw new NotModelled(`Calendar.CalendarList.insert with ${Object.keys(rest).join(', ')}`);
      const calendar = openCalendar(caller, { ...request, path: { calendarId: id } }, 'freeBusyReader', SCOPES.writeList);
      caller.workspace.calendars.subscribe(caller.email, calendar);
      return entry(caller, calendar);
    },
  },
  {
    id: 'calendar.acl.list',
    verb: 'GET',
    path: `${ONE}/acl`,
    scopes: SCOPES.readAcl,
    call(caller, request) {
      const query = readParameters(request.query, { maxResults: 'integer', pageToken: 'string', showDeleted: 'unmodelled', syncToken: 'unmodelled' });
      const calendar = openCalendar(caller, request, 'owner', SCOPES.readAcl);
      const { items, nextPageToken } = pageOf(calendar.acl, Math.min(query.maxResults ?? 100, 250), query.pageToken);
      return { kind: 'calendar#acl', items: items.map(rule), ...(nextPageToken ? { nextPageToken } : {}) };
    },
  },
  {
    id: 'calendar.acl.insert',
    verb: 'POST',
    path: `${ONE}/acl`,
    scopes: SCOPES.writeAcl,
    body: true,
    ms: 300,
    call(caller, request) {
      // Nobody is mailed about a share here.
      readParameters(request.query, { sendNotifications: 'boolean' });
      const calendar = openCalendar(caller, request, 'owner', SCOPES.writeAcl);
      const { role, scope } = (request.body ?? {}) as {
        role?: CalendarData['acl'][number]['role'];
        scope?: { type?: CalendarData['acl'][number]['scopeType']; value?: string };
      };
      if (!role || !['none', 'freeBusyReader', 'reader', 'writer', 'owner'].includes(role)) throw invalid('Invalid role.');
      if (!scope?.type || !['default', 'user', 'group', 'domain'].includes(scope.type)) throw invalid('Invalid scope type.');
      if (scope.type !== 'default' && !scope.value) throw invalid('Invalid scope value.');
      const added = { scopeType: scope.type, value: scope.value?.toLowerCase() ?? '', role };
      calendar.acl = [...calendar.acl.filter((each) => each.scopeType !== added.scopeType || each.value !== added.value), added];
      return rule(added);
    },
  },
  {
    id: 'calendar.freebusy.query',
    verb: 'POST',
    path: '/calendar/v3/freeBusy',
    scopes: SCOPES.freeBusy,
    body: true,
    call: freeBusy,
  },
  {
    id: 'calendar.settings.list',
    verb: 'GET',
    path: '/calendar/v3/users/me/settings',
    scopes: SCOPES.settings,
    call: (caller) => ({ kind: 'calendar#settings', items: Object.entries(settings(caller)).map(([id, value]) => setting(id, value)) }),
  },
  {
    id: 'calendar.settings.get',
    verb: 'GET',
    path: '/calendar/v3/users/me/settings/{setting}',
    scopes: SCOPES.settings,
    call(caller, request) {
      const id = request.path['setting'] ?? '';
      const value = settings(caller)[id];
      if (value === undefined) throw notFound();
      return setting(id, value);
    },
  },
];

function resource(calendar: CalendarData) {
  const { id, summary, description, location, timeZone } = calendar;
  const fields = { summary, ...(description ? { description } : {}), ...(location ? { location } : {}), timeZone };
  return { kind: 'calendar#calendar', etag: etagOf({ id, ...fields }), id, ...fields };
}

function entry(caller: Caller, calendar: CalendarData) {
  return {
    ...resource(calendar),
    kind: 'calendar#calendarListEntry',
    backgroundColor: calendar.color,
    foregroundColor: '#000000',
    accessRole: caller.workspace.calendars.roleOf(caller.email, calendar),
    defaultReminders: [],
    ...(calendar.hidden ? { hidden: true } : {}),
    ...(calendar.selected ? { selected: true } : {}),
    ...(calendar.primary && calendar.owner === caller.email ? { primary: true } : {}),
  };
}

function rule({ scopeType, value, role }: CalendarData['acl'][number]) {
  const scope = scopeType === 'default' ? { type: scopeType } : { type: scopeType, value };
  return { kind: 'calendar#aclRule', etag: etagOf([scope, role]), id: scopeType === 'default' ? scopeType : `${scopeType}:${value}`, scope, role };
}

function changesOf(request: ApiRequest): Partial<CalendarData> {
  const { summary, description, location, timeZone, ...rest } = (request.body ?? {}) as Record<string, unknown>;
  const others = Object.keys(rest).filter((name) => !['kind', 'etag', 'id', 'conferenceProperties', 'dataOwner'].includes(name));
  if (others.length > 0) throw invalid(`Invalid JSON payload received. Unknown name "${others[0]}": Cannot find field.`);
  if (timeZone !== undefined && !isTimeZone(String(timeZone))) throw invalid('Invalid time zone value.');
  return Object.fromEntries(Object.entries({ summary, description, location, timeZone }).filter(([, value]) => value !== undefined));
}

/** docs/workspace/calendar/api/v3/reference/freebusy/query.md: a calendar one may not see is an error in its own entry, not of the call. */
function freeBusy(caller: Caller, request: ApiRequest) {
  const body = (request.body ?? {}) as { timeMin?: string; timeMax?: string; items?: { id: string }[] };
  const from = momentIn(body.timeMin);
  const to = momentIn(body.timeMax);
  if (from === undefined || to === undefined) throw invalid('Missing timeMin parameter.', 'required');
  if (from >= to) throw invalid('The specified time range is empty.', 'timeRangeEmpty');
  const { calendars } = caller.workspace;
  const busyOf = ({ id }: { id: string }) => {
    const calendar = id === 'primary' ? calendars.primaryOf(caller.email) : calendars.find(id);
    if (!calendar || !calendars.may(caller.email, calendar, 'freeBusyReader')) return { errors: [{ domain: 'global', reason: 'notFound' }], busy: [] };
    const busy = calendars
      .between(calendar, from, to)
      .filter(
        ({ event }) => event.transparency !== 'transparent' && event.attendees.find((each) => each.email === calendar.owner)?.responseStatus !== 'declined',
      );
    return { busy: busy.map(({ start, end }) => ({ start: new Date(start).toISOString(), end: new Date(end).toISOString() })) };
  };
  return {
    kind: 'calendar#freeBusy',
    timeMin: new Date(from).toISOString(),
    timeMax: new Date(to).toISOString(),
    calendars: Object.fromEntries((body.items ?? []).map((each) => [each.id, busyOf(each)])),
  };
}

/** The settings that hold for a school in the United Kingdom (docs/workspace/calendar/api/v3/reference/settings.md). */
function settings(caller: Caller): Record<string, string> {
  return {
    timezone: caller.workspace.calendars.primaryOf(caller.email)?.timeZone ?? 'Europe/London',
    locale: 'en_GB',
    weekStart: '1',
    format24HourTime: 'true',
    dateFieldOrder: 'DMY',
    defaultEventLength: '60',
  };
}

function setting(id: string, value: string) {
  return { kind: 'calendar#setting', etag: etagOf([id, value]), id, value };
}
