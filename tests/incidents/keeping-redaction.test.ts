import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BLOCK, finder } from '../../src/incidents/keeping/black-out.ts';
import type { DossierCase } from '../../src/incidents/keeping/dossier.ts';
import { dossierHtml } from '../../src/incidents/keeping/dossier-html.ts';
import { given, LEFT_OUT, stampOf } from '../../src/incidents/keeping/given.ts';
import { addedFinder, type ByHand, marked, markId, stretchesOf } from '../../src/incidents/keeping/redaction.ts';

const find = finder({ own: [{ name: 'Amira Khan', email: '' }], others: [{ name: 'Yusuf Obi', email: '' }] });
const CASES: DossierCase[] = [
  {
    reference: 'C-AAAAAA',
    facts: [['Role', 'affected']],
    passages: [
      { at: '07/09/2026 09:00', what: 'What was said', said: 'Amira said that Yusuf hit her. His brother saw it.' },
      { at: '07/09/2026 10:00', what: 'Note', said: 'Rang Mrs Obi.' },
    ],
  },
  { reference: 'C-BBBBBB', facts: [['Role', 'witness']], passages: [{ at: '08/09/2026 09:00', what: 'What was said', said: 'Nothing else.' }] },
];
const checked = marked(CASES, find);
const NOTHING: ByHand = { lifted: [], added: [], leftOut: [], stamp: stampOf(checked) };

function textOf(byHand: Partial<ByHand>): string[] {
  return given(checked, { ...NOTHING, ...byHand }).flatMap(({ passages }) => passages.map(({ what, said }) => said || what));
}

test('B21: what is given out has blocks where others’ names stood, and nothing below them', () => {
  expect(textOf({})).toEqual([`Amira said that ${BLOCK} hit her. His brother saw it.`, `Rang Mrs ${BLOCK}.`, 'Nothing else.']);
  const html = dossierHtml({ title: 'About Amira Khan', about: [], cases: given(checked, NOTHING) });
  expect(html).not.toMatch(/Yusuf|Obi/);
  expect(html).not.toMatch(/color|hidden|display|<!--|title="/);
});

test('B21: a person lifts one mark, adds words, and leaves parts and cases out', () => {
  const [passage] = checked[0]?.passages ?? [];
  const [mark] = passage?.said.marks ?? [];
  if (!passage || !mark) throw new Error('nothing is marked');
  expect(textOf({ lifted: [markId(passage.id, 'said', mark)] })[0]).toContain('Yusuf hit her');
  expect(textOf({ added: ['His brother'] })[0]).toBe(`Amira said that ${BLOCK} hit her. ${BLOCK} saw it.`);
  expect(textOf({ leftOut: ['C-AAAAAA.1'] })).toEqual([expect.any(String), LEFT_OUT, 'Nothing else.']);
  expect(textOf({ leftOut: ['C-BBBBBB'] })).toHaveLength(2);
});

test('B21: what was lifted and then added by hand is blacked out', () => {
  const [passage] = checked[0]?.passages ?? [];
  const [mark] = passage?.said.marks ?? [];
  if (!passage || !mark) throw new Error('nothing is marked');
  expect(textOf({ lifted: [markId(passage.id, 'said', mark)], added: ['yusuf'] })[0]).not.toContain('Yusuf');
});

test('B21: something else than what was checked is not given out', () => {
  const later = marked([...CASES, { reference: 'C-CCCCCC', facts: [], passages: [] }], find);
  expect(() => given(later, NOTHING)).toThrow(/checked again/);
});

test('B21: the page cuts a text where marks begin and end, and loses nothing of it', () => {
  const words = fc.array(fc.constantFrom('Yusuf', 'Obi', 'Amira', 'brother', 'saw', '.', ' '), { maxLength: 20 }).map((all) => all.join(' '));
  fc.assert(
    fc.property(words, fc.array(fc.constantFrom('brother', 'Yusuf', 'saw Obi', 'Amira')), (text, added) => {
      const marks = find(text);
      const stretches = stretchesOf({ text, marks }, addedFinder(added)(text));
      expect(stretches.map(({ said }) => said).join('')).toBe(text);
      const shown = stretches.map(({ said, mark, isAdded }) => (mark || isAdded ? '#' : said)).join('');
      expect(shown).not.toMatch(/Yusuf|Obi/);
      if (added.includes('brother')) expect(shown).not.toContain('brother');
    }),
  );
});

test('B21: hostile text is text on paper', () => {
  const said = '<script>alert(1)</script>\n=HYPERLINK("x")\u0000\u202e';
  const html = dossierHtml({ title: said, about: [said], cases: [{ reference: said, facts: [[said, said]], passages: [{ at: said, what: said, said }] }] });
  expect(html).not.toMatch(/<script|[^\x20-\x7e\n]/);
});
