import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Audience } from '../../src/agreements/audience.ts';
import { copyFileName, copyKey, copyPlace, isToBeFiled } from '../../src/agreements/copies/copy-place.ts';
import { SIGNATURE_STATES, type SignatureRow } from '../../src/agreements/signatures.ts';
import type { StandingRow } from '../../src/agreements/standings.ts';
import { onTheRoll } from '../support/roll.ts';

const ROLL = [
  onTheRoll({ email: 'amira@q.example', givenName: 'Amira', familyName: 'Khan', kind: 'pupil', className: '3A' }),
  onTheRoll({ email: 'yusuf@q.example', givenName: 'Yusuf', familyName: 'Khan', kind: 'pupil', className: '1A' }),
  onTheRoll({ email: 'sam@q.example', givenName: 'Sam', familyName: 'Okafor' }),
  onTheRoll({ email: 'sam2@q.example', givenName: 'Sam', familyName: 'Okafor' }),
  onTheRoll({ email: 'margaret@q.example', givenName: 'Margaret', familyName: 'Osborne', kind: 'governor' }),
  onTheRoll({ email: 'nadine@q.example', givenName: 'Nadine', familyName: 'Frost', kind: 'supply' }),
  onTheRoll({ email: 'vera@q.example', givenName: 'Vera', familyName: 'Lane', kind: 'volunteer' }),
];

interface Signed {
  audience: Audience;
  kind?: SignatureRow['formKind'];
  email?: string;
  /** Of the standing it settled; none where it settled nothing. */
  person?: string;
  group?: string;
  children?: (string | null)[];
  fullName?: string;
  signedAt?: string;
}

function row({ kind = 'account', email = '', person, children = [], fullName = 'As typed', signedAt = '2026-09-07T08:04:00.000Z' }: Signed): SignatureRow {
  const named = children.map((child) => ({ name: 'Typed', className: '', person: child, permissions: {}, trustedAtSchool: '', trustedAtHome: '' }));
  return {
    ...{ responseId: 'R-1', agreementId: 'a', version: 1, sha256: '', formId: 'F', formKind: kind, email, address: 'typed', fullName, role: '' },
    ...{ signedAt, state: 'signed', children: JSON.stringify(named), standings: person ? [`a|${person}`] : [], approver: '', approvedAt: null },
    ...{ reason: '', answersHash: '', differs: '', copy: '' },
  };
}

function placeOf(signed: Signed) {
  const { audience, person, group = '' } = signed;
  const standing = { person, group, name: 'As typed' } as StandingRow;
  const standingOf = (key: string) => (person && key === `a|${person}` ? standing : undefined);
  return copyPlace(row(signed), { audience, alsoFor: [] }, { roll: ROLL, standingOf });
}

function pathOf(signed: Signed, title = 'Title'): string {
  const { folders, nameFor } = placeOf(signed);
  return [...folders.map(({ name }) => name), nameFor(title)].join('/');
}

const amira = { person: 'amira@q.example', group: '3A' };
test.each<[string, Signed, string]>([
  ['a pupil', { audience: 'ks2', email: 'amira@q.example', ...amira }, 'Pupils/2026-27/3A/Khan, Amira - Title - 2026-09-07.pdf'],
  [
    'a young child whose parent signed',
    { audience: 'ks1', kind: 'promises', email: 'nadia@example.org', person: 'yusuf@q.example', group: '1A', children: ['yusuf@q.example'] },
    'Pupils/2026-27/1A/Khan, Yusuf - Title - 2026-09-07.pdf',
  ],
  [
    'a parent of two, in the first child’s class',
    { audience: 'parent', kind: 'family', fullName: 'Nadia Khan', ...amira, children: ['amira@q.example', 'yusuf@q.example'] },
    'Parents/2026-27/3A/Khan, Amira and 1 more - Title (Nadia Khan) - 2026-09-07.pdf',
  ],
  [
    'a parent one of whose children is nobody of ours',
    { audience: 'parent', kind: 'family', fullName: 'Nadia Khan', ...amira, children: [null, 'amira@q.example'] },
    'Parents/2026-27/3A/Khan, Amira - Title (Nadia Khan) - 2026-09-07.pdf',
  ],
  [
    'the other parent, who settles nothing any more',
    { audience: 'parent', kind: 'family', fullName: 'Imran Khan', children: ['amira@q.example'] },
    'Parents/2026-27/3A/Khan, Amira - Title (Imran Khan) - 2026-09-07.pdf',
  ],
  [
    'a pupil without a class',
    { audience: 'ks2', person: 'amira@q.example', group: 'No class' },
    'Pupils/2026-27/No class/Khan, Amira - Title - 2026-09-07.pdf',
  ],
  [
    'a pupil of a class with a slash',
    { audience: 'ks2', person: 'amira@q.example', group: '3/4 Elm' },
    'Pupils/2026-27/3-4 Elm/Khan, Amira - Title - 2026-09-07.pdf',
  ],
  ['staff', { audience: 'staff', email: 'sam@q.example', person: 'sam@q.example' }, 'Staff/Okafor, Sam/Title - 2026-09-07.pdf'],
  [
    'a technician, beside what they signed as staff',
    { audience: 'technician', email: 'sam@q.example', person: 'sam@q.example' },
    'Staff/Okafor, Sam/Title - 2026-09-07.pdf',
  ],
  ['supply who are on the list', { audience: 'supply', email: 'nadine@q.example', person: 'nadine@q.example' }, 'Staff/Frost, Nadine/Title - 2026-09-07.pdf'],
  ['supply whom nobody knows', { audience: 'supply', kind: 'open', person: 'guest:R-1' }, 'Guests/2026-27/As typed - Title - 2026-09-07.pdf'],
  ['a governor', { audience: 'governor', email: 'margaret@q.example', person: 'margaret@q.example' }, 'Governors/Osborne, Margaret/Title - 2026-09-07.pdf'],
  ['a volunteer', { audience: 'volunteer', email: 'vera@q.example', person: 'vera@q.example' }, 'Volunteers/Lane, Vera/Title - 2026-09-07.pdf'],
  ['a visitor', { audience: 'visitor', kind: 'open', person: 'guest:R-1' }, 'Guests/2026-27/As typed - Title - 2026-09-07.pdf'],
])('A11: the copy of %s', (_, signed, path) => {
  expect(pathOf(signed)).toBe(path);
});

test.each([
  ['2026-08-31T22:30:00.000Z', '2025-26', '2026-08-31'],
  ['2026-08-31T23:30:00.000Z', '2026-27', '2026-09-01'],
])('A11: signed at %s belongs to %s: the day is that of the UK', (signedAt, year, day) => {
  expect(pathOf({ audience: 'ks2', signedAt, ...amira })).toBe(`Pupils/${year}/3A/Khan, Amira - Title - ${day}.pdf`);
});

test('A11: namesakes have folders of their own; one class has one, however its name is typed; each depth has another key', () => {
  const keys = (signed: Signed) => placeOf(signed).folders.map(({ key }) => key);
  expect(keys({ audience: 'staff', person: 'sam@q.example' })[1]).not.toBe(keys({ audience: 'staff', person: 'sam2@q.example' })[1]);
  expect(keys({ audience: 'ks2', ...amira })).toEqual(keys({ audience: 'ks2', ...amira, group: ' 3a' }));
  expect(new Set([...keys({ audience: 'ks2', ...amira }), ...keys({ audience: 'parent', kind: 'family', children: ['amira@q.example'] })]).size).toBe(6);
});

/** docs/workspace/drive/api/guides/properties.md: bytes for name and value together. */
const MOST_BYTES = 124;

test('A11: whatever people typed, a file has a name that Windows takes and that reads one way, and a key that Google takes', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.constantFrom('../..', 'a/b\\c:d*e?"<f>|', '\u202egnp.exe', '', '\u0000', '=1+1'));
  fc.assert(
    fc.property(text, text, fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 300 }), (title, fullName, responseId) => {
      const signed: Signed = { audience: 'visitor', kind: 'open', person: 'guest:R-1', fullName };
      for (const name of [...pathOf(signed, title).split('/'), copyFileName({ title }, { fullName })]) {
        expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\u202a-\u202e\u2066-\u2069]|^\s|\s$/u);
        expect(Array.from(name).length).toBeLessThan(200);
      }
      for (const key of [copyKey(responseId), ...placeOf(signed).folders.map((folder) => folder.key)]) {
        expect(key).toMatch(/^[a-z0-9-]+$/);
        expect(`handrail${key}`.length).toBeLessThanOrEqual(MOST_BYTES);
      }
    }),
  );
});

test('A11: only what counts is filed, and once', () => {
  const staff = row({ audience: 'staff', person: 'sam@q.example' });
  expect(SIGNATURE_STATES.filter((state) => isToBeFiled({ ...staff, state }))).toEqual(['signed', 'approved']);
  expect(isToBeFiled({ ...staff, copy: 'a-file' })).toBe(false);
  expect(isToBeFiled(row({ audience: 'staff' }))).toBe(false);
  expect(isToBeFiled(row({ audience: 'parent', kind: 'family', children: ['amira@q.example'] }))).toBe(true);
  expect(isToBeFiled(row({ audience: 'parent', kind: 'family', children: [null] }))).toBe(false);
});
