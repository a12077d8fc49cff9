import { expect, test } from '@jest/globals';
import type { MailRules } from '../../src/messages/gmail/see-mail-rules.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

const box = (school: SchoolUnderTest) => school.workspace.mail.mailbox(school.people.office);
const filters = (school: SchoolUnderTest) => box(school).data.filters;
const see = (school: SchoolUnderTest) => school.as(school.people.technician).get<MailRules>('seeMailRules').filters;
const mend = (school: SchoolUnderTest) => school.as(school.people.technician).get<MailRules['filters']>('mendMailFilters');
const state = (school: SchoolUnderTest) =>
  school
    .as(school.people.office)
    .get<{ steps: { id: string; state: string }[] }>('readSetUp')
    .steps.find(({ id }) => id === 'mail-filters')?.state;
const labelOf = (school: SchoolUnderTest, id: string) => box(school).label(id)?.name ?? id;

test('C1: the set-up makes the filters of the safeguarding mailbox: never spam, and a label by category and height', () => {
  const school = aSchool();
  expect(see(school)).toMatchObject({ missing: 0, changed: 0, strange: [] });
  expect(state(school)).toBe('there');
  for (const { action } of filters(school)) expect(action).toMatchObject({ removeLabelIds: ['SPAM'] });
  expect(filters(school).filter(({ action }) => !action.addLabelIds)).toHaveLength(1);
  expect(filters(school).every(({ action }) => action.forward === undefined)).toBe(true);
});

test('C1: a copy that Gmail takes for spam comes into the inbox with its label', () => {
  const school = aSchool();
  const { office } = school.people;
  school.workspace.mail.receive(`From: jo@example.org\r\nTo: ${office}\r\nSubject: x\r\n\r\nwe know where you live\r\n`, { spam: true });
  const message = Object.values(box(school).data.messages).find(({ raw }) => raw.includes('we know where you live'));
  expect(message?.labelIds).not.toContain('SPAM');
  expect(message?.labelIds.map((id) => labelOf(school, id))).toContain('Handrail/Words/threats, medium');
});

test('C1: filters that are missing, changed by hand or somebody else’s are told apart, and a press mends what is Handrail’s', () => {
  const school = aSchool();
  const all = filters(school).length;
  const [, first, second, third] = filters(school);
  if (!first || !second || !third) throw new Error('no filters');
  box(school).data.filters = filters(school).filter((filter) => filter !== first);
  second.criteria = { query: '"something else"' };
  third.action = { ...third.action, addLabelIds: [...(third.action.addLabelIds ?? []), 'TRASH'] };
  box(school).data.filters.push({ id: 'odd', criteria: { from: 'jo@example.org' }, action: { addLabelIds: ['TRASH'], removeLabelIds: ['INBOX'] } });
  expect(see(school)).toEqual({
    there: all - 3,
    missing: 3,
    changed: 2,
    strange: ['Mail with from jo@example.org: puts it into the bin, takes it out of the inbox.'],
  });
  expect(state(school)).toBe('to be mended');
  expect(mend(school)).toMatchObject({ there: all, missing: 0, changed: 0, strange: [expect.stringContaining('jo@example.org')] });
  expect(filters(school).map(({ id }) => id)).toContain('odd');
  expect(filters(school)).toHaveLength(all + 1);
});

test('C1: pressed again, nothing is made twice', () => {
  const school = aSchool();
  const before = structuredClone(filters(school));
  expect(mend(school)).toEqual(see(school));
  expect(filters(school)).toEqual(before);
});

test('C1: words that the school adds itself are missing in Gmail until somebody presses', () => {
  const school = aSchool();
  const own = { phrases: 'the bench behind the gym', category: 'bullying', severity: 2, why: 'It is said there', key: 'press-0001-of-own-rule' };
  const { version } = school.as(school.people.dsl).get<{ version: string }>('readMonitoring');
  school.as(school.people.dsl).get('addOwnRule', { ...own, version });
  const rules = school.as(school.people.technician).get<MailRules>('seeMailRules');
  expect(rules.filters).toMatchObject({ missing: 1 });
  expect(JSON.stringify(rules.settings)).toContain('the\\\\s+bench\\\\s+behind');
  expect(mend(school)).toMatchObject({ missing: 0, changed: 0 });
});

test('C1: a mailbox whose filters are used up is refused in words, and nothing is lost', () => {
  const school = aSchool();
  box(school).data.filters = Array.from({ length: 990 }, (_, index) => ({
    id: `f${index}`,
    criteria: { from: `f${index}@example.org` },
    action: { addLabelIds: ['STARRED'] },
  }));
  expect(school.as(school.people.technician).call('mendMailFilters')).toMatchObject({ ok: false, code: 'too-many-filters' });
  expect(filters(school)).toHaveLength(990);
});

test('C1: whichever call fails while filters are mended, afterwards each is there once', () => {
  const damaged = () => {
    const school = aSchool();
    const [, first] = filters(school);
    const third = filters(school)[20];
    box(school).data.filters = filters(school).filter((filter) => filter !== first);
    box(school).data.labels = box(school).data.labels.filter(({ id }) => !first?.action.addLabelIds?.includes(id));
    if (third) third.criteria = { query: '"something else"' };
    return school;
  };
  faultSweep({
    arrange: damaged,
    clone: (school) => school.another(),
    operation: (school, faults) => {
      const { run } = school.door(school.people.technician, 'mendMailFilters', {}, faults);
      if (!run) throw new Error('the door did not run');
      return run;
    },
    meanwhile: mend,
    recover: mend,
    invariant: (school) => {
      expect(see(school)).toMatchObject({ missing: 0, changed: 0, strange: [] });
      const keys = filters(school).map(({ criteria, action }) => JSON.stringify([criteria, action]));
      expect(new Set(keys).size).toBe(keys.length);
    },
  });
});
