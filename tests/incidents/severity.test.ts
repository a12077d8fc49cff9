import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SEVERITIES, type Severity } from '../../src/incidents/concern.ts';
import { proposeSeverity } from '../../src/incidents/severity.ts';
import { TYPES } from '../../src/incidents/types.ts';
import { allegedPupil, allegedTeacher, harmedPupil, type RuleCase, ruleRow } from '../support/rules.ts';

test.each<[string, RuleCase, Severity, RegExp]>([
  ['nothing is known', {}, 'low', /nothing points to more/],
  ['a phone in a lesson', { types: ['phone-misuse'], people: [allegedPupil] }, 'low', /Phone, watch/],
  ['bullying', { types: ['bullying'] }, 'medium', /Cyberbullying/],
  ['nudes', { types: ['nudes'] }, 'high', /Nudes/],
  ['somebody in danger', { types: ['phone-misuse'], danger: true }, 'high', /danger/],
  ['a trigger of the nudes review', { types: ['bullying'], answers: { 'nudes.adult': 'yes' } }, 'high', /review/],
  ['an adult alleged', { about: 'staff', people: [allegedTeacher] }, 'medium', /works with children/],
  ['an adult alleged to have done it to a pupil', { people: [allegedTeacher, harmedPupil] }, 'high', /adult/],
  ['the threshold met', { about: 'staff', people: [allegedTeacher], answers: { 'threshold.risk': 'yes' } }, 'high', /threshold/],
  ['bullying that is a crime', { types: ['bullying'], answers: { 'bullying-record.crime': 'yes' } }, 'high', /threat/],
  ['a low-level concern', { about: 'low-level' }, 'low', /nothing points to more/],
  ['lost data of high risk', { types: ['device-lost'], answers: { 'data-loss.risk': 'high' } }, 'high', /risk/],
  ['repeated unkindness', { types: ['reputation'], answers: { 'bullying-record.repeated': 'yes' } }, 'medium', /before/],
])('B3: %s is proposed as it should be, with the reason', (_, standing, severity, why) => {
  const proposed = proposeSeverity(ruleRow(standing));
  expect(proposed.severity).toBe(severity);
  expect(proposed.why).toMatch(why);
  expect(proposed.why.toLowerCase().startsWith(`${severity}, because `)).toBe(true);
});

test('B3: to know more never makes a case less serious', () => {
  const ids = TYPES.map(({ id }) => id);
  fc.assert(
    fc.property(fc.subarray(ids), fc.constantFrom(...ids), fc.boolean(), (types, another, danger) => {
      const rank = (standing: RuleCase) => SEVERITIES.indexOf(proposeSeverity(ruleRow(standing)).severity);
      expect(rank({ types: [...types, another], danger })).toBeGreaterThanOrEqual(rank({ types, danger }));
      expect(rank({ types, danger: true })).toBe(SEVERITIES.length - 1);
    }),
  );
});
