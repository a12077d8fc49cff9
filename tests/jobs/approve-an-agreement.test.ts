import { expect, test } from '@jest/globals';
import type { SignedCopy } from '../../src/agreements/signed-copy.ts';
import { payloadsOf, stateOf } from '../support/agreement-forms.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

function press(responseIds: string[], key = 'press-0001-of-approve') {
  return { key, responseIds, accessEnds: '', seenInPerson: false };
}

/** A school in which a teacher has signed and the heartbeat has seen it. */
function signedByTheTeacher(): { school: SchoolUnderTest; signature: string } {
  const school = aSchool();
  const signature = school.sign(school.people.teacher, 'Sam Okafor');
  school.pass(5);
  return { school, signature };
}

function copies(school: SchoolUnderTest, email: string) {
  return school.mailTo(email).filter(({ subject }) => subject.startsWith('Your copy'));
}

function approvals(school: SchoolUnderTest): unknown[] {
  return payloadsOf(school, 'signature approved');
}

test('A2, A11: an approver countersigns; the teacher gets one mail that proves it and leads to the copy', () => {
  const { school, signature } = signedByTheTeacher();
  const { teacher, networkManager } = school.people;
  expect(school.as(networkManager).get('countersign', press([signature]))).toEqual({ approved: 1 });
  school.pass(10);
  expect(stateOf(school, 'staff', teacher)).toBe('approved');
  const [mail, ...others] = copies(school, teacher);
  expect(others).toEqual([]);
  const { facts } = school.as(teacher).get<SignedCopy>('readCopy', { signature });
  const fingerprint = facts.find(({ label }) => label.includes('SHA-256'))?.value ?? '';
  expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
  for (const part of [fingerprint, signature, 'Version: 1', 'by Dev Mistry', teacher, `?page=copy&signature=${encodeURIComponent(signature)}`])
    expect(mail?.text).toContain(part);
});

test('A11: a signed copy is for its signer and for those who approve, and nobody else learns that it exists', () => {
  const { school, signature } = signedByTheTeacher();
  const { teacher, networkManager, businessManager, secondTeacher, dsl, pupil, office } = school.people;
  for (const reader of [teacher, networkManager, businessManager]) expect(school.as(reader).call('readCopy', { signature })).toMatchObject({ ok: true });
  const words = (email: string, id: string) => {
    const answer = school.as(email).call('readCopy', { signature: id });
    return answer.ok ? 'read' : answer.message;
  };
  for (const other of [secondTeacher, dsl, pupil, office]) expect(words(other, signature)).toBe(words(other, 'no-such-signature'));
  expect(words(secondTeacher, signature)).not.toContain('Sam');
});

test('A2: nobody approves their own agreement, not hidden among others either', () => {
  const school = aSchool();
  const { networkManager, businessManager, teacher } = school.people;
  const own = school.sign(networkManager, 'Dev Mistry', 'Network Manager');
  const other = school.sign(teacher, 'Sam Okafor');
  school.pass(5);
  expect(school.as(networkManager).call('countersign', press([own]))).toMatchObject({ ok: false, code: 'own-signature' });
  expect(school.as(networkManager).call('countersign', press([other, own]))).toMatchObject({ ok: false, code: 'own-signature' });
  expect(approvals(school)).toEqual([]);
  expect(school.as(businessManager).get('countersign', press([own, other]))).toEqual({ approved: 2 });
});

test('A2: a second press is the same approval; the same signature chosen twice counts once', () => {
  const { school, signature } = signedByTheTeacher();
  const approve = () => school.as(school.people.networkManager).get('countersign', press([signature, signature]));
  expect(approve()).toEqual({ approved: 1 });
  expect(approve()).toEqual({ approved: 1 });
  school.pass(10);
  expect(approvals(school)).toHaveLength(1);
  expect(copies(school, school.people.teacher)).toHaveLength(1);
});

test.each([
  ['what is approved already', (signature: string) => [signature], 'not-waiting'],
  ['what is not on record', () => ['no-such-signature'], 'no-such-signature'],
  ['nothing', () => [], 'nothing-chosen'],
])('A2: approving %s says so and records nothing', (_, chosen, code) => {
  const { school, signature } = signedByTheTeacher();
  school.as(school.people.networkManager).get('countersign', press([signature]));
  const answer = school.as(school.people.businessManager).call('countersign', press(chosen(signature), 'press-0002-of-approve'));
  expect(answer).toMatchObject({ ok: false, code });
  expect(approvals(school)).toHaveLength(1);
});

test('A2: whichever call of an approval fails, pressing again gives one approval, one copy, one unbroken history', () => {
  let signature = '';
  const trials = faultSweep<SchoolUnderTest>({
    arrange: () => {
      const signed = signedByTheTeacher();
      signature = signed.signature;
      return signed.school;
    },
    clone: (school) => school.clone(),
    operation: (school, faults) => {
      const { run } = school.door(school.people.networkManager, 'countersign', press([signature]), faults);
      if (!run) throw new Error('the door did not run');
      return run;
    },
    meanwhile: (school) => void school.beat(),
    recover: (school) => {
      school.as(school.people.networkManager).get('countersign', press([signature]));
      school.beat();
    },
    invariant: (school, where) => {
      const { teacher } = school.people;
      const found = {
        where,
        approvals: approvals(school).length,
        state: stateOf(school, 'staff', teacher),
        copies: copies(school, teacher).length,
        history: school.history(),
      };
      expect(found).toEqual({ where, approvals: 1, state: 'approved', copies: 1, history: 'unbroken' });
    },
  });
  expect(trials).toBeGreaterThan(40);
});
