import type { NewEvent } from '../records/journal.ts';
import type { OutgoingMail } from '../records/outbox.ts';
import { fullName, type RollEntry } from '../school/roll.ts';
import type { School } from '../school/school.ts';
import { SIGNING } from './audience.ts';
import type { AgreementEvents } from './events.ts';
import { type AgreementRow, type FormRow, itemsOf } from './published.ts';
import type { SignatureRow } from './signatures.ts';

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
  formRow: FormRow,
  answers: readonly FormAnswer[],
  form: FormState,
  known: readonly SignatureRow[],
  school: School,
  roll: readonly RollEntry[],
): { events: NewEvent[]; mails: OutgoingMail[] } {
  const recorded = new Set(known.map((row) => row.responseId));
  const items = itemsOf(formRow);
  const fresh = answers.filter((answer) => !recorded.has(answer.responseId));
  const events = fresh.map((answer): NewEvent => {
    const email = answer.email.toLowerCase();
    const entry = roll.find((each) => each.email === email);
    // Without an address nobody can say who signed.
    const formUnchanged = form.hash === formRow.hash && email !== '';
    const payload: AgreementEvents['agreement signed'] = {
      responseId: answer.responseId,
      formId: formRow.formId,
      formKind: formRow.kind,
      agreementId: agreement.id,
      version: formRow.version,
      sha256: agreement.sha256,
      email,
      address: form.addressVerified ? 'verified by Google' : 'not verified by Google',
      fullName: textOf(answer, items['fullName'] ?? 0),
      role: textOf(answer, items['role'] ?? 0),
      signature: textOf(answer, items['signature'] ?? 0),
      signedAt: answer.sentAt,
      formUnchanged,
      isApproved: SIGNING[agreement.audience].isApproved,
      countsFrom: agreement.countsFrom,
      answersHash: '',
      children: [],
      consents: [],
      standings: formUnchanged
        ? [{ agreementId: agreement.id, person: email, name: entry ? fullName(entry) : email, group: SIGNING[agreement.audience].name }]
        : [],
    };
    return { action: 'agreement signed', subject: answer.responseId, payload };
  });
  return { events, mails: fresh.length > 0 ? [approvalNotice(fresh.length, form.hash === formRow.hash, school)] : [] };
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
    body: [`${many} for your approval. Open the page signed in with your school account:`, '', `${school.address}?page=approve`, ...doubt].join('\n'),
  };
}

function textOf(answer: FormAnswer, item: number): string {
  const value = answer.answers[item];
  const text = typeof value === 'string' ? value : (value ?? []).join(', ');
  return text.length <= LONGEST_ANSWER ? text : `${text.slice(0, LONGEST_ANSWER)}…`;
}
