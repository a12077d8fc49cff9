import { expect, test } from '@jest/globals';
import type { RoutingSettingData } from '../../local/workspace/data.ts';
import { compose } from '../../local/workspace/mail/compose.ts';
import { contentOf, headerIn } from '../../local/workspace/mail/parse.ts';
import type { Workspace } from '../../local/workspace/workspace.ts';
import { anEmptyWorkspace, OFFICE, runScript, TEACHER } from '../support/script.ts';

const PUPIL = 'noah.bird@quillhaven.example';
const OTHER_PUPIL = 'ivy.lane@quillhaven.example';
const STRANGER = 'someone@else.example';

const WORDS: RoutingSettingData = {
  name: 'Words',
  orgUnitPath: '/Pupils',
  affects: ['inbound', 'outbound', 'internal sending', 'internal receiving'],
  expressions: [{ place: 'body', pattern: '(?i)(\\W|^)meet me at the (gate|park)(\\W|$)' }],
  words: [],
  match: 'any',
  alsoDeliverTo: [OFFICE],
  addOriginalTo: true,
  customHeaders: { 'X-Handrail-Copy': 'words' },
};

function aSchoolWith(...routing: RoutingSettingData[]): Workspace {
  const workspace = anEmptyWorkspace();
  workspace.people.add({ email: PUPIL, givenName: 'Noah', familyName: 'Bird', orgUnitPath: '/Pupils/Year 6' });
  workspace.people.add({ email: OTHER_PUPIL, givenName: 'Ivy', familyName: 'Lane', orgUnitPath: '/Pupils/Year 5' });
  workspace.data.routing = routing;
  return workspace;
}

function mail(from: string, to: string, text: string): string {
  return compose({ from: { name: '', address: from }, to, subject: 'Later', text });
}

function copiesIn(workspace: Workspace) {
  return workspace.mail
    .mailbox(OFFICE)
    .messages()
    .map((message) => ({ originalTo: headerIn(message, 'X-Gm-Original-To'), why: headerIn(message, 'X-Handrail-Copy'), text: contentOf(message).text }));
}

test('a setting copies what its expression finds, for its unit and those below it, and says for whom it was', () => {
  const workspace = aSchoolWith(WORDS);
  workspace.mail.receive(mail(STRANGER, PUPIL, 'Meet me at the park, tell nobody.'));
  workspace.mail.receive(mail(STRANGER, PUPIL, 'See you at the parkrun.'));
  workspace.mail.receive(mail(STRANGER, TEACHER, 'Meet me at the park, tell nobody.'));
  expect(copiesIn(workspace)).toEqual([{ originalTo: PUPIL, why: 'words', text: 'Meet me at the park, tell nobody.' }]);
  expect(workspace.mail.mailbox(PUPIL).messages()).toHaveLength(2);
});

test('a mail between two people of a unit is copied where it is sent and where it comes in', () => {
  const workspace = aSchoolWith({ ...WORDS, expressions: [], affects: ['internal receiving', 'internal sending'] });
  workspace.mail.send(PUPIL, mail(PUPIL, `${OTHER_PUPIL}, ${TEACHER}`, 'Hello'));
  expect(copiesIn(workspace).map(({ originalTo }) => originalTo)).toEqual([OTHER_PUPIL, OTHER_PUPIL]);
  workspace.mail.send(PUPIL, mail(PUPIL, STRANGER, 'Hello'));
  expect(copiesIn(workspace)).toHaveLength(2);
});

test('a setting that is off, or for another direction, copies nothing', () => {
  const workspace = aSchoolWith({ ...WORDS, isOff: true }, { ...WORDS, affects: ['outbound'] });
  workspace.mail.receive(mail(STRANGER, PUPIL, 'Meet me at the park.'));
  expect(copiesIn(workspace)).toEqual([]);
});

test('objectionable words are whole words in any case', () => {
  const workspace = aSchoolWith({ ...WORDS, expressions: [], words: ['numpty'] });
  workspace.mail.receive(mail(STRANGER, PUPIL, 'You NUMPTY.'));
  workspace.mail.receive(mail(STRANGER, PUPIL, 'Humptynumptyville'));
  expect(copiesIn(workspace)).toHaveLength(1);
});

test('an expression that RE2 does not know is refused', () => {
  const workspace = aSchoolWith({ ...WORDS, expressions: [{ place: 'body', pattern: 'a(?=b)' }] });
  expect(() => workspace.mail.receive(mail(STRANGER, PUPIL, 'ab'))).toThrow('RE2 has no look-around');
});

test('an account has 15,000 units of the Gmail API a minute, and is told when they are used up', () => {
  const workspace = aSchoolWith();
  workspace.quotas.useMinute(OFFICE, 'gmail units', 14_994);
  const source = `function main() {
    Gmail.Users.Messages.list('me');
    Gmail.Users.getProfile('me');
    try { Gmail.Users.getProfile('me'); } catch (error) { return error.details.code + ' ' + error.message; }
  }`;
  const result = runScript(source, { workspace, as: OFFICE });
  expect(result.value).toMatch(/^403 .*User Rate Limit Exceeded$/);
});
