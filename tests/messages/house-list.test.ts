import { expect, test } from '@jest/globals';
import type { BreachLine } from '../../src/messages/house/see-breaches.ts';
import { aMonitoredSchool, mailFrom } from '../support/mail.ts';
import type { SchoolUnderTest } from '../support/school.ts';

const CHAIN = 'Pass this on to all your contacts within 2 days and your wish comes true';

function list(school: SchoolUnderTest, who: string = school.people.dsl): { waiting: BreachLine[]; seen: BreachLine[] } {
  return school.as(who).get('seeHouseRules', {});
}

/** A school that reads all mail of its pupils, to which a chain letter came twice. */
function withChainLetter(): SchoolUnderTest {
  const school = aMonitoredSchool('journal');
  const { pupil } = school.people;
  const mail = mailFrom('k.doe@example.org', pupil, CHAIN);
  school.workspace.mail.receive(mail);
  school.workspace.mail.receive(mail);
  school.beat();
  return school;
}

test('C5: a chain letter to a pupil stands on the list once', () => {
  const school = withChainLetter();
  school.beat();
  expect(list(school).waiting).toMatchObject([{ rule: 'A chain letter: it asks to be passed on to many', from: 'k.doe@example.org', to: school.people.pupil }]);
});

test('C5: somebody sees to it once; nobody sees what they had a part in', () => {
  const school = withChainLetter();
  const { dsl, deputy } = school.people;
  const [line] = list(school).waiting;
  school.as(dsl).get('settleHouseRule', { key: 'press-0001-of-house', id: line?.id });
  school.as(deputy).get('settleHouseRule', { key: 'press-0002-of-house', id: line?.id });
  expect(list(school).waiting).toEqual([]);
  expect(list(school, deputy).seen[0]?.seen).toContain(dsl);
  school.workspace.mail.send(dsl, mailFrom(dsl, school.people.pupil, CHAIN));
  school.beat();
  expect(list(school).waiting).toEqual([]);
  expect(list(school, deputy).waiting).toHaveLength(1);
  const refused = school.as(dsl).call('settleHouseRule', { key: 'press-0003-of-house', id: list(school, deputy).waiting[0]?.id });
  expect(refused).toMatchObject({ ok: false, code: 'unknown-breach' });
});

test('C6: once the school has said which addresses are permitted, other mail of pupils is listed', () => {
  const school = aMonitoredSchool('journal');
  const { dsl, pupil } = school.people;
  const { version } = school.as(dsl).get<{ version: string }>('readMonitoring');
  const house = { visibleRecipients: '20', permittedDomains: 'exam-board.example' };
  school.as(dsl).get('setHouseRules', { key: 'press-0001-of-domains', why: 'As the policy says', version, ...house });
  school.workspace.mail.receive(mailFrom('results@exam-board.example', pupil, 'Your certificate is ready.'));
  school.workspace.mail.receive(mailFrom('friend@example.org', pupil, 'Are you coming on Saturday?'));
  school.beat();
  expect(list(school).waiting.map(({ what }) => what)).toEqual(['friend@example.org']);
});

test('B5: a private account that may be the DSL’s own is on the list of others, and neither shown to the DSL nor settled by them', () => {
  const school = aMonitoredSchool('journal');
  const { dsl, deputy, pupil } = school.people;
  const account = dsl.replace(/@.*/, '@mail.example');
  school.workspace.mail.receive(mailFrom(account, pupil, 'See you on Sunday, bring your boots'));
  school.beat();
  const [line] = list(school, deputy).waiting;
  expect(line?.from).toBe(account);
  expect(list(school).waiting).toEqual([]);
  expect(school.as(dsl).call('settleHouseRule', { key: 'press-0001-of-private', id: line?.id })).toMatchObject({ ok: false, code: 'unknown-breach' });
});
