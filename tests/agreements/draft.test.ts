import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AgreementText } from '../../src/agreements/agreement.ts';
import {
  agreeInstead,
  askAsQuestion,
  beginSection,
  endSection,
  finishClause,
  joinWithAbove,
  moveClause,
  type Place,
  placesIn,
  removeClause,
  typeClause,
} from '../../src/agreements/import/correct-draft.ts';
import { type Draft, draftFrom, draftOf, textFrom, typed } from '../../src/agreements/import/draft.ts';
import { findAgreements } from '../../src/agreements/import/import.ts';

/** A document as it was pasted, and the draft of the first agreement in it. */
function draftIn(document: string): Draft {
  const [found] = findAgreements(document);
  if (!found) throw new Error('no agreement was found');
  return draftFrom(found, document.split('\n').slice(found.lines.from - 1, found.lines.to));
}

const POLICY = [
  'Online safety policy',
  '',
  '# Staff acceptable use agreement',
  '',
  'For everybody who works here.',
  '',
  '## Passwords',
  '1. I keep my password to myself and',
  '   change it when I am asked to.',
  '2. I lock my screen.',
  '## School equipment',
  '3. I bring back what I was lent.',
  '## 4',
  '4. I report what worries me.',
  '',
  'Full name: ........',
  'Signature: ........  Date: ........',
].join('\n');

test('A10: each statement stands beside the lines it came from, and what was not used can be seen', () => {
  const draft = draftIn(POLICY);
  const beside = draft.sections.flatMap(({ clauses }) => clauses.map(({ text, source }) => [text, source.map(({ number }) => number)]));
  expect(beside).toEqual([
    ['I keep my password to myself and change it when I am asked to.', [8, 9]],
    ['I lock my screen.', [10, 11]],
    ['I bring back what I was lent.', [12, 13]],
    ['I report what worries me.', [14]],
  ]);
  const unused = draft.sections.flatMap(({ clauses }) => clauses.flatMap(({ source }) => source)).filter(({ use }) => use === 'nothing');
  expect(unused.map(({ text }) => text)).toEqual(['## 4']);
  expect(draft.above.map(({ number }) => number)).toEqual([3, 5, 7]);
  expect(draft.below.map(({ number }) => number)).toEqual([16, 17]);
});

test('A10: the document’s own headings become those of sections', () => {
  const { sections } = draftIn(POLICY);
  expect(sections.map(({ heading, clauses }) => [heading, clauses.length])).toEqual([
    ['Passwords', 2],
    ['School equipment', 2],
  ]);
});

test('A8, A10: what parents allow or refuse becomes questions, never a part of what they agree to', () => {
  const draft = draftIn(
    [
      'Parents’ acceptable use agreement',
      '',
      '- I support the school’s rules for going online.',
      '- I tell the school when something worries me.',
      '- I keep my own posts kind.',
      'I give permission for my child to have access to:',
      '- the internet in school  Yes / No',
      '- a school e-mail account  Yes / No',
      '',
      'Parent’s signature: ........ Date: ........',
    ].join('\n'),
  );
  const agreed = textFrom(draft).sections.flatMap(({ clauses }) => clauses);
  expect(draft.permissions.length).toBeGreaterThan(0);
  for (const { text } of draft.permissions) expect(agreed).not.toContain(text);
});

test('A13: a question that stays keeps the name that parents’ answers are kept under, and a new one gets another', () => {
  const before: AgreementText = {
    ...{ title: 'Ours', audience: 'parent', alsoFor: [], introduction: '' },
    sections: [{ heading: 'All', asks: 'agree', clauses: ['I support the rules.'] }],
    permissions: [
      { id: 'web', question: 'Pictures on the website?' },
      { id: 'press', question: 'Pictures in the press?' },
    ],
    signatureFields: ['Signature'],
  };
  const draft = draftOf(before);
  expect(textFrom(draft, before)).toEqual(before);
  const changed = { ...draft, permissions: [...draft.permissions.slice(1), typed('Pictures on the web!'), typed('web'), typed('  ')] };
  expect(textFrom(changed, before).permissions).toEqual([
    { id: 'press', question: 'Pictures in the press?' },
    { id: 'pictures-on-the-web', question: 'Pictures on the web!' },
    { id: 'web-2', question: 'web' },
  ]);
});

// ---- corrections lose no word ----

const words = fc.array(fc.constantFrom('I', 'lock', 'my', 'screen', 'share', 'nothing'), { minLength: 1, maxLength: 5 }).map((each) => each.join(' '));
const drafts = fc.array(fc.array(words, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }).map(
  (sections): Draft => ({
    ...{ title: 'Ours', audience: 'parent', alsoFor: [], introduction: '', signatureFields: [], permissions: [], above: [], below: [] },
    sections: sections.map((clauses, index) => ({ heading: `Section ${index}`, asks: 'agree', clauses: clauses.map(typed) })),
  }),
);

function allWords(draft: Draft): string[] {
  return [...draft.sections.flatMap(({ clauses }) => clauses), ...draft.permissions].flatMap(({ text }) => text.split(/\s+/).filter((word) => word !== ''));
}

const steps: Record<string, (draft: Draft, place: Place) => Draft> = {
  up: (draft, place) => moveClause(draft, place, -1),
  down: (draft, place) => moveClause(draft, place, 1),
  join: joinWithAbove,
  begin: beginSection,
  end: (draft, { section }) => endSection(draft, section),
  ask: askAsQuestion,
  agree: (draft) => agreeInstead(draft, 0),
  split: (draft, place) => {
    const text = draft.sections[place.section]?.clauses[place.clause]?.text ?? '';
    return finishClause(typeClause(draft, place, text.replace(' ', '\n \n')), place);
  },
};
const corrections = fc.array(fc.tuple(fc.constantFrom(...Object.keys(steps)), fc.nat({ max: 20 })), { maxLength: 12 });

test('A10: however statements are moved, joined, split, put under other headings or asked as questions, no word is lost or doubled', () => {
  fc.assert(
    fc.property(drafts, corrections, (draft, chosen) => {
      const corrected = chosen.reduce((now, [name, at]) => {
        const places = placesIn(now);
        const place = places[at % Math.max(1, places.length)] ?? { section: 0, clause: 0 };
        return steps[name]?.(now, place) ?? now;
      }, draft);
      expect(allWords(corrected).sort()).toEqual(allWords(draft).sort());
      for (const { clauses } of corrected.sections) expect(clauses).not.toEqual([]);
    }),
  );
});

test('A10: a statement moves by one place, from the end of a section into the next, and stops at either end', () => {
  fc.assert(
    fc.property(drafts, fc.nat({ max: 20 }), (draft, at) => {
      const places = placesIn(draft);
      const place = places[at % places.length] as Place;
      const clause = draft.sections[place.section]?.clauses[place.clause];
      const down = moveClause(draft, place, 1);
      const found = placesIn(down).find((each) => down.sections[each.section]?.clauses[each.clause] === clause) as Place;
      if (place.section === draft.sections.length - 1 && place.clause === (draft.sections[place.section]?.clauses.length ?? 0) - 1) expect(down).toEqual(draft);
      else
        expect(textFrom(moveClause(down, found, -1)).sections.flatMap(({ clauses }) => clauses)).toEqual(
          textFrom(draft).sections.flatMap(({ clauses }) => clauses),
        );
    }),
  );
});

test('A10: a statement that is taken away is gone, and its section with it when it was the last', () => {
  const draft = draftOf({
    ...{ title: 'Ours', audience: 'staff', alsoFor: [], introduction: '', permissions: [], signatureFields: [] },
    sections: [
      { heading: 'One', asks: 'agree', clauses: ['First.', 'Second.'] },
      { heading: 'Two', asks: 'agree', clauses: ['Third.'] },
    ],
  });
  expect(textFrom(removeClause(draft, { section: 1, clause: 0 })).sections).toEqual([{ heading: 'One', asks: 'agree', clauses: ['First.', 'Second.'] }]);
  const emptied = finishClause(typeClause(draft, { section: 0, clause: 0 }, '  '), { section: 0, clause: 0 });
  expect(textFrom(emptied).sections[0]?.clauses).toEqual(['Second.']);
});

test.each([
  ['a tag', '<script>alert(1)</script>'],
  ['a formula', '=HYPERLINK("x")'],
  ['5,000 characters', 'x'.repeat(5_000)],
  ['turned round', '\u202eright to left'],
  ['quoted', '“I agree” & so on'],
])('A10: a statement that is %s stays the text it is', (_, text) => {
  const draft = typeClause(draftIn(POLICY), { section: 0, clause: 0 }, text);
  expect(textFrom(draft).sections[0]?.clauses[0]).toBe(text);
});
