import { describe, expect, test } from '@jest/globals';
import type { CheckId } from '../../src/lessons/checks/checks.ts';
import { findInEvent, hoursKept } from '../../src/lessons/checks/event-checks.ts';
import type { CheckState } from '../../src/lessons/finding.ts';
import type { EventFacts, Guest, LessonFacts } from '../../src/lessons/lesson-facts.ts';
import { aLessonsFacts, guest } from '../support/lessons.ts';

const WANTED = { domain: 'quillhaven.example', approvedSystems: ['Google Meet'], hours: { from: '08:30', to: '15:30' } };
const found = (check: CheckId, changes: Partial<LessonFacts>, wanted: Partial<typeof WANTED> = {}) =>
  findInEvent(aLessonsFacts(changes), { ...WANTED, ...wanted }).filter((finding) => finding.check === check);
const stateOf = (...asked: Parameters<typeof found>): CheckState | undefined => found(...asked)[0]?.state;

const room: Guest = { email: 'c_188@resource.calendar.google.com', answer: 'accepted', isResource: true };
const TEACHER = aLessonsFacts().organizer;
const CLASS_CALENDAR = 'c_3a@group.calendar.google.com';
const event = (changes: Partial<EventFacts>): EventFacts => ({
  ...{ title: '3A Maths', start: '2026-09-09T08:30:00.000Z', end: '2026-09-09T09:15:00.000Z', isAllDay: false, isCancelled: false },
  ...changes,
});

describe('guests', () => {
  const pupil = guest('amira.khan@quillhaven.example');
  const outsider = guest('a.friend@example.org');
  const cases: [what: string, facts: Partial<LessonFacts>, state: CheckState][] = [
    ['a class group and a colleague', {}, 'fine'],
    ['a room beside pupils', { guests: [pupil, room] }, 'fine'],
    ['a class calendar that made the event', { organizer: CLASS_CALENDAR, guests: [pupil, guest(CLASS_CALENDAR)] }, 'fine'],
    ['a teacher from another school', { guests: [pupil, guest('colleague@other-school.example', 'accepted')] }, 'not fine'],
    ['an outsider who declined: they may still come in', { guests: [pupil, guest('a.friend@example.org', 'declined')] }, 'not fine'],
    ['an organiser from outside', { organizer: 'stranger@example.org' }, 'not fine'],
    ['an organiser from outside whose guests are hidden', { organizer: 'stranger@example.org', guests: null }, 'not fine'],
    ['somebody else’s calendar among the guests', { guests: [pupil, guest('c_9@group.calendar.google.com')] }, 'not fine'],
    ['a domain that only looks like the school’s', { guests: [guest('x@quillhaven.example.org')] }, 'not fine'],
    ['a domain that ends like the school’s', { guests: [guest('x@notquillhaven.example')] }, 'not fine'],
    ['a part of the school’s domain that is another’s', { guests: [guest('x@mail.quillhaven.example')] }, 'not fine'],
    ['an address in capital letters', { guests: [guest('Amira.Khan@QUILLHAVEN.example')] }, 'fine'],
    ['an event to which anybody may add themselves', { event: event({ anyoneCanAddSelf: true }) }, 'not fine'],
    ['hidden guests', { guests: null }, 'cannot verify'],
    ['guests who did not fit into the address', { guestsLeftOut: 1 }, 'cannot verify'],
    ['an outsider beside guests who did not fit', { guestsLeftOut: 1, guests: [pupil, outsider] }, 'not fine'],
    ['a guest who brings others', { guests: [{ ...pupil, brings: 2 }] }, 'cannot verify'],
    ['nobody', { guests: [] }, 'cannot verify'],
    ['a room alone', { guests: [room] }, 'cannot verify'],
    ['the teacher alone, who gave the link to pupils otherwise', { guests: [guest(TEACHER, 'accepted'), room] }, 'cannot verify'],
    ['an event that says nobody’s name', { organizer: '' }, 'cannot verify'],
  ];
  test.each(cases)('D1: %s', (_, facts, state) => expect(stateOf('guests-in-school', facts)).toBe(state));

  test('D1: a sidebar that does not know the domain says so; one that knows it in capitals knows it', () => {
    expect(stateOf('guests-in-school', {}, { domain: '' })).toBe('cannot verify');
    expect(stateOf('guests-in-school', {}, { domain: 'Quillhaven.EXAMPLE' })).toBe('fine');
  });

  test('D1: whoever is from outside is named; of many the first three, each once', () => {
    const guests = ['d', 'b', 'a', 'c', 'a'].map((name) => guest(`${name}@example.org`));
    expect(found('guests-in-school', { guests })[0]?.words).toBe('a@example.org, b@example.org, c@example.org and 1 more are not accounts of the school.');
    expect(found('guests-in-school', { guests: guests.slice(0, 1) })[0]?.words).toBe('Not an account of the school: d@example.org.');
  });

  test('D1: it is fine for now when guests may invite others, and says so', () => {
    expect(found('guests-in-school', { event: event({ guestsCanInvite: true }) })[0]).toMatchObject({
      state: 'fine',
      words: 'Every address invited is of the school. Guests may invite others later.',
    });
    expect(found('guests-in-school', { event: event({ guestsCanInvite: false }) })[0]?.words).toBe('Every address invited is of the school.');
  });
});

describe('the call', () => {
  const call = (kind: LessonFacts['conference']['kind'], name = '') => ({ conference: { kind, name, code: kind === 'meet' ? 'abc-defg-hij' : '' } });
  const cases: [what: string, facts: Partial<LessonFacts>, approved: string[], state: CheckState][] = [
    ['Meet, which is approved', call('meet'), ['Google Meet'], 'fine'],
    ['Meet, approved in other letters', call('meet'), [' google meet '], 'fine'],
    ['Meet, which is not', call('meet'), ['Zoom'], 'not fine'],
    ['Meet, when nothing is', call('meet'), [], 'not fine'],
    ['Zoom, which is not', call('other', 'Zoom Meeting'), ['Google Meet'], 'not fine'],
    ['Zoom, which is approved', call('other', 'Zoom Meeting'), ['Google Meet', 'Zoom Meeting'], 'fine'],
    ['a call without a name', call('other'), ['Google Meet', ''], 'not fine'],
    ['a stranger’s call that calls itself Google Meet', call('other', 'Google Meet'), ['Google Meet'], 'cannot verify'],
    ['a hidden call', call('hidden'), ['Google Meet'], 'cannot verify'],
    ['no call, or one that is still being made', call('none'), ['Google Meet'], 'cannot verify'],
  ];
  test.each(cases)('D3: %s', (_, facts, approvedSystems, state) => expect(stateOf('approved-system', facts, { approvedSystems })).toBe(state));

  test('D1: a second call in the description is named; an approved one is not', () => {
    const links = { callLinks: ['Zoom', 'Discord'] };
    expect(found('other-call-links', links).map(({ words }) => words)).toEqual([
      'The description or location leads to Zoom, which the school has not approved.',
      'The description or location leads to Discord, which the school has not approved.',
    ]);
    expect(found('other-call-links', links, { approvedSystems: ['Google Meet', 'zoom', 'Discord'] })).toEqual([]);
  });

  test('D1: the link copied into the description is not fine; a description that may not be read is not “no link”', () => {
    expect(stateOf('link-copied', { callLinks: ['Google Meet'] })).toBe('not fine');
    expect(stateOf('link-copied', { callLinks: ['Zoom'] })).toBe('fine');
    expect(stateOf('link-copied', { callLinks: null })).toBe('cannot verify');
    expect(stateOf('other-call-links', { callLinks: null })).toBe('cannot verify');
    expect(found('link-copied', { callLinks: ['Google Meet'] })[0]?.mend).toBe('Take it out: guests have the Join button.');
    expect(found('link-copied', { callLinks: ['Google Meet'], ...call('none') })[0]?.mend).toContain('add Google Meet');
  });
});

describe('the event', () => {
  test('D1: a cancelled event is not fine; one that takes place needs no words; one that may not be asked about is unknown', () => {
    expect(stateOf('event-on', { event: event({ isCancelled: true }) })).toBe('not fine');
    expect(found('event-on', {})).toEqual([]);
    expect(stateOf('event-on', { event: null })).toBe('cannot verify');
  });

  test('D1: a cancelled event without times is found out about all the same', () => {
    expect(stateOf('event-on', { event: event({ isCancelled: true, start: '', end: '' }) })).toBe('not fine');
  });
});

describe('hours', () => {
  const cases: [what: string, changes: Partial<EventFacts>, state: CheckState][] = [
    ['in the middle of the day', {}, 'fine'],
    ['from the first minute to the last, in summer time', { start: '2026-09-09T07:30:00.000Z', end: '2026-09-09T14:30:00.000Z' }, 'fine'],
    ['the same hour by UTC, a week after the clocks went back', { start: '2026-10-28T07:30:00.000Z', end: '2026-10-28T14:30:00.000Z' }, 'not fine'],
    ['the same hour on the wall, a week after the clocks went back', { start: '2026-10-28T08:30:00.000Z', end: '2026-10-28T15:30:00.000Z' }, 'fine'],
    ['a minute early', { start: '2026-09-09T07:29:00.000Z' }, 'not fine'],
    ['a minute late', { end: '2026-09-09T14:31:00.000Z' }, 'not fine'],
    ['over midnight', { start: '2026-09-09T13:00:00.000Z', end: '2026-09-10T09:00:00.000Z' }, 'not fine'],
    ['on a Saturday', { start: '2026-09-12T09:00:00.000Z', end: '2026-09-12T10:00:00.000Z' }, 'not fine'],
    ['on a Sunday on which the clocks change', { start: '2026-10-25T09:00:00.000Z', end: '2026-10-25T10:00:00.000Z' }, 'not fine'],
    ['all day', { isAllDay: true, start: '2026-09-09', end: '2026-09-10' }, 'not fine'],
    ['without times', { start: '', end: '' }, 'cannot verify'],
  ];
  test.each(cases)('D3: a lesson %s', (_, changes, state) => expect(stateOf('hours', { event: event(changes) })).toBe(state));

  test('D3: a school that set no hours is told nothing; a time that nobody knows is not within them', () => {
    expect(hoursKept({ event: event({ isAllDay: true }) }, { hours: null })).toEqual([]);
    expect(hoursKept({ event: null }, { hours: WANTED.hours })).toMatchObject([{ state: 'cannot verify' }]);
    // The page asks for it, and the office says it then.
    expect(found('hours', { event: null })).toEqual([]);
  });
});
