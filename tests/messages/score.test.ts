import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CATEGORIES, type Category, type MessageToScore } from '../../src/messages/message.ts';
import { USUAL_MONITORING } from '../../src/messages/monitoring.ts';
import { type Heard, type Model, modelFrom } from '../../src/messages/scoring/model.ts';
import { MODEL, type Scoring, score } from '../../src/messages/scoring/score.ts';

const NOW = '2026-11-23T09:00:00Z';
const WEIGHTS = readFileSync(join(__dirname, '../../src/messages/scoring/weights.txt'), 'utf8');
const MODEL_OF_TODAY = modelFrom(WEIGHTS);

const HARMLESS = [
  'Please bring your PE kit on Thursday, we are outside on the field whatever the weather.',
  'can u send me the maths homework, i left my book in the form room',
  'Year 8 reports go home on Friday. Tutors, please check the spelling of names.',
  'happy birthday!! see you at the cinema at 6, mum is driving us',
  'The minibus for the chess final leaves at 8.15 from the car park.',
];
const THREATS = ['im going to stab you after school', 'I will kill you tomorrow, watch your back', 'we are going to batter you at the gates on friday'];

const message = (text: string): MessageToScore => ({ subject: '', text, from: 'pupil', to: 'pupil', sentAt: NOW });
const scoring = (more: Partial<Scoring['monitoring']> = {}, model: Model | null = MODEL_OF_TODAY): Scoring => ({
  model,
  monitoring: { ...USUAL_MONITORING, ...more },
  now: NOW,
});

/** A model that hears one thing in every message. */
function hearing(category: Category, flag: number, three = 0.9): Model {
  const categories = Object.fromEntries(CATEGORIES.map((each) => [each, each === category ? flag : 0])) as Record<Category, number>;
  const heard: Heard = { flag, categories, published: 0, severity: { 2: 0.9, 3: three }, phrases: () => [{ from: 0, to: 6, weight: 1 }] };
  return { version: 'of a test', listen: () => heard };
}

test.each(HARMLESS)('C3: case, spacing and quotation marks make no flag of “%s”', (text) => {
  for (const same of [text, text.toUpperCase(), text.replace(/ /g, '  '), `"${text}"`, `> ${text}`]) {
    expect([same, score(message(same), scoring()).flag]).toEqual([same, false]);
  }
});

test('C3: shouting changes nothing about what was shouted', () => {
  const words = fc.constantFrom(...[...HARMLESS, ...THREATS].flatMap((text) => text.toLowerCase().split(' ')));
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 20 }), (some) => {
      const text = some.join(' ');
      expect(score(message(text.toUpperCase()), scoring()).flag).toBe(score(message(text), scoring()).flag);
    }),
    { numRuns: 60 },
  );
});

test('C3: no harmless sentence before or after a direct threat takes its flag away', () => {
  fc.assert(
    fc.property(fc.constantFrom(...THREATS), fc.array(fc.constantFrom(...HARMLESS), { maxLength: 4 }), fc.boolean(), (threat, sentences, first) => {
      const text = (first ? [threat, ...sentences] : [...sentences, threat]).join('\n\n');
      expect(score(message(text), scoring())).toMatchObject({ flag: true });
    }),
    { numRuns: 60 },
  );
});

test('C3: the model alone says at most that it is to be looked at the same day', () => {
  const verdict = score(message('see you by the bins then'), scoring({}, hearing('threat', 0.99)));
  expect(verdict).toMatchObject({ flag: true, category: 'threat', severity: 2 });
  expect(verdict.reasons).toContainEqual(expect.objectContaining({ rule: MODEL, words: 'see yo' }));
});

test('C3: what the model hears is a note when it hears little', () => {
  const little: Model = hearing('bullying', 0.9);
  const listen: Model['listen'] = (...of) => ({ ...little.listen(...of), severity: { 2: 0.2, 3: 0.1 } });
  expect(score(message('nice shoes, did your nan pick them'), scoring({}, { ...little, listen })).severity).toBe(1);
});

test('C3: a message is flagged sooner or later as the school wants by category; a threat and a disclosure never later than usual', () => {
  const at = (category: Category, sure: number, threshold: 'sooner' | 'usual' | 'later'): boolean =>
    score(message('see you'), scoring({ thresholds: { ...USUAL_MONITORING.thresholds, [category]: threshold } }, hearing(category, sure))).flag;
  for (const category of CATEGORIES) {
    const silent = category === 'threat' || category === 'disclosure' ? 'usual' : 'later';
    for (const sure of [0.1, 0.3, 0.5, 0.6, 0.7, 0.8, 0.95]) {
      expect(at(category, sure, 'later')).toBe(at(category, sure, silent));
      if (at(category, sure, 'usual')) expect(at(category, sure, 'sooner')).toBe(true);
      if (at(category, sure, 'later')) expect(at(category, sure, 'usual')).toBe(true);
    }
    expect([at(category, 0.95, 'usual'), at(category, 0.1, 'sooner')]).toEqual([true, false]);
  }
});

test('C3: a muted model is silent until its day is over, except about threats and disclosures', () => {
  const mutes = (until: string) => [{ rule: MODEL, why: 'A week of exam nerves', until }];
  const flags = (category: Category, until: string): boolean => score(message('see you'), scoring({ mutes: mutes(until) }, hearing(category, 0.95))).flag;
  expect([flags('bullying', '2026-11-23'), flags('bullying', '2026-11-22')]).toEqual([false, true]);
  expect([flags('threat', '2026-11-23'), flags('disclosure', '2026-11-23')]).toEqual([true, true]);
});

test('C3: without a model the rules speak alone', () => {
  const verdict = score(message(THREATS[0] ?? ''), scoring({}, null));
  expect(verdict).toMatchObject({ flag: true, category: 'threat' });
  expect(verdict.reasons.every(({ rule }) => rule !== MODEL)).toBe(true);
  expect(score(message(HARMLESS[0] ?? ''), scoring({}, null))).toEqual({ flag: false, category: '', severity: 0, reasons: [] });
});

test('C3: a school’s own rule flags with its category and severity', () => {
  const own = [{ id: 'den', phrases: ['the old boathouse'], category: 'drugs' as const, severity: 2 as const, why: 'Dealing there in October', owner: 'DSL' }];
  expect(score(message('meet at the OLD boathouse'), scoring({ own }, null))).toMatchObject({ flag: true, category: 'drugs', severity: 2 });
});
