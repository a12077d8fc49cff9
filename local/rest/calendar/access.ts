import type { CalendarRole } from '../../workspace/calendars.ts';
import type { CalendarData } from '../../workspace/data.ts';
import { ApiError } from '../../workspace/errors.ts';
import type { ApiRequest, Caller } from '../api.ts';

const auth = (names: string): string[] => names.split(' ').map((name) => `https://www.googleapis.com/auth/${name}`);

/** Scopes by method, from each method's reference page (docs/workspace/calendar/api/v3/reference). */
export const SCOPES = {
  readEvents: auth('calendar.readonly calendar calendar.events.readonly calendar.events calendar.events.owned calendar.events.owned.readonly'),
  writeEvents: auth('calendar calendar.events calendar.events.owned'),
  readCalendars: auth('calendar.readonly calendar calendar.calendars calendar.calendars.readonly'),
  writeCalendars: auth('calendar calendar.calendars'),
  readList: auth('calendar.readonly calendar calendar.calendarlist calendar.calendarlist.readonly'),
  writeList: auth('calendar calendar.calendarlist'),
  readAcl: auth('calendar calendar.acls calendar.acls.readonly'),
  writeAcl: auth('calendar calendar.acls'),
  freeBusy: auth('calendar.readonly calendar calendar.events.freebusy calendar.freebusy'),
  settings: auth('calendar.readonly calendar calendar.settings.readonly'),
};

/** `…owned` and `…owned.readonly` reach calendars that one owns and no others. */
const OWN_CALENDARS_ONLY = auth('calendar.events.owned calendar.events.owned.readonly');

/**
 * The calendar of the path, if the caller has at least `role` there.
 * @throws ApiError 404 when there is none that the caller may know of, 403 when the role or the scope does not reach
 */
export function openCalendar(caller: Caller, request: ApiRequest, role: CalendarRole, scopes: readonly string[]): CalendarData {
  const { calendars } = caller.workspace;
  const id = request.path['calendarId'] ?? 'primary';
  const calendar = id === 'primary' ? calendars.primaryOf(caller.email) : calendars.find(id);
  if (!calendar || calendars.roleOf(caller.email, calendar) === 'none') throw notFound();
  if (!calendars.may(caller.email, calendar, role)) {
    throw new ApiError(403, `You need to have ${role} access to this calendar.`, 'PERMISSION_DENIED', 'requiredAccessLevel');
  }
  const anyCalendar = caller.scopes.includes('*') || scopes.some((scope) => caller.scopes.includes(scope) && !OWN_CALENDARS_ONLY.includes(scope));
  if (!anyCalendar && calendars.roleOf(caller.email, calendar) !== 'owner') {
    throw new ApiError(403, 'Request had insufficient authentication scopes.', 'PERMISSION_DENIED', 'insufficientPermissions');
  }
  return calendar;
}

export const notFound = (): ApiError => new ApiError(404, 'Not Found', 'NOT_FOUND', 'notFound');
export const deleted = (): ApiError => new ApiError(410, 'Resource has been deleted', 'UNKNOWN', 'deleted');
export const invalid = (message: string, reason = 'invalid'): ApiError => new ApiError(400, message, 'INVALID_ARGUMENT', reason);

/** An RFC 3339 moment with its offset, in milliseconds since 1970. @throws ApiError 400 */
export function momentIn(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/.test(value)) throw invalid('Bad Request', 'badRequest');
  return Date.parse(value);
}
