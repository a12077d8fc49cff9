import type { CalendarEventData } from './data.ts';
import { NotModelled } from './errors.ts';

/** What each guest may set on their own copy of an event; here all share one, so that only its organiser may. */
const OWN_COPY = ['colorId', 'reminders', 'visibility', 'transparency', 'extendedProperties'];

/**
 * Whether a guest may change an event so: one's own answer always, more only when the organiser lets guests modify the
 * event or invite others (docs/workspace/calendar/api/guides/errors.md, "Forbidden for non-organizer").
 */
export function guestMayChange(event: CalendarEventData, changes: Partial<CalendarEventData>, guest: string): boolean {
  const names = Object.keys(changes);
  if (names.some((name) => name.startsWith('guestsCan'))) return false;
  if (event.guestsCanModify) return true;
  const own = names.filter((name) => OWN_COPY.includes(name));
  if (own.length > 0) throw new NotModelled(`a guest's own ${own.join(', ')} of an event`);
  if (names.some((name) => name !== 'attendees')) return false;
  const others = (list: CalendarEventData['attendees']) => list.filter((each) => each.email !== guest);
  const before = others(event.attendees);
  const after = others(changes.attendees ?? event.attendees);
  if (JSON.stringify(after.slice(0, before.length)) !== JSON.stringify(before)) return false;
  return after.length === before.length || event.guestsCanInviteOthers;
}
