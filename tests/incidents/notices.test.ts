import { expect, test } from '@jest/globals';
import { newConcernNotice } from '../../src/incidents/notices.ts';
import { SCHOOL } from '../support/clock.ts';
import { aCaseRow } from '../support/concerns.ts';

test.each([
  ['the DSL and a deputy', [SCHOOL.dsl, 'first@q.example'], true],
  ['a deputy, because it names the DSL', ['first@q.example'], false],
  ['the headteacher', [SCHOOL.head], false],
  ['the chair of governors', [SCHOOL.chair], false],
])('B5: a mail to %s sends nobody to the DSL about what may be about the DSL', (_, readers, isDsls) => {
  const { body } = newConcernNotice(aCaseRow(), readers, SCHOOL);
  expect(body.includes(SCHOOL.dslTelephone)).toBe(isDsls);
  expect(body).toContain('call 999');
});

test.each([
  ['that cannot wait', { danger: true }, 'Handrail: an urgent concern is waiting for you'],
  ['of another kind', {}, 'Handrail: a new concern is waiting for you'],
])('B1: a mail about a concern %s says so, and nothing else of it', (_, account, subject) => {
  const mail = newConcernNotice(aCaseRow({}, { story: 'She told me.', ...account }), [SCHOOL.dsl], SCHOOL);
  expect(mail.subject).toBe(subject);
  expect(mail.body).not.toContain('She told me');
});
