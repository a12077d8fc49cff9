/** The last time the heartbeat came to its end. */
export interface Beat {
  /** ISO date and time in UTC. */
  at: string;
  /** The code that the trigger runs, even where it has refused to beat since. */
  build: string;
  /** Names of the tasks that failed in it. */
  failed?: readonly string[];
}

/** The heart beats every five minutes; Google skips a beat now and then, but not four. */
const LONGEST_PAUSE_MS = 20 * 60_000;

/** Whether pages must warn that mails and reminders stand still. A heart that never beat has stopped. */
export function heartHasStopped(last: Beat | null, now: Date): boolean {
  return last === null || now.getTime() - Date.parse(last.at) > LONGEST_PAUSE_MS;
}
