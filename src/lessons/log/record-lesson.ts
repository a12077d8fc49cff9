import { addDays, ukDay } from '../../school/calendar.ts';
import { Refusal } from '../../school/refusal.ts';
import type { IdempotencyKey, Visit } from '../../school/visit.ts';
import { type LessonAsked, LOOK_TABLES, type LookedAt, lookAtLesson, standingAsked } from '../checking/look-at-lesson.ts';
import { mayChange } from '../checking/open-lesson.ts';
import { standingsOf, verdictOf } from '../checks/verdict.ts';
import { type ConsiderationId, LIST_VERSION } from '../considerations.ts';
import type { LessonEvents, LessonRecorded, Verdict } from '../lesson.ts';

export interface RecordLesson extends LessonAsked {
  key: IdempotencyKey;
  /** '' for none: what was seen on the page is recorded. */
  className: string;
  /** Ids of what was ticked. Those that were not asked for are left out. */
  ticks: string[];
  note: string;
}

export type RecordedLesson = {
  reference: string;
  verdict: Verdict;
  /** It was on the log before, and this is what holds now. */
  isChanged: boolean;
};

/** Nobody plans a lesson further ahead: a slip in the year. Days. */
const FURTHEST = 366;

/**
 * Writes a lesson into the log (D5), whatever is not fine: the product advises. What machines found is found again here; what a person ticked
 * stands beside it, with their name as whoever recorded it, and is never taken for checked. The same lesson recorded again by the same teacher
 * until it is over says what holds now; what was said before stays in its history.
 * @throws Refusal naming what is missing, `lesson-over` when it is on the log already and over, `no-such-lesson` as `standingAsked`
 */
export function recordLesson(request: RecordLesson, visit: Visit): RecordedLesson {
  const { me, now, records, newReference } = visit;
  return records.decide({ key: request.key, actor: me.email, reads: LOOK_TABLES }, (view) => {
    const looked = lookAtLesson(request, view, visit);
    checkSaid(looked, now);
    const standing = standingAsked(looked, request);
    if (standing && !mayChange(standing, now)) {
      throw new Refusal('lesson-over', `This lesson is on the log as ${standing.reference}, and it is over. Open it there and say how it went.`);
    }
    const payload: LessonRecorded = recorded(request, looked, me.email);
    const subject = standing?.reference ?? newReference().replace(/^C/, 'L');
    const action: keyof LessonEvents = standing ? 'lesson changed' : 'lesson recorded';
    return {
      events: [{ action, subject, payload }],
      answer: { reference: subject, verdict: payload.verdict, isChanged: standing !== undefined },
    };
  });
}

function recorded({ facts, ticks, note }: RecordLesson, looked: LookedAt, teacher: string): LessonRecorded {
  const { what, start, end, className, invited, considerations, findings, settings, standing } = looked;
  const ticked = considerations.map(({ id }) => id).filter((id: ConsiderationId) => ticks.includes(id));
  const standings = standingsOf(considerations, findings, ticked, settings.nevers);
  return {
    ...{ teacher, what: what.trim(), start, end, className, note: note.trim() },
    // Looked at again without the sidebar it is still that event's, with whom it was for.
    adults: invited?.adults.filter(({ answer }) => answer !== 'declined').map(({ entry }) => entry.email) ?? [...(standing?.adults ?? [])],
    pupils: invited?.pupils.map(({ email }) => email) ?? [...(standing?.pupils ?? [])],
    ...{ seriesId: facts?.seriesId ?? standing?.seriesId ?? '', eventId: facts?.eventId ?? standing?.eventId ?? '' },
    ...{ code: facts?.conference.code ?? standing?.code ?? '', factsAt: facts?.at ?? '' },
    listVersion: LIST_VERSION,
    checks: standings.flatMap((each) => each.findings.map(({ check, state, by }) => ({ check, state, by }))),
    ticks: standings.filter(({ isTicked }) => isTicked).map(({ consideration }) => consideration.id),
    verdict: verdictOf(standings),
  };
}

function checkSaid({ what, start, end }: Pick<LookedAt, 'what' | 'start' | 'end'>, now: string): void {
  if (what.trim() === '') throw new Refusal('what-missing', 'Write what the lesson is', 'what');
  if (start === '') throw new Refusal('start-missing', 'Enter the day and time at which it starts', 'start');
  if (end === '') throw new Refusal('end-missing', 'Enter the day and time at which it ends', 'end');
  if (end <= start) throw new Refusal('end-early', 'It must end after it starts', 'end');
  if (ukDay(start) > addDays(ukDay(now), FURTHEST)) throw new Refusal('start-far', 'The lesson is more than a year ahead: check the date', 'start');
}
