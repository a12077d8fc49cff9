import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Candidates, WHYS } from '../../src/agreements/by-hand/candidates.ts';
import { answersAbout } from '../../src/agreements/by-hand/consent-answers.ts';
import { type ChildChoice, type SettlingFacts, settledAnswer } from '../../src/agreements/by-hand/settle-answer.ts';
import { type ConsentRow, consentKey, consentProjection, FORM } from '../../src/agreements/consents.ts';
import type { AgreementEvents, NamedChild } from '../../src/agreements/events.ts';
import { childrenOf, isUnclear, type SignatureRow, signatureProjection } from '../../src/agreements/signatures.ts';
import type { NewEvent } from '../../src/records/journal.ts';
import { changesBy } from '../../src/records/projection.ts';
import { Refusal } from '../../src/school/refusal.ts';
import { named } from '../support/roll.ts';

const TODAY = '2026-09-07';

function pupil(given: string, family: string, className: string, rest = {}) {
  return named(`${given}.${family}@q.example`.toLowerCase(), given, family, { kind: 'pupil', className, ...rest });
}
const AMIRA = pupil('Amira', 'Khan', '3A');
const YUSUF = pupil('Yusuf', 'Khan', '1A');
const ZARA = pupil('Zara', 'Patel', '1B');
const NAMESAKE = pupil('Amira', 'Kahn', '5B');
const ALEX = pupil('Alexander', 'Novak', '4A');
const LEAVER = pupil('Amira', 'Khan-Leaver', '6A', { email: 'left@q.example', leaves: '2026-07-21' });
const PUPILS = [AMIRA, YUSUF, ZARA, NAMESAKE, ALEX, LEAVER];
const NADIA = named('nadia@example.org', 'Nadia', 'Khan', { kind: 'parent', children: [AMIRA.email, YUSUF.email] });
const IMRAN = named('imran@example.org', 'Imran', 'Khan', { kind: 'parent', children: [AMIRA.email, ZARA.email] });
const ROLL = [...PUPILS, NADIA, IMRAN, named('sam@q.example', 'Amira', 'Khan')];

function suggested(name: string, email: string, fullName = 'Somebody', className = '') {
  return new Candidates(ROLL, TODAY).for({ name, className }, { email, fullName }).map(({ person, why }) => [person, why]);
}

// ---- who is suggested ----

test('A8: a parent’s own children come first, then their brothers and sisters, then pupils of a similar name', () => {
  expect(suggested('Amira Khan', 'nadia@example.org')).toEqual([
    [AMIRA.email, 'their own child, with this name'],
    [YUSUF.email, 'their own child'],
    [ZARA.email, 'brother or sister of their child'],
    [NAMESAKE.email, 'a similar name'],
  ]);
});

test.each([
  ['the same words in another order', 'KHAN Amira', [AMIRA.email, 'the same name']],
  ['a slip of the finger', 'Amire Khan', [AMIRA.email, 'a similar name']],
  ['a short form', 'Alex Novak', [ALEX.email, 'a similar name']],
  ['an accent', 'Zára Patel', [ZARA.email, 'the same name']],
])('A8: from a parent on no list, %s still finds a pupil', (_, name, first) => {
  expect(suggested(name, 'stranger@example.org')[0]).toEqual(first);
});

test('A8: a parent known by their name alone may be somebody else, and the suggestion says so', () => {
  expect(suggested('Yousef', 'new.address@example.org', 'Nadia Khan')).toEqual(expect.arrayContaining([[YUSUF.email, 'child of a parent who has this name']]));
});

test.each(['Bartholomew Quince', '', '   ', '?!', 'x'])('A8: for %j from a stranger nobody is suggested', (name) => {
  expect(suggested(name, 'stranger@example.org')).toEqual([]);
});

test('A8: the class that was typed puts the pupil in it before another of the same likeness', () => {
  const [first, second] = [pupil('Ada', 'Lee', '2A', { email: 'ada1@q.example' }), pupil('Ada', 'Lee', '2B', { email: 'ada2@q.example' })];
  const found = new Candidates([first, second], TODAY).for({ name: 'Ada Lee', className: '2b' }, { email: '', fullName: '' });
  expect(found.map(({ person }) => person)).toEqual(['ada2@q.example', 'ada1@q.example']);
});

test('A8: whoever is suggested is a pupil who is here, once, with the reason; never an adult, never a leaver, own children before all others', () => {
  const names = fc.oneof(fc.constantFrom('Amira Khan', 'amira', 'Khan', 'Zara Khan', 'Alex', 'Sam Okafor', 'left'), fc.string({ maxLength: 20 }));
  const emails = fc.constantFrom('nadia@example.org', 'imran@example.org', 'stranger@example.org', '');
  fc.assert(
    fc.property(names, emails, fc.constantFrom('', '3A', 'three'), fc.constantFrom('Nadia Khan', '', 'x'), (name, email, className, fullName) => {
      const found = new Candidates(ROLL, TODAY).for({ name, className }, { email, fullName });
      const here = PUPILS.filter((each) => each !== LEAVER).map((each) => each.email);
      expect(found.every(({ person }) => here.includes(person))).toBe(true);
      expect(new Set(found.map(({ person }) => person)).size).toBe(found.length);
      const ranks = found.map(({ why }) => WHYS.indexOf(why));
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      const own = ROLL.find((each) => each.email === email)?.children ?? [];
      expect(
        found
          .slice(0, own.length)
          .map(({ person }) => person)
          .sort(),
      ).toEqual([...own].sort());
    }),
  );
});

// ---- what follows from a choice ----

function child(name: string, rest: Partial<NamedChild> = {}): NamedChild {
  return { name, className: '', person: null, permissions: { photos: true }, trustedAtSchool: '', trustedAtHome: '', ...rest };
}

function answer(children: NamedChild[], rest: Partial<SignatureRow> = {}): SignatureRow {
  return {
    ...{ responseId: 'response-1', agreementId: 'parent', version: 1, sha256: 'x', formId: 'form', formKind: 'family', email: 'nadia@example.org' },
    ...{ address: 'typed', fullName: 'Nadia Khan', role: 'mother', signedAt: '2026-09-04T10:00:00.000Z', state: 'to be settled', standings: [] },
    ...{ children: JSON.stringify(children), approver: '', approvedAt: null, reason: '', answersHash: '', differs: '', copy: '' },
    ...rest,
  };
}

const FACTS: SettlingFacts = { agreement: { id: 'parent', countsFrom: 1 }, pupils: PUPILS, standingOf: () => undefined, signatures: [], consents: [] };
const OPEN: ChildChoice = { person: '', notOurs: '' };

test('A8: a settled child gets the consents that were answered and a standing; one left open gets nothing', () => {
  const settled = settledAnswer(answer([child('Amira'), child('Zaz')]), [{ ...OPEN, person: AMIRA.email }, OPEN], FACTS);
  expect(settled.consents).toEqual([{ child: AMIRA.email, permission: 'photos', value: true, by: 'nadia@example.org' }]);
  expect(settled.standings).toEqual([{ agreementId: 'parent', person: AMIRA.email, name: 'Amira Khan', group: '3A' }]);
  expect(settled.children.map(({ person }) => person)).toEqual([AMIRA.email, null]);
});

test('A8: nobody of ours: the answer is set aside with the reason and counts for nobody', () => {
  const row = answer([child('Zaz')]);
  const settled = settledAnswer(row, [{ person: '', notOurs: 'Goes to St Bede’s' }], FACTS);
  expect(settled).toMatchObject({ consents: [], standings: [], children: [{ person: null, notOurs: 'Goes to St Bede’s' }] });
  expect(rowAfter(row, settled)).toMatchObject({ state: 'set aside', reason: 'Goes to St Bede’s' });
});

test.each<[string, NamedChild[], ChildChoice[], string]>([
  ['nothing was chosen', [child('A')], [OPEN], 'nothing-chosen'],
  [
    'one pupil is chosen for two children',
    [child('A'), child('B')],
    [
      { ...OPEN, person: AMIRA.email },
      { ...OPEN, person: AMIRA.email },
    ],
    'child-twice',
  ],
  [
    'a pupil is chosen who is another child of the answer already',
    [child('A', { person: AMIRA.email }), child('B')],
    [OPEN, { ...OPEN, person: AMIRA.email }],
    'child-twice',
  ],
  ['an adult is chosen', [child('A')], [{ ...OPEN, person: 'sam@q.example' }], 'no-such-pupil'],
  ['a pupil and nobody is chosen', [child('A')], [{ person: AMIRA.email, notOurs: 'x' }], 'chosen-both'],
  ['somebody else has settled that child', [child('A', { person: AMIRA.email }), child('B')], [{ ...OPEN, person: YUSUF.email }, OPEN], 'settled-meanwhile'],
  ['somebody else has said nobody', [child('A', { notOurs: 'x' }), child('B')], [{ ...OPEN, person: YUSUF.email }, OPEN], 'settled-meanwhile'],
  ['the page shows fewer children', [child('A'), child('B')], [{ ...OPEN, person: AMIRA.email }], 'settled-meanwhile'],
])('A8: when %s, nothing is settled', (_, children, choices, code) => {
  expect(() => settledAnswer(answer(children), choices, FACTS)).toThrow(expect.objectContaining({ code }));
});

test('A8: what a parent or the office has said since the answer was sent is not undone by settling it late', () => {
  const row = answer([child('Amira')]);
  const choose = [{ ...OPEN, person: AMIRA.email }];
  const later = answer([child('Amira', { person: AMIRA.email, permissions: { photos: false } })], {
    responseId: 'response-2',
    signedAt: '2026-09-06T10:00:00.000Z',
  });
  expect(settledAnswer(row, choose, { ...FACTS, signatures: [later] }).consents).toEqual([]);
  const byHand: ConsentRow = {
    ...{ key: '', child: AMIRA.email, permission: 'photos', value: false, since: '2026-09-05', by: 'office@q.example', differs: false, how: 'telephone' },
  };
  expect(settledAnswer(row, choose, { ...FACTS, consents: [byHand] }).consents).toEqual([]);
  expect(settledAnswer(row, choose, { ...FACTS, consents: [{ ...byHand, since: '2026-09-01' }] }).consents).toHaveLength(1);
});

test('A8: of two answers without an address the earlier no is not overtaken by the later yes: they may be two parents', () => {
  const row = answer([child('Amira', { permissions: { photos: false } })], { email: '' });
  const later = answer([child('Amira', { person: AMIRA.email })], { responseId: 'response-2', email: '', signedAt: '2026-09-06T10:00:00.000Z' });
  const settled = settledAnswer(row, [{ ...OPEN, person: AMIRA.email }], { ...FACTS, signatures: [later] });
  expect(settled.consents).toEqual([{ child: AMIRA.email, permission: 'photos', value: false, by: '' }]);
});

test('A13: an answer to a text that counts no more is settled without counting', () => {
  const settled = settledAnswer(answer([child('Amira')]), [{ ...OPEN, person: AMIRA.email }], { ...FACTS, agreement: { id: 'parent', countsFrom: 2 } });
  expect(settled.standings).toEqual([]);
});

const choice: fc.Arbitrary<ChildChoice> = fc.oneof(
  fc.constant(OPEN),
  fc.constantFrom(...PUPILS).map(({ email }) => ({ person: email, notOurs: '' })),
  fc.string({ minLength: 1, maxLength: 5 }).map((notOurs) => ({ person: '', notOurs })),
);

test('A8: however often and in whatever parts an answer is settled, each child is settled once, nothing is taken back, no pupil is two of them', () => {
  const children = fc.array(
    fc.constantFrom('Amira', 'Yusuf', 'Zaz').map((name) => child(name)),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(children, fc.array(fc.array(choice, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), (typed, rounds) => {
      let row = answer(typed);
      const consented: string[] = [];
      for (const choices of rounds) {
        if (row.state !== 'to be settled') break;
        const before = childrenOf(row);
        let settled: AgreementEvents['answer settled'];
        try {
          settled = settledAnswer(row, choices, FACTS);
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
          continue;
        }
        row = rowAfter(row, settled);
        const after = childrenOf(row);
        before.forEach((each, index) => {
          if (!isUnclear(each)) expect(after[index]).toEqual(each);
          expect(after[index]).toMatchObject({ name: each.name, permissions: each.permissions });
        });
        consented.push(...settled.consents.map((said) => said.child));
      }
      const people = childrenOf(row).flatMap(({ person }) => person ?? []);
      expect(new Set(people).size).toBe(people.length);
      expect([...consented].sort()).toEqual([...people].sort());
      expect(row.standings.map((key) => key.split('|')[1]).sort()).toEqual([...people].sort());
      const isOpen = childrenOf(row).some(isUnclear);
      expect(row.state).toBe(isOpen ? 'to be settled' : people.length > 0 ? 'signed' : 'set aside');
    }),
  );
});

function rowAfter(row: SignatureRow, settled: AgreementEvents['answer settled']): SignatureRow {
  const event = { ...event0, action: 'answer settled', subject: row.responseId, payload: settled };
  const after = signatureProjection.apply(row, event, row.responseId);
  if (!after) throw new Error('the answer is gone');
  return after;
}
const event0 = { sequence: 1, at: '2026-09-07T08:00:00.000Z', actor: 'office@q.example' };

// ---- two parents ----

type ConsentStep = { by: string; value: boolean };

function said({ by, value }: ConsentStep): NewEvent {
  const consents = [{ child: AMIRA.email, permission: 'photos', value, by }];
  if (by === 'office@q.example') return { action: 'consent recorded', subject: AMIRA.email, payload: { consents, since: TODAY, how: 'telephone' } };
  return { action: 'agreement signed', subject: 'response', payload: { consents } as unknown as AgreementEvents['agreement signed'] };
}

function consentAfter(steps: readonly ConsentStep[]): ConsentRow | null {
  const key = consentKey({ child: AMIRA.email, permission: 'photos' });
  const events = steps.map((step, index) => ({ ...event0, sequence: index + 1, ...said(step) }));
  return changesBy(consentProjection, events, () => undefined).get(key) ?? null;
}

const [N, I, OFFICE] = ['nadia@example.org', 'imran@example.org', 'office@q.example'];
const yes = (by = '') => ({ by, value: true });
const no = (by = '') => ({ by, value: false });

test.each<[string, ConsentStep[], boolean, boolean]>([
  ['one says yes', [yes(N)], true, false],
  ['both say yes', [yes(N), yes(I)], true, false],
  ['one says no, then the other yes', [no(N), yes(I)], false, true],
  ['one says yes, then the other no', [yes(N), no(I)], false, true],
  ['both say no', [no(N), no(I)], false, false],
  ['both say no and the later of them changes their mind', [no(I), no(N), yes(N)], false, true],
  ['both say no and the earlier of them changes their mind', [no(I), no(N), yes(I)], false, true],
  ['one says no, then yes, and neither answer gives an address', [no(), yes()], false, true],
  ['one without an address says no, then a parent too, who changes their mind', [no(), no(N), yes(N)], false, true],
  ['one changes their own mind', [no(N), yes(N)], true, false],
  ['whoever said no comes round', [no(N), yes(I), yes(N)], true, false],
  ['the office settles it', [no(N), yes(I), yes(OFFICE)], true, false],
  ['after the office has settled it a parent withdraws', [yes(N), no(I), yes(OFFICE), no(N)], false, false],
  ['after the office noted a no a parent says yes', [no(OFFICE), yes(N)], false, true],
])('A8: when %s', (_, steps, value, differs) => {
  expect(consentAfter(steps)).toMatchObject({ value, differs });
});

test('A8: where nobody has said anything there is no consent; a yes by form needs that nobody else’s no stands', () => {
  expect(consentAfter([])).toBeNull();
  fc.assert(
    fc.property(fc.array(fc.record({ by: fc.constantFrom(N ?? '', I ?? '', OFFICE ?? ''), value: fc.boolean() }), { minLength: 1, maxLength: 8 }), (steps) => {
      const row = consentAfter(steps);
      const last = steps.at(-1);
      // A no always holds at once, whoever says it, and so does what the office has settled.
      if (last?.value === false) expect(row?.value).toBe(false);
      if (last?.by === OFFICE) expect(row).toMatchObject({ value: last?.value, differs: false, by: OFFICE });
      if (row?.differs) expect(row.value).toBe(false);
      if (row?.value) expect(row.how === FORM || row.by === OFFICE).toBe(true);
    }),
  );
});

test('A8: both answers can be shown with their days, and what was set aside is none', () => {
  const about = (responseId: string, email: string, photos: boolean, state: SignatureRow['state'], signedAt: string) =>
    answer([child('Amira', { person: AMIRA.email, permissions: { photos } })], { responseId, email, state, signedAt });
  const rows = [
    about('r2', 'imran@example.org', false, 'signed', '2026-09-05T10:00:00.000Z'),
    about('r1', 'nadia@example.org', true, 'signed', '2026-09-04T10:00:00.000Z'),
    about('r3', 'x@example.org', true, 'sent back', '2026-09-06T10:00:00.000Z'),
  ];
  expect(answersAbout(AMIRA.email, 'photos', rows).map(({ responseId, value }) => [responseId, value])).toEqual([
    ['r1', true],
    ['r2', false],
  ]);
  expect(answersAbout(AMIRA.email, 'other', rows)).toEqual([]);
});
