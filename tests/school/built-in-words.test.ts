import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { AgreementText } from '../../src/agreements/agreement.ts';
import { AUDIENCES } from '../../src/agreements/audience.ts';
import { BUILT_IN } from '../../src/agreements/built-in/index.ts';
import { readingGrade, syllablesIn } from '../../src/agreements/classes/reading-age.ts';

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

/** How many words in a row may be the same as in somebody's published policy. */
const OWN_WORDS = 7;
const POLICIES = resolve(__dirname, '../../../shared/policies');

describe('the texts are in our own words', () => {
  test('words in a row are found whatever their case, marks and line ends', () => {
    const policy = runsOf('I will tell:\n\n- my Teacher’s  assistant (always), “at once”.');
    expect([...runsOf("… and WILL tell my teacher's assistant, always at once; no more")].filter((run) => policy.has(run))).toEqual([
      'will tell my teachers assistant always at',
      'tell my teachers assistant always at once',
    ]);
    expect([...runsOf('I will tell my teacher’s own assistant always at once')].filter((run) => policy.has(run))).toEqual([]);
  });

  // Real policies are not ours to ship: they are read where they are.
  const there = existsSync(POLICIES);
  (there ? test : test.skip)(`no ${OWN_WORDS} words in a row stand in a school’s published policy${there ? '' : ' (the policies are not here)'}`, () => {
    const policies = readdirSync(POLICIES).filter((name) => name.endsWith('.txt'));
    expect(policies.length).toBeGreaterThan(0);
    const published = new Set(policies.flatMap((name) => [...runsOf(readFileSync(join(POLICIES, name), 'utf8'))]));
    const shared = Object.values(BUILT_IN).flatMap((text) => wordsOf(text).flatMap((passage) => [...runsOf(passage)].filter((run) => published.has(run))));
    expect(shared).toEqual([]);
  });
});

/** Everything that a person reads in an agreement, passage by passage. */
function wordsOf(text: AgreementText): string[] {
  const sections = text.sections.flatMap(({ heading, clauses }) => [heading, ...clauses]);
  return [text.title, text.introduction, ...sections, ...text.permissions.map(({ question }) => question), ...text.signatureFields];
}

/** Every run of so many words in a text, without case and marks. */
function runsOf(text: string): Set<string> {
  const words =
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[’']/g, '')
      .match(/[a-z0-9]+/g) ?? [];
  return new Set(words.slice(0, Math.max(0, words.length - OWN_WORDS + 1)).map((_, start) => words.slice(start, start + OWN_WORDS).join(' ')));
}
