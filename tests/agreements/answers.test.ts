import { describe, expect, test } from '@jest/globals';
import type { FormKind } from '../../src/agreements/audience.ts';
import { BUILT_IN } from '../../src/agreements/built-in/index.ts';
import { type Answer, saidIn } from '../../src/agreements/forms/answers.ts';
import { formPlan } from '../../src/agreements/forms/form-plan.ts';
import { ANOTHER_CHILD, NO_OTHER_CHILD } from '../../src/agreements/forms/form-words.ts';

const TEXTS = { account: BUILT_IN.staff, open: BUILT_IN.visitor, promises: BUILT_IN.ks1, family: BUILT_IN.parent };
const PERMISSIONS = BUILT_IN.parent.permissions.map(({ id }) => id);

function keysOf(kind: FormKind): string[] {
  return formPlan(TEXTS[kind], kind).pages.flatMap(({ items }) => items.flatMap((item) => ('key' in item ? item.key : [])));
}

/** What was said, and which questions were looked at. */
function read(kind: FormKind, answers: Record<string, Answer>) {
  const asked: string[] = [];
  const ask = (key: string) => {
    asked.push(key);
    return answers[key] ?? null;
  };
  return { said: saidIn({ kind, permissions: kind === 'family' ? PERMISSIONS : [] }, keysOf(kind), ask), asked: [...new Set(asked)] };
}

const yes = (kind: FormKind) => Object.fromEntries(keysOf(kind).flatMap((key) => (key.startsWith('section-') ? [[key, 'I agree to each of these']] : [])));
const grid = (...answers: string[]) => PERMISSIONS.map((_, row) => answers[row] ?? 'No');

test('A1: a member of staff signs', () => {
  const { said } = read('account', { ...yes('account'), fullName: ' Sam \n Okafor ', 'role-0': 'Teacher', signature: 'S. Okafor' });
  expect(said).toMatchObject({ hasDeclined: false, fullName: 'Sam Okafor', role: 'Teacher', signature: 'S. Okafor', children: [], reason: '' });
});

test('A9: a "no" to any part is a no to all, and the signature typed before going back does not count', () => {
  for (const key of keysOf('account').filter((each) => each.startsWith('section-'))) {
    for (const no of ['I do not agree', 'I do not accept this']) {
      const { said, asked } = read('account', { ...yes('account'), [key]: no, fullName: 'Sam Okafor', signature: 'Sam', reason: 'I want to talk first.' });
      expect(said).toMatchObject({ hasDeclined: true, reason: 'I want to talk first.', signature: '' });
      expect(asked).not.toContain('signature');
    }
  }
});

test('A4: of a typed address only one that a mail can go to is kept, in small letters', () => {
  const typed = (email: string) => read('open', { ...yes('open'), email }).said.typedEmail;
  expect(typed(' Harold.Finch@Example.com ')).toBe('harold.finch@example.com');
  expect(typed('harold')).toBe('');
  expect(typed('')).toBe('');
});

test('A5: promises: the child, the trusted adults and the grown-up who signs; whoever will not, says so before', () => {
  const who = { 'child-1-name': 'Yusuf Khan', 'child-1-class': '1A', fullName: 'Nadia Khan', 'role-0': 'mum', code: 'K7QD-2MPX-9HTB' };
  const rest = { 'promises-0': ['I am kind.'], 'trusted-school': 'Miss Lindqvist', 'trusted-home': 'Gran', signature: 'Nadia Khan' };
  expect(read('promises', { ...who, ...rest, willing: 'Yes, show us the promises' }).said).toEqual({
    ...{ hasDeclined: false, reason: '', fullName: 'Nadia Khan', role: 'mum', code: 'K7QD-2MPX-9HTB', typedEmail: '', signature: 'Nadia Khan' },
    children: [{ name: 'Yusuf Khan', className: '1A', permissions: {}, trustedAtSchool: 'Miss Lindqvist', trustedAtHome: 'Gran' }],
  });
  const { said } = read('promises', { ...who, ...rest, willing: 'No, we do not want to sign', reason: 'No screens' });
  expect(said).toMatchObject({ hasDeclined: true, reason: 'No screens', signature: '', children: [{ name: 'Yusuf Khan', trustedAtSchool: '' }] });
});

describe('A8: a family', () => {
  const child = (number: number, name: string, rows: Answer, another: string) => ({
    ...{ [`child-${number}-name`]: name, [`child-${number}-class`]: '3A' },
    ...{ [`child-${number}-permissions`]: rows, [`child-${number}-another`]: another },
  });

  test('each child has its own answers', () => {
    const { said } = read('family', {
      ...yes('family'),
      ...child(1, 'Amira Khan', grid('Yes'), ANOTHER_CHILD),
      ...child(2, 'Yusuf Khan', grid('No', 'Yes'), NO_OTHER_CHILD),
    });
    expect(said.children.map(({ name, permissions }) => [name, permissions[PERMISSIONS[0] ?? ''], permissions[PERMISSIONS[1] ?? '']])).toEqual([
      ['Amira Khan', true, false],
      ['Yusuf Khan', false, true],
    ]);
  });

  test('a child on a page that was filled in and then left out again is not looked at', () => {
    const { said, asked } = read('family', {
      ...yes('family'),
      ...child(1, 'Amira Khan', grid(), NO_OTHER_CHILD),
      ...child(2, 'Somebody Else', grid('Yes'), NO_OTHER_CHILD),
    });
    expect(said.children.map(({ name }) => name)).toEqual(['Amira Khan']);
    expect(asked.filter((key) => key.startsWith('child-2'))).toEqual([]);
  });

  test.each([
    ['nothing at all', null, {}],
    ['a row without an answer', grid('', 'Yes'), { [PERMISSIONS[1] ?? '']: true }],
    ['words that were never offered', grid('Perhaps', 'yes'), {}],
    ['fewer rows than were asked', ['Yes'], { [PERMISSIONS[0] ?? '']: true }],
  ])('%s is neither yes nor no', (_, rows, wanted) => {
    const { said } = read('family', { ...yes('family'), ...child(1, 'Amira Khan', rows, NO_OTHER_CHILD) });
    const said0 = said.children[0]?.permissions ?? {};
    const isWhole = Array.isArray(rows) && rows.length === PERMISSIONS.length;
    const others = isWhole ? Object.fromEntries(PERMISSIONS.slice(2).map((id) => [id, false])) : {};
    expect(said0).toEqual({ ...others, ...wanted });
  });

  test('six children fit; whatever stands beyond is not read', () => {
    const pages = [1, 2, 3, 4, 5, 6, 7].map((number) => child(number, `Child ${number}`, grid(), ANOTHER_CHILD));
    expect(read('family', Object.assign(yes('family'), ...pages)).said.children.map(({ name }) => name)).toEqual([1, 2, 3, 4, 5, 6].map((n) => `Child ${n}`));
  });
});

test('A11: however long an answer is, a register can hold it', () => {
  const long = 'x'.repeat(60_000);
  const { said } = read('account', { ...yes('account'), fullName: long, 'role-0': long, signature: long });
  for (const text of [said.fullName, said.role, said.signature]) expect(text).toBe(`${'x'.repeat(200)}…`);
  expect(read('account', { 'section-0': 'I do not agree', reason: long }).said.reason).toHaveLength(1_001);
});
