import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Prefilled, prefilledFragment, prefilledFrom } from '../../src/incidents/reporting/prefilled.ts';

const ABOUT: Prefilled = {
  ...{ story: 'Unkind words: 100% & "more"', happened: '2026-09-07T08:20:00.000Z', where: 'In a live lesson', lesson: 'L-234567' },
  people: [{ email: 'amira.khan@quillhaven.example', name: 'Amira Khan' }],
};

test('D5: what another page hands over arrives as it was, percent-encoded or not, whatever is written in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (story) => {
      const fragment = prefilledFragment({ ...ABOUT, story });
      expect(prefilledFrom(`#${fragment}`)).toEqual({ ...ABOUT, story });
      expect(prefilledFrom(fragment)).toEqual({ ...ABOUT, story });
      expect(prefilledFrom(`about=${JSON.stringify({ ...ABOUT, story })}`)).toEqual({ ...ABOUT, story });
    }),
  );
});

test('D5: anything else leaves the report page as it is without', () => {
  for (const fragment of ['', '#', '#facts=%7B%7D', 'about=', 'about=%', 'about={}', `about=${JSON.stringify({ ...ABOUT, happened: 'soon' })}`]) {
    expect([fragment, prefilledFrom(fragment)]).toEqual([fragment, null]);
  }
  expect(prefilledFrom(`about=${JSON.stringify({ ...ABOUT, lesson: 'javascript:alert(1)' })}`)).toBeNull();
});

test('D5: a long story is cut, so that the address can be opened', () => {
  expect(prefilledFrom(prefilledFragment({ ...ABOUT, story: 'x'.repeat(5_000) }))?.story).toHaveLength(2_000);
  expect(prefilledFrom(prefilledFragment({ ...ABOUT, story: `${'x'.repeat(1_999)}😀` }))?.story).toHaveLength(1_999);
});
