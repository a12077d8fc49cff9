import { expect, test } from '@jest/globals';
import type { MailboxState } from '../../src/messages/triage/mailbox.ts';
import { allowDeleting, aMonitoredSchool, mailFrom } from '../support/mail.ts';
import type { SchoolUnderTest } from '../support/school.ts';

const FRIEND = 'friend@example.org';

function stateOfMailbox(school: SchoolUnderTest): string | undefined {
  // Each look at the whole set-up takes a good part of a minute's calls.
  school.workspace.clock.pass(60_000);
  const { steps } = school.as(school.people.office).get<{ steps: { id: string; state: string }[] }>('readSetUp');
  return steps.find(({ id }) => id === 'mailbox')?.state;
}

function make(school: SchoolUnderTest): string {
  const answer = school.as(school.people.office).call('makeStep', { id: 'mailbox' });
  return answer.ok ? 'made' : answer.message;
}

function change(school: SchoolUnderTest, how: (state: MailboxState) => Partial<MailboxState>): void {
  const properties = school.workspace.data.scripts[school.handrail.officeId]?.properties.script ?? {};
  const state = JSON.parse(properties['mailbox'] ?? '{}') as MailboxState;
  properties['mailbox'] = JSON.stringify({ ...state, ...how(state) });
}

test('C1: a mailbox that sends everything on to somebody else is not fit, and the page says where that is switched off', () => {
  const school = aMonitoredSchool();
  expect(stateOfMailbox(school)).toBe('there');
  const { data } = school.workspace.mail.mailbox(school.people.office);
  data.autoForwarding = { enabled: true, emailAddress: FRIEND, disposition: 'leaveInInbox' };
  expect(stateOfMailbox(school)).toBe('to be mended');
  expect(make(school)).toContain('Disable forwarding');
});

test('C1: journal mode that may not delete for good says so, until it may', () => {
  const school = aMonitoredSchool('journal');
  const { people, workspace } = school;
  workspace.mail.receive(mailFrom(FRIEND, people.pupil, 'See you at football on Saturday.'));
  school.beat();
  expect(stateOfMailbox(school)).toBe('to be mended');
  expect(make(school)).toContain('--with mail-journal');
  allowDeleting(school);
  workspace.mail.receive(mailFrom(FRIEND, people.pupil, 'Or on Sunday.'));
  school.beat();
  expect(stateOfMailbox(school)).toBe('there');
});

test('messages that could not be read are shown, and read again when somebody says so', () => {
  const school = aMonitoredSchool();
  const { people, workspace } = school;
  workspace.mail.send(people.teacher, mailFrom(people.teacher, people.office, 'Please look at this', 'Set aside'));
  const [message] = workspace.mail.mailbox(people.office).search('subject:"Set aside"');
  change(school, ({ history }) => ({
    history: String(Math.max(Number(history), message?.historyId ?? 0)),
    unread: { [message?.id ?? '']: { since: '2026-09-07T06:00:00.000Z', tries: 40 } },
  }));
  expect(stateOfMailbox(school)).toBe('to be mended');
  expect(make(school)).toBe('made');
  school.beat();
  expect(stateOfMailbox(school)).toBe('there');
  expect(
    school
      .sheet('records', 'Flags')
      .slice(1)
      .filter(([flag]) => flag !== ''),
  ).toHaveLength(1);
});
