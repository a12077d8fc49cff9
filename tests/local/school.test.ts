import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { people, quillhaven, roll } from '../../local/school/quillhaven.ts';
import { MONDAY } from '../support/script.ts';

const school = quillhaven(MONDAY);
const everyone = school.people.all();
const count = (role: string) => everyone.filter((person) => person.record?.role === role).length;

test('the same moment gives the same school, ids and all', () => {
  expect(quillhaven(MONDAY).data).toEqual(school.data);
});

test('Quillhaven has the people of a two-form-entry primary school', () => {
  expect(count('staff')).toBe(44);
  expect(count('pupil')).toBe(420);
  expect(count('parent')).toBeGreaterThan(320);
  expect(count('parent')).toBeLessThan(380);
  expect(everyone.filter((person) => person.record?.jobTitle === 'Headteacher')).toHaveLength(1);
  expect(everyone.filter((person) => person.record?.jobTitle === 'Designated Safeguarding Lead')).toHaveLength(1);
  expect(everyone.filter((person) => person.record?.jobTitle.startsWith('Deputy Headteacher'))).toHaveLength(2);
  expect(everyone.filter((person) => person.record?.jobTitle === 'IT Technician')).toHaveLength(1);
});

test('every named person exists', () => {
  expect(Object.values(people).filter((email) => !school.people.find(email))).toEqual([]);
});

test('every class has thirty pupils and one teacher, who owns its course', () => {
  for (const course of Object.values(school.data.courses)) {
    expect(course.students).toHaveLength(30);
    expect(course.teachers).toContain(course.ownerId);
  }
  expect(Object.values(school.data.courses)).toHaveLength(14);
});

test('every pupil has a parent, and parents have private addresses in reserved domains and no account', () => {
  const parents = everyone.filter((person) => person.record?.role === 'parent');
  const children = new Set(parents.flatMap((parent) => parent.record?.parentOf));
  expect(everyone.filter((person) => person.record?.role === 'pupil' && !children.has(person.email))).toEqual([]);
  expect(parents.filter((parent) => parent.hasAccount || !/@example\.(org|com|net)$/.test(parent.email))).toEqual([]);
});

test('no group of adults holds a pupil, and the pupils’ group reaches each of them', () => {
  const pupils = everyone.filter((person) => person.record?.role === 'pupil').map((person) => person.email);
  for (const group of ['staff', 'slt', 'dsl-team', 'governors', 'guests']) {
    expect(pupils.filter((pupil) => school.people.isMember(`${group}@quillhaven.example`, pupil))).toEqual([]);
  }
  expect(pupils.filter((pupil) => !school.people.isMember('pupils@quillhaven.example', pupil))).toEqual([]);
});

test('the roll is a CSV of everybody but role accounts, with children named by address', () => {
  const rows = parse(roll(school), { columns: true }) as Record<string, string>[];
  expect(rows).toHaveLength(everyone.length - 1);
  expect(rows.find((row) => row['email'] === people.parent)).toEqual({
    email: people.parent,
    'given name': 'Nadia',
    'family name': 'Khan',
    role: 'parent',
    class: '',
    'job title': '',
    'parent of': `${people.pupil}; ${people.youngPupil}`,
    year: '',
    'line manager': '',
    leaves: '',
  });
  const found = (email: string) => rows.find((row) => row['email'] === email);
  expect(found(people.pupil)).toMatchObject({ class: '3A', year: '3' });
  expect(found(people.supply)).toMatchObject({ leaves: '2026-10-23' });
});

test('everybody who works at the school but its head has a line manager, and following them leads to the head', () => {
  const above = (email: string) => school.people.find(email)?.record?.lineManager ?? '';
  for (const { email, record } of everyone.filter((person) => person.record?.role === 'staff' || person.record?.role === 'supply')) {
    const chain = [email];
    while (above(chain.at(-1) ?? '') !== '' && chain.length < 6) chain.push(above(chain.at(-1) ?? ''));
    expect([email, record?.jobTitle, chain.at(-1)]).toEqual([email, record?.jobTitle, people.head]);
  }
});
