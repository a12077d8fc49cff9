import { accountBy } from '../../workspace/account-id.ts';
import type { CourseData, PersonData } from '../../workspace/data.ts';
import { ApiError } from '../../workspace/errors.ts';
import type { ApiRequest, Caller } from '../api.ts';

export const classroomScopes = (names: string): string[] => names.split(' ').map((name) => `https://www.googleapis.com/auth/classroom.${name}`);

export const denied = (): ApiError => new ApiError(403, 'The caller does not have permission', 'PERMISSION_DENIED', 'forbidden');
const notFound = (): ApiError => new ApiError(404, 'Requested entity was not found.', 'NOT_FOUND', 'notFound');
export const invalid = (message = 'Request contains an invalid argument.'): ApiError => new ApiError(400, message, 'INVALID_ARGUMENT', 'badRequest');

export const isAdmin = (caller: Caller): boolean => caller.workspace.people.find(caller.email)?.isAdmin ?? false;
export const teaches = (caller: Caller, course: CourseData): boolean => course.ownerId === caller.email || course.teachers.includes(caller.email);
export const isIn = (caller: Caller, course: CourseData): boolean => teaches(caller, course) || course.students.includes(caller.email);

/**
 * The course of the path, by id or alias.
 * @throws ApiError 404 when there is none, 403 when the caller is neither in it nor an administrator
 */
export function courseOf(caller: Caller, request: ApiRequest): CourseData {
  const id = request.path['courseId'] ?? request.path['id'] ?? '';
  const { courses } = caller.workspace.data;
  const course = courses[id] ?? Object.values(courses).find((each) => each.aliases?.includes(id));
  if (!course) throw notFound();
  if (!isIn(caller, course) && !isAdmin(caller)) throw denied();
  return course;
}

/** The same, for those who may change it: its teachers and administrators. */
export function courseToChange(caller: Caller, request: ApiRequest): CourseData {
  const course = courseOf(caller, request);
  if (!teaches(caller, course) && !isAdmin(caller)) throw denied();
  return course;
}

/** `me`, a number or an address. @throws ApiError 400 for none of these, 404 for somebody who is not there */
export function personOf(caller: Caller, key: string): PersonData {
  if (key !== 'me' && !/^\d{21}$/.test(key) && !key.includes('@')) throw invalid();
  const person = accountBy(caller.workspace, key === 'me' ? caller.email : key);
  if (!person) throw notFound();
  return person;
}
