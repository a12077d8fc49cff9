import { expect, test } from '@jest/globals';
import { people } from '../../local/school/staff.ts';
import type { ScriptFileData } from '../../local/workspace/data.ts';
import { aLiveLesson, type LiveLesson, wordsOf } from '../support/live-lesson.ts';

const MAKE_SAFE = 'Make safe';
const UNDO = 'Undo “Make safe”';

test('D2: one press makes the Meet safe in one change, says what changed, and one press puts it back', () => {
  const lesson = aLiveLesson({ meet: { accessType: 'OPEN' } });
  const before = structuredClone(lesson.space.config);
  const card = lesson.open();
  expect(wordsOf(card)).toContain('It changes every lesson on this link.');
  const safe = lesson.press(card, MAKE_SAFE);
  expect(callsOf(safe, 'UrlFetchApp.fetch')).toBe(1);
  expect(lesson.space.config).toEqual({
    ...before,
    ...{ accessType: 'RESTRICTED', moderation: 'ON', attendanceReportGenerationType: 'GENERATE_REPORT' },
    moderationRestrictions: { ...before.moderationRestrictions, chatRestriction: 'HOSTS_ONLY', presentRestriction: 'HOSTS_ONLY' },
  });
  const words = wordsOf(safe);
  expect(words).toContain('Done.');
  expect(words).toContain('Coming in without knocking: now invited people only (was: anybody who has the link)');
  expect(words).toContain('What Google knows is fine.');
  expect(words).not.toContain('“Make safe” sets');

  const back = lesson.press(lesson.open(), UNDO);
  expect(lesson.space.config).toEqual(before);
  expect(callsOf(back, 'UrlFetchApp.fetch')).toBe(1);
  expect(wordsOf(back)).toContain('Coming in without knocking: now anybody who has the link (was: invited people only)');
  expect(wordsOf(back)).not.toContain('“Undo”');
});

test('D2: a press on a card that was open all the while changes nothing more, and says so', () => {
  const lesson = aLiveLesson();
  const card = lesson.open();
  lesson.press(card, MAKE_SAFE);
  const safe = structuredClone(lesson.space.config);
  const again = lesson.press(card, MAKE_SAFE);
  expect(wordsOf(again)).toContain('It is as it should be already. Nothing was changed.');
  expect(callsOf(again, 'UrlFetchApp.fetch')).toBe(0);
  expect(lesson.space.config).toEqual(safe);
  expect(wordsOf(again)).toContain('“Undo” puts back how it was');
});

test('D2: reactions, viewers, entry points and transcripts stay as they are', () => {
  const lesson = aLiveLesson({ meet: { entryPointAccess: 'CREATOR_APP_ONLY' } });
  Object.assign(lesson.space.config.moderationRestrictions, { reactionRestriction: 'HOSTS_ONLY', defaultJoinAsViewerType: 'ON' });
  lesson.space.config.artifactConfig.transcriptionConfig.autoTranscriptionGeneration = 'ON';
  lesson.press(lesson.open(), MAKE_SAFE);
  expect(lesson.space.config).toMatchObject({
    entryPointAccess: 'CREATOR_APP_ONLY',
    moderationRestrictions: { reactionRestriction: 'HOSTS_ONLY', defaultJoinAsViewerType: 'ON' },
    artifactConfig: { transcriptionConfig: { autoTranscriptionGeneration: 'ON' } },
  });
});

test('D2: only invited people come in, unless the school has said that its own may', () => {
  const profile = { accessType: 'TRUSTED', chat: 'HOSTS_ONLY', recording: 'OFF', attendance: true } as const;
  const trusting = aLiveLesson({ meet: { accessType: 'OPEN' }, sidebar: { lessons: { profile, approvedSystems: ['Google Meet'], hours: null } } });
  trusting.press(trusting.open(), MAKE_SAFE);
  expect(trusting.space.config.accessType).toBe('TRUSTED');
  const usual = aLiveLesson({ meet: { accessType: 'OPEN' } });
  usual.press(usual.open(), MAKE_SAFE);
  expect(usual.space.config.accessType).toBe('RESTRICTED');
});

test('D2: for a series it is said that all of its lessons change, and they do', () => {
  const lesson = aLiveLesson({ event: { recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=MO'] } });
  const [first, second] = ['20260907', '20260914'].map((day) => `${lesson.eventId}_${day}T090000Z`);
  const card = lesson.open(first);
  expect(wordsOf(card)).toContain('every lesson on this link: this one and the others of its series');
  lesson.press(card, MAKE_SAFE, { host: 'calendar', trigger: 'eventOpen', calendarId: people.teacher, eventId: first ?? '' });
  expect(wordsOf(lesson.open(second))).toContain('What Google knows is fine.');
});

test.each(['moderation', 'attendance reports'] as const)(
  'D2: an edition without %s: what it has is set, and the rest is named, to be done by hand',
  (feature) => {
    const lesson = aLiveLesson();
    lesson.workspace.data.meet.unavailable = [feature];
    const card = lesson.open();
    const pressed = lesson.press(card, MAKE_SAFE);
    expect(lesson.space.config.accessType).toBe('RESTRICTED');
    const words = wordsOf(pressed);
    expect(words).toContain('Half done.');
    expect(words).toContain(feature === 'moderation' ? 'Host controls: still to be set to on' : 'Report of who was there: still to be set to on');
    expect(words).toContain('Press again to finish, or set it in the call: Host controls.');
    expect(words).toContain('what the school’s edition has');

    // The school gets the edition that has it: the next press finishes, and undo still puts everything back.
    lesson.workspace.data.meet.unavailable = [];
    expect(wordsOf(lesson.press(lesson.open(), MAKE_SAFE))).toContain('Done.');
    expect(wordsOf(lesson.open())).toContain('What Google knows is fine.');
    lesson.press(lesson.open(), UNDO);
    expect(lesson.space.config).toEqual(aLiveLesson().space.config);
  },
);

test('D2: undo leaves alone what was changed by hand since', () => {
  const lesson = aLiveLesson({ meet: { accessType: 'OPEN' } });
  lesson.press(lesson.open(), MAKE_SAFE);
  lesson.space.config.accessType = 'TRUSTED';
  lesson.press(lesson.open(), UNDO);
  expect(lesson.space.config).toMatchObject({ accessType: 'TRUSTED', moderation: 'OFF', attendanceReportGenerationType: 'DO_NOT_GENERATE' });
});

test('D2: undo that ends host controls says what Google set back with them', () => {
  const lesson = aLiveLesson();
  lesson.press(lesson.open(), MAKE_SAFE);
  lesson.space.config.moderationRestrictions.reactionRestriction = 'HOSTS_ONLY';
  const card = lesson.open();
  expect(wordsOf(card)).toContain('Without host controls Google sets chat, sharing and reactions back as well.');
  expect(wordsOf(lesson.press(card, UNDO))).toContain('Reactions: now everybody (was: hosts only)');
});

test('D2: a hundred Meets can be put back; of more the ones changed longest ago are forgotten, and nothing else that is kept', () => {
  const lesson = aLiveLesson();
  const kept = Object.fromEntries(
    Array.from({ length: 120 }, (_, at) => [`before:spaces/${at}`, JSON.stringify({ at: new Date(Date.UTC(2025, 0, 1 + at)).toISOString(), changes: [] })]),
  );
  lesson.script.properties.user[people.teacher] = { ...kept, other: 'stays', 'before:spaces/odd': 'not JSON' };
  const safe = lesson.press(lesson.open(), MAKE_SAFE);
  const left = lesson.script.properties.user[people.teacher] ?? {};
  expect(Object.keys(left).filter((key) => key.startsWith('before:'))).toHaveLength(100);
  expect(left).toMatchObject({ other: 'stays', 'before:spaces/119': expect.any(String) });
  expect(left).not.toHaveProperty(['before:spaces/0']);
  expect(wordsOf(safe)).toContain(UNDO);
});

test('D2: when the code has gone to another Meet in between, neither is changed', () => {
  const lesson = aLiveLesson();
  const card = lesson.open();
  const { space } = lesson;
  const other = lesson.workspace.meet.newSpace({ owner: people.teacher, meetingCode: space.meetingCode });
  space.meetingCode = 'xyz-wxyz-xyz';
  const [own, others] = [structuredClone(space.config), structuredClone(other.config)];
  expect(wordsOf(lesson.press(card, MAKE_SAFE))).toContain('This event has another link now');
  expect([space.config, other.config]).toEqual([own, others]);
});

test('D2: after a press nothing is said to be fine of another Meet than the one that the event leads to', () => {
  const lesson = aLiveLesson();
  const card = lesson.open();
  const { space } = lesson;
  lesson.workspace.meet.newSpace({ owner: people.teacher, meetingCode: space.meetingCode });
  space.meetingCode = 'xyz-wxyz-xyz';
  Object.assign(space.config, { accessType: 'RESTRICTED' });
  const words = wordsOf(lesson.press(card, MAKE_SAFE));
  expect(words).not.toContain('Only invited people come in without knocking');
  expect(words).toContain('Google answered about another Meet');
});

test.each<[string, (lesson: LiveLesson) => void, string]>([
  ['the Meet is gone', (lesson) => void delete lesson.workspace.data.meet.spaces[lesson.space.id], 'Google does not know this Meet any more.'],
  ['the Meet has another owner', (lesson) => void Object.assign(lesson.space, { owner: people.head }), 'Google lets only the owner of this Meet change it'],
  [
    'the API is off',
    (lesson) => void Object.assign(lesson.workspace.data.meet, { apiOff: true }),
    'The Google Meet API is not switched on for Handrail. Tell the school’s technician.',
  ],
  ['the minute is used up', useUp, 'Google is being asked too often right now. Wait a minute, then try again.'],
])('D2: when %s, the press says so in plain words and changes nothing', (_, happen, sentence) => {
  const lesson = aLiveLesson();
  const card = lesson.open();
  const { space } = lesson;
  const before = structuredClone(space.config);
  happen(lesson);
  const words = wordsOf(lesson.press(card, MAKE_SAFE));
  expect(words).toContain('Nothing was changed.');
  expect(words).toContain(sentence);
  expect(space.config).toEqual(before);
});

test.each([
  ['the network is down', 'throw new Error("Address unavailable: https://meet.googleapis.com")', 'Google Meet does not answer right now.'],
  ['Google answers with a server error', 'return answer(503, "{}")', 'Google Meet does not answer right now.'],
  ['Google answers with half a text', 'return answer(200, "{ \\"name\\": \\"spa")', 'Google’s answer about this Meet could not be read.'],
  ['Google answers with something else', 'return answer(200, "[]")', 'Google’s answer about this Meet could not be read.'],
  [
    'Google answers about another Meet',
    'return answer(200, JSON.stringify({ name: "spaces/x", meetingCode: "aaa-bbbb-ccc", config: {} }))',
    'about another Meet',
  ],
])('D1: when %s, the settings are “cannot verify” and the rest of the card is there', (_, body, sentence) => {
  const words = wordsOf(aLiveLesson({ files: (files) => answering(files, body) }).open());
  expect(words).toContain(sentence);
  expect(words).toContain('Google gave no answer about this Meet.');
  expect(words).toContain('Every address invited is of the school.');
  expect(words).not.toContain('Make safe');
});

test('D1: an owner whom Google tells no settings is not shown any', () => {
  const asked = 'return answer(200, JSON.stringify({ name: "spaces/x", meetingCode: request.url.split("/").pop(), config: {} }))';
  const words = wordsOf(aLiveLesson({ files: (files) => answering(files, asked) }).open());
  expect(words).toContain('Google does not say how this is set.');
  expect(words).toContain('Cannot verify: check by hand (8)');
});

/** The sidebar in a world where UrlFetchApp does as it is told. */
function answering(files: ScriptFileData[], body: string): ScriptFileData[] {
  const service = `var UrlFetchApp = { fetchAll: function (requests) { return requests.map(function (request) { ${body}; }); } };
function answer(code, text) { return { getResponseCode: function () { return code; }, getContentText: function () { return text; } }; }\n`;
  return files.map((file) => (file.type === 'SERVER_JS' ? { ...file, source: service + file.source } : file));
}

function useUp({ workspace }: LiveLesson): void {
  while (workspace.quotas.useMinute(people.teacher, 'meet reads'));
}

function callsOf(panel: ReturnType<LiveLesson['open']>, name: string): number {
  return panel.kind === 'cards' ? (panel.run?.calls.filter((call) => call.name === name).length ?? 0) : -1;
}
