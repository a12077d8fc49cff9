import { html } from 'hono/html';
import { maySeeGuests } from '../../rest/calendar/event-resource.ts';
import type { Kept } from '../../workspace/calendars.ts';
import type { CalendarData, CalendarEventData } from '../../workspace/data.ts';
import { momentOf } from '../../workspace/recurrence.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { localLink } from '../links.ts';
import { fullName } from '../people.ts';
import type { Markup } from '../shell.ts';
import { timesIn } from './week.ts';

const ANSWERS = { needsAction: 'has not answered', accepted: 'is coming', declined: 'is not coming', tentative: 'may come' } as const;
const BUTTONS = [
  ['accepted', 'Yes'],
  ['tentative', 'Maybe'],
  ['declined', 'No'],
] as const;

/** What somebody with the event open sees of it. @param address where its answers are posted */
export function eventDetails(workspace: Workspace, visitor: string, calendar: CalendarData, { home, event }: Kept, address: string): Markup {
  const zone = calendar.timeZone;
  const start = momentOf(event.start, home.timeZone);
  const day = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'full' }).format(start);
  const mine = event.attendees.find((guest) => guest.email === visitor);
  return html`<h1>${event.summary || '(No title)'}</h1>
<p>${day}, ${timesIn(zone, start, momentOf(event.end, home.timeZone), event.start.date !== undefined)}${event.recurringEventId ? ', repeats' : ''}</p>
${event.hangoutLink ? html`<p><a class="button primary" href="${localLink(event.hangoutLink)}">Join with Google Meet</a> <span class="quiet">${event.hangoutLink.replace('https://', '')}</span></p>` : ''}
${otherCall(event)}
${event.location ? html`<p>${event.location}</p>` : ''}
${event.description ? html`<p style="white-space:pre-line">${event.description}</p>` : ''}
<h2>Guests</h2>
<p>Organiser: ${nameOf(workspace, event.organizer)}</p>
${
  event.attendees.length === 0
    ? html`<p class="quiet">No guests</p>`
    : maySeeGuests(calendar, home, event)
      ? html`<ul>${event.attendees.map((guest) => html`<li>${guest.displayName ?? nameOf(workspace, guest.email)} <span class="quiet">${ANSWERS[guest.responseStatus]}</span></li>`)}</ul>`
      : html`<p class="quiet">The organiser does not show who else is invited.</p>`
}
${
  workspace.calendars.isInvited(event, visitor) && event.organizer !== visitor
    ? html`<form method="post" action="${address}"><p>Going? ${BUTTONS.map(
        ([answer, word]) => html`<button name="answer" value="${answer}" aria-pressed="${mine?.responseStatus === answer}">${word}</button> `,
      )}</p></form>`
    : ''
}
${workspace.calendars.may(visitor, calendar, 'writer') && home === calendar ? html`<form method="post" action="${address}"><p><button name="delete" value="yes">Delete</button></p></form>` : ''}`;
}

/** The way into another firm's call. */
function otherCall({ hangoutLink, conferenceData }: CalendarEventData): Markup | '' {
  const video = conferenceData?.entryPoints.find(({ entryPointType }) => entryPointType === 'video');
  if (hangoutLink !== undefined || !video) return '';
  return html`<p><a class="button" href="${video.uri}">Join with ${conferenceData?.conferenceSolution.name ?? 'another service'}</a></p>`;
}

function nameOf(workspace: Workspace, email: string): string {
  const person = workspace.people.find(email);
  return person ? fullName(person) : (workspace.data.groups[email]?.name ?? workspace.data.calendars[email]?.summary ?? email);
}
