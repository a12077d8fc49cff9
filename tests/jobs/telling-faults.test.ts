import { expect, test } from '@jest/globals';
import { people } from '../../local/school/staff.ts';
import { aPress, payloadsOf, putIntoUse, recordsOf } from '../support/agreement-forms.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import type { SchoolUnderTest } from '../support/school.ts';
import { aSchoolOf, beatAt, changeSettings, diary, type Line, moveTo, startRound } from '../support/telling.ts';

const NOOR = 'noor.khan@quillhaven.example';
const LIST: Line[] = [
  { email: people.head, role: 'staff' },
  { email: people.secondDeputy, role: 'staff', manager: people.head },
  { email: people.teacher, role: 'staff', className: '3A', job: 'Teacher', manager: people.secondDeputy },
  { email: people.governor, role: 'governor' },
  { email: people.pupil, role: 'pupil', className: '3A' },
  { email: NOOR, role: 'pupil', className: '3A' },
  { email: people.parent, role: 'parent', children: [people.pupil, NOOR] },
  { email: people.secondParent, role: 'parent', children: [people.pupil, NOOR] },
];
const READERS = [people.head, people.secondDeputy, people.teacher, people.governor, people.parent, people.secondParent, people.networkManager, people.clerk];

/** The day before everything is due at once: first mails, a reminder, a line manager, the list of those without access, a policy. */
function everythingIsDueTomorrow(): SchoolUnderTest {
  const school = aSchoolOf(LIST);
  changeSettings(school, { starterDays: 3 });
  putIntoUse(school, 'parent', 'ks2', 'governor');
  startRound(school, ['staff'], '2026-09-21');
  diary(school, [], ['2026-09-07', '2026-09-10', '2026-09-14'], ['10:02']);
  moveTo(school, '2026-09-21', '08:00');
  startRound(school, ['governor'], '2026-10-05');
  beatAt(school, '2026-09-21', '08:02');
  school.as(people.officeManager).get('savePolicy', {
    ...{ key: aPress(), id: '', was: 0, title: 'Online safety', version: '', approvedOn: '23/11/2025', approvedBy: '', owner: people.teacher },
    ...{ everyMonths: 12, reviewOn: '', address: '', notes: '' },
  });
  moveTo(school, '2026-09-23', '17:05');
  startRound(school, ['parent', 'ks2'], '2026-10-07');
  beatAt(school, '2026-09-23', '17:10');
  moveTo(school, '2026-09-24', '08:02');
  return school;
}

/** Each mail that came on the day, by reader; what came before is the same for all trials. */
function mailsOf(school: SchoolUnderTest): Record<string, string[]> {
  return Object.fromEntries(READERS.map((email) => [email, school.mailTo(email).map(({ subject }) => subject.replace('Quillhaven Primary: ', ''))]));
}

/** What is noted of whom: how often each was told, and how far it was passed on. */
function noted(school: SchoolUnderTest): string[] {
  return recordsOf(school, 'Standings').map((row) => `${row['Key']}: ${row['Told']} ${row['Escalated']} ${row['No access told at'] ? 'listed' : ''}`);
}

/** Every standing with the steps it was told at, in order: a step that stands twice was told twice. */
function steps(school: SchoolUnderTest): Record<string, number[]> {
  const found: Record<string, number[]> = {};
  for (const { standings, step } of payloadsOf<{ standings: string[]; step: number }>(school, 'people told'))
    for (const key of standings) found[key] = [...(found[key] ?? []), step];
  return found;
}

test('A12, A14, A15: whichever call of a beat that tells fails, everybody is told once at each step, nobody is forgotten, and the history is unbroken', () => {
  let expected: unknown = null;
  faultSweep<SchoolUnderTest>({
    arrange: everythingIsDueTomorrow,
    clone: (school) => school.another(),
    // Of the mails that are sent one after the other, the first stands for all; the beat's other tasks have sweeps of their own.
    tries: (call, isFirst) => /^(Sheets|Properties)\./.test(call) || (isFirst && call.startsWith('Gmail.')),
    operation: (school, faults) => school.beat(faults),
    meanwhile: (school) => void school.beat(),
    recover: (school) => void diary(school, [], ['2026-09-24'], ['08:07', '09:02']),
    invariant: (school, where) => {
      const facts = {
        ...{ mails: mailsOf(school), noted: noted(school), steps: steps(school), history: school.history() },
        events: ['people told', 'escalated', 'no access told', 'policies reminded'].map((action) => payloadsOf(school, action).length),
        waiting: recordsOf(school, 'Outbox').length,
      };
      expected ??= facts;
      expect({ where, ...facts }).toEqual({ where, ...(expected as typeof facts) });
    },
  });
  expect(expected).toMatchObject({
    history: 'unbroken',
    waiting: 0,
    mails: {
      [people.parent]: ['please read and answer'],
      [people.secondParent]: ['please read and answer'],
      [people.governor]: ['please read and sign', 'reminder, please read and sign'],
      [people.teacher]: expect.arrayContaining(['a policy is to be reviewed; please read and sign']),
      [people.secondDeputy]: expect.arrayContaining(['agreements not signed after all reminders']),
      [people.clerk]: ['a policy is to be reviewed'],
    },
  });
});
