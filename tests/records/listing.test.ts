import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { baseOf, blocksOf, changesByPeople, changesTo, type Line, type Listing, type ListingChange } from '../../src/records/listing.ts';

const LISTING: Listing = {
  name: 'Desk',
  columns: [
    { heading: 'Reference', width: 100 },
    { heading: 'State', width: 100, editable: true, choices: ['new', 'open'] },
    { heading: 'Note', width: 100, editable: true },
  ],
  links: [],
};

function line(key: string, state = 'new', note = ''): Line {
  const cells = [key, state, note];
  return { cells, base: baseOf(LISTING, cells) };
}

/** What a Sheet would hold after the changes, made one after the other. */
function after(standing: readonly Line[], changes: readonly ListingChange[]): Line[] {
  const lines = [...standing];
  for (const change of changes) {
    if (change.kind === 'delete') lines.splice(change.at, 1);
    else if (change.kind === 'insert') lines.splice(change.at, 0, change.line);
    else lines[change.at] = change.line;
  }
  return lines;
}

const anyLine = fc.record({ key: fc.constantFrom(...'abcdefgh'), state: fc.constantFrom('new', 'open'), note: fc.constantFrom('', 'seen') });
const toLine = ({ key, state, note }: { key: string; state: string; note: string }) => line(key, state, note);
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
        else lines.splice(block.at, block.kind === 'insert' ? 0 : block.lines.length, ...block.lines);
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
  expect(changesTo([line('a')], [right])).toEqual([{ kind: 'update', at: 0, line: right }]);
  expect(changesTo([{ ...right, base: [] }], [right])).toEqual([{ kind: 'update', at: 0, line: right }]);
});

test('what people changed is told by what we last wrote there', () => {
  const typed: Line = { cells: ['a', 'open', 'seen'], base: ['new', ''] };
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
