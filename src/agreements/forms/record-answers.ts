import { RecordsError } from '../../records/errors.ts';
import { ukDay } from '../../school/calendar.ts';
import type { Memory } from '../../school/settings.script.ts';
import type { Visit } from '../../school/visit.ts';
import { consentTable } from '../consents.ts';
import { copiesToParents } from '../copies/copy-mail.ts';
import { agreementTable } from '../published.ts';
import { signatureTable } from '../signatures.ts';
import { standingTable } from '../standings.ts';
import { parentFinder } from './family.ts';
import { familySecret } from './family-secret.script.ts';
import { noticesOf } from './notices.ts';
import { type AnswerRead, answersToRecord, inOrder } from './sign.ts';

/** Events of one decision: with everything that follows from them they fit into one call with room to spare. */
const MOST_IN_A_DECISION = 50;

/** Records answers that are not on record yet, whatever forms they are to, and tells those who must do something about them. */
export function recordAnswers(read: readonly AnswerRead[], visit: Visit, memory: Memory): void {
  if (read.length === 0) return;
  const { me, school, records, roll, now, newReference } = visit;
  const people = { school, roll, parentOf: parentFinder(roll, familySecret(memory)) };
  const sorted = inOrder(read);
  const failures: unknown[] = [];
  for (let start = 0; start < sorted.length; start += MOST_IN_A_DECISION) {
    const part = sorted.slice(start, start + MOST_IN_A_DECISION);
    try {
      record(part);
    } catch (error) {
      if (error instanceof RecordsError) throw error;
      // One answer that cannot be recorded must not keep the others waiting.
      for (const each of part) {
        try {
          record([each]);
        } catch (failure) {
          failures.push(failure);
        }
      }
    }
  }
  if (failures.length > 0) throw failures[0];

  function record(part: readonly AnswerRead[]): void {
    // Only for an answer of another day can something newer have been noted by hand: the list is long.
    const isLate = part.some(({ answer }) => ukDay(answer.sentAt) < ukDay(now));
    const tables = [agreementTable, signatureTable, standingTable];
    const request = {
      key: `answers-${newReference()}`,
      actor: me.email,
      ...(isLate ? { reads: [...tables, consentTable] } : { reads: tables, writes: [consentTable] }),
    };
    records.decide(request, (view) => {
      const onRecord = {
        agreement: (id: string) => view.find(agreementTable, id),
        standing: (key: string) => view.find(standingTable, key),
        signatures: view.rows(signatureTable),
        consents: isLate ? view.rows(consentTable) : [],
      };
      const events = answersToRecord(part, onRecord, people);
      const titleOf = (id: string) => onRecord.agreement(id)?.title ?? id;
      const copies = copiesToParents(events, onRecord.signatures, titleOf, school);
      return { events, mails: [...noticesOf(events, onRecord.signatures, school, now), ...copies], answer: null };
    });
  }
}
