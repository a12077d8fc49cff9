import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { partsOf } from '../../src/messages/scoring/parts.ts';
import { prepare } from '../../src/messages/scoring/prepare.ts';

const letter = (text: string) => prepare({ subject: '', text, from: 'staff', to: 'parent', sentAt: '' });
const someSentences = fc.array(fc.integer({ min: 1, max: 260 }), { maxLength: 30 });
const text = (sentences: readonly number[]) => sentences.map((words, at) => `${`kit${at} `.repeat(words).trim()}. `).join('');

test('C3: the parts of a message hold each of its words once, in their order, at most a hundred together', () => {
  fc.assert(
    fc.property(someSentences, (sentences) => {
      const prepared = letter(text(sentences));
      const parts = partsOf(prepared);
      expect(parts.length).toBeGreaterThan(0);
      let start = 0;
      for (const part of parts) {
        expect(part.start).toBe(start);
        const words = part.sentences.flatMap((sentence) => sentence.words);
        expect(words.length).toBeLessThanOrEqual(100);
        expect(words.map(({ word }) => word)).toEqual(prepared.words.slice(start, start + words.length).map(({ word }) => word));
        start += words.length;
      }
      expect(start).toBe(prepared.words.length);
    }),
  );
});

test('C3: a message as long as most is one part', () => {
  expect(partsOf(letter(text([20, 30, 49])))).toHaveLength(1);
  expect(partsOf(letter(''))).toHaveLength(1);
});
