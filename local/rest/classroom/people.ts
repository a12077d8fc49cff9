import { accountBy, accountId } from '../../workspace/account-id.ts';
import type { CourseData } from '../../workspace/data.ts';
import type { ApiMethod, ApiRequest, Caller } from '../api.ts';
import { pageOf } from '../paging.ts';
import { readParameters } from '../parameters.ts';
import { classroomScopes, courseOf, denied, isAdmin, isIn, personOf, teaches } from './access.ts';

const ROSTER = classroomScopes('rosters rosters.readonly profile.emails profile.photos');
const GUARDIANS = classroomScopes('guardianlinks.students guardianlinks.students.readonly guardianlinks.me.readonly');
const EMAILS = 'https://www.googleapis.com/auth/classroom.profile.emails';

export const peopleMethods: ApiMethod[] = [
  roster('teachers', (course) => course.teachers),
  roster('students', (course) => course.students),
  {
    id: 'classroom.userProfiles.get',
    verb: 'GET',
    path: '/v1/userProfiles/{userId}',
    scopes: ROSTER,
    call(caller, request) {
      const person = accountBy(caller.workspace, request.path['userId'] === 'me' ? caller.email : (request.path['userId'] ?? ''));
      // "If no profile exists with the requested ID" the answer is the same as for one that may not be seen.
      if (!person || !maySee(caller, person.email)) throw denied();
      return profile(caller, person.email);
    },
  },
  {
    id: 'classroom.userProfiles.guardians.list',
    verb: 'GET',
    path: '/v1/userProfiles/{studentId}/guardians',
    scopes: GUARDIANS,
    call: guardians,
  },
];

function roster(kind: 'teachers' | 'students', members: (course: CourseData) => string[]): ApiMethod {
  return {
    id: `classroom.courses.${kind}.list`,
    verb: 'GET',
    path: `/v1/courses/{courseId}/${kind}`,
    scopes: ROSTER,
    ms: 250,
    call(caller, request) {
      const query = readParameters(request.query, { pageSize: 'integer', pageToken: 'string' });
      const course = courseOf(caller, request);
      const { items, nextPageToken } = pageOf(members(course), query.pageSize || 30, query.pageToken);
      const people = items.map((email) => ({ courseId: course.id, userId: accountId(email), profile: profile(caller, email) }));
      return { ...(people.length > 0 ? { [kind]: people } : {}), ...(nextPageToken ? { nextPageToken } : {}) };
    },
  };
}

/** Oneself, anyone for an administrator, and those one shares a course with. */
function maySee(caller: Caller, email: string): boolean {
  if (email === caller.email || isAdmin(caller)) return true;
  return Object.values(caller.workspace.data.courses).some(
    (course) => isIn(caller, course) && (course.students.includes(email) || course.teachers.includes(email)),
  );
}

/** Administrators see everybody's guardians, teachers their pupils', pupils their own. */
function guardians(caller: Caller, request: ApiRequest) {
  const query = readParameters(request.query, { invitedEmailAddress: 'string', pageSize: 'integer', pageToken: 'string' });
  const everyone = request.path['studentId'] === '-';
  if ((everyone || query.invitedEmailAddress !== undefined) && !isAdmin(caller)) throw denied();
  const student = everyone ? undefined : personOf(caller, request.path['studentId'] ?? '').email;
  const courses = Object.values(caller.workspace.data.courses);
  const taught = student !== undefined && courses.some((course) => teaches(caller, course) && course.students.includes(student));
  if (student !== undefined && student !== caller.email && !taught && !isAdmin(caller)) throw denied();

  const links = courses.flatMap((course) => Object.entries(course.guardians)).filter(([pupil]) => student === undefined || pupil === student);
  const pairs = new Map(links.flatMap(([pupil, parents]) => parents.map((parent) => [`${pupil} ${parent}`, { pupil, parent }] as const)));
  const wanted = [...pairs.values()].filter(({ parent }) => query.invitedEmailAddress === undefined || parent === query.invitedEmailAddress.toLowerCase());
  const { items, nextPageToken } = pageOf(wanted, query.pageSize || 100, query.pageToken);
  const shown = items.map(({ pupil, parent }) => ({
    studentId: accountId(pupil),
    guardianId: accountId(parent),
    guardianProfile: profile(caller, parent),
    ...(isAdmin(caller) ? { invitedEmailAddress: parent } : {}),
  }));
  return { ...(shown.length > 0 ? { guardians: shown } : {}), ...(nextPageToken ? { nextPageToken } : {}) };
}

/** Addresses come with the scope for addresses only (docs/workspace/classroom/reference/rest/v1/userProfiles.md). */
function profile(caller: Caller, email: string) {
  const person = caller.workspace.people.find(email);
  const [givenName, familyName] = person ? [person.givenName, person.familyName] : [email, ''];
  const withEmail = caller.scopes.includes('*') || caller.scopes.includes(EMAILS);
  return {
    id: accountId(email),
    name: { givenName, familyName, fullName: `${givenName} ${familyName}`.trim() },
    ...(withEmail ? { emailAddress: email } : {}),
  };
}
