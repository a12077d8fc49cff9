import { ukDate, ukDay } from '../../school/calendar.ts';
import { Refusal } from '../../school/refusal.ts';
import type { Memory } from '../../school/settings.script.ts';
import type { IdempotencyKey, Visit } from '../../school/visit.ts';
import { caseTable } from '../case.ts';
import { incidentSettings } from '../incident-settings.script.ts';
import { dayIn, textIn } from './inputs.ts';
import { reasonIn } from './keep-case.ts';
import { monthsLater } from './month.ts';
import { accessEvent, type RequestRow, requestSubject, requestTable } from './requests.ts';
import { isSame, whoIs } from './see-chronology.ts';

/** The law allows two months more where a request is complex. */
const MOST_MORE = 2;

export interface RecordRequest {
  key: IdempotencyKey;
  /** Address on the roll, or a name as it stands in the cases. */
  person: string;
  askedBy: string;
  /** The day it came in, as typed. */
  received: string;
}

export type RequestAnswer = { subject: string };

/**
 * Records that somebody asks what is recorded about them, and by when they are to be answered (B21; rulings: one calendar month).
 * @throws Refusal naming the input that is wrong, or when it is about whoever is there
 */
export function recordRequest(request: RecordRequest, visit: Visit, memory: Memory): RequestAnswer {
  const { me, records, school, now, newReference } = visit;
  const received = dayIn(request.received, 'received', { until: ukDay(now) });
  const askedBy = textIn(request.askedBy, 'askedBy', 'Write who asks');
  const person = textIn(request.person, 'person', 'Choose the person it is about, or type their name');
  const { email, name } = whoIs(person, records.view([caseTable]), visit);
  if (isAbout({ person: email, name }, me)) throw new Refusal('about-yourself', 'This is about you: somebody else has to see to it.', 'person');
  const subject = requestSubject(newReference());
  const due = monthsLater(received, incidentSettings(memory).accessMonths, school);
  return records.decide({ key: request.key, actor: me.email, writes: [requestTable] }, () => ({
    events: [accessEvent('subject access asked', subject, { person: email, name, askedBy, received, due })],
    answer: { subject },
  }));
}

export interface RequestPress {
  key: IdempotencyKey;
  subject: string;
}

/** Takes more time, with the reason that the person who asked is told. */
export function extendRequest(request: RequestPress & { until: string; why: string }, visit: Visit, memory: Memory): RequestAnswer {
  const why = reasonIn(request);
  const until = dayIn(request.until, 'until', {});
  return onRequest(request, visit, (row) => {
    const last = monthsLater(row.received, incidentSettings(memory).accessMonths + MOST_MORE, visit.school);
    if (until <= row.due) throw new Refusal('not-later', `It is due on ${ukDate(row.due)}: enter a later day`, 'until');
    if (until > last) throw new Refusal('too-late', `No more than ${MOST_MORE} months can be added: ${ukDate(last)} at the latest`, 'until');
    return accessEvent('subject access extended', row.subject, { until, why });
  });
}

/** Records that they were answered: it needs nothing more. */
export function answerRequest(request: RequestPress & { on: string; how: string }, visit: Visit): RequestAnswer {
  const on = dayIn(request.on, 'on', { until: ukDay(visit.now) });
  const how = textIn(request.how, 'how', 'Write how they were answered, or why not');
  return onRequest(request, visit, (row) => {
    if (on < row.received) throw new Refusal('before-asked', `They asked on ${ukDate(row.received)}: check the day`, 'on');
    return accessEvent('subject access answered', row.subject, { on, how });
  });
}

/** Whether a request is somebody's own, also one under their name as it was typed. */
export function isAbout({ person, name }: Pick<RequestRow, 'person' | 'name'>, me: Visit['me']): boolean {
  return isSame({ email: person, name }, { email: person === '' ? '' : me.email, name: me.name });
}

/**
 * A request this person may see to: nobody sees to their own.
 * @throws Refusal with the same words whether there is none or it is about them
 */
export function requestFor(row: RequestRow | undefined, { me }: Pick<Visit, 'me'>): RequestRow {
  if (!row || isAbout(row, me)) throw new Refusal('no-such-request', 'There is no request here that you may see to.');
  return row;
}

/** Changes an open request, alone. */
export function onRequest({ key, subject }: RequestPress, visit: Visit, decide: (row: RequestRow) => ReturnType<typeof accessEvent>): RequestAnswer {
  return visit.records.decide({ key, actor: visit.me.email, reads: [requestTable] }, (view) => {
    const row = requestFor(view.find(requestTable, subject), visit);
    if (row.answered !== null) throw new Refusal('answered', 'They have been answered already. Record a new request if they ask again.');
    return { events: [decide(row)], answer: { subject } };
  });
}
