import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CATEGORIES, PARTIES } from '../../src/messages/message.ts';
import { hashOf } from '../../src/messages/scoring/hashes.ts';
import type { Part } from '../../src/messages/scoring/parts.ts';
import { prepare } from '../../src/messages/scoring/prepare.ts';
import { type Meant, meantIn } from '../../src/messages/scoring/respelt.ts';
import { stretchesFrom } from '../../src/messages/scoring/stretches.ts';
import { type Ear, weightsOf } from '../support/stretches.ts';

const WORDS = ['otter', 'kettle', 'violin', 'ladder', '.', '?'].sort((one, other) => hashOf(one) - hashOf(other));
const KNOWN = { isWord: () => true, isLearnt: () => true };
const LENSES = [
  [1, 2],
  [3, 1],
] as const;

const numbers = (length: number, least: number, most: number) => fc.array(fc.integer({ min: least, max: most }), { minLength: length, maxLength: length });
const matrix = (rows: number, columns: number) => fc.array(numbers(columns, -127, 127), { minLength: rows, maxLength: rows });
const anEar: fc.Arbitrary<Ear> = fc.record({
  words: fc.constant(WORDS),
  rows: fc.array(numbers(3, 0, 15), { minLength: 7, maxLength: 7 }),
  lenses: fc.constant(LENSES),
  filters: matrix(1 * 2 + 3 * 1, 3),
  hidden: matrix(2, 2 * 3 + 2 * PARTIES.length),
  last: matrix(CATEGORIES.length + 3, 2),
});
const someWords = fc.array(fc.constantFrom('otter', 'kettle', 'violin', 'ladder', 'zeppelin'), { minLength: 1, maxLength: 12 });

const letter = (text: string, from: 'pupil' | '' = ''): [Part, Meant[][]] => {
  const part = { ...prepare({ subject: '', text, from, to: '', sentAt: '' }), start: 0 };
  return [part, meantIn(part, KNOWN)];
};

/** The same, straight from its definition: every filter at every place, with nothing before the first word and after the last. */
function expected({ rows, filters, hidden, last }: Ear, words: readonly string[], from: 'pupil' | ''): number[] {
  const meaning = words.map((word) => (rows[WORDS.indexOf(word) + 1] ?? []).map((number) => number / 7.5 - 1));
  const said = LENSES.flatMap(([length, count], lens) =>
    Array.from({ length: count }, (_, filter) => {
      const before = LENSES.slice(0, lens).reduce((sum, [each, many]) => sum + each * many, 0);
      const places = Array.from({ length: words.length + length - 1 }, (_ignored, place) => {
        let sum = 0.1;
        for (let at = 0; at < length; at += 1) {
          const of = filters[before + at * count + filter] ?? [];
          (meaning[place + at - length + 1] ?? []).forEach((number, index) => {
            sum += (number * (of[index] ?? 0)) / 127;
          });
        }
        return Math.max(0, sum);
      });
      return { most: Math.max(0, ...places), mean: (0.3 * places.reduce((sum, each) => sum + each, 0)) / Math.sqrt(Math.max(4, words.length)) };
    }),
  );
  const parties = [...PARTIES, ...PARTIES].map((party, at) => (party === (at < PARTIES.length ? from : '') ? 1 : 0));
  const given = [...said.map(({ most }) => most), ...said.map(({ mean }) => mean), ...parties];
  const sums = (table: readonly number[][], of: readonly number[]) =>
    table.map((row) => 0.1 + row.reduce((sum, number, at) => sum + (number / 127) * (of[at] ?? 0), 0));
  return sums(
    last,
    sums(hidden, given).map((each) => Math.max(0, each)),
  );
}

test('C3: the ear for stretches hears what its filters say, at their strongest and on average', () => {
  fc.assert(
    fc.property(anEar, someWords, fc.constantFrom('pupil' as const, '' as const), (ear, words, from) => {
      const heard = stretchesFrom(weightsOf(ear))(...letter(words.join(' '), from));
      expected(ear, [...words, '.'], from).forEach((sum, at) => {
        expect(heard[at]).toBeCloseTo(sum, 3);
      });
    }),
  );
});

test('C3: a message of no word at all is heard as well', () => {
  fc.assert(
    fc.property(anEar, (ear) => {
      const hear = stretchesFrom(weightsOf(ear));
      const [part] = letter('');
      expect([...hear({ ...part, sentences: [] }, [])].every(Number.isFinite)).toBe(true);
    }),
  );
});
