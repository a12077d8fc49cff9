import { expect, test } from '@jest/globals';
import { guidanceFor } from '../../src/incidents/guidance.ts';
import { PUPIL_KINDS, pupilGuidanceFor } from '../../src/incidents/reporting/pupil-guidance.ts';
import { typeOf } from '../../src/incidents/types.ts';

const NOTHING = { typeHint: '', about: '', story: '' } as const;

test('D6, B3: every kind that a pupil can choose is a type that a case can have', () => {
  expect(PUPIL_KINDS.filter(({ value }) => value !== '' && !typeOf(value))).toEqual([]);
});

test.each([
  ['I want to kill myself', 'self-harm'],
  ['He has a nude of me', 'images'],
  ['A man is blackmailing me', 'grooming'],
  ['They said fgm', 'fgm'],
  ['He threatens me', 'threats'],
  ['They bully me', 'bullying'],
])('D6, B4: a pupil who writes “%s” is told what a child can do', (story, id) => {
  expect(pupilGuidanceFor({ ...NOTHING, story }).map((guidance) => guidance.id)).toEqual([id]);
});

test('D6: whatever stands in the story, a pupil is told nothing in the words for staff', () => {
  const telling = { typeHint: 'nudes', about: 'staff', story: 'self-harm, groomed, fgm, threats, bullied, his phone was stolen, jihad' } as const;
  const staff = new Set(guidanceFor(telling).flatMap(({ lines }) => lines));
  const lines = pupilGuidanceFor(telling).flatMap((guidance) => guidance.lines);
  expect(lines.length).toBeGreaterThan(10);
  expect(lines.filter((line) => staff.has(line))).toEqual([]);
});
