import { expect, test } from '@jest/globals';
import { aClassroom, aPost, asked, askedWith, PUPIL } from '../support/classroom.ts';
import { aScript, OFFICE, TEACHER } from '../support/script.ts';

const DENIED = [403, 'The caller does not have permission'];
const MATERIALS = 'Classroom.Courses.CourseWorkMaterials';
const LINK = 'https://script.google.com/macros/s/AKfycb/exec?page=lesson-rules';

function aTeachersScript() {
  const { workspace, course } = aClassroom();
  const script = aScript(workspace, '');
  script.grants[PUPIL] = ['*'];
  return { workspace, course, ask: (as: string, expression: string) => asked(workspace, script, as, expression) };
}

// docs/workspace/classroom/reference/rest/v1/courses.courseWorkMaterials.md
test('a material that is published has an address in Classroom; a draft has none and is its teachers’ alone', () => {
  const { ask, course } = aTeachersScript();
  const published = ask(
    TEACHER,
    `${MATERIALS}.create({ title: 'Rules', state: 'PUBLISHED', materials: [{ link: { url: '${LINK}', title: 'mine' } }] }, '${course.id}')`,
  );
  const id = course.posts?.[0]?.id ?? '';
  const inAddress = (text: string) => Buffer.from(text).toString('base64url');
  expect(published).toMatchObject({
    courseId: course.id,
    state: 'PUBLISHED',
    materials: [{ link: { url: LINK } }],
    alternateLink: `https://classroom.google.com/c/${inAddress(course.id)}/m/${inAddress(id)}/details`,
  });
  expect(ask(TEACHER, `${MATERIALS}.create({ title: 'Later' }, '${course.id}')`)).toMatchObject({ state: 'DRAFT' });
  expect(ask(TEACHER, `${MATERIALS}.create({ title: 'Later' }, '${course.id}').alternateLink`)).toBeUndefined();
  const draft = course.posts?.[1]?.id;
  expect(ask(PUPIL, `${MATERIALS}.get('${course.id}', '${id}').title`)).toBe('Rules');
  expect(ask(PUPIL, `${MATERIALS}.get('${course.id}', '${draft}').title`)).toEqual(DENIED);
  const drafts = `(${MATERIALS}.list('${course.id}', { courseWorkMaterialStates: ['DRAFT', 'PUBLISHED'] }).courseWorkMaterial || []).map((m) => m.title)`;
  expect(ask(TEACHER, drafts)).toEqual(['Later', 'Later', 'Rules']);
  expect(ask(PUPIL, drafts)).toEqual(['Rules']);
});

test('materials are found by a piece of their link, oldest or newest first', () => {
  const { ask, course } = aTeachersScript();
  aPost(course, { title: 'One', materials: [{ link: { url: 'https://example.org/a' } }] });
  aPost(course, { title: 'Two', creationTime: 5, materials: [{ link: { url: 'https://example.org/b' } }] });
  const list = (options: string) => ask(TEACHER, `(${MATERIALS}.list('${course.id}', ${options}).courseWorkMaterial || []).map((m) => m.title)`);
  expect(list(`{}`)).toEqual(['Two', 'One']);
  expect(list(`{ orderBy: 'updateTime asc' }`)).toEqual(['One', 'Two']);
  expect(list(`{ materialLink: 'example.org/a' }`)).toEqual(['One']);
  expect(list(`{ orderBy: 'title' }`)).toEqual([400, 'Request contains an invalid argument.']);
});

// courses.courseWorkMaterials/patch.md
test('a patch changes what its mask names, and a link cannot be exchanged', () => {
  const { ask, course } = aTeachersScript();
  ask(TEACHER, `${MATERIALS}.create({ title: 'Rules', description: 'old', materials: [{ link: { url: '${LINK}' } }] }, '${course.id}')`);
  const patch = (body: string, mask: string) =>
    ask(TEACHER, `${MATERIALS}.patch(${body}, '${course.id}', '${course.posts?.[0]?.id}', { updateMask: '${mask}' })`);
  expect(patch(`{ title: 'Ground rules' }`, 'title,description')).not.toHaveProperty('description');
  expect(patch(`{ title: '' }`, 'title')).toEqual([400, 'Request contains an invalid argument.']);
  expect(patch(`{ materials: [] }`, 'materials')).toEqual([400, 'Non-supported update mask fields specified: materials']);
  expect(patch(`{ state: 'PUBLISHED' }`, 'state')).toMatchObject({ title: 'Ground rules', state: 'PUBLISHED' });
  expect(patch(`{ state: 'DRAFT' }`, 'state')).toEqual([400, 'Request contains an invalid argument.']);
});

// courses.courseWorkMaterials/delete.md, troubleshooting/common-errors.md
test('only the project that made a material deletes it, and only once', () => {
  const { workspace, ask, course } = aTeachersScript();
  ask(TEACHER, `${MATERIALS}.create({ title: 'Rules' }, '${course.id}')`);
  const remove = `${MATERIALS}.remove('${course.id}', '${course.posts?.[0]?.id}')`;
  const another = aScript(workspace, '');
  expect(asked(workspace, another, TEACHER, remove)).toEqual([403, expect.stringMatching(/^@ProjectPermissionDenied /)]);
  expect(ask(PUPIL, remove)).toEqual(DENIED);
  expect(ask(TEACHER, remove)).toEqual({});
  expect(ask(TEACHER, remove)).toEqual([400, 'Precondition check failed.']);
  expect(ask(TEACHER, `${MATERIALS}.get('${course.id}', '${course.posts?.[0]?.id}').state`)).toBe('DELETED');
});

// guides/key-concepts/user-types.md, troubleshooting/common-errors.md
test('an administrator reads a class’s materials and posts none, and nobody posts in an archived class', () => {
  const { workspace, ask, course } = aTeachersScript();
  aPost(course);
  const office = workspace.people.find(OFFICE);
  if (office) office.isAdmin = true;
  const create = `${MATERIALS}.create({ title: 'Rules' }, '${course.id}').title`;
  expect(ask(OFFICE, `${MATERIALS}.list('${course.id}').courseWorkMaterial.length`)).toBe(1);
  expect(ask(OFFICE, create)).toEqual(DENIED);
  course.courseState = 'ARCHIVED';
  expect(ask(TEACHER, create)).toEqual([400, expect.stringMatching(/^@CourseNotModifiable /)]);
  expect(ask(TEACHER, `${MATERIALS}.create({ title: 'Rules' }, '1').title`)).toEqual([404, 'Requested entity was not found.']);
});

test('each scope lets a script do what the reference says of it and nothing else', () => {
  const { workspace, course } = aClassroom();
  aPost(course);
  const list = `${MATERIALS}.list('${course.id}').courseWorkMaterial.length`;
  const create = `${MATERIALS}.create({ title: 'Rules' }, '${course.id}').title`;
  const courses = `Classroom.Courses.list({ teacherId: 'me' }).courses.map((c) => c.name)`;
  const students = `Classroom.Courses.Students.list('${course.id}').students.length`;
  const refused = expect.stringMatching(/permission/i);
  expect(askedWith(workspace, TEACHER, ['classroom.courseworkmaterials.readonly'], list)).toBe(1);
  expect(askedWith(workspace, TEACHER, ['classroom.courseworkmaterials.readonly'], create)).toEqual(refused);
  expect(askedWith(workspace, TEACHER, ['classroom.courseworkmaterials'], create)).toBe('Rules');
  expect(askedWith(workspace, TEACHER, ['classroom.courseworkmaterials'], courses)).toEqual(refused);
  expect(askedWith(workspace, TEACHER, ['classroom.courses.readonly'], courses)).toEqual(['Class 4B']);
  expect(askedWith(workspace, TEACHER, ['classroom.courses.readonly'], students)).toEqual(refused);
  expect(askedWith(workspace, TEACHER, ['classroom.rosters.readonly'], students)).toBe(1);
});

// courses/list.md, courses.md "CourseState", troubleshooting/common-errors.md
test('a teacher’s classes are listed by state and by page, and not for a teacher and a pupil at once', () => {
  const { workspace, course, ask } = aTeachersScript();
  for (const [id, courseState] of [
    ['1', 'ACTIVE'],
    ['2', 'ARCHIVED'],
    ['3', 'DECLINED'],
  ] as const) {
    workspace.data.courses[id] = { ...course, id, name: `Class ${id}`, courseState };
  }
  const names = (options: string) => ask(TEACHER, `Classroom.Courses.list(${options}).courses.map((c) => c.name)`);
  expect(names(`{ teacherId: 'me', courseStates: ['ACTIVE'] }`)).toHaveLength(2);
  expect(names(`{ teacherId: 'me', courseStates: ['ARCHIVED', 'DECLINED'] }`)).toEqual(['Class 3', 'Class 2']);
  expect(ask(PUPIL, `Classroom.Courses.list({ studentId: 'me', courseStates: ['DECLINED'] }).courses`)).toBeUndefined();
  const both = `Classroom.Courses.list({ pageSize: 3, pageToken: Classroom.Courses.list({ pageSize: 3 }).nextPageToken }).courses.length`;
  expect(ask(TEACHER, both)).toBe(1);
  expect(names(`{ teacherId: 'me', studentId: 'me' }`)).toEqual([400, expect.stringMatching(/^@ListCoursesStudentAndTeacherFilter /)]);
});

// courses.md, "CourseState"
test('a course goes from one state to another as Classroom lets it, and is changed in two of them only', () => {
  const { course, ask } = aTeachersScript();
  const patch = (body: string, mask: string) => ask(TEACHER, `Classroom.Courses.patch(${body}, '${course.id}', { updateMask: '${mask}' }).courseState`);
  expect(patch(`{ courseState: 'DECLINED' }`, 'courseState')).toEqual([400, 'Request contains an invalid argument.']);
  expect(patch(`{ courseState: 'ARCHIVED' }`, 'courseState')).toBe('ARCHIVED');
  expect(patch(`{ name: 'New' }`, 'name')).toEqual([400, expect.stringMatching(/^@CourseNotModifiable /)]);
  expect(patch(`{ name: 'New', courseState: 'ACTIVE' }`, 'name,courseState')).toBe('ACTIVE');
  expect(course.name).toBe('New');
});

test('Classroom answers at its own host', () => {
  const { ask, course } = aTeachersScript();
  const fetched = (host: string) =>
    ask(
      TEACHER,
      `JSON.parse(UrlFetchApp.fetch('https://${host}/v1/courses/${course.id}', { headers: { Authorization: 'Bearer ' + ScriptApp.getOAuthToken() } })).name`,
    );
  expect(fetched('classroom.googleapis.com')).toBe('Class 4B');
  expect(fetched('www.googleapis.com')).toMatch(/not in the local Workspace/);
});
