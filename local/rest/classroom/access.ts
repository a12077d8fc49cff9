import { accountBy } from '../../workspace/account-id.ts';
import type { CourseData, CoursePostData, PersonData } from '../../workspace/data.ts';
import { ApiError } from '../../workspace/errors.ts';
import type { ApiRequest, Caller } from '../api.ts';

export const classroomScopes = (names: string): string[] => names.split(' ').map((name) => `https://www.googleapis.com/auth/classroom.${name}`);

export const denied = (message = 'The caller does not have permission'): ApiError => new ApiError(403, message, 'PERMISSION_DENIED', 'forbidden');
export const notFound = (): ApiError => new ApiError(404, 'Requested entity was not found.', 'NOT_FOUND', 'notFound');
export const invalid = (message = 'Request contains an invalid argument.'): ApiError => new ApiError(400, message, 'INVALID_ARGUMENT', 'badRequest');
export const failedPrecondition = (message: string): ApiError => new ApiError(400, message, 'FAILED_PRECONDITION', 'failedPrecondition');

/** docs/workspace/classroom/troubleshooting/common-errors.md: what another project made is not this one's to change. */
export const otherProject = (): ApiError =>
  denied('@ProjectPermissionDenied The Developer Console project is not permitted to make this request on the requested item.');

export const isAdmin = (caller: Caller): boolean => caller.workspace.people.find(caller.email)?.isAdmin ?? false;
export const teaches = (caller: Caller, course: CourseData): boolean => course.ownerId === caller.email || course.teachers.includes(caller.email);
export const isIn = (caller: Caller, course: CourseData): boolean => teaches(caller, course) || course.students.includes(caller.email);

/** docs/workspace/classroom/reference/rest/v1/courses.md, "CourseState": who sees a course that is not there for everybody in it. */
export function maySee(caller: Caller, course: CourseData): boolean {
  if (course.courseState === 'SUSPENDED') return course.ownerId === caller.email;
  if (course.courseState === 'PROVISIONED' || course.courseState === 'DECLINED') return course.ownerId === caller.email || isAdmin(caller);
  return isIn(caller, course) || isAdmin(caller);
}

/**
 * The course of the path, by id or alias.
 * @throws ApiError 404 when there is none, 403 when the caller may not see it
 */
export function courseOf(caller: Caller, request: ApiRequest): CourseData {
  const id = request.path['courseId'] ?? request.path['id'] ?? '';
  const { courses } = caller.workspace.data;
  const course = courses[id] ?? Object.values(courses).find((each) => each.aliases?.includes(id));
  if (!course) throw notFound();
  if (!maySee(caller, course)) throw denied();
  return course;
}

/** The same, for those who may change it: its teachers and administrators. */
export function courseToChange(caller: Caller, request: ApiRequest): CourseData {
  const course = courseOf(caller, request);
  if (!teaches(caller, course) && !isAdmin(caller)) throw denied();
  return course;
}

/**
 * The same, for what stands in its stream: administrators may read that only (docs/workspace/classroom/guides/key-concepts/user-types.md).
 * @throws ApiError 400 while the course's state lets nothing be changed
 */
export function courseToTeach(caller: Caller, request: ApiRequest): CourseData {
  const course = courseOf(caller, request);
  if (!teaches(caller, course)) throw denied();
  refuseUnlessModifiable(course);
  return course;
}

export function refuseUnlessModifiable(course: CourseData): void {
  if (course.courseState === 'ACTIVE' || course.courseState === 'PROVISIONED') return;
  throw failedPrecondition(`@CourseNotModifiable The course cannot be modified in its state ${course.courseState}.`);
}

/** A post of the course. @throws ApiError 404 when there is none of the kind, 403 for one that the caller may not see */
export function postOf(caller: Caller, course: CourseData, kind: CoursePostData['kind'], id: string): CoursePostData {
  const post = course.posts?.find((each) => each.id === id && each.kind === kind);
  if (!post) throw notFound();
  if (!maySeePost(caller, course, post)) throw denied();
  return post;
}

/** Drafts and deleted ones are for the course's teachers and administrators (courses.courseWorkMaterials.md, "CourseWorkMaterialState"). */
export function maySeePost(caller: Caller, course: CourseData, post: CoursePostData): boolean {
  return post.state === 'PUBLISHED' || teaches(caller, course) || isAdmin(caller);
}

/** `me`, a number or an address. @throws ApiError 400 for none of these, 404 for somebody who is not there */
export function personOf(caller: Caller, key: string): PersonData {
  if (key !== 'me' && !/^\d{21}$/.test(key) && !key.includes('@')) throw invalid();
  const person = accountBy(caller.workspace, key === 'me' ? caller.email : key);
  if (!person) throw notFound();
  return person;
}

/** The names in an `updateMask`. @throws ApiError 400 for none, or one that may not be changed */
export function maskOf(updateMask: string | undefined, changeable: readonly string[]): string[] {
  const mask = updateMask
    ?.split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  if (!mask || mask.length === 0) throw invalid('updateMask: Invalid update mask.');
  const stray = mask.find((field) => !changeable.includes(field));
  if (stray !== undefined) throw invalid(`Non-supported update mask fields specified: ${stray}`);
  return mask;
}
