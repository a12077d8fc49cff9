import { isAddress } from '../../records/mime.ts';
import type { RecordsView } from '../../records/records.ts';
import { ukDate, ukDay } from '../../school/calendar.ts';
import { Refusal } from '../../school/refusal.ts';
import { fullName, nameOn, type RollEntry } from '../../school/roll.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { Visit } from '../../school/visit.ts';
import { SIGNING, type Signing } from '../audience.ts';
import { consentKey, consentTable, FORM } from '../consents.ts';
import { personSubject, standingKey } from '../events.ts';
import { agreementTable } from '../published.ts';
import { copyAddress } from '../register/register.ts';
import { type SignatureRow, signatureTable } from '../signatures.ts';
import type { State } from '../standing.ts';
import { isOverdue, type StandingRow, standingTable, stateNow } from '../standings.ts';
import { suggestedEnds } from './access-end.ts';
import { type ByHand, possibleByHand } from './by-hand.ts';
import { answersAbout, type KnownPermission, namesChild, permissionsKnown, stampOf } from './consent-answers.ts';
import { type HistoryLine, historyOf } from './person-history.ts';

/** Where the person stands with one agreement. */
export interface PersonStanding {
  standing: string;
  agreement: string;
  version: number;
  state: State;
  isOverdue: boolean;
  /** dd/MM/yyyy or ''. */
  asked: string;
  due: string;
  signed: string;
  approved: string;
  approver: string;
  told: number;
  lastTold: string;
  /** Who gets these mails. */
  tells: Signing['told'];
  /** How far it was passed on: '', 'line manager' or 'head'. */
  escalated: string;
  note: string;
  /** ISO day, or '' for whoever is no guest. */
  accessEnds: string;
  /** The same as people read it. */
  accessEndsOn: string;
  possible: ByHand[];
}

export interface PersonConsent {
  permission: string;
  question: string;
  /** Null: nobody has answered, which means no. */
  value: boolean | null;
  since: string;
  by: string;
  how: string;
  differs: boolean;
  stamp: string;
  /** Every answer parents sent, oldest first. */
  said: { name: string; value: boolean; on: string }[];
}

export interface PersonFile {
  person: string;
  name: string;
  /** What they are, with class or job: `pupil, 3A`. */
  what: string;
  isOnRoll: boolean;
  leaves: string;
  lineManager: string;
  standings: PersonStanding[];
  copies: { title: string; signed: string; by: string; state: string; copy: string; isFiled: boolean }[];
  /** Null for whoever is no pupil. */
  consents: PersonConsent[] | null;
  /** Of a pupil: who is told. */
  parents: { person: string; name: string; canBeMailed: boolean }[];
  /** Of a parent. */
  children: { person: string; name: string }[];
  history: HistoryLine[];
  today: string;
  ends: { day: string; text: string }[];
}

/**
 * Everything about one person's agreements and consents, for those who keep the register (A8, A11).
 * @param person address on the roll, or `guest:RESPONSE`
 * @throws Refusal when nobody of that address is known
 */
export function seePerson({ person }: { person: string }, visit: Visit): PersonFile {
  const { records, roll, school, now } = visit;
  const view = records.view([agreementTable, signatureTable, standingTable, consentTable]);
  const entry = roll.find(({ email }) => email === person);
  const standings = view.rows(standingTable).filter((row) => row.person === person);
  const signatures = view.rows(signatureTable).filter((row) => isAbout(row, person));
  if (!entry && standings.length === 0 && signatures.length === 0)
    throw new Refusal('no-such-person', 'Nobody of that address is on the list of people or has signed anything. Search by name.', 'person');

  const titleOf = (agreementId: string) => view.find(agreementTable, agreementId)?.title ?? agreementId;
  const today = ukDay(now);
  const permissions = entry?.kind === 'pupil' ? permissionsKnown(view, records) : [];
  const ownAnswers = signatures.map((row) => ({ row, title: titleOf(row.agreementId) }));
  return {
    ...whoIs(person, entry, standings[0]?.name ?? signatures[0]?.fullName ?? person, roll),
    standings: standings.map((row) => standingFor(row, view, roll, today)),
    copies: ownAnswers.map(({ row, title }) => ({
      ...{ title, signed: ukTime(row.signedAt), by: row.fullName, state: row.state, copy: copyAddress(row.responseId, school), isFiled: row.copy !== '' },
    })),
    consents: entry?.kind === 'pupil' ? consentsOf(person, permissions, view, roll) : null,
    history: historyOf(
      { events: records.history(personSubject(person)), answers: ownAnswers, standings },
      { nameOf: (email) => nameOn(roll, email), titleOf, questionOf: (id) => permissions.find((each) => each.id === id)?.question ?? id },
    ),
    today: ukDate(today),
    ends: suggestedEnds(today, school).map(({ day, text }) => ({ day: ukDate(day), text })),
  };
}

/** Signed by them, or for them: their standing was settled by it, or it names them as a child. */
function isAbout(row: SignatureRow, person: string): boolean {
  return row.email === person || row.standings.includes(standingKey({ agreementId: row.agreementId, person })) || namesChild(row, person);
}

type Who = Pick<PersonFile, 'person' | 'name' | 'what' | 'isOnRoll' | 'leaves' | 'lineManager' | 'parents' | 'children'>;

function whoIs(person: string, entry: RollEntry | undefined, signedAs: string, roll: readonly RollEntry[]): Who {
  if (!entry)
    return { person, name: signedAs, what: 'guest, not on the list of people', isOnRoll: false, leaves: '', lineManager: '', parents: [], children: [] };
  const details = [entry.kind, entry.className, entry.jobTitle].filter((each) => each !== '');
  const parents = roll.filter(({ children }) => children.includes(person));
  return {
    ...{ person, name: fullName(entry), what: details.join(', '), isOnRoll: true },
    leaves: entry.leaves === '' ? '' : ukDate(entry.leaves),
    lineManager: entry.lineManager === '' ? '' : nameOn(roll, entry.lineManager),
    parents: parents.map((each) => ({ person: each.email, name: fullName(each), canBeMailed: isAddress(each.email) })),
    children: entry.children.map((child) => ({ person: child, name: nameOn(roll, child) })),
  };
}

function standingFor(row: StandingRow, view: RecordsView, roll: readonly RollEntry[], today: string): PersonStanding {
  const agreement = view.find(agreementTable, row.agreementId);
  const state = agreement ? stateNow(row, agreement) : row.state;
  return {
    ...{ standing: row.key, agreement: agreement?.title ?? row.agreementId, version: row.version, state, isOverdue: isOverdue({ state, due: row.due }, today) },
    ...{ asked: dayOf(row.askedAt), due: row.due === null ? '' : ukDate(row.due), signed: dayOf(row.signedAt), approved: dayOf(row.approvedAt) },
    approver: row.approver === '' ? '' : nameOn(roll, row.approver),
    ...{
      told: row.told,
      lastTold: dayOf(row.toldAt),
      tells: agreement ? SIGNING[agreement.audience].told : 'nobody',
      escalated: row.escalated,
      note: row.note,
    },
    ...{ accessEnds: row.accessEnds ?? '', accessEndsOn: row.accessEnds === null ? '' : ukDate(row.accessEnds) },
    possible: agreement ? possibleByHand(row, agreement) : [],
  };
}

/** Nothing is assumed: what nobody has answered is here too (A8). */
function consentsOf(child: string, permissions: readonly KnownPermission[], view: RecordsView, roll: readonly RollEntry[]): PersonConsent[] {
  const signatures = view.rows(signatureTable);
  return permissions.flatMap(({ id, question, isAsked }) => {
    const row = view.find(consentTable, consentKey({ child, permission: id }));
    const said = answersAbout(child, id, signatures);
    if (!row && !isAsked) return [];
    const names = new Map(said.map(({ by, name }) => [by, name]));
    return [
      {
        ...{ permission: id, question, value: row?.value ?? null, since: row ? ukDate(row.since) : '', differs: row?.differs ?? false, stamp: stampOf(row) },
        by: (row?.by ?? '')
          .split(', ')
          .map((email) => names.get(email) ?? nameOn(roll, email))
          .join(' and '),
        how: row && row.how !== FORM ? row.how : '',
        said: said.map(({ name, value, at }) => ({ name, value, on: ukTime(at) })),
      },
    ];
  });
}

function dayOf(moment: string | null): string {
  return moment === null ? '' : ukDate(ukDay(moment));
}
