import type { NewEvent } from '../records/journal.ts';
import type { OutgoingMail } from '../records/outbox.ts';
import type { School } from '../school/school.ts';
import type { AgreementEvents, AgreementRow, FormItems, SignatureRow } from './register.ts';

/** One answer to a form, as far as FormApp tells. */
export interface FormAnswer {
  responseId: string;
  email: string;
  /** ISO 8601, UTC. */
  sentAt: string;
  /** By item id. */
  answers: Record<number, string | string[]>;
}

/** What is known of the form at the moment its answers are read. */
export interface FormState {
  /** The fingerprint of the form's text as it stands. */
  hash: string;
  addressVerified: boolean;
}

/** How far back answers are read again, milliseconds: Google may show an answer late. */
export const OVERLAP_MS = 10 * 60_000;
/** A form takes far longer answers; a register and a mail must hold these. */
const LONGEST_ANSWER = 200;

/**
 * From when on a form's answers must be read.
 * @returns milliseconds since 1970; 0 when none is on record
 */
export function readSince(signatures: readonly SignatureRow[], formId: string): number {
  const latest = signatures.filter((row) => row.formId === formId).reduce((last, row) => Math.max(last, Date.parse(row.signedAt)), 0);
  return Math.max(0, latest - OVERLAP_MS);
}

/** The signatures among a form's answers that are not on record yet; one event each, and one mail for all to those who approve. */
export function newSignatures(
  agreement: AgreementRow,
  answers: readonly FormAnswer[],
  form: FormState,
  known: readonly SignatureRow[],
  school: School,
): { events: NewEvent[]; mails: OutgoingMail[] } {
  const recorded = new Set(known.map((row) => row.responseId));
  const items = JSON.parse(agreement.items) as FormItems;
  const fresh = answers.filter((answer) => !recorded.has(answer.responseId));
  const events = fresh.map((answer): NewEvent => {
    const payload: AgreementEvents['agreement signed'] = {
      responseId: answer.responseId,
      formId: agreement.formId,
      agreementId: agreement.id,
      version: agreement.version,
      sha256: agreement.sha256,
      email: answer.email.toLowerCase(),
      fullName: textOf(answer, items.fullName),
      jobTitle: textOf(answer, items.jobTitle),
      signature: textOf(answer, items.signature),
      signedAt: answer.sentAt,
      addressVerified: form.addressVerified,
      // Without an address nobody can say who signed.
      formUnchanged: form.hash === agreement.formHash && answer.email !== '',
    };
    return { action: 'agreement signed', subject: answer.responseId, payload };
  });
  return { events, mails: fresh.length > 0 ? [approvalNotice(fresh.length, form.hash === agreement.formHash, school)] : [] };
}

/** No names: the page says who. */
function approvalNotice(count: number, formUnchanged: boolean, school: School): OutgoingMail {
  const many = count === 1 ? 'An agreement has been signed and waits' : `${count} agreements have been signed and wait`;
  const doubt = formUnchanged
    ? []
    : [
        '',
        'The form’s text was changed by hand, so these signatures do not count yet. Somebody signed in as the role account can mend the form on the set-up page; those who signed must then sign again.',
      ];
  return {
    to: [...school.approvers],
    subject: 'Handrail: agreements are waiting for approval',
    body: [`${many} for your approval. Open the page signed in with your school account:`, '', `${school.address}?page=agreements`, ...doubt].join('\n'),
  };
}

function textOf(answer: FormAnswer, item: number): string {
  const value = answer.answers[item];
  const text = typeof value === 'string' ? value : (value ?? []).join(', ');
  return text.length <= LONGEST_ANSWER ? text : `${text.slice(0, LONGEST_ANSWER)}…`;
}
