import { people } from '../../local/school/staff.ts';
import { aSchool, type SchoolUnderTest } from '../../tests/support/school.ts';

const CLASS_SIZE = 30;
const DOMAIN = 'quillhaven.example';

/** Pupils by class, in a school of a given size. */
export interface Crowd {
  school: SchoolUnderTest;
  pupils: { email: string; className: string }[];
}

/** Quillhaven with a list of so many people: a tenth staff, half pupils of Years 3 to 6, the rest their parents. */
export function crowd(count: number): Crowd {
  const school = aSchool();
  const posts = [people.head, people.dsl, people.deputy, people.senco, people.chair, people.networkManager, people.businessManager];
  const staff = numbered('staff', Math.max(0, Math.round(count / 10) - posts.length));
  const pupils = numbered('pupil', Math.round(count / 2)).map((email, index) => ({
    email,
    className: `${3 + (Math.floor(index / CLASS_SIZE) % 4)} ${Math.floor(index / CLASS_SIZE / 4)}`,
  }));
  const parents = numbered('parent', count - posts.length - staff.length - pupils.length);
  for (const email of [...staff, ...pupils.map((pupil) => pupil.email)])
    school.workspace.people.add({ email, givenName: 'Bench', familyName: email.split('@')[0] ?? '' });
  const rows = [
    ['email', 'given name', 'family name', 'role', 'class', 'parent of'],
    ...[...posts, ...staff].map((email) => [email, 'Bench', email.split('@')[0] ?? '', 'staff', '', '']),
    ...pupils.map(({ email, className }) => [email, 'Bench', email.split('@')[0] ?? '', 'pupil', className, '']),
    ...parents.map((email, index) => [email, 'Bench', email.split('@')[0] ?? '', 'parent', '', pupils[index % pupils.length]?.email ?? '']),
  ];
  school.as(people.office).get('importRoll', { csv: rows.map((row) => row.join(',')).join('\r\n') });
  return { school, pupils };
}

function numbered(name: string, count: number): string[] {
  const domain = name === 'parent' ? 'example.org' : DOMAIN;
  return Array.from({ length: count }, (_, index) => `${name}.${index + 1}@${domain}`);
}
