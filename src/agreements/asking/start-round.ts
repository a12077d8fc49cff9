import { hashOf } from '../../records/hash.ts';
import { ukDay } from '../../school/calendar.ts';
import type { Memory } from '../../school/settings.script.ts';
import type { IdempotencyKey, Visit } from '../../school/visit.ts';
import { agreementTable } from '../published.ts';
import { standingTable } from '../standings.ts';
import { settingsIn } from './agreement-settings.script.ts';
import { agreementsFor, planOf, type RoundPlan, type RoundWanted } from './plan-round.ts';
import { roundStarted } from './round.ts';
import { roundTable } from './rounds.ts';

/** What a round would do, and on which days: looked at before it is started. Changes nothing. */
export function planRound(wanted: RoundWanted, { school, records, roll, now }: Visit, memory: Memory): RoundPlan {
  const view = records.view([agreementTable, roundTable, standingTable]);
  const standing = { agreements: view.rows(agreementTable), rounds: view.rows(roundTable), standings: view.rows(standingTable) };
  return planOf(wanted, standing, { roll, school, now, today: ukDay(now) }, settingsIn(memory));
}

export interface StartRound extends RoundWanted {
  key: IdempotencyKey;
  /** A round for a new version starts with its publishing, in the same decision. */
  why: 'first' | 'year';
}

/**
 * Starts asking everybody whom some agreements are for. The heartbeat asks them, part by part.
 * @throws Refusal when it cannot be started (see `agreementsFor`)
 */
export function startRound({ key, why, agreements, due }: StartRound, { me, records, now }: Visit): { roundId: string } {
  return records.decide({ key, actor: me.email, reads: [agreementTable, roundTable] }, (view) => {
    const wanted = { why, agreements, due };
    const chosen = agreementsFor(wanted, { agreements: view.rows(agreementTable), rounds: view.rows(roundTable) }, ukDay(now));
    const roundId = roundIdFor(key, now);
    return { events: [roundStarted({ roundId, why, agreements: chosen.map(({ id }) => id), due })], answer: { roundId } };
  });
}

/** The same request gives the same id, so that deciding twice is deciding once. */
export function roundIdFor(key: IdempotencyKey, now: string): string {
  return `round-${ukDay(now)}-${hashOf(key).slice(0, 8)}`;
}
