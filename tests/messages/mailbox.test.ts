import { expect, test } from '@jest/globals';
import { OFFICE } from '../support/script.ts';
import { callsOf, MailOffice } from './mailbox/world.ts';

test('C1: what the console copied is scored, filed and labelled; what is harmless is labelled as read', () => {
  const office = MailOffice.ready();
  const threat = office.copy('I will find you: flag 3');
  const harmless = office.copy('See you at lunch');
  office.beat();
  expect(office.filed).toEqual([threat]);
  expect(office.labels(threat)).toEqual(['Handrail/High', 'INBOX', 'UNREAD']);
  expect(office.labels(harmless)).toEqual(['Handrail/Read', 'INBOX', 'UNREAD']);
  expect(office.state.weeks).toEqual([['2026-09-07', 2, 0]]);
});

test('a mailbox with nothing new costs one look', () => {
  const office = MailOffice.ready();
  office.copy('Hello');
  office.beat();
  const { 'Gmail.Users.History.list': looks, ...others } = callsOf(office.beat());
  expect(looks).toBe(1);
  expect(Object.keys(others).filter((name) => !/^(?:Properties|Lock)\./.test(name))).toEqual([]);
});

test('C1: what Google took for spam is read too, and comes out of there only when it is flagged', () => {
  const office = MailOffice.ready();
  const threat = office.copy('flag 2', { labels: ['SPAM', 'UNREAD'] });
  const spam = office.copy('Buy this', { labels: ['SPAM', 'UNREAD'] });
  office.beat();
  expect(office.labels(threat)).toEqual(['Handrail/Medium', 'INBOX', 'UNREAD']);
  expect(office.labels(spam)).toEqual(['Handrail/Read', 'SPAM', 'UNREAD']);
});

test('C2: what a person writes to the office is filed whatever it says, also while monitoring is off', () => {
  const office = MailOffice.ready({ mode: 'off' });
  const letter = office.letter('I do not know whom to ask');
  const copied = office.copy('flag 3');
  office.beat();
  expect(office.filed).toEqual([letter]);
  expect(office.labels(copied)).toEqual(['Handrail/Read', 'INBOX', 'UNREAD']);
});

test('the same message by two routes is filed once, and both are labelled', () => {
  const office = MailOffice.ready();
  const [one, two] = [office.copy('flag 3', { id: 'x@else.example' }), office.copy('flag 3', { id: 'x@else.example' })];
  office.beat();
  expect(office.filed).toEqual([one]);
  expect(office.labels(two)).toContain('Handrail/High');
});

test('a message that cannot be read or filed stops no other, is tried again, and is shown when that does not help', () => {
  const office = MailOffice.ready();
  const bad = office.copy('crash');
  const good = office.copy('flag 2');
  const unfilable = office.copy('flag 1 unfilable');
  const last = office.copy('flag 1');
  for (let beat = 0; beat < 3; beat += 1) office.beat();
  expect(office.filed.sort()).toEqual([good, last].sort());
  expect(Object.keys(office.state.unread).sort()).toEqual([bad, unfilable].sort());
  expect(office.labels(bad)).toContain('Handrail/Unread');
});

test('a deleted message and a deleted label stop nothing', () => {
  const office = MailOffice.ready();
  office.copy('flag 3');
  office.beat();
  const label = office.mailbox.labelNamed('Handrail/High');
  if (label) office.mailbox.deleteLabel(label);
  const gone = office.mailbox.message(office.copy('flag 3 and gone'));
  if (gone) office.mailbox.remove(gone);
  const next = office.copy('flag 3 and next');
  office.beat();
  expect(office.labels(next)).toContain('Handrail/High');
  expect(office.filed).toHaveLength(2);
});

test('when the history is lost, everything since is listed and read, and nothing is filed twice', () => {
  const office = MailOffice.ready();
  const first = office.copy('flag 3 first');
  office.beat();
  office.workspace.clock.pass(9 * 86_400_000);
  const missed = Array.from({ length: 150 }, (_, at) => {
    if (at % 40 === 0) office.workspace.clock.pass(700);
    return office.copy(`flag 1 number ${at}`, { labels: at % 2 ? ['SPAM'] : ['INBOX'] });
  });
  office.workspace.clock.pass(8 * 86_400_000);
  expect(callsOf(office.beat([], 20_000))['Gmail.Users.Messages.list']).toBe(1);
  for (let beat = 0; beat < 3; beat += 1) office.beat([], 20_000);
  expect(office.filed.sort()).toEqual([first, ...missed].sort());
  expect(office.state.rescan).toBeNull();
  expect(callsOf(office.beat())['Gmail.Users.Messages.list']).toBeUndefined();
});

test('what was put into the bin is not read again when the history is lost: it may be what was erased', () => {
  const office = MailOffice.ready();
  const binned = office.mailbox.message(office.copy('flag 3 of an erased case'));
  if (binned) office.mailbox.moveTo(binned, 'TRASH');
  office.workspace.clock.pass(9 * 86_400_000);
  const next = office.copy('flag 3');
  const run = office.beat();
  expect(callsOf(run)['Gmail.Users.Messages.list']).toBeGreaterThan(0);
  expect(office.filed).toEqual([next]);
});

test('harmless copies go into the bin when they have been kept as long as the school says; letters stay', () => {
  const office = MailOffice.ready();
  office.call('set', 'keepHarmlessDays', 3);
  const copy = office.copy('Hello');
  const threat = office.copy('flag 2');
  const letter = office.letter('Hello');
  office.beat();
  office.workspace.clock.pass(2 * 86_400_000);
  office.beat();
  expect(office.labels(copy)).not.toContain('TRASH');
  office.workspace.clock.pass(2 * 86_400_000);
  office.beat();
  expect(office.labels(copy)).toContain('TRASH');
  for (const kept of [threat, letter]) expect(office.labels(kept)).not.toContain('TRASH');
});

test('when Gmail takes no more calls in this minute, the beat ends there and the next goes on', () => {
  const office = MailOffice.ready();
  const ids = Array.from({ length: 30 }, (_, at) => office.copy(`flag 1 number ${at}`));
  office.workspace.clock.pass(300_000);
  const hog = () => void office.workspace.quotas.useMinute(OFFICE, 'gmail units', 14_900);
  const run = office.run('beat', [60_000], [{ at: 4, kind: 'meanwhile', run: hog }]);
  expect(run.calls.length).toBeGreaterThan(10);
  for (let beat = 0; beat < 2; beat += 1) office.beat();
  expect(office.filed.sort()).toEqual(ids.sort());
  expect(office.state.unread).toEqual({});
});
