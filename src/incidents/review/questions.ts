import { Refusal } from '../../school/refusal.ts';
import type { Visit } from '../../school/visit.ts';
import { caseTable, readersFor } from '../case.ts';
import { questionNotice } from '../notices.ts';
import { type CaseAnswer, type CasePress, caseEvent, caseFor } from '../working/work-on.ts';
import { mayReview } from './review-list.ts';
import { questionTable } from './reviews.ts';

export interface CaseQuestion extends CasePress {
  text: string;
}

/**
 * A reviewer sends a question back to those who work the case; it may be closed already.
 * @throws Refusal with the same words whether there is no such case or it is not theirs to review
 */
export function askQuestion({ key, reference, text }: CaseQuestion, { me, school, records }: Visit): CaseAnswer {
  if (text.trim() === '') throw new Refusal('question-missing', 'Write what you want to know', 'text');
  return records.decide({ key, actor: me.email, reads: [caseTable], writes: [questionTable] }, (view) => {
    const row = view.find(caseTable, reference);
    if (!row || !mayReview(row, me)) throw new Refusal('no-such-case', `There is no case ${reference} that you may review.`);
    return {
      events: [caseEvent('case question asked', reference, { text })],
      mails: [questionNotice(reference, readersFor(row, school), school)],
      answer: { reference },
    };
  });
}

/** Whoever may read the case answers everything that is open; the reviewer reads the answer on the review page. */
export function answerQuestion({ key, reference, text }: CaseQuestion, { me, school, records }: Visit): CaseAnswer {
  if (text.trim() === '') throw new Refusal('answer-missing', 'Write the answer', 'answer');
  return records.decide({ key, actor: me.email, reads: [caseTable], writes: [questionTable] }, (view) => {
    const row = caseFor(view, reference, me, school);
    if (!row.questioned) throw new Refusal('nothing-asked', 'No question is open: somebody has answered it meanwhile.', 'answer');
    return { events: [caseEvent('case question answered', reference, { text })], answer: { reference } };
  });
}
