import type { Kept } from './calendars.ts';
import { compose } from './mail/compose.ts';
import { momentOf } from './recurrence.ts';
import { wallTime } from './time-zone.ts';
import type { Workspace } from './workspace.ts';

export type Notice = 'Invitation' | 'Updated invitation' | 'Cancelled event';

/**
 * Mails guests about an event, in Google's name and against nobody's quota. The organiser is told nothing.
 * @param whom `externalOnly` is guests without a Google account (docs/workspace/calendar/api/v3/reference/events/insert.md, sendUpdates)
 */
export function notifyGuests(workspace: Workspace, { home, event }: Kept, notice: Notice, whom: 'all' | 'externalOnly' | 'none'): void {
  if (whom === 'none') return;
  const guests = event.attendees.filter(({ email }) => email !== home.owner && (whom === 'all' || !workspace.people.find(email)?.hasAccount));
  const { day, month, year, hour, minute } = wallTime(home.timeZone, momentOf(event.start, home.timeZone));
  const two = (value: number) => String(value).padStart(2, '0');
  const when = `${two(day)}/${two(month)}/${year}${event.start.date === undefined ? ` ${two(hour)}:${two(minute)}` : ''}`;
  const lines = [event.summary || '(No title)', when, event.location, event.hangoutLink, event.description, `Organiser: ${event.organizer}`];
  for (const { email } of guests) {
    workspace.mail.receive(
      compose({
        from: { name: 'Google Calendar', address: 'calendar-notification@google.com' },
        to: email,
        replyTo: home.owner,
        subject: `${notice}: ${event.summary || '(No title)'} @ ${when}`,
        text: `${lines.filter(Boolean).join('\n')}\n`,
      }),
    );
  }
}
