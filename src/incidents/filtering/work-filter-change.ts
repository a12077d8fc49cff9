import type { NewEvent } from '../../records/journal.ts';
import type { OutgoingMail } from '../../records/outbox.ts';
import { ukDay } from '../../school/calendar.ts';
import { Refusal } from '../../school/refusal.ts';
import type { IdempotencyKey, Visit } from '../../school/visit.ts';
import { lastDayFrom } from './ask-filter-change.ts';
import { type FilterEvents, type FilterRow, type FilterState, filterTable } from './filter-change.ts';
import { filterNotice } from './filter-notice.ts';
import { seesFilterLog } from './filtering-people.ts';

interface FilterPress {
  key: IdempotencyKey;
  reference: string;
  note: string;
}

export interface DecideFilterChange extends FilterPress {
  approve: boolean;
  /** As typed, for an address that is to be opened: the approver may shorten the time. */
  until: string;
}

/**
 * Approves or refuses a change of the filter.
 * @throws Refusal when it is one's own, somebody was quicker, or a refusal gives no reason
 */
export function decideFilterChange(request: DecideFilterChange, visit: Visit): { reference: string } {
  const { approve, note } = request;
  if (!approve && note.trim() === '') throw new Refusal('reason-missing', 'Write why it is refused', 'note');
  return work(request, ['asked'], visit, (row) => {
    if (row.asker === visit.me.email) throw new Refusal('own-request', 'Nobody approves a change that they asked for themselves');
    const decided = filterNotice('decided', [row.asker], visit.school);
    if (!approve) return { event: event('filter change refused', row, { note }), mails: [decided] };
    const until = row.kind === 'unblock' ? lastDayFrom(request.until, ukDay(visit.now)) : null;
    const carryOut = filterNotice('approved', visit.school.technicians, visit.school);
    return { event: event('filter change approved', row, { until, note }), mails: visit.school.technicians.length === 0 ? [decided] : [decided, carryOut] };
  });
}

/** The technician says that a change has been carried out, or that the block of what was opened is back. */
export function carryOutFilterChange(request: FilterPress & { what: 'done' | 'restored' }, visit: Visit): { reference: string } {
  const { what, note } = request;
  return work(request, what === 'done' ? ['approved'] : ['done', 'ended'], visit, (row) => {
    if (what === 'restored' && row.kind !== 'unblock') throw new Refusal('nothing-opened', 'This change has opened nothing');
    return { event: what === 'done' ? event('filter change done', row, { note }) : event('filter block restored', row, { note }), mails: [] };
  });
}

/** Whoever asked does not need it any more. */
export function withdrawFilterChange(request: FilterPress, visit: Visit): { reference: string } {
  return work(request, ['asked'], visit, (row) => {
    if (row.asker !== visit.me.email) throw new Refusal('no-such-change', NO_SUCH_CHANGE);
    return { event: event('filter change withdrawn', row, { note: request.note }), mails: [] };
  });
}

const NO_SUCH_CHANGE = 'There is no such change of the filter that you may see. Reload the page.';

function event<Action extends keyof FilterEvents>(action: Action, row: FilterRow, payload: FilterEvents[Action]): NewEvent {
  return { action, subject: row.reference, payload };
}

function work(
  { key, reference }: FilterPress,
  from: readonly FilterState[],
  { me, records }: Visit,
  decide: (row: FilterRow) => { event: NewEvent; mails: OutgoingMail[] },
): { reference: string } {
  return records.decide({ key, actor: me.email, reads: [filterTable] }, (view) => {
    const row = view.find(filterTable, reference);
    if (!row || (row.asker !== me.email && !seesFilterLog(me))) throw new Refusal('no-such-change', NO_SUCH_CHANGE);
    if (!from.includes(row.state)) throw new Refusal('changed-meanwhile', `Somebody was quicker: this is "${row.state}" now. Reload the page.`);
    const { event, mails } = decide(row);
    return { events: [event], mails, answer: { reference } };
  });
}
