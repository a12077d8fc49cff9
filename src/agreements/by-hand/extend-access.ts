import { ukDate, ukDay } from '../../school/calendar.ts';
import { Refusal } from '../../school/refusal.ts';
import type { IdempotencyKey, Visit } from '../../school/visit.ts';
import { type AgreementEvents, personSubject } from '../events.ts';
import { agreementTable } from '../published.ts';
import { standingTable } from '../standings.ts';
import { accessEndFrom } from './access-end.ts';
import { type Chosen, chosenStanding } from './by-hand.ts';

export interface ExtendAccess extends Chosen {
  key: IdempotencyKey;
  /** The last day as the page showed it, an ISO day. */
  was: string;
  /** The new last day, as it was typed. */
  until: string;
}

/**
 * Gives a guest's access another last day, later or sooner (A4).
 * @throws Refusal when the day is none, in the past, more than a year ahead or the same, or somebody else has changed it meanwhile
 */
export function extendAccess(request: ExtendAccess, { me, records, now }: Visit): { until: string } {
  const { key, standing, was } = request;
  const until = accessEndFrom(request.until, ukDay(now), 'until');
  if (until === was) throw new Refusal('same-day', `Access lasts until ${ukDate(until)} already`, 'until');
  return records.decide({ key, actor: me.email, reads: [agreementTable, standingTable] }, (view) => {
    const { row } = chosenStanding(view, request, 'extend');
    if (row.accessEnds !== was)
      throw new Refusal('changed-meanwhile', `Somebody else has set the last day to ${ukDate(row.accessEnds ?? was)} meanwhile`, 'until');
    const payload: AgreementEvents['access extended'] = { standings: [standing], until };
    return { events: [{ action: 'access extended', subject: personSubject(row.person), payload }], answer: { until } };
  });
}
