import { expect, test } from '@jest/globals';
import { weeklyMails } from '../../src/messages/triage/weekly.ts';
import { maySeeFlag } from '../../src/messages/triage/who-sees.ts';
import { at, SCHOOL } from '../support/clock.ts';
import { FilingOffice, mail } from '../support/filing.ts';
import { aMonitoredSchool, mailFrom } from '../support/mail.ts';

const WEEK = { since: '2026-08-31T08:00:00.000Z', now: '2026-09-07T09:00:00.000Z' };
const THREAT = 'I know where you live. I am going to kill you tomorrow after school, you are dead.';

test('C1: the weekly mail says how many and where the list is, to whoever may see them, and names nobody', () => {
  const office = new FilingOffice();
  office.file(mail({ text: 'you smell' }, 'bullying', 1), mail({ text: 'ugly' }, 'bullying', 1), mail({ text: 'i will stab you' }, 'threat', 3));
  const mails = weeklyMails(office.flags, (row, email) => maySeeFlag({ email }, row, SCHOOL), WEEK, SCHOOL);
  expect(mails.map(({ to }) => to[0])).toEqual([at('dsl'), at('first'), at('second')]);
  for (const { body, mayWait } of mails) {
    expect(body).toContain('- high: 1\n- medium: 0\n- low, in the list alone: 2');
    expect(body).toContain('?page=flags');
    expect(body).not.toMatch(/smell|ugly|stab|ben|amira/i);
    expect(mayWait).toBe(true);
  }
});

test('B5: a flag that names somebody is not even counted for them', () => {
  const office = new FilingOffice();
  office.file(mail({ from: at('dsl') }, 'bullying', 1), mail({ from: at('first') }, 'bullying', 1));
  const mails = weeklyMails(office.flags, (row, email) => maySeeFlag({ email }, row, SCHOOL), WEEK, SCHOOL);
  expect(mails.map(({ to }) => to[0])).toEqual([at('head')]);
});

test('C1: the weekly mail comes once, on the day of the digest, and again when a week has passed', () => {
  const school = aMonitoredSchool('journal');
  const { people, workspace } = school;
  workspace.mail.receive(mailFrom('k.doe@example.org', people.pupil, THREAT));
  const weekly = () => school.mailTo(people.dsl).filter(({ subject }) => subject === 'Handrail: flagged messages of the week in numbers');
  // Of this week the mail went when nothing had come yet.
  for (const day of [7, 14, 21]) {
    workspace.clock.moveTo(Date.UTC(2026, 8, day, 8, 30));
    for (let beat = 0; beat < 3; beat += 1) {
      workspace.clock.pass(300_000);
      school.beat();
    }
  }
  expect(weekly().map(({ text }) => /high: (\d)/.exec(text)?.[1])).toEqual(['1', '0']);
  expect(weekly()[1]?.text).toContain('One of all waits');
});
