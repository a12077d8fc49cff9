import { expect, test } from '@jest/globals';
import { people } from '../../local/school/staff.ts';
import type { ScriptFileData } from '../../local/workspace/data.ts';
import { factsFrom } from '../../src/lessons/facts-in-address.ts';
import { aLiveLesson, type LiveLesson, linkOf, wordsOf } from '../support/live-lesson.ts';

const SEE_EVENTS = 'Allow Handrail to see what your events are called and when they are';
const SEE_MEETS = 'Allow Handrail to read and set your Meets';

/** A person who is asked for each right by itself. */
function asked(...refused: string[]): LiveLesson {
  const lesson = aLiveLesson();
  lesson.granular = true;
  lesson.refuse(...refused);
  return lesson;
}

test('D1: the sidebar asks for these rights and no others, the narrow ones', () => {
  const manifest = JSON.parse(aLiveLesson().script.files.find(({ name }) => name === 'appsscript')?.source ?? '{}');
  expect(manifest.oauthScopes.map((scope: string) => scope.replace('https://www.googleapis.com/auth/', ''))).toEqual([
    'calendar.addons.current.event.read',
    'calendar.addons.execute',
    'calendar.events.owned.readonly',
    'classroom.courses.readonly',
    'classroom.courseworkmaterials',
    'gmail.addons.current.action.compose',
    'gmail.addons.current.message.readonly',
    'gmail.addons.execute',
    'meetings.space.settings',
    'script.external_request',
  ]);
  expect(manifest.urlFetchWhitelist).toEqual(['https://meet.googleapis.com/']);
});

test('D1: as long as Google asks add-ons for everything at once, that comes first and nothing runs', () => {
  const lesson = aLiveLesson();
  lesson.refuse('meetings.space.settings');
  expect(lesson.open()).toEqual({ kind: 'authorization', scopes: ['https://www.googleapis.com/auth/meetings.space.settings'] });
});

test('D1: without sight of the calendar the homepage offers that right and still leads to the checks, a report and one’s own page', () => {
  const words = wordsOf(asked('calendar.events.owned.readonly').home());
  for (const each of [SEE_EVENTS, 'Open my checks', 'Raise a concern', 'My concerns and agreements']) expect(words).toContain(each);
  expect(words).not.toContain('3A Maths');
});

test('D1: without sight of the calendar the card of an event still has its guests and its Meet, and Make safe works', () => {
  const lesson = asked('calendar.events.owned.readonly');
  const card = lesson.open();
  const words = wordsOf(card);
  for (const each of ['Every address invited is of the school.', 'Host controls are off.', 'has not been allowed to see what the event is called', SEE_EVENTS])
    expect(words).toContain(each);
  expect(words).not.toContain('does not repeat the link.');
  lesson.press(card, 'Make safe');
  expect(lesson.space.config.accessType).toBe('RESTRICTED');
});

test.each(['meetings.space.settings', 'script.external_request'])(
  'D2: without the right %s the settings are “cannot verify”, and everything else is there',
  (scope) => {
    const lesson = asked(scope);
    const words = wordsOf(lesson.open());
    for (const each of ['3A Maths', 'Every address invited is of the school.', 'Handrail has not been allowed to look at Meet’s settings.', SEE_MEETS])
      expect(words).toContain(each);
    expect(words).not.toContain('Make safe');
    expect(wordsOf(lesson.home())).toContain('Nothing else was found wrong.');
  },
);

test.each([
  'calendar.addons.current.event.read',
  'calendar.events.owned.readonly',
  'classroom.courses.readonly',
  'classroom.courseworkmaterials',
  'gmail.addons.current.action.compose',
  'gmail.addons.current.message.readonly',
  'gmail.addons.execute',
  'meetings.space.settings',
  'script.external_request',
])('D1: whoever refuses %s alone has both cards, no press fails, and the facts that go to the checks page are whole', (scope) => {
  const lesson = asked(scope);
  const card = lesson.open();
  expect(wordsOf(lesson.home())).toContain('Raise a concern');
  expect(factsFrom(linkOf(card, 'Open my checks').split('#')[1] ?? '')).toMatchObject({ eventId: lesson.eventId });
});

test('D2: a right that was taken back while the card was open is told at the press, and nothing is changed', () => {
  const lesson = asked();
  const card = lesson.open();
  lesson.refuse('meetings.space.settings');
  const words = wordsOf(lesson.press(card, 'Make safe'));
  expect(words).toContain('Nothing was changed.');
  expect(words).toContain('Handrail has not been allowed');
  expect(lesson.space.config.accessType).toBe('TRUSTED');
});

test.each(['calendar.events.owned.readonly', 'meetings.space.settings', 'script.external_request'])(
  'D1: a sidebar without %s in its manifest does less and fails nowhere',
  (scope) => {
    const lesson = aLiveLesson({ files: (files) => without(files, scope) });
    expect(wordsOf(lesson.home())).toContain('Raise a concern');
    const words = wordsOf(lesson.open());
    expect(words).toContain('Open my checks');
    expect(words).not.toContain('Google asks you first');
  },
);

test('D1: the sidebar looks at one’s own calendar and one’s own Meets: a colleague’s lesson is not among today’s', () => {
  const lesson = aLiveLesson({ owner: people.head });
  expect(wordsOf(lesson.home())).not.toContain('3A Maths');
});

function without(files: ScriptFileData[], scope: string): ScriptFileData[] {
  return files.map((file) => {
    if (file.type !== 'JSON') return file;
    const manifest = JSON.parse(file.source) as { oauthScopes: string[] };
    return { ...file, source: JSON.stringify({ ...manifest, oauthScopes: manifest.oauthScopes.filter((each) => !each.endsWith(`/${scope}`)) }) };
  });
}
