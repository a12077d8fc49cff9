import { expect, test } from '@jest/globals';
import { staffAgreement } from '../../src/agreements/built-in/staff.ts';
import type { Waiting } from '../../src/agreements/by-hand/see-waiting.ts';
import type { SignedCopy } from '../../src/agreements/copies/signed-copy.ts';
import { putIntoUse, rowOf, signs } from '../support/agreement-forms.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

const NO_GUESTS = { accessEnds: '', seenInPerson: false };
const GUESTS = { accessEnds: '05/10/2026', seenInPerson: true };

function approve(school: SchoolUnderTest, by: string, responseIds: string[], given = NO_GUESTS, key = 'press-0001-of-approve') {
  return school.as(by).call<{ approved: number }>('countersign', { key, responseIds, ...given });
}

/** A school in which a teacher and a visitor have signed, and a visitor without an address. */
function withSignatures() {
  const school = aSchool();
  putIntoUse(school, 'visitor');
  const teacher = signs(school, 'staff', school.people.teacher, 'Sam Okafor');
  const visitor = signs(school, 'visitor', school.people.visitor, 'Harold Finch', 'open');
  const nameless = signs(school, 'visitor', '', 'Ada Quill', 'open');
  school.pass(5);
  return { school, teacher, visitor, nameless };
}

function waiting(school: SchoolUnderTest, as = school.people.networkManager): Waiting {
  return school.as(as).get<Waiting>('seeWaiting');
}

function waitingNames(school: SchoolUnderTest, as = school.people.networkManager): string[] {
  return waiting(school, as).groups.flatMap(({ lines }) => lines.map(({ name }) => name));
}

function events(school: SchoolUnderTest, action: string): string[][] {
  return school.sheet('records', 'Journal').filter((row) => row[3] === action);
}

function standing(school: SchoolUnderTest, key: string) {
  return rowOf(school, 'Standings', key);
}

test('A2: what waits is shown by agreement with account, proof and what that means', () => {
  const { school } = withSignatures();
  const [staff, visitors, ...others] = waiting(school).groups;
  expect(others).toEqual([]);
  expect(staff?.lines).toMatchObject([
    {
      ...{ name: 'Sam Okafor', role: 'Teacher', audience: 'Staff', account: school.people.teacher, proof: 'not verified by Google' },
      ...{ proofMeans: expect.stringContaining('cannot see whether Google checked it'), wants: { seeing: false, lastDay: false }, getsMail: true },
    },
  ]);
  expect(visitors?.lines.map(({ name, account, proof, wants, getsMail }) => ({ name, account, proof, wants, getsMail }))).toEqual([
    { name: 'Harold Finch', account: school.people.visitor, proof: 'typed', wants: { seeing: true, lastDay: true }, getsMail: true },
    { name: 'Ada Quill', account: '', proof: 'typed', wants: { seeing: true, lastDay: true }, getsMail: false },
  ]);
  expect(visitors?.lines[0]?.proofMeans).toMatch(/proves nothing\. Approve only when you have seen the person/);
});

test('A2: whoever signed under another name than the list has for the account is shown with both', () => {
  const school = aSchool();
  signs(school, 'staff', school.people.teacher, 'Samuel O.');
  school.pass(5);
  expect(waiting(school).groups[0]?.lines).toMatchObject([{ name: 'Samuel O.', knownAs: 'Sam Okafor' }]);
});

test('A2, A11: an approver countersigns; the teacher gets one mail with the link to the copy and what proves it, and nothing of the text', () => {
  const { school, teacher } = withSignatures();
  const { teacher: sam, networkManager } = school.people;
  expect(approve(school, networkManager, [teacher])).toMatchObject({ ok: true, value: { approved: 1 } });
  school.pass(10);
  expect(standing(school, `staff|${sam}`)).toMatchObject({ State: 'approved', Approver: networkManager, 'Was in force': 'yes', 'Access ends': '' });
  expect(waitingNames(school)).toEqual(['Harold Finch', 'Ada Quill']);

  const [mail, ...others] = school.mailTo(sam).filter(({ subject }) => subject.startsWith('Your copy'));
  expect(others).toEqual([]);
  const copy = school.as(sam).get<SignedCopy>('readCopy', { signature: teacher });
  const fingerprint = copy.facts.find(({ label }) => label.includes('SHA-256'))?.value ?? '';
  expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
  for (const part of [
    `?page=copy&signature=${teacher}`,
    fingerprint,
    teacher,
    'Version: 1',
    'by Dev Mistry',
    'sam.okafor@quillhaven.example (not verified by Google',
  ])
    expect(mail?.text).toContain(part);
  for (const clause of staffAgreement.sections.flatMap(({ clauses }) => clauses)) expect(mail?.text).not.toContain(clause);
});

test('A2: nobody approves their own agreement, nor hides it among others', () => {
  const school = aSchool();
  const { networkManager, businessManager } = school.people;
  const own = signs(school, 'staff', networkManager, 'Dev Mistry');
  const other = signs(school, 'staff', school.people.teacher, 'Sam Okafor');
  school.pass(5);
  expect(waiting(school, networkManager)).toMatchObject({ own: [expect.stringContaining('Staff agreement')] });
  expect(waitingNames(school, networkManager)).toEqual(['Sam Okafor']);
  expect(approve(school, networkManager, [own])).toMatchObject({ ok: false, code: 'own-signature' });
  expect(approve(school, networkManager, [other, own])).toMatchObject({ ok: false, code: 'own-signature' });
  expect(events(school, 'signature approved')).toEqual([]);
  expect(approve(school, businessManager, [own, other])).toMatchObject({ ok: true, value: { approved: 2 } });
});

test('A2: nobody approves their own agreement under a private address either', () => {
  const school = aSchool();
  const { networkManager, businessManager } = school.people;
  putIntoUse(school, 'visitor');
  const own = signs(school, 'visitor', 'dev.at.home@example.org', 'Dev Mistry', 'open');
  school.pass(5);
  expect(waitingNames(school, networkManager)).toEqual([]);
  expect(approve(school, networkManager, [own], GUESTS)).toMatchObject({ ok: false, code: 'own-signature' });
  expect(approve(school, businessManager, [own], GUESTS)).toMatchObject({ ok: true });
});

test('A4: a guest is approved when they were seen, and gets a last day of access; whoever is with them gets none', () => {
  const { school, teacher, visitor } = withSignatures();
  const { networkManager } = school.people;
  const refusals: [typeof GUESTS, string, string][] = [
    [NO_GUESTS, 'not-seen', 'seenInPerson'],
    [{ ...GUESTS, seenInPerson: false }, 'not-seen', 'seenInPerson'],
    [{ ...GUESTS, accessEnds: '' }, 'access-end-missing', 'accessEnds'],
    [{ ...GUESTS, accessEnds: '06/09/2026' }, 'access-end-past', 'accessEnds'],
    [{ ...GUESTS, accessEnds: '08/09/2027' }, 'access-end-far', 'accessEnds'],
  ];
  for (const [given, code, field] of refusals) expect(approve(school, networkManager, [teacher, visitor], given)).toMatchObject({ ok: false, code, field });
  expect(events(school, 'signature approved')).toEqual([]);

  expect(approve(school, networkManager, [teacher, visitor], GUESTS)).toMatchObject({ ok: true, value: { approved: 2 } });
  expect(standing(school, `visitor|${school.people.visitor}`)).toMatchObject({ State: 'approved', 'Access ends': '2026-10-05' });
  expect(standing(school, `staff|${school.people.teacher}`)).toMatchObject({ State: 'approved', 'Access ends': '' });
});

test('A2, A4: a guest without an address is approved all the same: no mail goes, and none is refused', () => {
  const { school, nameless } = withSignatures();
  expect(approve(school, school.people.networkManager, [nameless], GUESTS)).toMatchObject({ ok: true });
  school.pass(10);
  expect(standing(school, `visitor|guest:${nameless}`)).toMatchObject({ State: 'approved' });
  expect(school.sheet('records', 'Outbox').flat().join(' ')).not.toContain('refused');
});

test('A2: a second press is the same approval; a signature chosen twice counts once', () => {
  const { school, teacher } = withSignatures();
  const press = () => approve(school, school.people.networkManager, [teacher, teacher]);
  expect(press()).toMatchObject({ ok: true, value: { approved: 1 } });
  expect(press()).toMatchObject({ ok: true, value: { approved: 1 } });
  school.pass(10);
  expect(events(school, 'signature approved')).toHaveLength(1);
  expect(school.mailTo(school.people.teacher).filter(({ subject }) => subject.startsWith('Your copy'))).toHaveLength(1);
});

test('A2: two approvers at once: the one who comes second is told who was quicker, about which signature, and nothing else of theirs is done', () => {
  const { school, teacher, visitor } = withSignatures();
  const { networkManager, businessManager } = school.people;
  approve(school, networkManager, [teacher]);
  const second = approve(school, businessManager, [visitor, teacher], GUESTS, 'press-0002-of-approve');
  expect(second).toMatchObject({ ok: false, code: 'not-waiting', field: 'signatures' });
  if (second.ok) throw new Error('approved twice');
  expect(second.message).toMatch(/^Sam Okafor’s agreement does not wait any more: it is "approved" by Dev Mistry, 07\/09\/2026 09:\d\d\. Nothing was recorded/);
  expect(events(school, 'signature approved')).toHaveLength(1);
});

test.each([
  ['what is not on record', ['no-such-signature'], 'no-such-signature'],
  ['nothing', [], 'nothing-chosen'],
])('A2: approving %s says so and records nothing', (_, chosen, code) => {
  const { school } = withSignatures();
  expect(approve(school, school.people.networkManager, chosen)).toMatchObject({ ok: false, code });
  expect(events(school, 'signature approved')).toEqual([]);
});

// ---- sent back ----

function sendBack(school: SchoolUnderTest, by: string, responseIds: string[], reason = 'Please sign with your whole name.') {
  return school.as(by).call('sendBack', { key: 'press-0001-of-back', responseIds, reason });
}

test('A2: a signature that is sent back is asked for again; its signer gets one mail with the reason and the link', () => {
  const { school, teacher } = withSignatures();
  const { teacher: sam, networkManager } = school.people;
  expect(sendBack(school, networkManager, [teacher])).toMatchObject({ ok: true, value: { sentBack: 1, untold: 0 } });
  expect(sendBack(school, networkManager, [teacher])).toMatchObject({ ok: true });
  school.pass(10);
  expect(standing(school, `staff|${sam}`)).toMatchObject({
    State: 'asked',
    Due: '2026-09-21',
    Note: 'Please sign with your whole name.',
    'Was in force': 'no',
  });
  expect(rowOf(school, 'Signatures', teacher)).toMatchObject({ State: 'sent back' });
  const [mail, ...others] = school.mailTo(sam).filter(({ subject }) => subject.startsWith('Please sign again'));
  expect(others).toEqual([]);
  expect(mail?.text).toContain('Please sign with your whole name.');
  expect(mail?.text).toContain('21/09/2026');
  expect(mail?.text).toMatch(/\/viewform/);
  expect(waitingNames(school)).not.toContain('Sam Okafor');
  // They sign again, and it waits again.
  const again = signs(school, 'staff', sam, 'Samuel Okafor');
  school.pass(5);
  expect(approve(school, networkManager, [again])).toMatchObject({ ok: true });
});

test('A2: sending back somebody without an address says that they must be told', () => {
  const { school, nameless } = withSignatures();
  expect(sendBack(school, school.people.networkManager, [nameless])).toMatchObject({ ok: true, value: { sentBack: 1, untold: 1 } });
});

test('A2: nothing is sent back without a reason, nor by the signer, nor what was approved', () => {
  const { school, teacher } = withSignatures();
  const { networkManager } = school.people;
  expect(sendBack(school, networkManager, [teacher], '  ')).toMatchObject({ ok: false, code: 'reason-missing', field: 'reason' });
  const own = signs(school, 'staff', networkManager, 'Dev Mistry');
  school.pass(5);
  expect(sendBack(school, networkManager, [teacher, own])).toMatchObject({ ok: false, code: 'own-signature' });
  approve(school, networkManager, [teacher]);
  expect(sendBack(school, school.people.businessManager, [teacher])).toMatchObject({ ok: false, code: 'not-waiting' });
  expect(events(school, 'signature sent back')).toEqual([]);
});

test('A13: a signature on a form whose text was changed by hand is not approved, and says why', () => {
  const school = aSchool();
  const part = school.staffForm().items.find((item) => item.type === 'PAGE_BREAK');
  if (!part) throw new Error('the form has no clauses');
  part.helpText = 'I may do as I like.';
  const changed = signs(school, 'staff', school.people.teacher, 'Sam Okafor');
  school.pass(5);
  expect(waitingNames(school)).toEqual([]);
  expect(approve(school, school.people.networkManager, [changed])).toMatchObject({
    ok: false,
    code: 'form-was-changed',
    message: expect.stringContaining('Sam Okafor'),
  });
});

// ---- whatever fails ----

function aSweep(
  operation: 'countersign' | 'sendBack',
  input: (ids: string[]) => Record<string, unknown>,
  meanwhile: (school: SchoolUnderTest, ids: string[]) => void,
) {
  let ids: string[] = [];
  const press = (school: SchoolUnderTest) => school.as(school.people.networkManager).get(operation, input(ids));
  return {
    arrange: () => {
      const made = withSignatures();
      ids = [made.teacher, made.nameless];
      return made.school;
    },
    clone: (school: SchoolUnderTest) => school.another(),
    operation: (school: SchoolUnderTest, faults: Parameters<SchoolUnderTest['door']>[3]) => {
      const { run } = school.door(school.people.networkManager, operation, input(ids), faults);
      if (!run) throw new Error('the door did not run');
      return run;
    },
    meanwhile: [(school: SchoolUnderTest) => void school.beat(), (school: SchoolUnderTest) => meanwhile(school, ids)],
    recover: (school: SchoolUnderTest) => {
      try {
        press(school);
      } catch (error) {
        // Only somebody who was quicker may stand in the way.
        expect(String(error)).toMatch(/Frances Ogilvie/);
      }
      school.beat();
    },
    ids: () => ids,
  };
}

test('A2: whichever call of an approval fails, pressing again gives one approval each, one copy each, one unbroken history', () => {
  const sweep = aSweep(
    'countersign',
    (responseIds) => ({ key: 'press-0001-of-approve', responseIds, ...GUESTS }),
    (school, ids) => void approve(school, school.people.businessManager, ids, GUESTS, 'press-0002-of-approve'),
  );
  faultSweep<SchoolUnderTest>({
    ...sweep,
    invariant: (school, where) => {
      expect({
        ...{
          where,
          approvals: events(school, 'signature approved')
            .map((row) => row[4])
            .sort(),
          history: school.history(),
        },
        states: sweep.ids().map((id) => rowOf(school, 'Signatures', id)['State']),
        copies: school.mailTo(school.people.teacher).filter(({ subject }) => subject.startsWith('Your copy')).length,
      }).toEqual({ where, approvals: [...sweep.ids()].sort(), history: 'unbroken', states: ['approved', 'approved'], copies: 1 });
    },
  });
});

test('A2: whichever call of sending back fails, each signer is asked again once and told once', () => {
  const sweep = aSweep(
    'sendBack',
    (responseIds) => ({ key: 'press-0001-of-back', responseIds, reason: 'The name is missing' }),
    (school, ids) =>
      void school.as(school.people.businessManager).call('sendBack', { key: 'press-0002-of-back', responseIds: ids, reason: 'The name is missing' }),
  );
  faultSweep<SchoolUnderTest>({
    ...sweep,
    invariant: (school, where) => {
      expect({
        ...{ where, backs: events(school, 'signature sent back').length, history: school.history() },
        states: sweep.ids().map((id) => rowOf(school, 'Signatures', id)['State']),
        asked: standing(school, `staff|${school.people.teacher}`)['State'],
        mails: school.mailTo(school.people.teacher).filter(({ subject }) => subject.startsWith('Please sign again')).length,
      }).toEqual({ where, backs: 2, history: 'unbroken', states: ['sent back', 'sent back'], asked: 'asked', mails: 1 });
    },
  });
});
