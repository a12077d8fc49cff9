import { addSchoolDays, addWorkingDays, type IsoDate, ukDate, ukDay } from '../../school/calendar.ts';
import { Refusal } from '../../school/refusal.ts';
import { fullName } from '../../school/roll.ts';
import type { School } from '../../school/school.ts';
import type { Memory } from '../../school/settings.script.ts';
import type { IdempotencyKey, Visit } from '../../school/visit.ts';
import { incidentSettings } from '../incident-settings.script.ts';
import type { IncidentSettings } from '../settings.ts';
import { dayIn, textIn } from './inputs.ts';
import { reasonIn } from './keep-case.ts';
import { type TransferRow, transferEvent, transferSubject, transferTable } from './transfers.ts';

/** Rule 5: as soon as possible, and within five days. */
const DAYS = 5;

export type TransferAnswer = { subject: string };

export interface StartTransfer {
  key: IdempotencyKey;
  /** The pupil's address on the roll. */
  pupil: string;
  /** The next school, and whom there: the DSL by name, telephone, address. */
  school: string;
  contact: string;
  /** The day the school knew that the pupil moves, as typed. */
  known: string;
}

/**
 * Starts the transfer of a pupil's file to the next school (B21, rule 5). The log keeps the cases.
 * @throws Refusal naming the input that is wrong, and when one to that school is under way
 */
export function startTransfer(request: StartTransfer, visit: Visit, memory: Memory): TransferAnswer {
  const { me, records, roll, school, now, newReference } = visit;
  const entry = roll.find(({ email, kind }) => kind === 'pupil' && email === request.pupil.trim().toLowerCase());
  if (!entry) throw new Refusal('no-such-pupil', 'Find the pupil by name and choose them', 'pupil');
  const to = textIn(request.school, 'school', 'Write which school the pupil goes to');
  const contact = textIn(request.contact, 'contact', 'Write whom to send it to there: their safeguarding lead, with telephone or address');
  const known = dayIn(request.known, 'known', { until: ukDay(now) });
  const due = transferDue(known, incidentSettings(memory), school);
  const subject = transferSubject(newReference());
  return records.decide({ key: request.key, actor: me.email, reads: [transferTable] }, (view) => {
    const isUnderWay = view.rows(transferTable).some((row) => row.pupil === entry.email && isOpen(row));
    if (isUnderWay) throw new Refusal('under-way', `A transfer of ${fullName(entry)}’s file is under way already: it is in the list`, 'pupil');
    return {
      events: [transferEvent('transfer started', subject, { pupil: entry.email, name: fullName(entry), school: to, contact, known, due })],
      answer: { subject },
    };
  });
}

/** The last of the five days after it was known (rulings: counted as the setting says). */
export function transferDue(known: IsoDate, { transferDays }: Pick<IncidentSettings, 'transferDays'>, school: School): IsoDate {
  return transferDays === 'school days' ? addSchoolDays(known, DAYS, school) : addWorkingDays(known, DAYS, school);
}

/** Neither received nor stopped. */
export function isOpen({ received, stopped }: Pick<TransferRow, 'received' | 'stopped'>): boolean {
  return received === null && stopped === '';
}

export interface TransferPress {
  key: IdempotencyKey;
  subject: string;
}

/** Records how the file went, apart from the main file and safely (rule 5), and what was decided about Prevent and Channel (rule 18). */
export function sendTransfer(request: TransferPress & { on: string; how: string; toWhom: string; prevent: string }, visit: Visit): TransferAnswer {
  const on = dayIn(request.on, 'on', { until: ukDay(visit.now) });
  const how = textIn(request.how, 'how', 'Write how it went: by whose hand, by which secure way');
  const toWhom = textIn(request.toWhom, 'toWhom', 'Write who it went to');
  return onTransfer(request, visit, (row) => {
    if (row.sent !== null) throw new Refusal('sent-already', `It was sent on ${ukDate(row.sent)}. Reload the page.`);
    return transferEvent('transfer sent', row.subject, { on, how, toWhom, prevent: request.prevent.trim() });
  });
}

/** Records that the next school was asked for its receipt. */
export function chaseTransfer(request: TransferPress & { note: string }, visit: Visit): TransferAnswer {
  const note = textIn(request.note, 'note', 'Write whom you asked, and how');
  return onTransfer(request, visit, (row) => {
    if (row.sent === null) throw new Refusal('not-sent', 'Record first that it was sent');
    return transferEvent('transfer chased', row.subject, { note });
  });
}

/** Records the receipt: who has it now. The transfer is over. */
export function receiveTransfer(request: TransferPress & { on: string; who: string }, visit: Visit): TransferAnswer {
  const on = dayIn(request.on, 'on', { until: ukDay(visit.now) });
  const who = textIn(request.who, 'who', 'Write who confirmed that they have it');
  return onTransfer(request, visit, (row) => {
    if (row.sent === null) throw new Refusal('not-sent', 'Record first that it was sent');
    if (on < row.sent) throw new Refusal('before-sent', `It was sent on ${ukDate(row.sent)}: check the day`, 'on');
    return transferEvent('transfer received', row.subject, { on, who });
  });
}

/** The pupil stays, or it was started by mistake. */
export function stopTransfer(request: TransferPress & { why: string }, visit: Visit): TransferAnswer {
  const why = reasonIn(request);
  return onTransfer(request, visit, ({ subject }) => transferEvent('transfer stopped', subject, { why }));
}

/** Changes an open transfer, alone. */
export function onTransfer(
  { key, subject }: TransferPress,
  { me, records }: Visit,
  decide: (row: TransferRow) => ReturnType<typeof transferEvent>,
): TransferAnswer {
  return records.decide({ key, actor: me.email, reads: [transferTable] }, (view) => {
    const row = transferFor(view.find(transferTable, subject));
    if (!isOpen(row)) throw new Refusal('transfer-over', 'This transfer is over. Reload the page to see how it stands.');
    return { events: [decide(row)], answer: { subject } };
  });
}

/** @throws Refusal when there is none */
export function transferFor(row: TransferRow | undefined): TransferRow {
  if (!row) throw new Refusal('no-such-transfer', 'There is no transfer of that reference. Open it from the list.');
  return row;
}
