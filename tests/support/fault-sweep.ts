import type { RunResult } from '../../local/apps-script/engine.ts';
import { FAULT_KINDS, type Fault } from '../../local/apps-script/faults.ts';

export interface FaultSweep<World> {
  /** Made once; every trial starts from a clone. */
  arrange(): World;
  clone(world: World): World;
  /** Which calls are made to fail; every one when left out. `isFirst`: of its name. */
  tries?(call: string, isFirst: boolean): boolean;
  /** Runs once what is to be tested, with the faults given. */
  operation(world: World, faults: Fault[]): RunResult;
  /** Other runs, each at every call of the operation: somebody else's, or the same button pressed again. */
  meanwhile?: ((world: World) => void) | ((world: World) => void)[];
  /** What people and the heartbeat do afterwards: press again, wait. */
  recover(world: World): void;
  /** Throws unless all is as it should be after the recovery. */
  invariant(world: World, where: string): void;
}

/** Building and reading a form is the same call many times over: the first two and the last of each name stand for all. */
const OF_A_FORM = /^(Form|FormResponse|ItemResponse|Choice|\w*Item)\./;

/**
 * Makes every service call of an operation fail, one after the other, in every way: before its effect, after it, the whole run
 * ending there; and lets another run happen before it. The calls are counted in a run where nothing fails.
 * @returns how many trials there were
 */
export function faultSweep<World>(sweep: FaultSweep<World>): number {
  const arranged = sweep.arrange();
  const clean = sweep.clone(arranged);
  const { ok, error, calls } = sweep.operation(clean, []);
  if (!ok) throw new Error(`The operation fails even when nothing else does: ${error?.message}`);
  sweep.recover(clean);
  sweep.invariant(clean, 'when nothing failed');

  let trials = 0;
  calls.forEach(({ name }, index) => {
    const earlier = calls.slice(0, index).filter((each) => each.name === name).length;
    const isLast = !calls.slice(index + 1).some((each) => each.name === name);
    if (OF_A_FORM.test(name) && earlier >= 2 && !isLast) return;
    if (sweep.tries?.(name, calls.findIndex((each) => each.name === name) === index) === false) return;
    const at = index + 1;
    const trial = (fault: (world: World) => Fault, how: string) => {
      const world = sweep.clone(arranged);
      sweep.operation(world, [fault(world)]);
      sweep.recover(world);
      sweep.invariant(world, `when call ${at}, ${name}, ${how}`);
      trials += 1;
    };
    for (const kind of FAULT_KINDS) trial(() => ({ at, kind }), kind);
    for (const other of [sweep.meanwhile ?? []].flat()) trial((world) => ({ at, kind: 'meanwhile', run: () => other(world) }), 'came after another run');
  });
  return trials;
}
