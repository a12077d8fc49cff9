import { expect, test } from '@jest/globals';
import { people } from '../../local/school/quillhaven.ts';
import { installClassroomAddOn } from '../../local/workspace/classroom.ts';
import type { CoursePostData } from '../../local/workspace/data.ts';
import manifest from '../../src/classroom.appsscript.json';
import { aClassPost, type ClassPost, OFFICE_ADDRESS } from '../support/class-post.ts';
import { aPost } from '../support/classroom.ts';
import { faultSweep } from '../support/fault-sweep.ts';

const HOUR = 3_600_000;
const RULES = `${OFFICE_ADDRESS}?page=lesson-rules&class=Class%203A`;

/** As if the project were in Google's preview: then Google says what a licence has. */
function inPreview(at: ClassPost): ClassPost {
  at.workspace.data.classroom?.previewProjects.push(at.addOn.scriptId);
  return at;
}

function withoutLicence(at: ClassPost): ClassPost {
  delete at.workspace.people.find(people.teacher)?.licence;
  return at;
}

test.each<CoursePostData['kind']>(['announcement', 'assignment', 'material'])(
  'D6: one press puts the rules onto a post (%s): pupils see the office’s page, teachers the add-on’s',
  (kind) => {
    const at = aClassPost(kind);
    expect(at.ask('lookAtPost').answer).toMatchObject({ ok: true, value: { state: 'ready', courseName: 'Class 3A', rules: RULES } });
    expect(at.attachments).toEqual([]);
    expect(at.said('attachRules')).toBe('attached');
    expect(at.attachments).toMatchObject([{ title: 'Rules for live lessons', studentViewUri: RULES, teacherViewUri: `${at.addOn.address}?view=teacher` }]);
  },
);

test('D6: a post that has the rules is said to have them; nothing is added twice', () => {
  const at = aClassPost();
  at.said('attachRules');
  expect([at.said('lookAtPost'), at.said('attachRules')]).toEqual(['there already', 'there already']);
  expect(at.attachments).toHaveLength(1);
});

test('D6: a teacher who opens what was attached is led to their checks for the class', () => {
  const at = aClassPost();
  at.said('attachRules');
  const { answer } = at.ask('lookAtClass', at.openedAttachment());
  expect(answer).toMatchObject({ ok: true, value: { why: '', checks: `${OFFICE_ADDRESS}?page=lesson&class=Class%203A`, rules: RULES } });
});

test('D6: whoever is signed in here with another account than in Classroom is told so, and which account that is', () => {
  const at = aClassPost().allowedFor(people.head);
  const { answer } = at.ask('lookAtPost', at.opened(people.teacher), people.head);
  expect(answer).toMatchObject({ ok: true, value: { state: 'other account' }, visit: { me: { email: people.head } } });
  expect(at.said('attachRules', at.opened(people.teacher), people.head)).toContain('another account');
  // Before somebody has used the add-on Classroom does not say who they are: the token does.
  expect(at.said('attachRules', { ...at.opened(people.teacher), loginHint: '' }, people.head)).toMatch(/another account|Only teachers/);
  expect(at.attachments).toEqual([]);
});

test('D6: a colleague who does not teach the class is told so', () => {
  const at = aClassPost().allowedFor(people.computingLead);
  expect(at.said('attachRules', at.opened(people.computingLead), people.computingLead)).toMatch(/Only teachers/);
  at.course.students.push(people.computingLead);
  expect(at.said('attachRules', at.opened(people.computingLead), people.computingLead)).toMatch(/Only teachers/);
  expect(at.attachments).toEqual([]);
});

test('D6: where Google says what a licence has, a teacher without add-ons is told before the press', () => {
  const at = withoutLicence(inPreview(aClassPost()));
  expect(at.said('lookAtPost')).toContain('Your Google licence has no add-ons');
  const allowed = inPreview(aClassPost());
  expect(allowed.said('lookAtPost')).toBe('ready');
});

test('D6: where Google does not say, the press does, and the page can still be shared as a link', () => {
  const at = withoutLicence(aClassPost());
  expect(at.said('lookAtPost')).toBe('ready');
  const { answer } = at.ask('attachRules');
  expect(answer).toMatchObject({ ok: true, value: { state: 'refused', why: expect.stringContaining('no add-ons'), rules: RULES } });
});

test.each([
  ['was left open for hours', (at: ClassPost) => at.workspace.clock.pass(3 * HOUR), /open for too long/],
  ['is for a class that was archived since', (at: ClassPost) => Object.assign(at.course, { courseState: 'ARCHIVED' }), /archived/],
  ['is for a post that was deleted since', (at: ClassPost) => at.course.posts?.splice(0), /does not know/],
])('D6: a window that %s says so, and nothing is added', (_, change, words) => {
  const at = aClassPost();
  const opened = at.opened();
  const { course } = at;
  change(at);
  expect(at.said('attachRules', opened)).toMatch(words);
  expect((course.posts ?? []).flatMap(({ attachments }) => attachments ?? [])).toEqual([]);
});

test.each([
  ['no course', { courseId: '' }],
  ['a path for a course', { courseId: '../userProfiles/me' }],
  ['a kind of post that there is not', { itemType: 'topics' }],
  ['something else than words', { addOnToken: { $: 1 } }],
  ['a token without end', { addOnToken: 'x'.repeat(5_000) }],
  ['no token', { addOnToken: '' }],
  ['nothing', null],
])('D6: an address with %s is not followed', (_, part) => {
  const at = aClassPost();
  const opened = part === null ? null : { ...at.opened(), ...part };
  const { answer, run } = at.ask('attachRules', opened);
  expect(answer.ok ? answer.value.why : answer.message).toContain('Open this page from a post in Classroom');
  expect(run?.calls.filter(({ name }) => /Classroom|Fetch/.test(name))).toEqual([]);
});

test('D6: a token of another post does not open this one', () => {
  const at = aClassPost();
  const { addOnToken, courseId } = at.opened();
  const { id: itemId } = aPost(at.course, { kind: 'announcement', text: 'Another' });
  expect(at.said('attachRules', { ...at.opened(), courseId, itemId, addOnToken })).toContain('another account');
  expect(at.course.posts?.flatMap(({ attachments }) => attachments ?? [])).toEqual([]);
});

test('D6: the add-on asks for no right that it does without, and for none of pupils’ work', () => {
  expect(manifest.oauthScopes.map((scope) => scope.replace('https://www.googleapis.com/auth/', ''))).toEqual([
    'classroom.addons.teacher',
    'classroom.courses.readonly',
    'script.external_request',
    'userinfo.email',
    'openid',
  ]);
  const narrow = aClassPost();
  const script = narrow.workspace.data.scripts[narrow.addOn.scriptId];
  if (script) script.grants[people.teacher] = [...manifest.oauthScopes];
  expect(narrow.said('attachRules')).toBe('attached');
});

test('D6: an add-on whose listing does not allow the office’s address says whom to tell', () => {
  const at = aClassPost();
  const { scriptId, address } = at.addOn;
  installClassroomAddOn(at.workspace, {
    app: scriptId,
    name: 'Handrail',
    attachmentSetupUri: address,
    allowedUriPrefixes: [address],
    installedFor: ['/Staff'],
  });
  expect(at.said('attachRules')).toMatch(/did not take it.*technician/);
});

test('D6: whatever fails while the rules are put onto a post, and whoever presses meanwhile, pressing again leaves one', () => {
  const press = (at: ClassPost) => void at.ask('attachRules');
  faultSweep<ClassPost>({
    arrange: () => aClassPost(),
    clone: (at) => at.clone(),
    operation: (at, faults) => {
      const { run } = at.ask('attachRules', at.opened(), people.teacher, faults);
      if (!run) throw new Error('nothing ran');
      return run;
    },
    meanwhile: press,
    recover: press,
    invariant: (at, where) => {
      expect({ where, attachments: at.attachments.length }).toEqual({ where, attachments: 1 });
    },
  });
});
