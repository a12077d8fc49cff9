import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  baseOf,
  blocksOf,
  changesByPeople,
  changesTo,
  isSorting,
  type Line,
  type Listing,
  type ListingChange,
  linesByPeople,
} from '../../src/records/listing.ts';

const LISTING: Listing = {
  name: 'Desk',
  columns: [
    { heading: 'Reference', width: 100 },
    { heading: 'State', width: 100, editable: true, choices: ['new', 'open'] },
    { heading: 'Note', width: 100, editable: true },
    { heading: 'Age', width: 100, number: true },
  ],
  links: [],
};

function line(key: string, state = 'new', note = '', age = '0'): Line {
  const cells = [key, state, note, age];
  return { cells, base: baseOf(LISTING, cells) };
}

/** A line after the cells at these places were written; the one after the last stands for the base. */
function updated(standing: Line | undefined, { cells, base, address }: Line, places: readonly number[]): Line {
  const before: Line = standing ?? { cells: [], base: [] };
  return {
    cells: cells.map((text, place) => (places.includes(place) ? text : (before.cells[place] ?? ''))),
    base: places.includes(cells.length) ? base : before.base,
    ...(places.includes(0) ? (address === undefined ? {} : { address }) : before.address === undefined ? {} : { address: before.address }),
  };
}

/** What a Sheet would hold after the changes, made one after the other. */
function after(standing: readonly Line[], changes: readonly ListingChange[]): Line[] {
  const lines = [...standing];
  for (const change of changes) {
    if (change.kind === 'delete') lines.splice(change.at, 1);
    else if (change.kind === 'insert') lines.splice(change.at, 0, change.line);
    else lines[change.at] = updated(lines[change.at], change.line, change.places);
  }
  return lines;
}

const anyLine = fc.record({
  key: fc.constantFrom(...'abcdefgh'),
  state: fc.constantFrom('new', 'open'),
  note: fc.constantFrom('', 'seen'),
  age: fc.constantFrom('1', '2'),
});
const toLine = ({ key, state, note, age }: { key: string; state: string; note: string; age: string }) => line(key, state, note, age);
/** People add lines, repeat them and leave gaps; what should stand there is in order. */
const standing = fc.array(anyLine.map(toLine), { maxLength: 10 });
const wanted = fc.uniqueArray(anyLine, { selector: ({ key }) => key }).map((lines) => lines.map(toLine));

test('whatever stands there, the changes make it what should stand there', () => {
  fc.assert(
    fc.property(standing, wanted, (there, should) => {
      expect(after(there, changesTo(there, should))).toEqual(should);
    }),
    { numRuns: 2_000 },
  );
});

test('put together in blocks they do the same', () => {
  fc.assert(
    fc.property(standing, wanted, (there, should) => {
      const lines = [...there];
      for (const block of blocksOf(changesTo(there, should))) {
        if (block.kind === 'delete') lines.splice(block.at, block.count);
        else if (block.kind === 'insert') lines.splice(block.at, 0, ...block.lines);
        else for (const [index, each] of block.lines.entries()) lines[block.at + index] = updated(lines[block.at + index], each, block.places);
      }
      expect(lines).toEqual(should);
    }),
    { numRuns: 2_000 },
  );
});

test('a register that is filled is one block, and so is one that is emptied', () => {
  const lines = Array.from({ length: 3_000 }, (_, index) => line(`key-${index}`));
  expect(blocksOf(changesTo([], lines))).toEqual([{ kind: 'insert', at: 0, lines }]);
  expect(blocksOf(changesTo(lines, []))).toEqual([{ kind: 'delete', at: 0, count: 3_000 }]);
});

test('once all is as it should be, nothing is changed', () => {
  fc.assert(
    fc.property(wanted, (should) => {
      expect(changesTo(should, should)).toEqual([]);
    }),
  );
});

test('a line that is right and in its order among the right ones is not written: somebody may be typing in it', () => {
  fc.assert(
    fc.property(wanted, fc.array(anyLine.map(toLine), { maxLength: 4 }), fc.array(fc.nat(20), { maxLength: 4 }), (should, strangers, places) => {
      // Lines that do not belong stand in between; those that do are already as they should be.
      const there = [...should];
      strangers.forEach((stranger, index) => {
        there.splice((places[index] ?? 0) % (there.length + 1), 0, { ...stranger, cells: [`x${index}`, ...stranger.cells.slice(1)] });
      });
      const changes = changesTo(there, should);
      expect(changes.every(({ kind }) => kind === 'delete')).toBe(true);
      expect(changes).toHaveLength(there.length - should.length);
    }),
  );
});

test('a new line at the top moves the others down and writes none of them', () => {
  const old = [line('b'), line('c', 'open', 'half typed')];
  expect(changesTo(old, [line('a'), ...old])).toEqual([{ kind: 'insert', at: 0, line: line('a') }]);
});

test('where a link or the base is wrong, the line is written again', () => {
  const right = { ...line('a'), address: 'https://x/a' };
  expect(changesTo([line('a')], [right])).toEqual([{ kind: 'update', at: 0, line: right, places: [0] }]);
  expect(changesTo([{ ...right, base: [] }], [right])).toEqual([{ kind: 'update', at: 0, line: right, places: [4] }]);
});

test('only cells that differ are written, and lines below one another in one request: a note that somebody is typing stays', () => {
  const older = ['a', 'b', 'c'].map((key) => line(key, 'new', 'seen', '2'));
  const changes = changesTo(
    ['a', 'b', 'c'].map((key) => line(key, 'new', 'seen', '1')),
    older,
  );
  expect(blocksOf(changes)).toEqual([{ kind: 'update', at: 0, lines: older, places: [3] }]);
});

test('what people changed is told by what we last wrote there', () => {
  const typed: Line = { cells: ['a', 'open', 'seen', '0'], base: ['new', ''] };
  expect(changesByPeople(LISTING, [typed, line('b')])).toEqual([
    { key: 'a', column: 'State', from: 'new', to: 'open' },
    { key: 'a', column: 'Note', from: '', to: 'seen' },
  ]);
});

test.each([
  ['a line typed by hand', [{ cells: ['z', 'open', ''], base: [] }]],
  ['a copy of a line further down', [line('a'), { cells: ['a', 'open', 'copied'], base: ['new', ''] }]],
  ['a base that was overwritten', [{ cells: ['a', 'open', ''], base: ['new'] }]],
  ['a gap', [{ cells: ['', '', ''], base: [] }]],
] as [string, Line[]][])('%s is nobody’s change', (_, lines) => {
  expect(changesByPeople(LISTING, lines)).toEqual([]);
});

function changed(column: string, ...pairs: [from: string, to: string][]) {
  return pairs.map(([from, to], index) => ({ key: `k${index}`, column, from, to }));
}

test.each([
  ['three states in another order', changed('State', ['new', 'open'], ['open', 'waiting'], ['waiting', 'new']), true],
  ['notes that changed places', changed('Note', ['seen', ''], ['', 'seen']), true],
  [
    'states and notes of two lines that changed places',
    [...changed('State', ['new', 'open'], ['open', 'new']), ...changed('Note', ['seen', 'rang'], ['rang', 'seen'])],
    true,
  ],
  ['two states that somebody may have meant', changed('State', ['new', 'open'], ['open', 'new']), false],
  ['a note that was typed', changed('Note', ['', 'seen']), false],
  ['nothing', [], false],
])('%s: sorted by hand or not', (_, changes, isSorted) => {
  expect(isSorting(LISTING, changes)).toBe(isSorted);
});

test.each([
  ['a line typed by hand', [{ cells: ['z', 'open', '', ''], base: [] }], 1],
  ['a copy of a line', [line('a'), { ...line('a', 'open'), base: ['new', ''] }], 1],
  ['a word below the lines', [line('a'), { cells: ['', 'open', '', ''], base: [] }], 1],
  ['a gap', [line('a'), { cells: ['', '', '', ''], base: [] }, line('b')], 0],
] as [string, Line[], number][])('%s is counted among what people added', (_, lines, count) => {
  expect(linesByPeople(LISTING, lines)).toBe(count);
});
