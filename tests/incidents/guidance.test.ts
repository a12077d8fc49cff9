import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { guidanceFor } from '../../src/incidents/guidance.ts';
import { TYPES } from '../../src/incidents/types.ts';

const nothing = { typeHint: '', about: '' as const, story: '' };
const ids = (change: Partial<Parameters<typeof guidanceFor>[0]>) => guidanceFor({ ...nothing, ...change }).map(({ id }) => id);
const refuses = (change: Partial<Parameters<typeof guidanceFor>[0]>) => guidanceFor({ ...nothing, ...change }).some(({ refusesPictures }) => refusesPictures);

test('B4: everybody is told not to promise secrecy and not to investigate, before a word is typed', () => {
  expect(ids({})).toEqual(['always']);
  expect(guidanceFor(nothing)[0]?.lines.join(' ')).toMatch(/not promise.*not investigate/s);
});

test.each([
  ['She told me a boy sent a nude of her round the class', 'images'],
  ['He has a picture of her in her underwear', 'images'],
  ['somebody made a deepfake of a girl in Year 6', 'images'],
  ['They were SEXTING', 'images'],
  ['there was an indecent video on the tablet', 'images'],
  ['She says she wants to die', 'self-harm'],
  ['He has been self-harming', 'self-harm'],
  ['I think she may kill herself', 'self-harm'],
  ['The man wants to meet up with her after school', 'grooming'],
  ['He is being blackmailed over a game', 'grooming'],
  ['Her sister had FGM in the summer', 'fgm'],
  ['He is watching terrorist videos', 'radicalisation'],
  ['I left my laptop on the train: the laptop is lost', 'data'],
  ['The lost school ipad had reports on it', 'data'],
  ['She pressed the safety button', 'safety-button'],
  ['I took his phone at lunch', 'device'],
  ['He says he will bring a knife', 'threats'],
  ['She is being bullied on a group chat', 'bullying'],
])('B4: “%s” brings up the guidance %s', (story, id) => expect(ids({ story })).toContain(id));

test.each([
  'She forgot her homework and was upset about it.',
  'A boy was rude to me in the corridor.',
  'He played a game in the lesson and would not stop.',
  'The picture book was torn.',
  'They drew a picture of a house and laughed at it.',
  'His class is going to the Tower of London.',
])('B4: an everyday story brings up nothing more: “%s”', (story) => expect(ids({ story })).toEqual(['always']));

test.each([
  ['abuse-images', 'images'],
  ['nudes', 'images'],
  ['ai-images', 'images'],
  ['sextortion', 'images'],
  ['upskirting', 'images'],
  ['grooming', 'grooming'],
  ['fgm', 'fgm'],
  ['extremism', 'radicalisation'],
  ['self-harm-risk', 'self-harm'],
  ['device-lost', 'data'],
  ['safety-button', 'safety-button'],
])('B4: the type %s brings up %s', (typeHint, id) => expect(ids({ typeHint })).toContain(id));

test.each(['staff', 'low-level', 'head', 'dsl'] as const)('B4: a worry about %s says that it goes to the headteacher alone', (about) => {
  expect(ids({ about })).toContain('adult');
  expect(guidanceFor({ ...nothing, about })[0]?.lines[0]).toContain('headteacher alone');
});

test('B1: pictures are refused for every type that may concern images of children, and for words that speak of them', () => {
  for (const type of TYPES) expect([type.id, refuses({ typeHint: type.id })]).toEqual([type.id, type.images === true]);
  expect(refuses({ typeHint: 'bullying', story: 'He sent nudes' })).toBe(true);
  expect(refuses({ typeHint: 'bullying', story: 'He sent rude words' })).toBe(false);
});

test('B4: the guidance about images says not to look, copy, save, forward, delete, nor to take a screenshot', () => {
  const words = guidanceFor({ ...nothing, typeHint: 'nudes' })
    .flatMap(({ lines }) => lines)
    .join(' ');
  for (const word of ['look', 'copy', 'save', 'forward', 'delete', 'screenshot']) expect(words).toContain(word);
});

test('B4: where a life is at stake, that comes first', () => {
  expect(ids({ story: 'She sent a nude and now she is suicidal' })[0]).toBe('self-harm');
});

test('B4: whatever is typed, however long, each piece of guidance comes once and the words for everybody last', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (story) => {
      const found = ids({ story });
      expect(new Set(found).size).toBe(found.length);
      expect(found[found.length - 1]).toBe('always');
    }),
  );
  // Nothing in the words makes the search go back and forth: a story as long as is kept is looked through.
  const hostile = [
    'a photo of her '.repeat(6_000),
    'without any '.repeat(8_000),
    'lost my my my '.repeat(7_000),
    ' '.repeat(100_000),
    'no any his '.repeat(9_000),
  ];
  for (const story of hostile) expect(ids({ story })).toContain('always');
});
