import { expect, test } from '@jest/globals';
import { isUrgent } from '../../src/incidents/clock/urgent.ts';
import { CATEGORIES } from '../../src/messages/message.ts';
import { tellOfSeveral } from '../../src/messages/triage/alerts-several.ts';
import { at } from '../support/clock.ts';
import { FilingOffice, mail } from '../support/filing.ts';

const NOW = Date.parse('2026-09-07T08:00:00.000Z');

function beats(office: FilingOffice, minutes: number): void {
  for (let passed = 5; passed <= minutes; passed += 5) {
    office.records.now = new Date(NOW + passed * 60_000).toISOString();
    tellOfSeveral(office.visit);
  }
}

test('C1: a high message is mailed at once and a medium one as well, each naming nobody and nothing', () => {
  const office = new FilingOffice();
  office.file(mail({ text: 'i will stab you' }, 'threat', 3), mail({ from: at('cara'), text: 'you smell' }, 'bullying', 2));
  expect(office.mails.map(({ subject }) => subject)).toEqual(['Handrail: an urgent concern is waiting for you', 'Handrail: a new concern is waiting for you']);
  for (const { subject, body } of office.mails) expect(`${subject}${body}`).not.toMatch(/stab|smell|amira|ben|cara|khan|threat|bully/i);
});

test('C1: a low message is mailed to nobody and opens no case', () => {
  const office = new FilingOffice();
  office.file(mail({}, 'bullying', 1));
  expect([office.mails, office.cases]).toEqual([[], []]);
});

test('C1: five hundred flags make no flood of mails, and every high one is in a mail of its moment', () => {
  const office = new FilingOffice();
  const all = Array.from({ length: 500 }, (_, index) =>
    mail({ from: `x${index}@example.org` }, index % 5 === 0 ? 'threat' : 'bullying', index % 5 === 0 ? 3 : 2),
  );
  for (let start = 0; start < all.length; start += 20) office.file(...all.slice(start, start + 20));
  const high = office.cases.filter(isUrgent).map(({ reference }) => reference);
  expect(high).toHaveLength(100);
  const told = office.mails.filter(({ subject }) => subject.includes('urgent')).map(({ body }) => body);
  for (const reference of high) expect(told.filter((body) => body.includes(reference))).toHaveLength(1);
  const single = office.mails.filter(({ subject }) => !subject.includes('urgent'));
  expect([told.length, single.length]).toEqual([25, 4]);

  beats(office, 40);
  const gathered = office.mails.slice(told.length + single.length);
  expect(gathered.map(({ to, subject }) => [to, subject])).toEqual(
    ['dsl', 'first', 'second'].map((reader) => [[at(reader)], 'Handrail: several concerns are waiting for you']),
  );
  expect(gathered[0]?.body).toContain('396 concerns wait');
});

test('C1: mails about several come an hour apart, and further apart once the day has brought enough', () => {
  const office = new FilingOffice();
  const dsl = () => office.mails.filter(({ to }) => to.includes(at('dsl'))).length;
  for (let passed = 0; passed < 24 * 60; passed += 5) {
    office.records.now = new Date(NOW + passed * 60_000).toISOString();
    office.file(mail({ from: `x${passed}@example.org` }, 'bullying', 2));
    tellOfSeveral(office.visit);
  }
  expect(dsl()).toBeGreaterThan(8);
  expect(dsl()).toBeLessThanOrEqual(18);
});

test('B5: whoever may not read what waits by then is not even told that there is something', () => {
  const office = new FilingOffice();
  for (let index = 0; index < 5; index += 1) office.file(mail({ from: `x${index}@example.org` }, 'bullying', 2));
  const [last] = office.cases.slice(-1);
  office.records.ledger.record(
    [{ action: 'case handed over', subject: last?.reference ?? '', payload: { from: 'dsl', to: 'staff', why: 'x' } }],
    office.records.now,
  );
  const before = office.mails.length;
  beats(office, 60);
  expect(office.mails.slice(before)).toEqual([]);
});

test('C1: a further high message of a conversation is mailed at once, further medium ones while nobody has looked are not', () => {
  const office = new FilingOffice();
  office.file(mail({ thread: 'T' }, 'bullying', 2));
  office.file(mail({ thread: 'T' }, 'bullying', 2));
  expect(office.mails).toHaveLength(1);
  office.file(mail({ thread: 'T' }, 'threat', 3), mail({ thread: 'T' }, 'threat', 3));
  expect(office.mails.map(({ subject }) => subject).slice(1)).toEqual(['Handrail: something urgent was added to a concern']);
  expect(isUrgent(office.onlyCase)).toBe(true);
});

test.each(CATEGORIES)('C1: whatever must be acted on today in %s must be opened in the set time (rule 3)', (category) => {
  const office = new FilingOffice();
  office.file(mail({}, category, 3));
  expect(isUrgent(office.onlyCase)).toBe(true);
  expect(office.mails[0]?.subject).toContain('urgent');
});

test.each(CATEGORIES)('C1: what is medium in %s wakes nobody, but for images of a child (rule 8)', (category) => {
  const office = new FilingOffice();
  office.file(mail({}, category, 2));
  expect(isUrgent(office.onlyCase)).toBe(category === 'nudes');
});

test.each(['self-harm', 'disclosure'] as const)('C1: %s is met with support: nobody is alleged, nothing asks for a sanction', (category) => {
  const office = new FilingOffice();
  office.file(mail({ to: [at('teacher')] }, category, 3));
  expect(office.onlyCase.facts.people.map(({ role }) => role)).not.toContain('alleged');
  const tasks = office.onlyCase.tasks.map(({ id }) => id);
  expect(tasks).toContain(category === 'self-harm' ? 'see-child' : 'see-writer');
  expect(tasks).not.toEqual(expect.arrayContaining(['teach-impact']));
});
