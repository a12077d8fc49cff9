import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LONGEST_EXPRESSION, MOST_EXPRESSIONS, settingForJournal, settingsForWords } from '../../src/messages/gmail/console-settings.ts';
import { consoleSteps, textOfSetting } from '../../src/messages/gmail/console-steps.ts';
import { mailFiltersXml } from '../../src/messages/gmail/forwarding.ts';
import { wordsOf } from '../../src/messages/gmail/own-words.ts';
import { waysToWrite } from '../../src/messages/gmail/phrase.ts';
import { LONGEST_QUERY, queriesFor } from '../../src/messages/gmail/queries.ts';
import type { WordRule } from '../../src/messages/gmail/word-rule.ts';
import { WORDS } from '../../src/messages/gmail/words.ts';
import { CATEGORIES } from '../../src/messages/message.ts';
import { re2Problem } from '../support/re2.ts';

/** What Google finds with the settings: expressions as RE2 reads them, and whole words of the list in any case. */
function isFoundBySettings(rules: readonly WordRule[], text: string): boolean {
  return settingsForWords(rules).some(
    ({ expressions, words }) =>
      expressions.some((expression) => new RegExp(expression.replace('(?i)', ''), 'i').test(text)) ||
      words.split(', ').some((word) => word !== '' && new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'iu').test(text)),
  );
}

/** What Gmail finds with the queries: phrases of whole words, whatever stands between the words. */
function isFoundByQueries(rules: readonly WordRule[], text: string): boolean {
  const wordsIn = (each: string) => ` ${(each.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
  const said = wordsIn(text);
  return queriesFor(rules).some(({ query }) => (query.slice(1, -1).match(/"[^"]*"|[^\s"]+/g) ?? []).some((phrase) => said.includes(wordsIn(phrase))));
}

test.each(WORDS.flatMap((rule) => rule.finds.map((text) => [rule.id, text, rule] as const)))('C1: %s finds “%s”', (_, text, rule) => {
  expect([isFoundBySettings([rule], text), isFoundByQueries([rule], text)]).toEqual([true, true]);
});

test.each(WORDS.flatMap((rule) => rule.leaves.map((text) => [rule.id, text, rule] as const)))('C1: %s leaves “%s”', (_, text, rule) => {
  expect([isFoundBySettings([rule], text), isFoundByQueries([rule], text)]).toEqual([false, false]);
});

test('C1: there are words for every category, each rule with an id of its own, an owner, a version and examples of both kinds', () => {
  expect(new Set(WORDS.map(({ category }) => category))).toEqual(new Set(CATEGORIES));
  expect(new Set(WORDS.map(({ id }) => id)).size).toBe(WORDS.length);
  for (const { owner, version, finds, leaves } of WORDS)
    expect([owner !== '', version >= 1, finds.length > 0, leaves.length > 0]).toEqual([true, true, true, true]);
});

test('C1: phrases hold nothing that an expression or a search would take for its own', () => {
  for (const { phrases } of WORDS) for (const phrase of phrases) for (const way of waysToWrite(phrase)) expect(way).toMatch(/^[a-z0-9'-]+(?: [a-z0-9'-]+)*$/);
});

test('C1: every expression is one that RE2 takes, and short enough for the console', () => {
  for (const { expressions } of settingsForWords(WORDS)) {
    expect(expressions.length).toBeLessThanOrEqual(MOST_EXPRESSIONS);
    for (const expression of expressions)
      expect([re2Problem(expression), expression.length <= LONGEST_EXPRESSION, expression.startsWith('(?i)')]).toEqual([null, true, true]);
  }
});

test.each([
  ['looking ahead', 'kill(?!joy)'],
  ['looking behind', '(?<!over)kill'],
  ['looking behind', '(?<=x)kill'],
  ['a reference back', '(a)\\1'],
  ['a named reference', '(?<n>a)\\k<n>'],
  ['an atomic group', '(?>a+)b'],
  ['a possessive count', 'a++'],
  ['a condition', '(a)?(?(1)b|c)'],
  ['a comment', 'a(?#x)'],
  ['a count that is too high', 'a{1001}'],
  ['an escape of JavaScript', '\\u0041'],
  ['a bracket that is open', '(a'],
])('C1: an expression with %s is refused', (_, expression) => {
  expect(re2Problem(expression)).not.toBeNull();
});

test.each(['(?i)\\b(?:a|b)\\b', 'a{1,1000}', '[(?=]', '\\(\\?=', '\\\\1', '[- ]?x', 'a+?', '(?i)\\[(BAD)\\]'])('C1: %s is taken', (expression) => {
  expect(re2Problem(expression)).toBeNull();
});

test('C1: single words go into the list of objectionable words, which takes nothing else, and phrases into expressions', () => {
  const settings = settingsForWords(WORDS);
  const lists = settings.filter(({ kind }) => kind === 'objectionable content');
  expect(lists).toHaveLength(1);
  for (const word of lists[0]?.words.split(', ') ?? []) expect(word).toMatch(/^[a-z-]+$/);
  expect(settings.filter(({ kind }) => kind === 'content compliance').map(({ id }) => id)).toEqual([...CATEGORIES]);
});

test('C1: a name says which version it is, and only what changed gets another name', () => {
  const before = settingsForWords(WORDS);
  const changed = WORDS.map((rule) => (rule.id === 'money' ? { ...rule, phrases: [...rule.phrases, 'a new phrase'] } : rule));
  const after = settingsForWords(changed);
  const differing = after.filter(({ name }) => !before.some((setting) => setting.name === name));
  expect(differing.map(({ id }) => id)).toEqual(['scam']);
  for (const { name, version } of after) expect(name).toMatch(new RegExp(`^Handrail [a-z -]+ \\[${version}\\]$`));
});

test('rule: mail is never held back: no step chooses to reject or quarantine, and every kind adds X-Gm-Original-To and delivers to the safeguarding mailbox', () => {
  for (const kind of ['content compliance', 'objectionable content', 'routing'] as const) {
    const steps = consoleSteps(kind, 'safeguarding@quillhaven.example').join('\n');
    expect(steps).toContain('Never choose Reject or Quarantine');
    expect(steps).toContain('Tick "Add X-Gm-Original-To header"');
    expect(steps).toContain('add safeguarding@quillhaven.example');
    expect(steps).toContain(`with the value ${kind === 'routing' ? 'journal' : 'words'}`);
  }
});

test('C1: a setting as text holds its name and everything that is pasted', () => {
  for (const setting of [...settingsForWords(WORDS), settingForJournal()]) {
    const text = textOfSetting(setting);
    for (const part of [setting.name, ...setting.expressions, setting.words]) expect(text).toContain(part);
  }
});

test('C1: searches are short enough for a filter and leave no phrase out', () => {
  const queries = queriesFor(WORDS);
  expect(queries.length).toBeLessThan(200);
  for (const { query } of queries) expect(query.length).toBeLessThanOrEqual(LONGEST_QUERY);
  const all = queries.map(({ query }) => query).join(' ');
  for (const { phrases } of WORDS)
    for (const phrase of phrases) for (const way of waysToWrite(phrase)) expect(all).toContain(way.includes(' ') ? `"${way}"` : way);
});

test('C1: whatever a school types as its own words, expressions stay sound and find it', () => {
  const typed = fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(typed, (phrases) => {
      const rules = wordsOf([{ id: 'x', phrases, category: 'bullying', severity: 2, why: '', owner: 'dsl@quillhaven.example' }]);
      for (const { expressions } of settingsForWords(rules)) for (const expression of expressions) expect(re2Problem(expression)).toBeNull();
      for (const { query } of queriesFor(rules)) expect(query).toMatch(/^\{[\p{L}\p{N}' "]+\}$/u);
    }),
    { numRuns: 300 },
  );
  const [own] = wordsOf([{ id: 'x', phrases: ['Big (bad) WOLF!', '  '], category: 'bullying', severity: 2, why: '', owner: 'x' }]);
  expect(own?.phrases).toEqual(['big bad wolf']);
});

test('C1: the file of forwarding filters forwards and puts no label on anything', () => {
  const queries = queriesFor(WORDS).map(({ query }) => query);
  const xml = mailFiltersXml(queries, { mailbox: 'o\'<"&@quillhaven.example', updated: '2026-09-07T08:00:00.000Z' });
  expect(xml.match(/<entry>/g)).toHaveLength(queries.length);
  expect(xml.match(/apps:property name='forwardTo' value='o&#39;&lt;&quot;&amp;@quillhaven.example'/g)).toHaveLength(queries.length);
  expect([...new Set(xml.match(/apps:property name='\w+'/g))]).toEqual(["apps:property name='hasTheWord'", "apps:property name='forwardTo'"]);
  expect(xml).not.toMatch(/label|shouldTrash|shouldArchive|shouldMarkAsRead/);
});
