import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import type { MessageToScore } from '../../src/messages/message.ts';
import { USUAL_MONITORING } from '../../src/messages/monitoring.ts';
import { modelFrom } from '../../src/messages/scoring/model.ts';
import { score } from '../../src/messages/scoring/score.ts';

/** Messages by an author from whom nothing was ever learnt: training never reads this folder. */
const KEPT_ASIDE = resolve(import.meta.dirname, 'kept-aside/bryony.jsonl');
const WEIGHTS = resolve(import.meta.dirname, '../../src/messages/scoring/weights.txt');

interface Line {
  from: MessageToScore['from'];
  to: MessageToScore['to'];
  subject?: string;
  text: string;
  flag: boolean;
  severity: number;
}

const lines = readFileSync(KEPT_ASIDE, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Line);
const model = modelFrom(readFileSync(WEIGHTS, 'utf8'));

function shareFlagged(some: readonly Line[], isKnown: boolean): number {
  const flagged = some.filter(({ from, to, subject = '', text }) => {
    const parties = isKnown ? { from, to } : ({ from: '', to: '' } as const);
    return score({ ...parties, subject, text, sentAt: '' }, { model, monitoring: USUAL_MONITORING, now: '' }).flag;
  });
  return flagged.length / some.length;
}

test.each([
  { who: 'it is known who writes to whom', isKnown: true, found: 0.88 },
  { who: 'nobody is known', isKnown: false, found: 0.84 },
])('C1: of messages kept aside nearly all that matter are found, and few others, when $who', ({ isKnown, found }) => {
  expect(
    shareFlagged(
      lines.filter(({ flag }) => flag),
      isKnown,
    ),
  ).toBeGreaterThanOrEqual(found);
  expect(
    shareFlagged(
      lines.filter(({ severity }) => severity === 3),
      isKnown,
    ),
  ).toBeGreaterThanOrEqual(0.88);
  expect(
    shareFlagged(
      lines.filter(({ flag }) => !flag),
      isKnown,
    ),
  ).toBeLessThanOrEqual(0.075);
});
