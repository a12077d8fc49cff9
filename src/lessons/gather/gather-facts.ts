import { ANSWERS, type EventFacts, FACTS_VERSION, type Guest, type LessonFacts, MOST_GUESTS, type SpaceFacts } from '../lesson-facts.ts';
import { callLinksIn } from './call-links.ts';

/** Somebody invited, as the event object and the Calendar API both have it. */
interface Attendee {
  email?: string | undefined;
  responseStatus?: string | undefined;
  resource?: boolean | undefined;
  additionalGuests?: number | undefined;
}

interface Time {
  dateTime?: string | undefined;
  date?: string | undefined;
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
  location?: string | undefined;
  organizer?: { email?: string | undefined } | undefined;
  recurringEventId?: string | undefined;
  start?: Time | undefined;
  end?: Time | undefined;
  /** When an occurrence of a series would have begun; a cancelled one may have no other time. */
  originalStartTime?: Time | undefined;
  attendees?: Attendee[] | undefined;
  attendeesOmitted?: boolean | undefined;
  anyoneCanAddSelf?: boolean | undefined;
  /** Left out when they can. */
  guestsCanInviteOthers?: boolean | undefined;
  conferenceData?: Conference | undefined;
}

const TITLE_LENGTH = 120;
/** Whoever invites somebody may call them a resource; only Google gives such an address. */
const RESOURCES = '@resource.calendar.google.com';

/** The facts of the event that is open. `listed` is null when the Calendar API may not be asked; it fills in what a card is not given. */
export function factsOfOpened(opened: OpenedEvent, listed: ListedEvent | null, space: SpaceFacts, at: string): LessonFacts {
  const seen = listed && hasDetails(listed) ? listed : null;
  const attendees = attendeesIn(opened, seen);
  const named = attendees?.filter(({ email }) => Boolean(email)).slice(0, MOST_GUESTS) ?? [];
  return {
    version: FACTS_VERSION,
    at,
    calendarId: opened.calendarId,
    eventId: opened.id ?? '',
    seriesId: opened.recurringEventId ?? listed?.recurringEventId ?? '',
    organizer: (opened.organizer?.email ?? seen?.organizer?.email ?? '').toLowerCase(),
    event: listed && eventFacts(listed),
    guests: attendees && named.map(guestFrom),
    guestsLeftOut: (attendees?.length ?? 0) - named.length,
    conference: conferenceIn(opened, seen),
    callLinks: seen && callLinksIn(`${seen.description ?? ''} ${seen.location ?? ''}`),
    space,
  };
}

/** The facts of an event that Calendar listed for a day. */
export function factsOfListed(listed: ListedEvent, calendarId: string, space: SpaceFacts, at: string): LessonFacts {
  return factsOfOpened({ calendarId, ...(listed.id === undefined ? {} : { id: listed.id }) }, listed, space, at);
}

/** Of an event that somebody sees as "busy" alone, and of one that was deleted, there are times at most: what is missing is not empty. */
function hasDetails({ organizer }: ListedEvent): boolean {
  return organizer?.email !== undefined;
}

/** Null when nobody says who is invited: not the same as nobody. */
function attendeesIn({ attendees, capabilities }: OpenedEvent, seen: ListedEvent | null): readonly Attendee[] | null {
  if (capabilities?.canSeeAttendees === false) return null;
  if (attendees) return attendees;
  if (seen) return seen.attendeesOmitted ? null : (seen.attendees ?? []);
  return capabilities?.canSeeAttendees ? [] : null;
}

function conferenceIn({ conferenceData, capabilities }: OpenedEvent, seen: ListedEvent | null): LessonFacts['conference'] {
  const isKnown = conferenceData !== undefined || seen !== null || capabilities?.canSeeConferenceData === true;
  return !isKnown || capabilities?.canSeeConferenceData === false
    ? { kind: 'hidden', code: '', name: '' }
    : conferenceFrom(conferenceData ?? seen?.conferenceData);
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
  const { conferenceSolution, entryPoints = [], conferenceId = '' } = conference ?? {};
  // While Google still makes a call, or failed to, the event has neither.
  if (!conferenceSolution && entryPoints.length === 0) return { kind: 'none', code: '', name: '' };
  const video = entryPoints.find(({ entryPointType }) => entryPointType === 'video')?.uri ?? '';
  const code = /^https:\/\/meet\.google\.com\/([a-z]+-[a-z]+-[a-z]+)(?:[/?#]|$)/.exec(video.toLowerCase())?.[1];
  const { key, name = '' } = conferenceSolution ?? {};
  // A call of another maker may be in an event too; the address decides, and without one the kind that Google gives.
  if (code !== undefined) return { kind: 'meet', code, name: short(name) };
  if (video === '' && key?.type === 'hangoutsMeet' && /^[a-z]+-[a-z]+-[a-z]+$/.test(conferenceId))
    return { kind: 'meet', code: conferenceId, name: short(name) };
  return { kind: 'other', code: '', name: short(name) };
}

function guestFrom({ email = '', responseStatus, resource, additionalGuests = 0 }: Attendee): Guest {
  const address = email.toLowerCase();
  const answer = ANSWERS.find((each) => each === responseStatus) ?? 'needsAction';
  return {
    email: address,
    answer,
    isResource: resource === true && address.endsWith(RESOURCES),
    ...(additionalGuests > 0 ? { brings: additionalGuests } : {}),
  };
}

function eventFacts(listed: ListedEvent): EventFacts {
  const { summary = '', status, start = listed.originalStartTime, end = start, anyoneCanAddSelf, guestsCanInviteOthers } = listed;
  return {
    title: short(summary),
    start: momentOf(start),
    end: momentOf(end),
    isAllDay: start?.date !== undefined,
    isCancelled: status === 'cancelled',
    ...(anyoneCanAddSelf ? { anyoneCanAddSelf } : {}),
    ...(hasDetails(listed) ? { guestsCanInvite: guestsCanInviteOthers !== false } : {}),
  };
}

/** Calendar gives local times with their distance from UTC; kept is UTC. */
function momentOf(time: Time | undefined): string {
  if (time?.dateTime) return new Date(time.dateTime).toISOString();
  return time?.date ?? '';
}

/** Cut between characters: half of one could not be written into an address. */
function short(words: string): string {
  return [...words].slice(0, TITLE_LENGTH).join('');
}
