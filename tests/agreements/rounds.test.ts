import { expect, test } from '@jest/globals';
import type { RoundPlan } from '../../src/agreements/asking/plan-round.ts';
import type { AgreementEvents } from '../../src/agreements/events.ts';
import { eventsIn, type RecordedEvent } from '../../src/records/journal.ts';
import { JOURNAL_SHEET, journalReader } from '../../src/records/journal-rows.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

const ROUND = { key: 'press-0001-of-round', why: 'first', agreements: ['staff'], due: '2026-09-21' };

function eventsOf(school: SchoolUnderTest): RecordedEvent[] {
  const [headings = [], ...rows] = school.sheet('records', JOURNAL_SHEET);
  const read = journalReader(headings);
  return eventsIn(rows.filter((row) => (row[0] ?? '') !== '').map(read));
}

/** Addresses in the order in which they were asked, as often as they were. */
function askedIn(school: SchoolUnderTest): string[] {
  return eventsOf(school)
    .filter(({ action }) => action === 'people asked')
    .flatMap(({ payload }) => (payload as AgreementEvents['people asked']).people.map(({ person }) => person));
}

/** Rows of a view by the headings that matter. */
function rowsOf(school: SchoolUnderTest, table: string, headings: readonly string[]): string[][] {
  const [head = [], ...rows] = school.sheet('records', table);
  return rows.filter((row) => (row[0] ?? '') !== '').map((row) => headings.map((heading) => row[head.indexOf(heading)] ?? ''));
}

const HEADINGS = 'email,given name,family name,role,class,job title,parent of';

/** Imports a list of the posts and so many other staff. */
function withStaff(school: SchoolUnderTest, count: number, more: readonly string[] = []): string[] {
  const { head, dsl, deputy, senco, chair, office } = school.people;
  const posts = [head, dsl, deputy, senco, chair].map((email) => `${email},Post,${email.split('@')[0]},staff,,,`);
  const others = Array.from({ length: count }, (_, index) => `p${index}@quillhaven.example,Pat,Number${index},staff,,,`);
  school.as(office).get('importRoll', { csv: [HEADINGS, ...posts, ...others, ...more].join('\r\n') });
  return [...posts, ...others].map((line) => line.split(',')[0] ?? '');
}

/** Google counts what one account reads in a minute: a day goes by without a beat for each five minutes of it. */
function tomorrow(school: SchoolUnderTest): void {
  const now = school.workspace.clock.now();
  const dayAfter = new Date(now + 86_400_000);
  school.workspace.clock.moveTo(Date.UTC(dayAfter.getUTCFullYear(), dayAfter.getUTCMonth(), dayAfter.getUTCDate(), 4, 10));
}

test('A1: the office sees what a round would do, starts it with one press, and within a beat everybody is asked once', () => {
  const school = aSchool();
  const office = school.as(school.people.officeManager);
  const plan = office.get<RoundPlan>('planRound', { why: 'first', agreements: ['staff'], due: '2026-09-21' });
  expect(plan).toMatchObject({ agreements: [{ id: 'staff', alreadyInForce: 0 }], withoutAddress: [], days: [{ day: '2026-09-07' }, {}, {}, {}] });
  const people = plan.agreements[0]?.people ?? 0;
  expect(people).toBeGreaterThan(40);
  expect(plan.recipients).toBe(people);

  const { roundId } = office.get<{ roundId: string }>('startRound', ROUND);
  expect(office.get('startRound', ROUND)).toEqual({ roundId });
  expect(office.call('startRound', { ...ROUND, key: 'press-0002-of-round' })).toMatchObject({ ok: false, code: 'round-running' });
  expect(askedIn(school)).toEqual([]);
  school.beat();
  const asked = askedIn(school);
  expect(asked).toHaveLength(people);
  expect(new Set(asked).size).toBe(people);
  expect(rowsOf(school, 'Standings', ['State', 'Round', 'Due'])).toEqual(asked.map(() => ['asked', roundId, '2026-09-21']));
  expect(rowsOf(school, 'Rounds', ['Id', 'Started by'])).toEqual([[roundId, school.people.officeManager]]);
  expect(rowsOf(school, 'Rounds', ['Finished at'])).toEqual([[expect.stringMatching(/^2026-09-07T/)]]);
  expect(eventsOf(school).filter(({ action }) => action === 'round finished')).toHaveLength(1);

  // The next round is another one: those who have been asked are asked anew.
  office.get('startRound', { ...ROUND, key: 'press-0003-of-round', why: 'year' });
  school.beat();
  expect(askedIn(school)).toHaveLength(2 * people);
  expect(school.history()).toBe('unbroken');
});

test('A1: a round of more people than a beat has time for goes on with the next, in events of at most 300', () => {
  const school = aSchool();
  const staff = withStaff(school, 1_000);
  school.as(school.people.head).get('startRound', ROUND);
  // Google is so slow that a beat has time for one part.
  const beat = () => {
    let beats = 0;
    for (; rowsOf(school, 'Rounds', ['Finished at'])[0]?.[0] === ''; beats += 1) {
      expect(beats).toBeLessThan(10);
      const calls = school.clone().beat().calls;
      const slow = calls.findIndex(({ name }, index) => name === 'Sheets.Spreadsheets.batchUpdate' && index > 0);
      school.beat([{ at: slow + 1, kind: 'meanwhile', run: () => school.workspace.clock.pass(61_000) }]);
      school.workspace.clock.pass(300_000);
    }
    return beats;
  };
  expect(beat()).toBeGreaterThan(1);
  const asked = askedIn(school);
  expect(asked).toHaveLength(staff.length);
  expect(new Set(asked)).toEqual(new Set(staff));
  const sizes = eventsOf(school)
    .filter(({ action }) => action === 'people asked')
    .map(({ payload }) => (payload as AgreementEvents['people asked']).people.length);
  expect(sizes).toEqual([300, 300, 300, 105]);
});

test('A12: who joins is asked the next morning, who leaves is closed, and a day is looked at once', () => {
  const school = aSchool();
  withStaff(school, 30);
  school.as(school.people.head).get('startRound', ROUND);
  school.beat();
  expect(askedIn(school)).toHaveLength(35);
  withStaff(school, 28, ['new.starter@quillhaven.example,New,Starter,staff,,,']);
  school.beat();
  expect(askedIn(school)).toHaveLength(35);
  tomorrow(school);
  school.beat();
  expect(askedIn(school).slice(35)).toEqual(['new.starter@quillhaven.example']);
  const closed = rowsOf(school, 'Standings', ['Person', 'State', 'Note']).filter(([, state]) => state === 'closed');
  expect(closed).toEqual([
    ['p28@quillhaven.example', 'closed', 'left'],
    ['p29@quillhaven.example', 'closed', 'left'],
  ]);
  // What changes after that is for the next day.
  withStaff(school, 27);
  school.beat();
  expect(rowsOf(school, 'Standings', ['State']).filter(([state]) => state === 'closed')).toHaveLength(2);
});

test('A12: before five in the morning the list is left alone: other systems are still writing it', () => {
  const school = aSchool();
  withStaff(school, 30);
  school.as(school.people.head).get('startRound', ROUND);
  school.beat();
  withStaff(school, 31);
  school.workspace.clock.moveTo(Date.UTC(2026, 8, 8, 3, 55));
  school.beat();
  expect(askedIn(school)).toHaveLength(35);
  school.workspace.clock.moveTo(Date.UTC(2026, 8, 8, 4, 0));
  school.beat();
  expect(askedIn(school)).toHaveLength(36);
});

test('A12: a list that has lost a third of the staff closes nobody until the office confirms it, with one press and once', () => {
  const school = aSchool();
  withStaff(school, 40);
  const office = school.as(school.people.officeManager);
  office.get('startRound', ROUND);
  school.beat();
  withStaff(school, 25);
  tomorrow(school);
  school.beat();
  const closed = () => rowsOf(school, 'Standings', ['State']).filter(([state]) => state === 'closed').length;
  expect(closed()).toBe(0);
  const press = { key: 'press-0001-of-leavers' };
  expect(office.get('confirmLeavers', press)).toEqual({ closed: 15 });
  expect(office.get('confirmLeavers', press)).toEqual({ closed: 15 });
  expect(office.get('confirmLeavers', { key: 'press-0002-of-leavers' })).toEqual({ closed: 0 });
  expect(closed()).toBe(15);
});

test('A15: the settings of asking are the usual ones until the office changes them; what contradicts itself is refused at its field', () => {
  const school = aSchool();
  const office = school.as(school.people.officeManager);
  const usual = office.get<Record<string, unknown>>('readAgreementSettings');
  expect(usual).toMatchObject({ dueAfterDays: 14, remindAfterDays: [3, 7, 14], pupilsToldBy: 'class teacher' });
  expect(office.call('saveAgreementSettings', { ...usual, remindAfterDays: [7, 3] })).toMatchObject({ ok: false, field: 'remindAfterDays' });
  office.get('saveAgreementSettings', { ...usual, remindAfterDays: [5], pupilsToldBy: 'mail' });
  expect(school.as(school.people.head).get('readAgreementSettings')).toEqual({ ...usual, remindAfterDays: [5], pupilsToldBy: 'mail' });
});

// ---- whatever fails ----

test('A1: whichever call of starting a round fails, pressing again starts it once', () => {
  const press = (school: SchoolUnderTest, key = ROUND.key) => school.door(school.people.officeManager, 'startRound', { ...ROUND, key });
  faultSweep<SchoolUnderTest>({
    arrange: aSchool,
    clone: (school) => school.another(),
    operation: (school, faults) => {
      const { run } = school.door(school.people.officeManager, 'startRound', ROUND, faults);
      if (!run) throw new Error('the door did not run');
      return run;
    },
    // The same press again, and somebody else's: one of the two is first, and the other is told.
    meanwhile: [(school) => void press(school), (school) => void press(school, 'press-0002-of-round')],
    recover: (school) => void press(school),
    invariant: (school, where) => {
      expect([where, rowsOf(school, 'Rounds', ['Id']).length]).toEqual([where, 1]);
      expect([where, eventsOf(school).filter(({ action }) => action === 'round started').length]).toEqual([where, 1]);
      expect([where, school.history()]).toEqual([where, 'unbroken']);
    },
  });
});

test('A1: whichever call of asking people fails, everybody is asked once in the round', () => {
  const arrange = () => {
    const school = aSchool();
    withStaff(school, 310);
    school.as(school.people.officeManager).get('startRound', ROUND);
    return school;
  };
  faultSweep<SchoolUnderTest>({
    arrange,
    clone: (school) => school.another(),
    // The beat's other tasks have sweeps of their own.
    tries: (call) => call.startsWith('Sheets.'),
    operation: (school, faults) => school.beat(faults),
    meanwhile: (school) => void school.beat(),
    recover: (school) => {
      school.workspace.clock.pass(300_000);
      school.beat();
    },
    invariant: (school, where) => {
      const asked = askedIn(school);
      expect([where, asked.length, new Set(asked).size]).toEqual([where, 315, 315]);
      expect([where, rowsOf(school, 'Rounds', ['Finished at'])[0]?.[0] === '']).toEqual([where, false]);
      expect([where, school.history()]).toEqual([where, 'unbroken']);
    },
  });
});

test('A12: whichever call of the daily look at the list fails, by the next beat joiners are asked and leavers closed, once', () => {
  const arrange = () => {
    const school = aSchool();
    withStaff(school, 30);
    school.as(school.people.officeManager).get('startRound', ROUND);
    school.beat();
    withStaff(school, 28, ['new.starter@quillhaven.example,New,Starter,staff,,,']);
    tomorrow(school);
    return school;
  };
  faultSweep<SchoolUnderTest>({
    arrange,
    clone: (school) => school.another(),
    tries: (call) => /^(Sheets|Properties)\./.test(call),
    operation: (school, faults) => school.beat(faults),
    meanwhile: (school) => void school.beat(),
    recover: (school) => {
      school.workspace.clock.pass(300_000);
      school.beat();
    },
    invariant: (school, where) => {
      expect([where, askedIn(school).slice(35)]).toEqual([where, ['new.starter@quillhaven.example']]);
      const closings = eventsOf(school).filter(({ action }) => action === 'standings closed');
      expect([where, closings.map(({ payload }) => (payload as AgreementEvents['standings closed']).standings.length)]).toEqual([where, [2]]);
      expect([where, school.history()]).toEqual([where, 'unbroken']);
    },
  });
});
