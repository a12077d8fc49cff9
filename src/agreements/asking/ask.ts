import { ukDay } from '../../school/calendar.ts';
import type { Memory } from '../../school/settings.script.ts';
import type { Visit } from '../../school/visit.ts';
import { agreementTable } from '../published.ts';
import { standingsByAgreement, standingTable } from '../standings.ts';
import { membersOf } from './members.ts';
import { isRunning, MOST_IN_AN_EVENT, nextPart } from './round.ts';
import { roundTable } from './rounds.ts';

/**
 * The heartbeat's task `rounds`: asks the people of the rounds that are running, part by part. Who is left is worked out anew from the
 * records each time, so it may be cut off anywhere: nobody is asked twice in a round and nobody is forgotten.
 */
export function askPeople(visit: Visit, _: Memory, mayGoOn: () => boolean): void {
  const running = visit.records.glance([roundTable]).rows(roundTable).filter(isRunning);
  for (const { id } of running) {
    for (let part = 1; mayGoOn(); part += 1) if (askNextPart(id, part, visit)) break;
  }
}

/** @returns whether everybody in the round has been asked */
function askNextPart(roundId: string, part: number, { me, school, records, roll, now }: Visit): boolean {
  const today = ukDay(now);
  const request = { key: `${roundId}-${Date.parse(now)}-${part}`, actor: me.email, reads: [agreementTable, roundTable, standingTable] };
  return records.decide(request, (view) => {
    const round = view.find(roundTable, roundId);
    if (!round || !isRunning(round)) return { events: [], answer: true };
    const byAgreement = standingsByAgreement(view.rows(standingTable));
    const asked = view
      .rows(agreementTable)
      .filter((agreement) => round.agreements.includes(agreement.id) && !agreement.retired)
      .map((agreement) => ({ agreement, members: membersOf(agreement, roll, school, today), standings: byAgreement.get(agreement.id) ?? new Map() }));
    const { events, isDone } = nextPart(round, asked, today, MOST_IN_AN_EVENT);
    return { events, answer: isDone };
  });
}
