import { expect, test } from '@jest/globals';
import { faultSweep } from '../support/fault-sweep.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

/** The doors of one-to-ones, whichever call fails: the same press again leaves one of it, and one mail. */

const { people } = aSchool();
const DAYS = { from: '09/09/2026', until: '30/10/2026', inEarshot: 'Nadia Khan' };
const ASKED = { key: 'press-0001-of-one', pupil: people.pupil, why: 'Reading', ...DAYS };
const DECIDED = { approve: true, note: '', ...DAYS };

function asked(school: SchoolUnderTest): string {
  return school.as(people.teacher).get<{ reference: string }>('askOneToOne', ASKED).reference;
}

function approved(school: SchoolUnderTest): string {
  const reference = asked(school);
  school.as(people.head).get('decideOneToOne', { key: 'press-0002-of-one', reference, ...DECIDED });
  return reference;
}

test.each<[door: string, who: string, action: string, told: string, arrange: (school: SchoolUnderTest) => string, input: Record<string, unknown>]>([
  ['askOneToOne', people.teacher, 'one-to-one asked', people.head, () => '', ASKED],
  ['decideOneToOne', people.head, 'one-to-one approved', people.teacher, asked, DECIDED],
  ['decideOneToOne', people.head, 'one-to-one refused', people.teacher, asked, { ...DECIDED, approve: false, note: 'In a group' }],
  ['endOneToOne', people.dsl, 'one-to-one ended', people.teacher, approved, { note: 'Enough' }],
])('D3: whichever call of %s (%s) fails, the same press again leaves one “%s”', (door, who, action, told, arrange, input) => {
  let request: Record<string, unknown> = {};
  let before = 0;
  faultSweep<SchoolUnderTest>({
    arrange: () => {
      const school = aSchool();
      request = { ...input, key: 'press-0009-of-sweep', reference: arrange(school) };
      before = wanted(school, told);
      return school;
    },
    clone: (school) => school.another(),
    tries: (call) => /^(Sheets|Lock)\./.test(call),
    operation: (school, faults) => {
      const { run } = school.door(who, door, request, faults);
      if (!run) throw new Error('the door did not run');
      return run;
    },
    meanwhile: (school) => void school.door(who, door, request, []),
    recover: (school) => void school.as(who).get(door, request),
    invariant: (school, where) => {
      const [headings = [], ...rows] = school.sheet('records', 'Journal');
      const at = headings.indexOf('Action');
      const found = rows.filter((row) => row[at] === action).length;
      expect({ where, found, mails: wanted(school, told) - before, history: school.history() }).toEqual({ where, found: 1, mails: 1, history: 'unbroken' });
    },
  });
});

/** Mails that stand for somebody. */
function wanted(school: SchoolUnderTest, who: string): number {
  return school.sheet('records', 'Outbox').filter((row) => row.some((cell) => cell.includes(who))).length;
}
