import type { NewEvent } from '../../records/journal.ts';
import type { OutgoingMail } from '../../records/outbox.ts';
import { ukDay } from '../../school/calendar.ts';
import { Refusal } from '../../school/refusal.ts';
import { somethingTyped } from '../../school/typed.ts';
import type { IdempotencyKey, Visit } from '../../school/visit.ts';
import { type OneToOneEvents, type OneToOneRow, oneToOneTable } from '../one-to-one.ts';
import { daysTyped, isPast } from './one-to-one-days.ts';
import { oneToOneNotice } from './one-to-one-notice.ts';
import { isNamed, peopleFault, seesOneToOnes } from './one-to-one-people.ts';

interface Press {
  key: IdempotencyKey;
  reference: string;
  note: string;
}

export interface DecideOneToOne extends Press {
  approve: boolean;
  /** As typed: whoever approves may shorten the days, and name another adult within earshot. */
  from: string;
  until: string;
  inEarshot: string;
}

/**
 * Approves or refuses a one-to-one (D3). Three people must know of it: neither the adult who asked nor the adult within earshot approves it.
 * @throws Refusal when it is one's own, its days are over, one of the two leaves before, somebody was quicker, or a refusal gives no reason
 */
export function decideOneToOne(request: DecideOneToOne, visit: Visit): { reference: string } {
  const note = request.approve ? request.note.trim() : somethingTyped(request.note, 'note', 'Write why it is refused');
  return work(request, ['asked'], visit, (row) => {
    if (row.adult === visit.me.email) throw new Refusal('own-request', 'Nobody approves a one-to-one of their own: another senior leader does');
    return {
      event: request.approve ? approved(request, note, row, visit) : event('one-to-one refused', row, { note }),
      mails: [oneToOneNotice('decided', [row.adult], visit.school)],
    };
  });
}

function approved(request: DecideOneToOne, note: string, row: OneToOneRow, visit: Visit): NewEvent {
  const today = ukDay(visit.now);
  if (isPast(row, today)) throw new Refusal('too-late', 'Its last day is over, and nobody approves what has been. It has to be asked for again.');
  const days = daysTyped(request, today, row);
  const fault = peopleFault(row, days.until, visit);
  if (fault) throw new Refusal('not-possible', fault.message, fault.field);
  const inEarshot = somethingTyped(request.inEarshot, 'inEarshot', 'Write which other adult is within earshot or in the call');
  if (isNamed(visit.me.name, inEarshot))
    throw new Refusal('own-earshot', 'You are the adult within earshot: another senior leader approves it, or you name another adult', 'inEarshot');
  return event('one-to-one approved', row, { ...days, inEarshot, note });
}

/**
 * Ends an approval early, or takes back one's own request: the adult, a senior leader or the DSL team does.
 * @throws Refusal when there is nothing to end, or no reason
 */
export function endOneToOne(request: Press, visit: Visit): { reference: string } {
  const note = somethingTyped(request.note, 'note', 'Write why it ends');
  return work(request, ['asked', 'approved'], visit, (row) => {
    const isMine = row.adult === visit.me.email;
    if (row.state === 'asked' && !isMine) throw new Refusal('not-yours', 'Only whoever asked takes a request back. A senior leader refuses it.');
    if (isPast(row, ukDay(visit.now))) throw new Refusal('over', 'Its last day is over: there is nothing to end');
    return { event: event('one-to-one ended', row, { note }), mails: isMine ? [] : [oneToOneNotice('ended', [row.adult], visit.school)] };
  });
}

function event<Action extends keyof OneToOneEvents>(action: Action, row: OneToOneRow, payload: OneToOneEvents[Action]): NewEvent {
  return { action, subject: row.reference, payload };
}

function work(
  { key, reference }: Press,
  from: readonly OneToOneRow['state'][],
  { me, records }: Visit,
  decide: (row: OneToOneRow) => { event: NewEvent; mails: OutgoingMail[] },
): { reference: string } {
  return records.decide({ key, actor: me.email, reads: [oneToOneTable] }, (view) => {
    const row = view.find(oneToOneTable, reference);
    if (!row || (row.adult !== me.email && !seesOneToOnes(me)))
      throw new Refusal('no-such-request', 'There is no such request that you may see. Reload the page.');
    if (!from.includes(row.state)) throw new Refusal('changed-meanwhile', `Somebody was quicker: this is "${row.state}" now. Look at what stands here now.`);
    const { event, mails } = decide(row);
    return { events: [event], mails, answer: { reference } };
  });
}
