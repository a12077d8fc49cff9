import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { globSync } from 'tinyglobby';
import type { AgreementText } from '../../src/agreements/agreement.ts';
import { AUDIENCES } from '../../src/agreements/audience.ts';
import { BUILT_IN } from '../../src/agreements/built-in/index.ts';
import { readingGrade, syllablesIn } from '../../src/agreements/classes/reading-age.ts';
import { OWN_WORDS, POLICIES_ARE_HERE, publishedIn, runsOf } from '../support/own-words.ts';

const TOP = resolve(__dirname, '../..');
const NOT_HERE = POLICIES_ARE_HERE ? '' : ' (the policies are not here)';

describe('reading age', () => {
  test.each([
    ['the', 1],
    ['use', 1],
    ['rules', 1],
    ['asked', 1],
    ['agreed', 2],
    ['wanted', 2],
    ['pages', 2],
    ['table', 2],
    ['people', 2],
    ['computer', 3],
    ['agreement', 3],
    ['monitoring', 4],
  ])('“%s” has %i syllables', (word, syllables) => expect(syllablesIn(word)).toBe(syllables));

  test('the measure tells a nursery rhyme from a contract', () => {
    expect(readingGrade(['The cat sat on the mat. It had a hat.'])).toBeLessThan(1);
    expect(readingGrade(['The undersigned acknowledges the obligation to indemnify the organisation against any unauthorised dissemination.'])).toBeGreaterThan(
      20,
    );
    // Four one-syllable words a sentence, by the published formula.
    expect(readingGrade(['We go to bed. You go to school.', 'I look at it'])).toBeCloseTo(0.39 * 4 + 11.8 - 15.59, 10);
  });

  const HARDEST: Record<string, number> = { ks1: 4.5, ks2: 4.5, class: 4.5, secondary: 7.5 };

  test.each(AUDIENCES.map((audience) => [audience, HARDEST[audience] ?? 10] as const))(
    'A5, A6: %s can read each part: grade %f at most',
    (audience, hardest) => {
      const { introduction, sections, permissions } = BUILT_IN[audience];
      const parts = [[introduction], ...sections.map(({ clauses }) => clauses), permissions.map(({ question }) => question)].filter(({ length }) => length > 0);
      for (const part of parts) expect(readingGrade(part)).toBeLessThanOrEqual(hardest);
    },
  );
});

describe('the texts are in our own words', () => {
  test('words in a row are found whatever their case, marks and line ends', () => {
    const policy = runsOf('I will tell:\n\n- my Teacher’s  assistant (always), “at once”.');
    expect([...runsOf("… and WILL tell my teacher's assistant, always at once; no more")].filter((run) => policy.has(run))).toEqual([
      'will tell my teachers assistant always at',
      'tell my teachers assistant always at once',
    ]);
    expect([...runsOf('I will tell my teacher’s own assistant always at once')].filter((run) => policy.has(run))).toEqual([]);
  });

  (POLICIES_ARE_HERE ? test : test.skip)(`no ${OWN_WORDS} words in a row of an agreement stand in a school’s published policy${NOT_HERE}`, () => {
    const shared = Object.values(BUILT_IN).flatMap((text) => wordsOf(text).flatMap(publishedIn));
    expect(shared).toEqual([]);
  });

  // Its sources are called what they are called.
  const files = globSync(['src/{incidents,messages,lessons}/**/*.{ts,tsx}', 'extension/**/*.{ts,tsx,html}', 'docs/*.md'], { cwd: TOP }).filter(
    (file) => !file.endsWith('protocols/sources.ts'),
  );
  (POLICIES_ARE_HERE ? test : test.skip)(`nor of what is said about incidents, messages and live lessons, or in the guides${NOT_HERE}`, () => {
    expect(files.length).toBeGreaterThan(100);
    const shared = files.flatMap((file) => publishedIn(readFileSync(join(TOP, file), 'utf8')).map((run) => `${file}: ${run}`));
    expect(shared).toEqual([]);
  });
});

/** Everything that a person reads in an agreement, passage by passage. */
function wordsOf(text: AgreementText): string[] {
  const sections = text.sections.flatMap(({ heading, clauses }) => [heading, ...clauses]);
  return [text.title, text.introduction, ...sections, ...text.permissions.map(({ question }) => question), ...text.signatureFields];
}
