import { expect, test } from '@jest/globals';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

const HEADINGS = 'email,given name,family name,role,class,job title,parent of';

/** How often a page reads Sheets: Google gives the role account sixty reads a minute for the whole school. */
function readsOf(school: SchoolUnderTest, email: string, fn: string): number {
  return (school.door(email, fn, {}).run?.calls ?? []).filter(({ name }) => /^Sheets\..*(get|batchGet)$/.test(name)).length;
}

function nameOf(school: SchoolUnderTest, email: string): string {
  const answer = school.as(email).call('home');
  return answer.ok ? answer.visit.me.name : answer.message;
}

test('the first page takes one read of Sheets, whoever opens it', () => {
  const school = aSchool();
  for (const person of [school.people.teacher, school.people.pupil, school.people.dsl]) expect(readsOf(school, person, 'home')).toBe(1);
});

test('a list of people counts from the moment it is imported, however large', () => {
  const school = aSchool();
  const { teacher, office } = school.people;
  expect(nameOf(school, teacher)).toBe('Sam Okafor');
  const others = Array.from({ length: 3_000 }, (_, index) => `p${index}@quillhaven.example,Zoë${index},O’Neill,pupil,3A,,`);
  school.as(office).get('importRoll', { csv: [HEADINGS, ...others, `${teacher},Samuel,Okafor-Grant,staff,3A,Teacher,`].join('\r\n') });
  expect(nameOf(school, teacher)).toBe('Samuel Okafor-Grant');
  expect(readsOf(school, teacher, 'home')).toBe(1);
  expect(nameOf(school, 'p2999@quillhaven.example')).toBe('Zoë2999 O’Neill');
});

test('what somebody changes in the Sheet by hand counts within a few minutes', () => {
  const school = aSchool();
  const { teacher, office } = school.people;
  const sheet = school.workspace.data.spreadsheets[school.fileId('people')]?.sheets[0];
  const row = sheet?.rows.findIndex((cells) => cells?.[0]?.v === teacher) ?? -1;
  school.type(office, 'people', sheet?.name ?? '', row + 1, 2, 'Samuel');
  school.pass(5);
  expect(nameOf(school, teacher)).toBe('Samuel Okafor');
});

test('a list of which a part was dropped is read again', () => {
  const school = aSchool();
  const { teacher, office } = school.people;
  expect(nameOf(school, teacher)).toBe('Sam Okafor');
  const cache = school.workspace.data.scripts[school.handrail.officeId]?.cache ?? {};
  const parts = Object.keys(cache).filter((key) => key.includes('roll-'));
  expect(parts.length).toBeGreaterThan(1);
  delete cache[parts[1] ?? ''];
  const { run } = school.door(teacher, 'home', {});
  expect(run?.calls.map(({ name }) => name)).toContain('Sheets.Spreadsheets.Values.get');
  expect(nameOf(school, teacher)).toBe('Sam Okafor');
  expect(nameOf(school, office)).toBe(office);
});
