import type { FlagRow } from '../flag.ts';
import type { Monitoring } from '../monitoring.ts';

/** Fewer settled flags than this say nothing about a rule. */
export const HANDFUL = 5;

/** How often something was right, of those of its flags that somebody has settled; tests are left out. */
export interface Precision {
  settled: number;
  /** Real, or real but known. */
  real: number;
  /** Whole percent; null while there are too few to say. */
  percent: number | null;
}

type Settled = Pick<FlagRow, 'disposition'>;

/** Whether somebody has said of a real message what it turned out to be. */
function isSettled({ disposition }: Settled): boolean {
  return disposition !== '' && disposition !== 'test';
}

/** @example precisionOf([{ disposition: 'real' }, { disposition: 'test' }, { disposition: '' }]) // { settled: 1, real: 1, percent: null } */
export function precisionOf(rows: readonly Settled[]): Precision {
  const settled = rows.filter(isSettled);
  const real = settled.filter(({ disposition }) => disposition !== 'not a concern').length;
  return { settled: settled.length, real, percent: settled.length < HANDFUL ? null : Math.round((100 * real) / settled.length) };
}

/** The same for each rule, category or whatever `keysOf` gives; those with most settled flags first. */
export function precisionBy<Row extends Settled>(rows: readonly Row[], keysOf: (row: Row) => readonly string[]): (Precision & { key: string })[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows.filter(isSettled)) for (const key of keysOf(row)) groups.set(key, [...(groups.get(key) ?? []), row]);
  const all = [...groups].map(([key, group]) => ({ key, ...precisionOf(group) }));
  return all.sort((a, b) => b.settled - a.settled || (a.key < b.key ? -1 : 1));
}

/** Whether something was right less often than the school wants, as far as that can be said. @param floor percent */
export function isBelow({ settled, real, percent }: Precision, floor: number): boolean {
  return percent !== null && 100 * real < floor * settled;
}

/** Rules that are proposed for change, by their ids: those that are right too seldom and are not muted today. @param today like `2026-09-07` */
export function rulesBelow(
  rows: readonly Pick<FlagRow, 'disposition' | 'rules'>[],
  { floor, mutes }: Pick<Monitoring, 'floor' | 'mutes'>,
  today: string,
): string[] {
  const muted = new Set(mutes.filter(({ until }) => until >= today).map(({ rule }) => rule));
  return precisionBy(rows, ({ rules }) => rules)
    .filter((each) => isBelow(each, floor) && !muted.has(each.key))
    .map(({ key }) => key);
}
