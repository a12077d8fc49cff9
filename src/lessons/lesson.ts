import { choice, dateTime, json, list, number, text, yesOrNo } from '../records/fields.ts';
import type { Projection } from '../records/projection.ts';
import { saying } from '../records/said.ts';
import { type RowOf, table } from '../records/table.ts';
import type { ConsiderationId } from './considerations.ts';
import type { CheckState, FoundBy } from './finding.ts';

/**
 * `ready`: nothing is wrong, nothing is left unverified, every tick is there. `ready when ticked`: only ticks are missing.
 * `do not start`: what the school calls never, such as a one-to-one without approval. The product advises: a lesson can always be recorded.
 */
export const VERDICTS = ['ready', 'ready when ticked', 'not yet', 'do not start'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a check said when the lesson was recorded; without sentences. */
export type RecordedCheck = { check: string; state: CheckState; by: FoundBy };

/** A lesson as it is recorded before it starts, or planned ahead (D5). Times are ISO 8601, UTC; addresses lower case. */
export type LessonRecorded = {
  /** Who teaches it: an address on the roll. */
  teacher: string;
  what: string;
  start: string;
  end: string;
  /** `3A`; '' when it is no class's. */
  className: string;
  /** Other adults invited. */
  adults: string[];
  /** Pupils invited, as far as the office knows them. */
  pupils: string[];
  /** Of a repeated event its series in Calendar, and the event; '' for a lesson without. */
  seriesId: string;
  eventId: string;
  /** Meet's code; ''. */
  code: string;
  /** `read` when the sidebar had asked Google; '' when the page was filled in without it. */
  factsAt: string;
  listVersion: number;
  checks: RecordedCheck[];
  /** What a person ticked or confirmed by hand. */
  ticks: ConsiderationId[];
  verdict: Verdict;
  note: string;
};

/** Somebody who was there, as Meet's record names them: a name, not an address. */
export type Attended = { name: string; kind: 'signed in' | 'anonymous' | 'telephone'; minutes: number };

/** The journal's actions about live lessons; their subject is the lesson's reference. */
export type LessonEvents = {
  'lesson recorded': LessonRecorded;
  /** Recorded again before it began: what is said now holds. */
  'lesson changed': LessonRecorded;
  /** Afterwards: did it go as planned, and what went wrong; the concern that whoever says so raised about it, or ''. */
  'lesson finished': { asPlanned: boolean; note: string; concern: string; attendance: Attended[] };
  /** A mail went about it. */
  'lesson reminded': { why: 'not fine tomorrow' | 'how did it go' };
};

export const lessonTable = table('Lessons', () => ({
  reference: text().key(),
  teacher: text(),
  what: text(),
  start: dateTime(),
  end: dateTime(),
  className: text(),
  adults: list(),
  pupils: list(),
  seriesId: text(),
  eventId: text(),
  code: text(),
  factsAt: text(),
  listVersion: number(),
  checks: json<RecordedCheck[]>(),
  ticks: list(),
  verdict: choice(VERDICTS),
  note: text(),
  recordedBy: text(),
  recordedAt: dateTime(),
  finished: yesOrNo(),
  asPlanned: yesOrNo(),
  afterNote: text(),
  /** References: whoever is at the lesson may raise one, and knows of their own alone. */
  concerns: list(),
  attendance: json<Attended[]>(),
  finishedAt: dateTime().optional(),
  remindedBefore: yesOrNo(),
  remindedAfter: yesOrNo(),
}));
export type LessonRow = RowOf<typeof lessonTable>;

const said = saying<LessonEvents>();

export const lessonProjection: Projection<typeof lessonTable.fields> = {
  table: lessonTable,
  keysOf: ({ action, subject }) => (['lesson recorded', 'lesson changed', 'lesson finished', 'lesson reminded'].includes(action) ? [subject] : []),
  apply: (row, event) => {
    const lesson = said(event, 'lesson recorded') ?? said(event, 'lesson changed');
    if (lesson) {
      const after = { finished: false, asPlanned: false, afterNote: '', concerns: [], attendance: [], finishedAt: null };
      // Moved, it has another evening before it.
      const isMoved = row?.start !== lesson.start;
      const told = { remindedBefore: !isMoved && (row?.remindedBefore ?? false), remindedAfter: row?.remindedAfter ?? false };
      return { ...after, ...told, ...lesson, reference: event.subject, recordedBy: event.actor, recordedAt: event.at };
    }
    if (!row) return null;
    const finished = said(event, 'lesson finished');
    if (finished) {
      const { asPlanned, note, concern, attendance } = finished;
      const concerns = concern === '' || row.concerns.includes(concern) ? row.concerns : [...row.concerns, concern];
      return { ...row, finished: true, asPlanned, afterNote: note, concerns, attendance, finishedAt: event.at };
    }
    const reminded = said(event, 'lesson reminded');
    if (!reminded) return row;
    return reminded.why === 'how did it go' ? { ...row, remindedAfter: true } : { ...row, remindedBefore: true };
  },
};
