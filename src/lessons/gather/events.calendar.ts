import type { ListedEvent } from './gather-facts.ts';

/** More events than a day has. */
const MOST = 100;

/** Events of the person's own calendar in the order in which they begin, each occurrence of a series by itself. Null when Google gave none. */
export function eventsBetween(from: string, until: string): ListedEvent[] | null {
  try {
    const options = { timeMin: from, timeMax: until, singleEvents: true, orderBy: 'startTime', maxResults: MOST };
    return (service().Events.list('primary', options).items ?? []) as ListedEvent[];
  } catch (error) {
    return unanswered(error);
  }
}

/** One event, as the person sees it in that calendar. Null when Google does not show it, as with calendars that are not their own. */
export function eventIn(calendarId: string, eventId: string): ListedEvent | null {
  try {
    return service().Events.get(calendarId, eventId) as ListedEvent;
  } catch (error) {
    return unanswered(error);
  }
}

function service(): GoogleAppsScript.Calendar {
  if (!Calendar) throw new Error('The Calendar service is not switched on.');
  return Calendar;
}

function unanswered(error: unknown): null {
  console.warn(`Calendar: ${String((error as Error).message ?? error)}`);
  return null;
}
