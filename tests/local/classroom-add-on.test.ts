import { expect, test } from '@jest/globals';
import { newAddOnToken } from '../../local/workspace/classroom.ts';
import { aClassroom, anAddOn, aPost, asked, COLLEAGUE, PUPIL, SETUP, STUDENT_PAGE } from '../support/classroom.ts';
import { aScript, OFFICE, TEACHER } from '../support/script.ts';

const DENIED = [403, 'The caller does not have permission'];
const INVALID = [400, 'Request contains an invalid argument.'];
const MATERIALS = 'Classroom.Courses.CourseWorkMaterials';

const attachment = (more: Record<string, unknown> = {}) =>
  JSON.stringify({ title: 'Ground rules', teacherViewUri: { uri: SETUP }, studentViewUri: { uri: STUDENT_PAGE }, ...more });

/** A licensed teacher who has opened the add-on on a material that was made in Classroom. */
function anOpenAddOn() {
  const { workspace, course } = aClassroom();
  const script = anAddOn(workspace);
  const post = aPost(course);
  const opened = { app: script.id, courseId: course.id, itemId: post.id, email: TEACHER };
  const token = newAddOnToken(workspace, opened);
  const at = `'${course.id}', '${post.id}'`;
  return {
    workspace,
    course,
    script,
    post,
    opened,
    token,
    at,
    ask: (as: string, expression: string) => asked(workspace, script, as, expression),
    create: (body: string, addOnToken = token) => `${MATERIALS}.AddOnAttachments.create(${body}, ${at}, { addOnToken: '${addOnToken}' })`,
  };
}

// docs/workspace/classroom/reference/rest/v1/courses.courseWorkMaterials.addOnAttachments/create.md
test('a teacher whom Classroom opened the add-on for attaches to the post; the pupil’s view is read by pupils and changed by none', () => {
  const { ask, create, at, post } = anOpenAddOn();
  expect(ask(TEACHER, create(attachment()))).toMatchObject({ itemId: post.id, title: 'Ground rules', studentViewUri: { uri: STUDENT_PAGE } });
  const id = post.attachments?.[0]?.id;
  const items = `${MATERIALS}.AddOnAttachments`;
  expect(ask(PUPIL, `${items}.list(${at}).addOnAttachments.map((each) => each.title)`)).toEqual(['Ground rules']);
  expect(ask(PUPIL, `${items}.get(${at}, '${id}').title`)).toBe('Ground rules');
  expect(ask(PUPIL, `${items}.patch({ title: 'Mine' }, ${at}, '${id}', { updateMask: 'title' })`)).toEqual(DENIED);
  expect(ask(PUPIL, `${items}.remove(${at}, '${id}')`)).toEqual(DENIED);
  expect(ask(TEACHER, `${items}.patch({ title: 'Rules' }, ${at}, '${id}', { updateMask: 'title' }).title`)).toBe('Rules');
  expect(ask(TEACHER, `${items}.patch({}, ${at}, '${id}', { updateMask: 'title' })`)).toEqual(INVALID);
  expect(ask(TEACHER, `${items}.get(${at}, '1')`)).toEqual([404, 'Requested entity was not found.']);
  expect(ask(TEACHER, `${items}.remove(${at}, '${id}')`)).toEqual({});
  expect(post.attachments).toEqual([]);
});

// add-ons/developer-guides/project-configuration.md, third-party-first-journey.md
test('nobody attaches but a teacher of the class with the licence, and for whom the add-on is installed', () => {
  const { workspace, ask, create, opened } = anOpenAddOn();
  const as = (email: string) => ask(email, create(attachment(), newAddOnToken(workspace, { ...opened, email })));
  expect(as(PUPIL)).toEqual(DENIED);
  expect(as(COLLEAGUE)).toEqual(DENIED);
  const office = workspace.people.find(OFFICE);
  if (office) Object.assign(office, { isAdmin: true, licence: 'Plus', orgUnitPath: '/Staff' });
  expect(as(OFFICE)).toEqual(DENIED);
  const colleague = workspace.people.find(COLLEAGUE);
  if (colleague) colleague.licence = 'Teaching and Learning';
  expect(as(COLLEAGUE)).toMatchObject({ title: 'Ground rules' });
  if (colleague) colleague.orgUnitPath = '/Elsewhere';
  expect(as(COLLEAGUE)).toEqual(DENIED);
});

// troubleshooting/common-errors.md
test('a token is good for the person, post and add-on it was given for, and for a while', () => {
  const { workspace, ask, create, opened } = anOpenAddOn();
  const wrong = [403, expect.stringMatching(/^@InvalidAddOnToken /)];
  expect(ask(TEACHER, create(attachment(), 'made-up'))).toEqual(wrong);
  for (const other of [{ email: COLLEAGUE }, { itemId: '1' }, { app: 'another' }, { courseId: '1' }]) {
    expect(ask(TEACHER, create(attachment(), newAddOnToken(workspace, { ...opened, ...other })))).toEqual(wrong);
  }
  workspace.clock.moveTo(workspace.clock.now() + 3_600_000);
  expect(ask(TEACHER, create(attachment()))).toEqual([403, expect.stringMatching(/^@ExpiredAddOnToken /)]);
});

test('without a token a script attaches to a material that it made itself, and to no other', () => {
  const { ask, at, course } = anOpenAddOn();
  const create = (where: string) => `${MATERIALS}.AddOnAttachments.create(${attachment()}, ${where}).title`;
  expect(ask(TEACHER, create(at))).toEqual([403, expect.stringMatching(/^@ProjectPermissionDenied /)]);
  const own = ask(TEACHER, `${MATERIALS}.create({ title: 'Own' }, '${course.id}').id`);
  expect(ask(TEACHER, create(`'${course.id}', '${own}'`))).toBe('Ground rules');
});

test('addresses begin as the listing allows, letter for letter, and an attachment has a title and both views', () => {
  const { ask, create } = anOpenAddOn();
  const wrong = [
    'https://elsewhere.example/',
    'https://script.google.com/macros/s/AKfycbOther/exec',
    SETUP.replace('https', 'http'),
    'https://SCRIPT.google.com/macros/s/AKfycbTest/exec',
  ];
  for (const uri of wrong) expect(ask(TEACHER, create(attachment({ studentViewUri: { uri } })))).toEqual(INVALID);
  expect(ask(TEACHER, create(attachment({ title: '' })))).toEqual(INVALID);
  expect(ask(TEACHER, create(attachment({ teacherViewUri: undefined })))).toEqual(INVALID);
  expect(ask(TEACHER, create(attachment({ title: 'x'.repeat(1_001) })))).toEqual(INVALID);
  expect(ask(TEACHER, create(attachment({ colour: 'red' })))).toEqual([400, expect.stringMatching(/Unknown name "colour"/)]);
});

// add-ons/get-started/attachments-journey.md
test('a post holds eight add-on attachments', () => {
  const { ask, create, post } = anOpenAddOn();
  for (let count = 0; count < 8; count += 1) ask(TEACHER, create(attachment()));
  expect(ask(TEACHER, create(attachment()))).toEqual(INVALID);
  expect(post.attachments).toHaveLength(8);
});

test('another project’s add-on sees nothing of an attachment', () => {
  const { workspace, ask, create, at, post } = anOpenAddOn();
  ask(TEACHER, create(attachment()));
  const other = aScript(workspace, '');
  expect(asked(workspace, other, TEACHER, `${MATERIALS}.AddOnAttachments.list(${at})`)).toEqual(DENIED);
  const get = `${MATERIALS}.AddOnAttachments.get(${at}, '${post.attachments?.[0]?.id}')`;
  expect(asked(workspace, other, TEACHER, get)).toEqual([403, expect.stringMatching(/^@ProjectPermissionDenied /)]);
});

// reference/rest/v1/courses.courseWorkMaterials/getAddOnContext.md, AddOnContext.md
test('the context says who is at the page, and only where the add-on was opened or is attached', () => {
  const { ask, create, at, post, course, token } = anOpenAddOn();
  const context = (as: string, options: string) => ask(as, `${MATERIALS}.getAddOnContext(${at}, ${options})`);
  const ids = { courseId: course.id, itemId: post.id, postId: post.id };
  expect(context(TEACHER, `{ addOnToken: '${token}' }`)).toEqual({ ...ids, teacherContext: {} });
  expect(context(TEACHER, '{}')).toEqual(INVALID);
  expect(context(TEACHER, `{ attachmentId: '1' }`)).toEqual(DENIED);
  ask(TEACHER, create(attachment()));
  expect(context(PUPIL, `{ attachmentId: '${post.attachments?.[0]?.id}' }`)).toEqual({ ...ids, studentContext: {} });
  expect(context(PUPIL, `{ attachmentId: '1' }`)).toEqual([404, 'Requested entity was not found.']);
  expect(context(OFFICE, `{ attachmentId: '${post.attachments?.[0]?.id}' }`)).toEqual(DENIED);
});

test('on an assignment the context names the pupil’s work', () => {
  const { ask, course, workspace, opened } = anOpenAddOn();
  const post = aPost(course, { kind: 'assignment', title: 'Sums' });
  const token = newAddOnToken(workspace, { ...opened, itemId: post.id });
  const at = `'${course.id}', '${post.id}'`;
  ask(TEACHER, `Classroom.Courses.CourseWork.AddOnAttachments.create(${attachment()}, ${at}, { addOnToken: '${token}' })`);
  expect(ask(PUPIL, `Classroom.Courses.CourseWork.getAddOnContext(${at}, { attachmentId: '${post.attachments?.[0]?.id}' })`)).toMatchObject({
    supportsStudentWork: true,
    studentContext: { submissionId: expect.any(String) },
  });
});

test('attachments are made over HTTP as well, with the scope for it', () => {
  const { workspace, ask, at, post, course, token } = anOpenAddOn();
  const call = (scope: string) => `JSON.parse(UrlFetchApp.fetch(
    'https://classroom.googleapis.com/v1/courses/${course.id}/courseWorkMaterials/${post.id}/addOnAttachments?addOnToken=${token}',
    { method: 'post', contentType: 'application/json', payload: ${JSON.stringify(attachment())}, muteHttpExceptions: true,
      headers: { Authorization: 'Bearer local:${TEACHER}:https://www.googleapis.com/auth/${scope}' } }).getContentText())`;
  expect(ask(TEACHER, `${call('classroom.addons.student')}.error.code`)).toBe(403);
  expect(ask(TEACHER, `${call('classroom.addons.teacher')}.title`)).toBe('Ground rules');
  expect(ask(TEACHER, `${MATERIALS}.AddOnAttachments.list(${at}).addOnAttachments.length`)).toBe(1);
  expect(workspace.data.courses[course.id]?.posts?.[0]?.attachments).toHaveLength(1);
});

// reference/preview.md, reference/roadmap.md, reference/rest/v1/userProfiles/checkUserCapability.md
test('whether somebody may attach is told over HTTP only, to a project in the preview programme that says so and names the version', () => {
  const { workspace, ask, script } = anOpenAddOn();
  const call = (as: string, { who = 'me', version = 'V1_20240930_PREVIEW', label = 'DEVELOPER_PREVIEW' } = {}) =>
    ask(
      as,
      `(() => { const answer = JSON.parse(UrlFetchApp.fetch(
        'https://classroom.googleapis.com/v1/userProfiles/${who}:checkUserCapability?capability=CREATE_ADD_ON_ATTACHMENT&previewVersion=${version}',
        { muteHttpExceptions: true, headers: { Authorization: 'Bearer ' + ScriptApp.getOAuthToken(), 'X-Goog-Visibilities': '${label}' } }).getContentText());
        return answer.error ? answer.error.code : answer.allowed; })()`,
    );
  expect(ask(TEACHER, `typeof Classroom.UserProfiles.checkUserCapability`)).toMatch(/undefined|not/i);
  expect(call(TEACHER)).toBe(404);
  workspace.data.classroom?.previewProjects.push(script.id);
  expect(call(TEACHER)).toBe(true);
  expect(call(COLLEAGUE)).toBe(false);
  expect(call(PUPIL)).toBe(false);
  expect(call(TEACHER, { who: COLLEAGUE })).toBe(403);
  expect(call(TEACHER, { version: '' })).toBe(404);
  expect(call(TEACHER, { label: '' })).toBe(404);
});
