import type { NewEvent } from '../../records/journal.ts';
import { addDays, ukDay } from '../../school/calendar.ts';
import { Refusal } from '../../school/refusal.ts';
import type { Memory } from '../../school/settings.script.ts';
import type { IdempotencyKey, Visit } from '../../school/visit.ts';
import { settingsIn } from '../asking/agreement-settings.script.ts';
import { type AgreementEvents, personSubject } from '../events.ts';
import { type AgreementRow, agreementTable } from '../published.ts';
import { type StandingRow, standingTable } from '../standings.ts';
import { type ByHand, type Chosen, chosenStanding, waysToAsk } from './by-hand.ts';
import { pastDayFrom } from './record-consent.ts';

export interface ChangeStanding extends Chosen {
  key: IdempotencyKey;
  why: string;
}

/** Ends somebody's agreement, or takes somebody who need not sign off the list. It can be asked again. */
export function closeStanding(request: ChangeStanding, visit: Visit): { standing: string } {
  const why = reasonFrom(request.why);
  return decided('close', request, visit, () => {
    const payload: AgreementEvents['standings closed'] = { standings: [request.standing], why };
    return { action: 'standings closed', payload };
  });
}

export interface WithdrawStanding extends Chosen {
  key: IdempotencyKey;
  /** From which day, as it was typed. */
  since: string;
  /** Who withdrew it, and how the school knows. */
  why: string;
}

/** Records that somebody has taken their agreement back, from a day that has come. */
export function withdrawStanding(request: WithdrawStanding, visit: Visit): { standing: string } {
  const how = reasonFrom(request.why);
  const since = pastDayFrom(request.since, ukDay(visit.now), 'since');
  return decided('withdraw', request, visit, () => {
    const payload: AgreementEvents['standings withdrawn'] = { standings: [request.standing], since, how };
    return { action: 'standings withdrawn', payload };
  });
}

/** Asks somebody to sign anew: what they signed before counts no more. Mails and reminders begin again. */
export function askAgain(request: ChangeStanding, visit: Visit, memory: Memory): { standing: string } {
  const why = reasonFrom(request.why);
  const due = addDays(ukDay(visit.now), settingsIn(memory).dueAfterDays);
  return decided('ask again', request, visit, (row, agreement) => {
    const { person, name, group } = row;
    const payload: AgreementEvents['people asked'] = {
      ...{ agreementId: agreement.id, version: agreement.version, roundId: '', before: waysToAsk(row, agreement)?.before ?? null, due, why },
      people: [{ person, name, group }],
    };
    return { action: 'people asked', payload };
  });
}

/** One standing, one event; the person is its subject, so that their page finds it. */
function decided(
  what: ByHand,
  { key, standing, from }: Chosen & { key: IdempotencyKey },
  { me, records }: Visit,
  eventFor: (row: StandingRow, agreement: AgreementRow) => Omit<NewEvent, 'subject'>,
): { standing: string } {
  return records.decide({ key, actor: me.email, reads: [agreementTable, standingTable] }, (view) => {
    const { row, agreement } = chosenStanding(view, { standing, from }, what);
    return { events: [{ ...eventFor(row, agreement), subject: personSubject(row.person) }], answer: { standing } };
  });
}

function reasonFrom(typed: string): string {
  const reason = typed.trim();
  if (reason === '') throw new Refusal('reason-missing', 'Write why: it stays with the record', 'why');
  return reason;
}
