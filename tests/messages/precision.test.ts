import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { HANDFUL, isBelow, precisionBy, precisionOf } from '../../src/messages/dispositions/precision.ts';
import { DISPOSITIONS, type Disposition } from '../../src/messages/flag.ts';

const said = (...dispositions: Disposition[]) => dispositions.map((disposition) => ({ disposition }));
const times = (count: number, disposition: Disposition) => Array<Disposition>(count).fill(disposition);

test.each<[what: string, dispositions: Disposition[], settled: number, real: number, percent: number | null]>([
  ['nothing settled', ['', ''], 0, 0, null],
  ['what waits and what was a test counts for nothing', ['', 'test', 'real'], 1, 1, null],
  ['four are too few to say', times(4, 'not a concern'), 4, 0, null],
  ['five are enough', [...times(4, 'not a concern'), 'real'], 5, 1, 20],
  ['real but known is right', [...times(3, 'known'), ...times(3, 'not a concern')], 6, 3, 50],
  ['thirds are rounded', [...times(4, 'real'), ...times(2, 'not a concern')], 6, 4, 67],
])('C1: how often a rule was right: %s', (_, dispositions, settled, real, percent) => {
  expect(precisionOf(said(...dispositions))).toEqual({ settled, real, percent });
});

test.each<[real: number, wrong: number, floor: number, below: boolean]>([
  [0, 4, 20, false],
  [0, 5, 20, true],
  [1, 4, 20, false],
  [1, 5, 20, true],
  [0, 5, 0, false],
  [5, 0, 90, false],
])('C1: with %i real and %i not, and a floor of %i, a rule is proposed for change: %s', (real, wrong, floor, below) => {
  expect(isBelow(precisionOf(said(...times(real, 'real'), ...times(wrong, 'not a concern'))), floor)).toBe(below);
});

test('C1: a flag with two rules counts for both, and those settled most often stand first', () => {
  const rows = [
    { disposition: 'real' as const, rules: ['a', 'b'] },
    { disposition: 'not a concern' as const, rules: ['b'] },
    { disposition: 'test' as const, rules: ['c'] },
  ];
  expect(precisionBy(rows, ({ rules }) => rules).map(({ key, settled, real }) => [key, settled, real])).toEqual([
    ['b', 2, 1],
    ['a', 1, 1],
  ]);
});

test('C1: what waits and tests never change how often a rule was right', () => {
  const some = fc.array(fc.constantFrom(...DISPOSITIONS));
  fc.assert(
    fc.property(some, fc.array(fc.constantFrom<Disposition>('', 'test')), (dispositions, more) => {
      const before = precisionOf(said(...dispositions));
      expect(precisionOf(said(...dispositions, ...more))).toEqual(before);
      expect(before.percent === null).toBe(before.settled < HANDFUL);
      expect(before.real).toBeLessThanOrEqual(before.settled);
    }),
  );
});
