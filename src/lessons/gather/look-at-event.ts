import type { LessonFacts } from '../lesson-facts.ts';
import { rightTo, type Standing } from '../meet/rights.script.ts';
import { readSpace, readSpaces, type SpaceAnswer } from '../meet/spaces.meet.ts';
import { eventIn } from './events.calendar.ts';
import { factsOfListed, factsOfOpened, type ListedEvent, meetCodeOf, type OpenedEvent } from './gather-facts.ts';

/** Everything that Google says about one event, and what the person has not allowed. */
export interface LookedAt {
  facts: LessonFacts;
  /** What is amiss with the Meet, in words; ''. */
  why: string;
  calendar: Standing;
  meet: Standing;
}

const NO_RIGHT: SpaceAnswer = { facts: { state: 'no right' }, code: '', why: '' };
/** For an event without a Meet: nothing was asked. */
const NOTHING: SpaceAnswer = { facts: { state: 'no answer' }, code: '', why: '' };

/**
 * Asks Google about the event that is open.
 * @param known what Google has just said about its Meet, when it was asked already
 */
export function lookAtOpened(opened: OpenedEvent, now: string, known?: SpaceAnswer): LookedAt {
  const [calendar, meet] = [rightTo('calendar'), rightTo('meet')];
  const listed = calendar.state === 'given' && opened.id ? eventIn(opened.calendarId, opened.id) : null;
  const code = meetCodeOf(opened.conferenceData ?? listed?.conferenceData);
  const space = known ?? (code === '' ? NOTHING : meet.state === 'given' ? spaceOf(code) : NO_RIGHT);
  return { facts: factsOfOpened(opened, listed, space.facts, now), why: space.why, calendar, meet };
}

/** Asks Google about the Meets of several listed events, all at once. */
export function lookAtListed(events: readonly ListedEvent[], now: string): LookedAt[] {
  const [calendar, meet] = [rightTo('calendar'), rightTo('meet')];
  const codes = [...new Set(events.map(({ conferenceData }) => meetCodeOf(conferenceData)).filter((code) => code !== ''))];
  const answers = meet.state === 'given' ? readSpaces(codes) : codes.map(() => NO_RIGHT);
  const byCode = new Map(codes.map((code, at) => [code, checked(code, answers[at] ?? NOTHING)]));
  return events.map((event) => {
    const space = byCode.get(meetCodeOf(event.conferenceData)) ?? NOTHING;
    return { facts: factsOfListed(event, 'primary', space.facts, now), why: space.why, calendar, meet };
  });
}

function spaceOf(code: string): SpaceAnswer {
  return checked(code, readSpace(code));
}

/** An answer about another Meet than the one that was asked about says nothing. */
function checked(code: string, answer: SpaceAnswer): SpaceAnswer {
  if (answer.code === '' || answer.code === code) return answer;
  return { facts: { state: 'no answer' }, code: '', why: 'Google answered about another Meet than the one in this event. Open the event again.' };
}
