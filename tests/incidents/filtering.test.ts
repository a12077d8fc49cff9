import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isOver, toTell } from '../../src/incidents/filtering/end-filter-changes.ts';
import type { FilterRow } from '../../src/incidents/filtering/filter-change.ts';
import type { FilterLog } from '../../src/incidents/filtering/see-filtering.ts';
import { addDays, isSchoolDay, ukDay } from '../../src/school/calendar.ts';
import { schoolFrom } from '../../src/school/school.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

const school = aSchool();
const { people } = school;
const UNBLOCK = { kind: 'unblock', address: 'maps.example', why: 'Rivers of Europe', forWhom: '5B', until: '09/09/2026' };
let presses = 0;

function key(): string {
  presses += 1;
  return `press-of-filter-${presses}`;
}

function ask(at: SchoolUnderTest, change: Partial<typeof UNBLOCK> = {}, who: string = people.teacher): string {
  return at.as(who).get<{ reference: string }>('askFilterChange', { key: key(), ...UNBLOCK, ...change }).reference;
}

function decide(at: SchoolUnderTest, reference: string, change: Record<string, unknown> = {}, who: string = people.secondDeputy) {
  return at.as(who).call('decideFilterChange', { key: key(), reference, approve: true, note: '', until: '09/09/2026', ...change });
}

function carryOut(at: SchoolUnderTest, reference: string, what: string, who: string = people.technician) {
  return at.as(who).call('carryOutFilterChange', { key: key(), reference, what, note: '' });
}

/** The mornings of so many days, one after the other: two beats each. */
function mornings(at: SchoolUnderTest, days: number): void {
  for (let day = 0; day < days; day += 1) {
    at.workspace.clock.pass(24 * 3_600_000 - 300_000);
    at.beat();
    at.workspace.clock.pass(300_000);
    at.beat();
  }
}

function lineOf(at: SchoolUnderTest, reference: string, who: string = people.technician) {
  return at
    .as(who)
    .get<FilterLog>('seeFiltering')
    .lines.find((line) => line.reference === reference);
}

function subjects(at: SchoolUnderTest, who: string): string[] {
  return at.mailTo(who).map(({ subject }) => subject.replace('Handrail: ', ''));
}

const ENDED = 'a block of the filter is to be put back';

test('B12: a teacher asks, a senior leader approves, the technician opens it; after its last day it ends by itself, and the log shows every step', () => {
  const at = school.clone();
  const reference = ask(at);
  expect(subjects(at, people.secondDeputy)).toEqual([]);
  at.pass(5);
  expect(subjects(at, people.secondDeputy)).toEqual(['a change of the filter waits for approval']);
  expect(decide(at, reference)).toMatchObject({ ok: true });
  at.pass(5);
  expect(subjects(at, people.technician)).toContain('a change of the filter is to be carried out');
  expect(subjects(at, people.teacher)).toContain('your request about the filter has been decided');
  expect(carryOut(at, reference, 'done')).toMatchObject({ ok: true });
  mornings(at, 2);
  expect(lineOf(at, reference)).toMatchObject({ state: 'done', isStillOpen: false });
  // Wednesday the ninth is its last day.
  mornings(at, 1);
  expect(lineOf(at, reference)).toMatchObject({ state: 'ended', isStillOpen: true, may: ['restore'] });
  expect(carryOut(at, reference, 'restored')).toMatchObject({ ok: true });
  expect(lineOf(at, reference)).toMatchObject({
    ...{ state: 'blocked again', isStillOpen: false, may: [], until: '09/09/2026' },
    steps: [
      expect.stringContaining('Sam Okafor asked for it'),
      expect.stringContaining('Gwen Pritchard approved it'),
      expect.stringContaining('Callum Brodie carried it out'),
      expect.stringMatching(/^10\/09\/2026 .* the time was over/),
      expect.stringContaining('Callum Brodie saw that the block is back'),
    ],
  });
  expect(at.history()).toBe('unbroken');
});

test('B12: technician and approver hear once every school day that a block is to be put back, until it is', () => {
  const at = school.clone();
  const reference = ask(at, { until: '10/09/2026' });
  decide(at, reference, { until: '10/09/2026' });
  carryOut(at, reference, 'done');
  // Friday the eleventh, Monday and Tuesday; nobody is told at the weekend.
  mornings(at, 8);
  const told = (who: string) => subjects(at, who).filter((subject) => subject === ENDED).length;
  expect([told(people.technician), told(people.secondDeputy), told(people.teacher)]).toEqual([3, 3, 0]);
  carryOut(at, reference, 'restored');
  mornings(at, 2);
  expect(told(people.technician)).toBe(3);
});

test('B12: what was approved and never noted as carried out ends as well: somebody may have opened it all the same', () => {
  const at = school.clone();
  const reference = ask(at, { until: '07/09/2026' });
  decide(at, reference, { until: '07/09/2026' });
  mornings(at, 1);
  expect(lineOf(at, reference)).toMatchObject({ state: 'ended', isStillOpen: true });
});

test('B12: a failure of the filter goes to the technician and the DSL at once, and nobody has to approve the block', () => {
  const at = school.clone();
  const reference = ask(at, { kind: 'failure', until: '' });
  for (const who of [people.technician, people.dsl]) expect(subjects(at, who)).toEqual(['the filter has let something through']);
  expect(at.mailTo(people.technician)[0]?.text).not.toMatch(/maps\.example|Rivers/);
  expect(carryOut(at, reference, 'done')).toMatchObject({ ok: true });
  expect(carryOut(at, reference, 'restored')).toMatchObject({ ok: false, code: 'nothing-opened' });
});

describe('B12: who may do what', () => {
  test('staff see their own requests, senior leaders, the DSL, technicians and the coordinator the whole log', () => {
    const at = school.clone();
    const reference = ask(at);
    const sees = (who: string) => at.as(who).get<FilterLog>('seeFiltering').lines.length;
    for (const who of [people.teacher, people.head, people.secondDeputy, people.dsl, people.deputy, people.technician, people.computingLead])
      expect([who, sees(who)]).toEqual([who, 1]);
    for (const who of [people.secondTeacher, people.officeManager, people.supply]) expect([who, sees(who)]).toEqual([who, 0]);
    expect(carryOut(at, reference, 'done', people.secondTeacher)).toMatchObject({ ok: false, code: 'not-yours' });
    expect(at.as(people.secondTeacher).call('withdrawFilterChange', { key: key(), reference, note: '' })).toMatchObject({ ok: false, code: 'no-such-change' });
    expect(decide(at, reference, {}, people.technician)).toMatchObject({ ok: false, code: 'not-yours' });
  });

  test('nobody approves what they asked for themselves, and nobody carries out what is not approved', () => {
    const at = school.clone();
    const reference = ask(at, {}, people.head);
    expect(decide(at, reference, {}, people.head)).toMatchObject({ ok: false, code: 'own-request' });
    expect(carryOut(at, reference, 'done')).toMatchObject({ ok: false, code: 'changed-meanwhile' });
    at.pass(5);
    expect(subjects(at, people.head)).toEqual([]);
  });

  test('a refusal gives its reason, and the second of two who decide is told', () => {
    const at = school.clone();
    const reference = ask(at);
    expect(decide(at, reference, { approve: false })).toMatchObject({ ok: false, field: 'note' });
    expect(decide(at, reference, { approve: false, note: 'Use the atlas' })).toMatchObject({ ok: true });
    expect(decide(at, reference, {}, people.head)).toMatchObject({ ok: false, code: 'changed-meanwhile' });
    expect(lineOf(at, reference, people.teacher)).toMatchObject({ state: 'refused', notes: ['Use the atlas'] });
  });
});

test.each([
  [{ address: ' ' }, 'address'],
  [{ why: '' }, 'why'],
  [{ until: 'next week' }, 'until'],
  [{ until: '06/09/2026' }, 'until'],
  [{ until: '09/09/2027' }, 'until'],
])('B12: a request with %j is refused and leads to its input', (change, field) => {
  expect(
    school
      .clone()
      .as(people.teacher)
      .call('askFilterChange', { key: key(), ...UNBLOCK, ...change }),
  ).toMatchObject({ ok: false, field });
});

describe('B12: what ends when', () => {
  const calendar = schoolFrom({
    ...{ name: 'Q', domain: 'q.example', roleAccount: 'o@q.example', dslTelephone: '01632 960 123', address: 'https://script.google.com/macros/s/A/exec' },
    ...{ head: 'h@q.example', dsl: 'd@q.example', chair: 'c@q.example', approvers: ['a@q.example'] },
  });

  test('an opened address is over exactly after its last day', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-09-07', days));
    fc.assert(
      fc.property(day, day, fc.constantFrom('done' as const, 'approved' as const), (until, today, state) => {
        expect(isOver({ kind: 'unblock', state, until }, today)).toBe(today > until);
        expect(isOver({ kind: 'block', state, until: null }, today)).toBe(false);
      }),
    );
  });

  test('people are told on school days from eight, once a day', () => {
    const moment = fc
      .date({ min: new Date('2026-09-01T00:00:00Z'), max: new Date('2027-08-31T00:00:00Z'), noInvalidDate: true })
      .map((date) => date.toISOString());
    fc.assert(
      fc.property(moment, fc.boolean(), (now, wasTold) => {
        const told = wasTold ? ukDay(now) : '';
        const rows = [{ state: 'ended', told }] as FilterRow[];
        if (toTell(rows, now, calendar).length > 0) expect([wasTold, isSchoolDay(ukDay(now), calendar)]).toEqual([false, true]);
      }),
    );
  });
});

test('B12: whichever call of the beat that ends it fails, it ends once and each is told once that day', () => {
  faultSweep<SchoolUnderTest>({
    arrange: () => {
      const at = aSchool();
      decide(at, ask(at, { until: '07/09/2026' }), { until: '07/09/2026' });
      at.pass(10);
      at.workspace.clock.pass(24 * 3_600_000);
      return at;
    },
    clone: (at) => at.another(),
    tries: (call) => call === 'Sheets.Spreadsheets.batchUpdate' || call.startsWith('Gmail.'),
    operation: (at, faults) => at.beat(faults),
    meanwhile: (at) => void at.beat(),
    recover: (at) => {
      for (let beats = 0; beats < 2; beats += 1) {
        at.workspace.clock.pass(300_000);
        at.beat();
      }
    },
    invariant: (at, where) => {
      const [line] = at.as(people.technician).get<FilterLog>('seeFiltering').lines;
      const told = subjects(at, people.technician).filter((subject) => subject === ENDED).length;
      expect({ where, state: line?.state, told, history: at.history() }).toEqual({ where, state: 'ended', told: 1, history: 'unbroken' });
    },
  });
});
