import { expect, test } from '@jest/globals';
import { execute } from '../../local/apps-script/engine.ts';
import type { Workspace } from '../../local/workspace/workspace.ts';
import { anEmptyWorkspace, aScript, OFFICE, runScript, TEACHER } from '../support/script.ts';

const PUPIL = 'pip@quillhaven.example';

function aClass() {
  const workspace = anEmptyWorkspace();
  workspace.people.add({ email: PUPIL, givenName: 'Pip', familyName: 'Lane' });
  workspace.people.add({ email: 'ada@home.example', givenName: 'Ada', familyName: 'Lane', hasAccount: false });
  workspace.data.courses['4'] = {
    id: '4',
    name: 'Class 4B',
    section: 'Year 4',
    ownerId: TEACHER,
    courseState: 'ACTIVE',
    teachers: [TEACHER],
    students: [PUPIL],
    guardians: { [PUPIL]: ['ada@home.example'] },
  };
  return workspace;
}

/** Runs `main()` as somebody who has agreed to every scope. */
function runAs(email: string, workspace: Workspace, source: string) {
  const script = aScript(workspace, source);
  script.grants[email] = ['*'];
  return execute(workspace, { scriptId: script.id, kind: 'editor', active: email, effective: email, fn: 'main' });
}

const caught = (call: string) => `function main() { try { return ${call} } catch (e) { return [e.details.code, e.details.message] } }`;
const DENIED = [403, 'The caller does not have permission'];

// docs/workspace/classroom/reference/rest/v1/courses/get.md
test('a course is there for those in it; others are refused, and their list has no courses field', () => {
  const workspace = aClass();
  expect(runAs(PUPIL, workspace, caught(`Classroom.Courses.get('4').name`)).value).toBe('Class 4B');
  expect(runScript(caught(`Classroom.Courses.get('4')`), { workspace, as: OFFICE }).value).toEqual(DENIED);
  expect(runScript(caught(`Classroom.Courses.get('5')`), { workspace, as: TEACHER }).value).toEqual([404, 'Requested entity was not found.']);
  expect(runScript(caught('Classroom.Courses.list({ pageSize: 10 })'), { workspace, as: OFFICE }).value).toEqual({});
});

test('a course is made for oneself, changed by its mask, and found by its alias', () => {
  const { value, error } = runScript(
    `function main() {
      const made = Classroom.Courses.create({ name: 'Year 4 Maths', section: 'A', ownerId: 'me' });
      Classroom.Courses.Aliases.create({ alias: 'p:maths' }, made.id);
      const changed = Classroom.Courses.patch({ section: 'B', name: 'ignored' }, made.id, { updateMask: 'section' });
      return [made.courseState, changed.section, changed.name, Classroom.Courses.get('p:maths').id === made.id];
    }`,
    { workspace: aClass(), as: TEACHER },
  );
  expect(error).toBeUndefined();
  expect(value).toEqual(['PROVISIONED', 'B', 'Year 4 Maths', true]);
});

// docs/workspace/classroom/reference/rest/v1/userProfiles.md: emailAddress wants classroom.profile.emails
test('a roster shows addresses only with the scope for them', () => {
  const workspace = aClass();
  const scope = (...names: string[]) => ({ workspace, as: TEACHER, scopes: names.map((name) => `https://www.googleapis.com/auth/classroom.${name}`) });
  const source = `function main() { return Classroom.Courses.Students.list('4').students.map((s) => [s.profile.name.fullName, s.profile.emailAddress]) }`;
  expect(runScript(source, scope('rosters.readonly')).value).toEqual([['Pip Lane', undefined]]);
  expect(runScript(source, scope('rosters.readonly', 'profile.emails')).value).toEqual([['Pip Lane', PUPIL]]);
});

// docs/workspace/classroom/reference/rest/v1/userProfiles.guardians/list.md
test('guardians are for the pupil, the pupil’s teachers and administrators', () => {
  const workspace = aClass();
  const source = caught(`Classroom.UserProfiles.Guardians.list('${PUPIL}').guardians.map((g) => g.guardianProfile.name.fullName)`);
  expect(runScript(source, { workspace, as: TEACHER }).value).toEqual(['Ada Lane']);
  expect(runScript(source, { workspace, as: OFFICE }).value).toEqual(DENIED);
  expect(runScript(caught(`Classroom.UserProfiles.Guardians.list('-')`), { workspace, as: TEACHER }).value).toEqual(DENIED);
});

// docs/workspace/classroom/reference/rest/v1/courses.courseWorkMaterials/create.md
test('a teacher posts a link as material, pupils find it when it is published and cannot post', () => {
  const workspace = aClass();
  const post = (state: string) =>
    caught(
      `Classroom.Courses.CourseWorkMaterials.create({ title: 'Report a worry', state: '${state}', materials: [{ link: { url: 'https://quillhaven.example/report' } }] }, '4').title`,
    );
  expect(runScript(post('PUBLISHED'), { workspace, as: TEACHER }).value).toBe('Report a worry');
  expect(runScript(post('DRAFT'), { workspace, as: TEACHER }).value).toBe('Report a worry');
  expect(runAs(PUPIL, workspace, post('PUBLISHED')).value).toEqual(DENIED);
  const { value } = runAs(PUPIL, workspace, `function main() { return Classroom.Courses.CourseWorkMaterials.list('4').courseWorkMaterial }`);
  expect(value).toEqual([
    expect.objectContaining({ title: 'Report a worry', state: 'PUBLISHED', materials: [{ link: { url: 'https://quillhaven.example/report' } }] }),
  ]);
});
