import type { Visit } from '../school/visit.ts';
import type { SignatureRow } from './signatures.ts';
import { type SignedCopy, signedCopy } from './signed-copy.ts';
import { TextsSigned } from './texts.ts';

/**
 * Reads what the journal holds about some signatures: two calls for all of them, and two an agreement when its text is first needed.
 * @returns makes the copy of each of them; it throws for a signature whose text the journal does not hold
 */
export function signedCopies(
  rows: readonly SignatureRow[],
  { records, school, roll }: Pick<Visit, 'records' | 'school' | 'roll'>,
): (row: SignatureRow) => SignedCopy {
  const histories = records.histories(rows.map(({ responseId }) => responseId));
  const texts = new TextsSigned(records);
  return (row) => signedCopy({ row, text: texts.of(row), history: histories.get(row.responseId) ?? [] }, school.name, roll);
}
