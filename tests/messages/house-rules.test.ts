import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { houseRules, type Posted } from '../../src/messages/house/house-rules.ts';
import { USUAL_MONITORING } from '../../src/messages/monitoring.ts';

const DOMAIN = 'quillhaven.example';
const HOUSE = { ...USUAL_MONITORING.house, permittedDomains: ['exam-board.example'] };
const STAFF = `sam.okafor@${DOMAIN}`;
const PUPIL = `ben.hale@${DOMAIN}`;

function found(posted: Partial<Posted>, house = HOUSE): string[] {
  const usual: Posted = { from: STAFF, fromParty: 'staff', to: [STAFF], visible: 1, subject: '', text: '', isPupil: (address) => address === PUPIL };
  return houseRules({ ...usual, ...posted }, house, DOMAIN).map(({ rule }) => rule);
}

const parents = (count: number) => Array.from({ length: count }, (_, index) => `parent${index}@example.org`);

test('C5: twenty parents who see each other’s addresses are noticed, nineteen and twenty colleagues are not', () => {
  expect(found({ to: parents(20), visible: 20 })).toEqual(['visible-recipients']);
  expect(found({ to: parents(19), visible: 19 })).toEqual([]);
  expect(found({ to: Array.from({ length: 30 }, (_, index) => `staff${index}@${DOMAIN}`), visible: 30 })).toEqual([]);
});

test('C5: what others do with addresses outside is not the school’s to list', () => {
  expect(found({ from: 'someone@example.org', fromParty: 'outside', to: [...parents(40), PUPIL], visible: 41 }, USUAL_MONITORING.house)).toEqual([]);
});

test.each([
  'Send this to ten friends within 2 days or you will have bad luck',
  'dont break the chain!! forward to 15 people and your wish comes true',
  'Pass this on to everyone in your contacts. Somebody who did not has seven years of it',
])('C5: a chain letter is noticed: %s', (text) => {
  expect(found({ text })).toEqual(['chain-letter']);
});

test.each([
  'Please pass this on to everyone in your tutor group: the bus leaves at 3.15',
  'Can you send the form to all parents by Friday?',
  'We studied the food chain and the carbon cycle',
  'Share with two friends and discuss what the poem says',
])('C5: ordinary mail is no chain letter: %s', (text) => {
  expect(found({ text })).toEqual([]);
});

test.each([
  ['a pupil number', 'His UPN is A123456789012'],
  ['a National Insurance number', 'NI: AB 12 34 56 C'],
  ['an NHS number', 'NHS no. 943 476 5919'],
  ['bank details', 'Sort code 12-34-56, account 12345678'],
  ['a list of dates of birth', 'Ann, born 1/2/2012\nBen, DOB 03/04/2012\nCas, date of birth 5-6-12'],
])('C5: %s that staff send outside is noticed, and not repeated', (_, text) => {
  const posted = { to: ['someone@example.org'], text };
  expect(found(posted)).toEqual(['personal-data']);
  expect(found({ ...posted, to: [STAFF] })).toEqual([]);
  const usual: Posted = { from: STAFF, fromParty: 'staff', subject: '', visible: 1, ...posted };
  for (const { what } of houseRules(usual, HOUSE, DOMAIN)) for (const digits of text.match(/\d{4,}/g) ?? []) expect(what).not.toContain(digits);
});

test('C5: a parent who sends their own child’s date of birth breaks no rule', () => {
  expect(found({ from: 'p@example.org', fromParty: 'parent', text: 'She was born 1/2/2012', to: [STAFF] })).toEqual([]);
});

test('C5: a private account that looks like a member of staff, to or from a pupil', () => {
  const looksLikeStaff = (address: string) => address.startsWith('sam.okafor');
  const house = USUAL_MONITORING.house;
  expect(found({ from: 'sam.okafor@example.org', fromParty: 'outside', to: [PUPIL], looksLikeStaff }, house)).toEqual(['private-account']);
  expect(found({ from: PUPIL, fromParty: 'pupil', to: ['sam.okafor@example.org'], looksLikeStaff }, house)).toEqual(['private-account']);
  expect(found({ from: STAFF, to: [PUPIL], looksLikeStaff }, house)).toEqual([]);
  expect(found({ from: 'aunt@example.org', fromParty: 'outside', to: [PUPIL], looksLikeStaff }, house)).toEqual([]);
});

test('C6: a pupil’s mail with an address that is not permitted is listed, when the school has said which are', () => {
  const to = ['stranger@example.org'];
  expect(found({ from: PUPIL, fromParty: 'pupil', to })).toEqual(['not-permitted']);
  expect(found({ from: 'stranger@example.org', fromParty: 'outside', to: [PUPIL] })).toEqual(['not-permitted']);
  expect(found({ from: PUPIL, fromParty: 'pupil', to: ['help@exam-board.example', 'x@mail.exam-board.example', STAFF] })).toEqual([]);
  expect(found({ from: PUPIL, fromParty: 'pupil', to }, USUAL_MONITORING.house)).toEqual([]);
});

test('C5: a domain that only ends like the school’s is outside', () => {
  expect(found({ from: PUPIL, fromParty: 'pupil', to: [`x@not${DOMAIN}`] })).toEqual(['not-permitted']);
});

test('C5: whatever somebody writes, looking at it ends', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2000, unit: 'grapheme' }), fc.constantFrom('send ', 'pass to ', '12-34-56', 'born '), (text, piece) => {
      expect(Array.isArray(found({ text: text + piece.repeat(2000), to: ['a@example.org'] }))).toBe(true);
    }),
  );
});
