import type { GenericSchema } from 'valibot';
import { array, boolean, integer, literal, maxLength, maxValue, minValue, nullable, number, object, optional, picklist, pipe, variant } from 'valibot';
import { text } from '../school/shape-parts.ts';
import { ANSWERS, FACTS_VERSION, type LessonFacts } from './lesson-facts.ts';
import { ACCESS, ON_OFF, REPORTING, WHO_MAY } from './meet/space.ts';

/** What the doors about lessons take, with the longest that is kept; lengths in characters. */

const address = text(320);
const moment = text(40);
const name = text(300);
const count = pipe(number(), integer(), minValue(0), maxValue(100_000));

const meetConfig = object({
  accessType: optional(picklist(ACCESS)),
  moderation: optional(picklist(ON_OFF)),
  chat: optional(picklist(WHO_MAY)),
  present: optional(picklist(WHO_MAY)),
  reactions: optional(picklist(WHO_MAY)),
  joinAsViewer: optional(picklist(ON_OFF)),
  attendanceReport: optional(picklist(REPORTING)),
  recording: optional(picklist(ON_OFF)),
  transcript: optional(picklist(ON_OFF)),
  notes: optional(picklist(ON_OFF)),
});

/** What a sidebar says it found. Anything else is no facts. */
export const lessonFacts: GenericSchema<unknown, LessonFacts> = object({
  version: literal(FACTS_VERSION),
  at: moment,
  calendarId: address,
  eventId: name,
  seriesId: name,
  organizer: address,
  event: nullable(object({ title: name, start: moment, end: moment, isAllDay: boolean(), isCancelled: boolean() })),
  guests: nullable(pipe(array(object({ email: address, answer: picklist(ANSWERS), isResource: boolean() })), maxLength(300))),
  guestsLeftOut: count,
  conference: object({ kind: picklist(['meet', 'other', 'none', 'hidden']), code: text(100), name }),
  callLinks: nullable(pipe(array(name), maxLength(20))),
  space: variant('state', [
    object({ state: literal('read'), name, config: meetConfig }),
    object({ state: picklist(['not the owner', 'no right', 'gone', 'no answer']) }),
  ]),
});

/** Words in an address that should name a class. */
export const lessonRules = object({ className: text(100) });
