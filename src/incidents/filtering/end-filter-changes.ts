import { isSchoolDay, ukDay, ukHour } from '../../school/calendar.ts';
import type { School } from '../../school/school.ts';
import type { Visit } from '../../school/visit.ts';
import { type FilterRow, filterTable } from './filter-change.ts';
import { filterNotice } from './filter-notice.ts';

/** From this hour of a school day people are told. */
const FIRST_HOUR = 8;

/** What is over on a day: opened for a time that has passed. */
export function isOver(row: Pick<FilterRow, 'kind' | 'state' | 'until'>, today: string): boolean {
  return row.kind === 'unblock' && (row.state === 'done' || row.state === 'approved') && row.until !== null && row.until < today;
}

/** Changes whose technicians and approver are to be told today that the block is still to be put back: once a school day until it is. */
export function toTell(rows: readonly FilterRow[], now: string, school: School): FilterRow[] {
  const today = ukDay(now);
  if (ukHour(now) < FIRST_HOUR || !isSchoolDay(today, school)) return [];
  return rows.filter(({ state, told }) => state === 'ended' && told !== today);
}

/** The heartbeat's part: what was opened for a time ends by itself, and whoever puts blocks back hears of it until it is done (B12). */
export function endFilterChanges({ records, school, now }: Visit): void {
  const today = ukDay(now);
  const rows = records.glance([filterTable]).rows(filterTable);
  const over = rows.filter((row) => isOver(row, today));
  if (over.length === 0 && toTell(rows, now, school).length === 0) return;
  records.decide({ key: `filter-ends-${now}`, actor: 'heartbeat', reads: [filterTable] }, (view) => {
    const all = view.rows(filterTable);
    const ends = all.filter((row) => isOver(row, today));
    const told = toTell(
      all.map((row) => (ends.includes(row) ? { ...row, state: 'ended' } : row)),
      now,
      school,
    );
    return {
      events: [
        ...ends.map(({ reference }) => ({ action: 'filter change ended', subject: reference, payload: {} })),
        ...told.map(({ reference }) => ({ action: 'filter change told', subject: reference, payload: { day: today } })),
      ],
      mails: told.length === 0 ? [] : [filterNotice('ended', peopleToTell(told, school), school)],
      answer: null,
    };
  });
}

function peopleToTell(rows: readonly FilterRow[], { technicians, head }: School): string[] {
  const people = new Set([...technicians, ...rows.flatMap(({ approver }) => (approver === '' ? [] : [approver]))]);
  return people.size === 0 ? [head] : [...people];
}
