import { expect, test } from '@jest/globals';
import { callsOf, MAY_DELETE, MailOffice } from './mailbox/world.ts';

const MANY = 5_000;
const DECISION = { dpia: 'DPIA-7', decidedBy: 'Rosa Lind', decidedOn: '2026-09-01', until: '2027-07-31', units: 'Pupils', told: 'all' };

test('C1: five thousand messages in one round: every one is read once, beat by beat, within Gmail’s limits', () => {
  const office = MailOffice.ready({ scopes: MAY_DELETE, mode: 'journal' });
  office.call('set', 'journal', DECISION);
  const wanted: string[] = [];
  for (let at = 0; at < MANY; at += 1) {
    const isFlagged = at % 50 === 0;
    const id = office.copy(isFlagged ? `flag ${1 + (at % 3)} number ${at}` : `See you at lunch ${at}`, { why: 'journal' });
    if (isFlagged) wanted.push(id);
  }
  const calls: Record<string, number> = {};
  let beats = 0;
  let slowest = 0;
  const read = () => office.state.weeks[0]?.[1] ?? 0;
  while (read() < MANY && beats < 60) {
    const run = office.beat([], 40_000);
    expect(run.error).toBeUndefined();
    for (const [name, count] of Object.entries(callsOf(run))) calls[name] = (calls[name] ?? 0) + count;
    slowest = Math.max(slowest, run.ms);
    beats += 1;
  }
  const total = Object.values(calls).reduce((sum, count) => sum + count, 0);
  console.info(`${MANY} messages: ${beats} beats, the longest ${Math.round(slowest / 1000)} s; ${(total / MANY).toFixed(2)} calls a message`, calls);
  expect(office.filed.sort()).toEqual(wanted.sort());
  expect(office.state.weeks).toEqual([['2026-09-07', MANY, MANY - wanted.length]]);
  expect(office.mailbox.messages()).toHaveLength(wanted.length);
  expect(calls['Gmail.Users.Messages.get']).toBe(MANY);
  expect(total / MANY).toBeLessThan(1.3);
  expect(slowest).toBeLessThan(60_000);
});

test('when Gmail takes no more calls in this minute, the beat ends there and the next goes on', () => {
  const office = MailOffice.ready();
  const ids = Array.from({ length: 30 }, (_, at) => office.copy(`flag 1 number ${at}`));
  office.workspace.clock.pass(300_000);
  const hog = () => {
    for (let minute = 0; minute < 1; minute += 1) office.workspace.quotas.useMinute('safeguarding@quillhaven.example', 'gmail units', 14_900);
  };
  const run = office.run('beat', [60_000], [{ at: 4, kind: 'meanwhile', run: hog }]);
  expect(run.calls.length).toBeGreaterThan(10);
  for (let beat = 0; beat < 2; beat += 1) office.beat();
  expect(office.filed.sort()).toEqual(ids.sort());
  expect(office.state.unread).toEqual({});
});
