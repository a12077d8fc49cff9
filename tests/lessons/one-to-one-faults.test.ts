import { test } from '@jest/globals';
import { sweepPress } from '../support/door-sweep.ts';
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
  sweepPress({ door, who, action, told, arrange, input });
});
