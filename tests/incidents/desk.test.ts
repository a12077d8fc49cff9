import { expect, test } from '@jest/globals';
import type { CaseRow } from '../../src/incidents/case.ts';
import { type DeskPlace, deskLines, deskListing } from '../../src/incidents/desk/desk.ts';
import { changesOnDesk, eventsFromDesk } from '../../src/incidents/desk/desk-changes.ts';
import { mustLeave } from '../../src/incidents/desk/renew-desk.ts';
import { USUAL_INCIDENT_SETTINGS } from '../../src/incidents/settings.ts';
import type { CellChange } from '../../src/records/listing.ts';
import { schoolFrom } from '../../src/school/school.ts';
import { aCaseRow, involved } from '../support/concerns.ts';
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
  ['pupil', 'Amira', 'Khan'],
].map(([name = '', givenName = '', familyName = '']) => onTheRoll({ email: at(name), givenName, familyName, className: name === 'pupil' ? '3A' : '' }));
const NOW = '2026-09-10T10:00:00.000Z';

function place(change: Partial<DeskPlace['settings']> = {}, more: Partial<DeskPlace> = {}): DeskPlace {
  return { lane: 'dsl', school, roll, settings: { ...USUAL_INCIDENT_SETTINGS, ...change }, ...more };
}

function row(change: Partial<CaseRow> = {}): CaseRow {
  return aCaseRow({ people: 'P.K. 3B', named: [at('pupil')], reporter: at('teacher'), ...change });
}

function shown(rows: readonly CaseRow[], settings: Partial<DeskPlace['settings']> = {}, now = NOW): Record<string, string>[] {
  const headings = deskListing(place(settings)).columns.map(({ heading }) => heading);
  return deskLines(place(settings), rows, now).map(({ cells }) => {
    expect(cells).toHaveLength(headings.length);
    return Object.fromEntries(headings.map((heading, index) => [heading, cells[index] ?? '']));
  });
}

function events(change: Partial<CellChange>, rows = [row()]) {
  return eventsFromDesk({ cells: [{ key: 'C-AAAAAA', column: 'State', from: 'new', to: 'open', ...change }], strays: 0 }, place(), rows);
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
] as [string, Partial<CellChange>, CaseRow][])('B2: %s changes no case: it is put back, and that is noted', (_, change, standing) => {
  expect(events(change, [standing])).toEqual([{ action: 'desk put back', subject: 'desk-dsl', payload: { count: 1 } }]);
});

test('B2: a desk that somebody sorted by hand changes no case; what was added is counted', () => {
  const rows = [row({ deskNote: 'Seen him' }), row({ reference: 'C-BBBBBB', deskNote: 'Rang home' })];
  const lines = deskLines(place(), rows, NOW);
  const note = lines[0]?.cells.length ?? 0;
  const swapped = lines.map(({ cells, base }, index) => ({ base, cells: [...cells.slice(0, note - 1), lines[1 - index]?.cells[note - 1] ?? ''] }));
  const changes = changesOnDesk(deskListing(place()), [...swapped, { cells: ['my own line'], base: [] }], 1);
  expect(changes).toEqual({ cells: [], strays: 4 });
  expect(eventsFromDesk(changes, place(), rows)).toEqual([{ action: 'desk put back', subject: 'desk-dsl', payload: { count: 4 } }]);
});

test('B5: a desk shows its own open cases, without those that name a reader', () => {
  const rows = [
    row({ reference: 'C-OPEN' }),
    row({ reference: 'C-STAFF', lane: 'staff' }),
    row({ reference: 'C-NAMED', named: [at('deputy')] }),
    row({ reference: 'C-CLOSED', state: 'closed' }),
  ];
  expect(shown(rows).map(({ Reference }) => Reference)).toEqual(['C-OPEN']);
});

test('B2: overdue first, then by severity, where what nobody has weighed comes before medium, then the oldest', () => {
  const on = (reference: string, change: Partial<CaseRow>) => row({ reference, ...change });
  const rows = [
    on('C-LOW', { severity: 'low' }),
    on('C-NEWER', { severity: 'medium', received: '2026-09-09T08:00:00.000Z' }),
    on('C-OLDER', { severity: 'medium', received: '2026-09-08T08:00:00.000Z' }),
    on('C-UNSET', {}),
    on('C-HIGH', { severity: 'high' }),
    on('C-LATE', { severity: 'low', nextDue: '2026-09-10T09:00:00.000Z' }),
  ];
  expect(shown(rows).map(({ Reference }) => Reference)).toEqual(['C-LATE', 'C-HIGH', 'C-UNSET', 'C-OLDER', 'C-NEWER', 'C-LOW']);
});

test('B2: what is due is said in words, as is what is to be set', () => {
  const due = (nextDue: string | null) => shown([row({ nextDue })])[0]?.['Next due'];
  expect(due(null)).toBe('');
  expect(due('2026-09-09T16:00:00.000Z')).toBe('overdue since 09/09/2026 17:00');
  expect(due('2026-09-10T16:00:00.000Z')).toBe('today 17:00');
  expect(due('2026-09-11T16:00:00.000Z')).toBe('11/09/2026 17:00');
  const [line] = shown([row({ types: ['grooming'] })]);
  expect(line).toMatchObject({ Severity: 'to be set', Type: expect.stringMatching(/\(as reported\)$/), 'Age (days)': '3' });
  expect(shown([row({ types: ['grooming'], severity: 'high' })])[0]).toMatchObject({ Severity: 'high', Type: expect.not.stringContaining('reported') });
});

test.each([
  ['2026-10-24T22:30:00.000Z', '2026-10-25T22:30:00.000Z', '1'],
  ['2026-10-24T22:30:00.000Z', '2026-10-25T23:30:00.000Z', '1'],
  ['2026-03-28T23:30:00.000Z', '2026-03-29T23:30:00.000Z', '2'],
  ['2026-09-10T10:00:00.000Z', '2026-09-10T10:00:01.000Z', '0'],
])('B2: the age of a case is in days of the UK, when clocks change too: %s to %s', (received, now, age) => {
  expect(shown([row({ received })], {}, now)[0]?.['Age (days)']).toBe(age);
});

test('B5: people stand on the desk as the school set it: not at all, initials, or names', () => {
  const rows = [aCaseRow({}, { people: [involved('affected', at('pupil'), { initials: 'A.K. 3A' }), involved('other', '', { initials: 'J.S.' })] })];
  expect(shown(rows)[0]?.['People']).toBe('A.K. 3A, J.S.');
  expect(shown(rows, { peopleOnDesk: 'names' })[0]?.['People']).toBe('Amira Khan 3A, J.S.');
  expect(shown(rows, { peopleOnDesk: 'none' })[0]).not.toHaveProperty('People');
});

test('B5: on a desk to look at only, nothing may be changed and nothing offers a choice', () => {
  const columns = deskListing(place({ deskViewOnly: true })).columns;
  expect(columns.filter(({ editable, choices }) => editable || choices)).toEqual([]);
  expect(
    deskListing(place())
      .columns.filter(({ editable }) => editable)
      .map(({ heading }) => heading),
  ).toEqual(['State', 'Owner', 'Note']);
});

test('B2: views by what is overdue, state, severity and owner, each with a word that a cell says', () => {
  const { views = [], columns, highlights = [] } = deskListing(place());
  const titles = views.map(({ title }) => title);
  expect(titles).toEqual(
    expect.arrayContaining(['Overdue', 'State: waiting', 'Severity: high', 'Severity: to be set', 'Owner: Tom Whitfield', 'Owner: nobody yet']),
  );
  expect(new Set(titles).size).toBe(titles.length);
  const headings = columns.map(({ heading }) => heading);
  for (const { column } of [...views.flatMap(({ where }) => where), ...highlights]) expect(headings).toContain(column);
});

test('two readers of the same name are told apart by their addresses', () => {
  const twins = roll.map((entry) => ({ ...entry, givenName: 'Sam', familyName: 'Jones' }));
  const choices = deskListing(place({}, { roll: twins })).columns.find(({ heading }) => heading === 'Owner')?.choices;
  expect(new Set(choices).size).toBe(2);
  const change = { key: 'C-AAAAAA', column: 'Owner', from: '', to: choices?.[1] ?? '' };
  expect(eventsFromDesk({ cells: [change], strays: 0 }, place({}, { roll: twins }), [row()])).toMatchObject([{ payload: { to: at('deputy') } }]);
});

test.each([
  ['a reader named when it was raised was never shown it', row({ named: [at('deputy')] }), false],
  ['a reader named later', row({ named: [at('deputy')], namedLater: [at('deputy')] }), true],
  ['a reader named later, after it went to another lane', row({ lane: 'staff', formerLanes: ['dsl'], named: [at('dsl')], namedLater: [at('dsl')] }), true],
  ['a reader named by mistake, who is named no longer', row({ namedLater: [at('deputy')] }), false],
  ['somebody who does not read the desk', row({ named: [at('teacher')], namedLater: [at('teacher')] }), false],
  ['the desk was made anew since', row({ named: [at('deputy')], namedLater: [at('deputy')], cleanDesks: ['dsl 1'] }), false],
  ['another of them named since', row({ named: [at('dsl'), at('deputy')], namedLater: [at('deputy'), at('dsl')], cleanDesks: ['dsl 1'] }), true],
  ['the same one named, taken out and named again', row({ named: [at('deputy')], namedLater: [at('deputy'), at('deputy')], cleanDesks: ['dsl 1'] }), true],
  ['the desk of another lane was made anew', row({ named: [at('deputy')], namedLater: [at('deputy')], cleanDesks: ['dsl-concern 1'] }), true],
] as [string, CaseRow, boolean][])('B5: whether the desk must go: %s', (_, standing, isSo) => {
  expect(mustLeave(standing, 'dsl', school)).toBe(isSo);
});
