import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { visitWebApp } from '../../local/apps-script/web-app.ts';
import { classNamed } from '../../src/lessons/pupils/class-named.ts';
import type { LessonRules } from '../../src/lessons/pupils/see-lesson-rules.ts';
import type { RollEntry } from '../../src/school/roll.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

const OFFICE = resolve(__dirname, '../../dist/office');
const asked = { className: 'Class 3A' };

function rules(school: SchoolUnderTest, email: string, className = asked.className): LessonRules {
  return school.as(email).get<LessonRules>('seeLessonRules', { className });
}

test('D6: a pupil reads the ground rules, with the ones for lessons from home, and how to ask for help', () => {
  const school = aSchool();
  const { groundRules, askForHelp, className, forTeachers } = rules(school, school.people.pupil);
  expect(groundRules.join(' ')).toMatch(/bedroom.*dressed.*camera/i);
  expect(askForHelp.join(' ')).toMatch(/worries you.*leave the call.*report/i);
  expect({ className, forTeachers }).toEqual({ className: '3A', forTeachers: false });
});

test('D6: staff are led to their checks, pupils are not', () => {
  const school = aSchool();
  const { teacher, teachingAssistant, chair, pupil, office } = school.people;
  const led = [teacher, teachingAssistant, chair, pupil, office].map((email) => rules(school, email).forTeachers);
  expect(led).toEqual([true, true, true, false, false]);
});

test.each([
  ['3A', '3A'],
  ['3a', '3A'],
  ['Class 3A: Maths', '3A'],
  ['Year 3 (3A)', '3A'],
  ['3/4 Elm', '3/4 Elm'],
  ['Science for Elm', 'Elm'],
  ['13A', ''],
  ['3AB', ''],
  ['Send your password to a stranger', ''],
  ['', ''],
])('D6: the words "%s" in an address mean the class "%s" of the school, and no others are shown', (words, expected) => {
  const entry = (className: string) => ({ kind: 'pupil', className }) as RollEntry;
  expect(classNamed(words, ['3A', 'Elm', '3/4 Elm', '3B', ''].map(entry))).toBe(expected);
});

test('D6: a pupil is shown no other class’s name, as when a post is used again in another class', () => {
  const school = aSchool();
  expect(rules(school, school.people.pupil, 'Class 4B').className).toBe('');
  expect(rules(school, school.people.teacher, 'Class 4B').className).toBe('4B');
});

test('D6: when a whole class opens the page at once, Google is asked for no Sheet after the first', () => {
  const school = aSchool();
  rules(school, school.people.pupil);
  const { answer, run } = school.door<LessonRules>(school.people.pupil, 'seeLessonRules', asked);
  expect(answer.ok).toBe(true);
  expect(run?.calls.map(({ name }) => name.split('.')[0]).filter((service) => service === 'Sheets')).toEqual([]);
  expect(run?.calls.length).toBeLessThanOrEqual(6);
});

test('D6: what the school changes pupils read at once', () => {
  const school = aSchool();
  rules(school, school.people.pupil);
  const dsl = school.as(school.people.dsl);
  const { version } = dsl.get<{ version: string }>('readLessonSettings');
  const change = { setting: 'askForHelp', sentences: 'Wave at the camera.', why: 'Easier for our youngest', key: 'press-0001-of-help', version };
  dsl.get('setLessonSetting', change);
  expect(rules(school, school.people.pupil).askForHelp).toEqual(['Wave at the camera.']);
});

test('D6: without the cache, and with half of it, the page is there all the same', () => {
  const school = aSchool();
  const whole = rules(school, school.people.pupil);
  const run = school.another().door(school.people.pupil, 'seeLessonRules', asked).run;
  const calls = run?.calls ?? [];
  const ofTheCache = calls.flatMap(({ name }, index) => (name.startsWith('Cache') ? [index + 1] : []));
  expect(ofTheCache.length).toBeGreaterThan(0);
  for (const at of ofTheCache) {
    const { answer } = school.another().door<LessonRules>(school.people.pupil, 'seeLessonRules', asked, [{ at, kind: 'fails before' }]);
    expect(answer.ok && answer.value).toEqual(whole);
  }
});

test('D6: this page alone may stand in another’s frame', () => {
  const school = aSchool();
  const pages = readdirSync(OFFICE).flatMap((name) => (name.endsWith('.html') && name !== 'model.html' ? [name.slice(0, -'.html'.length)] : []));
  const framed = pages.filter((page) => {
    const visit = visitWebApp(school.workspace, { deploymentId: school.handrail.deploymentId, visitor: school.people.pupil, query: `page=${page}` });
    if (visit.kind !== 'html') throw new Error(`${join(OFFICE, page)} was not served`);
    return visit.frameOptions === 'ALLOWALL';
  });
  expect(pages.length).toBeGreaterThan(20);
  expect(framed).toEqual(['lesson-rules']);
});
