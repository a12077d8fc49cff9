import { expect, test } from '@jest/globals';
import { DAILY_LIMITS } from '../../local/workspace/quotas.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { OFFICE } from '../support/script.ts';
import { DSL, RecordsOffice } from './office/world.ts';

function withMails(count: number): RecordsOffice {
  const office = RecordsOffice.ready();
  for (let number = 1; number <= count; number += 1) office.call('raise', `press-000${number}`, DSL, `story ${number}`);
  return office;
}

const NOTHING = { sent: 0, refused: 0, left: 0, waiting: 0, problem: null, willPass: true, hitch: null };
const waiting = (office: RecordsOffice) => office.call<{ id: string; state: string }[]>('waitingMail');

test('a mail goes once; who, when and which event stay, its text does not', () => {
  const office = withMails(1);
  expect(office.call('sendMail')).toEqual({ ...NOTHING, sent: 1 });
  expect(office.call('sendMail')).toEqual(NOTHING);
  expect(office.mailTo(DSL)).toHaveLength(1);
  expect(office.drafts).toBe(0);
  expect(office.cells('Outbox').slice(1)).toEqual([]);
  expect(
    office
      .cells('Sent')
      .slice(1)
      .map((row) => row.map((cell) => cell?.v)),
  ).toEqual([['1-1', DSL, 'A new concern is waiting', '1', expect.stringMatching(/^2026-09-07T/)]]);
});

test('a round without mail is one read', () => {
  const office = withMails(0);
  expect(office.run('sendMail').calls.filter(({ name }) => /^(Sheets|Gmail)/.test(name))).toHaveLength(1);
});

test('whichever call fails: every mail goes once', () => {
  faultSweep<RecordsOffice>({
    arrange: () => withMails(2),
    clone: (office) => office.another(),
    operation: (office, faults) => office.run('sendMail', [], faults),
    meanwhile: (office) => office.run('sendMail'),
    recover: (office) => {
      office.call('sendMail');
      office.call('sendMail');
      office.call('tidyMail');
    },
    invariant: (office, where) => {
      const sent = office.cells('Sent').length - 1;
      expect({ where, mails: office.mailTo(DSL).length, sent, waiting: waiting(office), drafts: office.drafts }).toEqual({
        where,
        mails: 2,
        sent: 2,
        waiting: [],
        drafts: 0,
      });
    },
  });
});

test('somebody reports a concern at every call of a round: nothing is lost or doubled', () => {
  faultSweep<RecordsOffice>({
    arrange: () => withMails(2),
    clone: (office) => office.another(),
    operation: (office, faults) => office.run('sendMail', [], faults),
    meanwhile: (office) => office.run('raise', ['press-late', DSL, 'late']),
    recover: (office) => {
      office.call('raise', 'press-late', DSL, 'late');
      office.call('sendMail');
      office.call('sendMail');
    },
    invariant: (office, where) => expect({ where, mails: office.mailTo(DSL).length, waiting: waiting(office) }).toEqual({ where, mails: 3, waiting: [] }),
  });
});

test('two heartbeats at once: the second leaves the mail to the first', () => {
  const office = withMails(2);
  let second: unknown;
  office.run('sendMail', [], [{ at: 4, kind: 'meanwhile', run: () => (second = office.call('sendMail')) }]);
  expect(second).toEqual(NOTHING);
  expect(office.mailTo(DSL)).toHaveLength(2);
});

// docs/apps-script/guides/services/quotas.md: recipients a day.
test('when the day’s quota is used up, mail waits for tomorrow', () => {
  const office = withMails(2);
  office.workspace.quotas.use(OFFICE, 'mail recipients', DAILY_LIMITS['mail recipients'] - 1);
  expect(office.call('sendMail')).toMatchObject({ sent: 1, left: 1 });
  office.workspace.clock.pass(24 * 3_600_000);
  expect(office.call('sendMail')).toMatchObject({ sent: 1, left: 0 });
  expect(office.mailTo(DSL)).toHaveLength(2);
});

test.each([
  ['nobody@@nowhere', 'is not an e-mail address'],
  ['nobody@nowhere', 'Invalid To header'],
])('a mail to %s, which is no address, is given up, says why, and keeps no other from going', (address, why) => {
  const office = withMails(2);
  const to = office.cells('Outbox')[1]?.[3];
  if (!to) throw new Error('no address');
  to.v = address;
  expect(office.call('sendMail')).toMatchObject({ sent: 1, refused: 1, left: 0 });
  expect(office.call('sendMail')).toMatchObject({ sent: 0, refused: 0, left: 0 });
  expect(office.call('waitingMail')).toMatchObject([{ id: '1-1', state: 'refused', why: expect.stringContaining(why) }]);
});

test('a draft that nobody noted is never sent and is thrown away; a person’s own draft stays', () => {
  const office = withMails(1);
  office.run('sendMail', [], [{ at: 4, kind: 'dies after' }]);
  office.writeDraft('To: a.friend@elsewhere.example\r\nSubject: Lunch?\r\n\r\nOn Friday?');
  expect(office.drafts).toBe(2);
  expect(office.call('sendMail')).toMatchObject({ sent: 1 });
  expect(office.call('tidyMail')).toBe(1);
  expect(office.drafts).toBe(1);
  expect(office.mailTo(DSL)).toHaveLength(1);
});

test('a long job goes on in the next run', () => {
  const office = RecordsOffice.ready();
  expect([office.call('job', 2), office.properties['job:counting']]).toEqual([false, '3']);
  expect([office.call('job', 9), office.properties['job:counting']]).toEqual([true, undefined]);
});

test('the last beat is remembered', () => {
  expect(RecordsOffice.ready().call('beat', '2026-09-07T08:00:00.000Z')).toEqual({ at: '2026-09-07T08:00:00.000Z', build: 'test' });
});
