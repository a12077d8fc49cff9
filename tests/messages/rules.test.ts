import { describe, expect, test } from '@jest/globals';
import { RULES } from '../../src/messages/rules/all.ts';
import type { FlagRule } from '../../src/messages/rules/rule.ts';
import { prepare } from '../../src/messages/scoring/prepare.ts';

/** What a rule finds in a message with nothing speaking against it. */
const found = (rule: FlagRule, text: string) => rule.find(prepare({ subject: '', text, from: '', to: '', sentAt: '' })).filter(({ against }) => against === '');

describe.each(RULES)('$id', (rule) => {
  test.each(rule.finds)('C1: is met by: %s', (text) => expect(found(rule, text)).not.toEqual([]));
  test.each(rule.leaves)('C1: is not met by: %s', (text) => expect(found(rule, text)).toEqual([]));
});

test('C1: every rule has an id of its own, and examples both ways', () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  expect(RULES.filter(({ finds, leaves }) => finds.length === 0 || leaves.length === 0).map(({ id }) => id)).toEqual([]);
});
