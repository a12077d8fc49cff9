import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Member, membersOf, phaseOf } from '../../src/agreements/asking/members.ts';
import { peopleProblems } from '../../src/agreements/asking/people-problems.ts';
import { AUDIENCES, type Audience } from '../../src/agreements/audience.ts';
import type { Kind, RollEntry } from '../../src/school/roll.ts';
import { onTheRoll } from '../support/roll.ts';

const at = (name: string) => `${name}@q.example`;
const school = { technicians: [at('callum'), at('outside')], roleAccount: at('safeguarding'), domain: 'q.example' };
const TODAY = '2026-09-07';

const roll: RollEntry[] = [
  onTheRoll({ email: at('sam'), givenName: 'Sam', familyName: 'Okafor', className: '3A', jobTitle: 'Teacher', children: [at('yusuf')] }),
  onTheRoll({ email: at('lorna'), givenName: 'Lorna', familyName: 'Beck', className: '3A', jobTitle: 'Teaching Assistant' }),
  onTheRoll({ email: at('mandy'), givenName: 'Mandy', familyName: 'Hollis', className: '1A', jobTitle: 'Teaching Assistant' }),
  onTheRoll({ email: at('joel'), givenName: 'Joel', familyName: 'Penrose', className: '5A; 3/4 Elm', jobTitle: 'Teacher' }),
  onTheRoll({ email: at('callum'), givenName: 'Callum', familyName: 'Brodie', jobTitle: 'IT Technician' }),
  onTheRoll({ email: at('gone'), givenName: 'Gwen', familyName: 'Gone', className: '3A', jobTitle: 'Teacher', leaves: '2026-08-31' }),
  onTheRoll({ email: at('safeguarding'), givenName: 'Safeguarding', familyName: 'Office' }),
  onTheRoll({ email: at('nadine'), givenName: 'Nadine', familyName: 'Frost', kind: 'supply', leaves: TODAY }),
  onTheRoll({ email: 'lucien@example.net', givenName: 'Lucien', familyName: 'Baptiste', kind: 'governor' }),
  onTheRoll({ email: 'vera@example.org', givenName: 'Vera', familyName: 'Lunt', kind: 'volunteer' }),
  onTheRoll({ email: 'harold@example.com', givenName: 'Harold', familyName: 'Finch', kind: 'visitor' }),
  onTheRoll({ email: at('yusuf'), givenName: 'Yusuf', familyName: 'Khan', kind: 'pupil', className: '1A' }),
  onTheRoll({ email: at('amira'), givenName: 'Amira', familyName: 'Khan', kind: 'pupil', className: '3a' }),
  onTheRoll({ email: at('elm'), givenName: 'Elif', familyName: 'Elmas', kind: 'pupil', className: '3/4 Elm' }),
  onTheRoll({ email: at('ash'), givenName: 'Asher', familyName: 'Ashby', kind: 'pupil', className: '2/3 Ash' }),
  onTheRoll({ email: at('ash2'), givenName: 'Ashlyn', familyName: 'Asante', kind: 'pupil', className: '2/3 Ash', year: '3' }),
  onTheRoll({ email: at('bea'), givenName: 'Bea', familyName: 'Oak', kind: 'pupil', className: 'Oak', year: 'Y8' }),
  onTheRoll({ email: at('noclass'), givenName: 'Nils', familyName: 'Nowhere', kind: 'pupil' }),
  onTheRoll({ email: at('left'), givenName: 'Lena', familyName: 'Left', kind: 'pupil', className: '3A', leaves: '2026-07-22' }),
  onTheRoll({ email: 'nadia@example.org', givenName: 'Nadia', familyName: 'Khan', kind: 'parent', children: [at('amira'), at('yusuf')] }),
  onTheRoll({ email: 'imran@example.com', givenName: 'Imran', familyName: 'Khan', kind: 'parent', children: [at('amira'), at('stranger')] }),
];

function members(audience: Audience, more: { alsoFor?: Audience[]; className?: string } = {}): Member[] {
  return membersOf({ audience, alsoFor: more.alsoFor ?? [], className: more.className ?? '' }, roll, school, TODAY);
}

/** `Name (group) → whoever is told`, without the domain. */
function shown(all: readonly Member[]): string[] {
  return all.map(({ name, group, told }) => `${name} (${group}) → ${told.map((email) => email.replace('@q.example', '')).join(' ')}`);
}

test.each([
  [
    'A1: staff, not those who have left nor the role account',
    members('staff'),
    ['Sam Okafor (Staff) → sam', 'Lorna Beck (Staff) → lorna', 'Mandy Hollis (Staff) → mandy', 'Joel Penrose (Staff) → joel', 'Callum Brodie (Staff) → callum'],
  ],
  [
    'A3: whoever has administrator access, on the list or not',
    members('technician'),
    ['Callum Brodie (Technicians) → callum', 'outside@q.example (Technicians) → outside'],
  ],
  ['A4: a supply teacher until the last day', members('supply'), ['Nadine Frost (Supply and trainees) → nadine']],
  ['A4: governors with outside addresses', members('governor'), ['Lucien Baptiste (Governors) → lucien@example.net']],
  ['A4: volunteers', members('volunteer'), ['Vera Lunt (Volunteers) → vera@example.org']],
  ['A4: a visitor who is on the list is told at reception', members('visitor'), ['Harold Finch (Visitors) → ']],
  ['A4: external groups are known once they sign', members('external'), []],
  ['A4: photographers are known once they sign', members('photographer'), []],
  ['A5: Year 2 and younger, told through their parents, one of whom is staff', members('ks1'), ['Yusuf Khan (1A) → sam nadia@example.org']],
  [
    'A6: Years 3 to 6, told through the class’s teacher and not the assistant; nobody where there is none',
    members('ks2'),
    ['Amira Khan (3a) → sam', 'Elif Elmas (3/4 Elm) → joel', 'Ashlyn Asante (2/3 Ash) → '],
  ],
  ['A6: from Year 7, by the column', members('secondary'), ['Bea Oak (Oak) → ']],
  ['A7: a class, however its name is typed', members('class', { className: '3A' }), ['Amira Khan (3a) → sam']],
  ['A7: a class that has an assistant only', members('class', { className: '1a ' }), ['Yusuf Khan (1A) → mandy']],
  ['A7: no class of its own', members('class', { className: '' }), []],
  [
    'A8: every pupil, by their parents',
    members('parent'),
    [
      ...['Yusuf Khan (1A) → sam nadia@example.org', 'Amira Khan (3a) → nadia@example.org imran@example.com', 'Elif Elmas (3/4 Elm) → '],
      ...['Asher Ashby (2/3 Ash) → ', 'Ashlyn Asante (2/3 Ash) → ', 'Bea Oak (Oak) → ', 'Nils Nowhere (No class) → '],
    ],
  ],
  [
    'A4: one text for governors, volunteers and supply, each once and by their own kind',
    members('governor', { alsoFor: ['volunteer', 'supply'] }),
    ['Nadine Frost (Supply and trainees) → nadine', 'Lucien Baptiste (Governors) → lucien@example.net', 'Vera Lunt (Volunteers) → vera@example.org'],
  ],
])('%s', (_, found, expected) => {
  expect(shown(found)).toEqual(expected);
});

test('A15: where the school says so, pupils get their mails themselves', () => {
  const told = membersOf({ audience: 'ks2', alsoFor: [], className: '' }, roll, school, TODAY, { pupilsToldBy: 'mail' }).map((member) => member.told);
  expect(told).toEqual([[at('amira')], [at('elm')], [at('ash2')]]);
});

test('A11: what is missing in the list is named, for the office to put right', () => {
  const problems = peopleProblems([...roll, onTheRoll({ email: 'temp@agency.example', givenName: 'Tess', familyName: 'Temple' })], school, TODAY);
  expect(problems.map(({ what, who }) => [what.slice(0, 34), who])).toEqual([
    ['Pupils whose year is not known: no', ['Asher Ashby (2/3 Ash)', 'Nils Nowhere']],
    ['Pupils without a parent on the lis', ['Elif Elmas (3/4 Elm)', 'Asher Ashby (2/3 Ash)', 'Ashlyn Asante (2/3 Ash)', 'Bea Oak (Oak)', 'Nils Nowhere']],
    ['Staff without an account ending in', ['Tess Temple (temp@agency.example)']],
    ['Parents of children who are not on', ['Imran Khan (stranger@q.example)']],
  ]);
  expect(peopleProblems([], school, TODAY)).toEqual([]);
});

// ---- properties ----

const KINDS: Kind[] = ['staff', 'supply', 'pupil', 'parent', 'governor', 'volunteer', 'visitor'];
const CLASSES = ['', 'RA', '1A', '2B', '3A', '2/3 Ash', '3/4 Elm', '6/7 Yew', '7C', '12', 'Elm', '3A; 4B'];
const anyone: fc.Arbitrary<RollEntry> = fc.record({
  email: fc.integer({ min: 0, max: 60 }).map((number) => at(`p${number}`)),
  givenName: fc.constant('A'),
  familyName: fc.constant('B'),
  kind: fc.constantFrom(...KINDS),
  className: fc.constantFrom(...CLASSES),
  jobTitle: fc.constantFrom('', 'Teacher', 'Teaching Assistant'),
  children: fc.array(
    fc.integer({ min: 0, max: 60 }).map((number) => at(`p${number}`)),
    { maxLength: 3 },
  ),
  year: fc.constantFrom('', 'R', '2', '3', '6', '7', '13', 'Elm'),
  lineManager: fc.constant(''),
  leaves: fc.constantFrom('', '2026-09-06', '2026-09-07', '2027-07-21'),
});
const anyRoll = fc.uniqueArray(anyone, { selector: ({ email }) => email, maxLength: 30 });
const agreement = fc.record({
  audience: fc.constantFrom(...AUDIENCES),
  alsoFor: fc.array(fc.constantFrom(...AUDIENCES), { maxLength: 3 }),
  className: fc.constantFrom(...CLASSES),
});

test('A5, A6: nobody signs two of the pupils’ agreements, and every pupil whose year is known signs one', () => {
  fc.assert(
    fc.property(anyRoll, (people) => {
      const signers = (['ks1', 'ks2', 'secondary'] as const).flatMap((audience) =>
        membersOf({ audience, alsoFor: [], className: '' }, people, school, TODAY).map(({ person }) => person),
      );
      expect(new Set(signers).size).toBe(signers.length);
      const known = people.filter((entry) => entry.kind === 'pupil' && (entry.leaves === '' || entry.leaves >= TODAY) && phaseOf(entry) !== null);
      expect([...signers].sort()).toEqual(known.map(({ email }) => email).sort());
    }),
  );
});

test('A12: whether an agreement is for somebody depends on nobody else on the list, and nobody is there twice', () => {
  fc.assert(
    fc.property(anyRoll, agreement, (people, wanted) => {
      const withoutTechnicians = { ...school, technicians: [at('p1'), at('p2')].filter((email) => people.some((entry) => entry.email === email)) };
      const together = membersOf(wanted, people, withoutTechnicians, TODAY).map(({ person, name, group }) => ({ person, name, group }));
      const alone = people.flatMap((entry) =>
        membersOf(wanted, [entry], { ...withoutTechnicians, technicians: withoutTechnicians.technicians.filter((email) => email === entry.email) }, TODAY),
      );
      expect(together).toEqual(alone.map(({ person, name, group }) => ({ person, name, group })));
      expect(new Set(together.map(({ person }) => person)).size).toBe(together.length);
    }),
  );
});

test('A15: only people who are still there are told, each once', () => {
  fc.assert(
    fc.property(anyRoll, agreement, (people, wanted) => {
      const here = people.filter(({ leaves }) => leaves === '' || leaves >= TODAY).map(({ email }) => email);
      for (const { told } of membersOf(wanted, people, { ...school, technicians: [] }, TODAY)) {
        expect(new Set(told).size).toBe(told.length);
        for (const email of told) expect(here).toContain(email);
      }
    }),
  );
});
