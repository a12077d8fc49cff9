import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pattern, placesOf } from '../../src/messages/rules/pattern.ts';
import { prepare } from '../../src/messages/scoring/prepare.ts';

function foundIn(text: string, source: string): string[] {
  const message = prepare({ subject: '', text, from: '', to: '', sentAt: '' });
  return placesOf([pattern(source)], message).map(({ from, to }) => message.plain.slice(from, to));
}

test('a pattern is met in whichever sentence of a long letter it stands, and as often', () => {
  fc.assert(
    fc.property(fc.nat(80), fc.nat(80), (before, between) => {
      const [filler, said] = ['We went to the park.\n', 'Meet me behind the gym.\n'];
      const letter = filler.repeat(before) + said + filler.repeat(between) + said + filler;
      expect(foundIn(letter, '^ meet me ~2 (gym|field) $')).toEqual(Array(2).fill('meet me behind the gym'));
    }),
    { numRuns: 30 },
  );
});

test('words of two sentences together meet a pattern only when it may reach across their end', () => {
  expect(foundIn('Meet me later. The gym is shut.', 'meet me ~3 gym')).toEqual([]);
  expect(foundIn('Meet me later. The gym is shut.', 'meet me ~~4 gym')).toEqual(['meet me later . the gym']);
});

test('nothing is met more than three times', () => {
  expect(foundIn('The gym is shut. '.repeat(9), 'gym is')).toHaveLength(3);
});
