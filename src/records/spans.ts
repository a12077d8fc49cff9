/** Rows from `first` to `last`, both included. */
export interface Span {
  first: number;
  last: number;
}

/**
 * The fewest rows that hold all of `numbers` in at most `most` spans: the widest gaps are left out.
 * @param numbers ascending, without repeats
 * @example spansOf([2, 3, 9, 40], 2) // [{ first: 2, last: 9 }, { first: 40, last: 40 }]
 */
export function spansOf(numbers: readonly number[], most: number): Span[] {
  const gaps = numbers.slice(1).map((number, index) => ({ before: index, width: number - (numbers[index] ?? 0) }));
  const kept = gaps
    .filter(({ width }) => width > 1)
    .sort((one, other) => other.width - one.width)
    .slice(0, most - 1);
  const cuts = new Set(kept.map(({ before }) => before));
  const spans: Span[] = [];
  let first = numbers[0];
  numbers.forEach((number, index) => {
    if (index < numbers.length - 1 && !cuts.has(index)) return;
    spans.push({ first: first ?? number, last: number });
    first = numbers[index + 1];
  });
  return spans;
}
