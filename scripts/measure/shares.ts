/** How much is found and how much is flagged falsely: what a table shows of messages that were judged. */
import type { Judged } from './held-out.ts';

export interface Shares {
  messages: number;
  toFlag: number;
  /** Of those to flag; null when there are none. */
  found: number | null;
  /** Of the harmless ones. */
  falsely: number | null;
  precision: number | null;
  f1: number | null;
  /** The mean of what is found and what is rightly left. */
  balanced: number | null;
}

/** Whether a message counts as flagged: by both voices, or by one. */
export type Says = (judged: Judged) => boolean;

export function sharesOf(judged: readonly Judged[], says: Says): Shares {
  const harmful = judged.filter(({ example }) => example.flag);
  const harmless = judged.filter(({ example }) => !example.flag);
  const [hits, alarms] = [harmful.filter(says).length, harmless.filter(says).length];
  const found = share(hits, harmful.length);
  const falsely = share(alarms, harmless.length);
  const precision = share(hits, hits + alarms);
  return {
    messages: judged.length,
    toFlag: harmful.length,
    found,
    falsely,
    precision,
    f1: found === null || precision === null || found + precision === 0 ? null : (2 * found * precision) / (found + precision),
    balanced: found === null || falsely === null ? null : (found + 1 - falsely) / 2,
  };
}

function share(some: number, all: number): number | null {
  return all === 0 ? null : some / all;
}

/** Groups in the order in which they were met. */
export function grouped(judged: readonly Judged[], by: (judged: Judged) => string): Map<string, Judged[]> {
  const groups = new Map<string, Judged[]>();
  for (const each of judged) groups.set(by(each), [...(groups.get(by(each)) ?? []), each]);
  return groups;
}

/** `0.83`, or a dash. */
export function figure(share: number | null, digits = 2): string {
  return share === null ? '–' : share.toFixed(digits);
}
