import { Refusal } from '../../school/refusal.ts';
import type { IdempotencyKey, Visit } from '../../school/visit.ts';
import { caseTable } from '../case.ts';
import { casesToReview } from './review-list.ts';
import { type ReviewEvents, reviewTable } from './reviews.ts';

export interface SignReview {
  key: IdempotencyKey;
  /** The cases the page showed: whatever came since waits for the next review. */
  cases: string[];
  /** The reviewer's full name, typed. */
  signature: string;
  note: string;
}

/**
 * Signs that the log was reviewed.
 * @throws Refusal when the name is another, or the list is not the reviewer's own
 */
export function signReview(request: SignReview, { me, records, newReference }: Visit): { reference: string; cases: number } {
  const { signature, note } = request;
  if (plain(signature) !== plain(me.name)) throw new Refusal('signature-wrong', `Type your full name as it is on the roll: ${me.name}`, 'signature');
  return records.decide({ key: request.key, actor: me.email, reads: [caseTable, reviewTable] }, (view) => {
    const mine = new Set(casesToReview(view.rows(caseTable), me).map(({ reference }) => reference));
    if (request.cases.some((each) => !mine.has(each)))
      throw new Refusal('changed-meanwhile', 'The list has changed meanwhile: somebody else has reviewed part of it. Reload the page and look again.');
    const reference = newReference().replace(/^C/, 'R');
    const payload: ReviewEvents['review signed'] = { cases: request.cases, signature: me.name, note };
    return { events: [{ action: 'review signed', subject: reference, payload }], answer: { reference, cases: request.cases.length } };
  });
}

function plain(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, ' ');
}
