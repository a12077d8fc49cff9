import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PROTOCOLS, stepsLeft, stepsShown } from '../../src/incidents/protocols/all.ts';
import { answersTo } from '../../src/incidents/protocols/answers.ts';
import { protocolFacts } from '../../src/incidents/protocols/asks.ts';
import type { ProtocolFacts } from '../../src/incidents/protocols/protocol.ts';
import { TYPES } from '../../src/incidents/types.ts';
import { accused, facts, harmedTeacher, pupil, teacher } from '../support/protocols.ts';

const anyFacts: fc.Arbitrary<ProtocolFacts> = fc
  .record({
    types: fc.subarray(TYPES.map(({ id }) => id)),
    people: fc.subarray([pupil, accused, teacher, harmedTeacher]),
    answers: fc
      .subarray(PROTOCOLS.flatMap((each) => each.steps.map((step) => ({ each, step }))))
      .chain((steps) =>
        fc
          .tuple(...steps.map(({ step }) => (step.kind === 'text' ? fc.constant('Words') : fc.constantFrom(...answersTo(step).map(({ value }) => value)))))
          .map((values) => Object.fromEntries(steps.map(({ each, step }, place) => [`${each.id}.${step.id}`, values[place] ?? '']))),
      ),
  })
  .map(facts);

test('B9: whatever is answered, nothing follows an answer that ends a protocol, and what is left is shown', () => {
  fc.assert(
    fc.property(anyFacts, (standing) => {
      for (const each of PROTOCOLS) {
        const steps = stepsShown(each, standing);
        const halt = steps.findIndex((step) => step.stops !== undefined && standing.answers[`${each.id}.${step.id}`] === step.stops);
        expect([-1, steps.length - 1]).toContain(halt);
        for (const step of stepsLeft(each, standing)) expect(steps).toContain(step);
      }
    }),
    { numRuns: 60 },
  );
});

test('B9: one can always get to the end: answering what is shown leaves nothing open in any protocol', () => {
  for (const each of PROTOCOLS) {
    let standing = facts({ types: ['nudes', 'device-lost', 'bullying'], people: [pupil, accused, teacher, harmedTeacher] });
    for (let turn = 0; turn < each.steps.length && stepsLeft(each, standing).length > 0; turn += 1) {
      const answers = { ...standing.answers };
      for (const step of stepsShown(each, standing))
        answers[`${each.id}.${step.id}`] ??= answersTo(step).find(({ value }) => value !== step.stops)?.value ?? 'Words';
      standing = protocolFacts({ ...standing.row, facts: { ...standing.row.facts, answers } });
    }
    expect([each.id, stepsLeft(each, standing)]).toEqual([each.id, []]);
  }
});
