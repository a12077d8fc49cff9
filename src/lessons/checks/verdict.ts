import type { Consideration, ConsiderationId } from '../considerations.ts';
import type { CheckState, Finding } from '../finding.ts';
import type { Verdict } from '../lesson.ts';

/** How far one consideration is. */
export interface Standing {
  consideration: Consideration;
  findings: Finding[];
  /** The worst that was found; null when machines know nothing of it. */
  state: CheckState | null;
  /** What a person is asked to tick; null when nothing is. What is not fine cannot be ticked away. */
  ask: string | null;
  isTicked: boolean;
}

/** The worst first. */
const WORST: readonly CheckState[] = ['never', 'not fine', 'cannot verify', 'a person must confirm', 'fine'];

/**
 * What is known of each consideration and what is still asked.
 * @param nevers checks that this school's policy calls never: not fine is never
 */
export function standingsOf(
  considerations: readonly Consideration[],
  findings: readonly Finding[],
  ticks: readonly ConsiderationId[],
  nevers: readonly string[],
): Standing[] {
  return considerations.map((consideration) => {
    const own = findings
      .filter((finding) => finding.consideration === consideration.id)
      .map((finding) => (finding.state === 'not fine' && nevers.includes(finding.check) ? { ...finding, state: 'never' as const } : finding));
    const state = WORST.find((each) => own.some((finding) => finding.state === each)) ?? null;
    const ask = askFor(consideration, state);
    return { consideration, findings: own, state, ask, isTicked: ask !== null && ticks.includes(consideration.id) };
  });
}

function askFor({ group, tick, byHand }: Consideration, state: CheckState | null): string | null {
  // The record itself is the answer to what belongs after the lesson.
  if (group === 'after' && state === null) return null;
  if (state === 'fine') return tick;
  if (state === null) return tick ?? byHand;
  return state === 'not fine' || state === 'never' ? tick : byHand;
}

/** Whether a person still has to look, because machines could not: more than a tick. */
export function isUnverified({ state, ask, isTicked, consideration: { tick } }: Standing): boolean {
  if (isTicked || ask === null) return false;
  return state === 'cannot verify' || state === 'a person must confirm' || (state === null && tick === null);
}

/** The verdict over everything (rulings: lessons). */
export function verdictOf(standings: readonly Standing[]): Verdict {
  if (standings.some(({ state }) => state === 'never')) return 'do not start';
  if (standings.some((standing) => standing.state === 'not fine' || isUnverified(standing))) return 'not yet';
  return standings.some(({ ask, isTicked }) => ask !== null && !isTicked) ? 'ready when ticked' : 'ready';
}
