import { expect } from '@jest/globals';
import { faultSweep } from './fault-sweep.ts';
import { aSchool, type SchoolUnderTest } from './school.ts';

/** A press on a door, in a school in which all that it needs is there. */
interface Press {
  door: string;
  who: string;
  input: Record<string, unknown>;
  /** Makes what the press is about. @returns its reference */
  arrange: (school: SchoolUnderTest) => string;
  /** Of the event that it must leave. */
  action: string;
  /** To whom it sends one mail; left out when mails are not looked at. */
  told?: string;
}

/** Whichever call of a press fails, the same press again leaves one event, one mail where one is due, and an unbroken history. */
export function sweepPress({ door, who, input, arrange, action, told }: Press): void {
  let request: Record<string, unknown> = {};
  let before = 0;
  faultSweep<SchoolUnderTest>({
    arrange: () => {
      const school = aSchool();
      request = { ...input, key: 'press-0009-of-sweep', reference: arrange(school) };
      before = mailsTo(told, school);
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
      const mails = mailsTo(told, school) - before;
      expect({ where, found, mails, history: school.history() }).toEqual({ where, found: 1, mails: told === undefined ? 0 : 1, history: 'unbroken' });
    },
  });
}

/** Mails that stand for somebody. */
function mailsTo(who: string | undefined, school: SchoolUnderTest): number {
  return who === undefined ? 0 : school.sheet('records', 'Outbox').filter((row) => row.some((cell) => cell.includes(who))).length;
}
