import { choice, date, dateTime, number, text, yesOrNo } from '../records/fields.ts';
import type { RecordedEvent } from '../records/journal.ts';
import type { Projection } from '../records/projection.ts';
import { type Row, type RowOf, table } from '../records/table.ts';
import { type AgreementEvents, is, type StandingName, standingKey } from './events.ts';
import type { AgreementRow } from './published.ts';
import { after, type Happening, isOutstanding, STATES, type State } from './standing.ts';

/** One row a person and agreement, once they were asked or have signed (A11). Without a row somebody is "not asked". */
export const standingTable = table('Standings', () => ({
  key: text().key(),
  agreementId: text(),
  /** Address on the roll, or `guest:RESPONSE`. For parents' and young pupils' agreements the child. */
  person: text(),
  name: text(),
  group: text(),
  /** Whether the person has been on the list of people since: only who was on it can have left it. */
  listed: yesOrNo(),
  state: choice(STATES),
  /** The version that was asked for or signed. */
  version: number(),
  /** The round it was last asked in; '' when outside of one. */
  round: text(),
  askedAt: dateTime().optional(),
  due: date().optional(),
  /** Mails that went about it since it was asked. */
  told: number(),
  toldAt: dateTime().optional(),
  /** When those who give access were told that there should be none yet, since it was asked (A12). */
  noAccessToldAt: dateTime().optional(),
  /** How far it was passed on since it was asked: '', 'line manager' or 'head'; for guests `access ends 2026-12-18`. */
  escalated: text(),
  responseId: text(),
  signedAt: dateTime().optional(),
  approver: text(),
  approvedAt: dateTime().optional(),
  /** Whether it was ever in force: without, no access is given (A12). */
  wasInForce: yesOrNo(),
  /** The last day of a guest's access (A4). */
  accessEnds: date().optional(),
  /** Why it was sent back, closed or withdrawn, or who witnessed it. */
  note: text(),
}));
export type StandingRow = RowOf<typeof standingTable>;
type Fields = typeof standingTable.fields;

export const standingProjection: Projection<Fields> = {
  table: standingTable,
  keysOf: (event) => {
    if (is(event, 'people asked') || is(event, 'signed in person'))
      return event.payload.people.map(({ person }) => standingKey({ agreementId: event.payload.agreementId, person }));
    if (is(event, 'agreement signed') || is(event, 'agreement declined') || is(event, 'answer settled') || is(event, 'people moved'))
      return event.payload.standings.map(standingKey);
    const isAboutSome =
      is(event, 'people told') ||
      is(event, 'escalated') ||
      is(event, 'no access told') ||
      is(event, 'access end told') ||
      is(event, 'signature approved') ||
      is(event, 'signature sent back') ||
      is(event, 'standings withdrawn') ||
      is(event, 'standings closed') ||
      is(event, 'access extended');
    return isAboutSome ? event.payload.standings : [];
  },
  apply: (row, event, key) => {
    if (is(event, 'people asked')) return asked(row, event.payload, event.at, key);
    if (is(event, 'agreement signed')) {
      const { responseId, version, countsFrom, signedAt, isApproved, standings } = event.payload;
      return signed(row, named(standings, key), { responseId, version, signedAt, note: '' }, { isApproved, countsFrom });
    }
    if (is(event, 'signed in person')) {
      const { agreementId, version, countsFrom, isApproved, witnessName, people } = event.payload;
      const person = people.find((each) => standingKey({ agreementId, person: each.person }) === key);
      if (!person) return row ?? null;
      const signature = { responseId: '', version, signedAt: event.at, note: `Signed in front of ${witnessName}` };
      return signed(row, { agreementId, ...person }, signature, { isApproved, countsFrom });
    }
    if (is(event, 'answer settled')) {
      const { responseId, version, countsFrom, signedAt, standings } = event.payload;
      return signed(row, named(standings, key), { responseId, version, signedAt, note: '' }, { isApproved: false, countsFrom });
    }
    if (is(event, 'agreement declined')) {
      const { responseId, version, reason, standings } = event.payload;
      const standing = row ?? newStanding(named(standings, key));
      return moved(standing, 'decline', { responseId, version, note: reason }) ?? standing;
    }
    if (is(event, 'people moved')) {
      const { name, group } = named(event.payload.standings, key);
      return row ? { ...row, name, group, listed: true } : null;
    }
    return row ? changed(row, event) : null;
  },
};

/** What happens to a standing that is there. Something that cannot happen in its state leaves it as it is. */
function changed(row: StandingRow, event: RecordedEvent): StandingRow {
  if (is(event, 'people told')) {
    const told = { told: row.told + 1, toldAt: event.at };
    if (event.payload.step === 0) return isOutstanding(row.state) ? { ...row, ...told } : row;
    return moved(row, 'remind', told) ?? row;
  }
  if (is(event, 'no access told')) return { ...row, noAccessToldAt: event.at };
  if (is(event, 'escalated')) return { ...row, escalated: event.payload.to };
  if (is(event, 'signature approved')) {
    const { approver, accessEnds } = event.payload;
    return moved(row, 'approve', { approver, approvedAt: event.at, accessEnds, wasInForce: true }) ?? row;
  }
  // A guest without an account comes back as somebody new: nobody could ask the one who was sent back.
  if (is(event, 'signature sent back') && isGuest(row) && row.state === 'awaiting approval') return moved(row, 'close', { note: event.payload.reason }) ?? row;
  if (is(event, 'signature sent back'))
    return moved(row, 'send back', { ...ANEW, askedAt: event.at, due: event.payload.due, note: event.payload.reason }) ?? row;
  if (is(event, 'standings withdrawn')) return moved(row, 'withdraw', { note: event.payload.how }) ?? row;
  if (is(event, 'standings closed')) return moved(row, 'close', { note: event.payload.why }) ?? row;
  if (is(event, 'access end told')) return { ...row, escalated: `access ends ${event.payload.accessEnds}` };
  if (is(event, 'access extended')) return { ...row, accessEnds: event.payload.until };
  return row;
}

/** What is forgotten when somebody is asked anew. */
const ANEW = { told: 0, toldAt: null, noAccessToldAt: null, escalated: '' } as const;

function asked(row: StandingRow | undefined, payload: AskedPayload, at: string, key: string): StandingRow | null {
  const { agreementId, version, roundId, before, due, people, why = '' } = payload;
  const person = people.find((each) => standingKey({ agreementId, person: each.person }) === key);
  if (!person) return row ?? null;
  const standing = row ?? newStanding({ agreementId, ...person });
  const freed = (before && moved(standing, before, {})) ?? standing;
  const { name, group } = person;
  // Somebody who is asked by hand need not be on the list.
  const listed = standing.listed || payload.why === undefined;
  return moved(freed, 'ask', { ...ANEW, accessEnds: null, name, group, listed, version, round: roundId, askedAt: at, due, note: why }) ?? standing;
}
type AskedPayload = AgreementEvents['people asked'];

/** A second signature under the same text changes nothing: the first one counts. */
function signed(
  row: StandingRow | undefined,
  name: StandingName,
  signature: Pick<StandingRow, 'responseId' | 'version' | 'signedAt' | 'note'>,
  { isApproved, countsFrom }: { isApproved: boolean; countsFrom: number },
): StandingRow {
  const before = row ?? newStanding(name);
  const standing = { ...before, state: stateNow(before, { countsFrom }) };
  const state = after(standing.state, 'sign', isApproved);
  return state === null
    ? before
    : { ...standing, ...signature, state, approver: '', approvedAt: null, accessEnds: null, wasInForce: standing.wasInForce || state === 'signed' };
}

function moved(row: StandingRow, happening: Exclude<Happening, 'sign'>, change: Partial<StandingRow>): StandingRow | null {
  const state = after(row.state, happening, true);
  return state === null ? null : { ...row, ...change, state };
}

function named(standings: readonly StandingName[], key: string): StandingName {
  const found = standings.find((each) => standingKey(each) === key);
  if (!found) throw new RangeError(`the event names no standing ${key}`);
  return found;
}

function newStanding({ agreementId, person, name, group }: StandingName): Row<Fields> {
  return {
    ...{ key: standingKey({ agreementId, person }), agreementId, person, name, group, listed: false },
    ...{ state: 'not asked', version: 0, round: '', askedAt: null, due: null, ...ANEW },
    ...{ responseId: '', signedAt: null, approver: '', approvedAt: null, wasInForce: false, accessEnds: null, note: '' },
  };
}

/** The state as it is today: a text that was changed materially is superseded at once, though everybody is asked again part by part. */
export function stateNow(row: Pick<StandingRow, 'state' | 'version'>, agreement: Pick<AgreementRow, 'countsFrom'>): State {
  return row.version < agreement.countsFrom ? (after(row.state, 'supersede', true) ?? row.state) : row.state;
}

/** Somebody who is on no list: known by one answer alone. */
export function isGuest({ person }: Pick<StandingRow, 'person'>): boolean {
  return person.startsWith('guest:');
}

/** Asked, not done, and the day has passed. */
export function isOverdue(row: Pick<StandingRow, 'state' | 'due'>, today: string): boolean {
  return isOutstanding(row.state) && row.due !== null && row.due < today;
}

/** Rows by person, by agreement. */
export function standingsByAgreement(rows: readonly StandingRow[]): Map<string, Map<string, StandingRow>> {
  const found = new Map<string, Map<string, StandingRow>>();
  for (const row of rows) {
    const own = found.get(row.agreementId) ?? new Map<string, StandingRow>();
    found.set(row.agreementId, own.set(row.person, row));
  }
  return found;
}
