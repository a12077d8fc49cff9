import { ukDay } from '../school/calendar.ts';
import { Refusal } from '../school/refusal.ts';
import type { Memory } from '../school/settings.script.ts';
import type { Visit } from '../school/visit.ts';
import { type AgreementText, sectionsFrom } from './agreement.ts';
import { type FoundAgreement, findAgreements } from './import.ts';
import { publishAgreement } from './publish.form.ts';

/**
 * What was recognised in a school's own document, to be looked at before it is used (A10).
 * @throws Refusal when nothing was, with what to do
 */
export function readAgreements({ text }: { text: string }): { found: FoundAgreement[] } {
  if (text.trim() === '') throw new Refusal('text-empty', 'Paste the text of your agreement first', 'own-text');
  const found = findAgreements(text);
  if (found.length === 0) {
    throw new Refusal(
      'no-agreement-found',
      'No agreement was recognised. It needs a heading that names it ("Staff acceptable use agreement"), its statements each on a line of its own with a bullet or number, and lines to sign at the end ("Signature:", "Date:").',
      'own-text',
    );
  }
  return { found };
}

/** Puts a school's own staff agreement in the place of the one in use. */
export function publishOwn({ agreement }: { agreement: FoundAgreement }, visit: Visit, memory: Memory): { version: number } {
  const { title, introduction, clauses, signatureFields } = agreement;
  const text: AgreementText = { title, audience: 'staff', alsoFor: [], introduction, sections: sectionsFrom(clauses), permissions: [], signatureFields };
  return publishAgreement(
    { id: 'staff', text, facts: { change: 'material', effective: ukDay(visit.now), approvedBy: visit.me.name }, className: '' },
    visit,
    memory,
  );
}
