import { html, raw } from 'hono/html';
import type { Context } from '../../apps-script/addon/event.ts';
import { calendarChanged } from '../../apps-script/triggers.ts';
import { dayIn } from '../../workspace/calendars.ts';
import { notifyGuests } from '../../workspace/invitations.ts';
import { instantOf } from '../../workspace/time-zone.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { CARD_SCRIPT } from '../cards/card.ts';
import { addOnPanels, isForPanels } from '../cards/panel.ts';
import type { PageReply, PageRequest } from '../page-reply.ts';
import type { Markup } from '../shell.ts';
import { eventDetails } from './event.ts';
import { CALENDAR_STYLE } from './style.ts';
import { eventAddress, mondayOf, weekList } from './week.ts';

const WEEK = 7 * 86_400_000;

/** A person's calendar: the week (`/calendar?week=…`), an event (`/calendar/event?…`) and a new one (`/calendar/new`), with the add-ons beside. */
export function calendarPage(workspace: Workspace, request: PageRequest): PageReply {
  const posted = request.method === 'POST' && !isForPanels(request.fields);
  if (request.path === '/calendar/event') return posted ? changeEvent(workspace, request) : eventPage(workspace, request);
  if (request.path === '/calendar/new') return posted ? createEvent(workspace, request) : newPage(request);
  if (request.path === '/calendar') return weekPage(workspace, request);
  return missing();
}

function withPanels(workspace: Workspace, request: PageRequest, context: Context, parts: { title: string; main: Markup; address: string }): PageReply {
  const panels = addOnPanels(workspace, {
    visitor: request.visitor,
    context,
    address: parts.address,
    ...(isForPanels(request.fields) ? { fields: request.fields } : {}),
  });
  return {
    status: 200,
    title: parts.title,
    wide: true,
    head: html`<style>${raw(CALENDAR_STYLE)}</style>${CARD_SCRIPT}`,
    main: html`<div class="calendar"><div>${parts.main}</div><aside aria-label="Add-ons">${panels}</aside></div>`,
  };
}

function weekPage(workspace: Workspace, request: PageRequest): PageReply {
  const asked = request.query.get('week') ?? '';
  const valid = /^\d{4}-\d\d-\d\d$/.test(asked) && !Number.isNaN(Date.parse(asked));
  const monday = mondayOf(valid ? asked : dayIn('Europe/London', workspace.clock.now()));
  const other = (weeks: number) => `/calendar?week=${dayIn('UTC', Date.parse(`${monday}T12:00:00Z`) + weeks * WEEK)}`;
  return withPanels(
    workspace,
    request,
    { host: 'calendar', trigger: 'homepage' },
    {
      title: 'Calendar',
      address: `/calendar?week=${monday}`,
      main: html`<h1>Calendar</h1>
<nav class="calendar-week" aria-label="Weeks"><a href="${other(-1)}">← Week before</a> <a href="/calendar">This week</a> <a href="${other(1)}">Week after →</a> <a class="button primary" href="/calendar/new">New event</a></nav>
${weekList(workspace, request.visitor, monday)}`,
    },
  );
}

function opened(workspace: Workspace, { visitor, query }: PageRequest) {
  const calendar = workspace.calendars.find(query.get('calendar') ?? '');
  const kept = calendar && workspace.calendars.may(visitor, calendar, 'reader') ? workspace.calendars.findEvent(calendar, query.get('id') ?? '') : undefined;
  return calendar && kept && kept.event.status !== 'cancelled' ? { calendar, kept } : undefined;
}

function eventPage(workspace: Workspace, request: PageRequest): PageReply {
  const found = opened(workspace, request);
  if (!found) return missing();
  const { calendar, kept } = found;
  const address = eventAddress(calendar.id, kept.event.id);
  return withPanels(
    workspace,
    request,
    { host: 'calendar', trigger: 'eventOpen', calendarId: calendar.id, eventId: kept.event.id },
    {
      title: kept.event.summary || '(No title)',
      address,
      main: html`<p><a href="/calendar?week=${dayIn(calendar.timeZone, Date.parse(kept.event.start.dateTime ?? `${kept.event.start.date}T12:00:00Z`))}">← Calendar</a></p>${eventDetails(workspace, request.visitor, calendar, kept, address)}`,
    },
  );
}

function changeEvent(workspace: Workspace, request: PageRequest): PageReply {
  const found = opened(workspace, request);
  if (!found) return missing();
  const { calendar, kept } = found;
  const answer = request.fields.get('answer');
  const mayDelete = workspace.calendars.may(request.visitor, calendar, 'writer') && kept.home === calendar;
  if (answer === 'accepted' || answer === 'declined' || answer === 'tentative') {
    if (workspace.calendars.isInvited(kept.event, request.visitor)) workspace.calendars.respond(kept, request.visitor, answer);
    calendarChanged(workspace, kept.home.id);
  } else if (request.fields.has('delete') && mayDelete) {
    workspace.calendars.cancel(kept);
    notifyGuests(workspace, kept, 'Cancelled event', 'all');
    calendarChanged(workspace, kept.home.id);
    return { ...missing(), status: 303, location: '/calendar' };
  }
  return { ...missing(), status: 303, location: eventAddress(calendar.id, kept.event.id) };
}

function newPage({ fields }: Pick<PageRequest, 'fields'>, fault = ''): PageReply {
  const kept = (name: string) => fields.get(name) ?? '';
  return {
    status: fault ? 422 : 200,
    title: fault ? `Error: ${fault}` : 'New event',
    head: html`<style>${raw(CALENDAR_STYLE)}</style>`,
    main: html`<h1>New event</h1>${fault ? html`<p class="bad" role="alert">${fault}</p>` : ''}
<form class="calendar-form" method="post" action="/calendar/new">
<label><span>Title</span><input name="title" required value="${kept('title')}"></label>
<label><span>Starts</span><input name="start" type="datetime-local" required value="${kept('start')}"></label>
<label><span>Ends</span><input name="end" type="datetime-local" required value="${kept('end')}"></label>
<label><span>Guests</span><input name="guests" value="${kept('guests')}"><small class="quiet">E-mail addresses with commas between them</small></label>
<label><span>Description</span><textarea name="description" rows="3">${kept('description')}</textarea></label>
<label><input type="checkbox" name="meet" value="yes"${fields.has('meet') ? html` checked` : ''}> Add Google Meet</label>
<p><button class="primary">Save</button></p></form>`,
  };
}

function createEvent(workspace: Workspace, request: PageRequest): PageReply {
  const { fields, visitor } = request;
  const calendar = workspace.calendars.primaryOf(visitor);
  if (!calendar) return missing();
  const moment = (name: string) => {
    const [year, month, day, hour, minute] = (/^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(fields.get(name) ?? '') ?? []).slice(1).map(Number);
    return year === undefined || month === undefined || day === undefined ? Number.NaN : instantOf(calendar.timeZone, { year, month, day, hour, minute });
  };
  const [start, end] = [moment('start'), moment('end')];
  const guests = (fields.get('guests') ?? '')
    .split(',')
    .map((each) => each.trim().toLowerCase())
    .filter(Boolean);
  const wrong = guests.find((each) => !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(each));
  if (!fields.get('title')?.trim()) return newPage(request, 'Give the event a title.');
  if (Number.isNaN(start) || Number.isNaN(end)) return newPage(request, 'Say when it starts and ends.');
  if (end < start) return newPage(request, 'It cannot end before it starts.');
  if (wrong !== undefined) return newPage(request, `${wrong} is not an e-mail address.`);
  const zone = calendar.timeZone;
  const event = workspace.calendars.addEvent(calendar, visitor, {
    summary: fields.get('title')?.trim() ?? '',
    description: fields.get('description') ?? '',
    start: { dateTime: new Date(start).toISOString(), timeZone: zone },
    end: { dateTime: new Date(end).toISOString(), timeZone: zone },
    attendees: guests.map((email) => ({ email, responseStatus: 'needsAction' })),
    ...(fields.has('meet') ? workspace.calendars.newMeet(visitor) : {}),
  });
  notifyGuests(workspace, { home: calendar, event }, 'Invitation', 'all');
  calendarChanged(workspace, calendar.id);
  return { ...missing(), status: 303, location: eventAddress(calendar.id, event.id) };
}

function missing(): PageReply {
  return {
    status: 404,
    title: 'Not here',
    main: html`<h1>There is no such event here</h1><p>It may have been deleted, or you may not see it. <a href="/calendar">Calendar</a></p>`,
  };
}
