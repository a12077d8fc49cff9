import { expect, test } from '@jest/globals';
import { people } from '../../local/school/staff.ts';
import { payloadsOf, recordsOf } from '../support/agreement-forms.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';
import { beatAt, moveTo } from '../support/telling.ts';
import { naming, raise, Working } from '../support/working.ts';

/** A beat in which everything of the clock is due at once: a step up, something overdue, the digest. */
function everythingIsDue(): SchoolUnderTest {
  const school = aSchool();
  const { dsl, pupil, deputy } = school.people;
  const late = raise(school, naming({ [pupil]: 'affected' }));
  new Working(school, dsl, late).file();
  new Working(school, dsl, late).press('changeOwner', { from: '', to: deputy });
  moveTo(school, '2026-09-14', '07:40');
  raise(school, { ...naming({ [pupil]: 'affected' }), danger: true });
  beatAt(school, '2026-09-14', '07:45');
  moveTo(school, '2026-09-14', '08:12');
  return school;
}

function facts(school: SchoolUnderTest) {
  const { dsl, deputy, head, chair } = school.people;
  return {
    mails: [dsl, deputy, head, chair].map((who) =>
      school
        .mailTo(who)
        .map(({ subject }) => subject)
        .sort(),
    ),
    escalated: payloadsOf<{ to: string }>(school, 'case escalated').map(({ to }) => to),
    told: payloadsOf<{ step: string; to: string[] }>(school, 'case told')
      .map(({ step, to }) => `${step}: ${to.join(' ')}`)
      .sort(),
    digests: payloadsOf(school, 'digest sent').length,
    waiting: recordsOf(school, 'Outbox').length,
    history: school.history(),
  };
}

test('rules 3 and 21, B10: whichever call of a beat fails, each step goes up once, each is told once, and one digest comes', () => {
  let expected: ReturnType<typeof facts> | null = null;
  faultSweep<SchoolUnderTest>({
    arrange: everythingIsDue,
    clone: (school) => school.another(),
    // Of the calls of one name the first stands for all: what they write is one decision after the other.
    tries: (call, isFirst) => isFirst && /^(Sheets|Gmail|Properties)/.test(call),
    operation: (school, faults) => school.beat(faults),
    meanwhile: (school) => void school.beat(),
    recover: (school) => void beatAt(school, '2026-09-14', '08:17'),
    invariant: (school, where) => {
      const found = facts(school);
      expected ??= found;
      expect({ where, ...found }).toEqual({ where, ...expected });
    },
  });
  expect(expected).toMatchObject({ digests: 1, waiting: 0, history: 'unbroken', escalated: [people.head] });
  expect(expected).toMatchObject({ told: expect.arrayContaining([`overdue: ${people.deputy}`]) });
});
