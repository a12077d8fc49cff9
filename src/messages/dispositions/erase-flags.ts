import { type AskErasures, approveErasures, askErasures, type DecideErasures, type ErasureRules, refuseErasures } from '../../history/ask-erasure.ts';
import { askedToDecide, decidersFor } from '../../incidents/keeping/erase-case.ts';
import { leftoverEvent, leftoverTable, mailsOf } from '../../incidents/keeping/leftovers.ts';
import { canonical } from '../../records/canonical.ts';
import { erasureTable } from '../../records/erasures.ts';
import { hashOf } from '../../records/hash.ts';
import type { RecordsView } from '../../records/records.ts';
import { Refusal } from '../../school/refusal.ts';
import type { School } from '../../school/school.ts';
import type { IdempotencyKey, Visit } from '../../school/visit.ts';
import { type FlagRow, flagTable } from '../flag.ts';
import { readersOfFlag } from '../triage/who-sees.ts';
import { isWaiting } from './flag-line.ts';
import { FLAG_TABLES, noSuchFlag, seesFlag } from './flags-seen.ts';

/** Settled flags without a case, by id: up to fifty in one press. */
export interface ErasedFlags {
  key: IdempotencyKey;
  flags: readonly string[];
}
export type AskedFlags = ErasedFlags & Pick<AskErasures, 'why'>;

type Answer = { flags: string[] };

/** Who may erase a flag without a case, and when (B21, B5): whoever sees it asks; who may decide, `flagDeciders` says. */
const RULES: ErasureRules = {
  reads: FLAG_TABLES,
  mayAsk: (view, flag, visit) => {
    const row = view.find(flagTable, flag);
    if (!row || !seesFlag(row, view, visit)) throw noSuchFlag();
    if (row.reference !== '') throw new Refusal('has-case', 'This message belongs to a case, and is erased with it. Reload the page.');
    if (isWaiting(row)) throw new Refusal('still-waiting', 'Nobody has said yet what this message turned out to be. Say that first.');
  },
  mayDecide: (view, flag, { me, school }) => {
    const row = view.find(flagTable, flag);
    if (!row || !flagDeciders(row, school).includes(me.email)) throw noSuchFlag();
  },
  notices: (view, flags, { me, school }) => {
    const rows = flags.flatMap((flag) => view.find(flagTable, flag) ?? []);
    const deciders = rows.flatMap((row) => flagDeciders(row, school));
    return askedToDecide(deciders, me.email, 'flags', school);
  },
};

/** Asks that what was kept of them is erased: one request each. @throws Refusal for all, when one of them may not be asked for */
export function askFlagErasure({ key, flags, why }: AskedFlags, visit: Visit): Answer {
  return answerOf(askErasures(RULES)({ key, references: flags, why }, visit));
}

/** The second person's approval. Where the mailbox has their copies is written down first: afterwards nobody could say. */
export function approveFlagErasure({ key, flags }: ErasedFlags, visit: Visit): Answer {
  const request = { key, references: flags };
  nameCopies(request, visit);
  return answerOf(approveErasures(RULES)(request, visit));
}

/** Refuses it, or takes back what one asked for. */
export function refuseFlagErasure({ key, flags, why }: AskedFlags, visit: Visit): Answer {
  return answerOf(refuseErasures(RULES)({ key, references: flags, why }, visit));
}

/**
 * Who may approve the erasure of a flag, or refuse it; nobody for one with a case. Besides those who see it these are the headteacher, the DSL
 * and the chair whom it does not name: a lane may have one reader alone.
 */
export function flagDeciders(row: Pick<FlagRow, 'reference' | 'lane' | 'named'>, school: School): string[] {
  return row.reference === '' ? decidersFor({ ...row, readers: [] }, school) : [];
}

function nameCopies({ key, references }: DecideErasures, visit: Visit): void {
  const { me, school, records } = visit;
  const histories = records.histories(references);
  const mayApprove = (view: RecordsView, flag: string) => {
    RULES.mayDecide(view, flag, visit);
    const asked = view.find(erasureTable, flag);
    return asked?.state === 'asked' && asked.askedBy !== me.email;
  };
  const decision = { key: `leftovers-${hashOf(canonical(key)).slice(0, 40)}`, actor: me.email, reads: FLAG_TABLES, writes: [leftoverTable] };
  records.decide(decision, (view) => ({
    events: references
      .filter((flag) => mayApprove(view, flag))
      .flatMap((flag) => view.find(flagTable, flag) ?? [])
      .map((row) =>
        leftoverEvent('leftovers named', row.flag, {
          ...{ files: [], lanes: [], items: [], readers: readersOfFlag(row, school) },
          mails: mailsOf(histories.get(row.flag) ?? []),
        }),
      ),
    answer: null,
  }));
}

function answerOf({ references }: { references: string[] }): Answer {
  return { flags: references };
}
