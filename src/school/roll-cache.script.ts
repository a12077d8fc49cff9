import type { RollEntry } from './roll.ts';

/**
 * The roll is kept for a few minutes where all runs find it: every page needs it, and Google gives the role account 60 reads of Sheets
 * a minute for the whole school (docs/workspace/sheets/api/limits). The heartbeat renews it, an import forgets it.
 */
const KEPT_SECONDS = 6 * 60;
/** A value in the cache holds 100 KB; a character of a name may take three bytes. */
const PART = 30_000;
const MOST_PARTS = 40;
const KEYS = Array.from({ length: MOST_PARTS }, (_, index) => `roll-${index}`);

/** The roll as it was kept last; null when it was not, or only a part of it is left. */
export function keptRoll(): RollEntry[] | null {
  const found = cached();
  const first = found[KEYS[0] as string];
  if (first === undefined || first === null) return null;
  const [stamp, count] = headOf(first);
  const parts: string[] = [];
  for (const key of KEYS.slice(0, count)) {
    const part = found[key];
    // Parts of two different times do not make a roll.
    if (part === undefined || part === null || headOf(part)[0] !== stamp) return null;
    parts.push(part.slice(part.indexOf('\n') + 1));
  }
  return JSON.parse(parts.join('')) as RollEntry[];
}

/** Keeps a roll. One that is empty or too large is read from its Sheet each time. */
export function keepRoll(roll: readonly RollEntry[], stamp: string): void {
  const text = JSON.stringify(roll);
  const count = Math.ceil(text.length / PART);
  if (roll.length === 0 || count > MOST_PARTS) return;
  const parts = KEYS.slice(0, count).map((key, index) => [key, `${stamp} ${count}\n${text.slice(index * PART, (index + 1) * PART)}`] as const);
  try {
    CacheService.getScriptCache().putAll(Object.fromEntries(parts), KEPT_SECONDS);
  } catch {
    // The next page reads the Sheet.
  }
}

export function forgetRoll(): void {
  CacheService.getScriptCache().removeAll(KEYS);
}

/** A cache that does not answer is an empty one. */
function cached(): Record<string, string | null | undefined> {
  try {
    return CacheService.getScriptCache().getAll(KEYS);
  } catch {
    return {};
  }
}

/** What stands above a part: when it was kept, and in how many parts. */
function headOf(part: string): [stamp: string, count: number] {
  const [stamp = '', count = ''] = part.slice(0, part.indexOf('\n')).split(' ');
  return [stamp, Number(count)];
}
