import { expect, test } from '@jest/globals';
import type { Panel } from '../../local/apps-script/addon.ts';
import { people } from '../../local/school/quillhaven.ts';
import type { CourseData } from '../../local/workspace/data.ts';
import { aPost } from '../support/classroom.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { aLiveLesson, type LiveLesson, linkOf, OFFICE_ADDRESS, wordsOf } from '../support/live-lesson.ts';

const OFFER = 'Put the rules for pupils into Classroom';
const POST = 'Post it now';
const REMOVE = 'Take it out again';
const RULES = `${OFFICE_ADDRESS}?page=lesson-rules`;

function courseOf({ workspace }: LiveLesson): CourseData {
  const course = Object.values(workspace.data.courses).find(({ ownerId }) => ownerId === people.teacher);
  if (!course) throw new Error('the teacher has no class');
  return course;
}

/** What pupils of the class see of our material. */
const standing = (lesson: LiveLesson) => (courseOf(lesson).posts ?? []).filter(({ state }) => state === 'PUBLISHED');

/** The card that says what would be posted. */
function offered(lesson: LiveLesson): Panel {
  return lesson.press(lesson.open(), OFFER);
}

test('D6: two presses from the lesson’s card, and pupils have the rules and the way to report a worry in Classroom', () => {
  const lesson = aLiveLesson();
  const offer = offered(lesson);
  expect(wordsOf(offer)).toMatch(/Rules for our live lessons[\s\S]*For Class 3A\nAll pupils of the class see it at once/);
  expect(standing(lesson)).toEqual([]);
  const posted = lesson.press(offer, POST);
  expect(wordsOf(posted)).toContain('Posted.');
  const [material] = standing(lesson);
  expect(material).toMatchObject({ kind: 'material', title: 'Rules for our live lessons', creator: people.teacher });
  expect(material?.materials.map(({ link }) => link.url)).toEqual([`${RULES}&class=Class%203A`, `${OFFICE_ADDRESS}?page=report`]);
  expect(linkOf(posted, 'Open it in Classroom')).toMatch(/^https:\/\/classroom\.google\.com\/c\//);
});

test('D6: posted again, it is said to be there; taken out again, it can be posted anew', () => {
  const lesson = aLiveLesson();
  const posted = lesson.press(offered(lesson), POST);
  const again = lesson.press(offered(lesson), POST);
  expect(wordsOf(again)).toMatch(/in Class 3A already.*\n?.*Nothing was posted a second time/);
  expect(standing(lesson)).toHaveLength(1);
  expect(wordsOf(lesson.press(posted, REMOVE))).toContain('Taken out.');
  expect(standing(lesson)).toEqual([]);
  expect(wordsOf(lesson.press(again, REMOVE))).toContain('It is not in Class 3A.');
  lesson.press(offered(lesson), POST);
  expect(standing(lesson)).toHaveLength(1);
});

test('D6: a link that somebody put there by hand counts, and only they can take it out', () => {
  const lesson = aLiveLesson();
  aPost(courseOf(lesson), { title: 'By hand', materials: [{ link: { url: `${RULES}&class=other` } }] });
  const there = lesson.press(offered(lesson), POST);
  expect(wordsOf(there)).toContain('already');
  expect(wordsOf(lesson.press(there, REMOVE))).toMatch(/Nothing was changed[\s\S]*not made with Handrail. Change or delete it in Classroom/);
});

test('D6: a draft is not called posted', () => {
  const lesson = aLiveLesson();
  aPost(courseOf(lesson), { title: 'Later', state: 'DRAFT', materials: [{ link: { url: RULES } }] });
  expect(wordsOf(lesson.press(offered(lesson), POST))).toMatch(/A draft of it is in Class 3A already. Pupils do not see it/);
});

test('D6: whoever teaches several classes chooses one; archived ones are not offered', () => {
  const lesson = aLiveLesson();
  const { courses } = lesson.workspace.data;
  const own = courseOf(lesson);
  for (const [name, courseState] of [
    ['Maths <b>set 2</b>', 'ACTIVE'],
    ['Last year', 'ARCHIVED'],
  ] as const) {
    const id = lesson.workspace.newId(12, '123456789');
    courses[id] = { ...structuredClone(own), id, name, section: '', courseState };
  }
  const choice = offered(lesson);
  expect(wordsOf(choice)).toMatch(/Nothing is posted yet/);
  expect(wordsOf(choice)).not.toContain('Last year');
  expect(wordsOf(lesson.press(choice, 'Maths ‹b›set 2‹/b›'))).toContain('For Maths ‹b›set 2‹/b›');
});

test('D6: whoever teaches no class is told so', () => {
  const lesson = aLiveLesson();
  courseOf(lesson).courseState = 'ARCHIVED';
  expect(wordsOf(offered(lesson))).toContain('no active class that you teach');
});

test.each(['classroom.courses.readonly', 'classroom.courseworkmaterials'])(
  'D6: without the right %s Google’s own question is offered, and nothing else is lost',
  (right) => {
    const lesson = aLiveLesson();
    lesson.granular = true;
    lesson.refuse(right);
    const card = lesson.open();
    expect(wordsOf(card)).toContain('Make safe');
    expect(wordsOf(lesson.press(card, OFFER))).toMatch(/Google asks you first[\s\S]*Allow Handrail to post in your classes/);
  },
);

test.each([
  ['has been archived since', (lesson: LiveLesson) => Object.assign(courseOf(lesson), { courseState: 'ARCHIVED' }), /archived or not active/],
  ['has been deleted since', (lesson: LiveLesson) => delete lesson.workspace.data.courses[courseOf(lesson).id], /does not know this class/],
  [
    'has another teacher since',
    (lesson: LiveLesson) => Object.assign(courseOf(lesson), { ownerId: people.head, teachers: [people.head], students: [people.teacher] }),
    /Only teachers of a class can/,
  ],
])('D6: a class that %s is said to be so, and nothing is posted', (_, change, words) => {
  const lesson = aLiveLesson();
  const offer = offered(lesson);
  const course = courseOf(lesson);
  change(lesson);
  expect(wordsOf(lesson.press(offer, POST))).toMatch(words);
  expect(course.posts ?? []).toEqual([]);
});

test('D6: whatever fails while it is posted, and whoever presses meanwhile, pressing again leaves one', () => {
  const press = (lesson: LiveLesson) => lesson.runDoor(offered(lesson), POST, []);
  faultSweep<LiveLesson>({
    arrange: () => aLiveLesson(),
    clone: (lesson) => lesson.clone(),
    operation: (lesson, faults) => lesson.runDoor(offered(lesson), POST, faults),
    meanwhile: press,
    recover: press,
    invariant: (lesson, where) => {
      expect({ where, posts: courseOf(lesson).posts?.length }).toEqual({ where, posts: 1 });
    },
  });
});

test('D6: whatever fails while it is taken out, pressing again leaves none', () => {
  const lesson = aLiveLesson();
  const posted = lesson.press(offered(lesson), POST);
  faultSweep<LiveLesson>({
    arrange: () => lesson,
    clone: (each) => each.clone(),
    operation: (each, faults) => each.runDoor(posted, REMOVE, faults),
    recover: (each) => void each.runDoor(posted, REMOVE, []),
    invariant: (each, where) => {
      expect({ where, standing: standing(each) }).toEqual({ where, standing: [] });
    },
  });
});
