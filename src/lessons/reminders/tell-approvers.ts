import { isSchoolDay, ukDay, ukHour } from '../../school/calendar.ts';
import { type Memory, remember } from '../../school/settings.script.ts';
import type { Visit } from '../../school/visit.ts';
import { type OneToOneRow, oneToOneTable } from '../one-to-one.ts';
import { isPast } from '../one-to-ones/one-to-one-days.ts';
import { oneToOneNotice } from '../one-to-ones/one-to-one-notice.ts';
import { approversFor } from '../one-to-ones/one-to-one-people.ts';

/** The UK hour of a school day from which senior leaders are told. */
const FIRST_HOUR = 8;
/** The script property that holds the day on which they last were, or had not to be. */
const TOLD_ON = 'one-to-ones-told-on';

/** Requests that have waited since an earlier day and can still be approved. */
function stillWaiting(rows: readonly OneToOneRow[], today: string): OneToOneRow[] {
  return rows.filter((row) => row.state === 'asked' && ukDay(row.askedAt) < today && !isPast(row, today));
}

/**
 * The heartbeat's task `one-to-ones`: on a school day's morning, those who may approve what has waited since an earlier day hear of it in one mail
 * (D3). One read a day; the key is the day's, so that it goes once however often it is tried.
 */
export function tellApprovers({ me, records, now, school }: Visit, memory: Memory): void {
  const today = ukDay(now);
  if (memory.rest[TOLD_ON] === today || ukHour(now) < FIRST_HOUR || !isSchoolDay(today, school)) return;
  if (stillWaiting(records.glance([oneToOneTable]).rows(oneToOneTable), today).length > 0) {
    records.decide({ key: `one-to-ones-of-${today}`, actor: me.email, reads: [oneToOneTable] }, (view) => {
      const to = [...new Set(stillWaiting(view.rows(oneToOneTable), today).flatMap(({ adult }) => approversFor(school, adult)))];
      if (to.length === 0) return { events: [], answer: null };
      return {
        events: [{ action: 'one-to-ones told', subject: `one-to-ones-${today}`, payload: { to } }],
        mails: [oneToOneNotice('waiting', to, school)],
        answer: null,
      };
    });
  }
  remember(TOLD_ON, today);
}
