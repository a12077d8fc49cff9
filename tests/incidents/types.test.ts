import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_GRIDS } from '../../src/incidents/grids/default-grids.ts';
import { sourceWords } from '../../src/incidents/protocols/sources.ts';
import { CATEGORIES, type Category, countsFor, findTypes, TYPES, typeOf, typesUnder } from '../../src/incidents/types.ts';

const ids = TYPES.map(({ id }) => id);
const categories = Object.keys(CATEGORIES) as Category[];

test('B3: every type has an id and a title of its own, words to find it by, and a source', () => {
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(TYPES.map(({ title }) => title)).size).toBe(ids.length);
  for (const type of TYPES) {
    expect(type.words.length).toBeGreaterThan(1);
    expect(sourceWords(type.source)).not.toBe('');
  }
});

test('B3: a source that was not seen in the original asks to check with the local authority', () => {
  expect(sourceWords({ from: 'A rule', grade: 'S' })).toBe('A rule: check with your local authority');
  expect(sourceWords({ from: 'A rule', grade: 'R' })).toBe('A rule: check with your local authority');
  expect(sourceWords({ from: 'A rule', grade: 'P' })).toBe('A rule');
});

// What the lists name, and where it stands: rule 6, the protocol for responding (BC), the lists of the other policies.
test.each<[named: string, id: string, category: Category]>([
  ['a post against the rules for work', 'social-media-breach', 'conduct'],
  ['work e-mail or internet used wrongly', 'email-internet-misuse', 'conduct'],
  ['a phone or device used wrongly', 'phone-misuse', 'conduct'],
  ['somebody else’s password', 'account-misuse', 'conduct'],
  ['illegal material', 'illegal-material', 'content'],
  ['material that does not suit', 'pornography', 'content'],
  ['extreme views', 'extremism', 'content'],
  ['racist views', 'hate-material', 'content'],
  ['too much information given away', 'too-much-information', 'contact'],
  ['a breach of privacy', 'privacy-breached', 'contact'],
  ['threatening messages', 'threats', 'contact'],
  ['cyberbullying', 'bullying', 'contact'],
  ['grooming', 'grooming', 'contact'],
  ['misrepresenting, defaming', 'impersonation', 'contact'],
  ['a lost computer or memory stick', 'device-lost', 'data'],
  ['rule 6: misinformation', 'misinformation', 'content'],
  ['rule 6: conspiracy', 'conspiracy', 'content'],
  ['rule 6: AI that acts as a person', 'ai-companion', 'contact'],
  ['rule 6: AI-made explicit images', 'ai-images', 'conduct'],
  ['rule 6: gambling', 'gambling', 'commerce'],
  ['rule 6: phishing', 'phishing', 'commerce'],
  ['rule 6: scams', 'scam', 'commerce'],
  ['a virus', 'virus', 'data'],
  ['a lost PIN or token', 'password-lost', 'data'],
  ['a filtering failure', 'filter-let-through', 'filtering'],
])('B3: %s is the type %s under %s', (_, id, category) => {
  expect(typeOf(id)).toMatchObject({ id, category });
  expect(typesUnder(category).map((type) => type.id)).toContain(id);
});

test('B3: bullying is found as contact and as conduct, passwords as conduct and as contact, gambling as commerce', () => {
  const under = (category: Category) => typesUnder(category).map(({ id }) => id);
  for (const category of ['contact', 'conduct'] as const) expect(under(category)).toEqual(expect.arrayContaining(['bullying', 'account-misuse']));
  expect(under('commerce')).toContain('gambling');
});

test('B3: nothing is found twice under a category, and nothing is under none', () => {
  for (const category of categories) {
    const found = typesUnder(category);
    expect(new Set(found).size).toBe(found.length);
    expect(found.length).toBeGreaterThan(0);
  }
  expect(new Set(categories.flatMap((category) => typesUnder(category)))).toEqual(new Set(TYPES));
});

test('B3: each record counts a case once, however many of its types say so', () => {
  expect(countsFor(['bullying'])).toEqual(['bullying']);
  expect(countsFor(['bullying', 'offensive-message'])).toEqual(['bullying']);
  expect(countsFor(['prejudice-bullying', 'bullying']).sort()).toEqual(['bullying', 'prejudice']);
  expect(countsFor(['phishing', 'no-such-type'])).toEqual([]);
  expect(ids.filter((id) => countsFor([id]).includes('prejudice'))).toEqual(['hate-material', 'prejudice-bullying']);
});

test('B4: types that may concern images of children are urgent', () => {
  const images = TYPES.filter((type) => type.images);
  expect(images.map(({ id }) => id).sort()).toEqual(['abuse-images', 'ai-images', 'nudes', 'sextortion', 'upskirting']);
  for (const type of images) expect(type).toMatchObject({ urgent: true, usually: 'high' });
});

test('B8: every row of every grid belongs to types that exist', () => {
  for (const { rows } of DEFAULT_GRIDS)
    for (const row of rows) {
      expect(row.types.length).toBeGreaterThan(0);
      for (const id of row.types) expect(ids).toContain(id);
    }
});

test.each([
  ['nude', 'nudes'],
  ['deepfake', 'ai-images'],
  ['hector', 'safety-button'],
  ['vpn', 'filter-bypass'],
  ['loot box', 'gambling'],
  ['Laptop', 'device-lost'],
  ['chatbot', 'ai-companion'],
  ['self harm', 'self-harm-risk'],
])('B3: somebody who types “%s” finds %s', (text, id) => {
  expect(findTypes(text).map((type) => type.id)).toContain(id);
});

test('B3: a type is found by its title, and first by a word that no other title has', () => {
  for (const type of TYPES) expect(findTypes(type.title)).toContain(type);
  expect(findTypes('upskirting')[0]?.id).toBe('upskirting');
  expect(findTypes('')).toEqual([]);
  expect(findTypes('zzzz')).toEqual([]);
});

test('B3: whatever is typed, a search finds types of the list, each once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const found = findTypes(text);
      expect(new Set(found).size).toBe(found.length);
      for (const type of found) expect(TYPES).toContain(type);
    }),
  );
});
