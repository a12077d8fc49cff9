import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DAILY_LIMITS } from '../../local/workspace/quotas.ts';
import { type OutboxEntry, wanted } from '../../src/records/outbox.ts';
import { type SentByHour, sentInADay, withSent } from '../../src/records/outbox-day.ts';
import { nextStep, recipientsOf, STEP } from '../../src/records/outbox-steps.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { OFFICE } from '../support/script.ts';
import { DSL, RecordsOffice } from './office/world.ts';

const HOUR = 3_600_000;
const URGENT = 'A new concern is waiting';

interface Delivery {
  sent: number;
  refused: number;
  left: number;
  waiting: number;
  problem: string | null;
  hitch: string | null;
}

function reminders(count: number, to: readonly string[] = [DSL]) {
  return Array.from({ length: count }, (_, index) => ({ to, subject: `Reminder ${index + 1}`, body: 'Please sign.', mayWait: true }));
}

function withReminders(count: number): RecordsOffice {
  const office = RecordsOffice.ready();
  office.call('queue', 'round-0001', reminders(count));
  return office;
}

const deliver = (office: RecordsOffice, ...args: unknown[]) => office.call<Delivery>('sendAll', ...args);
const standing = (office: RecordsOffice) => office.call<OutboxEntry[]>('waitingMail');
const column = (office: RecordsOffice, sheet: string, place: number) =>
  office
    .cells(sheet)
    .slice(1)
    .map((row) => row[place]?.v);
const sentSubjects = (office: RecordsOffice) => column(office, 'Sent', 2);
const spoil = (office: RecordsOffice, row: number, address: string) => office.type('Outbox', row, 4, address);

test('A15: a press sends what is urgent and leaves reminders to the heartbeat', () => {
  const office = withReminders(3);
  office.call('raise', 'press-0001', DSL, 'story');
  expect(office.call('sendMail')).toMatchObject({ sent: 1, left: 0, waiting: 3 });
  expect(sentSubjects(office)).toEqual([URGENT]);
  expect(deliver(office)).toMatchObject({ sent: 3, left: 0, waiting: 0, problem: null, hitch: null });
});

test('A15: a concern’s mail goes before all reminders that were wanted earlier', () => {
  const office = withReminders(30);
  office.call('raise', 'press-0001', DSL, 'story');
  deliver(office, 1_000, 12);
  expect(sentSubjects(office)[0]).toBe(URGENT);
});

test('A15: a concern that comes while reminders are going is next', () => {
  const office = withReminders(60);
  const sends = office.clone().run('sendAll').calls;
  const at = 1 + sends.findIndex(({ name }) => name === 'Gmail.Users.Drafts.send') + 3;
  office.run('sendAll', [], [{ at, kind: 'meanwhile', run: () => office.call('raise', 'press-0001', DSL, 'story') }]);
  expect(sentSubjects(office)).toHaveLength(61);
  expect(sentSubjects(office).indexOf(URGENT)).toBe(STEP);
});

test('A15: reminders reach no more people in a day than their share; the rest goes tomorrow, and a concern today', () => {
  const office = withReminders(5);
  expect(deliver(office, 2)).toMatchObject({ sent: 2, waiting: 3, problem: null, hitch: null });
  office.workspace.clock.pass(22 * HOUR);
  office.call('raise', 'press-0001', DSL, 'story');
  expect(deliver(office, 2)).toMatchObject({ sent: 1, waiting: 3 });
  office.workspace.clock.pass(3 * HOUR);
  expect(deliver(office, 2)).toMatchObject({ sent: 2, waiting: 1 });
  office.workspace.clock.pass(25 * HOUR);
  expect(deliver(office, 2)).toMatchObject({ sent: 1, waiting: 0 });
  expect(sentSubjects(office)).toEqual(['Reminder 1', 'Reminder 2', URGENT, 'Reminder 3', 'Reminder 4', 'Reminder 5']);
});

test('A15: a mail to several people takes as much of the share as there are people, and none is passed over', () => {
  const office = RecordsOffice.ready();
  const two = [DSL, OFFICE];
  office.call('queue', 'round-0001', [...reminders(1), ...reminders(1, two), ...reminders(1)]);
  expect(deliver(office, 2)).toMatchObject({ sent: 1, waiting: 2 });
  expect(office.drafts).toBe(0);
});

test('A15: when Google takes no more today, nobody is alarmed about reminders, and no call is wasted on the rest', () => {
  const office = withReminders(30);
  office.workspace.quotas.use(OFFICE, 'mail recipients', DAILY_LIMITS['mail recipients'] - 2);
  const run = office.run('sendAll');
  expect(run.value).toMatchObject({ sent: 2, waiting: 28, problem: null, hitch: expect.stringContaining('limit') });
  expect(run.calls.filter(({ name }) => name === 'Gmail.Users.Drafts.send')).toHaveLength(3);
  office.workspace.clock.pass(24 * HOUR);
  expect(deliver(office)).toMatchObject({ sent: 28, waiting: 0 });
  expect(office.mailTo(DSL)).toHaveLength(30);
});

test('A15: a reminder that Google refuses is listed with the reason, raises no alarm, and can be dropped', () => {
  const office = withReminders(2);
  spoil(office, 2, 'nobody@nowhere');
  expect(deliver(office)).toMatchObject({ sent: 1, refused: 1, problem: null, hitch: expect.stringContaining('Invalid To header') });
  expect(deliver(office)).toMatchObject({ sent: 0, refused: 0, waiting: 0, problem: null, hitch: null });
  expect(standing(office)).toMatchObject([{ id: '1-1', state: 'refused', mayWait: true, why: expect.stringContaining('Invalid To header') }]);
  office.call('dropMail', ['1-1']);
  office.call('dropMail', ['1-1']);
  expect(standing(office)).toEqual([]);
  expect(sentSubjects(office)).toEqual(['Reminder 2']);
});

test('A15: a refused reminder whose address was put right goes when somebody says so', () => {
  const office = withReminders(1);
  spoil(office, 2, 'nobody@nowhere');
  deliver(office);
  spoil(office, 2, DSL);
  office.call('wantAgain');
  expect(deliver(office)).toMatchObject({ sent: 1, waiting: 0 });
});

test('an urgent mail that Google refused goes on being a problem until somebody has seen to it', () => {
  const office = RecordsOffice.ready();
  office.call('raise', 'press-0001', DSL, 'story');
  spoil(office, 2, 'nobody@nowhere');
  deliver(office);
  expect(deliver(office)).toMatchObject({ problem: expect.stringContaining('Invalid To header') });
  office.call('dropMail', ['1-1']);
  expect(deliver(office)).toMatchObject({ problem: null });
});

test('only what was refused can be dropped', () => {
  const office = withReminders(1);
  office.call('dropMail', ['1-1']);
  expect(standing(office)).toMatchObject([{ id: '1-1', state: 'wanted' }]);
});

test('A15: with a thousand reminders waiting the outbox is read whole once, and notes are made for 25 mails at a time', () => {
  const office = withReminders(1_000);
  const { value, calls } = office.run('sendAll', [1_000, 4 * (STEP + 1)]);
  expect(value).toMatchObject({ sent: 50, waiting: 950 });
  const count = (name: string) => calls.filter((call) => call.name === name).length;
  expect([count('Gmail.Users.Drafts.create'), count('Gmail.Users.Drafts.send')]).toEqual([50, 50]);
  expect([count('Sheets.Spreadsheets.Values.batchGet'), count('Sheets.Spreadsheets.batchUpdate')]).toEqual([5, 4]);
  expect(calls.filter(({ name }) => name.startsWith('Properties')).length).toBe(4);
});

test('A15: whichever call fails, reminders and concerns go once each, and what went is counted', () => {
  faultSweep<RecordsOffice>({
    arrange: () => {
      const office = withReminders(2);
      office.call('raise', 'press-0001', DSL, 'story');
      return office;
    },
    clone: (office) => office.another(),
    operation: (office, faults) => office.run('sendAll', [], faults),
    meanwhile: [(office) => office.run('sendAll'), (office) => office.run('raise', ['press-late', DSL, 'late'])],
    recover: (office) => {
      office.call('raise', 'press-late', DSL, 'late');
      deliver(office);
      deliver(office);
      office.call('tidyMail');
    },
    invariant: (office, where) => {
      const counted = sentInADay(JSON.parse(office.properties['mails-by-hour'] ?? '{}') as SentByHour, '2026-09-07T09:00:00.000Z');
      expect({ where, mails: office.mailTo(DSL).length, sent: sentSubjects(office).sort(), open: standing(office), drafts: office.drafts }).toEqual({
        where,
        mails: 4,
        sent: [URGENT, URGENT, 'Reminder 1', 'Reminder 2'],
        open: [],
        drafts: 0,
      });
      expect({ where, enough: counted >= 2 && counted <= 4 }).toEqual({ where, enough: true });
    },
  });
});

test('A15: cut off at any of its calls and going on tomorrow, a round of many steps loses and doubles nothing', () => {
  faultSweep<RecordsOffice>({
    arrange: () => withReminders(STEP + 1),
    clone: (office) => office.another(),
    tries: (name, isFirst) => isFirst || name.startsWith('Sheets') || name.startsWith('Properties'),
    operation: (office, faults) => office.run('sendAll', [], faults),
    recover: (office) => {
      office.workspace.clock.pass(24 * HOUR);
      deliver(office);
      office.workspace.clock.pass(26 * HOUR);
      deliver(office, STEP);
    },
    invariant: (office, where) =>
      expect({ where, mails: office.mailTo(DSL).length, sent: new Set(sentSubjects(office)).size, open: standing(office) }).toEqual({
        where,
        mails: STEP + 1,
        sent: STEP + 1,
        open: [],
      }),
  });
});

const anEntry: fc.Arbitrary<OutboxEntry> = fc
  .record({
    state: fc.constantFrom('wanted', 'drafted'),
    mayWait: fc.constantFrom(true, null),
    attachment: fc.constantFrom('copy:1', null),
    people: fc.integer({ min: 1, max: 50 }),
  })
  .map(({ people, ...rest }) => ({
    ...{ id: '', draft: null, to: Array.from({ length: people }, () => DSL), subject: '', body: '', event: 1, why: null, ...rest },
  }));
const entries = fc.array(anEntry, { maxLength: 80 }).map((all) => all.map((entry, index) => ({ ...entry, id: String(index) })));

test('A15: whatever stands in the outbox, everything that may go does in the end: urgent first, in order, within the share', () => {
  fc.assert(
    fc.property(entries, fc.integer({ min: 0, max: 3_000 }), fc.boolean(), (all, share, canAttach) => {
      const open = new Map(all.map((entry) => [entry.id, entry]));
      const gone: OutboxEntry[] = [];
      for (;;) {
        const left = share - recipientsOf(gone.filter(({ mayWait }) => mayWait));
        const step = nextStep([...open.values()], { waitingRecipients: left, canAttach });
        if (step.length === 0) break;
        expect(step.length).toBeLessThanOrEqual(STEP);
        expect(new Set(step.map(({ state, mayWait }) => `${state} ${mayWait}`)).size).toBe(1);
        for (const entry of step) {
          if (entry.state === 'wanted') open.set(entry.id, { ...entry, state: 'drafted' });
          else {
            gone.push(entry);
            open.delete(entry.id);
          }
        }
      }
      const isUrgent = ({ mayWait }: OutboxEntry) => !mayWait;
      const mayGo = all.filter(({ attachment }) => canAttach || attachment === null);
      expect(gone.slice(0, mayGo.filter(isUrgent).length).every(isUrgent)).toBe(true);
      expect(gone.filter(isUrgent).length).toBe(mayGo.filter(isUrgent).length);
      expect(recipientsOf(gone.filter((entry) => !isUrgent(entry)))).toBeLessThanOrEqual(share);
      if (share >= recipientsOf(all)) expect(gone.length).toBe(mayGo.length);
    }),
  );
});

test('A15: in no 24 hours do more people get reminders than the share, whenever rounds run', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 5 * 60 }), fc.integer({ min: 0, max: 400 })), { maxLength: 60 }), (rounds) => {
      let hours: SentByHour = {};
      let at = Date.UTC(2026, 8, 7, 8);
      const sent: { at: number; count: number }[] = [];
      for (const [minutes, wish] of rounds) {
        at += minutes * 60_000;
        const now = new Date(at).toISOString();
        const count = Math.min(wish, 1_000 - sentInADay(hours, now));
        hours = withSent(hours, count, now);
        sent.push({ at, count });
        expect(Object.keys(hours).length).toBeLessThanOrEqual(26);
      }
      for (const { at: end } of sent) {
        const inADay = sent.filter(({ at }) => at <= end && at > end - 24 * HOUR);
        expect(inADay.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(1_000);
      }
    }),
  );
});

test('after 25 quiet hours the whole share is there again', () => {
  const hours = withSent({}, 1_000, '2026-09-07T08:59:59.000Z');
  expect([sentInADay(hours, '2026-09-08T08:59:59.999Z'), sentInADay(hours, '2026-09-08T09:00:00.000Z')]).toEqual([1_000, 0]);
});

test('a mail says whether it may wait', () => {
  const mail = { to: [DSL], subject: '', body: '' };
  expect(wanted([mail, { ...mail, mayWait: true }, { ...mail, mayWait: false }], 1).map(({ mayWait }) => mayWait)).toEqual([null, true, null]);
});
