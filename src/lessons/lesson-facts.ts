import type { MeetConfig } from './meet/space.ts';

/** Version of the facts in an address: a page that knows another one ignores them and says so. */
export const FACTS_VERSION = 1;

export const ANSWERS = ['accepted', 'declined', 'tentative', 'needsAction'] as const;

/** More guests than these are counted, not named. */
export const MOST_GUESTS = 300;

/** Somebody or something invited, as Calendar says. */
export type Guest = {
  /** Lower case. */
  email: string;
  answer: (typeof ANSWERS)[number];
  /** A room or a piece of equipment. */
  isResource: boolean;
  /** How many more people they said they bring: nobody knows who. */
  brings?: number | undefined;
};

/** What the sidebar could find out about the Meet itself; only the owner of the space is told how it is set. */
export type SpaceFacts = { state: 'read'; name: string; config: MeetConfig } | { state: 'not the owner' | 'no right' | 'gone' | 'no answer' | 'set aside' };

/** Times are ISO 8601, UTC; days for all-day events; '' where a cancelled event has none. */
export type EventFacts = {
  title: string;
  start: string;
  end: string;
  isAllDay: boolean;
  isCancelled: boolean;
  /** Anybody may put themselves on the event: an old setting that events still have. */
  anyoneCanAddSelf?: boolean | undefined;
  /** Guests may invite others: how Calendar makes an event. */
  guestsCanInvite?: boolean | undefined;
};

/**
 * What the sidebar found in Google about one event, handed to the checks page in its address's fragment. Whoever opens the page could
 * have written it: the office treats it as *reported by the sidebar* and checks its shape.
 */
export type LessonFacts = {
  version: typeof FACTS_VERSION;
  /** When Google was asked: ISO 8601, UTC. */
  at: string;
  calendarId: string;
  eventId: string;
  /** Of a repeated event the series; else ''. */
  seriesId: string;
  /** Address of the organiser, lower case. A class calendar may be one. */
  organizer: string;
  /** What the Calendar API says; null without that right. */
  event: EventFacts | null;
  /** Null when the guests are hidden from whoever opened the event. */
  guests: Guest[] | null;
  /** Guests beyond those that fit into an address, and those whose addresses Calendar does not give. */
  guestsLeftOut: number;
  /** What the event leads to. `code` is Meet's: `abc-defg-hij`; '' for others. */
  conference: { kind: 'meet' | 'other' | 'none' | 'hidden'; code: string; name: string };
  /** Links to calls in the description and the place, by what they lead to: `Zoom`; null without the right to read them. */
  callLinks: string[] | null;
  space: SpaceFacts;
};
