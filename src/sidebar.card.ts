import { lessonWants, officeAddress, safeguardingMailbox } from './address.ts';
import { type AfterPress, eventCard, type ForSchool } from './lessons/cards/event.card.ts';
import { homepageCard, MOST_LESSONS, type Today } from './lessons/cards/homepage.card.ts';
import { notConnected } from './lessons/cards/parts.card.ts';
import { eventsBetween } from './lessons/gather/events.calendar.ts';
import { hasCall, type OpenedEvent } from './lessons/gather/gather-facts.ts';
import { lookAtListed, lookAtOpened, lookAtOwn, whatIsAllowed } from './lessons/gather/look-at-event.ts';
import { whoWasThere as attendance } from './lessons/meet/conference-records.meet.ts';
import { makeSafe as makeItSafe, type Pressed, undoMakeSafe as undo } from './lessons/meet/make-it-safe.ts';
import type { SpaceAnswer } from './lessons/meet/spaces.meet.ts';
import { USUAL_WANTS, wantsIn } from './lessons/sidebar-wants.ts';
import { now } from './records/surroundings.script.ts';
import { addDays, ukDay } from './school/calendar.ts';
import { ukMoment } from './school/uk-time.ts';

type Card = GoogleAppsScript.Card_Service.Card;
type Answer = GoogleAppsScript.Card_Service.ActionResponse;

/** What Google passes to the add-on beside Calendar (docs/workspace/add-ons/concepts/event-objects.md). */
interface CalendarEvent {
  calendar?: Partial<OpenedEvent>;
  commonEventObject?: { parameters?: Record<string, string> };
}

/** The card beside the calendar when no event is open. */
export function calendarHomepage(): Card {
  const school = ourSchool();
  return school.office === '' ? notConnected() : homepageCard(todays(school.now), school);
}

/** The card of the event that was opened; presses nothing, changes nothing. */
export function openedEvent({ calendar }: CalendarEvent): Card {
  const school = ourSchool();
  if (school.office === '') return notConnected();
  return calendar?.calendarId === undefined ? homepageCard(todays(school.now), school) : eventCard(lookAtOpened(opened(calendar), school.now), school);
}

/** The same card for a lesson of the homepage. */
export function showLesson(event: CalendarEvent): Answer {
  const school = ourSchool();
  const card = eventCard(lookAtOwn(pressedWith(event, 'eventId'), school.now), school);
  return CardService.newActionResponseBuilder().setNavigation(CardService.newNavigation().pushCard(card)).build();
}

/** Sets the Meet to what the school wants (D2), and says what became of it. */
export function makeSafe(event: CalendarEvent): Answer {
  const school = ourSchool();
  const meant = { name: pressedWith(event, 'space'), code: pressedWith(event, 'code') };
  return afterPress(event, school, makeItSafe(meant, school.wanted.profile, school.now));
}

/** Puts back what "Make safe" changed. */
export function undoMakeSafe(event: CalendarEvent): Answer {
  return afterPress(event, ourSchool(), undo({ name: pressedWith(event, 'space'), code: pressedWith(event, 'code') }));
}

/** Asks Meet who was in the lesson, for the checks page. */
export function whoWasThere(event: CalendarEvent): Answer {
  const school = ourSchool();
  const look = lookAgain(event, school.now);
  const { event: lesson, space } = look.facts;
  const attended = lesson && space.state === 'read' ? attendance(space.name, lesson.start, lesson.end) : null;
  return replaced(eventCard(look, school, { attended }));
}

function afterPress(event: CalendarEvent, school: ForSchool, pressed: Pressed): Answer {
  return replaced(eventCard(lookAgain(event, school.now, pressed.space), school, { pressed } satisfies AfterPress));
}

function replaced(card: Card): Answer {
  return CardService.newActionResponseBuilder().setNavigation(CardService.newNavigation().updateCard(card)).build();
}

/** A card that came from the homepage has no event open beside it: it carries the event's id. */
function lookAgain(event: CalendarEvent, at: string, known?: SpaceAnswer) {
  return event.calendar?.id === undefined ? lookAtOwn(pressedWith(event, 'eventId'), at, known) : lookAtOpened(opened(event.calendar), at, known);
}

function opened(calendar: Partial<OpenedEvent>): OpenedEvent {
  return { ...calendar, calendarId: calendar.calendarId ?? 'primary' };
}

function pressedWith({ commonEventObject }: CalendarEvent, name: string): string {
  return commonEventObject?.parameters?.[name] ?? '';
}

/** Today is the day in the UK, also on the days when the clocks change. */
function todays(at: string): Today {
  const rights = whatIsAllowed();
  if (rights.calendar.state !== 'given') return { lessons: null, more: 0, ...rights };
  const today = ukDay(at);
  const listed = eventsBetween(ukMoment(today, 0), ukMoment(addDays(today, 1), 0));
  const withCall = listed?.filter(hasCall) ?? null;
  const lessons = withCall && lookAtListed(withCall.slice(0, MOST_LESSONS), rights, at);
  return { lessons, more: Math.max(0, (withCall?.length ?? 0) - MOST_LESSONS), ...rights };
}

function ourSchool(): ForSchool {
  const domain = safeguardingMailbox().split('@')[1] ?? '';
  return { office: officeAddress(), wanted: { domain, ...(wantsIn(lessonWants()) ?? USUAL_WANTS) }, now: now() };
}
