import type { Visit } from '../../school/visit.ts';
import { agreementSubject } from '../events.ts';
import type { SignatureRow } from '../signatures.ts';
import { TextsSigned } from '../texts.ts';
import { type SignedCopy, signedCopy } from './signed-copy.ts';

/**
 * Reads what the journal holds about some signatures and the texts they are to: two calls, however many there are.
 * @returns makes the copy of each of them; it throws for a signature whose text the journal does not hold
 */
export function signedCopies(
  rows: readonly SignatureRow[],
  { records, school, roll }: Pick<Visit, 'records' | 'school' | 'roll'>,
): (row: SignatureRow) => SignedCopy {
  const agreements = new Set(rows.map(({ agreementId }) => agreementSubject(agreementId)));
  const histories = records.histories([...rows.map(({ responseId }) => responseId), ...agreements]);
  const historyOf = (subject: string) => histories.get(subject) ?? [];
  const texts = new TextsSigned({ history: historyOf });
  return (row) => signedCopy({ row, text: texts.of(row), history: historyOf(row.responseId) }, school.name, roll);
}
