import type { GenericSchema } from 'valibot';
import {
  array,
  boolean,
  check,
  integer,
  literal,
  maxLength,
  maxValue,
  minValue,
  nullable,
  number,
  object,
  optional,
  picklist,
  pipe,
  regex,
  union,
  variant,
} from 'valibot';
import { key, line, text } from '../school/shape-parts.ts';
import { ANSWERS, FACTS_VERSION, type LessonFacts, MOST_GUESTS } from './lesson-facts.ts';
import { ACCESS, ON_OFF, REPORTING, WHO_MAY } from './meet/space.ts';

/** What the doors about lessons take, with the longest that is kept; lengths in characters. Each is made when its door is used. */

const address = text(320);
const moment = pipe(
  text(40),
  check((said) => !Number.isNaN(Date.parse(said))),
);
const name = text(300);
/** Ids of imported events grow to 1,024 characters (docs/workspace/calendar/api/v3/reference/events.md). */
const eventId = text(1_024);
const count = pipe(number(), integer(), minValue(0), maxValue(100_000));

const meetConfig = () =>
  object({
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
export const lessonFacts = (): GenericSchema<unknown, LessonFacts> =>
  object({
    version: literal(FACTS_VERSION),
    at: moment,
    calendarId: address,
    eventId,
    seriesId: eventId,
    organizer: address,
    event: nullable(
      object({
        ...{ title: name, start: union([literal(''), moment]), end: union([literal(''), moment]), isAllDay: boolean(), isCancelled: boolean() },
        ...{ anyoneCanAddSelf: optional(boolean()), guestsCanInvite: optional(boolean()) },
      }),
    ),
    guests: nullable(
      pipe(array(object({ email: address, answer: picklist(ANSWERS), isResource: boolean(), brings: optional(count) })), maxLength(MOST_GUESTS)),
    ),
    guestsLeftOut: count,
    conference: object({ kind: picklist(['meet', 'other', 'none', 'hidden']), code: text(100), name }),
    callLinks: nullable(pipe(array(name), maxLength(20))),
    space: variant('state', [
      object({ state: literal('read'), name, config: meetConfig() }),
      object({ state: picklist(['not the owner', 'no right', 'gone', 'no answer', 'set aside']) }),
    ]),
  });

/** Words in an address that should name a class. */
export const lessonRules = () => object({ className: text(100) });

const reference = pipe(text(20), regex(/^L-[2-9A-Z]{6}$/));
/** A new lesson is '', one on the log its reference. */
const lesson = union([literal(''), reference]);
const className = text(100);
/** When and what, as typed: ISO 8601; ''. */
const typed = { what: text(300), start: text(40), end: text(40) };

export const lessonOpened = () => object({ facts: nullable(lessonFacts()), reference: lesson, className: optional(className), ...typed });
export const lessonRecorded = () =>
  object({
    ...{ key, facts: nullable(lessonFacts()), reference: lesson, className, ...typed },
    ticks: pipe(array(text(80)), maxLength(200)),
    note: text(5_000),
  });
export const lessonFilter = () =>
  object({
    className: optional(className),
    teacher: optional(address),
    week: optional(text(40)),
    which: optional(picklist(['', 'not fine', 'not finished', 'went wrong'])),
    from: optional(count),
  });
export const oneLesson = () => object({ reference });
export const lessonFinished = () =>
  object({
    ...{ key, reference, was: text(40), asPlanned: nullable(boolean()), note: text(5_000) },
    concern: union([literal(''), pipe(text(20), regex(/^C-[2-9A-Z]{6}$/))]),
    attendance: pipe(array(object({ name: line, kind: picklist(['signed in', 'anonymous', 'telephone']), minutes: count })), maxLength(300)),
  });
