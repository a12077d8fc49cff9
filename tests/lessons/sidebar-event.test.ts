import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { people } from '../../local/school/staff.ts';
import type { CalendarEventData, SpaceConfigData } from '../../local/workspace/data.ts';
import { factsFrom } from '../../src/lessons/facts-in-address.ts';
import { aLiveLesson, type LessonWanted, linkOf, OFFICE_ADDRESS, widgetsOf, wordsOf } from '../support/live-lesson.ts';

/** As the school wants it. */
const SAFE: Partial<SpaceConfigData> = {
  ...{ accessType: 'RESTRICTED', moderation: 'ON', attendanceReportGenerationType: 'GENERATE_REPORT' },
  moderationRestrictions: {
    ...{ chatRestriction: 'HOSTS_ONLY', presentRestriction: 'HOSTS_ONLY', reactionRestriction: 'NO_RESTRICTION', defaultJoinAsViewerType: 'OFF' },
  },
};

const CALL_ELSEWHERE: Partial<CalendarEventData> = {
  conferenceData: {
    conferenceId: '123',
    conferenceSolution: { key: { type: 'addOn' }, name: 'Zoom Meeting', iconUri: '' },
    entryPoints: [{ entryPointType: 'video', uri: 'https://zoom.us/j/123', label: 'zoom.us/j/123' }],
  } as unknown as NonNullable<CalendarEventData['conferenceData']>,
};

test('D1: the open lesson says first what is not fine and how to mend it, then what Make safe sets, then what was fine', () => {
  const words = wordsOf(aLiveLesson({ meet: { accessType: 'OPEN' } }).open());
  const order = ['Not fine (5)', 'Anybody who has the link comes in without knocking.', '“Make safe” sets:', 'On the checks page', 'Checked: fine'];
  expect(order.map((each) => words.indexOf(each))).toEqual([...order.map((each) => words.indexOf(each))].sort((a, b) => a - b));
  for (const each of order) expect(words).toContain(each);
});

test('D1: a lesson in which Google finds nothing wrong is not called safe: the checks page asks the rest', () => {
  const words = wordsOf(aLiveLesson({ meet: SAFE }).open());
  expect(words).toContain('What Google knows is fine. The checks page asks the rest.');
  expect(words).not.toContain('Make safe');
  for (const office of ['second adult', 'agreements', 'one-to-one', 'plan', 'how often']) expect(words).toContain(office);
});

test('D3: with one guest alone the card says not to start unless it was approved, whatever Google finds fine', () => {
  const words = 'If it is a pupil, do not start before a senior leader has approved it.';
  expect(wordsOf(aLiveLesson({ meet: SAFE }).open())).toContain(words);
  const two = [people.teacher, people.pupil, people.teachingAssistant].map((email) => ({ email, responseStatus: 'accepted' as const }));
  expect(wordsOf(aLiveLesson({ meet: SAFE, event: { attendees: two } }).open())).not.toContain(words);
});

test('D1: the one button leads to the checks page with everything that was found behind the #', () => {
  const lesson = aLiveLesson();
  const [address, fragment = ''] = linkOf(lesson.open(), 'Open my checks').split('#');
  expect(address).toBe(`${OFFICE_ADDRESS}?page=lesson`);
  expect(factsFrom(fragment)).toMatchObject({
    eventId: lesson.eventId,
    calendarId: people.teacher,
    organizer: people.teacher,
    event: { title: '3A Maths', start: '2026-09-07T09:00:00.000Z', end: '2026-09-07T09:45:00.000Z', isAllDay: false },
    guests: [{ email: people.teacher }, { email: people.pupil }],
    conference: { kind: 'meet', code: lesson.space.meetingCode },
    space: { state: 'read', name: `spaces/${lesson.space.id}`, config: { accessType: 'TRUSTED', moderation: 'OFF' } },
  });
});

const BUT_THE_OWNER: LessonWanted = {
  owner: people.secondDeputy,
  event: { attendees: [people.secondDeputy, people.teacher].map((email) => ({ email, responseStatus: 'accepted' as const })) },
};

test('D2: whoever does not own the Meet is told who does, and that nothing of its settings is known', () => {
  const words = wordsOf(aLiveLesson(BUT_THE_OWNER).open());
  expect(words).toContain(people.secondDeputy);
  expect(words).toContain('Google tells only the owner of this Meet how it is set.');
  expect(words).toContain('Cannot verify: check by hand (8)');
  expect(words).not.toMatch(/Host controls are|Only hosts can|comes? in without knocking\./);
});

test('D1: hidden guests and a hidden call are “cannot verify”, never fine', () => {
  const guests = wordsOf(aLiveLesson({ ...BUT_THE_OWNER, event: { ...BUT_THE_OWNER.event, guestsCanSeeOtherGuests: false } }).open());
  expect(guests).toContain('The guests of this event are hidden from you.');
  expect(guests).not.toContain('Every address invited is of the school.');
});

test.each<[string, LessonWanted, string[], string[]]>([
  ['cancelled', { event: { status: 'cancelled' } }, ['This event was cancelled.', 'Raise a concern'], ['Make safe']],
  ['without a call', { meet: false }, ['Calendar shows no call in this event.', 'Open my checks'], ['Make safe', 'Not fine']],
  [
    'all day',
    { event: { start: { date: '2026-09-07' }, end: { date: '2026-09-08' } }, meet: false },
    ['07/09/2026, all day', 'Calendar shows no call'],
    ['Make safe'],
  ],
  [
    'in another firm’s call',
    { meet: false, event: CALL_ELSEWHERE },
    ['The lesson is in Zoom Meeting, which the school has not approved.'],
    ['Make safe', 'Host controls'],
  ],
  ['with a link copied into it', { event: { description: 'Or here: https://zoom.us/j/1' } }, ['leads to Zoom, which the school has not approved.'], []],
  [
    'with somebody from outside',
    { event: { attendees: [{ email: 'jo@example.org', responseStatus: 'accepted' }] } },
    ['Not an account of the school: jo@example.org.'],
    ['Every address invited'],
  ],
  ['with a title that looks like code', { event: { summary: '<b>3A</b> & <a href="https://example.org">x</a>' } }, ['‹b›3A‹/b› &'], ['<a']],
])('D1: an event %s has a sensible card', (_, wanted, there, absent) => {
  const lesson = aLiveLesson(wanted);
  const panel = lesson.open();
  const words = wordsOf(panel);
  for (const each of there) expect(words).toContain(each);
  for (const each of absent) expect(JSON.stringify(panel.kind === 'cards' ? panel.stack : '')).not.toContain(each);
});

test('D1: an event that was never saved is to be saved first', () => {
  const words = wordsOf(aLiveLesson().cardFor({ calendarId: people.teacher, organizer: { email: people.teacher } }));
  expect(words).toContain('Save this event first.');
  expect(words).toContain('Raise a concern');
});

test('D1: a call that Calendar hides is “cannot verify”, and when Calendar passes no event at all there is the homepage', () => {
  const lesson = aLiveLesson({ meet: false });
  const hidden = lesson.cardFor({ calendarId: people.teacher, id: lesson.eventId, capabilities: { canSeeAttendees: true, canSeeConferenceData: false } });
  expect(wordsOf(hidden)).toContain('Calendar does not show you the call of this event.');
  expect(wordsOf(lesson.cardFor({}))).toContain('My concerns and agreements');
});

test('D1: of an event in a calendar that one only reads the title is not known, and the card says so', () => {
  const lesson = aLiveLesson({ owner: people.secondDeputy });
  const calendar = lesson.workspace.calendars.find(people.secondDeputy);
  calendar?.acl.push({ scopeType: 'user', value: people.teacher, role: 'reader' });
  const words = wordsOf(lesson.open(lesson.eventId, people.secondDeputy));
  expect(words).toContain('Handrail has not been allowed to see what the event is called and when it is.');
  expect(words).toContain(people.secondDeputy);
});

test('D1: a sidebar that was not connected says so, and leads nowhere', () => {
  const blank = aLiveLesson({ files: (files) => files.map((file) => ({ ...file, source: file.source.replaceAll(OFFICE_ADDRESS, '') })) });
  for (const panel of [blank.open(), blank.home()]) {
    expect(wordsOf(panel)).toContain('Handrail is not connected yet.');
    expect(JSON.stringify(panel)).not.toContain('openLink');
  }
});

test('D1: what the school has set comes with the sidebar: hours, approved systems, who may come in', () => {
  const lessons = {
    profile: { accessType: 'TRUSTED', chat: 'NO_RESTRICTION', recording: null, attendance: true },
    approvedSystems: ['Google Meet'],
    hours: { from: '11:00', to: '15:00' },
  } as const;
  const words = wordsOf(aLiveLesson({ sidebar: { lessons: { ...lessons, approvedSystems: [...lessons.approvedSystems] } } }).open());
  expect(words).toContain('It is from 10:00 to 10:45; the school has live lessons between 11:00 and 15:00.');
  expect(words).toContain('“Make safe” sets:');
  expect(words).not.toContain('Coming in without knocking: invited people only');
  expect(words).not.toContain('Writing in the chat: hosts only');
});

test('D1: whatever an event has, its card is drawn, within the hundred widgets, and its link stays short', () => {
  const email = fc.constantFrom(
    people.pupil,
    people.teachingAssistant,
    'class-3a@quillhaven.example',
    'jo@example.org',
    `${'x'.repeat(60)}@quillhaven.example`,
  );
  const guest = fc.record({
    email,
    responseStatus: fc.constantFrom('accepted' as const, 'declined' as const, 'needsAction' as const, 'tentative' as const),
    resource: fc.boolean(),
  });
  const event = fc.record({
    summary: fc.string({ maxLength: 300 }),
    description: fc.string(),
    attendees: fc.array(guest, { maxLength: 120 }),
    guestsCanSeeOtherGuests: fc.boolean(),
  });
  fc.assert(
    fc.property(event, (wanted) => {
      const panel = aLiveLesson({ event: wanted }).open();
      expect(widgetsOf(panel)).toBeLessThan(40);
      expect(linkOf(panel, 'Open my checks').length).toBeLessThan(7_000);
    }),
    { numRuns: 25 },
  );
});
