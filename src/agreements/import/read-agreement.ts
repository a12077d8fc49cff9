import { Refusal } from '../../school/refusal.ts';
import type { Visit } from '../../school/visit.ts';
import { googleDocHtml } from './google-doc.doc.ts';
import { type FoundAgreement, findAgreements } from './import.ts';
import { documentText } from './import-html.ts';
import { whyNothing } from './import-why.ts';

/** An agreement as it was recognised, with the lines of the document that it was read from: `lines.from` is the first of them. */
export type ReadAgreement = FoundAgreement & { source: string[] };

/**
 * What was recognised in a school's own document, to be looked at and corrected before it is used (A10).
 * @throws Refusal when nothing was, saying why
 */
export function readAgreementText({ text }: { text: string }): { found: ReadAgreement[] } {
  if (text.trim() === '') throw new Refusal('text-empty', 'Paste the text of your agreement first', 'text');
  return { found: agreementsIn(text, 'text') };
}

/**
 * The same from a Google Doc. What is no agreement is not shown: the role account may be able to read documents that the visitor may not.
 * @throws Refusal when the document cannot be opened, or nothing was recognised
 */
export function readAgreementDoc({ address }: { address: string }, { school }: Visit): { found: ReadAgreement[] } {
  return { found: agreementsIn(documentText(googleDocHtml(address, school.roleAccount)), 'address') };
}

function agreementsIn(text: string, field: string): ReadAgreement[] {
  const found = findAgreements(text);
  if (found.length === 0) throw new Refusal('no-agreement-found', whyNothing(text), field);
  const lines = text.split(/\r\n|\r|\n/);
  return found.map((agreement) => ({ ...agreement, source: lines.slice(agreement.lines.from - 1, agreement.lines.to) }));
}
