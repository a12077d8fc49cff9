import { domainMayAnswer, ensureFile, findFile, letDomainAnswer, takeOutOfBin } from '../school/files.drive.ts';
import { Refusal } from '../school/refusal.ts';
import type { School } from '../school/school.ts';
import type { Visit } from '../school/visit.ts';
import { buildForm, formHash, readAnswers } from './agreement.form.ts';
import { type AgreementText, versionOf } from './agreement.ts';
import { type AgreementEvents, type AgreementRow, agreementRow, agreementTable, is, signatureTable } from './register.ts';
import { newSignatures, OVERLAP_MS, readSince } from './sign.ts';

/** The key an agreement's form is kept under. Each version has a form of its own: old answers stay with the text they were given to. */
function formKey(id: string, version: number): string {
  return `form-${id}-${version}`;
}

/**
 * Puts a text into use as the next version of an agreement: makes its form, opens it to the domain, and records it. The form before
 * stops taking answers, and those it has are recorded first. A text that is in use already keeps its form, unless that says something else.
 * @throws Refusal when the text is empty
 */
export function publishAgreement(id: string, text: AgreementText, visit: Visit, files: Record<string, string>): { version: number } {
  const { me, school, records } = visit;
  const standing = records.view([agreementTable]).find(agreementTable, id);
  const agreement = versionOf(id, (standing?.version ?? 0) + 1, text);
  if (standing?.sha256 === agreement.sha256 && reopenForm(standing, school)) return { version: standing.version };
  if (standing) retireForm(standing, visit);

  const key = formKey(id, agreement.version);
  const formId = ensureFile(
    { key, name: `${agreement.title} (version ${agreement.version})`, kind: 'form', ...(files['folder'] ? { folder: files['folder'] } : {}) },
    files[key],
  );
  const form = FormApp.openById(formId);
  const items = buildForm(form, agreement);
  form.setPublished(true);
  letDomainAnswer(formId, school.domain);
  const payload: AgreementEvents['agreement published'] = { agreement, formId, formAddress: form.getPublishedUrl(), items, formHash: formHash(form) };
  return records.decide({ key: `publish-${id}-${agreement.version}-${agreement.sha256.slice(0, 16)}`, actor: me.email, reads: [agreementTable] }, (view) => {
    if ((view.find(agreementTable, id)?.version ?? 0) >= agreement.version)
      throw new Refusal('published-meanwhile', 'Somebody else has published a new version of this agreement. Reload the page.');
    return { events: [{ action: 'agreement published', subject: 'agreements', payload }], answer: { version: agreement.version } };
  });
}

/**
 * Brings a form back into use that was closed, hidden from the domain or put into the bin.
 * @returns false when it is gone for good or no longer says what was published
 */
function reopenForm(standing: AgreementRow, school: School): boolean {
  const found = findFile({ key: formKey(standing.id, standing.version) }, standing.formId);
  if (!found) return false;
  if (found.trashed) takeOutOfBin(found.id);
  const form = FormApp.openById(found.id);
  if (formHash(form) !== standing.formHash) return false;
  form.setPublished(true).setAcceptingResponses(true);
  letDomainAnswer(found.id, school.domain);
  return true;
}

/** Stops a form and records what it has: nobody's signature falls between two versions. */
function retireForm(standing: AgreementRow, visit: Visit): void {
  const form = formOf(standing);
  if (!form) return;
  form.setAcceptingResponses(false);
  collectSignatures(visit);
}

/** Records the signatures that have come in since the last time (A11). A form that was deleted is passed over: the set-up page says so. */
export function collectSignatures(visit: Visit): void {
  const { me, school, records, now } = visit;
  const view = records.view([agreementTable, signatureTable]);
  const known = view.rows(signatureTable);
  const inUse = view.rows(agreementTable);
  for (const agreement of [...inUse, ...replacedLately(inUse, visit)]) {
    const form = formOf(agreement);
    if (!form) continue;
    const answers = readAnswers(form, readSince(known, agreement.formId));
    const fresh = answers.filter((answer) => !known.some((row) => row.responseId === answer.responseId));
    if (fresh.length === 0) continue;
    // Apps Script cannot read whether the form's addresses are Google's own word: until it can, the register says that they are not.
    const state = { hash: formHash(form), addressVerified: false };
    records.decide({ key: `signatures-${agreement.formId.slice(0, 20)}-${Date.parse(now)}`, actor: me.email, reads: [signatureTable] }, (latest) => ({
      ...newSignatures(agreement, fresh, state, latest.rows(signatureTable), school),
      answer: null,
    }));
  }
}

/** The versions whose place was taken a moment ago: Google may yet show an answer that was sent before. */
function replacedLately(inUse: readonly AgreementRow[], { records, now }: Visit): AgreementRow[] {
  const fresh = inUse.filter(({ version, published }) => version > 1 && Date.parse(now) - Date.parse(published) < OVERLAP_MS);
  if (fresh.length === 0) return [];
  return records
    .history('agreements')
    .flatMap((event) => (is(event, 'agreement published') ? [agreementRow(event)] : []))
    .filter((row) => fresh.some(({ id, version }) => row.id === id && row.version === version - 1));
}

/** Whether an agreement's form is there, can be answered by the whole domain, and says what was published. */
export function formIsWhole(agreement: AgreementRow, domain: string): boolean {
  const form = formOf(agreement);
  if (!form || !domainMayAnswer(form.getId(), domain)) return false;
  return form.isPublished() && form.isAcceptingResponses() && formHash(form) === agreement.formHash;
}

/** Null when the form was deleted. */
function formOf(agreement: AgreementRow): GoogleAppsScript.Forms.Form | null {
  const standing = findFile({ key: formKey(agreement.id, agreement.version) }, agreement.formId);
  return standing && !standing.trashed ? FormApp.openById(standing.id) : null;
}
