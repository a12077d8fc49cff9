import { expect, test } from '@jest/globals';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';
import { naming, raise, Working } from '../support/working.ts';

/** Closing a case, and what may still be done with one that is closed (B13). */

function aCase(change: Record<string, unknown> = {}) {
  const school = aSchool();
  const reference = raise(school, { ...naming({ [school.people.pupil]: 'affected' }), ...change });
  return { school, reference, dsl: new Working(school, school.people.dsl, reference) };
}

let ready: SchoolUnderTest | null = null;
let readyReference = '';

/** A case of which everything is done but closing it; each call gives a school of its own. */
function readyToClose() {
  if (ready === null) {
    const { school, dsl, reference } = aCase();
    dsl.press('classifyCase').finish();
    ready = school;
    readyReference = reference;
  }
  const school = ready.clone();
  return { school, reference: readyReference, dsl: new Working(school, school.people.dsl, readyReference) };
}

test('B13: a case that lacks something is not closed, and says what', () => {
  const { dsl } = aCase();
  const [gap] = dsl.file().closing.gaps;
  expect(dsl.try('closeCase', { second: { email: dsl.school.people.head, name: '' } })).toMatchObject({
    ...{ ok: false, code: 'not-finished' },
    message: expect.stringContaining(gap?.what ?? 'nothing lacks'),
  });
});

test('B13: closed with outcome, summary, parents, and a second senior name; the page, the list and the desk say so', () => {
  const { dsl, school, reference } = readyToClose();
  dsl.close({ lessons: 'Talk about group chats in year 3', policyChange: 'None' });
  expect(dsl.file()).toMatchObject({
    state: 'closed',
    closed: {
      ...{ outcome: 'Resolved: support was given', summary: 'They talked, and it stopped.', second: 'Ruth Adeyemi', who: 'Priya Nair' },
      ...{ parents: expect.stringMatching(/^Told 07\/09\/2026 \d\d:\d\d by The DSL$/), lessons: 'Talk about group chats in year 3', policyChange: 'None' },
    },
  });
  expect(dsl.list().lines).toEqual([]);
  expect(dsl.list({ state: 'closed' })).toMatchObject({ lines: [{ reference, state: 'closed' }], counts: { open: 0, closed: 1 } });
  expect(school.desk('dsl')).toEqual([]);
});

test('B13: the second senior person is told by a mail that says nothing of the case, and cannot open it by that', () => {
  const { dsl, school, reference } = readyToClose();
  const { head, deputy, senco, secondDeputy, chair } = school.people;
  expect(dsl.file().closing.seconds.map(({ email }) => email)).toEqual([head, deputy, senco, secondDeputy, chair]);
  dsl.close({ second: { email: secondDeputy, name: '' } });
  const [mail, ...others] = school.mailTo(secondDeputy).filter(({ subject }) => subject.includes('second senior'));
  expect(others).toEqual([]);
  expect(mail?.text).toContain(reference);
  expect(mail?.text).not.toMatch(/Amira|Khan|writing to her|bully|support was given/i);
  expect(school.as(secondDeputy).call('openCase', { reference })).toMatchObject({ ok: false });
});

test.each([
  ['me', 'dsl'],
  ['somebody who is no senior', 'teacher'],
  ['nobody', ''],
] as const)('B13: the second senior name cannot be %s', (_, who) => {
  const { dsl, school } = readyToClose();
  const second = { email: who === '' ? '' : school.people[who], name: 'Somebody from outside' };
  expect(dsl.try('closeCase', { second })).toMatchObject({ ok: false, code: 'second-missing', field: 'second' });
  expect(dsl.file().state).toBe('open');
});

test('B13, B5: nobody whom the case names stands as the second senior name', () => {
  const there = aCase({ ...naming({ 'gwen.pritchard@quillhaven.example': 'witness' }) });
  const { dsl, school } = there;
  dsl.press('classifyCase').finish();
  expect(dsl.file().closing.seconds.map(({ email }) => email)).not.toContain(school.people.secondDeputy);
  expect(dsl.try('closeCase', { second: { email: school.people.secondDeputy, name: '' } })).toMatchObject({ code: 'second-missing' });
});

test('B13: where the chair of governors decides, the second name may be somebody from outside', () => {
  const school = aSchool();
  const reference = raise(school, { about: 'head', people: [] });
  const chair = new Working(school, school.people.chair, reference);
  chair.press('classifyCase', { types: ['adult-contact'] }).finish();
  expect(chair.file().closing.seconds.map(({ email }) => email)).not.toContain(school.people.head);
  expect(chair.file().closing).toMatchObject({ mayTypeSecond: true, asksAboutParents: false });
  const parentsTold = { told: false, at: '', byWhom: '', whyNot: '' };
  chair.close({ second: { email: '', name: 'Adviser of the local authority' }, parentsTold });
  expect(chair.file().closed).toMatchObject({ second: 'Adviser of the local authority', parents: '' });
});

test.each([
  ['no summary', { summary: ' ' }, 'summary'],
  ['parents not told without a reason', { parentsTold: { told: false, at: '', byWhom: '', whyNot: '' } }, 'parents-why-not'],
  ['parents told by nobody', { parentsTold: { told: true, at: '', byWhom: '', whyNot: '' } }, 'parents-by-whom'],
  ['parents told tomorrow', { parentsTold: { told: true, at: '2026-09-08T12:00:00.000Z', byWhom: 'DSL', whyNot: '' } }, 'parents-at'],
])('B13: %s: not closed, and told at its input', (_, change, field) => {
  const { dsl, school } = readyToClose();
  expect(dsl.try('closeCase', { second: { email: school.people.head, name: '' }, ...change })).toMatchObject({ ok: false, field });
});

test('B13: whoever closes must have seen the latest people, and what came to be done meanwhile', () => {
  const { dsl, school, reference } = readyToClose();
  const { head, deputy, pupil, youngPupil } = school.people;
  const seen = dsl.file().peopleVersion;
  const other = new Working(school, deputy, reference);
  const second = { second: { email: head, name: '' }, version: seen };
  const people = Object.entries({ [pupil]: 'affected', [youngPupil]: 'witness' }).map(([email, role]) => ({ email, name: '', role, outsider: false }));
  other.press('changePeople', { people });
  expect(dsl.try('closeCase', second)).toMatchObject({ ok: false, code: 'changed-meanwhile' });
  other.press('addTask', { what: 'Ask the brother' });
  expect(dsl.try('closeCase', { ...second, version: seen + 1 })).toMatchObject({ ok: false, message: expect.stringContaining('Ask the brother') });
});

test('B13: closed is closed: nothing of it can be changed; an addendum adds, and a new case may be linked to it', () => {
  const { dsl, school, reference } = readyToClose();
  expect(dsl.try('addAddendum', { text: 'More' })).toMatchObject({ ok: false, code: 'still-open' });
  dsl.close();
  const presses = ['addNote', 'addTask', 'changePeople', 'classifyCase', 'closeCase', 'handOver', 'recordDecision'];
  const words: Record<string, object> = { addNote: { text: 'More' }, handOver: { to: 'staff' }, recordDecision: { agency: 'police' } };
  const second = { second: { email: school.people.head, name: '' } };
  for (const door of presses) expect([door, dsl.try(door, { ...second, ...words[door] })]).toMatchObject([door, { ok: false, code: 'closed' }]);
  const before = dsl.file().timeline;

  dsl.press('addAddendum', { text: 'The other mother telephoned in March.' });
  const file = dsl.file();
  expect(file.addenda).toMatchObject([{ text: 'The other mother telephoned in March.', who: 'Priya Nair' }]);
  expect(file.timeline.slice(0, before.length)).toEqual(before);
  expect(dsl.try('addAddendum', { text: ' ' })).toMatchObject({ ok: false, field: 'addendum' });

  const later = new Working(school, school.people.dsl, raise(school));
  later.press('linkCases', { to: reference });
  expect(dsl.file().linked).toMatchObject([{ reference: later.reference }]);
});
