import { expect, test } from '@jest/globals';
import { headerIn } from '../../local/workspace/mail/parse.ts';
import { aMonitoredSchool, mailFrom } from '../support/mail.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

const STRANGER = 'k.doe@example.org';
const THREAT = 'I know where you live. I am going to kill you tomorrow after school, you are dead.';

function labelsIn(school: SchoolUnderTest, email: string): string[] {
  const mailbox = school.workspace.mail.mailbox(email);
  return mailbox.messages().flatMap(({ labelIds }) => labelIds.map((id) => mailbox.label(id)?.name ?? id).filter((name) => /^Handrail\/\w+$/.test(name)));
}

function casesOf(school: SchoolUnderTest): string[] {
  return school
    .sheet('records', 'Cases')
    .slice(1)
    .map((row) => row[0] ?? '')
    .filter((cell) => cell !== '');
}

test('C1: a threat to a pupil reaches the DSL as a case, without anybody forwarding it, and the pupil’s mailbox is left as it is', () => {
  const school = aMonitoredSchool();
  const { people, workspace } = school;
  workspace.mail.receive(mailFrom(STRANGER, people.pupil, THREAT));
  workspace.mail.receive(mailFrom(STRANGER, people.pupil, 'See you at football on Saturday.'));
  school.beat();
  expect(casesOf(school)).toHaveLength(1);
  expect(labelsIn(school, people.office)).toEqual(['Handrail/High']);
  expect(workspace.mail.mailbox(people.pupil).data.labels.filter(({ type }) => type === 'user')).toEqual([]);
  expect(workspace.mail.mailbox(people.pupil).search(`from:${STRANGER}`)).toHaveLength(2);
  const told = JSON.stringify(school.mailTo(people.dsl));
  expect(told).toContain('urgent');
  for (const secret of ['kill', STRANGER, people.pupil]) expect(told).not.toContain(secret);
});

test('C2: whoever writes to the safeguarding mailbox is heard, also while nothing is monitored', () => {
  const school = aSchool();
  const { people, workspace } = school;
  workspace.mail.send(people.teacher, mailFrom(people.teacher, people.office, 'Two of mine have stopped talking to each other. Could you have a look?'));
  school.beat();
  expect(casesOf(school)).toHaveLength(1);
  expect(labelsIn(school, people.office)).toEqual(['Handrail/Medium']);
});

test('C1: the same message to three pupils is one case', () => {
  const school = aMonitoredSchool('journal');
  const { people, workspace } = school;
  const others = Object.values(workspace.data.people).filter(({ orgUnitPath, email }) => orgUnitPath.startsWith('/Pupils') && email !== people.pupil);
  const all = [people.pupil, ...others.slice(0, 2).map(({ email }) => email)];
  workspace.mail.receive(mailFrom(STRANGER, all.join(', '), THREAT));
  const copies = workspace.mail.mailbox(people.office).search(`from:${STRANGER}`);
  expect(copies.map((copy) => headerIn(copy, 'X-Gm-Original-To')).sort()).toEqual([...all].sort());
  school.beat();
  expect(casesOf(school)).toHaveLength(1);
  expect(labelsIn(school, people.office)).toEqual(['Handrail/High', 'Handrail/High', 'Handrail/High']);
});

test('C1: mail that Handrail sends itself is never taken for somebody’s', () => {
  const school = aMonitoredSchool();
  school.workspace.mail.receive(mailFrom(STRANGER, school.people.pupil, THREAT));
  for (let beat = 0; beat < 3; beat += 1) school.beat();
  expect(casesOf(school)).toHaveLength(1);
});
