import type { LessonFacts } from '../lesson-facts.ts';
import { rightTo, type Standing } from '../meet/rights.script.ts';
import { readSpaces, type SpaceAnswer } from '../meet/spaces.meet.ts';
import { eventIn } from './events.calendar.ts';
import { factsOfListed, factsOfOpened, type ListedEvent, meetCodeOf, type OpenedEvent } from './gather-facts.ts';

/** What the person has allowed. */
export interface Allowed {
  calendar: Standing;
  meet: Standing;
}

/** Everything that Google says about one event, and what the person has not allowed. */
export interface LookedAt extends Allowed {
  facts: LessonFacts;
  /** What is amiss, in words; ''. */
  why: string;
}

const NO_RIGHT: SpaceAnswer = { facts: { state: 'no right' }, code: '', why: '' };
/** For an event without a Meet: nothing was asked. */
const NOTHING: SpaceAnswer = { facts: { state: 'no answer' }, code: '', why: '' };
const UNSEEN = { canSeeAttendees: false, canSeeConferenceData: false };

/**
 * Asks Google about the event that is open.
 * @param known what Google has just said about its Meet, when it was asked already
 */
export function lookAtOpened(opened: OpenedEvent, now: string, known?: SpaceAnswer): LookedAt {
  const rights = whatIsAllowed();
  const listed = rights.calendar.state === 'given' && opened.id ? eventIn(opened.calendarId, opened.id) : null;
  const code = meetCodeOf(opened.conferenceData ?? listed?.conferenceData);
  const space = spaceOf(code, rights, known);
  return { facts: factsOfOpened(opened, listed, space.facts, now), why: space.why, ...rights };
}

/** Asks Google about an event of the person's own calendar that is not open: a card of the homepage. */
export function lookAtOwn(eventId: string, now: string, known?: SpaceAnswer): LookedAt {
  const rights = whatIsAllowed();
  const listed = eventIn('primary', eventId);
  if (!listed) {
    const facts = factsOfOpened({ calendarId: 'primary', id: eventId, capabilities: UNSEEN }, null, (known ?? NOTHING).facts, now);
    return { facts, why: 'Google Calendar gave no answer about this event. Open it in the calendar.', ...rights };
  }
  const code = meetCodeOf(listed.conferenceData);
  const space = spaceOf(code, rights, known);
  return { facts: factsOfListed(listed, 'primary', space.facts, now), why: space.why, ...rights };
}

/** Asks Google about the Meets of several listed events, all at once. */
export function lookAtListed(events: readonly ListedEvent[], rights: Allowed, now: string): LookedAt[] {
  const answers = askMeets(
    events.map(({ conferenceData }) => meetCodeOf(conferenceData)),
    rights.meet,
  );
  return events.map((event) => {
    const space = answers.get(meetCodeOf(event.conferenceData)) ?? NOTHING;
    return { facts: factsOfListed(event, 'primary', space.facts, now), why: space.why, ...rights };
  });
}

/** Asks Google what may be asked. */
export function whatIsAllowed(): Allowed {
  return { calendar: rightTo('calendar'), meet: rightTo('meet') };
}

/** What Google says, or has just said, about the Meet that the event leads to now. */
function spaceOf(code: string, { meet }: Allowed, known: SpaceAnswer | undefined): SpaceAnswer {
  return known ? checked(code, known) : (askMeets([code], meet).get(code) ?? NOTHING);
}

/** Each Meet once, by its code; a series has the same for all of its events. */
function askMeets(codes: readonly string[], { state }: Standing): ReadonlyMap<string, SpaceAnswer> {
  const asked = [...new Set(codes)].filter((code) => code !== '');
  const answers = state === 'given' ? readSpaces(asked) : asked.map(() => NO_RIGHT);
  return new Map(asked.map((code, at) => [code, checked(code, answers[at] ?? NOTHING)]));
}

/** An answer about another Meet than the one that was asked about says nothing. */
function checked(code: string, answer: SpaceAnswer): SpaceAnswer {
  if (answer.code === '' || answer.code === code) return answer;
  return { facts: { state: 'no answer' }, code: '', why: 'Google answered about another Meet than the one in this event. Open the event again.' };
}
