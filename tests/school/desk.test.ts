import { expect, test } from '@jest/globals';
import type { CaseRow } from '../../src/incidents/case.ts';
import { deskLines, deskListing, eventsFromDesk } from '../../src/incidents/desk/desk.ts';
import type { CellChange } from '../../src/records/listing.ts';
import { schoolFrom } from '../../src/school/school.ts';
import { aCaseRow } from '../support/concerns.ts';
import { onTheRoll } from '../support/roll.ts';

const at = (name: string) => `${name}@q.example`;
const school = schoolFrom({
  ...{
    name: 'Quillhaven',
    domain: 'q.example',
    roleAccount: at('office'),
    dslTelephone: '01632 960 123',
    address: 'https://script.google.com/macros/s/A/exec',
  },
  ...{ head: at('head'), dsl: at('dsl'), deputies: [at('deputy')], chair: at('chair'), approvers: [at('it')], technicians: [] },
});
const roll = [
  ['dsl', 'Priya', 'Nair'],
  ['deputy', 'Tom', 'Whitfield'],
].map(([name = '', givenName = '', familyName = '']) => onTheRoll({ email: at(name), givenName, familyName }));

function row(change: Partial<CaseRow> = {}): CaseRow {
  return aCaseRow({ people: 'P.K. 3B', named: [at('pupil')], reporter: at('teacher'), ...change });
}

function events(change: Partial<CellChange>, rows = [row()]) {
  return eventsFromDesk([{ key: 'C-AAAAAA', column: 'State', from: 'new', to: 'open', ...change }], 'dsl', rows, school, roll);
}

test.each([
  ['a state', {}, 'case state changed', { from: 'new', to: 'open', where: 'desk' }],
  ['an owner by name', { column: 'Owner', from: '', to: 'Priya Nair' }, 'case owner changed', { from: '', to: at('dsl'), where: 'desk' }],
  ['a note', { column: 'Note', from: '', to: 'Seen him' }, 'case note added', { text: 'Seen him', where: 'desk' }],
])('B2: %s typed on the desk becomes history', (_, change, action, payload) => {
  expect(events(change)).toEqual([{ action, subject: 'C-AAAAAA', payload }]);
});

test('B2: an owner taken away on the desk is nobody from then on', () => {
  const owned = [row({ owner: at('dsl') })];
  expect(events({ column: 'Owner', from: 'Priya Nair', to: '' }, owned)).toMatchObject([{ payload: { from: at('dsl'), to: '' } }]);
});

test.each([
  ['a state that the case page changed first', {}, row({ state: 'waiting' })],
  ['an owner whom the case page changed first', { column: 'Owner', from: '', to: 'Priya Nair' }, row({ owner: at('deputy') })],
  ['a note that another took the place of', { column: 'Note', from: '', to: 'Seen him' }, row({ deskNote: 'Rang home' })],
  ['a state there is not', { to: 'closed' }, row()],
  ['an owner who may not read the desk', { column: 'Owner', from: '', to: 'Ruth Adeyemi' }, row()],
  ['a note wiped away', { column: 'Note', from: 'Rang home', to: '  ' }, row({ deskNote: 'Rang home' })],
  ['a change to a case of another desk', {}, row({ lane: 'staff' })],
  ['a change to a case that names a reader of the desk', {}, row({ named: [at('deputy')] })],
  ['a change to a case there is not', { key: 'C-BBBBBB' }, row()],
] as [string, Partial<CellChange>, CaseRow][])('B2: %s makes no history', (_, change, standing) => {
  expect(events(change, [standing])).toEqual([]);
});

test('B2, B5: a desk shows its own cases, latest first, without those that name a reader', () => {
  const rows = [
    row({ reference: 'C-OLD', received: '2026-09-06T08:00:00.000Z' }),
    row({ reference: 'C-STAFF', lane: 'staff' }),
    row({ reference: 'C-NAMED', named: [at('deputy')] }),
    row({ reference: 'C-NEW', received: '2026-09-08T08:00:00.000Z', owner: at('dsl') }),
  ];
  const lines = deskLines('dsl', rows, school, roll);
  expect(lines.map(({ cells }) => [cells[0], cells[5]])).toEqual([
    ['C-NEW', 'Priya Nair'],
    ['C-OLD', ''],
  ]);
  for (const { cells } of lines) expect(cells).toHaveLength(deskListing('dsl', school, roll).columns.length);
});

test('two readers of the same name are told apart by their addresses', () => {
  const twins = roll.map((entry) => ({ ...entry, givenName: 'Sam', familyName: 'Jones' }));
  const choices = deskListing('dsl', school, twins).columns.find(({ heading }) => heading === 'Owner')?.choices;
  expect(new Set(choices).size).toBe(2);
  const chosen = choices?.[1] ?? '';
  expect(eventsFromDesk([{ key: 'C-AAAAAA', column: 'Owner', from: '', to: chosen }], 'dsl', [row()], school, twins)).toMatchObject([
    { payload: { to: at('deputy') } },
  ]);
});
