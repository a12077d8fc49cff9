import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cellText, typedText } from '../../src/records/cell-text.ts';
import { choice, date, dateTime, list, number, text, yesOrNo } from '../../src/records/fields.ts';
import { decode, decodeKeys, encode, headingsOf, type RowOf, table } from '../../src/records/table.ts';

const cases = table('Cases', () => ({
  reference: text().key(),
  happened: dateTime(),
  state: choice(['new', 'open', 'waiting', 'closed']).editable(),
  nextDue: date().optional().called('Next due', 'Due'),
  severity: number(),
  urgent: yesOrNo(),
  people: list(),
}));
type Case = RowOf<typeof cases>;

const aCase: Case = {
  reference: 'C-1',
  happened: '2026-09-07T08:00:00.000Z',
  state: 'new',
  nextDue: null,
  severity: 2,
  urgent: true,
  people: ['AB 4C', 'CD 5A'],
};
const rowsOf = (values: unknown[][]) => [...decode(cases, values).rows.values()].map(({ row }) => row);

const anyText = fc.string({ unit: 'binary', maxLength: 200 });
const anyCase: fc.Arbitrary<Case> = fc.record({
  reference: anyText.filter((reference) => reference !== ''),
  happened: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2099-12-31') }).map((day) => day.toISOString()),
  state: fc.constantFrom('new', 'open', 'waiting', 'closed'),
  nextDue: fc.constantFrom(null, '2026-09-07'),
  severity: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  urgent: fc.boolean(),
  people: fc.array(anyText.filter((name) => name !== '')),
});

test('any row comes back from its cells as it went in', () => {
  fc.assert(fc.property(anyCase, (row) => expect(rowsOf([headingsOf(cases), encode(cases, row)])).toEqual([row])));
});

test('headings are the properties in words', () => {
  expect(headingsOf(cases)).toEqual(['Reference', 'Happened', 'State', 'Next due', 'Severity', 'Urgent', 'People']);
});

test('columns are read by their headings, in whatever order, past columns of other people', () => {
  const headings = ['People', 'A note of mine', 'Urgent', 'Severity', 'Next due', 'State', 'Happened', 'Reference'];
  expect(rowsOf([headings, encode(cases, aCase, headings)])).toEqual([aCase]);
});

test('last term’s heading is still read', () => {
  const headings = headingsOf(cases).map((heading) => (heading === 'Next due' ? 'Due' : heading));
  expect(rowsOf([headings, encode(cases, { ...aCase, nextDue: '2026-10-01' }, headings)])).toEqual([{ ...aCase, nextDue: '2026-10-01' }]);
});

test('empty rows are passed over, and rows keep their numbers', () => {
  const found = decode(cases, [headingsOf(cases), [], ['', null], encode(cases, aCase)]);
  expect(found.rows.get('C-1')?.number).toBe(4);
});

test('a renamed column is damage: the message names the sheet, the column and what to do', () => {
  const headings = headingsOf(cases).map((heading) => (heading === 'State' ? 'Status' : heading));
  expect(() => rowsOf([headings])).toThrow('In the sheet "Cases" the column "State" is missing or was renamed. Ask the person who looks after Handrail');
});

test('a value of the wrong kind is damage: the message names the row and the column', () => {
  const cells = encode(cases, aCase);
  cells[2] = 'reopened';
  expect(() => rowsOf([headingsOf(cases), cells])).toThrow('row 2 has a wrong "State".');
  // The words reach whoever opens a page: they must not tell what stands in the row.
  expect(() => rowsOf([headingsOf(cases), cells])).not.toThrow('reopened');
});

test('two rows with one key are damage', () => {
  expect(() => rowsOf([headingsOf(cases), encode(cases, aCase), encode(cases, aCase)])).toThrow('rows 2 and 3 have the same "Reference"');
});

test('a sheet without any headings is damage, not an empty table', () => {
  expect(() => rowsOf([])).toThrow('the column "Reference" is missing');
});

test('keys alone are read from the first column', () => {
  expect(decodeKeys(cases, headingsOf(cases), ['Reference', 'C-1', '', 'C-2']).numbers).toEqual(
    new Map([
      ['C-1', 2],
      ['C-2', 4],
    ]),
  );
  expect(() => decodeKeys(cases, [...headingsOf(cases)].reverse(), [])).toThrow('the first column is no longer "Reference"');
});

test('a value that does not fit its column is refused before it is written', () => {
  expect(() => encode(cases, { ...aCase, happened: 'yesterday' })).toThrow('"yesterday" is not a date and time');
  expect(() => encode(cases, { ...aCase, severity: Number.NaN })).toThrow('is not a number');
  expect(() => encode(cases, { ...aCase, reference: 'x'.repeat(45_001) })).toThrow('too long');
});

test('a table has one key, in its first column', () => {
  expect(() => table('Wrong', () => ({ name: text(), reference: text().key() })).key).toThrow('must be its key');
  expect(() => table('Wrong', () => ({ name: text() })).key).toThrow('must be its key');
});

test('what a desk needs to know stands beside each column', () => {
  const due = table('Desk', () => ({
    reference: text().key(),
    due: date()
      .optional()
      .editable()
      .width(120)
      .highlight((day, now) => (day !== null && day < now ? 'late' : null)),
  })).fields.due;
  expect([due.isEditable, due.isOptional, due.pixels, due.highlighted?.('2026-09-06', '2026-09-07'), due.highlighted?.(null, '2026-09-07')]).toEqual([
    true,
    true,
    120,
    'late',
    null,
  ]);
});

test('ordinary text stands in its cell as typed; what a cell may lose is written out', () => {
  expect(cellText('=1+1 “é” 👩‍👧 שלום\n\tok')).toBe('=1+1 “é” 👩‍👧 שלום\n\tok');
  expect(cellText('a\u0000b\ud83d␛')).toBe('a␛0000b␛d83d␛241b');
  fc.assert(fc.property(anyText, (typed) => expect(typedText(cellText(typed))).toBe(typed)));
});
