import { expect, test } from '@jest/globals';
import { personFor } from '../../src/school/person.ts';
import { addressesIn, gapsIn, type SchoolDraft, schoolFrom, witnessOf } from '../../src/school/school.ts';

function draft(change: SchoolDraft = {}): SchoolDraft {
  return {
    ...{ name: 'Quillhaven', domain: 'q.example', roleAccount: 'office@q.example', dslTelephone: '01632 960 123' },
    address: 'https://script.google.com/a/macros/q.example/s/AKfycbx/exec',
    ...{ head: 'head@q.example', dsl: 'dsl@q.example', chair: 'chair@q.example', deputies: ['dep@q.example'], approvers: ['it@q.example'], technicians: [] },
    ...change,
  };
}

test('a whole draft has no gaps', () => {
  expect(gapsIn(draft())).toEqual([]);
  expect(schoolFrom(draft())).toMatchObject({ name: 'Quillhaven', deputies: ['dep@q.example'] });
});

test.each([
  ['no name', { name: ' ' }, 'name', 'name of the school'],
  ['no headteacher', { head: '' }, 'head', 'No headteacher is set'],
  ['no DSL', { dsl: '' }, 'dsl', 'No designated safeguarding lead (DSL) is set'],
  ['a DSL with a private address', { dsl: 'dsl@gmail.example' }, 'dsl', 'must be a school account ending in @q.example'],
  ['a DSL of a domain that only ends alike', { dsl: 'dsl@evil-q.example' }, 'dsl', 'must be a school account'],
  ['a name and address in one', { head: 'The Head <head@q.example>' }, 'head', 'must be a school account'],
  ['a chair without a school account', { chair: 'chair@example.org' }, 'chair', 'must be a school account'],
  ['a chair who is the head', { chair: 'head@q.example' }, 'chair', 'cannot be the headteacher'],
  ['a chair who is the DSL', { chair: 'dsl@q.example' }, 'chair', 'cannot also be in the DSL team'],
  ['a chair who is a deputy DSL', { chair: 'dep@q.example' }, 'chair', 'cannot also be in the DSL team'],
  ['a deputy elsewhere', { deputies: ['dep@q.example', 'x@example.org'] }, 'deputies', 'x@example.org is not a school account'],
  ['office staff elsewhere', { office: ['x@example.org'] }, 'office', 'x@example.org is not a school account'],
  ['a clerk who has no address', { clerk: 'ask Edwin' }, 'clerk', 'is not an e-mail address'],
  ['a witness who has no address', { witness: 'Philippa' }, 'witness', 'is not an e-mail address'],
  ['a witness who could change the history', { technicians: ['t@q.example'], witness: 't@q.example' }, 'witness', 'neither the role account nor a technician'],
  ['nobody who approves', { approvers: [] }, 'approvers', 'at least one person'],
  ['no telephone', { dslTelephone: 'ask at reception' }, 'dslTelephone', 'telephone number'],
  ['the test address', { address: 'https://script.google.com/macros/s/AKfycbx/dev' }, 'address', 'ends in /exec'],
  ['another site’s address', { address: 'https://example.org/?https://script.google.com/macros/s/A/exec' }, 'address', 'ends in /exec'],
  ['an address with something behind it', { address: 'https://script.google.com/macros/s/A/exec?page=x' }, 'address', 'ends in /exec'],
])('%s is a gap, named at its input', (_, change, field, words) => {
  const gaps = gapsIn(draft(change));
  expect(gaps.map((gap) => gap.field)).toContain(field);
  expect(gaps.find((gap) => gap.field === field)?.message).toContain(words);
  expect(() => schoolFrom(draft(change))).toThrow(/not set up yet/);
});

test('before anything is set, every needed setting is a gap', () => {
  expect(gapsIn({}).map(({ field }) => field)).toEqual(['name', 'head', 'dsl', 'chair', 'approvers', 'dslTelephone', 'address']);
});

test('B15: the witness of the history may be outside the school; without one it is the chair of governors', () => {
  expect(witnessOf(schoolFrom(draft({ witness: 'p.dunmore@council.example' })))).toBe('p.dunmore@council.example');
  expect(witnessOf(schoolFrom(draft()))).toBe('chair@q.example');
});

test('addresses typed in one box are told apart however they are parted', () => {
  expect(addressesIn(' A@q.example, b@q.example;c@q.example\r\n\na@q.example ')).toEqual(['a@q.example', 'b@q.example', 'c@q.example']);
  expect(addressesIn(' \n')).toEqual([]);
});

test('whoever is not on the roll is a visitor, unless the settings give them a post', () => {
  const school = schoolFrom(draft());
  expect(personFor('new@q.example', school, [])).toEqual({ email: 'new@q.example', name: 'new@q.example', kind: 'visitor', posts: [] });
  expect(personFor('dsl@q.example', school, [])).toMatchObject({ kind: 'staff', posts: ['dsl'] });
});
