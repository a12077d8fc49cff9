import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hiddenAmong } from '../../src/reports/hide.ts';

/** What is given out: the whole, and each count that is not hidden. */
function published(counts: readonly number[], smallest: number): string {
  const hidden = hiddenAmong(counts, smallest);
  return JSON.stringify(counts.map((count, index) => (hidden[index] ? 'hidden' : count)));
}

function waysToShare(whole: number, lines: number): number[][] {
  if (lines === 1) return [[whole]];
  return Array.from({ length: whole + 1 }, (_, first) => waysToShare(whole - first, lines - 1).map((rest) => [first, ...rest])).flat();
}

test.each([
  [
    [12, 9, 7],
    [false, false, false],
  ],
  // One alone would be the whole less the others.
  [
    [12, 9, 3],
    [false, true, true],
  ],
  // Two whose sum is small would be almost known.
  [
    [12, 9, 1, 2],
    [false, true, true, true],
  ],
  [
    [12, 9, 0, 0],
    [false, true, true, true],
  ],
  // All the same: each would be their sum, shared out.
  [
    [12, 9, 4, 4],
    [false, true, true, true],
  ],
  [
    [12, 9, 2, 3],
    [false, false, true, true],
  ],
  // What is alike is hidden together: which of them was the smallest would tell.
  [
    [12, 7, 7, 3],
    [false, true, true, true],
  ],
  [
    [12, 0],
    [true, true],
  ],
])('B16: of %j it hides what is small and what would give it away', (counts, hidden) => {
  expect(hiddenAmong(counts, 5)).toEqual(hidden);
});

/** Every whole up to that, shared out in every way: whoever knows the rule can do no more than this. */
test.each([
  { lines: 2, most: 24, smallest: 5 },
  { lines: 3, most: 24, smallest: 5 },
  { lines: 4, most: 20, smallest: 5 },
  { lines: 5, most: 12, smallest: 3 },
  { lines: 6, most: 10, smallest: 2 },
])('B16: in no table of $lines lines can somebody who knows the rule work out a count that is hidden below $smallest', ({ lines, most, smallest }) => {
  for (let whole = smallest; whole <= most; whole += 1) {
    const couldBe = new Map<string, Set<number>[]>();
    const all = waysToShare(whole, lines).map((counts) => ({ counts, given: published(counts, smallest) }));
    for (const { counts, given } of all) {
      const seen = couldBe.get(given) ?? counts.map(() => new Set<number>());
      for (const [index, count] of counts.entries()) seen[index]?.add(count);
      couldBe.set(given, seen);
    }
    const known = all.filter(({ counts, given }) => {
      const hidden = hiddenAmong(counts, smallest);
      return counts.some((_, index) => hidden[index] && couldBe.get(given)?.[index]?.size === 1);
    });
    expect(known.map(({ counts }) => counts)).toEqual([]);
  }
});

test('B16: nothing small is ever shown, and nothing is hidden where nothing is small', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(60), { minLength: 1, maxLength: 12 }), fc.integer({ min: 2, max: 10 }), (counts, smallest) => {
      const hidden = hiddenAmong(counts, smallest);
      for (const [index, count] of counts.entries()) if (count < smallest) expect(hidden[index]).toBe(true);
      if (counts.every((count) => count >= smallest)) expect(hidden).not.toContain(true);
    }),
  );
});

test('B16: the order of the lines tells nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 8 }), (counts) => {
      const backwards = hiddenAmong([...counts].reverse(), 5).reverse();
      expect(backwards).toEqual(hiddenAmong(counts, 5));
    }),
  );
});
