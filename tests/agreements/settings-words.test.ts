import { expect, test } from '@jest/globals';
import { USUAL_SETTINGS } from '../../src/agreements/asking/settings.ts';
import { settingsInWords } from '../../src/agreements/asking/settings-words.ts';

test.each([
  [[3, 7, 14], 5, 'A first mail at once, reminders after 3, 7 and 14 days.'],
  [[3, 7], 5, 'A first mail at once, reminders after 3 and 7 days.'],
  [[1], 5, 'A first mail at once, a reminder after one day.'],
  [[], 5, 'A first mail at once, and no reminders.'],
  [[3, 7, 14], 3, 'A first mail at once, reminders after 3 and 7 days.'],
  [[3, 7, 14], 1, 'A first mail at once, and no reminders.'],
])('A15: reminders after %j with at most %d mails are read back as what will happen', (remindAfterDays, mostMails, sentence) => {
  expect(settingsInWords({ ...USUAL_SETTINGS, remindAfterDays, mostMails })[0]).toBe(sentence);
});

test('A15: reminders that will never go are said to', () => {
  expect(settingsInWords({ ...USUAL_SETTINGS, mostMails: 2 })).toContain('2 reminders do not go, because there may be only 2 mails about one agreement.');
  expect(settingsInWords(USUAL_SETTINGS).join(' ')).not.toContain('not go');
});
