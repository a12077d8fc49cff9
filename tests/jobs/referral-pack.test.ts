import { expect, test } from '@jest/globals';
import type { RunResult } from '../../local/apps-script/engine.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { aPack, opened, packsKept, twoPupils } from '../support/referral.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

test('rule 12: whichever call fails, one pack, one line that says so, and it can be opened', () => {
  const school = aSchool();
  const reference = twoPupils(school, 'She told me.');
  // The folder is there and the case was opened before: these are others' sweeps.
  school.as(school.people.dsl).get('makeReferralPack', aPack(reference, { key: 'press-0000-of-the-pack', parts: ['account'] }));
  const press = (world: SchoolUnderTest) => world.as(school.people.dsl).call('makeReferralPack', aPack(reference, { parts: ['account'] }));

  faultSweep<SchoolUnderTest>({
    arrange: () => school,
    clone: (world) => world.another(),
    operation: (world, faults) => {
      const { run } = world.door(school.people.dsl, 'makeReferralPack', aPack(reference, { parts: ['account'] }), faults);
      return run as RunResult;
    },
    // What comes before is how every case is read: other sweeps try it.
    tries: (call) => /^(Blob|Drive|Lock)|batchUpdate/.test(call),
    meanwhile: press,
    recover: (world) => {
      world.pass(5);
      press(world);
    },
    invariant: (world, where) => {
      expect([where, packsKept(world).length]).toEqual([where, 2]);
      const { shares } = opened(world, reference);
      expect([where, shares.length]).toEqual([where, 2]);
      const file = shares[1]?.pack?.id;
      expect([where, world.as(school.people.dsl).call('readFile', { reference, file })]).toEqual([where, expect.objectContaining({ ok: true })]);
      expect([where, world.history()]).toEqual([where, 'unbroken']);
    },
  });
});
