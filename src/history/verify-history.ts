import { headFrom } from '../records/head-text.ts';
import { type Broken, NOT_WALKED, verify, type Walked } from '../records/verify.ts';
import { Refusal } from '../school/refusal.ts';
import type { Visit } from '../school/visit.ts';

/** Entries a call: some seconds, and a few calls to Google. */
const STRETCH = 5_000;

export interface VerifyHistory {
  /** Where the call before stopped; null to begin. */
  from: Walked | null;
  /** The line from a mail to the witness, or the whole mail; '' to compare with none. */
  witness: string;
}

export interface VerifiedHistory {
  /** What to go on from. */
  walked: Walked;
  isDone: boolean;
  /** How many events there are, as the records have noted it. */
  total: number;
  broken: Broken | null;
  /** The number of the event that the witness was told of; null without one. */
  witnessed: number | null;
  /** Whether this is the account that may make the lists anew. */
  mayMend: boolean;
}

/**
 * Walks the next stretch of the history; the page calls on until it is done. No content leaves the records.
 * @throws Refusal when what was typed holds no line of a mail
 */
export function verifyHistory({ from, witness: typed }: VerifyHistory, { me, school, records }: Visit): VerifiedHistory {
  const witness = headFrom(typed);
  if (witness === null && typed.trim() !== '') {
    throw new Refusal('witness-unreadable', 'Copy the line from the mail as it stands there: a number, a colon, and 64 letters and digits', 'witness');
  }
  const before = from ?? NOT_WALKED;
  const { entries, end, isLast } = records.slice(before.head.sequence, STRETCH);
  const result = verify(entries, { from: before, ...(isLast ? { end } : { isPart: true }), ...(witness ? { witness } : {}) });
  const walked = result.ok ? { head: result.head, erased: result.erased, approved: result.approved } : before;
  return {
    ...{ walked, isDone: isLast || !result.ok, total: end.sequence, broken: result.ok ? null : result, witnessed: witness?.sequence ?? null },
    mayMend: me.email === school.roleAccount,
  };
}
