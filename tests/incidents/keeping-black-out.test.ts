import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BLOCK, blackedOut, finder, piecesOf } from '../../src/incidents/keeping/black-out.ts';
import { type Named, wordsIn } from '../../src/incidents/keeping/names.ts';

const AMIRA: Named = { name: 'Amira Khan', email: 'amira.khan@q.example' };
const OTHERS: Named[] = [
  { name: 'Yusuf Khan', email: 'yusuf.khan@q.example' },
  { name: 'Siobhán O’Brien-Smith', email: '' },
  { name: 'Will Lee', email: '' },
  { name: '李小龙', email: '' },
  { name: 'Łukasz Żak', email: '' },
];

function out(text: string, others = OTHERS, more: { distant?: Named[]; added?: string[] } = {}): string {
  return blackedOut(text, finder({ own: [AMIRA], others, ...more })(text));
}

test.each([
  ['a whole name, and its parts alone', 'Yusuf Khan hit her. Then Yusuf ran.', '# hit her. Then # ran.'],
  ['possessives', "Yusuf’s bag, Yusuf's bag, Siobhán O’Brien-Smith’s bag", '# bag, # bag, # bag'],
  ['any capitals', 'YUSUF and yusuf', '# and #'],
  ['with and without accents', 'Siobhan, SIOBHÁN, Lukasz; ŁUKASZ; Zak', '#, #, #; #; #'],
  ['not inside other words', 'I am willing, leeway, smithy, yusufish', 'I am willing, leeway, smithy, yusufish'],
  ['also where a name is a word like any other', 'I will tell Will', 'I # tell #'],
  ['family name first, and with an initial', 'Khan, Yusuf. Y. Khan. Yusuf K.', '#. #. #.'],
  ['over the end of a line', 'Yusuf\nKhan', '#'],
  ['parts of names with hyphens and apostrophes', "O'Brien, obrien, Smith, O’BRIEN SMITH", '#, #, #, #'],
  ['joined together, as names of accounts are', 'yusufkhan2012, YusufKhan, y_khan, ykhan', '#2012, #, #, #'],
  ['mail addresses, anybody’s', 'yusuf.khan@q.example, mum@home.example.', '#, #.'],
  ['initials', 'Y.K. and YK and Y K', '#. and # and #'],
  ['what only looks like initials stays', 'yk, y k', 'yk, y k'],
  ['signs that show nothing', 'Yu\u00adsuf, Yu\u200bsuf', '#, #'],
  ['wide letters', 'Ｙｕｓｕｆ', '#'],
  ['writing without spaces', '我看到李小龙了', '我看到#了'],
])('B21: %s', (_, text, expected) => {
  expect(out(text).split(BLOCK).join('#')).toBe(expected);
});

test.each(['Amira Khan', 'Amira', 'Mrs Khan', 'AMIRA’s', 'amira.khan@q.example', 'A.K.', 'Khan, Amira'])('B21: the person’s own name stays: %s', (text) => {
  expect(out(text)).toBe(text);
});

test('B21: everybody else on the list goes when they stand there whole, and not when a part of them is a word', () => {
  const distant = [
    { name: 'Grace May', email: 'grace.may@q.example' },
    { name: 'Rose', email: '' },
  ];
  expect(out('Grace May may say grace to a rose. Rose too', [], { distant }).split(BLOCK).join('#')).toBe('# may say grace to a rose. Rose too');
});

test('B21: what a person adds goes wherever it stands, also where it is the person’s own name', () => {
  expect(
    out('Her brother, HER  BROTHER, and 07700 900123. Brothers. Amira', [], { added: ['her brother', '07700 900123', 'Amira'] })
      .split(BLOCK)
      .join('#'),
  ).toBe('#, #, and #. Brothers. #');
});

test('B21: people described instead of named do not take words like "mum" out of every text', () => {
  expect(
    out('Her mum rang. Ollie came.', [{ name: 'Ollie’s mum', email: '' }])
      .split(BLOCK)
      .join('#'),
  ).toBe('Her mum rang. # came.');
});

test('B21: a block does not say how long the name was', () => {
  expect(out('Will')).toBe(out('Siobhán O’Brien-Smith'));
});

// ---- whatever the names and the texts are ----

const SYLLABLES = ['Am', 'ira', 'Jo', 'O’B', 'rién', 'Łuk', 'asz', 'Mc', 'Zoë', 'Ng', 'wen', 'Ångs', 'trøm', 'Ali', '-', '李', '明', 'ß'];
const part = fc.array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 3 }).map((syllables) => syllables.join(''));
const name = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
const SEPARATORS = [' ', ', ', '. ', '\n', ' and ', '’s ', '/', ' (', ') ', '… ', ' her ', ' told ', '_', '@', '1'];
const BENT: ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
  (text) => text.split(' ').reverse().join(', '),
  (text) => text.split(' ')[0] ?? '',
  (text) => text.split(' ').at(-1) ?? '',
  (text) => text.replace(/ /g, '.'),
];

/** The words of a name that say who it is. */
function tellingWords(named: string): string[] {
  return wordsIn(named.normalize('NFC'))
    .map(({ plain }) => plain)
    .filter((word) => word.length > 1 && !/^(el|la|le|al)$/.test(word));
}

test('B21: no other name of the case’s people remains in any text, in whatever form it stands there', () => {
  const scene = fc.record({
    own: name,
    others: fc.array(name, { minLength: 1, maxLength: 4 }),
    said: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(...SEPARATORS), fc.option(fc.string({ maxLength: 6 }))), { maxLength: 12 }),
  });
  fc.assert(
    fc.property(scene, ({ own, others, said }) => {
      const everybody = [own, ...others];
      const text = said
        .map(([who, how, between, noise]) => `${BENT[how % BENT.length]?.(everybody[who % everybody.length] ?? '')}${between}${noise ?? ''}`)
        .join('')
        .normalize('NFC');
      const marks = finder({ own: [{ name: own, email: '' }], others: others.map((each) => ({ name: each, email: '' })) })(text);
      const left = wordsIn(blackedOut(text, marks)).map(({ plain }) => plain);
      const mine = new Set(wordsIn(own).map(({ plain }) => plain));
      for (const word of others.flatMap(tellingWords)) if (!mine.has(word)) expect(left).not.toContain(word);
    }),
    { numRuns: 500 },
  );
});

test('B21: a text is its pieces in order, whatever is marked', () => {
  const mark = fc.tuple(fc.nat(60), fc.nat(20)).map(([start, length]) => ({ start, end: start + length }));
  fc.assert(
    fc.property(fc.string({ minLength: 60, maxLength: 90 }), fc.array(mark, { maxLength: 8 }), (text, marks) => {
      const inside = marks.map(({ start, end }) => ({ start, end: Math.min(end, text.length) }));
      const pieces = piecesOf(text, inside);
      expect(pieces.map(({ said }) => said).join('')).toBe(text);
      for (const { start, end } of inside) {
        for (let at = start; at < end; at += 1) expect(pieces.find((piece) => piece.start <= at && at < piece.start + piece.said.length)?.isMarked).toBe(true);
      }
    }),
  );
});

test.each([
  ['one letter, a hundred thousand times', 'a'.repeat(100_000)],
  ['signs of addresses', 'a@'.repeat(50_000)],
  ['a name again and again', 'Yusuf Khan '.repeat(9_000)],
  ['initials again and again', 'Y.'.repeat(50_000)],
])('B21: hostile text is read in one go: %s', (_, text) => {
  const marks = finder({ own: [AMIRA], others: OTHERS })(text);
  expect(piecesOf(text, marks).reduce((length, { said }) => length + said.length, 0)).toBe(text.length);
});
