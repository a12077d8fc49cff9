import type { NewEvent } from '../../records/journal.ts';
import { isAddress } from '../../records/mime.ts';
import type { OutgoingMail } from '../../records/outbox.ts';
import { ukDay } from '../../school/calendar.ts';
import type { School } from '../../school/school.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { AgreementVersion } from '../agreement.ts';
import type { AgreementEvents } from '../events.ts';
import { copyAddress } from '../register/register.ts';
import type { SignatureRow } from '../signatures.ts';
import { factsOf } from './signed-copy.ts';

/** Before what names a copy that a mail carries. */
export const COPY = 'copy:';

/** Somebody who only knows a parent's address can send forms in their name: that must not fill their mailbox. */
const MOST_A_DAY = 3;

/**
 * The mail that gives a signer their copy (A11): with an account of the school a link to it, without one the copy itself as a PDF.
 * @param approval by whom and when (ISO 8601, UTC); null where none is wanted
 * @returns null for somebody without an address: the approver prints the copy for them
 */
export function copyMailFor(
  row: SignatureRow,
  agreement: Pick<AgreementVersion, 'title'>,
  approval: { name: string; at: string } | null,
  school: School,
): OutgoingMail | null {
  if (!isAddress(row.email)) return null;
  if (row.formKind !== 'account') return pdfMail(row, agreement, school);
  return {
    to: [row.email],
    subject: subjectOf(agreement),
    body: [
      `This is about what you agreed to at ${school.name}. Keep it.`,
      '',
      'You can read, print and save it at any time, signed in with your school account:',
      copyAddress(row.responseId, school),
      '',
      ...factsOf(row).map(({ label, value }) => `${label}: ${value}`),
      ...(approval ? [`Approved: by ${approval.name}, ${ukTime(approval.at)}`] : []),
    ].join('\n'),
    mayWait: true,
  };
}

/**
 * The copies that go to parents at once: of answers in which every child is known, so that the address is the one the roll has. Whoever is
 * not sure is settled first.
 * @param known what was on record before
 * @param titleOf the title of an agreement by its id
 */
export function copiesToParents(
  events: readonly NewEvent[],
  known: readonly Pick<SignatureRow, 'email' | 'signedAt'>[],
  titleOf: (agreementId: string) => string,
  school: Pick<School, 'name'>,
): OutgoingMail[] {
  const earlier = known.map(timeOf);
  return events.flatMap(({ action, payload }) => {
    if (action !== 'agreement signed') return [];
    const answer = payload as AgreementEvents['agreement signed'];
    const { agreementId, formKind, formUnchanged, children } = answer;
    const isParents = formKind === 'family' || formKind === 'promises';
    const isCertain = formUnchanged && children.length > 0 && children.every(({ person }) => person !== null);
    const today = earlier.filter((time) => time === timeOf(answer)).length;
    earlier.push(timeOf(answer));
    return isParents && isCertain && isAddress(answer.email) && today < MOST_A_DAY ? [pdfMail(answer, { title: titleOf(agreementId) }, school)] : [];
  });
}

function timeOf({ email, signedAt }: Pick<SignatureRow, 'email' | 'signedAt'>): string {
  return `${email} ${ukDay(signedAt)}`;
}

/** It names nobody: what was answered about whom is in the copy alone. */
function pdfMail(
  { email, responseId }: Pick<SignatureRow, 'email' | 'responseId'>,
  agreement: Pick<AgreementVersion, 'title'>,
  { name }: Pick<School, 'name'>,
): OutgoingMail {
  return {
    to: [email],
    subject: subjectOf(agreement),
    body: [
      `This is about what you agreed to at ${name}. Your copy is attached: it shows what you were shown and what you answered. Keep it.`,
      '',
      'Did you not send this form, or is something wrong in it? Tell the school office.',
    ].join('\n'),
    mayWait: true,
    attachment: `${COPY}${responseId}`,
  };
}

function subjectOf({ title }: Pick<AgreementVersion, 'title'>): string {
  return `Your copy: ${title}`;
}
