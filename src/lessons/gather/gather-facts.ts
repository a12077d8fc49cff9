import { FACTS_VERSION, type Guest, type LessonFacts, type SpaceFacts } from '../lesson-facts.ts';
import { callLinksIn } from './call-links.ts';

/** Somebody invited, as the event object and the Calendar API both have it. */
interface Attendee {
  email?: string | undefined;
  responseStatus?: string | undefined;
  resource?: boolean | undefined;
}

interface Conference {
  conferenceId?: string | undefined;
  conferenceSolution?: { key?: { type?: string | undefined } | undefined; name?: string | undefined } | undefined;
  entryPoints?: { entryPointType?: string | undefined; uri?: string | undefined }[] | undefined;
}

/** What a card is given of the open event (docs/workspace/add-ons/concepts/event-objects.md): no title, no times, no description. */
export interface OpenedEvent {
  calendarId: string;
  /** Missing while an event is being made and was never saved. */
  id?: string | undefined;
  organizer?: { email?: string | undefined } | undefined;
  recurringEventId?: string | undefined;
  attendees?: Attendee[] | undefined;
  conferenceData?: Conference | undefined;
  capabilities?: { canSeeAttendees?: boolean | undefined; canSeeConferenceData?: boolean | undefined } | undefined;
}

/** The parts of a Calendar API event that lessons need (docs/workspace/calendar/api/v3/reference/events.md). */
export interface ListedEvent {
  id?: string | undefined;
  status?: string | undefined;
  summary?: string | undefined;
  description?: string | undefined;
  organizer?: { email?: string | undefined } | undefined;
  recurringEventId?: string | undefined;
  start?: { dateTime?: string | undefined; date?: string | undefined } | undefined;
  end?: { dateTime?: string | undefined; date?: string | undefined } | undefined;
  attendees?: Attendee[] | undefined;
  attendeesOmitted?: boolean | undefined;
  conferenceData?: Conference | undefined;
  hangoutLink?: string | undefined;
}

const TITLE_LENGTH = 120;

/** The facts of the event that is open. `listed` is null when the Calendar API may not be asked; it fills in what a card is not given. */
export function factsOfOpened(opened: OpenedEvent, listed: ListedEvent | null, space: SpaceFacts, at: string): LessonFacts {
  const hidesGuests = opened.capabilities?.canSeeAttendees === false;
  const hidesCall = opened.capabilities?.canSeeConferenceData === false;
  return {
    version: FACTS_VERSION,
    at,
    calendarId: opened.calendarId,
    eventId: opened.id ?? '',
    seriesId: opened.recurringEventId ?? listed?.recurringEventId ?? '',
    organizer: (opened.organizer?.email ?? listed?.organizer?.email ?? '').toLowerCase(),
    event: listed && timesOf(listed),
    guests: hidesGuests ? null : guestsFrom(opened.attendees ?? listed?.attendees ?? []),
    guestsLeftOut: 0,
    conference: hidesCall ? { kind: 'hidden', code: '', name: '' } : conferenceFrom(opened.conferenceData ?? listed?.conferenceData),
    callLinks: listed && callLinksIn(listed.description ?? ''),
    space,
  };
}

/** The facts of an event that Calendar listed for a day. */
export function factsOfListed(listed: ListedEvent, calendarId: string, space: SpaceFacts, at: string): LessonFacts {
  const capabilities = { canSeeAttendees: listed.attendeesOmitted !== true };
  return factsOfOpened({ calendarId, ...(listed.id === undefined ? {} : { id: listed.id }), capabilities }, listed, space, at);
}

/** The code of the Meet an event leads to; '' when it leads to none. */
export function meetCodeOf(conference: Conference | undefined): string {
  const { kind, code } = conferenceFrom(conference);
  return kind === 'meet' ? code : '';
}

/** Whether an event leads to any call. */
export function hasCall({ conferenceData }: ListedEvent): boolean {
  return conferenceFrom(conferenceData).kind !== 'none';
}

function conferenceFrom(conference: Conference | undefined): LessonFacts['conference'] {
  if (!conference) return { kind: 'none', code: '', name: '' };
  const video = conference.entryPoints?.find(({ entryPointType }) => entryPointType === 'video')?.uri ?? '';
  const code = /^https:\/\/meet\.google\.com\/([a-z]+-[a-z]+-[a-z]+)/.exec(video)?.[1];
  const { key, name = '' } = conference.conferenceSolution ?? {};
  // A call of another maker may be in an event too; the address decides, and without one the kind that Google gives.
  if (code !== undefined) return { kind: 'meet', code, name };
  if (key?.type === 'hangoutsMeet' && /^[a-z]+-[a-z]+-[a-z]+$/.test(conference.conferenceId ?? ''))
    return { kind: 'meet', code: conference.conferenceId ?? '', name };
  return { kind: 'other', code: '', name: name.slice(0, TITLE_LENGTH) };
}

function guestsFrom(attendees: readonly Attendee[]): Guest[] {
  return attendees.flatMap(({ email, responseStatus, resource }) => {
    if (!email) return [];
    const answer = responseStatus === 'accepted' || responseStatus === 'declined' || responseStatus === 'tentative' ? responseStatus : 'needsAction';
    return [{ email: email.toLowerCase(), answer, isResource: resource === true }];
  });
}

function timesOf({ summary = '', status, start, end }: ListedEvent): LessonFacts['event'] {
  return {
    title: summary.slice(0, TITLE_LENGTH),
    start: momentOf(start),
    end: momentOf(end),
    isAllDay: start?.date !== undefined,
    isCancelled: status === 'cancelled',
  };
}

/** Calendar gives local times with their distance from UTC; kept is UTC. */
function momentOf(time: ListedEvent['start']): string {
  if (time?.dateTime) return new Date(time.dateTime).toISOString();
  return time?.date ?? '';
}
