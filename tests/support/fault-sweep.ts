import type { RunResult } from '../../local/apps-script/engine.ts';
import type { Fault } from '../../local/apps-script/faults.ts';

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

/** Calls that build and read a form, item by item. */
const OF_A_FORM = /^(Form|FormResponse|ItemResponse|Choice|\w*Item)\./;
/** What only looks. A failure before it and after it are the same, and a run that dies there leaves what dying after the last write leaves. */
const READS = /\.(get\w*|is[A-Z]\w*|has\w*|list|next|batchGet|query|search\w*|openBy\w*)$/;

/** @returns the ways a call can go wrong that leave things another way than those of the call before it. */
function waysToFail(name: string, isFirst: boolean): readonly Exclude<Fault['kind'], 'meanwhile'>[] {
  const dying = isFirst ? (['dies before'] as const) : [];
  return READS.test(name) ? ['fails before', ...dying] : ['fails before', 'fails after', ...dying, 'dies after'];
}

/** Whether a call is one of many of its name: of looks that follow one another, and of a form's items, the first two and the last stand for all. */
function isRepeated(names: readonly string[], index: number): boolean {
  const name = names[index] ?? '';
  const isLook = READS.test(name) && READS.test(names[index - 1] ?? '');
  const earlier = names.slice(0, index).filter((each) => each === name).length;
  return (isLook || OF_A_FORM.test(name)) && earlier >= 2 && names.lastIndexOf(name) !== index;
}

/**
 * Makes every service call of an operation fail, one after the other, in every way: before its effect, after it, the whole run
 * ending there; and lets another run happen before it. The calls are counted in a run where nothing fails.
 * @throws when not one writing call was tried: such a sweep would show nothing
 */
export function faultSweep<World>(sweep: FaultSweep<World>): void {
  const arranged = sweep.arrange();
  const clean = sweep.clone(arranged);
  const { ok, error, calls } = sweep.operation(clean, []);
  if (!ok) throw new Error(`The operation fails even when nothing else does: ${error?.message}`);
  sweep.recover(clean);
  sweep.invariant(clean, 'when nothing failed');

  const names = calls.map(({ name }) => name);
  const tried = names.flatMap((name, index) => {
    if (isRepeated(names, index)) return [];
    return sweep.tries?.(name, names.indexOf(name) === index) === false ? [] : [{ name, at: index + 1 }];
  });
  if (!tried.some(({ name }) => !READS.test(name))) throw new Error('The sweep tries no call that writes.');
  for (const { name, at } of tried) {
    const trial = (fault: (world: World) => Fault, how: string) => {
      const world = sweep.clone(arranged);
      sweep.operation(world, [fault(world)]);
      sweep.recover(world);
      sweep.invariant(world, `when call ${at}, ${name}, ${how}`);
    };
    for (const kind of waysToFail(name, at === 1)) trial(() => ({ at, kind }), kind);
    for (const other of [sweep.meanwhile ?? []].flat()) trial((world) => ({ at, kind: 'meanwhile', run: () => other(world) }), 'came after another run');
  }
}
