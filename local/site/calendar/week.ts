import { html } from 'hono/html';
import { dayIn } from '../../workspace/calendars.ts';
import type { CalendarData } from '../../workspace/data.ts';
import { momentOf } from '../../workspace/recurrence.ts';
import { wallTime } from '../../workspace/time-zone.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Markup } from '../shell.ts';

const DAY = 86_400_000;
const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** One thing in a week's list. */
interface Line {
  at: number;
  calendar: CalendarData;
  id: string;
  time: string;
  title: string;
  declined: boolean;
}

/** The Monday on or before a day (`2026-09-09` → `2026-09-07`). */
export function mondayOf(day: string): string {
  const noon = Date.parse(`${day}T12:00:00Z`);
  return dayIn('UTC', noon - ((new Date(noon).getUTCDay() + 6) % 7) * DAY);
}

/** A week of everything in the visitor's list of calendars. @param monday `2026-09-07` */
export function weekList(workspace: Workspace, visitor: string, monday: string): Markup {
  const zone = workspace.calendars.primaryOf(visitor)?.timeZone ?? 'Europe/London';
  const days = NAMES.map((name, index) => ({ name, day: dayIn('UTC', Date.parse(`${monday}T12:00:00Z`) + index * DAY) }));
  return html`${days.map(({ name, day }) => {
    const lines = linesOn(workspace, visitor, zone, day);
    return html`<section class="calendar-day"><h2>${name}<br><small class="quiet">${day.split('-').reverse().join('/')}</small></h2>${
      lines.length === 0
        ? html`<p class="quiet">Nothing</p>`
        : html`<ul>${lines.map(
            (line) =>
              html`<li><a href="${eventAddress(line.calendar.id, line.id)}"><span class="quiet">${line.time}</span><span class="${line.declined ? 'calendar-declined' : ''}">${line.title}${
                line.calendar.primary ? '' : html` <small class="quiet">${line.calendar.summary}</small>`
              }</span></a></li>`,
          )}</ul>`
    }</section>`;
  })}`;
}

export function eventAddress(calendar: string, id: string): string {
  return `/calendar/event?${new URLSearchParams({ calendar, id })}`;
}

/** `09:00 – 10:00` in the zone, or `All day`. */
export function timesIn(zone: string, start: number, end: number, allDay: boolean): string {
  if (allDay) return 'All day';
  const clock = (time: number) => {
    const { hour, minute } = wallTime(zone, time);
    return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  };
  return `${clock(start)} – ${clock(end)}`;
}

function linesOn(workspace: Workspace, visitor: string, zone: string, day: string): Line[] {
  const from = momentOf({ date: day }, zone);
  const to = momentOf({ date: dayIn('UTC', Date.parse(`${day}T12:00:00Z`) + DAY) }, zone);
  return workspace.calendars
    .listOf(visitor)
    .flatMap((calendar) => {
      const details = workspace.calendars.may(visitor, calendar, 'reader');
      return workspace.calendars.between(calendar, from, to).map(({ event, start, end }) => ({
        at: start,
        calendar,
        id: event.id,
        time: timesIn(zone, start, end, event.start.date !== undefined),
        title: details ? event.summary || '(No title)' : 'Busy',
        declined: event.attendees.some((guest) => guest.email === visitor && guest.responseStatus === 'declined'),
      }));
    })
    .sort((a, b) => a.at - b.at);
}
