import { daysBetween, isSchoolDay, ukDay, ukHour } from '../../school/calendar.ts';
import type { Memory } from '../../school/settings.script.ts';
import type { Visit } from '../../school/visit.ts';
import { caseTable } from '../case.ts';
import { incidentSettings } from '../incident-settings.script.ts';
import { reviewNotice } from '../notices.ts';
import { reviewDue } from './review-due.ts';
import { type ReviewEvents, reviewTable, reviewToldTable } from './reviews.ts';
import { lastDay } from './see-review.ts';

const FIRST_HOUR = 8;
/** Days until those who review are told again. */
const AGAIN_AFTER = 7;

/** The heartbeat's part: on the day a review is due, and every week until it is signed, the headteacher and the chair are told (B15). */
export function tellReviewers({ school, records, now }: Visit, memory: Memory): void {
  const day = ukDay(now);
  if (ukHour(now) < FIRST_HOUR || !isSchoolDay(day, school)) return;
  const { reviewEvery } = incidentSettings(memory);
  const toTell = (view: ReturnType<typeof records.view>): string | null => {
    const rows = view.rows(caseTable);
    const due = reviewDue(lastDay(rows, view.rows(reviewTable), now), reviewEvery, school);
    const told = view.find(reviewToldTable, due)?.day;
    const isTold = told !== undefined && daysBetween(told, day) < AGAIN_AFTER;
    return rows.length === 0 || day < due || isTold ? null : due;
  };
  const tables = [caseTable, reviewTable, reviewToldTable];
  if (toTell(records.glance(tables)) === null) return;
  records.decide({ key: `review-told-${day}`, actor: 'heartbeat', reads: tables }, (view) => {
    const due = toTell(view);
    if (due === null) return { events: [], answer: null };
    const payload: ReviewEvents['review told'] = { due, day };
    return {
      events: [{ action: 'review told', subject: 'review', payload }],
      mails: [reviewNotice([...new Set([school.head, school.chair])], school)],
      answer: null,
    };
  });
}
