import { date, number, text } from '../records/fields.ts';
import { headText } from '../records/head-text.ts';
import type { ChainHead, RecordedEvent } from '../records/journal.ts';
import type { OutgoingMail } from '../records/outbox.ts';
import type { Projection } from '../records/projection.ts';
import { type RowOf, table } from '../records/table.ts';
import { ukDay, ukHour } from '../school/calendar.ts';
import { ukDate } from '../school/days.ts';
import { type School, witnessOf } from '../school/school.ts';
import type { Visit } from '../school/visit.ts';

/** Not in the night: whoever gets it should see it come. Hour of the clock in the UK. */
const FROM_HOUR = 6;
const SUBJECT = 'history';
const TOLD = 'history witnessed';

/** What the event says: the end of the history before itself. */
type Told = { day: string; sequence: number; hash: string };

/** One row: what the witness was told last. */
export const witnessTable = table('Witness', () => ({ about: text().key(), day: date(), sequence: number(), hash: text() }));
type WitnessRow = RowOf<typeof witnessTable>;

export const witnessProjection: Projection<typeof witnessTable.fields> = {
  table: witnessTable,
  keysOf: ({ action, subject }) => (action === TOLD ? [subject] : []),
  apply: (_, event) => ({ about: event.subject, ...toldIn(event) }),
};

function toldIn({ payload }: RecordedEvent): Told {
  const { day, sequence, hash } = payload as Told;
  return { day, sequence, hash };
}

/**
 * Mails the end of the history to the outside witness, once a UK day: from then on nobody can write the history up to there anew
 * unseen. That it was told is an event, and the mail follows from that event, so it goes once whatever fails.
 */
export function tellWitness({ school, records, now }: Visit): void {
  const day = ukDay(now);
  if (ukHour(now) < FROM_HOUR) return;
  const isTold = (last: WitnessRow | undefined) => last !== undefined && last.day >= day;
  if (isTold(records.glance([witnessTable]).find(witnessTable, SUBJECT))) return;
  records.decide({ key: `witness-of-${day}`, actor: 'heartbeat', reads: [witnessTable] }, (view) => {
    const last = view.find(witnessTable, SUBJECT);
    if (isTold(last) || view.sequence === 0) return { events: [], answer: null };
    const head = { sequence: view.sequence, hash: view.hash };
    return {
      events: [{ action: TOLD, subject: SUBJECT, payload: { day, ...head } }],
      mails: [witnessMail(head, day, last, school)],
      answer: null,
    };
  });
}

/** A number, a hash and how many events there are: nothing of what was recorded. */
function witnessMail(head: ChainHead, day: string, last: Pick<WitnessRow, 'day' | 'sequence'> | undefined, school: School): OutgoingMail {
  // The event that says that the witness was told is none of the school's.
  const since = last ? `${head.sequence - last.sequence - 1} of them since the mail of ${ukDate(last.day)}` : 'this is the first mail';
  return {
    to: [witnessOf(school)],
    subject: `Handrail: the history of ${school.name} on ${ukDate(day)}`,
    body: [
      `The safeguarding history of ${school.name} ends here today:`,
      '',
      headText(head),
      '',
      `It holds ${head.sequence} events, ${since}.`,
      '',
      'Keep this mail where nobody at the school can reach it: each event is locked to the one before, so nobody, not even the owner of the file, can change or take away anything up to here without that line becoming another.',
      `To compare, give the line to somebody who may open ${historyAddress(school)}, or run "handrail log verify" with it on an export of the records: either says whether the history up to there is still the same.`,
      '',
      `A mail like this comes every day. If one does not, ask the school why: telephone ${school.dslTelephone}.`,
    ].join('\n'),
  };
}

export function historyAddress(school: Pick<School, 'address'>): string {
  return `${school.address}?page=history`;
}
