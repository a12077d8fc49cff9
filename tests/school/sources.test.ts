import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fullName, KINDS, type Listed, readList, writeList } from '../../src/school/roll.ts';
import { type FoundPerson, faultIn, mergePeople, type PeopleSource, sourceKey, withFile } from '../../src/school/sources.ts';
import { onTheRoll } from '../support/roll.ts';

const at = (name: string) => `${name}@q.example`;
const STAFF: PeopleSource = { from: 'group', name: at('staff'), kind: 'staff', className: '' };
const CLASS: PeopleSource = { from: 'group', name: at('class-3a'), kind: 'pupil', className: '3A' };
const UNIT: PeopleSource = { from: 'unit', name: '/Staff', kind: 'staff', className: '' };
const COURSE: PeopleSource = { from: 'course', name: 'Class 3A', kind: 'pupil', className: '3A' };

function found(email: string, more: Partial<FoundPerson> = {}): FoundPerson {
  return { email, givenName: '', familyName: '', guardianOf: [], ...more };
}

function listed(name: string, source = '', change: Partial<Listed['entry']> = {}): Listed {
  return { entry: onTheRoll({ email: at(name), givenName: name, familyName: 'Example', ...change }), source };
}

function merged(standing: Listed[], readings: [PeopleSource, FoundPerson[] | null][]) {
  const read = new Map(readings.flatMap(([source, people]) => (people === null ? [] : [[sourceKey(source), people] as const])));
  return mergePeople(
    standing,
    readings.map(([source]) => source),
    read,
    at('safeguarding'),
  );
}

/** `Given Family, kind, class ← source`. */
function shown(all: readonly Listed[]): string[] {
  return all.map(({ entry, source }) => `${entry.givenName} ${entry.familyName}, ${entry.kind}, ${entry.className || '-'} ← ${source || 'file'}`);
}

test('A12: whoever is in the file is as the file says; groups add the others, named after their addresses', () => {
  const all = merged(
    [listed('sam', '', { className: '3B' })],
    [
      [STAFF, [found(at('SAM')), found(at('tola.bankole2')), found(at('safeguarding')), found(at('office'))]],
      [CLASS, [found(at('amira.khan')), found(at('tola.bankole2'))]],
    ],
  );
  expect(shown(all)).toEqual([
    'sam Example, staff, 3B ← file',
    'Tola Bankole, staff, - ← group staff@q.example; group class-3a@q.example',
    'Office , staff, - ← group staff@q.example',
    'Amira Khan, pupil, 3A ← group class-3a@q.example',
  ]);
});

test('A12: the directory gives the names that a group has not, and a course its pupils’ guardians', () => {
  const all = merged(
    [],
    [
      [CLASS, [found(at('amira.khan'))]],
      [UNIT, [found(at('t.bankole'), { givenName: 'Tola', familyName: 'Bankole' })]],
      [
        COURSE,
        [
          found(at('amira.khan'), { givenName: 'Amira', familyName: 'Khan-Ali' }),
          found('nadia@example.org', { givenName: 'Nadia', familyName: 'Khan', guardianOf: [at('amira.khan')] }),
          found('nadia@example.org', { guardianOf: [at('yusuf.khan')] }),
        ],
      ],
    ],
  );
  expect(shown(all)).toEqual([
    'Amira Khan-Ali, pupil, 3A ← group class-3a@q.example; course Class 3A',
    'Tola Bankole, staff, - ← unit /Staff',
    'Nadia Khan, parent, - ← course Class 3A',
  ]);
  expect(all[2]?.entry.children).toEqual([at('amira.khan'), at('yusuf.khan')]);
});

test('A12: a source that cannot be read keeps whom it had; one that can loses who is gone; one that is not asked any more gives nobody', () => {
  const standing = [
    ...[listed('sam'), listed('tola', sourceKey(STAFF)), listed('una', sourceKey(STAFF))],
    ...[listed('amira', sourceKey(CLASS), { kind: 'pupil', className: '3A' }), listed('old', 'group old@q.example')],
  ];
  expect(
    shown(
      merged(standing, [
        [STAFF, null],
        [CLASS, []],
      ]),
    ),
  ).toEqual(['sam Example, staff, - ← file', 'tola Example, staff, - ← group staff@q.example', 'una Example, staff, - ← group staff@q.example']);
});

test('A12: what a source that cannot be read just now had given stays with somebody whom another source knows too', () => {
  const readings: [PeopleSource, FoundPerson[] | null][] = [
    [STAFF, [found(at('sam.okafor'))]],
    [COURSE, [found(at('sam.okafor'), { givenName: 'Samuel', familyName: 'Okafor', guardianOf: [at('yusuf.khan')] })]],
  ];
  const before = merged([], readings);
  const after = merged(before, [
    [STAFF, [found(at('sam.okafor'))]],
    [COURSE, null],
  ]);
  expect(after).toEqual(before);
  expect(after).toMatchObject([{ entry: { givenName: 'Samuel', children: [at('yusuf.khan')] }, source: 'group staff@q.example; course Class 3A' }]);
});

test('A12: a new file takes the place of the file before, and leaves what groups gave', () => {
  const standing = [listed('sam'), listed('gone'), listed('tola', sourceKey(STAFF)), listed('una', sourceKey(STAFF))];
  const entries = [listed('sam').entry, listed('una', '', { jobTitle: 'Cook' }).entry];
  expect(withFile(standing, entries).map(({ entry, source }) => [entry.email, source])).toEqual([
    [at('sam'), ''],
    [at('una'), ''],
    [at('tola'), sourceKey(STAFF)],
  ]);
});

test.each([
  [[{ ...STAFF, name: 'staff' }], 'Line 1 of the groups and units: enter the group’s address'],
  [[STAFF, { ...UNIT, name: 'Staff' }], 'Line 2 of the groups and units: enter the unit’s path'],
  [[{ ...COURSE, name: '' }], 'Line 1 of the groups and units: enter the course'],
  [[STAFF, CLASS, { ...STAFF, kind: 'governor' }], 'Line 3 of the groups and units is there already'],
] as [PeopleSource[], string][])('A12: of the lines %j it is said: %s', (sources, words) => {
  expect(faultIn(sources)).toContain(words);
});

test('A12: lines that can be used are', () => {
  expect(faultIn([STAFF, CLASS, UNIT, COURSE])).toBeNull();
  expect(faultIn([])).toBeNull();
});

test('A12: nobody is on the list twice, everybody of the file is on it unchanged, and reading the same again changes nothing', () => {
  const address = fc.integer({ min: 0, max: 15 }).map((number) => at(`p${number}.q`));
  const person = fc.record({
    email: address,
    givenName: fc.constantFrom('', 'Pat'),
    familyName: fc.constantFrom('', 'Q'),
    guardianOf: fc.array(address, { maxLength: 2 }),
  });
  const entry = fc
    .tuple(address, fc.constantFrom(...KINDS), fc.constantFrom('', '3A'))
    .map(([email, kind, className]) => onTheRoll({ email, givenName: 'In', familyName: 'File', kind, className }));
  const file = fc.uniqueArray(entry, { selector: ({ email }) => email, maxLength: 8 });
  const readings = fc.tuple(...[STAFF, CLASS, UNIT, COURSE].map((source) => fc.tuple(fc.constant(source), fc.option(fc.array(person, { maxLength: 8 })))));
  fc.assert(
    fc.property(file, readings, readings, (entries, first, second) => {
      const before = merged(withFile([], entries), first);
      const after = merged(before, second);
      expect(new Set(after.map((each) => each.entry.email)).size).toBe(after.length);
      expect(after.filter(({ source }) => source === '').map((each) => each.entry)).toEqual(entries);
      expect(merged(after, second)).toEqual(after);
      expect(after.map((each) => fullName(each.entry))).not.toContain('');
      // The sheet keeps it all.
      expect(readList(writeList(after))).toEqual({ listed: after, faults: [] });
    }),
  );
});

test('A12: a guardian who works at the school is staff, whichever of the two is read first, and stays their child’s parent', () => {
  const guardian = found(at('tola'), { guardianOf: [at('amira')] });
  for (const order of [
    [
      [COURSE, [guardian]],
      [STAFF, [found(at('tola'))]],
    ],
    [
      [STAFF, [found(at('tola'))]],
      [COURSE, [guardian]],
    ],
  ] satisfies [PeopleSource, FoundPerson[]][][]) {
    const [tola] = merged([], order);
    expect(tola?.entry).toMatchObject({ kind: 'staff', className: '', children: [at('amira')] });
  }
});
