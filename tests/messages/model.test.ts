import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bytesOfHashes, hashesFrom, hashOf, placesOf } from '../../src/messages/scoring/hashes.ts';
import { modelFrom } from '../../src/messages/scoring/model.ts';
import { prepare } from '../../src/messages/scoring/prepare.ts';
import { respelt } from '../../src/messages/scoring/respelt.ts';
import { textOfWeights, weightsFrom } from '../../src/messages/scoring/weights-text.ts';

const PATH = join(__dirname, '../../src/messages/scoring/weights.txt');
const WEIGHTS = readFileSync(PATH, 'utf8');

test('C3: what a model has learnt stays within a megabyte of letters that no HTML changes', () => {
  expect(WEIGHTS.length).toBeLessThanOrEqual(1_000_000);
  expect(WEIGHTS).toMatch(/^[A-Za-z0-9+/\n]+$/);
});

test('C3: the model shows the words it stands on as they were written', () => {
  const prepared = prepare({ subject: '', text: 'Dont TELL ur mum, its our lil secret ok. Bring ur kit tmrw', from: 'outside', to: 'pupil', sentAt: '' });
  const heard = modelFrom(WEIGHTS).listen(prepared, []);
  const shown = heard.phrases().map(({ from, to }) => prepared.written.slice(from, to));
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.join(' ')).toContain('TELL');
  expect(Object.values(heard.categories).reduce((sum, each) => sum + each, 0)).toBeCloseTo(heard.flag, 5);
});

test('C3: a message of nothing, and one of a single unknown word, are not flagged', () => {
  const model = modelFrom(WEIGHTS);
  for (const text of ['', '   ', 'Xyqzzt', '👍']) {
    expect(model.listen(prepare({ subject: '', text, from: '', to: '', sentAt: '' }), []).flag).toBeLessThan(0.5);
  }
});

test('C3: a mail is no surer to be flagged for saying the same harmless thing over and over', () => {
  const model = modelFrom(WEIGHTS);
  const page = 'Please send a drink and a packed lunch with them. '.repeat(10);
  const sure = (pages: number): number => model.listen(prepare({ subject: '', text: page.repeat(pages), from: 'staff', to: 'parent', sentAt: '' }), []).flag;
  const alone = sure(1);
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 60 }), (pages) => {
      expect(sure(pages)).toBeLessThanOrEqual(alone);
    }),
  );
});

test('C3: weights are read as they were written, in lines however broken', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.array(fc.float({ noNaN: true }), { maxLength: 20 }),
      fc.int8Array({ maxLength: 99 }),
      (bytes, floats, small) => {
        const weights = { some: bytes, others: Float32Array.from(floats), 'a third': small };
        const text = textOfWeights(weights);
        expect(weightsFrom(text.replace(/(.{7})/g, '$1\r\n'))).toEqual(weights);
      },
    ),
  );
});

test.each(['', 'no weights at all', '<html></html>', WEIGHTS.slice(0, 5000)])('C3: what is no weights, or not whole, is refused (%#)', (text) => {
  expect(() => modelFrom(text)).toThrow(/weights/i);
});

test('C3: names of what was noticed are found again, and no others', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { maxLength: 200 }), fc.string(), (names, other) => {
      const hashes = [...new Set(names.map(hashOf))].sort((one, another) => one - another);
      const bytes = bytesOfHashes(hashes);
      expect([...hashesFrom(bytes)]).toEqual(hashes);
      const placeOf = placesOf(hashesFrom(bytes));
      expect(hashes.map(placeOf)).toEqual(hashes.map((_, place) => place));
      expect(placeOf(hashOf(other))).toBe(hashes.indexOf(hashOf(other)));
    }),
  );
});

test.each([
  ['manypeople', ['many', 'people']],
  ['hatethem', ['hate', 'them']],
  ['womn', ['women']],
  ['disgustign', ['disgusting']],
  ['peolpe', ['people']],
  ['people', ['people']],
  ['zzkqw', ['zzkqw']],
  ['cat', ['cat']],
])('C3: “%s” is read as it was meant', (written, meant) => {
  const words = new Set(['many', 'people', 'hate', 'them', 'women', 'disgusting'].map(hashOf));
  const known = { isWord: (hash: number) => words.has(hash), isLearnt: (hash: number) => words.has(hash) };
  expect(respelt(written, known)).toEqual(meant.map(hashOf));
});
