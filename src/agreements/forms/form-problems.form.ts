import { type Answerers, findFile, letAnswer, mayAnswer, takeOutOfBin } from '../../school/files.drive.ts';
import type { School } from '../../school/school.ts';
import type { FormKind } from '../audience.ts';
import type { AgreementRow, FormRow } from '../published.ts';
import { formHash } from './form-hash.form.ts';
import { formById } from './read-answers.form.ts';

/** What keeps a form from being answered, or its answers from counting. */
export interface FormProblem {
  agreementId: string;
  formId: string;
  kind: FormKind;
  /** Whole sentences, for the office and the set-up page. */
  message: string;
}

/** The key under which an agreement's form is found again. Each version has forms of its own: old answers stay with the text they were given to. */
export function formKey({ agreementId, version, kind }: Pick<FormRow, 'agreementId' | 'version' | 'kind'>): string {
  return `form-${agreementId}-${version}-${kind}`;
}

/** Who is to answer a form of that kind (A1, A4, A8). */
export function answerersOf(kind: FormKind, { domain }: Pick<School, 'domain'>): Answerers {
  return kind === 'account' ? { domain } : 'anyone';
}

/** Whether all of an agreement's forms are there, can be answered by those they are for, and say what was published. */
export function formsAreWhole(agreement: Pick<AgreementRow, 'id'>, forms: readonly FormRow[], school: Pick<School, 'domain'>): boolean {
  return formProblems(agreement, forms, school).length === 0;
}

/** What is wrong with the forms of an agreement that are in use. Looks and changes nothing; some seconds a form. */
export function formProblems({ id }: Pick<AgreementRow, 'id'>, forms: readonly FormRow[], school: Pick<School, 'domain'>): FormProblem[] {
  return forms
    .filter((row) => row.agreementId === id && row.inUse)
    .flatMap((row) => {
      const message = problemOf(row, school);
      return message === null ? [] : [{ agreementId: row.agreementId, formId: row.formId, kind: row.kind, message }];
    });
}

function problemOf(row: FormRow, school: Pick<School, 'domain'>): string | null {
  const found = findFile({ key: formKey(row) }, row.formId);
  const form = found?.id === row.formId && !found.trashed ? formById(row.formId) : null;
  if (!form) return 'The form was deleted. Publish the agreement again.';
  if (!form.isPublished() || !form.isAcceptingResponses()) return 'The form takes no answers. Publish the agreement again.';
  if (!mayAnswer(row.formId, answerersOf(row.kind, school)))
    return row.kind === 'account'
      ? 'People with a school account cannot answer the form. Publish the agreement again.'
      : 'Parents and guests, who have no school account, cannot answer the form. Publish the agreement again.';
  return formHash(form) === row.hash ? null : 'The form was changed by hand: what is signed on it does not count. Publish the agreement again.';
}

/**
 * Brings forms back into use that were closed, hidden or put into the bin.
 * @returns false when one is gone for good or no longer says what was published: then none can be used
 * @throws Refusal when those who are to answer could not
 */
export function reopenForms(forms: readonly FormRow[], school: Pick<School, 'domain' | 'roleAccount'>): boolean {
  return forms.every((row) => {
    const found = findFile({ key: formKey(row) }, row.formId);
    if (found?.id !== row.formId) return false;
    if (found.trashed) takeOutOfBin(found.id);
    const form = formById(found.id);
    if (!form || formHash(form) !== row.hash) return false;
    if (!form.isPublished() || !form.isAcceptingResponses()) form.setPublished(true).setAcceptingResponses(true);
    letAnswer(found.id, answerersOf(row.kind, school), school.roleAccount);
    return true;
  });
}
