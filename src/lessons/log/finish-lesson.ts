import { caseTable } from '../../incidents/case.ts';
import { myConcern } from '../../incidents/reporting/my-concerns.ts';
import { Refusal } from '../../school/refusal.ts';
import type { IdempotencyKey, Visit } from '../../school/visit.ts';
import { type Attended, type LessonEvents, lessonTable } from '../lesson.ts';
import { lessonSeen } from './lesson-sight.ts';

export interface FinishLesson {
  key: IdempotencyKey;
  reference: string;
  /** When somebody last said how it went, as the page saw it: ISO 8601, UTC; ''. */
  was: string;
  /** Null when nobody has chosen. */
  asPlanned: boolean | null;
  note: string;
  /** Reference of a concern that this person raised about it; ''. Those that others noted stay. */
  concern: string;
  /** From Meet's record; none leaves what is there. */
  attendance: Attended[];
}

/**
 * Records how a lesson went (D5). A concern about it is raised on its own page and stands whether this is recorded or not; its reference is only noted
 * here, by whoever raised it.
 * @throws Refusal `no-such-lesson` for somebody else's, `not-begun`, `changed-meanwhile`, `not-my-concern`, or naming what is missing
 */
export function finishLesson(request: FinishLesson, { me, now, records }: Visit): { reference: string } {
  const { key, reference, was, asPlanned, attendance } = request;
  const note = request.note.trim();
  return records.decide({ key, actor: me.email, reads: [lessonTable, caseTable] }, (view) => {
    const row = lessonSeen(view.find(lessonTable, reference), reference, me);
    if (row.start > now) throw new Refusal('not-begun', 'This lesson has not begun yet.');
    if ((row.finishedAt ?? '') !== was)
      throw new Refusal('changed-meanwhile', 'Somebody has said meanwhile how it went. It is on the page now: look whether there is something to add.');
    if (asPlanned === null) throw new Refusal('as-planned-missing', 'Say whether it went as planned', 'asPlanned');
    // Nobody must write a note: asked of everybody but those with a concern, its absence would say that there is one (B5).
    const concern = request.concern === '' ? '' : myConcern(view, request.concern, me).reference;
    const payload: LessonEvents['lesson finished'] = { asPlanned, note, concern, attendance: attendance.length > 0 ? attendance : [...row.attendance] };
    return { events: [{ action: 'lesson finished', subject: reference, payload }], answer: { reference } };
  });
}
