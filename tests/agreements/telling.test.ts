import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Member } from '../../src/agreements/asking/members.ts';
import { type AgreementSettings, USUAL_SETTINGS } from '../../src/agreements/asking/settings.ts';
import { type AskedAgreement, accessEndingOn, digestsOn, escalationsOn, itemsOn, stepDue } from '../../src/agreements/asking/telling.ts';
import type { Audience } from '../../src/agreements/audience.ts';
import type { AgreementRow } from '../../src/agreements/published.ts';
import type { StandingRow } from '../../src/agreements/standings.ts';
import { addDays } from '../../src/school/days.ts';
import type { RollEntry } from '../../src/school/roll.ts';

const TODAY = '2026-09-21';
const MANY = { mails: 60, standings: 600 };
const dayOf = (moment: string) => moment.slice(0, 10);
const at = (day: string) => `${day}T09:00:00.000Z`;

function agreement(id: string, audience: Audience): AgreementRow {
  return {
    ...{ id, version: 1, countsFrom: 1, title: `Agreement ${id}`, audience, alsoFor: [], className: '', sha256: 'f'.repeat(64) },
    ...{ effective: '2026-09-01', approvedBy: '', published: at('2026-09-01'), asks: true, retired: false },
  };
}

function standing(agreementId: string, person: string, change: Partial<StandingRow> = {}): StandingRow {
  return {
    ...{ key: `${agreementId}|${person}`, agreementId, person, name: person, group: 'Staff', listed: true, state: 'asked', version: 1, round: 'R1' },
    ...{ askedAt: at('2026-09-01'), due: '2026-09-15', told: 0, toldAt: null, noAccessToldAt: null, escalated: '', responseId: '', signedAt: null },
    ...{ approver: '', approvedAt: null, wasInForce: false, accessEnds: null, note: '' },
    ...change,
  };
}

function told(times: number, on: string): Partial<StandingRow> {
  return { told: times, toldAt: at(on), state: times > 1 ? 'reminded' : 'asked' };
}

function asked(row: AgreementRow, rows: StandingRow[], toldOf: (person: string) => string[] = (person) => [person]): AskedAgreement {
  const members = rows.map((each): [string, Member] => [each.person, { person: each.person, name: each.name, group: each.group, told: toldOf(each.person) }]);
  return { agreement: row, members: new Map(members), standings: rows };
}

function entry(email: string, lineManager = ''): RollEntry {
  return {
    ...{ email, givenName: email, familyName: 'X', kind: 'staff', className: '', jobTitle: '', children: [] },
    ...{ year: '', lineManager, leaves: '' },
  } as RollEntry;
}

const STAFF = agreement('staff', 'staff');
const PARENT = agreement('parent', 'parent');
const KS1 = agreement('ks1', 'ks1');

describe('A15: which mail is due', () => {
  test.each([
    ['nobody has been told yet', told(0, TODAY), 0],
    ['two days after the first mail', told(1, '2026-09-19'), null],
    ['three days after the first mail', told(1, '2026-09-18'), 1],
    ['three days after the first reminder', told(2, '2026-09-18'), null],
    ['four days after the first reminder: seven after the first mail', told(2, '2026-09-17'), 2],
    ['seven days after the second reminder: fourteen after the first mail', told(3, '2026-09-14'), 3],
    ['a long time after the last reminder', told(4, '2026-01-05'), null],
  ])('%s', (_, change, step) => {
    expect(stepDue({ ...standing('staff', 'a'), ...change, ...(change.told === 0 ? { toldAt: null } : {}) }, TODAY, USUAL_SETTINGS, dayOf)).toBe(step);
  });

  test('the cap on mails holds whatever the schedule says', () => {
    expect(stepDue({ ...standing('staff', 'a'), ...told(2, '2026-09-01') }, TODAY, { ...USUAL_SETTINGS, mostMails: 2 }, dayOf)).toBeNull();
  });

  test('after six weeks of holidays there is one reminder, and the next keeps its distance', () => {
    const back = { ...standing('staff', 'a'), ...told(1, '2026-07-20') };
    expect(stepDue(back, '2026-09-03', USUAL_SETTINGS, dayOf)).toBe(1);
    expect(stepDue({ ...back, ...told(2, '2026-09-03') }, '2026-09-04', USUAL_SETTINGS, dayOf)).toBeNull();
  });

  test('told every day on which something is due, nobody gets more mails than the cap, and they keep their distance', () => {
    const schedules = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 0, maxLength: 6 }).map((days) => [...days].sort((a, b) => a - b));
    fc.assert(
      fc.property(schedules, fc.integer({ min: 1, max: 8 }), (remindAfterDays, mostMails) => {
        let row = { told: 0, toldAt: null as string | null };
        const days: number[] = [];
        for (let day = 0; day <= 120; day += 1) {
          const today = addDays(TODAY, day);
          if (stepDue(row, today, { remindAfterDays, mostMails }, dayOf) === null) continue;
          days.push(day);
          row = { told: row.told + 1, toldAt: at(today) };
        }
        expect(days).toEqual([0, ...remindAfterDays].slice(0, mostMails));
      }),
    );
  });
});

describe('A15: one digest a person', () => {
  test('two agreements and three children are one mail to each parent', () => {
    const children = ['amira', 'yusuf', 'sara'];
    const both = () => ['nadia@q.example', 'imran@q.example'];
    const items = itemsOn(
      TODAY,
      [
        asked(
          PARENT,
          children.map((child) => standing('parent', child)),
          both,
        ),
        asked(KS1, [standing('ks1', 'yusuf')], both),
      ],
      USUAL_SETTINGS,
      dayOf,
    );
    const digests = digestsOn(TODAY, items, USUAL_SETTINGS, dayOf, MANY);
    expect(digests.map(({ to, items: own }) => [to, own.length])).toEqual([
      ['nadia@q.example', 4],
      ['imran@q.example', 4],
    ]);
  });

  test('what is due in two days goes along; what is due later is shown and not counted', () => {
    const items = itemsOn(
      TODAY,
      [
        asked(STAFF, [standing('staff', 'sam@q.example', told(1, '2026-09-18'))]),
        asked(agreement('technician', 'technician'), [standing('technician', 'sam@q.example', told(1, '2026-09-20'))]),
        asked(agreement('photos', 'staff'), [standing('photos', 'sam@q.example', told(3, '2026-09-18'))]),
      ],
      USUAL_SETTINGS,
      dayOf,
    );
    const [digest] = digestsOn(TODAY, items, USUAL_SETTINGS, dayOf, MANY);
    expect(digest?.items.map(({ row, step }) => [row.agreementId, step])).toEqual([
      ['staff', 1],
      ['technician', 1],
      ['photos', null],
    ]);
  });

  test('who has signed, declined, left or has no address is told nothing', () => {
    const rows = (['signed', 'approved', 'awaiting approval', 'declined', 'closed', 'withdrawn', 'expired'] as const).map((state, index) =>
      standing('staff', `p${index}@q.example`, { state }),
    );
    const gone = { ...asked(STAFF, rows), standings: [...rows, standing('staff', 'no-member@q.example')] };
    const silent = asked(PARENT, [standing('parent', 'amira')], () => []);
    expect(itemsOn(TODAY, [gone, silent], USUAL_SETTINGS, dayOf)).toEqual([]);
  });

  test('an address that no mail can go to keeps nobody else’s mail back', () => {
    const toldOf = () => ['none at all', 'nadia@q.example'];
    expect(itemsOn(TODAY, [asked(PARENT, [standing('parent', 'amira')], toldOf)], USUAL_SETTINGS, dayOf).map((item) => item.told)).toEqual([
      ['nadia@q.example'],
    ]);
  });

  test('one go tells about so many mails and standings, and always somebody', () => {
    const classes = Array.from({ length: 40 }, (_, pupil) => standing('ks2', `pupil-${pupil}`));
    const items = itemsOn(
      TODAY,
      [asked(agreement('ks2', 'ks2'), classes, (person) => [`teacher-${Number(person.slice(6)) % 4}@q.example`])],
      USUAL_SETTINGS,
      dayOf,
    );
    const told = (most: { mails: number; standings: number }) => digestsOn(TODAY, items, USUAL_SETTINGS, dayOf, most).map((digest) => digest.items.length);
    expect(told(MANY)).toEqual([10, 10, 10, 10]);
    expect(told({ mails: 3, standings: 600 })).toEqual([10, 10, 10]);
    expect(told({ mails: 60, standings: 15 })).toEqual([10, 10]);
    expect(told({ mails: 1, standings: 1 })).toEqual([10]);
    expect(told({ mails: 0, standings: 600 })).toEqual([]);
  });

  test('a text that was changed materially is not chased until it is asked anew', () => {
    const changed = { ...STAFF, version: 2, countsFrom: 2 };
    expect(itemsOn(TODAY, [asked(changed, [standing('staff', 'sam@q.example', { state: 'approved' })])], USUAL_SETTINGS, dayOf)).toEqual([]);
  });

  test('whoever is told, each standing is told to all or to none, and nobody gets two digests', () => {
    const families = fc.array(
      fc.record({
        child: fc.integer({ min: 0, max: 12 }),
        parents: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 3 }),
        times: fc.integer({ min: 0, max: 3 }),
      }),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(families, fc.integer({ min: 1, max: 8 }), (rows, most) => {
        const unique = [...new Map(rows.map((row) => [row.child, row])).values()];
        const toldOf = (person: string) => (unique.find(({ child }) => `c${child}` === person)?.parents ?? []).map((parent) => `p${parent}@q.example`);
        const standings = unique.map(({ child, times }) => standing('parent', `c${child}`, times === 0 ? {} : told(times, '2026-09-01')));
        const items = itemsOn(TODAY, [asked(PARENT, standings, toldOf)], USUAL_SETTINGS, dayOf);
        const digests = digestsOn(TODAY, items, USUAL_SETTINGS, dayOf, { mails: most, standings: 1_000 });
        expect(new Set(digests.map(({ to }) => to)).size).toBe(digests.length);
        const counted = new Map<string, number>();
        for (const { row, step } of digests.flatMap((digest) => digest.items)) if (step !== null) counted.set(row.key, (counted.get(row.key) ?? 0) + 1);
        for (const [key, times] of counted) expect(times).toBe(toldOf(key.split('|')[1] ?? '').length);
        if (items.some(({ step }) => step !== null)) expect(digests.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('A15: passed on after all reminders', () => {
  const school = { head: 'ruth@q.example', chair: 'margaret@q.example' };
  const all = told(4, '2026-09-14');
  const roll = [
    entry('sam@q.example', 'gwen@q.example'),
    entry('hannah@q.example', 'gwen@q.example'),
    entry('orla@q.example'),
    entry('gwen@q.example', 'ruth@q.example'),
    entry('ruth@q.example'),
  ];
  const passed = (rows: StandingRow[], today: string, settings: AgreementSettings = USUAL_SETTINGS) =>
    escalationsOn(today, itemsOn(today, [asked(STAFF, rows)], settings, dayOf), { roll, school }, settings, dayOf).map(({ to, address, rows: own }) => [
      to,
      address,
      own.map(({ person }) => person),
    ]);

  test('the line manager is told once of all their people, three days after the last reminder', () => {
    expect(passed([standing('staff', 'sam@q.example', all), standing('staff', 'hannah@q.example', all)], '2026-09-16')).toEqual([]);
    expect(passed([standing('staff', 'sam@q.example', all), standing('staff', 'hannah@q.example', all)], '2026-09-17')).toEqual([
      ['line manager', 'gwen@q.example', ['sam@q.example', 'hannah@q.example']],
    ]);
  });

  test('then the head; a head who has not signed is the chair’s matter', () => {
    expect(passed([standing('staff', 'sam@q.example', { ...all, escalated: 'line manager' })], '2026-09-24')).toEqual([
      ['head', 'ruth@q.example', ['sam@q.example']],
    ]);
    expect(passed([standing('staff', 'sam@q.example', { ...all, escalated: 'head' })], '2026-09-30')).toEqual([]);
    expect(passed([standing('staff', 'ruth@q.example', all)], '2026-09-24')).toEqual([['head', 'margaret@q.example', ['ruth@q.example']]]);
  });

  test('without a line manager on the list it is the head’s at once, at the head’s time', () => {
    expect(passed([standing('staff', 'orla@q.example', all)], '2026-09-17')).toEqual([]);
    expect(passed([standing('staff', 'orla@q.example', all)], '2026-09-24')).toEqual([['head', 'ruth@q.example', ['orla@q.example']]]);
  });

  test('as long as a reminder is to come, nothing is passed on; with a cap of one mail it is passed on after that', () => {
    expect(passed([standing('staff', 'sam@q.example', told(2, '2026-01-05'))], TODAY)).toEqual([]);
    expect(passed([standing('staff', 'sam@q.example', told(1, '2026-08-25'))], TODAY, { ...USUAL_SETTINGS, mostMails: 1 })).toEqual([
      ['line manager', 'gwen@q.example', ['sam@q.example']],
    ]);
  });

  test('nobody is passed on before the day by which it was to be done', () => {
    const later = { ...all, due: '2026-09-30' };
    expect(passed([standing('staff', 'sam@q.example', later)], '2026-09-30')).toEqual([]);
    expect(passed([standing('staff', 'sam@q.example', later)], '2026-10-01')).toEqual([['line manager', 'gwen@q.example', ['sam@q.example']]]);
  });

  test('a line manager who has left is told nothing: it is the head’s', () => {
    const left = roll.map((each) => (each.email === 'gwen@q.example' ? { ...each, leaves: '2026-08-31' } : each));
    const items = itemsOn('2026-09-24', [asked(STAFF, [standing('staff', 'sam@q.example', all)])], USUAL_SETTINGS, dayOf);
    const found = escalationsOn('2026-09-24', items, { roll: left, school }, USUAL_SETTINGS, dayOf);
    expect(found.map(({ to, address }) => [to, address])).toEqual([['head', 'ruth@q.example']]);
  });

  test('pupils and parents are not passed on', () => {
    const parents = itemsOn(TODAY, [asked(PARENT, [standing('parent', 'amira', told(4, '2026-01-05'))])], USUAL_SETTINGS, dayOf);
    expect(escalationsOn(TODAY, parents, { roll, school }, USUAL_SETTINGS, dayOf)).toEqual([]);
  });
});

test('A4: a guest’s access that ends within three days is told of once, and again when it was put off', () => {
  const visitors = (change: Partial<StandingRow>) => [
    asked(agreement('visitor', 'visitor'), [standing('visitor', 'guest:1', { state: 'approved', ...change })]),
  ];
  const ends = (change: Partial<StandingRow>) => accessEndingOn(TODAY, visitors(change), USUAL_SETTINGS).length;
  expect(ends({ accessEnds: '2026-09-25' })).toBe(0);
  expect(ends({ accessEnds: '2026-09-24' })).toBe(1);
  expect(ends({ accessEnds: '2026-09-24', escalated: 'access ends 2026-09-24' })).toBe(0);
  expect(ends({ accessEnds: '2026-09-23', escalated: 'access ends 2026-09-18' })).toBe(1);
  expect(ends({ accessEnds: '2026-09-20' })).toBe(0);
  expect(ends({ accessEnds: '2026-09-23', state: 'closed' })).toBe(0);
});
