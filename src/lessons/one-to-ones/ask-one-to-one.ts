import { ukDay } from '../../school/calendar.ts';
import { Refusal } from '../../school/refusal.ts';
import { somethingTyped } from '../../school/typed.ts';
import type { IdempotencyKey, Visit } from '../../school/visit.ts';
import { type OneToOneEvents, oneToOneTable } from '../one-to-one.ts';
import { daysTyped } from './one-to-one-days.ts';
import { oneToOneNotice } from './one-to-one-notice.ts';
import { approversFor, isNamed, peopleFault } from './one-to-one-people.ts';

export interface AskOneToOne {
  key: IdempotencyKey;
  /** Address of the pupil. */
  pupil: string;
  why: string;
  /** As typed. */
  from: string;
  until: string;
  /** Name of the adult within earshot of the pupil, or in the call. */
  inEarshot: string;
}

/**
 * Asks for a one-to-one of one's own with a pupil, to be approved beforehand (D3).
 * @throws Refusal naming what is missing or wrong; also when nobody could approve it
 */
export function askOneToOne(request: AskOneToOne, visit: Visit): { reference: string } {
  const { me, school, now, records, newReference } = visit;
  const { pupil } = request;
  if (pupil === '') throw new Refusal('pupil-missing', 'Choose the pupil', 'pupil');
  const why = somethingTyped(request.why, 'why', 'Write what it is for, and why it cannot be with others');
  const days = daysTyped(request, ukDay(now));
  const fault = peopleFault({ adult: me.email, pupil }, days.until, visit);
  if (fault) throw new Refusal('not-possible', fault.message, fault.field ?? 'pupil');
  const inEarshot = somethingTyped(request.inEarshot, 'inEarshot', 'Write which other adult is within earshot or in the call');
  if (isNamed(me.name, inEarshot)) throw new Refusal('own-earshot', 'Name another adult than yourself', 'inEarshot');
  const approvers = approversFor(school, me.email);
  if (approvers.length === 0)
    throw new Refusal('no-approver', 'Nobody but you could approve it. Ask the technician to enter another senior leader on the set-up page.');
  return records.decide({ key: request.key, actor: me.email, reads: [oneToOneTable] }, () => {
    const reference = newReference().replace(/^C/, 'O');
    const payload: OneToOneEvents['one-to-one asked'] = { adult: me.email, pupil, why, ...days, inEarshot };
    return {
      events: [{ action: 'one-to-one asked', subject: reference, payload }],
      mails: [oneToOneNotice('asked', approvers, school)],
      answer: { reference },
    };
  });
}
