import type { ApiMethod } from './api.ts';
import { calendarMethods } from './calendar/calendars.ts';
import { eventMethods } from './calendar/events.ts';

/** The Calendar API v3 (docs/workspace/calendar/api/v3/reference). Not here: quick add, watching, batches, mails to guests. */
export const calendarApi: ApiMethod[] = [...eventMethods, ...calendarMethods];
