import { expect, test } from '@jest/globals';
import { phraseFault, phrasesIn } from '../../src/messages/settings/own-phrases.ts';

test('C1: phrases are typed one a line; blanks and repeats are nothing', () => {
  expect(phrasesIn('  quillhaven   spotted \n\n the pit\nthe pit\n')).toEqual(['quillhaven spotted', 'the pit']);
});

test.each(['quillhaven spotted', 'the pit', 'kill you', 'Larkrise lads', 'purple haze behind the bins', 'spotted'])(
  'C1: a school may look for “%s”',
  (phrase) => {
    expect(phraseFault([phrase])).toBe('');
  },
);

test.each([
  ['nothing at all', [], 'Enter at least one'],
  ['a very common word', ['the'], 'nearly every message'],
  ['one however it is spelt', ['“THE”!'], 'nearly every message'],
  ['letters by themselves', ['x q z'], 'too short'],
  ['several very common words', ['see you after school'], 'nearly every message'],
  ['signs alone', ['*'], 'no word'],
  ['a pattern that would match everything', ['.*'], 'no word'],
  ['a word of two letters', ['xq'], 'too short'],
  ['a text instead of a phrase', ['word '.repeat(30)], 'too long'],
  ['one bad among good ones', ['the pit', 'and'], '“and”'],
  ['too many', Array.from({ length: 21 }, (_, index) => `larkrise ${index}`), 'at most 20'],
] as const)('C1: a rule is refused for %s', (_, phrases, said) => {
  expect(phraseFault(phrases)).toContain(said);
});
