/** The last time the heartbeat came to its end. */
export interface Beat {
  /** ISO date and time in UTC. */
  at: string;
  /** The code that the trigger runs, even where it has refused to beat since. */
  build: string;
  /** How many beats in a row each task has failed that failed in it; at once `LONG` when nobody can expect that to pass. */
  failing?: Readonly<Record<string, number>>;
}

/** The heart beats every five minutes; Google skips a beat now and then, but not four. */
const LONGEST_PAUSE_MS = 20 * 60_000;

/** So many beats that fail in a row are no hitch of Google's any more. */
const LONG = 3;

/** @param last the beat before @param failed what failed in this one, and whether that goes away by itself */
export function failingAfter(last: Beat | null, failed: readonly { name: string; isPassing: boolean }[]): Record<string, number> {
  return Object.fromEntries(failed.map(({ name, isPassing }) => [name, isPassing ? Math.min(LONG, (last?.failing?.[name] ?? 0) + 1) : LONG]));
}

/** Whether a task has failed so long, or so plainly, that people must be told. */
export function hasFailedLong(last: Beat | null, task: string): boolean {
  return (last?.failing?.[task] ?? 0) >= LONG;
}

/** Whether pages must warn that mails and reminders stand still. A heart that never beat has stopped. */
export function heartHasStopped(last: Beat | null, now: Date): boolean {
  return last === null || now.getTime() - Date.parse(last.at) > LONGEST_PAUSE_MS;
}
