import { Refusal } from '../../school/refusal.ts';
import type { IdempotencyKey, Visit } from '../../school/visit.ts';
import type { AgreementEvents } from '../events.ts';
import { signatureTable } from '../signatures.ts';

export interface SeeDifference {
  key: IdempotencyKey;
  responseId: string;
  /** What somebody found out about it. */
  note: string;
}

/**
 * Says that somebody has looked into an answer that was edited or deleted in the form. What was recorded stays and goes on counting.
 * @throws Refusal without a note, or when somebody else has done so meanwhile
 */
export function seeDifference(request: SeeDifference, { me, records }: Visit): { responseId: string } {
  const { responseId } = request;
  const note = request.note.trim();
  if (note === '') throw new Refusal('note-missing', 'Write what you found out', 'note');
  return records.decide({ key: request.key, actor: me.email, reads: [signatureTable] }, (view) => {
    const differs = view.find(signatureTable, responseId)?.differs;
    if (differs !== 'edited' && differs !== 'deleted')
      throw new Refusal('settled-meanwhile', 'Somebody else has looked into this meanwhile. Nothing was recorded.');
    const payload: AgreementEvents['difference seen'] = { responseId, note };
    return { events: [{ action: 'difference seen', subject: responseId, payload }], answer: { responseId } };
  });
}
