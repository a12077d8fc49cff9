import { expect, test } from '@jest/globals';
import type { FlagList } from '../../src/messages/dispositions/list-flags.ts';
import type { MonitoringPage } from '../../src/messages/settings/read-monitoring.ts';
import { type WeekSeen, weeklyMails } from '../../src/messages/triage/weekly.ts';
import { maySeeFlag } from '../../src/messages/triage/who-sees.ts';
import { at, SCHOOL } from '../support/clock.ts';
import { FilingOffice, mail } from '../support/filing.ts';
import { flagged, withFlags } from '../support/flags.ts';
import { aMonitoredSchool, mailFrom } from '../support/mail.ts';
import { newKey } from '../support/working.ts';

const WEEK = { since: '2026-08-31T08:00:00.000Z', now: '2026-09-07T09:00:00.000Z' };
const CHAIN = 'Pass this on to all your contacts within 2 days and your wish comes true';
const THREAT = 'I know where you live. I am going to kill you tomorrow after school, you are dead.';

const FLAGS_ALONE: Omit<WeekSeen, 'flags'> = { proposals: 0, breaches: 0, lapses: '' };

function mailsOf({ flags }: FilingOffice, besides = FLAGS_ALONE) {
  return weeklyMails((email) => ({ flags: flags.filter((row) => maySeeFlag({ email }, row, SCHOOL)), ...besides }), WEEK, SCHOOL);
}

test('C1: the weekly mail says how many and where the list is, to whoever may see them, and names nobody', () => {
  const office = new FilingOffice();
  office.file(mail({ text: 'you smell' }, 'bullying', 1), mail({ text: 'ugly' }, 'bullying', 1), mail({ text: 'i will stab you' }, 'threat', 3));
  const mails = mailsOf(office);
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
  const mails = mailsOf(office);
  expect(mails.map(({ to }) => to[0])).toEqual([at('head')]);
});

test('C1, C5: the weekly mail says that rules are proposed for change and that house rules wait, also when nothing was flagged', () => {
  const office = new FilingOffice();
  expect(mailsOf(office)).toEqual([]);
  const [first] = mailsOf(office, { ...FLAGS_ALONE, proposals: 1 });
  expect(first?.body).toContain('One rule is proposed for change there');
  expect(first?.body).not.toContain('house-rules');
  const [second] = mailsOf(office, { ...FLAGS_ALONE, breaches: 3 });
  expect(second?.body).toMatch(/3 lines wait for somebody to look at:\s+https:\S+\?page=house-rules$/);
  expect(second?.body).not.toContain('proposed');
});

test('C1, C5, B5: the weekly mail counts what each may see: a noisy rule until it is muted, and nobody’s own breach', () => {
  const school = aMonitoredSchool('journal');
  const { people, workspace } = school;
  const noisy = school.as(people.dsl).get<MonitoringPage>('readMonitoring').rules[0]?.id ?? '';
  const reasons = [{ rule: noisy, what: '', version: 1, category: 'bullying' as const, severity: 1 as const, words: 'nobody', against: '' }];
  const flags = Array.from({ length: 5 }, (_, index) => `M-NOISE${index}`);
  withFlags(
    school,
    flags.map((flag) => flagged(flag, { reasons })),
  );
  for (const flag of flags) school.as(people.dsl).get('disposeFlag', { key: newKey(), flag, disposition: 'not a concern', was: '' });
  workspace.mail.send(people.dsl, mailFrom(people.dsl, people.pupil, CHAIN));
  school.beat();
  const mailsTo = (who: string) => school.mailTo(who).filter(({ subject }) => subject.includes('flagged messages of the week'));
  const weekly = (day: number) => {
    workspace.clock.moveTo(Date.UTC(2026, 8, day, 8, 30));
    const before = [people.dsl, people.deputy].map((who) => mailsTo(who).length);
    for (let beat = 0; beat < 3; beat += 1) {
      workspace.clock.pass(300_000);
      school.beat();
    }
    return [people.dsl, people.deputy].map((who, index) =>
      mailsTo(who)
        .slice(before[index])
        .map(({ text }) => text)
        .join(),
    );
  };
  const first = weekly(14);
  expect(first.map((text) => text.includes('One rule is proposed'))).toEqual([true, true]);
  expect(first.map((text) => text.includes('page=house-rules'))).toEqual([false, true]);
  const { version } = school.as(people.dsl).get<{ version: string }>('readMonitoring');
  school.as(people.dsl).get('muteRule', { key: newKey(), version, why: 'Noisy', rule: noisy, until: '01/12/2026' });
  expect(school.as(people.dsl).get<FlagList>('listFlags').proposals).toEqual([]);
  expect(weekly(21).map((text) => text.includes('proposed'))).toEqual([false, false]);
});

test('C1: the DSL and the headteacher hear weeks before that the decision on all mail lapses; a deputy, who cannot decide it, does not', () => {
  const school = aMonitoredSchool('journal');
  const { people, workspace } = school;
  const saidOn = (month: number, day: number) => {
    workspace.clock.moveTo(Date.UTC(2027, month - 1, day, 8, 30));
    const of = (who: string) => school.mailTo(who).filter(({ text }) => text.includes('holds until 31/07/2027')).length;
    const before = [people.dsl, people.head, people.deputy].map(of);
    school.beat();
    workspace.clock.pass(300_000);
    school.beat();
    return [people.dsl, people.head, people.deputy].map((who, index) => of(who) - (before[index] ?? 0));
  };
  expect(saidOn(6, 21)).toEqual([0, 0, 0]);
  expect(saidOn(7, 5)).toEqual([1, 1, 0]);
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
