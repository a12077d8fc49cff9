import { accountId } from '../../workspace/account-id.ts';
import { courseLink } from '../../workspace/classroom.ts';
import type { CourseData } from '../../workspace/data.ts';
import { ApiError } from '../../workspace/errors.ts';
import type { ApiMethod, ApiRequest, Caller } from '../api.ts';
import { pageOf } from '../paging.ts';
import { readParameters } from '../parameters.ts';
import {
  classroomScopes,
  courseOf,
  courseToChange,
  denied,
  failedPrecondition,
  invalid,
  isAdmin,
  maskOf,
  maySee,
  personOf,
  refuseUnlessModifiable,
  teaches,
} from './access.ts';

const COURSES = '/v1/courses';
const ONE = `${COURSES}/{id}`;
const READ = classroomScopes('courses courses.readonly');
const WRITE = classroomScopes('courses');
const STATES = ['ACTIVE', 'ARCHIVED', 'PROVISIONED', 'DECLINED', 'SUSPENDED'];
/** docs/workspace/classroom/reference/rest/v1/courses.md, "CourseState": which state may follow which. */
const STATES_AFTER: Record<CourseData['courseState'], readonly string[]> = {
  ACTIVE: ['ARCHIVED'],
  ARCHIVED: ['ACTIVE'],
  PROVISIONED: ['ACTIVE', 'DECLINED'],
  DECLINED: ['PROVISIONED'],
  SUSPENDED: [],
};
const WRITABLE = ['name', 'section', 'descriptionHeading', 'description', 'room', 'courseState'] as const;

export const courseMethods: ApiMethod[] = [
  {
    id: 'classroom.courses.list',
    verb: 'GET',
    path: COURSES,
    scopes: READ,
    ms: 250,
    call(caller, request) {
      const query = readParameters(request.query, {
        studentId: 'string',
        teacherId: 'string',
        courseStates: 'strings',
        pageSize: 'integer',
        pageToken: 'string',
      });
      if (query.courseStates?.some((state) => !STATES.includes(state))) throw invalid();
      if (query.studentId && query.teacherId) {
        throw failedPrecondition('@ListCoursesStudentAndTeacherFilter Cannot filter on both student and teacher.');
      }
      const student = query.studentId === undefined ? undefined : personOf(caller, query.studentId).email;
      const teacher = query.teacherId === undefined ? undefined : personOf(caller, query.teacherId).email;
      const courses = Object.values(caller.workspace.data.courses)
        .filter((course) => maySee(caller, course))
        .filter((course) => !query.courseStates || query.courseStates.includes(course.courseState))
        .filter((course) => student === undefined || course.students.includes(student))
        .filter((course) => teacher === undefined || course.teachers.includes(teacher))
        .reverse();
      const { items, nextPageToken } = pageOf(courses, query.pageSize || 100, query.pageToken);
      return { ...(items.length > 0 ? { courses: items.map((course) => resource(caller, course)) } : {}), ...(nextPageToken ? { nextPageToken } : {}) };
    },
  },
  { id: 'classroom.courses.get', verb: 'GET', path: ONE, scopes: READ, ms: 150, call: (caller, request) => resource(caller, courseOf(caller, request)) },
  { id: 'classroom.courses.create', verb: 'POST', path: COURSES, scopes: WRITE, body: true, ms: 900, call: create },
  {
    id: 'classroom.courses.update',
    verb: 'PUT',
    path: ONE,
    scopes: WRITE,
    body: true,
    ms: 400,
    call: (caller, request) => change(caller, request, [...WRITABLE]),
  },
  {
    id: 'classroom.courses.patch',
    verb: 'PATCH',
    path: ONE,
    scopes: WRITE,
    body: true,
    ms: 400,
    call(caller, request) {
      return change(caller, request, maskOf(readParameters(request.query, { updateMask: 'string' }).updateMask, WRITABLE));
    },
  },
  {
    id: 'classroom.courses.aliases.create',
    verb: 'POST',
    path: `${COURSES}/{courseId}/aliases`,
    scopes: WRITE,
    body: true,
    ms: 300,
    call(caller, request) {
      const course = courseToChange(caller, request);
      const alias = aliasOf((request.body as { alias?: unknown } | null)?.alias);
      // docs/workspace/classroom/reference/rest/v1/courses.aliases/create.md: domain aliases are for administrators.
      if (alias.startsWith('d:') && !isAdmin(caller)) throw denied();
      refuseTaken(caller, alias);
      course.aliases = [...(course.aliases ?? []), alias];
      return { alias };
    },
  },
];

function create(caller: Caller, request: ApiRequest) {
  const body = (request.body ?? {}) as Partial<CourseData>;
  if (!body.name) throw invalid('Course name is required.');
  if (!body.ownerId) throw invalid('Course owner is required.');
  const owner = personOf(caller, body.ownerId);
  if (owner.email !== caller.email && !isAdmin(caller)) throw denied();
  const aliases = body.id === undefined ? [] : [aliasOf(body.id)];
  for (const alias of aliases) refuseTaken(caller, alias);
  const now = caller.workspace.clock.now();
  const course: CourseData = {
    id: caller.workspace.newId(12, '123456789'),
    name: body.name,
    section: '',
    ownerId: owner.email,
    courseState: 'PROVISIONED',
    teachers: [owner.email],
    students: [],
    guardians: {},
    aliases,
    creationTime: now,
    updateTime: now,
  };
  caller.workspace.data.courses[course.id] = Object.assign(course, fieldsOf(body, [...WRITABLE]));
  return resource(caller, course);
}

function change(caller: Caller, request: ApiRequest, fields: string[]) {
  const course = courseToChange(caller, request);
  const changes = fieldsOf((request.body ?? {}) as Partial<CourseData>, fields);
  if (changes.courseState === undefined || changes.courseState === course.courseState) refuseUnlessModifiable(course);
  else if (!STATES_AFTER[course.courseState].includes(changes.courseState)) throw invalid();
  Object.assign(course, changes, { updateTime: caller.workspace.clock.now() });
  return resource(caller, course);
}

function fieldsOf(body: Partial<CourseData>, fields: string[]): Partial<CourseData> {
  if (body.courseState !== undefined && !STATES.includes(body.courseState)) throw invalid();
  return Object.fromEntries(WRITABLE.filter((field) => fields.includes(field) && body[field] !== undefined).map((field) => [field, body[field]]));
}

function aliasOf(value: unknown): string {
  if (typeof value !== 'string' || !/^[dp]:\S{1,254}$/.test(value)) throw invalid();
  return value;
}

function refuseTaken(caller: Caller, alias: string): void {
  const taken = Object.values(caller.workspace.data.courses).some((course) => course.aliases?.includes(alias));
  if (taken) throw new ApiError(409, 'Requested entity already exists', 'ALREADY_EXISTS', 'alreadyExists');
}

/** docs/workspace/classroom/reference/rest/v1/courses.md: the enrolment code is for teachers; there is no Meet link. */
function resource(caller: Caller, course: CourseData) {
  const time = (at: number | undefined) => new Date(at ?? 0).toISOString();
  const given = {
    section: course.section,
    descriptionHeading: course.descriptionHeading,
    description: course.description,
    room: course.room,
    calendarId: course.calendarId,
  };
  return {
    id: course.id,
    name: course.name,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value)),
    ownerId: accountId(course.ownerId),
    creationTime: time(course.creationTime),
    updateTime: time(course.updateTime),
    courseState: course.courseState,
    alternateLink: courseLink(course),
    ...(teaches(caller, course) ? { enrollmentCode: accountId(course.id).slice(-7) } : {}),
    guardiansEnabled: true,
  };
}
