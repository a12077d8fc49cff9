import { expect, test } from '@jest/globals';
import type { RunResult } from '../../local/apps-script/engine.ts';
import type { Fault } from '../../local/apps-script/faults.ts';
import type { Keeping } from '../../src/incidents/keeping/see-keeping.ts';
import type { OpenRequest } from '../../src/incidents/keeping/see-requests.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';
import { naming, newKey, raise, Working } from '../support/working.ts';

/** Whichever call fails, and whoever comes in between: nothing is lost, doubled or half done (B21). */

const { people } = aSchool();
const { dsl, deputy, head, pupil } = people;

function run(school: SchoolUnderTest, who: string, door: string, input: unknown, faults: Fault[]): RunResult {
  const result = school.door(who, door, input, faults).run;
  if (!result) throw new Error('the door did not run');
  return result;
}

/** Events of an action in the journal. */
function count(school: SchoolUnderTest, action: string): number {
  return school.sheet('records', 'Journal').filter((row) => row.includes(action)).length;
}

/** Reading the same again is tried once; everything that writes each time. */
function tries(call: string, isFirst: boolean): boolean {
  return isFirst || /update|create|remove|append|set/i.test(call);
}

const REQUEST = { key: 'press-0001-of-request', person: pupil, askedBy: 'Her mother', received: '07/09/2026' };

test('B21: whichever call fails, one request is recorded', () => {
  faultSweep<SchoolUnderTest>({
    arrange: aSchool,
    clone: (school) => school.another(),
    tries,
    operation: (school, faults) => run(school, dsl, 'recordRequest', REQUEST, faults),
    meanwhile: (school) => void school.door(dsl, 'recordRequest', REQUEST),
    recover: (school) => void school.as(dsl).get('recordRequest', REQUEST),
    invariant: (school, where) =>
      expect({ where, asked: count(school, 'subject access asked'), history: school.history() }).toEqual({ where, asked: 1, history: 'unbroken' }),
  });
});

test('B21: whichever call fails, a part is made once a press', () => {
  const arrange = () => {
    const school = aSchool();
    raise(school, naming({ [pupil]: 'affected' }));
    const { subject } = school.as(dsl).get<{ subject: string }>('recordRequest', REQUEST);
    const { stamp } = school.as(dsl).get<OpenRequest>('openRequest', { subject });
    return { school, request: { key: 'press-0001-of-part', subject, stamp, lifted: [], added: [], leftOut: [] } };
  };
  type World = ReturnType<typeof arrange>;
  faultSweep<World>({
    arrange,
    clone: ({ school, request }) => ({ school: school.another(), request }),
    tries,
    operation: ({ school, request }, faults) => run(school, dsl, 'makeAccessPdf', request, faults),
    meanwhile: ({ school, request }) => void school.door(dsl, 'makeAccessPdf', request),
    recover: ({ school, request }) => void school.as(dsl).get('makeAccessPdf', request),
    invariant: ({ school }, where) => expect({ where, made: count(school, 'subject access part made') }).toEqual({ where, made: 1 }),
  });
});

test('B21: whichever call fails, and when two people start it at once, one transfer is under way', () => {
  const start = { key: 'press-0001-of-transfer', pupil, school: 'Larkrise Primary', contact: 'Their DSL', known: '07/09/2026' };
  faultSweep<SchoolUnderTest>({
    arrange: aSchool,
    clone: (school) => school.another(),
    tries,
    operation: (school, faults) => run(school, dsl, 'startTransfer', start, faults),
    meanwhile: (school) => void school.door(deputy, 'startTransfer', { ...start, key: 'press-0002-of-transfer' }),
    recover: (school) => void school.door(dsl, 'startTransfer', start),
    invariant: (school, where) => expect({ where, started: count(school, 'transfer started') }).toEqual({ where, started: 1 }),
  });
});

let closed: { school: SchoolUnderTest; reference: string } | null = null;

/** A closed case with a file. */
function aClosedCase() {
  if (closed === null) {
    const school = aSchool();
    const reference = raise(school, { ...naming({ [pupil]: 'affected' }), story: 'A story in words of its own' });
    const working = new Working(school, dsl, reference);
    working.press('addFile', { name: 'letter.pdf', data: Buffer.from('%PDF-1.7\n1 0 obj\n', 'latin1').toString('base64') });
    working.press('classifyCase').finish().close();
    school.pass(10);
    closed = { school, reference };
  }
  return { ...closed, school: closed.school.clone() };
}

test('B21: whichever call fails, a case is held once, and released by nobody else’s press', () => {
  const { school: first, reference } = aClosedCase();
  const hold = { key: 'press-0001-of-hold', reference, why: 'The police asked' };
  faultSweep<SchoolUnderTest>({
    arrange: () => first,
    clone: (school) => school.another(),
    tries,
    operation: (school, faults) => run(school, dsl, 'holdCase', hold, faults),
    meanwhile: (school) => void school.door(deputy, 'holdCase', { ...hold, key: 'press-0002-of-hold' }),
    recover: (school) => void school.as(dsl).get('holdCase', hold),
    invariant: (school, where) => expect({ where, held: count(school, 'case held') }).toEqual({ where, held: 1 }),
  });
});

function isErased(school: SchoolUnderTest, reference: string, where: string): void {
  const everything = JSON.stringify([school.workspace.data.files, school.workspace.data.spreadsheets]);
  school.workspace.clock.pass(60_000);
  const [left, ...more] = school.as(dsl).get<Keeping>('seeKeeping', { reference: '' }).leftovers;
  const facts = {
    where,
    story: everything.includes('words of its own'),
    file: everything.includes('letter.pdf'),
    desks: Object.values(school.workspace.data.files).filter(({ name }) => name === 'Safeguarding concerns').length,
    shown: school.desk('dsl').length,
    left: left?.reference,
    more: more.length,
    mail: left?.items.some(({ what }) => what.includes('a new concern')),
    done: count(school, 'erasure done'),
    history: school.history(),
  };
  expect(facts).toEqual({ where, story: false, file: false, desks: 1, shown: 0, left: reference, more: 0, mail: true, done: 1, history: 'unbroken' });
}

test('B21: whichever call of an approval fails, the case is erased once, and what it leaves is known', () => {
  const { school: first, reference } = aClosedCase();
  first.as(dsl).get('askErasure', { key: newKey(), reference, why: 'Its time is over' });
  const approve = { key: 'press-0001-of-approve', reference };
  faultSweep<SchoolUnderTest>({
    arrange: () => first,
    clone: (school) => school.another(),
    tries: (call) => /batchUpdate/i.test(call),
    operation: (school, faults) => run(school, head, 'approveErasure', approve, faults),
    recover: (school) => {
      school.as(head).call('approveErasure', approve);
      school.pass(10);
    },
    invariant: (school, where) => isErased(school, reference, where),
  });
});

test('B21: whichever writing call of the heartbeat fails, files and desks that showed an erased case are gone in the end', () => {
  const { school: first, reference } = aClosedCase();
  first.as(dsl).get('askErasure', { key: newKey(), reference, why: 'Its time is over' });
  first.workspace.clock.pass(60_000);
  first.as(head).get('approveErasure', { key: newKey(), reference });
  const removals = new Set<string>();
  faultSweep<SchoolUnderTest>({
    arrange: () => first,
    clone: (school) => school.another(),
    // The records' own calls are tried with the records.
    tries: (call) => {
      if (/^Drive\.Files\.(remove|update|create)$|^Drive\.Permissions\.(create|remove)$/.test(call)) removals.add(call);
      return /^Drive\.Files\.(remove|update|create)$|^Drive\.Permissions\.(create|remove)$/.test(call);
    },
    operation: (school, faults) => school.beat(faults),
    recover: (school) => school.pass(10),
    invariant: (school, where) => isErased(school, reference, where),
  });
  expect(removals).toContain('Drive.Files.remove');
});
