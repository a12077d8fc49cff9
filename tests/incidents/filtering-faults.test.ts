import { test } from '@jest/globals';
import { sweepPress } from '../support/door-sweep.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';
import { raise } from '../support/working.ts';

/** The doors of the filter's log and of a reviewer's questions, whichever call fails: the same press again leaves one of it. */

const { people } = aSchool();
const ASKED = { key: 'press-0001-of-filter', kind: 'unblock', address: 'maps.example', why: 'Rivers', forWhom: '', until: '09/09/2026' };

function asked(school: SchoolUnderTest): string {
  return school.as(people.teacher).get<{ reference: string }>('askFilterChange', ASKED).reference;
}

function approved(school: SchoolUnderTest): string {
  const reference = asked(school);
  school.as(people.head).get('decideFilterChange', { key: 'press-0002-of-filter', reference, approve: true, note: '', until: '09/09/2026' });
  return reference;
}

function questioned(school: SchoolUnderTest): string {
  const reference = raise(school);
  school.as(people.head).get('askQuestion', { key: 'press-0001-of-question', reference, text: 'Why?' });
  return reference;
}

test.each<[door: string, who: string, action: string, arrange: (school: SchoolUnderTest) => string, input: Record<string, unknown>]>([
  ['askFilterChange', people.teacher, 'filter change asked', () => '', ASKED],
  ['decideFilterChange', people.head, 'filter change approved', asked, { approve: true, note: '', until: '09/09/2026' }],
  ['carryOutFilterChange', people.technician, 'filter change done', approved, { what: 'done', note: '' }],
  ['withdrawFilterChange', people.teacher, 'filter change withdrawn', asked, { note: '' }],
  ['askQuestion', people.head, 'case question asked', (school) => raise(school), { text: 'Why?' }],
  ['answerQuestion', people.dsl, 'case question answered', questioned, { text: 'Because.' }],
])('B12, B15: whichever call of %s fails, the same press again leaves one of it', (door, who, action, arrange, input) => {
  sweepPress({ door, who, action, arrange, input });
});
