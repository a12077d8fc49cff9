import { RecordsBusy } from './errors.ts';

/** A decision takes a second or two; thirty people pressing at once still all have their turn. */
const PATIENCE_MS = 25_000;

/**
 * Does `work` while nobody else writes to the records.
 * @throws RecordsBusy when others are writing all the time
 */
export function alone<T>(work: () => T): T {
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(PATIENCE_MS)) throw new RecordsBusy();
  return releasing(lock, work);
}

/**
 * Does `work` while no other run of this script does what is done so.
 * @param patience how long to wait for others, milliseconds
 * @returns null when others were at it all the time
 */
export function aloneWithin<T>(patience: number, work: () => T): T | null {
  const lock = LockService.getScriptLock();
  return lock.tryLock(patience) ? releasing(lock, work) : null;
}

/** Whether this run holds the lock of the beats: every run has globals of its own. */
let isBeating = false;

/**
 * Does `work` unless another run of the heartbeat is at it. This is the lock of the role account, so that people can go on
 * writing to the records meanwhile.
 * @param patience how long to wait for the other run, milliseconds
 * @returns null when another run is at it
 */
export function aloneAmongBeats<T>(work: () => T, patience = 0): T | null {
  // Google does not say whether a run gets a lock twice, and giving it back once would give it back for all.
  if (isBeating) return work();
  const lock = LockService.getUserLock();
  if (!lock.tryLock(patience)) return null;
  isBeating = true;
  return releasing(lock, () => {
    try {
      return work();
    } finally {
      isBeating = false;
    }
  });
}

function releasing<T>(lock: GoogleAppsScript.Lock.Lock, work: () => T): T {
  try {
    return work();
  } finally {
    try {
      lock.releaseLock();
    } catch {
      // Google gives the lock back at the end of the run. What was done is done: the person should hear that, not this.
    }
  }
}
