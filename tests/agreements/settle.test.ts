import { expect, test } from '@jest/globals';
import type { Unsettled } from '../../src/agreements/by-hand/see-unsettled.ts';
import { familySigns, formInUse, payloadsOf, putIntoUse, recordsOf, rowOf, signs, stateOf } from '../support/agreement-forms.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

const { people } = aSchool();
const NEW_ADDRESS = 'nadia.new@example.net';
const OPEN = { person: '', notOurs: '' };

/** A school where a mother has named one child as the roll does and one otherwise, and a stranger has named a pupil. */
function withAnswers() {
  const school = aSchool();
  putIntoUse(school, 'parent');
  const mother = familySigns(school, { address: people.parent, children: [{ name: 'Amira Khan' }, { name: 'Yusi', allowed: ['images-website'] }] });
  const stranger = familySigns(
    school,
    { address: NEW_ADDRESS, children: [{ name: 'Amira Kahn', className: '3A', allowed: ['images-website'] }] },
    'A Stranger',
  );
  school.pass(5);
  return { school, mother, stranger };
}

function unsettled(school: SchoolUnderTest, as: string = people.networkManager): Unsettled {
  return school.as(as).get<Unsettled>('seeUnsettled');
}

function settle(
  school: SchoolUnderTest,
  responseId: string,
  children: { person: string; notOurs: string }[],
  key = 'press-0001-of-settle',
  by: string = people.head,
) {
  return school.as(by).call<{ left: number }>('settleAnswer', { key, responseId, children });
}

function consent(school: SchoolUnderTest, child: string, permission = 'images-website') {
  return rowOf(school, 'Consents', `${child}|${permission}`);
}

function copiesTo(school: SchoolUnderTest, email: string) {
  return school.mailTo(email).filter(({ subject }) => subject.startsWith('Your copy'));
}

/** Copies that went or are to go. */
function copiesCausedFor(school: SchoolUnderTest, email: string): number {
  const mails = [...recordsOf(school, 'Outbox'), ...recordsOf(school, 'Sent')];
  return mails.filter((mail) => mail['To'] === email && mail['Subject']?.startsWith('Your copy')).length;
}

test('A8: what a parent typed stands beside the pupils who may be meant; nothing counts for the child before somebody says who it is', () => {
  const { school, mother, stranger } = withAnswers();
  const { answers, counts } = unsettled(school);
  expect(counts).toEqual({ answers: 2, consents: 0, changed: 0, different: 0 });
  const [ofMother, ofStranger] = [mother, stranger].map((id) => answers.find(({ responseId }) => responseId === id));
  expect(ofMother).toMatchObject({ name: 'Nadia Khan', account: people.parent, isKnown: true });
  expect(ofMother?.children).toMatchObject([
    { name: 'Amira Khan', isOpen: false, settledAs: 'Amira Khan', candidates: [] },
    // Amira is settled: only Yusuf is left of her own.
    { name: 'Yusi', isOpen: true, candidates: [{ person: people.youngPupil, name: 'Yusuf Khan', why: 'their own child' }] },
  ]);
  expect(ofStranger).toMatchObject({ isKnown: false, proofMeans: expect.stringContaining('proves nothing') });
  expect(ofStranger?.children[0]?.candidates[0]).toMatchObject({ person: people.pupil, why: 'a similar name' });

  expect(stateOf(school, 'parent', people.pupil)).toBe('signed');
  expect(stateOf(school, 'parent', people.youngPupil)).toBe('none');
  expect(() => consent(school, people.youngPupil)).toThrow(/no row/);
  expect(copiesTo(school, NEW_ADDRESS)).toEqual([]);
});

test('A8, A11: once somebody has said who is meant, the answer counts for that child and the parent gets their copy', () => {
  const { school, mother } = withAnswers();
  expect(settle(school, mother, [OPEN, { ...OPEN, person: people.youngPupil }])).toMatchObject({ ok: true, value: { left: 0 } });
  school.pass(10);
  expect(rowOf(school, 'Signatures', mother)).toMatchObject({ State: 'signed' });
  expect(stateOf(school, 'parent', people.youngPupil)).toBe('signed');
  expect(consent(school, people.youngPupil)).toMatchObject({ Value: 'yes', By: people.parent, How: 'form', Differs: 'no' });
  expect(consent(school, people.youngPupil, 'images-press')).toMatchObject({ Value: 'no' });
  expect(copiesTo(school, people.parent)).toHaveLength(1);
  expect(unsettled(school).answers.map(({ responseId }) => responseId)).not.toContain(mother);
});

test('A8: nobody of ours: the answer is closed with the reason, counts for nobody, and no copy goes to a stranger', () => {
  const { school, stranger } = withAnswers();
  expect(settle(school, stranger, [{ person: '', notOurs: 'Goes to St Bede’s; the mother mistook the form.' }])).toMatchObject({
    ok: true,
    value: { left: 0 },
  });
  school.pass(10);
  expect(rowOf(school, 'Signatures', stranger)).toMatchObject({ State: 'set aside', Reason: 'Goes to St Bede’s; the mother mistook the form.' });
  expect(consent(school, people.pupil)).toMatchObject({ Value: 'no', By: people.parent });
  expect(copiesTo(school, NEW_ADDRESS)).toEqual([]);
  expect(unsettled(school).counts.answers).toBe(1);
});

test('A8: two people settle at once: the second is told and nothing of theirs is kept; a second press of the first is the same', () => {
  const { school, stranger } = withAnswers();
  const choice = [{ ...OPEN, person: people.pupil }];
  expect(settle(school, stranger, choice)).toMatchObject({ ok: true });
  expect(settle(school, stranger, choice)).toMatchObject({ ok: true, value: { left: 0 } });
  expect(settle(school, stranger, [{ ...OPEN, person: people.youngPupil }], 'press-0002-of-settle', people.businessManager)).toMatchObject({
    ...{ ok: false, code: 'settled-meanwhile' },
    message: expect.stringContaining('meanwhile'),
  });
  expect(payloadsOf(school, 'answer settled')).toHaveLength(1);
  expect(stateOf(school, 'parent', people.youngPupil)).toBe('none');
});

test('A8: a pupil of the roll can be found by name for an answer, and nobody else', () => {
  const { school } = withAnswers();
  const found = school.as(people.networkManager).get<{ email: string }[]>('findPupils', { text: 'kha' });
  expect(found.map(({ email }) => email)).toContain(people.pupil);
  expect(found.map(({ email }) => email)).not.toContain(people.parent);
});

// ---- two parents ----

function withTwoParents() {
  const school = aSchool();
  putIntoUse(school, 'parent');
  familySigns(school, { address: people.parent, children: [{ name: 'Amira Khan', allowed: ['images-website', 'use-mail'] }] }, 'Nadia Khan');
  school.pass(5);
  familySigns(school, { address: people.secondParent, children: [{ name: 'Amira Khan', allowed: ['use-mail'] }] }, 'Imran Khan');
  school.pass(5);
  return school;
}

function record(school: SchoolUnderTest, change: Record<string, unknown> = {}, by: string = people.head) {
  const stamp = unsettled(school).consents[0]?.consents[0]?.stamp ?? '';
  return school.as(by).call('recordConsent', {
    ...{ key: 'press-0001-of-consent', child: people.pupil, since: '07/09/2026', how: 'Both parents came to see the head' },
    consents: [{ permission: 'images-website', value: 'yes', was: stamp }],
    ...change,
  });
}

test('A8: where two parents differ it is a no, with both answers and their days, until the office has settled it', () => {
  const school = withTwoParents();
  expect(unsettled(school).consents).toMatchObject([
    {
      ...{ child: people.pupil, name: 'Amira Khan', className: '3A' },
      consents: [
        {
          permission: 'images-website',
          question: 'May photographs of your child appear on the school’s website?',
          said: [
            { name: 'Nadia Khan', value: true, on: expect.stringMatching(/^07\/09\/2026/) },
            { name: 'Imran Khan', value: false, on: expect.stringMatching(/^07\/09\/2026/) },
          ],
        },
      ],
    },
  ]);
  expect(consent(school, people.pupil)).toMatchObject({ Value: 'no', Differs: 'yes' });
  expect(record(school)).toMatchObject({ ok: true, value: { recorded: 1 } });
  expect(consent(school, people.pupil)).toMatchObject({
    Value: 'yes',
    Differs: 'no',
    By: people.head,
    How: 'Both parents came to see the head',
    Since: '2026-09-07',
  });
  expect(unsettled(school).counts.consents).toBe(0);
  // What both agreed on was never in question.
  expect(consent(school, people.pupil, 'use-mail')).toMatchObject({ Value: 'yes', Differs: 'no' });
});

test.each([
  ['no answer', { consents: [{ permission: 'images-website', value: '', was: '' }] }, 'value-missing', 'value'],
  ['no day', { since: '' }, 'day-missing', 'since'],
  ['a day to come', { since: '08/09/2026' }, 'day-to-come', 'since'],
  ['nothing about how the school knows', { how: ' ' }, 'how-missing', 'how'],
  ['a child who is on no list', { child: 'nobody@quillhaven.example' }, 'no-such-pupil', undefined],
  ['a parent in place of the child', { child: people.parent }, 'no-such-pupil', undefined],
  ['something that is not asked', { consents: [{ permission: 'tattoos', value: 'yes', was: '' }] }, 'no-such-permission', undefined],
])('A8: with %s no consent is recorded', (_, change, code, field) => {
  const school = withTwoParents();
  expect(record(school, change)).toMatchObject({ ok: false, code, ...(field ? { field } : {}) });
  expect(payloadsOf(school, 'consent recorded')).toEqual([]);
});

test('A8: two people settle a consent at once: the second is told, and what the first recorded stays', () => {
  const school = withTwoParents();
  const stamp = unsettled(school).consents[0]?.consents[0]?.stamp;
  record(school);
  const consents = [{ permission: 'images-website', value: 'no', was: stamp }];
  expect(record(school, { key: 'press-0002-of-consent', consents }, people.businessManager)).toMatchObject({ ok: false, code: 'changed-meanwhile' });
  expect(consent(school, people.pupil)).toMatchObject({ Value: 'yes' });
});

test('A8: a consent is withdrawn by telephone with its date', () => {
  const school = withTwoParents();
  record(school);
  const was = 'yes|2026-09-07|ruth.adeyemi@quillhaven.example|';
  const consents = [{ permission: 'images-website', value: 'no', was }];
  expect(record(school, { key: 'press-0002-of-consent', consents, how: 'Her mother telephoned' })).toMatchObject({ ok: true });
  expect(consent(school, people.pupil)).toMatchObject({ Value: 'no', How: 'Her mother telephoned' });
  expect(payloadsOf(school, 'consent recorded')).toHaveLength(2);
});

// ---- forms and answers that were changed ----

test('A13: whoever signed on a changed form is asked by mail to sign the right one, with the office’s words', () => {
  const school = aSchool();
  const part = formInUse(school, 'staff').items.find((item) => item.type === 'PAGE_BREAK');
  if (part) part.helpText = 'I may do as I like.';
  const signature = signs(school, 'staff', people.teacher, 'Sam Okafor');
  school.pass(5);
  expect(unsettled(school).changed).toMatchObject([{ responseId: signature, name: 'Sam Okafor', agreement: expect.stringContaining('Staff agreement') }]);
  const ask = (key: string, by: string) => school.as(by).call('askForRightText', { key, responseIds: [signature], reason: 'Somebody had changed the form.' });
  expect(ask('press-0001-of-right', people.head)).toMatchObject({ ok: true, value: { sentBack: 1, untold: 0 } });
  expect(ask('press-0001-of-right', people.head)).toMatchObject({ ok: true });
  expect(ask('press-0002-of-right', people.businessManager)).toMatchObject({ ok: false, code: 'settled-meanwhile' });
  school.pass(10);
  const mails = school.mailTo(people.teacher).filter(({ subject }) => subject.startsWith('Please sign again'));
  expect(mails).toHaveLength(1);
  expect(mails[0]?.text).toContain('Somebody had changed the form.');
  expect(unsettled(school).counts.changed).toBe(0);
});

test('A11: an answer that was deleted in the form is shown until somebody has looked into it; it goes on counting', () => {
  const { school, mother } = withAnswers();
  settle(school, mother, [OPEN, { ...OPEN, person: people.youngPupil }]);
  const form = formInUse(school, 'parent', 'family');
  form.responses = form.responses.filter(({ id }) => id !== mother);
  night(school);
  expect(unsettled(school).different).toMatchObject([{ responseId: mother, how: 'deleted' }]);
  const see = (note: string, key = 'press-0001-of-difference', by: string = people.head) =>
    school.as(by).call('seeDifference', { key, responseId: mother, note });
  expect(see(' ')).toMatchObject({ ok: false, code: 'note-missing', field: 'note' });
  expect(see('Tidied up by mistake')).toMatchObject({ ok: true });
  expect(see('Me too', 'press-0002-of-difference', people.businessManager)).toMatchObject({ ok: false, code: 'settled-meanwhile' });
  expect(unsettled(school).counts.different).toBe(0);
  expect(stateOf(school, 'parent', people.youngPupil)).toBe('signed');
  night(school);
  expect(unsettled(school).counts.different).toBe(0);
});

/** Two in the morning, when forms are compared with what was recorded. */
function night(school: SchoolUnderTest): void {
  const { clock } = school.workspace;
  const DAY = 24 * 3_600_000;
  clock.moveTo((Math.floor(clock.now() / DAY) + 1) * DAY + 3_600_000);
  school.beat();
}

// ---- whatever fails ----

test('A8: whichever call of settling fails, pressing again settles each child once, with one copy and one unbroken history', () => {
  let answer = '';
  const choice = [OPEN, { ...OPEN, person: people.youngPupil }];
  faultSweep<SchoolUnderTest>({
    arrange: () => {
      const made = withAnswers();
      answer = made.mother;
      return made.school;
    },
    clone: (school) => school.another(),
    operation: (school, faults) => {
      const request = { key: 'press-0001-of-settle', responseId: answer, children: choice };
      const { run } = school.door(people.head, 'settleAnswer', request, faults);
      if (!run) throw new Error('the door did not run');
      return run;
    },
    meanwhile: [
      (school) => void school.beat(),
      (school) => void settle(school, answer, [OPEN, { person: '', notOurs: 'Goes elsewhere' }], 'press-0002-of-settle', people.businessManager),
    ],
    recover: (school) => {
      const again = settle(school, answer, choice);
      if (!again.ok) expect(again.code).toBe('settled-meanwhile');
    },
    invariant: (school, where) => {
      const isOurs = rowOf(school, 'Signatures', answer)['Reason'] === '';
      expect({
        ...{ where, settled: payloadsOf(school, 'answer settled').length, history: school.history(), state: rowOf(school, 'Signatures', answer)['State'] },
        ...{ standing: stateOf(school, 'parent', people.youngPupil), copies: copiesCausedFor(school, people.parent) },
      }).toEqual({ where, settled: 1, history: 'unbroken', state: 'signed', standing: isOurs ? 'signed' : 'none', copies: 1 });
    },
  });
});

test('A8: whichever call of recording a consent fails, pressing again records it once', () => {
  let stamp = '';
  const request = (key: string, value: string) => ({
    ...{ key, child: people.pupil, since: '07/09/2026', how: 'By telephone' },
    consents: [{ permission: 'images-website', value, was: stamp }],
  });
  faultSweep<SchoolUnderTest>({
    arrange: () => {
      const school = withTwoParents();
      stamp = unsettled(school).consents[0]?.consents[0]?.stamp ?? '';
      return school;
    },
    clone: (school) => school.another(),
    operation: (school, faults) => {
      const { run } = school.door(people.head, 'recordConsent', request('press-0001-of-consent', 'yes'), faults);
      if (!run) throw new Error('the door did not run');
      return run;
    },
    meanwhile: (school) => void school.as(people.businessManager).call('recordConsent', request('press-0002-of-consent', 'no')),
    recover: (school) => {
      const again = school.as(people.head).call('recordConsent', request('press-0001-of-consent', 'yes'));
      if (!again.ok) expect(again.code).toBe('changed-meanwhile');
    },
    invariant: (school, where) => {
      const recorded = payloadsOf<{ consents: { value: boolean }[] }>(school, 'consent recorded');
      const value = recorded[0]?.consents[0]?.value ? 'yes' : 'no';
      expect({ where, recorded: recorded.length, history: school.history(), now: consent(school, people.pupil)['Value'] }).toEqual({
        ...{ where, recorded: 1, history: 'unbroken', now: value },
      });
    },
  });
});
