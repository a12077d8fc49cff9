import { expect, test } from '@jest/globals';
import type { Example } from '../../scripts/train/examples.ts';
import { minimise } from '../../scripts/train/minimise.ts';
import { seenFrom, trainedOn } from '../../scripts/train/trained.ts';
import { knownIn, withCommonWords } from '../../scripts/train/vocabulary.ts';
import { CATEGORIES } from '../../src/messages/message.ts';
import { modelFrom } from '../../src/messages/scoring/model.ts';
import { prepare } from '../../src/messages/scoring/prepare.ts';
import { textOfWeights } from '../../src/messages/scoring/weights-text.ts';
import { deafEar } from '../support/stretches.ts';

const THINGS = ['otter', 'kettle', 'violin', 'ladder', 'pebble', 'lantern', 'anchor', 'biscuit'];

/** Messages in which only the word before the thing tells. */
const EXAMPLES: Example[] = THINGS.flatMap((thing, at) => {
  const message = (text: string) => ({ subject: '', text, from: 'pupil' as const, to: 'pupil' as const, sentAt: '' });
  const category = CATEGORIES[at % 2] ?? 'bullying';
  return [
    { message: message(`crimson ${thing} please`), flag: true, category, severity: 2 as const, kind: '', source: 'one' },
    { message: message(`yellow ${thing} please`), flag: false, category: '' as const, severity: 0 as const, kind: 'game', source: 'one' },
  ];
});

const trained = (): string => {
  const taught = withCommonWords(deafEar(['crimson', 'yellow', 'please', ...THINGS]), 'the\nplease\n');
  return textOfWeights(trainedOn(seenFrom(EXAMPLES, knownIn(taught)), taught));
};

test('C3: the same messages give the same weights', () => {
  expect(trained()).toBe(trained());
});

test('C3: a model tells apart what its messages tell apart, whoever writes', () => {
  const model = modelFrom(trained());
  const sure = (text: string): number => model.listen(prepare({ subject: '', text, from: '', to: '', sentAt: '' }), []).flag;
  expect(sure('crimson teapot please')).toBeGreaterThan(0.6);
  expect(sure('yellow teapot please')).toBeLessThan(0.4);
});

test('the lowest point of a bowl is found', () => {
  const lowest = minimise((point, slope) => {
    let height = 0;
    point.forEach((each, at) => {
      height += (at + 1) * (each - at) ** 2;
      slope[at] = 2 * (at + 1) * (each - at);
    });
    return height;
  }, new Float64Array(6));
  lowest.forEach((each, at) => {
    expect(each).toBeCloseTo(at, 2);
  });
});
