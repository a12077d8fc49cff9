import type { Verdict } from '../message.ts';
import type { Mode } from '../monitoring.ts';
import type { Arrived, Filed, ToFile } from './arrived.ts';
import type { Deed, Owed } from './mailbox.ts';

/**
 * Whether a message is scored. While monitoring is off no copy is; once the decision behind the journal has lapsed, what the console still copies
 * of all mail is not read any more.
 */
export function isScored({ route, isCopy, copiedBy }: Pick<Arrived, 'route' | 'isCopy' | 'copiedBy'>, mode: Mode): boolean {
  if (route === null) return false;
  if (!isCopy) return true;
  return mode === 'journal' || (mode === 'sieve' && copiedBy !== 'journal');
}

/** Whether it goes to filing: what was flagged, and what somebody sent on or wrote to the office and Google does not take for spam. */
function isForFiling({ route, isSpam }: Pick<Arrived, 'route' | 'isSpam'>, verdict: Verdict): boolean {
  return verdict.flag || ((route === 'person' || route === 'written to us') && !isSpam);
}

/** A message that was read, and what the scorer said of it: null for one that it was not shown. */
export interface Judged {
  arrived: Arrived;
  verdict: Verdict | null;
}

/**
 * What is to be done with messages in the mailbox.
 * @param filed what became of those that went to filing, by Gmail's id
 */
export function deedsFor(judged: readonly Judged[], filed: ReadonlyMap<string, Filed>, mode: Mode): Owed {
  const owed: Partial<Record<Deed, string[]>> = {};
  const owe = (deed: Deed, id: string) => {
    owed[deed] = [...(owed[deed] ?? []), id];
  };
  for (const { arrived, verdict } of judged) {
    const id = arrived.evidence.gmailId;
    const severity = filed.get(id)?.severity ?? 0;
    if (severity > 0) owe(severity === 3 ? 'High' : severity === 2 ? 'Medium' : 'Low', id);
    if (severity > 0 && arrived.isSpam) owe('rescued', id);
    // A mail to the office itself stays where it is: somebody may look for it.
    if (severity > 0 || !arrived.isCopy || arrived.route === null) continue;
    if (mode === 'journal' || (verdict === null && arrived.copiedBy === 'journal')) owe('deleted', id);
    else owe('Read', id);
  }
  return owed;
}

/** Those that go to filing. */
export function forFiling(judged: readonly Judged[], scorer: string): ToFile[] {
  return judged.flatMap(({ arrived, verdict }) => (verdict !== null && isForFiling(arrived, verdict) ? [{ arrived, verdict, scorer }] : []));
}
