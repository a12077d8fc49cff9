import { expect, test } from '@jest/globals';
import { MAY_DELETE, MailOffice } from './mailbox/world.ts';

const DECISION = { dpia: 'DPIA-7', decidedBy: 'Rosa Lind, headteacher', decidedOn: '2026-09-01', until: '2026-09-09', units: 'Pupils', told: 'all, by letter' };
const DAY = 86_400_000;

function journaling({ scopes = MAY_DELETE, decision = DECISION as typeof DECISION | null } = {}): MailOffice {
  const office = MailOffice.ready({ scopes, mode: 'journal' });
  if (decision) office.call('set', 'journal', decision);
  return office;
}

test('C1: in the journal mode harmless mail is gone for good within the beat, and only its number is kept', () => {
  const office = journaling();
  const harmless = office.copy('See you at lunch', { why: 'journal' });
  const threat = office.copy('flag 3', { why: 'journal' });
  const letter = office.letter('I am worried');
  office.beat();
  expect(office.labels(harmless)).toBeNull();
  expect(office.labels(threat)).toContain('Handrail/High');
  expect(office.labels(letter)).toContain('Handrail/Medium');
  expect(office.state.weeks).toEqual([['2026-09-07', 3, 1]]);
  expect(JSON.stringify(office.workspace.data.scripts)).not.toContain(harmless);
});

test('C1: without the right to delete for good harmless mail goes into the bin, and the office knows that it may not', () => {
  const office = journaling({ scopes: MAY_DELETE.slice(0, -1) });
  const harmless = office.copy('See you at lunch', { why: 'journal' });
  office.beat();
  expect(office.labels(harmless)).toEqual(['TRASH', 'UNREAD']);
  expect(office.state.mayNotDelete).toBe(true);
});

test('C1: while the second voice is missing nothing is deleted as harmless, and the office knows it until it is back', () => {
  const office = journaling();
  office.call('loseSecondVoice');
  const harmless = office.copy('See you at lunch', { why: 'journal' });
  office.beat();
  expect(office.labels(harmless)).toContain('Handrail/Read');
  expect(office.state.rulesAlone).not.toBe('');
  office.call('findSecondVoice');
  office.beat();
  expect(office.state.rulesAlone).not.toBe('');
  office.copy('See you later', { why: 'journal' });
  office.beat();
  expect(office.state.rulesAlone).toBe('');
});

test('C1: without a decision there is no journal: what the console copies of all mail is not read, and goes for good', () => {
  const office = journaling({ decision: null });
  const unread = office.copy('flag 3', { why: 'journal' });
  const found = office.copy('flag 2', { why: 'words' });
  office.beat();
  expect(office.labels(unread)).toBeNull();
  expect(office.filed).toEqual([found]);
});

test('C1: the journal stops by itself on the day after its last, records that, and tells the head, the DSL and the technician', () => {
  const office = journaling();
  office.workspace.clock.pass(2 * DAY);
  office.beat();
  expect(office.call('monitoring')).toMatchObject({ mode: 'journal' });
  office.workspace.clock.pass(DAY);
  office.beat();
  expect(office.call('monitoring')).toMatchObject({ mode: 'sieve' });
  office.beat();
  expect(office.call('mails')).toEqual([['head@quillhaven.example', 'dsl@quillhaven.example', 'it@quillhaven.example']]);
});
