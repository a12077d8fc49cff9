import { expect, test } from '@jest/globals';
import { compareConsole } from '../../src/messages/gmail/compare-console.ts';
import { settingForJournal, settingsForWords } from '../../src/messages/gmail/console-settings.ts';
import { textOfSetting } from '../../src/messages/gmail/console-steps.ts';
import { WORDS } from '../../src/messages/gmail/words.ts';

const MAILBOX = 'safeguarding@quillhaven.example';
const SETTINGS = settingsForWords(WORDS);
const PAGES = `${SETTINGS.map(textOfSetting).join('\n\n')}\nAlso deliver to: ${MAILBOX}`;

/** As the Policy API answers a super admin, as far as that is known: the parts of a rule are Google's to name. */
function policies(change: (rule: { name: string; expressions: string[]; words: string[] }) => object = (rule) => rule) {
  const rules = SETTINGS.map(({ name, expressions, words }) => change({ name, expressions, words: words.split(', ') }));
  return JSON.stringify({
    policies: [
      {
        name: 'policies/x',
        setting: { type: 'settings/gmail.content_compliance', value: { contentComplianceRules: rules, primaryDelivery: { recipients: [MAILBOX] } } },
      },
    ],
  });
}

test('C1: what the console’s pages show is the same', () => {
  expect(compareConsole(PAGES, SETTINGS, MAILBOX)).toMatchObject({ state: 'same', notes: [] });
});

test('C1: what the Policy API answers a super admin is the same', () => {
  expect(compareConsole(policies(), SETTINGS, MAILBOX)).toMatchObject({ state: 'same', notes: [] });
});

test('C1: a setting that is not there, one that was changed, and an old version are named', () => {
  const [first, second, third] = SETTINGS;
  if (!first || !second || !third) throw new Error('no settings');
  const pasted = PAGES.replace(textOfSetting(first), '')
    .replace(second.expressions[0] ?? '', '(?i)\\b(?:something else)\\b')
    .replace(third.name, third.name.replace(/\[.*\]/, '[00000000]'));
  const compared = compareConsole(pasted, SETTINGS, MAILBOX);
  const stateOf = (name: string) => compared.settings.find((setting) => setting.name === name);
  expect(compared.state).toBe('different');
  expect(stateOf(first.name)).toMatchObject({ state: 'not there' });
  expect(stateOf(third.name)).toMatchObject({ state: 'different', where: [expect.stringContaining('00000000')] });
  // Its one expression is gone: that it was changed cannot be told from its not having been pasted.
  expect(stateOf(second.name)).toMatchObject({ state: 'cannot verify' });
  expect(compared.settings.filter(({ state }) => state === 'same')).toHaveLength(SETTINGS.length - 3);
});

test('C1: a word that somebody took out of the list is named', () => {
  const compared = compareConsole(
    policies((rule) => ({ ...rule, words: rule.words.filter((word) => word !== 'kys') })),
    SETTINGS,
    MAILBOX,
  );
  expect(compared.state).toBe('different');
  expect(compared.settings.flatMap(({ where }) => where)).toEqual(['The word "kys" is missing.']);
});

test('C1: an overview with names alone proves nothing, and a text without Handrail’s names even less', () => {
  const names = `${SETTINGS.map(({ name }) => name).join('\n')}\n${MAILBOX}`;
  expect(compareConsole(names, SETTINGS, MAILBOX)).toMatchObject({ state: 'cannot verify' });
  for (const nothing of ['', 'Content compliance: none', '{"policies":[]}', '[1,2', 'null', '"x"'])
    expect(compareConsole(nothing, SETTINGS, MAILBOX)).toMatchObject({ state: 'cannot verify', settings: [] });
});

test('C1: copies that go elsewhere, mail that is held back and settings nobody asked for are pointed out', () => {
  expect(compareConsole(PAGES.replace(MAILBOX, 'someone@elsewhere.example'), SETTINGS, MAILBOX).notes).toEqual([
    expect.stringContaining('does not stand in it'),
  ]);
  expect(compareConsole(`${PAGES}\nQuarantine message`, SETTINGS, MAILBOX).notes).toEqual([expect.stringContaining('holds mail back')]);
  const strange = compareConsole(`${PAGES}\n${settingForJournal().name}`, SETTINGS, MAILBOX);
  expect(strange).toMatchObject({ state: 'different', notes: [expect.stringContaining('all mail of a unit')] });
});
