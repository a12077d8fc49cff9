import { ukDate, ukDay } from '../../school/calendar.ts';
import { nameOn } from '../../school/roll.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { Visit } from '../../school/visit.ts';
import { considerationOf } from '../checks/checks.ts';
import { standingsOf, verdictOf } from '../checks/verdict.ts';
import { CONSIDERATIONS, type Consideration, type ConsiderationId, LIST_VERSION } from '../considerations.ts';
import type { Finding } from '../finding.ts';
import type { LessonRow, RecordedCheck, Verdict } from '../lesson.ts';
import type { LessonFacts } from '../lesson-facts.ts';
import type { Classes } from './classes.ts';
import { type LessonAsked, LOOK_TABLES, type LookedAt, lastLike, lookAtLesson, standingAsked } from './look-at-lesson.ts';

/** After so long, what Google said may not be so any more. Minutes. */
const FRESH_MINUTES = 15;

/** What the checks page shows. Which ticks are there the page knows; what follows from them it finds out itself (`standingsOf`, `verdictOf`). */
export interface OpenedLesson {
  what: string;
  /** ISO 8601, UTC; ''. */
  start: string;
  end: string;
  /** dd/MM/yyyy HH:mm. */
  starts: string;
  ends: string;
  isTyped: boolean;
  className: string;
  classes: Classes;
  considerations: Consideration[];
  findings: Finding[];
  /** Checks that this school calls never. */
  nevers: string[];
  /** Before anything is ticked. */
  verdict: Verdict;
  /**
   * What was ticked when this lesson was recorded before, or else the last time, where it seldom changes: offered, never assumed. `on` is
   * dd/MM/yyyy, '' when there was none.
   */
  offered: { on: string; ids: ConsiderationId[] };
  /** When the sidebar asked Google, dd/MM/yyyy HH:mm; ''. */
  factsAt: string;
  /** What is to be known about the facts themselves, a sentence each. */
  notes: string[];
  /** How it stands on the log: null when it does not. */
  onLog: {
    reference: string;
    recorded: string;
    note: string;
    mayChange: boolean;
    /** Titles of what was not fine then: without facts nobody has asked Google again, and it would be forgotten. */
    wrong: string[];
  } | null;
  /** The pupil who would be alone with the teacher without approval: an address; ''. */
  alone: string;
  list: { version: number; onFile: number; own: number };
}

/**
 * Looks at a lesson before it starts (D1, D3, D4): what the sidebar reports, checked for its shape alone, what the office knows, and what a person
 * has to say. Works without the sidebar.
 * @throws Refusal `no-such-lesson` for a reference that is not this teacher's
 */
export function openLesson(asked: LessonAsked, visit: Visit): OpenedLesson {
  const { me, now, records } = visit;
  const view = records.view(LOOK_TABLES);
  const looked = lookAtLesson(asked, view, visit);
  const { what, start, end, isTyped, className, classes, considerations, findings, settings } = looked;
  const standing = standingAsked(looked, asked);
  const last = lastLike({ ...asked, className, start }, view, me.email);
  const seldomChanging = considerations.filter(({ offered }) => offered);
  const { nevers } = settings;
  return {
    ...{ what, start, end, isTyped, className, classes, considerations, findings, nevers },
    ...{ starts: ukTime(start), ends: ukTime(end) },
    verdict: verdictOf(standingsOf(considerations, findings, [], nevers)),
    offered: standing ? offeredFrom(standing, standing.recordedAt, considerations, looked) : offeredFrom(last, last?.start, seldomChanging, looked),
    factsAt: asked.facts ? ukTime(asked.facts.at) : '',
    notes: asked.facts ? notesOn(asked.facts, visit) : [],
    onLog: standing ? onLog(standing, asked.facts === null ? considerations : [], now) : null,
    alone: aloneIn(looked),
    list: { version: LIST_VERSION, onFile: CONSIDERATIONS.length, own: considerations.length - CONSIDERATIONS.length },
  };
}

/** Whether what is on the log may be said anew: until it is over, or somebody has said how it went. What was said before stays in the history. */
export function mayChange({ end, finished }: Pick<LessonRow, 'end' | 'finished'>, now: string): boolean {
  return !finished && end > now;
}

function onLog(row: LessonRow, toTell: readonly Consideration[], now: string): OpenedLesson['onLog'] {
  const { reference, note, checks } = row;
  const notFine = checks.filter(({ state }) => state === 'not fine' || state === 'never').map(({ check }) => considerationOf(check));
  const wrong = toTell.filter(({ id }) => notFine.includes(id)).map(({ title }) => title);
  return { reference, note, recorded: ukTime(row.recordedAt), mayChange: mayChange(row, now), wrong };
}

/** What was ticked then, where the same sentence is asked now. */
function offeredFrom(
  row: LessonRow | undefined,
  moment: string | undefined,
  from: readonly Consideration[],
  { findings, settings: { nevers } }: Pick<LookedAt, 'findings' | 'settings'>,
): OpenedLesson['offered'] {
  const asked = (found: readonly Finding[]) => standingsOf(from, found, [], nevers).map(({ ask }) => ask);
  const [then, now] = [asked((row?.checks ?? []).flatMap(findingThen)), asked(findings)];
  const ids = from.map(({ id }) => id).filter((id, at) => row?.ticks.includes(id) && then[at] === now[at]);
  return moment && ids.length > 0 ? { on: ukDate(ukDay(moment)), ids } : { on: '', ids: [] };
}

function findingThen({ check, state, by }: RecordedCheck): Finding[] {
  const consideration = considerationOf(check);
  return consideration ? [{ check, consideration, state, by, words: '', mend: '' }] : [];
}

function notesOn({ at, organizer }: LessonFacts, { me, now, roll }: Visit): string[] {
  const minutes = Math.floor((Date.parse(now) - Date.parse(at)) / 60_000);
  const old = `The sidebar asked Google on ${ukTime(at)}: that may not be so any more. Open it from Calendar again before you start.`;
  const isAnother = organizer !== me.email && roll.some(({ email }) => email === organizer);
  return [
    ...(minutes > FRESH_MINUTES ? [old] : []),
    ...(isAnother ? [`${nameOn(roll, organizer)} arranged this event. What you record here is recorded as your lesson.`] : []),
  ];
}

function aloneIn({ invited, findings, standing }: Pick<LookedAt, 'invited' | 'findings' | 'standing'>): string {
  const isNever = findings.some(({ check, state }) => check === 'one-to-one' && state === 'never');
  const [only = ''] = invited?.pupils.map(({ email }) => email) ?? standing?.pupils ?? [];
  return isNever ? only : '';
}
