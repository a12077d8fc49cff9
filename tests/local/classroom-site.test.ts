import { expect, test } from '@jest/globals';
import { people } from '../../local/school/quillhaven.ts';
import { localLink } from '../../local/site/links.ts';
import { accountId } from '../../local/workspace/account-id.ts';
import { classroomOf, courseLink, postLink } from '../../local/workspace/classroom.ts';
import { aClassroom, anAddOn, aPost, COLLEAGUE, PUPIL, SETUP, STUDENT_PAGE } from '../support/classroom.ts';
import { TEACHER } from '../support/script.ts';
import { aSite } from '../support/site.ts';

/** The address that a page's frame opens, as text that a browser has read. */
function frameIn(page: string): URL {
  return new URL((/<iframe[^>]*src="([^"]*)"/.exec(page)?.[1] ?? '').replaceAll('&amp;', '&'), 'http://site.example');
}

function aClassOnTheSite() {
  const { workspace, course } = aClassroom();
  const script = anAddOn(workspace);
  const site = aSite(workspace);
  const text = async (path: string, as: string) => (await site.get(path, as)).text();
  return { ...site, course, script, text, at: localLink(courseLink(course)) };
}

test('Sam teaches 3A with its pupils in Classroom and has a licence for add-ons; others who teach have none', async () => {
  const { workspace, get } = aSite();
  const course = Object.values(workspace.data.courses).find(({ name }) => name === 'Class 3A');
  expect(course).toMatchObject({ ownerId: people.teacher, students: expect.arrayContaining([people.pupil]) });
  expect(workspace.people.find(people.teacher)?.licence).toBe('Teaching and Learning');
  expect(workspace.people.find(people.secondTeacher)?.licence).toBeUndefined();
  expect(await (await get('/classroom', people.teacher)).text()).toContain('Class 3A');
  expect(await (await get('/classroom', people.pupil)).text()).toContain('Class 3A');
  expect(await (await get('/classroom', people.head)).text()).toContain('You are in no class');
});

test('a class stands at the address that Classroom gives it, for those in it', async () => {
  const { course, at, get, text } = aClassOnTheSite();
  expect(courseLink(course)).toBe('https://classroom.google.com/c/NDQwMDQ0MDA0NDAw');
  expect([at, localLink('https://classroom.google.com/u/0/c/NDQwMDQ0MDA0NDAw')]).toEqual(['/classroom/c/NDQwMDQ0MDA0NDAw', '/classroom/c/NDQwMDQ0MDA0NDAw']);
  expect(await text(at, PUPIL)).toContain('<h1>Class 4B</h1>');
  expect(await text('/c/NDQwMDQ0MDA0NDAw', TEACHER)).toContain('<h1>Class 4B</h1>');
  expect([(await get(at, 'safeguarding@quillhaven.example')).status, (await get('/classroom/c/MQ', TEACHER)).status]).toEqual([404, 404]);
  expect((await get(at)).headers.get('location')).toMatch(/^\/\?next=/);
});

test('a teacher drafts a post, publishes it and deletes it; pupils see it while it is published', async () => {
  const { at, send, course, text, get } = aClassOnTheSite();
  const made = await send(at, { kind: 'material', title: 'Fractions <live>', link: 'https://example.org/a' }, TEACHER);
  const there = made.headers.get('location') ?? '';
  expect((await get(there, PUPIL)).status).toBe(404);
  await send(there, { do: 'publish' }, TEACHER);
  const [post] = course.posts ?? [];
  expect(post && localLink(postLink(course, post))).toBe(there);
  expect(await text(there, PUPIL)).toContain('Fractions &lt;live&gt;');
  expect(await text(there, PUPIL)).not.toContain('For teachers');
  expect((await send(there, { do: 'delete' }, PUPIL)).status).toBe(404);
  expect((await send(at, { kind: 'material', title: 'Mine' }, PUPIL)).status).toBe(404);
  await send(there, { do: 'delete' }, TEACHER);
  expect((await get(there, PUPIL)).status).toBe(404);
});

// docs/workspace/classroom/add-ons/developer-guides/iframes.md
test('“Attach” opens the add-on’s set-up page with the class, the post and a token for this teacher', async () => {
  const { workspace, course, script, text } = aClassOnTheSite();
  const post = aPost(course, { state: 'DRAFT' });
  const there = localLink(postLink(course, post));
  expect(await text(there, TEACHER)).toContain('Attach Lesson checks');
  expect(await text(there, COLLEAGUE)).not.toContain('Attach Lesson checks');
  const page = await text(there.replace('/details', `/add-on/${script.id}`), TEACHER);
  const frame = frameIn(page);
  expect(frame.pathname).toBe(new URL(SETUP).pathname);
  const { addOnToken = '', ...rest } = Object.fromEntries(frame.searchParams);
  expect(rest).toEqual({ courseId: course.id, itemId: post.id, itemType: 'courseWorkMaterials', login_hint: accountId(TEACHER) });
  expect(classroomOf(workspace).tokens[addOnToken]).toMatchObject({ app: script.id, itemId: post.id, email: TEACHER });
  expect(page).toContain(
    'sandbox="allow-popups allow-popups-to-escape-sandbox allow-forms allow-scripts allow-storage-access-by-user-activation allow-same-origin"',
  );
  expect(await text(there.replace('/details', `/add-on/${script.id}`), COLLEAGUE)).toContain('Class not found');
});

// add-ons/developer-guides/project-configuration.md, "User permissions"
test('teachers open the teacher’s view of an attachment and pupils the pupil’s; the hint is left out until somebody has agreed to be known', async () => {
  const { course, script, text } = aClassOnTheSite();
  const post = aPost(course, {
    kind: 'announcement',
    text: 'Live at ten',
    attachments: [{ id: '5', app: script.id, title: 'Ground rules', teacherViewUri: SETUP, studentViewUri: STUDENT_PAGE }],
  });
  script.grants[PUPIL] = [];
  const there = localLink(postLink(course, post));
  expect(await text(there, PUPIL)).toContain('Ground rules');
  const parameters = { courseId: course.id, itemId: post.id, itemType: 'announcements', attachmentId: '5' };
  const forPupil = frameIn(await text(`${there}/attachment/5`, PUPIL));
  expect([forPupil.pathname, Object.fromEntries(forPupil.searchParams)]).toEqual(['/macros/s/AKfycbOffice/exec', { page: 'lesson-rules', ...parameters }]);
  const forTeacher = frameIn(await text(`${there}/attachment/5`, TEACHER));
  expect([forTeacher.pathname, Object.fromEntries(forTeacher.searchParams)]).toEqual([
    '/macros/s/AKfycbTest/exec',
    { ...parameters, login_hint: accountId(TEACHER) },
  ]);
  expect(await text(`${there}/attachment/6`, TEACHER)).toContain('Class not found');
});

test('a teacher takes an attachment off a post', async () => {
  const { course, script, send, text } = aClassOnTheSite();
  const attachments = [{ id: '5', app: script.id, title: 'Ground rules', teacherViewUri: SETUP, studentViewUri: STUDENT_PAGE }];
  const post = aPost(course, { attachments });
  const there = localLink(postLink(course, post));
  await send(there, { do: 'remove', attachment: '5' }, TEACHER);
  expect(await text(there, PUPIL)).not.toContain('Ground rules');
});
