import type { RecordsView } from '../../records/records.ts';
import { Refusal } from '../../school/refusal.ts';
import type { AgreementEvents } from '../events.ts';
import { type AgreementRow, agreementTable } from '../published.ts';
import { after, isInForce, type State } from '../standing.ts';
import { type StandingRow, standingTable, stateNow } from '../standings.ts';

/** What the office may do with where somebody stands, besides waiting. */
export const BY_HAND = ['ask again', 'withdraw', 'close', 'extend'] as const;
export type ByHand = (typeof BY_HAND)[number];

type Standing = Pick<StandingRow, 'state' | 'version' | 'person' | 'accessEnds'>;
type Text = Pick<AgreementRow, 'countsFrom' | 'retired'>;

/** Guests who are not on the roll are known by their answer: they sign again as somebody new. */
const GUEST = /^guest:/;

/** What may be done by hand with a standing as it is today. */
export function possibleByHand(row: Standing, agreement: Text): ByHand[] {
  const state = stateNow(row, agreement);
  const possible: Record<ByHand, boolean> = {
    'ask again': !agreement.retired && !GUEST.test(row.person) && waysToAsk(row, agreement) !== null,
    withdraw: after(state, 'withdraw', true) !== null,
    close: after(state, 'close', true) !== null,
    extend: row.accessEnds !== null && isInForce(state),
  };
  return BY_HAND.filter((each) => possible[each]);
}

/**
 * What must happen to a standing before its person can be asked anew.
 * @returns null when they cannot be asked: what waits for approval is sent back instead
 */
export function waysToAsk(row: Standing, agreement: Text): { before: AgreementEvents['people asked']['before'] } | null {
  const state = stateNow(row, agreement);
  const before = state !== row.state ? 'supersede' : isInForce(state) ? 'expire' : null;
  const freed = before === null ? row.state : after(row.state, before, true);
  return freed !== null && after(freed, 'ask', true) !== null ? { before } : null;
}

/** A standing that somebody decides about, as the page showed it. */
export interface Chosen {
  standing: string;
  /** The state the person saw when they chose: somebody else may have been quicker. */
  from: State;
}

/**
 * The standing somebody chose, with its agreement, when that may still be done with it.
 * @throws Refusal when it is not there, or somebody else has changed it meanwhile
 */
export function chosenStanding(view: RecordsView, { standing, from }: Chosen, what: ByHand): { row: StandingRow; agreement: AgreementRow } {
  const row = view.find(standingTable, standing);
  const agreement = row && view.find(agreementTable, row.agreementId);
  if (!row || !agreement) throw new Refusal('no-such-standing', 'That is not on record any more. Reload the page.');
  const state = stateNow(row, agreement);
  if (state !== from || !possibleByHand(row, agreement).includes(what))
    throw new Refusal('changed-meanwhile', `Somebody or something has changed this meanwhile: it is "${state}" now. Look again, then decide.`);
  return { row, agreement };
}
