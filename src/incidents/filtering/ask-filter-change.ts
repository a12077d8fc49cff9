import { addDays, daysBetween, isoDayFrom, ukDate, ukDay } from '../../school/calendar.ts';
import { Refusal } from '../../school/refusal.ts';
import type { IdempotencyKey, Visit } from '../../school/visit.ts';
import { type FilterEvents, type FilterKind, filterTable } from './filter-change.ts';
import { filterNotice } from './filter-notice.ts';
import { approversOf } from './filtering-people.ts';

export interface AskFilterChange {
  key: IdempotencyKey;
  kind: FilterKind;
  address: string;
  why: string;
  forWhom: string;
  /** As typed; wanted for opening an address alone. */
  until: string;
}

/** Nothing is opened for longer: whoever needs it for good asks again (B12: "temporary"). Days. */
const LONGEST = 366;

/**
 * Records that the filter has let something through, or asks for an address to be opened for a time or to be blocked.
 * @throws Refusal naming what is missing or wrong
 */
export function askFilterChange(request: AskFilterChange, { me, school, now, records, newReference }: Visit): { reference: string } {
  const address = request.address.trim();
  if (address === '') throw new Refusal('address-missing', 'Enter the address, the site or the app', 'address');
  if (request.why.trim() === '') throw new Refusal('why-missing', WHY_MISSING[request.kind], 'why');
  const until = request.kind === 'unblock' ? lastDayFrom(request.until, ukDay(now)) : null;
  const { kind, why, forWhom } = request;
  return records.decide({ key: request.key, actor: me.email, reads: [filterTable] }, () => {
    const reference = newReference().replace(/^C/, 'F');
    const payload: FilterEvents['filter change asked'] = { kind, address, why, forWhom, until };
    const toTell = kind === 'failure' ? [...new Set([...school.technicians, school.dsl])] : approversOf(school, me.email);
    return {
      events: [{ action: 'filter change asked', subject: reference, payload }],
      mails: [filterNotice(kind === 'failure' ? 'failure' : 'asked', toTell, school)],
      answer: { reference },
    };
  });
}

const WHY_MISSING: Record<FilterKind, string> = {
  failure: 'Write what came through, and who saw it',
  unblock: 'Write what it is needed for',
  block: 'Write why it should be blocked',
};

/**
 * The last day on which an address is to stay open.
 * @throws Refusal when it cannot be read, is over, or is more than a year away
 */
export function lastDayFrom(typed: string, today: string): string {
  const day = isoDayFrom(typed);
  if (day === null) throw new Refusal('until-unreadable', `Enter the last day on which it is needed, like ${ukDate(addDays(today, 7))}`, 'until');
  if (day < today) throw new Refusal('until-past', 'The last day is over: enter today or a later day', 'until');
  if (daysBetween(today, day) > LONGEST)
    throw new Refusal('until-far', 'An address is opened for a year at most. Enter an earlier day and ask again then.', 'until');
  return day;
}
