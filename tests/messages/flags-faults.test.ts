import { expect, test } from '@jest/globals';
import { faultSweep } from '../support/fault-sweep.ts';
import { flagged, withFlags } from '../support/flags.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

const { people } = aSchool();

test.each<[door: string, action: string, input: Record<string, unknown>]>([
  ['disposeFlag', 'message disposed', { flag: 'M-SWEP22', disposition: 'real', was: '' }],
  ['recordTold', 'monitoring set', { version: '', group: 'pupils', on: '07/09/2026', how: 'In class', of: 'sieve' }],
])('C1: whichever call of %s fails, the same press again leaves one of it', (door, action, input) => {
  const request = { key: 'press-0009-of-sweep', ...input };
  faultSweep<SchoolUnderTest>({
    arrange: () => {
      const school = aSchool();
      withFlags(school, [flagged('M-SWEP22')]);
      return school;
    },
    clone: (school) => school.another(),
    tries: (call) => /^(Sheets|Lock)\./.test(call),
    operation: (school, faults) => {
      const { run } = school.door(people.dsl, door, request, faults);
      if (!run) throw new Error('the door did not run');
      return run;
    },
    meanwhile: (school) => void school.door(people.dsl, door, request, []),
    recover: (school) => void school.as(people.dsl).get(door, request),
    invariant: (school, where) => {
      const found = school.sheet('records', 'Journal').filter((row) => row.includes(action)).length;
      expect({ where, found, history: school.history() }).toEqual({ where, found: 1, history: 'unbroken' });
    },
  });
});
