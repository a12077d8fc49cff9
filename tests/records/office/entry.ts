import { eraseApproved } from '../../../src/history/erase-approved.ts';
import type { Json } from '../../../src/records/canonical.ts';
import { erasureProjection, erasureTable, isOfErasure } from '../../../src/records/erasures.ts';
import { RecordsBusy } from '../../../src/records/errors.ts';
import { choice, dateTime, number, text } from '../../../src/records/fields.ts';
import { lastBeat, rememberBeat } from '../../../src/records/heart.script.ts';
import { keptCursors } from '../../../src/records/jobs.script.ts';
import { goOn } from '../../../src/records/jobs.ts';
import type { RecordedEvent } from '../../../src/records/journal.ts';
import { clearStrayDrafts, deliver } from '../../../src/records/outbox.mail.ts';
import { type OutgoingMail, wantedAgain } from '../../../src/records/outbox.ts';
import type { Projection } from '../../../src/records/projection.ts';
import { openRecords } from '../../../src/records/records.sheet.ts';
import { table } from '../../../src/records/table.ts';
import { NOT_WALKED, verify, type Walked } from '../../../src/records/verify.ts';

/** A small office of its own: concerns that are raised and closed, and a count by day. */
const cases = table('Cases', () => ({
  reference: text().key(),
  state: choice(['new', 'closed']).called('State', 'Status'),
  raised: dateTime(),
  story: text(),
  closedBy: text().optional(),
}));
const days = table('Days', () => ({ day: text().key(), raised: number() }));

const caseView: Projection<typeof cases.fields> = {
  table: cases,
  keysOf: ({ action, subject }) => (/^(concern|case) /.test(action) ? [subject] : []),
  apply: (row, event) => {
    if (event.action === 'concern raised') return { reference: event.subject, state: 'new', raised: event.at, story: storyIn(event), closedBy: null };
    if (event.action === 'case forgotten') return null;
    return row ? { ...row, state: 'closed', closedBy: event.actor } : null;
  },
};
const dayView: Projection<typeof days.fields> = {
  table: days,
  keysOf: ({ action, at }) => (action === 'concern raised' ? [at.slice(0, 10)] : []),
  apply: (row, _, day) => ({ day, raised: (row?.raised ?? 0) + 1 }),
};

function storyIn({ payload }: RecordedEvent): string {
  return (payload as { story: string }).story.slice(0, 1_000);
}

const records = openRecords([caseView, dayView, erasureProjection], { build: 'test' });

export function ensure() {
  return records.ensure();
}

export function raise(key: string, actor: string, story: string) {
  return records.decide({ key, actor, reads: [cases], writes: [days] }, (view) => {
    const reference = `C-${view.rows(cases).length + 1}`;
    const notice = { to: ['amira.patel@quillhaven.example'], subject: 'A new concern is waiting', body: `Please open ${reference}.` };
    return { events: [{ action: 'concern raised', subject: reference, payload: { story } }], mails: [notice], answer: { reference } };
  });
}

/** The same without looking at any case: only keys are read. */
export function raiseBlindly(key: string, reference: string) {
  return records.decide({ key, actor: 'sam', writes: [cases, days] }, () => ({
    events: [{ action: 'concern raised', subject: reference, payload: { story: '' } }],
    answer: reference,
  }));
}

export function close(key: string, actor: string, reference: string) {
  return records.decide({ key, actor, writes: [cases] }, () => ({ events: [{ action: 'case closed', subject: reference, payload: null }], answer: 'closed' }));
}

export function forget(key: string, reference: string) {
  return records.decide({ key, actor: 'sam', reads: [cases] }, () => ({
    events: [{ action: 'case forgotten', subject: reference, payload: null }],
    answer: '',
  }));
}

export function changeSomethingUnread(key: string) {
  return records.decide({ key, actor: 'sam' }, () => ({ events: [{ action: 'case closed', subject: 'C-1', payload: null }], answer: null }));
}

export function look() {
  const view = records.view([cases, days]);
  return { cases: view.rows(cases), days: view.rows(days) };
}

export function history(subject: string) {
  return records.history(subject);
}

export function histories(subjects: string[]) {
  return [...records.histories(subjects)];
}

export function check() {
  return verify(records.slice(0, 100_000).entries);
}

/** A stretch of 5,000 events, as the page asks for one after the other. */
export function checkFrom(from: Walked = NOT_WALKED) {
  const { entries, end, isLast } = records.slice(from.head.sequence, 5_000);
  return { ...verify(entries, { from, ...(isLast ? { end } : { isPart: true }) }), isLast };
}

/** An event whose only effect is mails. */
export function queue(key: string, mails: OutgoingMail[]) {
  return records.decide({ key, actor: 'sam', writes: [cases] }, () => ({
    events: [{ action: 'mails wanted', subject: key, payload: null }],
    mails,
    answer: '',
  }));
}

/** As a door does it. */
export function sendMail() {
  return deliver(records.outbox, new Date().toISOString());
}

/** As the heartbeat does it. */
export function sendAll(waitingADay = 1_000, mostCalls = 1_000) {
  let left = mostCalls;
  const mayGoOn = () => {
    left -= 1;
    return left >= 0;
  };
  return deliver(records.outbox, new Date().toISOString(), { mayGoOn, waitingADay, attachmentFor });
}

function attachmentFor(reference: string) {
  if (reference === 'gone') return null;
  if (reference === 'broken') throw new Error('No item with the given ID could be found');
  if (reference === 'busy') throw new RecordsBusy();
  const bytes = Utilities.newBlob(`This is ${reference}: £5`).getBytes();
  return { name: `${reference} – Zoë.pdf`, contentType: 'application/pdf', bytes: reference === 'huge' ? new Array<number>(5_000_001).fill(0) : bytes };
}

export function dropMail(ids: string[]) {
  records.outbox.drop(ids);
}

export function wantAgain() {
  records.outbox.note(
    records.outbox
      .waiting()
      .filter(({ state }) => state === 'refused')
      .map(wantedAgain),
    [],
  );
}

export function tidyMail() {
  return clearStrayDrafts(records.outbox);
}

export function waitingMail() {
  return records.outbox.waiting();
}

export function remakeAll() {
  records.remakeAll();
}

export function remake() {
  let steps = 1;
  while (!records.remakeNext()) steps += 1;
  return steps;
}

export function remakeOnce() {
  return records.remakeNext();
}

/** Two people decide to erase all that was recorded about somebody. */
export function decideErasure(subject: string) {
  const events = records.history(subject).flatMap((event) => (isOfErasure(event) ? [] : [event.sequence]));
  const decided = (key: string, actor: string, action: string, payload: Json) =>
    records.decide({ key, actor, writes: [erasureTable] }, () => ({ events: [{ action, subject, payload }], answer: null }));
  decided(`erase-ask-${subject}-${events}`, 'sam', 'erasure asked', { events, why: 'kept long enough' });
  decided(`erase-yes-${subject}-${events}`, 'head', 'erasure approved', { events });
  return events;
}

/**
 * As the heartbeat does it, as far as `steps` reach.
 * @returns whose erasure is done
 */
export function erase(steps = 10_000) {
  let left = steps;
  eraseApproved(records, () => {
    left -= 1;
    return left >= 0;
  });
  return erasures().flatMap(({ subject, state }) => (state === 'done' ? [subject] : []));
}

export function erasures() {
  return records.view([erasureTable]).rows(erasureTable);
}

export function job(steps: number) {
  let left = steps;
  return goOn({ name: 'counting', start: 1, step: (cursor: number) => (cursor < 5 ? cursor + 1 : null) }, keptCursors(), () => {
    left -= 1;
    return left > 0;
  });
}

export function beat(at: string) {
  rememberBeat({ at, build: 'test' });
  return lastBeat();
}
