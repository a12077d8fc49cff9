import { describe, expect, test } from '@jest/globals';
import { roll } from '../../local/school/roll.ts';
import { isHardToRead } from '../../src/agreements/classes/class-agreement.ts';
import { readingGrade } from '../../src/agreements/classes/reading-age.ts';
import { USUAL_LESSON_SETTINGS } from '../../src/lessons/lesson-settings.ts';
import type { SeenLesson } from '../../src/lessons/log/see-lesson.ts';
import type { LessonRules } from '../../src/lessons/pupils/see-lesson-rules.ts';
import { CHECK_WORDS, MAY_BE_NEVER } from '../../src/lessons/settings/check-words.ts';
import type { LessonSettingsPage } from '../../src/lessons/settings/read-lesson-settings.ts';
import { wantsIn } from '../../src/lessons/sidebar-wants.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { aLessonsFacts, guest, NOTHING_SAID, recordLesson } from '../support/lessons.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

const { people } = aSchool();
let presses = 0;

function read(at: SchoolUnderTest, who: string = people.head): LessonSettingsPage {
  return at.as(who).get<LessonSettingsPage>('readLessonSettings');
}

/** Sets something upon what stands now. */
function set(at: SchoolUnderTest, wanted: object, who: string = people.head) {
  presses += 1;
  const { version } = read(at);
  at.workspace.clock.pass(60_000);
  return at.as(who).call('setLessonSetting', { key: `press-of-setting-${presses}`, why: 'Agreed by the leaders', version, ...wanted });
}

test.each<[what: string, wanted: object, expected: object]>([
  ['systems', { setting: 'approvedSystems', systems: ' Google Meet \n\nZoom Meeting\nGoogle Meet' }, { approvedSystems: ['Google Meet', 'Zoom Meeting'] }],
  ['hours', { setting: 'hours', from: '8.30', to: '16:00' }, { hours: { from: '08:30', to: '16:00' } }],
  ['no hours', { setting: 'hours', from: '', to: ' ' }, { hours: null }],
  ['the number a week', { setting: 'mostAWeek', most: ' 0 ' }, { mostAWeek: 0 }],
  [
    'the Meet’s profile',
    { setting: 'profile', accessType: 'TRUSTED', chat: 'NO_RESTRICTION', recording: null, attendance: false },
    { profile: { accessType: 'TRUSTED', chat: 'NO_RESTRICTION', recording: null, attendance: false } },
  ],
  ['what is never right', { setting: 'nevers', nevers: ['second-adult', 'chat'] }, { nevers: ['second-adult', 'chat'] }],
  ['ground rules', { setting: 'groundRules', sentences: 'Be kind.\nPut your hand up.' }, { groundRules: ['Be kind.', 'Put your hand up.'] }],
  ['how to ask for help', { setting: 'askForHelp', sentences: 'Put your hand up.' }, { askForHelp: ['Put your hand up.'] }],
])('D1, D3: %s are set, with who and why', (_, wanted, expected) => {
  const school = aSchool();
  expect(set(school, wanted, people.computingLead)).toMatchObject({ ok: true });
  const { settings, changes } = read(school);
  expect(settings).toMatchObject(expected);
  for (const change of changes) expect(change).toMatchObject({ who: 'Imogen Tan', why: 'Agreed by the leaders' });
  expect(school.history()).toBe('unbroken');
});

test.each<[what: string, wanted: object, refusal: object]>([
  ['no reason', { setting: 'mostAWeek', most: '2', why: ' ' }, { field: 'why' }],
  ['no system', { setting: 'approvedSystems', systems: '\n' }, { field: 'systems' }],
  ['a system that would break the technician’s line', { setting: 'approvedSystems', systems: "Meet' && echo" }, { field: 'systems' }],
  ['half of the hours', { setting: 'hours', from: '08:30', to: '' }, { field: 'to' }],
  ['no time of day', { setting: 'hours', from: '25:00', to: '26:00' }, { field: 'from' }],
  ['hours that end before they begin', { setting: 'hours', from: '16:00', to: '08:30' }, { field: 'to' }],
  ['no number', { setting: 'mostAWeek', most: 'many' }, { field: 'most' }],
  ['a day to come', { setting: 'auditedOn', on: '08/09/2026' }, { field: 'on' }],
  ['a plan for somebody who is no pupil', { setting: 'plans', pupils: [people.teacher] }, { field: 'pupil' }],
  ['an own consideration without a heading', { setting: 'own', own: [{ id: '', group: 'place', title: ' ', tick: 'I looked.' }] }, { field: 'title' }],
  ['an own consideration without a tick', { setting: 'own', own: [{ id: '', group: 'place', title: 'Noise', tick: '' }] }, { field: 'tick' }],
  ['no sentence for pupils', { setting: 'groundRules', sentences: '' }, { field: 'sentences' }],
  ['a sentence that is a page', { setting: 'askForHelp', sentences: 'word '.repeat(60) }, { field: 'sentences' }],
  ['a check that cannot be “never”', { setting: 'nevers', nevers: ['plans'] }, { code: 'unreadable' }],
  ['an open Meet', { setting: 'profile', accessType: 'OPEN', chat: 'HOSTS_ONLY', recording: 'OFF', attendance: true }, { code: 'unreadable' }],
  ['a setting that there is not', { setting: 'everything', most: '2' }, { code: 'unreadable' }],
])('D1: %s is refused, and nothing is changed', (_, wanted, refusal) => {
  const school = aSchool();
  const before = read(school);
  expect(set(school, wanted)).toMatchObject({ ok: false, ...refusal });
  expect(read(school)).toEqual(before);
});

test('D1: whoever looked at a page made before somebody’s change is told, and what that was stays', () => {
  const school = aSchool();
  const { version } = read(school);
  set(school, { setting: 'mostAWeek', most: '3' });
  const late = { key: 'press-of-the-late-one', why: 'Two are enough', version, setting: 'mostAWeek', most: '2' };
  expect(school.as(people.dsl).call('setLessonSetting', late)).toMatchObject({ ok: false, code: 'changed-meanwhile' });
  expect(read(school).settings.mostAWeek).toBe(3);
});

test('D2: the line for the technician says what the sidebar has to know', () => {
  const school = aSchool();
  set(school, { setting: 'hours', from: '08:30', to: '16:00' });
  set(school, { setting: 'profile', accessType: 'TRUSTED', chat: 'HOSTS_ONLY', recording: 'ON', attendance: true });
  const [, text = ''] = /^npm run deploy -- sidebar --lessons '([^']+)'$/.exec(read(school).command) ?? [];
  expect(wantsIn(text)).toEqual({
    ...{ profile: { accessType: 'TRUSTED', chat: 'HOSTS_ONLY', recording: 'ON', attendance: true }, approvedSystems: ['Google Meet'] },
    hours: { from: '08:30', to: '16:00' },
  });
});

test('D3: when Meet was gone through is known by its day', () => {
  const school = aSchool();
  expect(read(school).auditedOn).toBe('');
  set(school, { setting: 'auditedOn', on: '01/09/2026' });
  expect(read(school).auditedOn).toBe('01/09/2026');
});

describe('D1: pupils with a plan', () => {
  test('are seen by those who set lessons, and by no teacher', () => {
    const school = aSchool();
    set(school, { setting: 'plans', pupils: [people.youngPupil, people.pupil] });
    expect(read(school, people.dsl).plans.map(({ name, className }) => `${name} ${className}`)).toEqual(['Amira Khan 3A', 'Yusuf Khan 1A']);
    for (const who of [people.teacher, people.teachingAssistant, people.chair, people.technician, people.pupil])
      expect(school.as(who).call('readLessonSettings')).toMatchObject({ ok: false, code: 'not-yours' });
  });

  test('a teacher of one is told to look at the plan, and not whose it is', () => {
    const school = aSchool();
    const look = () => JSON.stringify(school.as(people.teacher).get('openLesson', { ...NOTHING_SAID, className: '3A' }));
    expect(look()).not.toContain('Look at the plan');
    set(school, { setting: 'plans', pupils: [people.pupil] });
    expect(look()).toContain('There is a plan for a pupil in this lesson.');
    expect(look()).not.toMatch(/plan[^"]*(Amira|Khan)/);
  });

  test('the log does not say to the other adult of a lesson that there is one', () => {
    const school = aSchool();
    set(school, { setting: 'plans', pupils: [people.pupil] });
    const facts = aLessonsFacts({ guests: [guest(people.pupil), guest(people.teachingAssistant, 'accepted')] });
    const { reference } = recordLesson(school, { facts });
    const foundFor = (who: string) => {
      const [said] = school.as(who).get<SeenLesson>('seeLesson', { reference }).said;
      return said?.points.find(({ id }) => id === 'consideration-7')?.found;
    };
    for (const who of [people.teacher, people.dsl]) expect(foundFor(who)).toEqual([{ state: 'a person must confirm', by: 'office' }]);
    expect(foundFor(people.teachingAssistant)).toEqual([]);
  });

  test('who has left may stay or be taken off, and comes back onto no list', () => {
    const school = aSchool();
    set(school, { setting: 'plans', pupils: [people.pupil, people.youngPupil] });
    const listed = roll(school.workspace);
    const withoutOne = listed.replace(new RegExp(`^${people.pupil},.*\\r\\n`, 'm'), '');
    school.as(people.office).get('importRoll', { csv: withoutOne });
    expect(read(school).plans.map(({ name, isGone }) => [name, isGone])).toEqual([
      [people.pupil, true],
      ['Yusuf Khan', false],
    ]);
    expect(set(school, { setting: 'plans', pupils: [people.pupil, people.youngPupil] })).toMatchObject({ ok: true });
    expect(set(school, { setting: 'plans', pupils: [people.youngPupil] })).toMatchObject({ ok: true });
    expect(set(school, { setting: 'plans', pupils: [people.pupil, people.youngPupil] })).toMatchObject({ ok: false, field: 'pupil' });
    expect(read(school).plans.map(({ email }) => email)).toEqual([people.youngPupil]);
  });
});

test('D1: a consideration of the school’s own is asked on the checks page, until it is taken away', () => {
  const school = aSchool();
  const look = () => JSON.stringify(school.as(people.teacher).get('openLesson', { ...NOTHING_SAID, className: '3A' }));
  set(school, { setting: 'own', own: [{ id: '', group: 'place', title: 'Headphones', tick: 'I asked pupils to use headphones.' }] });
  const { own } = read(school).settings;
  expect(own).toMatchObject([{ group: 'place', title: 'Headphones', tick: 'I asked pupils to use headphones.' }]);
  expect(look()).toContain('I asked pupils to use headphones.');
  set(school, { setting: 'own', own: [...own, { id: '', group: 'start', title: 'Bell', tick: 'I know when the bell rings.' }] });
  expect(read(school).settings.own.map(({ id }) => id)).toEqual([own[0]?.id, expect.stringMatching(/^[0-9a-f]{8}$/)]);
  set(school, { setting: 'own', own: [] });
  expect(look()).not.toContain('headphones');
});

test('D1: what the school calls never keeps a lesson from starting', () => {
  const school = aSchool();
  const facts = aLessonsFacts({ guests: [guest(people.teachingAssistant)] });
  const verdict = () => recordLesson(school, { facts, className: '3A' }).verdict;
  expect(verdict()).toBe('not yet');
  set(school, { setting: 'nevers', nevers: ['second-adult'] });
  expect(verdict()).toBe('do not start');
});

test('D1: every check has its words, and a one-to-one without approval is never a matter of choice', () => {
  expect(new Set(Object.values(CHECK_WORDS)).size).toBe(Object.keys(CHECK_WORDS).length);
  expect(MAY_BE_NEVER).toContain('second-adult');
  expect(MAY_BE_NEVER).not.toContain('one-to-one');
});

test('D6: what comes with Handrail can be read at nine', () => {
  const { groundRules, askForHelp } = USUAL_LESSON_SETTINGS;
  expect([...groundRules, ...askForHelp].filter(isHardToRead)).toEqual([]);
  expect(readingGrade([...groundRules, ...askForHelp])).toBeLessThan(5);
});

test('D6: pupils read a change at once', () => {
  const school = aSchool();
  const rules = () => school.as(people.pupil).get<LessonRules>('seeLessonRules', { className: '3A' }).groundRules;
  expect(rules()).not.toContain('Be kind.');
  set(school, { setting: 'groundRules', sentences: 'Be kind.' });
  expect(rules()).toEqual(['Be kind.']);
});

test('D1: whichever call of setting something fails, the same press again sets it once', () => {
  const request = { key: 'press-0009-of-sweep', why: 'Our policy', version: '', setting: 'mostAWeek', most: '2' };
  faultSweep<SchoolUnderTest>({
    arrange: aSchool,
    clone: (school) => school.another(),
    tries: (call) => /^(Sheets|Lock)\./.test(call),
    operation: (school, faults) => {
      const { run } = school.door(people.head, 'setLessonSetting', request, faults);
      if (!run) throw new Error('the door did not run');
      return run;
    },
    meanwhile: (school) => void school.door(people.head, 'setLessonSetting', request, []),
    recover: (school) => void school.as(people.head).get('setLessonSetting', request),
    invariant: (school, where) => {
      const { settings, changes } = read(school);
      expect({ where, most: settings.mostAWeek, changes: changes.length, history: school.history() }).toEqual({
        ...{ where, most: 2, changes: 1, history: 'unbroken' },
      });
    },
  });
});
