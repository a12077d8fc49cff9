import { describe, expect, test } from '@jest/globals';
import { callLinksIn } from '../../src/lessons/gather/call-links.ts';
import { factsOfListed, factsOfOpened, hasCall, type ListedEvent, meetCodeOf, type OpenedEvent } from '../../src/lessons/gather/gather-facts.ts';

const AT = '2026-09-07T08:00:00.000Z';
const TEACHER = 'idris.vaughan@quillhaven.example';
const MEET = {
  conferenceId: 'abc-defg-hij',
  conferenceSolution: { key: { type: 'hangoutsMeet' }, name: 'Google Meet' },
  entryPoints: [
    { entryPointType: 'video', uri: 'https://meet.google.com/abc-defg-hij' },
    { entryPointType: 'phone', uri: 'tel:+44-20-1234-5678' },
  ],
};

const listed = (changes: Partial<ListedEvent> = {}): ListedEvent => ({
  ...{ id: 'maths', status: 'confirmed', summary: '3A Maths', organizer: { email: TEACHER }, conferenceData: MEET },
  ...{ start: { dateTime: '2026-09-09T09:30:00+01:00' }, end: { dateTime: '2026-09-09T10:15:00+01:00' } },
  attendees: [{ email: 'Tessa.Rook@Quillhaven.example', responseStatus: 'accepted' }],
  ...changes,
});
const factsOf = (changes: Partial<ListedEvent> = {}) => factsOfListed(listed(changes), TEACHER, { state: 'no answer' }, AT);
const ALL_SEEN = { canSeeAttendees: true, canSeeConferenceData: true };
const opened = (changes: Partial<OpenedEvent> = {}, known: ListedEvent | null = null) =>
  factsOfOpened({ calendarId: TEACHER, id: 'maths', organizer: { email: TEACHER }, capabilities: ALL_SEEN, ...changes }, known, { state: 'no answer' }, AT);

describe('what Calendar lists', () => {
  test('D1: an event becomes facts, addresses in lower case and times in UTC', () => {
    expect(factsOf()).toEqual({
      ...{ version: 1, at: AT, calendarId: TEACHER, eventId: 'maths', seriesId: '', organizer: TEACHER },
      event: {
        ...{ title: '3A Maths', start: '2026-09-09T08:30:00.000Z', end: '2026-09-09T09:15:00.000Z' },
        ...{ isAllDay: false, isCancelled: false, guestsCanInvite: true },
      },
      guests: [{ email: 'tessa.rook@quillhaven.example', answer: 'accepted', isResource: false }],
      ...{ guestsLeftOut: 0, conference: { kind: 'meet', code: 'abc-defg-hij', name: 'Google Meet' }, callLinks: [], space: { state: 'no answer' } },
    });
  });

  test.each([
    ['a calendar in another time zone', { start: { dateTime: '2026-09-09T04:30:00-04:00' } }, '2026-09-09T08:30:00.000Z'],
    ['the Friday before the clocks go back', { start: { dateTime: '2026-10-23T09:30:00+01:00' } }, '2026-10-23T08:30:00.000Z'],
    ['the Monday after', { start: { dateTime: '2026-10-26T09:30:00Z' } }, '2026-10-26T09:30:00.000Z'],
  ])('D1: %s is kept in UTC', (_, changes, start) => expect(factsOf(changes).event?.start).toBe(start));

  test('D1: a day is a day, and an occurrence names its series', () => {
    const facts = factsOf({ start: { date: '2026-09-09' }, end: { date: '2026-09-10' }, recurringEventId: 'weekly' });
    expect(facts).toMatchObject({ seriesId: 'weekly', event: { isAllDay: true, start: '2026-09-09', end: '2026-09-10' } });
  });

  test('D1: a cancelled occurrence has little more than its id, and is still known as cancelled', () => {
    const facts = factsOfListed(
      { id: 'm_1', status: 'cancelled', recurringEventId: 'm', originalStartTime: { dateTime: '2026-09-09T09:30:00+01:00' } },
      TEACHER,
      { state: 'no answer' },
      AT,
    );
    expect(facts.event).toEqual({ title: '', start: '2026-09-09T08:30:00.000Z', end: '2026-09-09T08:30:00.000Z', isAllDay: false, isCancelled: true });
    expect(factsOfListed({ id: 'm_1', status: 'cancelled' }, TEACHER, { state: 'no answer' }, AT).event).toMatchObject({ start: '', isCancelled: true });
  });

  test('D1: whoever sees an event as busy alone has seen neither guests, nor call, nor description', () => {
    const busy = { id: 'maths', status: 'confirmed', visibility: 'private', start: { dateTime: '2026-09-09T09:30:00+01:00' } };
    const facts = factsOfListed(busy, 'other@quillhaven.example', { state: 'no answer' }, AT);
    expect(facts).toMatchObject({ guests: null, callLinks: null, conference: { kind: 'hidden' }, organizer: '' });
    expect(facts.event).not.toHaveProperty('guestsCanInvite');
  });

  test('D1: what hosts of events set for their guests is told', () => {
    expect(factsOf({ anyoneCanAddSelf: true, guestsCanInviteOthers: false }).event).toMatchObject({ anyoneCanAddSelf: true, guestsCanInvite: false });
  });

  test('D1: an emoji is not cut in half, so that the title fits into an address', () => {
    const title = factsOf({ summary: '🎻'.repeat(200) }).event?.title ?? '';
    expect(title).toBe('🎻'.repeat(120));
  });
});

describe('guests', () => {
  test('D1: guests left out by Calendar, or hidden, are not “no guests”', () => {
    expect(factsOf({ attendeesOmitted: true }).guests).toBeNull();
    expect(factsOf({ attendees: undefined }).guests).toEqual([]);
    expect(opened({ capabilities: { canSeeAttendees: false, canSeeConferenceData: true } }, listed()).guests).toBeNull();
    expect(opened({ capabilities: undefined }).guests).toBeNull();
    expect(opened({ capabilities: undefined }, listed({ attendeesOmitted: true })).guests).toBeNull();
    expect(opened().guests).toEqual([]);
  });

  test('D1: a guest without an address is counted', () => {
    expect(factsOf({ attendees: [{ responseStatus: 'accepted' }, { email: 'a@quillhaven.example' }] })).toMatchObject({
      guests: [{ email: 'a@quillhaven.example', answer: 'needsAction' }],
      guestsLeftOut: 1,
    });
  });

  test('D1: of more guests than the page takes the rest are counted', () => {
    const facts = factsOf({ attendees: Array.from({ length: 320 }, (_, at) => ({ email: `p${at}@quillhaven.example` })) });
    expect([facts.guests?.length, facts.guestsLeftOut]).toEqual([300, 20]);
  });

  test('D1: only Google’s own rooms are rooms; a person whom somebody calls one stays a person', () => {
    const guests = factsOf({
      attendees: [
        { email: 'c_188@resource.calendar.google.com', resource: true, responseStatus: 'accepted' },
        { email: 'stranger@example.org', resource: true },
        { email: 'gran@example.org', additionalGuests: 2, responseStatus: 'what' },
      ],
    }).guests;
    expect(guests).toEqual([
      { email: 'c_188@resource.calendar.google.com', answer: 'accepted', isResource: true },
      { email: 'stranger@example.org', answer: 'needsAction', isResource: false },
      { email: 'gran@example.org', answer: 'needsAction', isResource: false, brings: 2 },
    ]);
  });
});

describe('the call', () => {
  const video = (uri: string, type = 'addOn', name = 'A call') => ({
    conferenceSolution: { key: { type }, name },
    entryPoints: [{ entryPointType: 'video', uri }],
  });

  test.each([
    ['a Meet', MEET, { kind: 'meet', code: 'abc-defg-hij' }],
    ['a Meet without its link', { ...MEET, entryPoints: [] }, { kind: 'meet', code: 'abc-defg-hij' }],
    ['a Meet in capital letters', video('https://MEET.google.com/ABC-defg-hij'), { kind: 'meet', code: 'abc-defg-hij' }],
    ['a Meet with an account in its link', video('https://meet.google.com/abc-defg-hij?authuser=1'), { kind: 'meet', code: 'abc-defg-hij' }],
    ['another maker’s call', video('https://zoom.example/j/1', 'addOn', 'Zoom Meeting'), { kind: 'other', code: '', name: 'Zoom Meeting' }],
    ['a host that looks like Meet', video('https://meet.google.com.example.org/abc-defg-hij', 'addOn', 'Google Meet'), { kind: 'other', code: '' }],
    ['a call that calls itself Meet', video('https://example.org/abc-defg-hij', 'hangoutsMeet', 'Google Meet'), { kind: 'other', code: '' }],
    ['an old Hangout', video('https://hangouts.google.com/x', 'eventHangout', 'Hangouts'), { kind: 'other', code: '' }],
    ['a call that Google still makes', {}, { kind: 'none', code: '', name: '' }],
    ['no call', undefined, { kind: 'none', code: '', name: '' }],
  ])('D3: %s', (_, conferenceData, conference) => {
    expect(factsOf({ conferenceData }).conference).toMatchObject(conference);
    expect(meetCodeOf(conferenceData)).toBe(conference.code);
    expect(hasCall({ conferenceData })).toBe(conference.kind !== 'none');
  });

  test('D3: a call that is hidden, or that nobody could ask about, is not “no call”', () => {
    expect(opened({ conferenceData: MEET, capabilities: { canSeeAttendees: true, canSeeConferenceData: false } }).conference.kind).toBe('hidden');
    expect(opened({ capabilities: undefined }).conference.kind).toBe('hidden');
    expect(opened().conference.kind).toBe('none');
  });
});

describe('links in an event’s words', () => {
  test.each([
    ['Join: https://meet.google.com/abc-defg-hij', ['Google Meet']],
    ['<a href="https://www.google.com/url?q=https%3A%2F%2Fmeet.google.com%2Fabc-defg-hij&amp;sa=D">here</a>', ['Google Meet']],
    ['meet.google.com&#x2F;abc-defg-hij', ['Google Meet']],
    ['meet.<wbr>google.com/abc-defg-hij', ['Google Meet']],
    ['g.co/meet/3A and MEET.GOOGLE.COM/lookup/x', ['Google Meet']],
    ['https://us02web.zoom.us/j/85 or https://teams.live.com/meet/9', ['Zoom', 'Microsoft Teams']],
    ['https://www.youtube.com/live/abc', ['a public stream']],
    ['Homework: https://youtu.be/abc, https://www.youtube.com/watch?v=1', []],
    ['We meet at ten. Zoom in on page 3, teams of four.', []],
    ['About zoom.us', []],
    ['', []],
  ])('D1: “%s” leads to %j', (words, links) => expect(callLinksIn(words)).toEqual(links));

  test('D1: a link where the event takes place counts as well', () => {
    expect(factsOf({ location: 'https://zoom.us/j/85', description: 'See meet.google.com/abc-defg-hij' }).callLinks).toEqual(['Google Meet', 'Zoom']);
    expect(opened().callLinks).toBeNull();
  });
});
