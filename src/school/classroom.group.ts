import { codeOf } from '../records/patience.script.ts';
import { Refusal } from './refusal.ts';
import type { FoundPerson } from './sources.ts';

/**
 * The pupils of an active course, and their guardians where the role account may see them.
 * @param course its name, or its id where several have the same
 * @throws Refusal when Classroom is not switched on, or there is no such course; in Google's words when it may not be read
 */
export function readCourse(course: string): FoundPerson[] {
  const id = courseCalled(course);
  const pupils = pages((page) => {
    const { students, nextPageToken } = classroom().Courses.Students.list(id, page);
    return { items: students, nextPageToken };
  });
  return pupils.flatMap(({ userId = '', profile }) => {
    const pupil = personIn(profile);
    return pupil === null ? [] : [pupil, ...guardiansOf(userId, pupil.email)];
  });
}

function courseCalled(course: string): string {
  const all = pages((page) => {
    const { courses, nextPageToken } = classroom().Courses.list({ courseStates: ['ACTIVE'], ...page });
    return { items: courses, nextPageToken };
  });
  const [found, ...others] = all.filter(({ id, name }) => id === course || name === course);
  if (!found?.id) throw new Refusal('cannot-look-there', 'The role account sees no active course of that name');
  if (others.length > 0) throw new Refusal('cannot-look-there', 'Several courses have that name: enter the number from the course’s details instead');
  return found.id;
}

/** Nobody, where guardians are not in use or not for the role account to see. */
function guardiansOf(userId: string, pupil: string): FoundPerson[] {
  try {
    const guardians = pages((page) => {
      const found = classroom().UserProfiles.Guardians.list(userId, page);
      return { items: found.guardians, nextPageToken: found.nextPageToken };
    });
    return guardians.flatMap(({ guardianProfile }) => {
      const guardian = personIn(guardianProfile);
      return guardian === null ? [] : [{ ...guardian, guardianOf: [pupil] }];
    });
  } catch (error) {
    if (codeOf(error) !== 403) throw error;
    return [];
  }
}

function personIn(profile: GoogleAppsScript.Classroom.Schema.UserProfile | undefined): FoundPerson | null {
  const { emailAddress, name } = profile ?? {};
  if (!emailAddress) return null;
  return { email: emailAddress.toLowerCase(), givenName: name?.givenName ?? '', familyName: name?.familyName ?? '', guardianOf: [] };
}

interface Page<T> {
  items: T[] | undefined;
  nextPageToken: string | undefined;
}

function pages<T>(read: (page: { pageToken?: string }) => Page<T>): T[] {
  const all: T[] = [];
  let token: string | undefined;
  do {
    const { items, nextPageToken } = read(token ? { pageToken: token } : {});
    all.push(...(items ?? []));
    token = nextPageToken;
  } while (token);
  return all;
}

function classroom(): GoogleAppsScript.Classroom {
  if (typeof Classroom === 'undefined')
    throw new Refusal('cannot-look-there', 'Classroom is not switched on: npm run deploy -- --with classroom, then "start"');
  return Classroom;
}
