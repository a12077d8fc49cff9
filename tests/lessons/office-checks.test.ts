import { describe, expect, test } from '@jest/globals';
import type { CheckId } from '../../src/lessons/checks/checks.ts';
import { findInOffice, type OfficeKnowledge } from '../../src/lessons/checks/find-in-office.ts';
import type { CheckState } from '../../src/lessons/finding.ts';
import type { Guest, LessonFacts } from '../../src/lessons/lesson-facts.ts';
import { type MeetProfile, USUAL_PROFILE } from '../../src/lessons/meet/space.ts';
import type { RollEntry } from '../../src/school/roll.ts';
import { AISHA, APPROVED, BEN, CORA, GOVERNOR, HEAD, LEFT, PARENT, SUPPLY, TA, TEACHER, theOffice, VOLUNTEER } from '../support/lesson-office.ts';
import { aLessonsFacts, guest } from '../support/lessons.ts';

const GROUP = guest('class-3a@quillhaven.example');
const is = (entry: RollEntry, answer: Guest['answer'] = 'needsAction') => guest(entry.email, answer);
const withGuests = (...guests: Guest[]) => aLessonsFacts({ guests });

const found = (check: CheckId, facts: LessonFacts | null, office: Partial<OfficeKnowledge> = {}, unsigned: RollEntry[] = []) =>
  findInOffice(theOffice(facts, office, unsigned)).filter((finding) => finding.check === check);
const stateOf = (...asked: Parameters<typeof found>): CheckState | undefined => found(...asked)[0]?.state;

describe('a second adult', () => {
  const cases: [what: string, guests: Guest[], state: CheckState][] = [
    ['who said yes', [is(TA, 'accepted'), is(AISHA)], 'fine'],
    ['of a supply agency who said yes', [is(SUPPLY, 'accepted'), is(AISHA)], 'fine'],
    ['who said yes, beside one who said no', [is(HEAD, 'declined'), is(TA, 'accepted')], 'fine'],
    ['who has not answered', [is(TA), is(AISHA)], 'not fine'],
    ['who said perhaps', [is(TA, 'tentative'), is(AISHA)], 'not fine'],
    ['who said no', [is(TA, 'declined'), is(AISHA)], 'not fine'],
    ['who is the teacher', [is(TEACHER, 'accepted'), is(AISHA)], 'not fine'],
    ['who is a governor', [is(GOVERNOR, 'accepted'), is(AISHA)], 'not fine'],
    ['who is a parent', [is(PARENT, 'accepted'), is(AISHA)], 'not fine'],
    ['who is a volunteer', [is(VOLUNTEER, 'accepted'), is(AISHA)], 'not fine'],
    ['who comes from another school', [guest('colleague@other-school.example', 'accepted'), is(AISHA)], 'not fine'],
    ['who is a room', [{ ...is(TA, 'accepted'), isResource: true }, is(AISHA)], 'not fine'],
    ['who will have left by then', [is(LEFT, 'accepted'), is(AISHA)], 'cannot verify'],
    ['who may be in a group', [GROUP], 'cannot verify'],
  ];
  test.each(cases)('D3: %s', (_, guests, state) => expect(stateOf('second-adult', withGuests(...guests))).toBe(state));

  test('D3: somebody who made the event counts as coming in Calendar, and has said nothing', () => {
    const facts = aLessonsFacts({ organizer: HEAD.email, guests: [is(HEAD, 'accepted'), is(AISHA)] });
    expect(found('second-adult', facts)).toMatchObject([{ state: 'a person must confirm', words: expect.stringContaining('Maeve Hale') }]);
    expect(stateOf('second-adult', { ...facts, organizer: '' })).toBe('a person must confirm');
    expect(stateOf('second-adult', { ...facts, guests: [is(HEAD, 'accepted'), is(TA, 'accepted')] })).toBe('fine');
  });

  test('D3: in an approved one-to-one it is the adult within earshot, whom a person sees', () => {
    const approved = { approvalFor: (pupil: string) => (pupil === AISHA.email ? APPROVED : undefined) };
    const [finding] = found('second-adult', withGuests(is(AISHA)), approved);
    expect(finding).toMatchObject({ state: 'a person must confirm', words: expect.stringContaining(APPROVED.inEarshot) });
    expect(stateOf('second-adult', withGuests(is(BEN)), approved)).toBe('not fine');
    expect(stateOf('second-adult', withGuests(is(AISHA), is(BEN)), approved)).toBe('not fine');
    expect(stateOf('second-adult', withGuests(is(AISHA), GROUP), approved)).toBe('cannot verify');
  });

  test('D3: who said no is named, so that nobody waits for them', () => {
    for (const guests of [
      [is(TA, 'declined'), is(AISHA)],
      [is(TA, 'declined'), GROUP],
    ])
      expect(found('second-adult', withGuests(...guests))[0]?.words).toContain('Tessa Hale said no.');
  });

  test('D3: nobody knows without the sidebar, with hidden guests, or where guests were left out', () => {
    for (const facts of [null, aLessonsFacts({ guests: null }), aLessonsFacts({ guests: [is(AISHA)], guestsLeftOut: 3 })])
      expect(stateOf('second-adult', facts)).toBe('cannot verify');
  });
});

describe('one-to-one', () => {
  const approved = { approvalFor: (pupil: string) => (pupil === AISHA.email ? APPROVED : undefined) };
  const cases: [what: string, facts: LessonFacts | null, office: Partial<OfficeKnowledge>, state: CheckState][] = [
    ['two pupils', withGuests(is(AISHA), is(BEN)), {}, 'fine'],
    ['one pupil without approval', withGuests(is(AISHA)), {}, 'never'],
    ['one pupil with another adult there, without approval', withGuests(is(AISHA), is(TA, 'accepted')), {}, 'never'],
    ['one pupil and one who declined', withGuests(is(AISHA), is(BEN, 'declined')), {}, 'never'],
    ['one pupil and a parent', withGuests(is(AISHA), is(PARENT)), {}, 'never'],
    ['one pupil, of a class that was chosen', withGuests(is(AISHA)), { className: '3A' }, 'never'],
    ['one pupil with approval', withGuests(is(AISHA)), approved, 'fine'],
    ['another pupil than the one approved', withGuests(is(BEN)), approved, 'never'],
    ['one pupil and a group', withGuests(is(AISHA), GROUP), {}, 'cannot verify'],
    ['one pupil and a group that declined', withGuests(is(AISHA), { ...GROUP, answer: 'declined' }), {}, 'cannot verify'],
    ['one pupil who brings others', withGuests({ ...is(AISHA), brings: 1 }), {}, 'cannot verify'],
    ['no pupil', withGuests(is(TA)), {}, 'cannot verify'],
    ['hidden guests', aLessonsFacts({ guests: null }), {}, 'cannot verify'],
    ['no facts', null, {}, 'cannot verify'],
    ['no facts, but a class: nobody knows who of it comes', null, { className: '3A', classPupils: [AISHA, BEN] }, 'a person must confirm'],
    ['a group, and a class', withGuests(GROUP), { className: '3A', classPupils: [AISHA, BEN] }, 'a person must confirm'],
    ['no facts, and a class of one', null, { className: '3A', classPupils: [AISHA] }, 'cannot verify'],
  ];
  test.each(cases)('D3: %s', (_, facts, office, state) => expect(stateOf('one-to-one', facts, office)).toBe(state));

  test('D3: an approval is shown with its last day and whoever is within earshot', () => {
    expect(found('one-to-one', withGuests(is(AISHA)), approved)[0]?.words).toBe('Approved with Aisha Hale until 23/10/2026. Within earshot: Tessa Hale.');
  });
});

describe('who is who', () => {
  test('D1: addresses that are nobody’s may be groups: a person looks into them', () => {
    expect(found('groups-known', withGuests(GROUP, is(AISHA)))).toMatchObject([
      { state: 'cannot verify', words: expect.stringContaining('class-3a@quillhaven.example') },
    ]);
    expect(found('groups-known', withGuests(is(AISHA), is(TA)))).toEqual([]);
    expect(stateOf('groups-known', withGuests(guest('Class-3A@quillhaven.example')))).toBe('cannot verify');
  });

  test('D1: where no pupil is invited, pupils have the link from elsewhere: nobody knows who comes', () => {
    expect(stateOf('groups-known', withGuests(is(TEACHER), is(TA)))).toBe('cannot verify');
  });
});

describe('agreements', () => {
  const cases: [what: string, facts: LessonFacts | null, office: Partial<OfficeKnowledge>, unsigned: RollEntry[], state: CheckState][] = [
    ['all have signed', withGuests(is(AISHA), is(BEN)), {}, [], 'fine'],
    ['one has not', withGuests(is(AISHA), is(BEN)), {}, [BEN], 'not fine'],
    ['one who has not declined', withGuests(is(AISHA), is(BEN, 'declined')), {}, [BEN], 'fine'],
    ['those known have, and a group comes', withGuests(is(AISHA), GROUP), {}, [], 'cannot verify'],
    ['one of the class has not, and its group comes', withGuests(GROUP), { classPupils: [AISHA, BEN] }, [BEN], 'not fine'],
    ['all of a class have, of which nobody is invited', withGuests(is(TA)), { classPupils: [AISHA, BEN] }, [], 'cannot verify'],
    ['all of the class have, without the sidebar', null, { classPupils: [AISHA, BEN] }, [], 'cannot verify'],
    ['nobody knows who comes', null, {}, [], 'cannot verify'],
    ['there is nothing to sign', withGuests(is(AISHA)), { unsigned: () => null }, [], 'cannot verify'],
  ];
  test.each(cases)('D4: %s', (_, facts, office, unsigned, state) => expect(stateOf('pupils-signed', facts, office, unsigned)).toBe(state));

  test('D4: the teacher has signed, has not, or is not on the list', () => {
    expect(stateOf('teacher-signed', null)).toBe('fine');
    expect(stateOf('teacher-signed', null, {}, [TEACHER])).toBe('not fine');
    expect(stateOf('teacher-signed', null, { teacher: undefined })).toBe('cannot verify');
    expect(stateOf('teacher-signed', null, { unsigned: () => null })).toBe('cannot verify');
  });

  test('D4: who has not signed is named, of very many the first', () => {
    expect(found('pupils-signed', withGuests(is(AISHA), is(BEN)), {}, [BEN])[0]?.words).toBe('Not signed: Ben Hale.');
    const many = { unsigned: () => Array.from({ length: 30 }, (_, at) => `P${at}`) };
    expect(found('pupils-signed', withGuests(is(AISHA)), many)[0]?.words).toMatch(/P11 and 18 more\.$/);
  });
});

describe('plans', () => {
  const plans = (...people: RollEntry[]) => ({ settings: { plans: people.map(({ email }) => email), mostAWeek: 1, auditedOn: '', profile: USUAL_PROFILE } });
  const cases: [what: string, facts: LessonFacts | null, office: Partial<OfficeKnowledge>, state: CheckState][] = [
    ['a pupil with a plan', withGuests(is(AISHA), is(BEN)), plans(BEN), 'a person must confirm'],
    ['a pupil with a plan in the class, without the sidebar', null, { ...plans(BEN), classPupils: [AISHA, BEN] }, 'a person must confirm'],
    ['nobody with a plan', withGuests(is(AISHA), is(BEN)), plans(CORA), 'fine'],
    ['a group that may hold one', withGuests(is(AISHA), GROUP), plans(CORA), 'cannot verify'],
    ['a class of which nobody is invited', withGuests(is(TA)), { ...plans(CORA), classPupils: [AISHA, BEN] }, 'cannot verify'],
    ['no list of plans', withGuests(is(AISHA), is(BEN)), plans(), 'cannot verify'],
  ];
  test.each(cases)('D1: %s', (_, facts, office, state) => expect(stateOf('plans', facts, office)).toBe(state));

  test('D1: whoever does not teach a pupil learns nothing of a plan by inviting them', () => {
    const asked = (settings: ReturnType<typeof plans>, teacher?: RollEntry) =>
      found('plans', withGuests(is(CORA)), teacher ? { ...settings, teacher } : settings);
    expect(asked(plans(CORA))).toMatchObject([{ state: 'cannot verify', mend: expect.stringContaining('class teacher') }]);
    expect(asked(plans(CORA))).toEqual(asked(plans(BEN)));
    expect(asked(plans(CORA), { ...TEACHER, className: '3A, 4B' })).toMatchObject([{ state: 'a person must confirm' }]);
    expect(stateOf('plans', null, { ...plans(CORA), className: '4B', classPupils: [CORA] })).toBe('cannot verify');
    expect(stateOf('plans', withGuests(is(BEN), is(CORA)), plans(BEN))).toBe('a person must confirm');
  });

  test('D1: it never says whose plan', () => {
    const said = JSON.stringify(found('plans', withGuests(is(AISHA), is(BEN)), plans(BEN)));
    expect(said).not.toMatch(/Ben|Aisha|@/);
  });
});

describe('how often', () => {
  const settings = (mostAWeek: number) => ({ settings: { plans: [], mostAWeek, auditedOn: '', profile: USUAL_PROFILE } });
  const of3A = { className: '3A' };
  const cases: [what: string, facts: LessonFacts | null, office: Partial<OfficeKnowledge>, state: CheckState][] = [
    ['the first of the week', null, of3A, 'fine'],
    ['the second, where one is enough', null, { ...of3A, lessonsThisWeek: 1 }, 'not fine'],
    ['the second of two', null, { ...of3A, ...settings(2), lessonsThisWeek: 1 }, 'fine'],
    ['no limit', null, settings(0), 'fine'],
    ['no class', null, {}, 'cannot verify'],
    ['the class of all who are invited', withGuests(is(AISHA), is(BEN)), { className: '3a ' }, 'fine'],
    ['a class with pupils of another', withGuests(is(AISHA), is(CORA)), { className: '3A' }, 'cannot verify'],
    ['a class with pupils of another, that has had enough', withGuests(is(AISHA), is(CORA)), { ...of3A, lessonsThisWeek: 1 }, 'not fine'],
    ['a class none of whose pupils are invited', withGuests(is(CORA), is(BEN)), { className: '4A', lessonsThisWeek: 1 }, 'cannot verify'],
  ];
  test.each(cases)('D3: %s', (_, facts, office, state) => expect(stateOf('how-often', facts, office)).toBe(state));
});

describe('settings', () => {
  test.each([
    ['2026-09-07', 'fine'],
    ['2025-09-07', 'fine'],
    ['2025-09-06', 'a person must confirm'],
    ['2026-09-08', 'a person must confirm'],
    ['', 'a person must confirm'],
  ])('D1: settings gone through on “%s” are %s', (auditedOn, state) =>
    expect(stateOf('settings-audited', aLessonsFacts(), { settings: { plans: [], mostAWeek: 1, auditedOn, profile: USUAL_PROFILE } })).toBe(state),
  );

  test('D1: an audit says nothing of this call: without the sidebar a person looks', () => {
    expect(stateOf('host-controls', null)).toBe('cannot verify');
    expect(stateOf('recording', null)).toBe('cannot verify');
    expect(found('host-controls', aLessonsFacts())).toEqual([]);
  });
});

test('D2: whoever checks by hand reads what the school wants', () => {
  const mend = (profile: MeetProfile) => {
    const settings = { plans: [], mostAWeek: 1, auditedOn: '', profile };
    return [...found('host-controls', null, { settings }), ...found('recording', null, { settings })].map((each) => each.mend).join(' ');
  };
  expect(mend(USUAL_PROFILE)).toMatch(/only invited people come in .* only hosts write in the chat.* is not recorded by itself/);
  const other = mend({ ...USUAL_PROFILE, accessType: 'TRUSTED', chat: 'NO_RESTRICTION', recording: null });
  expect(other).toMatch(/nobody from outside the school comes in .* everybody may write in the chat/);
  expect(other).not.toContain('recorded');
});
