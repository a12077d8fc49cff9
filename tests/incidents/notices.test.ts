import { expect, test } from '@jest/globals';
import { newConcernNotice } from '../../src/incidents/notices.ts';
import { SCHOOL } from '../support/clock.ts';

test.each([
  ['the DSL and a deputy', [SCHOOL.dsl, 'first@q.example'], true],
  ['a deputy, because it names the DSL', ['first@q.example'], false],
  ['the headteacher', [SCHOOL.head], false],
  ['the chair of governors', [SCHOOL.chair], false],
])('B5: a mail to %s sends nobody to the DSL about what may be about the DSL', (_, readers, isDsls) => {
  const { body } = newConcernNotice('C-AAAAAA', readers, SCHOOL);
  expect(body.includes(SCHOOL.dslTelephone)).toBe(isDsls);
  expect(body).toContain('call 999');
});
