import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type AgreementSettings, USUAL_SETTINGS } from '../../src/agreements/asking/settings.ts';
import type { ConsentRow } from '../../src/agreements/consents.ts';
import type { AgreementRow, FormRow } from '../../src/agreements/published.ts';
import { placesFound } from '../../src/agreements/register/find-standings.ts';
import { whatNeedsDoing } from '../../src/agreements/register/needs-doing.ts';
import { barsOf, groupingOf, isUnsignedStarter, type Place, placesOf, SEGMENTS } from '../../src/agreements/register/overview.ts';
import type { SignatureRow } from '../../src/agreements/signatures.ts';
import { STATES, type State } from '../../src/agreements/standing.ts';
import type { StandingRow } from '../../src/agreements/standings.ts';

const TODAY = '2026-09-21';

function agreement(id: string, change: Partial<AgreementRow> = {}): AgreementRow {
  return {
    ...{ id, version: 2, countsFrom: 1, title: `The ${id} agreement`, audience: 'staff', alsoFor: [], className: '', sha256: '' },
    ...{ effective: '2026-09-01', approvedBy: '', published: '2026-09-01T08:00:00.000Z', asks: true, retired: false },
    ...change,
  };
}

function standing(agreementId: string, person: string, change: Partial<StandingRow> = {}): StandingRow {
  return {
    ...{ key: `${agreementId}|${person}`, agreementId, person, name: person, group: 'Staff', state: 'asked', version: 2, round: '' },
    ...{ askedAt: '2026-09-07T08:00:00.000Z', due: '2026-09-28', told: 1, toldAt: null, escalated: '', responseId: '', signedAt: null },
    ...{ approver: '', approvedAt: null, wasInForce: false, accessEnds: null, note: '' },
    ...change,
  } as StandingRow;
}

function member(person: string, group = 'Staff') {
  return { person, name: person, group };
}

/** The segment of one person with one agreement, whose row is this. */
function segmentWith(change: Partial<StandingRow> | null, row = agreement('staff')): Place['segment'] | undefined {
  const rows = change ? [standing('staff', 'ann', change)] : [];
  return placesOf([row], rows, () => [member('ann')], TODAY)[0]?.segment;
}

test.each<[who: string, segment: Place['segment'], change: Partial<StandingRow> | null]>([
  ['was never asked', 'not asked', null],
  ['was asked, and the day has not come', 'outstanding', { state: 'asked' }],
  ['has today as the last day', 'outstanding', { state: 'reminded', due: TODAY }],
  ['should have signed yesterday', 'overdue', { state: 'reminded', due: '2026-09-20' }],
  ['has signed what nobody approves', 'in force', { state: 'signed' }],
  ['waits for approval', 'awaiting approval', { state: 'awaiting approval', due: '2026-09-01' }],
  ['is approved', 'in force', { state: 'approved' }],
  ['declined', 'declined', { state: 'declined' }],
  ['withdrew', 'declined', { state: 'withdrawn' }],
  ['signed last year', 'not asked', { state: 'expired' }],
  ['has left', 'closed', { state: 'closed' }],
])('A11: somebody who %s is counted as “%s”', (_, segment, change) => {
  expect(segmentWith(change)).toBe(segment);
});

test('A13: what was signed under a text that counts no more is to be asked again, whatever the row still says', () => {
  expect(segmentWith({ state: 'approved', version: 1 }, agreement('staff', { countsFrom: 2 }))).toBe('not asked');
  expect(segmentWith({ state: 'approved', version: 1 }, agreement('staff', { countsFrom: 1 }))).toBe('in force');
});

test('A4, A11: guests are counted though the list of people does not name them, and nobody of a retired agreement is', () => {
  const rows = [standing('staff', 'guest:1', { state: 'approved' }), standing('old', 'ann')];
  const places = placesOf([agreement('staff'), agreement('old', { retired: true })], rows, () => [], TODAY);
  expect(places.map(({ person }) => person)).toEqual(['guest:1']);
});

test('A8, A11: parents are one bar beside the classes, and one a class when their agreement is looked at by itself', () => {
  const rows = [agreement('ks2', { audience: 'ks2' }), agreement('parent', { audience: 'parent' }), agreement('staff')];
  const children = [member('amira', '3A'), member('ben', '10B'), member('cai', '3A')];
  const places = placesOf(rows, [], ({ id }) => (id === 'staff' ? [member('sam')] : children), TODAY);
  const names = (id: string) =>
    barsOf(id === '' ? places : places.filter((place) => place.agreementId === id), groupingOf(places, rows, id)).map(
      ({ group, people }) => `${group} ${people}`,
    );
  expect(names('')).toEqual(['Staff 1', '3A 2', '10B 1', 'Parents and carers 3']);
  expect(names('parent')).toEqual(['3A 2', '10B 1']);
});

test('A11: a school with more classes than make a picture has a bar a year', () => {
  const rows = [agreement('secondary', { audience: 'secondary' })];
  const pupils = Array.from({ length: 30 }, (_, index) => member(`p${index}`, `${7 + (index % 5)}${'ABCDEF'[Math.floor(index / 5)]}`));
  const places = placesOf(rows, [], () => pupils, TODAY);
  const grouping = groupingOf(places, rows, '');
  expect(barsOf(places, grouping).map(({ group, people }) => [group, people])).toEqual([7, 8, 9, 10, 11].map((year) => [`Year ${year}`, 6]));
  const wanted = { text: '', agreementId: '', group: 'Year 9', state: '' as const };
  expect(placesFound(wanted, { agreements: rows, places, today: TODAY }, USUAL_SETTINGS)).toHaveLength(6);
});

// ---- properties ----

const people = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 30 });
const GROUPS = ['Staff', '3A', '3B', '11C', 'No class'];
const audiences = fc.constantFrom('staff', 'ks2', 'secondary', 'parent', 'class');

/** Some agreements, whom they are for, and rows for some of those people and for some others. */
const schools = fc.array(
  fc.record({
    audience: audiences,
    members: people,
    rows: fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.constantFrom(...STATES)), { selector: ([person]) => person }),
  }),
  { minLength: 1, maxLength: 4 },
);

type SchoolMade = typeof schools extends fc.Arbitrary<infer T> ? T : never;

function pictured(school: SchoolMade) {
  const rows = school.map(({ audience }, index) => agreement(`a${index}`, { audience: audience as AgreementRow['audience'] }));
  const named = (person: number) => member(`p${person}`, GROUPS[person % GROUPS.length]);
  const standings = school.flatMap((each, index) =>
    each.rows.map(([person, state]: [number, State]) =>
      standing(`a${index}`, `p${person}`, { state, due: person % 2 === 0 ? '2026-09-20' : '2026-09-28', group: named(person).group }),
    ),
  );
  const membersOf = ({ id }: AgreementRow) => (school[Number(id.slice(1))]?.members ?? []).map(named);
  return { agreements: rows, standings, membersOf, places: placesOf(rows, standings, membersOf, TODAY), today: TODAY };
}

test('A11: everybody is in exactly one part, the parts of a bar sum to its people, and the bars to everybody who is not closed', () => {
  fc.assert(
    fc.property(schools, (school) => {
      const { agreements, standings, membersOf, places } = pictured(school);
      const expected = new Set([...agreements.flatMap((row) => membersOf(row).map(({ person }) => `${row.id}|${person}`)), ...standings.map(({ key }) => key)]);
      expect(places.map(({ key }) => key).sort()).toEqual([...expected].sort());
      const bars = barsOf(places, groupingOf(places, agreements, ''));
      for (const { people: all, counts } of bars) expect(SEGMENTS.reduce((sum, segment) => sum + counts[segment], 0)).toBe(all);
      expect(bars.reduce((sum, bar) => sum + bar.people, 0)).toBe(places.filter(({ segment }) => segment !== 'closed').length);
    }),
  );
});

test('A11: the picture of everything is the sum of the pictures of each agreement, and a search finds what a bar counts', () => {
  fc.assert(
    fc.property(schools, (school) => {
      const { agreements, places, today } = pictured(school);
      const barsFor = (id: string) => barsOf(id === '' ? places : places.filter((place) => place.agreementId === id), groupingOf(places, agreements, id));
      const sum = (bars: ReturnType<typeof barsOf>) => SEGMENTS.map((segment) => bars.reduce((total, { counts }) => total + counts[segment], 0));
      const parts = agreements.map(({ id }) => sum(barsFor(id)));
      expect(sum(barsFor(''))).toEqual(SEGMENTS.map((_, at) => parts.reduce((total, part) => total + (part[at] ?? 0), 0)));
      for (const agreementId of ['', 'a0'])
        for (const { group, counts } of barsFor(agreementId))
          for (const state of SEGMENTS) {
            const found = placesFound({ text: '', agreementId, group, state }, { agreements, places, today }, USUAL_SETTINGS);
            expect(found).toHaveLength(counts[state]);
          }
    }),
  );
});

// ---- what needs doing ----

const SETTINGS: AgreementSettings = { ...USUAL_SETTINGS, starterDays: 5 };

test.each<[who: string, listed: string, change: Partial<StandingRow>]>([
  ['was asked five days ago', 'listed', { askedAt: '2026-09-16T08:00:00.000Z' }],
  ['was asked four days ago', 'not listed', { askedAt: '2026-09-17T08:00:00.000Z' }],
  ['was asked late in the evening of a summer day five days ago', 'listed', { askedAt: '2026-09-15T23:30:00.000Z' }],
  ['has had it in force before', 'not listed', { wasInForce: true }],
  ['declined', 'listed', { state: 'declined' }],
  ['waits for approval', 'listed', { state: 'awaiting approval' }],
  ['has signed', 'not listed', { state: 'signed' }],
  ['has left', 'not listed', { state: 'closed' }],
])('A12: whoever %s is %s as having access without having signed', (_, listed, change) => {
  const [place] = placesOf([agreement('staff')], [standing('staff', 'ann', change)], () => [member('ann')], TODAY);
  if (!place) throw new Error('nobody is there');
  expect(isUnsignedStarter(place, agreement('staff'), SETTINGS, TODAY)).toBe(listed === 'listed');
  expect(isUnsignedStarter(place, agreement('staff', { audience: 'parent' }), SETTINGS, TODAY)).toBe(false);
});

test('A12: somebody with two agreements is one person on the list of those without access', () => {
  const agreements = [agreement('staff'), agreement('technician', { audience: 'technician' })];
  const rows = agreements.map(({ id }) => standing(id, 'ann'));
  const places = placesOf(agreements, rows, () => [member('ann')], TODAY);
  const school = { technicians: [], roleAccount: '' } as never;
  const needs = whatNeedsDoing({ places, agreements, forms: [], signatures: [], consents: [], settings: SETTINGS, today: TODAY }, [], school);
  expect(needs).toMatchObject({ unsigned: 1, toApprove: 0, declined: 0, withoutAgreement: [] });
});

/** An answer to a form, as far as what needs doing depends on it. */
function signature(change: Partial<SignatureRow>): SignatureRow {
  return { agreementId: 'staff', formId: 'form-2', state: 'signed', differs: '', ...change } as SignatureRow;
}

test('A8, A11: what a person has to settle is counted once each: unclear answers, children whose parents differ, changed forms, answers edited afterwards', () => {
  const signatures = [
    signature({ state: 'to be settled' }),
    signature({ state: 'form was changed' }),
    signature({ state: 'form was changed', formId: 'form-1' }),
    signature({ differs: 'edited' }),
    signature({ differs: 'deleted, seen' }),
  ];
  const consents = ['amira', 'amira', 'ben'].map((child) => ({ child, differs: child === 'amira' }) as ConsentRow);
  const forms = [
    { formId: 'form-1', agreementId: 'staff', inUse: false },
    { formId: 'form-2', agreementId: 'staff', inUse: true },
  ] as FormRow[];
  const school = { technicians: [], roleAccount: '' } as never;
  const asItStands = { places: [], agreements: [agreement('staff')], forms, signatures, consents, settings: SETTINGS, today: TODAY };
  expect(whatNeedsDoing(asItStands, [], school)).toMatchObject({
    ...{ toSettle: 2, onChangedForms: 2, differing: 1 },
    changedForms: [{ id: 'staff', title: 'The staff agreement' }],
  });
});
