import type { GroupData, PersonData } from '../workspace/data.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { CLASSES, YEARS, yearName } from './families.ts';
import { DOMAIN, people } from './staff.ts';

/** Groups whose members the role account may see: it is a manager of them, because an administrator it must not be. */
const MANAGED = /^(staff|governors|class-\w+)$/;

/** The school's mailing groups; `pupils@` and `everyone@` hold other groups, as schools do it. */
export function addGroups(workspace: Workspace): void {
  const all = workspace.people.all().filter((person) => person.domain === DOMAIN);
  const add = (name: string, title: string, description: string, members: readonly string[]) => {
    const email = `${name}@${DOMAIN}`;
    const managers: GroupData['members'] = MANAGED.test(name) ? [{ email: people.office, role: 'MANAGER' }] : [];
    workspace.data.groups[email] = {
      email,
      name: title,
      description,
      members: [...managers, ...members.map((member) => ({ email: member, role: 'MEMBER' as const }))],
    };
  };
  const emails = (wanted: (person: PersonData) => boolean) => all.filter(wanted).map((person) => person.email);

  add(
    'staff',
    'All staff',
    'Everyone employed at Quillhaven.',
    emails((person) => person.record?.role === 'staff'),
  );
  add(
    'teachers',
    'Teachers',
    'Class and subject teachers.',
    emails((person) => person.orgUnitPath === '/Staff/Teachers'),
  );
  add(
    'support-staff',
    'Support staff',
    'Assistants, office, site and network.',
    emails((person) => person.orgUnitPath === '/Staff/Support'),
  );
  add(
    'slt',
    'Senior leadership team',
    'Head, deputies and DSL.',
    emails((person) => person.orgUnitPath === '/Staff/Leadership'),
  );
  add('dsl-team', 'Safeguarding team', 'The DSL and the deputy DSL.', [people.dsl, people.deputy]);
  add(
    'governors',
    'Governing board',
    'Governors and their clerk.',
    workspace.people
      .all()
      .filter((person) => person.record?.role === 'governor')
      .map((person) => person.email),
  );
  add(
    'guests',
    'Guests',
    'Supply staff and others with an account for a while.',
    emails((person) => person.orgUnitPath === '/Guests'),
  );
  for (const name of CLASSES) {
    add(
      `class-${name.toLowerCase()}`,
      `Class ${name}`,
      `Pupils of ${name}.`,
      emails((person) => person.record?.role === 'pupil' && person.record.className === name),
    );
  }
  for (const year of YEARS) {
    const name = `pupils-${yearName(year).toLowerCase().replace(' ', '')}`;
    add(name, `Pupils, ${yearName(year)}`, `Both classes of ${yearName(year)}.`, [
      `class-${year}a@${DOMAIN}`.toLowerCase(),
      `class-${year}b@${DOMAIN}`.toLowerCase(),
    ]);
  }
  add(
    'pupils',
    'All pupils',
    'Reception to Year 6.',
    YEARS.map((year) => `pupils-${yearName(year).toLowerCase().replace(' ', '')}@${DOMAIN}`),
  );
}

export const ORG_UNITS: readonly string[] = [
  '/',
  '/Staff',
  '/Staff/Leadership',
  '/Staff/Teachers',
  '/Staff/Support',
  '/Governors',
  '/Guests',
  '/Role accounts',
  '/Pupils',
  ...YEARS.map((year) => `/Pupils/${yearName(year)}`),
];

/** Teachers for whom the school has bought a licence with Classroom add-ons; the others have Fundamentals. */
const LICENSED: readonly string[] = [people.teacher, people.computingLead];

/** One Classroom course for each class, taught by its teacher, with parents as guardians. */
export function addCourses(workspace: Workspace): void {
  for (const email of LICENSED) {
    const person = workspace.people.find(email);
    if (person) person.licence = 'Teaching and Learning';
  }
  const everyone = workspace.people.all();
  const parents = everyone.filter((person) => person.record?.role === 'parent');
  for (const name of CLASSES) {
    const inClass = everyone.filter((person) => person.record?.className === name);
    const teacher = inClass.find((person) => person.record?.jobTitle.endsWith('Teacher'));
    if (!teacher) throw new Error(`class ${name} has no teacher`);
    const students = inClass.filter((person) => person.record?.role === 'pupil').map((person) => person.email);
    const id = workspace.newId(12, '123456789');
    workspace.data.courses[id] = {
      id,
      name: `Class ${name}`,
      section: yearName(name.slice(0, 1)),
      ownerId: teacher.email,
      courseState: 'ACTIVE',
      creationTime: workspace.clock.now(),
      updateTime: workspace.clock.now(),
      teachers: [teacher.email, ...inClass.filter((person) => person.record?.jobTitle === 'Teaching Assistant').map((person) => person.email)],
      students,
      guardians: Object.fromEntries(
        students.map((student) => [student, parents.filter((parent) => parent.record?.parentOf.includes(student)).map((parent) => parent.email)]),
      ),
    };
  }
}
