import type { NewEvent } from '../../records/journal.ts';
import type { OutgoingMail } from '../../records/outbox.ts';
import { ukDay } from '../../school/calendar.ts';
import type { School } from '../../school/school.ts';
import type { AgreementEvents } from '../events.ts';
import { isUnclear, type SignatureRow, type SignatureState } from '../signatures.ts';

type Signed = AgreementEvents['agreement signed'];

/**
 * The mails that follow from answers: to those who approve, and to the office where a child must be settled by hand. No names: the
 * page says who. However many sign, nobody gets a second mail on a day on which something from it still waits (A15).
 * @param known what was on record before
 */
export function noticesOf(
  events: readonly NewEvent[],
  known: readonly Pick<SignatureRow, 'state' | 'signedAt'>[],
  school: Pick<School, 'address' | 'approvers' | 'office'>,
  now: string,
): OutgoingMail[] {
  const answers = events.filter(({ action }) => action === 'agreement signed').map(({ payload }) => payload as Signed);
  const wereTold = (state: SignatureState) => known.some((row) => row.state === state && ukDay(row.signedAt) === ukDay(now));
  const changed = answers.some(({ formUnchanged }) => !formUnchanged) && !wereTold('form was changed');
  const waiting = answers.some(({ formUnchanged, isApproved }) => formUnchanged && isApproved) && !wereTold('awaiting approval');
  const unclear = answers.some(({ formUnchanged, children }) => formUnchanged && children.some(isUnclear)) && !wereTold('to be settled');
  return [...(waiting ? [approvalNotice(school)] : []), ...(changed ? [changedNotice(school)] : []), ...(unclear ? [settlingNotice(school)] : [])];
}

function approvalNotice({ address, approvers }: Pick<School, 'address' | 'approvers'>): OutgoingMail {
  return {
    to: [...approvers],
    subject: 'Handrail: agreements are waiting for approval',
    body: ['Agreements have been signed and wait for your approval. Open the page signed in with your school account:', '', `${address}?page=approve`].join(
      '\n',
    ),
  };
}

function changedNotice({ address, approvers }: Pick<School, 'address' | 'approvers'>): OutgoingMail {
  return {
    to: [...approvers],
    subject: 'Handrail: the form of an agreement was changed',
    body: [
      'The form of an agreement was changed by hand, so what has been signed on it since does not count.',
      'Publish the agreement anew on the page below; those who signed must then sign again.',
      '',
      `${address}?page=agreements`,
    ].join('\n'),
  };
}

function settlingNotice({ address, approvers, office }: Pick<School, 'address' | 'approvers' | 'office'>): OutgoingMail {
  return {
    to: office.length > 0 ? [...office] : [...approvers],
    subject: 'Handrail: parents’ answers must be settled',
    body: [
      'Parents have sent an agreement, and it is not certain which children they mean. Open the page signed in with your school account:',
      '',
      `${address}?page=settle`,
    ].join('\n'),
  };
}
