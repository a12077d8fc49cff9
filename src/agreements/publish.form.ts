import { domainMayAnswer, ensureFile, findFile, letDomainAnswer, takeOutOfBin } from '../school/files.drive.ts';
import { Refusal } from '../school/refusal.ts';
import type { School } from '../school/school.ts';
import type { Visit } from '../school/visit.ts';
import { buildForm, formHash, readAnswers } from './agreement.form.ts';
import { type AgreementText, versionOf } from './agreement.ts';
import { consentTable } from './consents.ts';
import { type AgreementEvents, agreementSubject } from './events.ts';
import { type AgreementRow, agreementTable, type FormRow, formTable } from './published.ts';
import { newSignatures, OVERLAP_MS, readSince } from './sign.ts';
import { signatureTable } from './signatures.ts';
import { standingTable } from './standings.ts';

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
  const { me, school, records, now } = visit;
  const view = records.view([agreementTable, formTable]);
  const standing = view.find(agreementTable, id);
  const forms = view.rows(formTable).filter((form) => form.agreementId === id && form.inUse);
  const agreement = versionOf(id, (standing?.version ?? 0) + 1, text);
  if (standing?.sha256 === agreement.sha256 && forms.every((form) => reopenForm(form, school))) return { version: standing.version };
  for (const form of forms) retireForm(form, visit);

  const key = formKey(id, agreement.version);
  const formId = ensureFile(
    { key, name: `${agreement.title} (version ${agreement.version})`, kind: 'form', ...(files['folder'] ? { folder: files['folder'] } : {}) },
    files[key],
  );
  const form = FormApp.openById(formId);
  const items = buildForm(form, agreement);
  form.setPublished(true);
  letDomainAnswer(formId, school.domain);
  const payload: AgreementEvents['agreement published'] = {
    agreement,
    facts: { change: standing?.sha256 === agreement.sha256 ? 'minor' : 'material', effective: now.slice(0, 10), approvedBy: '' },
    forms: [{ formId, kind: 'account', address: form.getPublishedUrl(), items, hash: formHash(form) }],
    replaces: forms.map((each) => each.formId),
    className: '',
  };
  return records.decide(
    { key: `publish-${id}-${agreement.version}-${agreement.sha256.slice(0, 16)}`, actor: me.email, reads: [agreementTable, formTable] },
    (latest) => {
      if ((latest.find(agreementTable, id)?.version ?? 0) >= agreement.version)
        throw new Refusal('published-meanwhile', 'Somebody else has published a new version of this agreement. Reload the page.');
      return { events: [{ action: 'agreement published', subject: agreementSubject(id), payload }], answer: { version: agreement.version } };
    },
  );
}

/**
 * Brings a form back into use that was closed, hidden from the domain or put into the bin.
 * @returns false when it is gone for good or no longer says what was published
 */
function reopenForm(standing: FormRow, school: School): boolean {
  const found = findFile({ key: formKey(standing.agreementId, standing.version) }, standing.formId);
  if (!found) return false;
  if (found.trashed) takeOutOfBin(found.id);
  const form = FormApp.openById(found.id);
  if (formHash(form) !== standing.hash) return false;
  form.setPublished(true).setAcceptingResponses(true);
  letDomainAnswer(found.id, school.domain);
  return true;
}

/** Stops a form and records what it has: nobody's signature falls between two versions. */
function retireForm(standing: FormRow, visit: Visit): void {
  const form = formOf(standing);
  if (!form) return;
  form.setAcceptingResponses(false);
  collectSignatures(visit);
}

/** Records the signatures that have come in since the last time (A11). A form that was deleted is passed over: the set-up page says so. */
export function collectSignatures(visit: Visit): void {
  const { me, school, records, now, roll } = visit;
  const view = records.view([agreementTable, formTable, signatureTable]);
  const known = view.rows(signatureTable);
  for (const formRow of view.rows(formTable).filter((row) => row.inUse || Date.parse(now) - Date.parse(row.published) < OVERLAP_MS * 3)) {
    const agreement = view.find(agreementTable, formRow.agreementId);
    const form = formOf(formRow);
    if (!form || !agreement) continue;
    const answers = readAnswers(form, readSince(known, formRow.formId));
    const fresh = answers.filter((answer) => !known.some((row) => row.responseId === answer.responseId));
    if (fresh.length === 0) continue;
    // Apps Script cannot read whether the form's addresses are Google's own word: until it can, the register says that they are not.
    const state = { hash: formHash(form), addressVerified: false };
    const key = `signatures-${formRow.formId.slice(0, 20)}-${Date.parse(now)}`;
    records.decide({ key, actor: me.email, reads: [signatureTable], writes: [standingTable, consentTable] }, (latest) => ({
      ...newSignatures(agreement, formRow, fresh, state, latest.rows(signatureTable), school, roll),
      answer: null,
    }));
  }
}

/** Whether an agreement's forms are there, can be answered by the whole domain, and say what was published. */
export function formsAreWhole(agreement: AgreementRow, forms: readonly FormRow[], domain: string): boolean {
  return forms.filter((each) => each.agreementId === agreement.id && each.inUse).every((each) => formIsWhole(each, domain));
}

function formIsWhole(standing: FormRow, domain: string): boolean {
  const form = formOf(standing);
  if (!form || !domainMayAnswer(form.getId(), domain)) return false;
  return form.isPublished() && form.isAcceptingResponses() && formHash(form) === standing.hash;
}

/** Null when the form was deleted. */
function formOf(standing: FormRow): GoogleAppsScript.Forms.Form | null {
  const found = findFile({ key: formKey(standing.agreementId, standing.version) }, standing.formId);
  return found && !found.trashed ? FormApp.openById(found.id) : null;
}
