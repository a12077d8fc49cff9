import { expect, test } from '@jest/globals';
import type { MailboxState } from '../../src/messages/triage/mailbox.ts';
import { allowDeleting, aMonitoredSchool, mailFrom } from '../support/mail.ts';
import { callsOf } from './mailbox/world.ts';

const MANY = 5_000;
const FIVE_MINUTES = 300_000;
const ORDINARY = [
  'Are you coming to football on Saturday? Bring your boots.',
  'Miss said the fractions homework is due on Thursday, question 6 is hard.',
  'Thanks for the cake at the weekend, it was lovely to see everybody.',
  'The library book about volcanoes is due back, can you bring it?',
  'Can I borrow your blue pencil tomorrow, mine is broken.',
];
const THREAT = 'I know where you live and I am going to kill you tomorrow after school.';

test('C1: five thousand copied messages in one round: each is read once, beat by beat, the harmless ones are gone, and no limit of Google’s is reached', () => {
  const school = aMonitoredSchool('journal');
  allowDeleting(school);
  const { people, workspace } = school;
  const pupils = Object.values(workspace.data.people).filter(({ orgUnitPath }) => orgUnitPath.startsWith('/Pupils'));
  const threats = 12;
  for (let at = 0; at < MANY; at += 1) {
    workspace.clock.pass(1);
    const text = at % Math.floor(MANY / threats) === 100 ? `${THREAT} ${at}` : `${ORDINARY[at % ORDINARY.length]} (${at})`;
    workspace.mail.receive(mailFrom(`friend${at}@example.org`, pupils[at % pupils.length]?.email ?? '', text, `Message ${at}`));
  }
  const office = workspace.mail.mailbox(people.office);
  const copied = () => office.search('from:example.org in:anywhere').length;
  expect(copied()).toBe(MANY);
  const calls: Record<string, number> = {};
  let beats = 0;
  let longest = 0;
  for (; beats < 60 && copied() > threats; beats += 1) {
    const run = school.beat();
    expect(run.error).toBeUndefined();
    for (const [name, count] of Object.entries(callsOf(run))) calls[name] = (calls[name] ?? 0) + count;
    longest = Math.max(longest, run.ms);
    workspace.clock.pass(FIVE_MINUTES - run.ms);
  }
  const ofGmail = Object.entries(calls).filter(([name]) => name.startsWith('Gmail.'));
  const gmail = ofGmail.reduce((sum, [, count]) => sum + count, 0);
  const all = Object.values(calls).reduce((sum, count) => sum + count, 0);
  console.info(
    `${MANY} messages: ${beats} beats, the longest ${Math.round(longest / 1000)} s; a message ${(gmail / MANY).toFixed(2)} calls of Gmail, ${(all / MANY).toFixed(2)} in all`,
    Object.fromEntries(ofGmail),
  );
  expect(copied()).toBe(threats);
  expect(
    school
      .sheet('records', 'Flags')
      .slice(1)
      .filter(([flag]) => flag !== ''),
  ).toHaveLength(threats);
  const kept = JSON.parse(workspace.data.scripts[school.handrail.officeId]?.properties.script['mailbox'] ?? '{}') as MailboxState;
  expect(kept.weeks).toEqual([['2026-09-07', MANY, MANY - threats]]);
  expect(calls['Gmail.Users.Messages.get']).toBe(MANY);
  expect(gmail / MANY).toBeLessThan(1.1);
  expect(longest).toBeLessThan(75_000);
});
