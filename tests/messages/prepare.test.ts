import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { prepare } from '../../src/messages/scoring/prepare.ts';

const prepared = (text: string, subject = '', isHtml = false) => prepare({ subject, text, isHtml, from: '', to: '', sentAt: '' });

test.each([
  ['k.y.s loser', 'kill yourself loser .'],
  ['KYYYS', 'kill yourself .'],
  ['s t u p i d girl', 'stupid girl .'],
  ['u r a l0ser', 'you are a loser .'],
  ["I'll k1ll you", 'i will kill you .'],
  ['ill get u, i feel ill', 'i will get you i feel ill .'],
  ['f**k off b!tch', 'fuck off bitch .'],
  ['ur so mean and ur mum is too', 'you are so mean and your mum is too .'],
  ['sooo goood', 'so good .'],
  ['ѕtupіd ｆａｔ 𝓬𝓸𝔀', 'stupid fat cow .'],
  ['don’t c\u200bome in', 'do not come in .'],
  ['bring the 🔪', 'bring the knife .'],
  ['meet at 3.30 with £20 in 8B', 'meet at 3 30 with 20 pounds in 8b .'],
  ['look at https://example.org/a?b or ask a.pell@quillhaven.example', 'look at link or ask mailaddress .'],
  ['stop.leave me alone', 'stop . leave me alone .'],
  ['Привет, это Оля', 'привет это оля .'],
])('C1: %s is read as it is meant', (text, plain) => expect(prepared(text).plain).toBe(plain));

test('C3: a place in the words is a place in what was written', () => {
  const { plain, placeOf, written } = prepared('hey 🔪 im gonna S.T.A.B you ok');
  const [from, to] = [plain.indexOf('stab'), plain.indexOf('stab') + 'stab'.length];
  expect(written.slice(placeOf(from), placeOf(to))).toBe('S.T.A.B');
});

describe('what was written is told from what was quoted', () => {
  test.each([
    ['> old words\nnew words', 'new words', 'old words'],
    ['new words\n\nOn Mon, 7 Sep 2026 at 09:00, Ada Pell <a.pell@quillhaven.example> wrote:\n\nold words', 'new words', 'old words'],
    ['new words\n\nOn Mon, 7 Sep 2026 at 09:00, Ada Pell\n<a.pell@quillhaven.example> wrote:\n> old words', 'new words', 'old words'],
    ['new words\n---------- Forwarded message ---------\nFrom: Ada\nDate: Monday\nSubject: Hi\nold words', 'new words', 'old words'],
    ['new words\n\nFrom: Ada Pell\nSent: Monday\nTo: Ben\nSubject: Hi\n\nold words', 'new words', 'old words'],
  ])('C1: %j', (text, written, quoted) => expect(prepared(text)).toMatchObject({ written, quoted }));

  test('C1: in HTML too, and the signature apart', () => {
    const html = '<style>p{}</style><p>new &amp; bold</p><div class="gmail_signature">Ada Pell</div><blockquote>old <b>words</b></blockquote>';
    const { written, quoted, signature } = prepared(html, '', true);
    expect([written, quoted, signature.includes('Ada Pell')]).toEqual(['new & bold', 'old words', true]);
  });

  test('C1: what is long is no signature', () => {
    const worry = 'he hit me again and nobody listens '.repeat(40);
    expect(prepared(`hello\n-- \n${worry}`).plain).toContain('he hit me again');
  });

  test('C1: the subject of a reply was not written by its sender', () => {
    expect([prepared('yes', 'Re: lunch').written, prepared('yes', 'lunch').written]).toEqual(['yes', 'lunch\n\nyes']);
  });
});

test('C1: words in quotation marks are known, and questions', () => {
  const { sentences } = prepared('"I will go." Will you come? I\'m here, it\'s fine');
  expect(sentences.map(({ isQuoted, isQuestion }) => [isQuoted, isQuestion])).toEqual([
    [true, false],
    [false, true],
    [false, false],
  ]);
});

test('C1: whatever is written, every word has its place and nothing is thrown', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.boolean(), (text, isHtml) => {
      const { words, written, plain } = prepared(text, text.slice(0, 20), isHtml);
      for (const { from, to } of words) expect(0 <= from && from < to && to <= written.length).toBe(true);
      expect(plain.split(' ').filter((word) => word !== '.' && word !== '')).toEqual(words.map(({ word }) => word));
    }),
  );
});
