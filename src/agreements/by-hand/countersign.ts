import type { OutgoingMail } from '../../records/outbox.ts';
import type { RecordsView } from '../../records/records.ts';
import { type IsoDate, ukDay } from '../../school/calendar.ts';
import { Refusal } from '../../school/refusal.ts';
import { nameOn } from '../../school/roll.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { IdempotencyKey, Visit } from '../../school/visit.ts';
import { copyMailFor } from '../copies/copy-mail.ts';
import type { AgreementEvents } from '../events.ts';
import { type AgreementRow, agreementTable } from '../published.ts';
import { type SignatureRow, signatureTable } from '../signatures.ts';
import { standingTable } from '../standings.ts';
import { accessEndFrom } from './access-end.ts';
import { isOwn, isWaiting, signedAs, wantsOf } from './approval.ts';

export interface Countersign {
  key: IdempotencyKey;
  responseIds: string[];
  /** The last day of access for guests among them, as it was typed; '' when there are none. */
  accessEnds: string;
  /** The approver has seen each of those who must be seen. */
  seenInPerson: boolean;
}

/** Refusals that name more people than this tell no more. */
const MOST_NAMED = 5;

/**
 * Approves signatures: "set this user up on our systems" (A2, A4). Each signer gets a copy of exactly what they agreed to.
 * @throws Refusal when one is the approver's own, does not wait any more or was signed on a changed form, saying which; or when a guest
 * was not seen or gets no last day of access. Then none is approved.
 */
export function countersign(request: Countersign, visit: Visit): { approved: number } {
  const { me, school, records, roll, now } = visit;
  return records.decide({ key: request.key, actor: me.email, reads: [agreementTable, signatureTable, standingTable] }, (view) => {
    const rows = chosenIn(view, request.responseIds, visit);
    const approved = rows.map((row) => {
      const agreement = agreementOf(view, row);
      return { row, agreement, wants: wantsOf(row, signedAs(row, agreement, roll)) };
    });
    const unseen = approved.filter(({ wants }) => wants.seeing);
    if (unseen.length > 0 && !request.seenInPerson)
      throw new Refusal('not-seen', `Say that you have seen ${listed(unseen.map(({ row }) => row.fullName))} in person, or take the tick away`, 'seenInPerson');
    const accessEnds = approved.some(({ wants }) => wants.lastDay) ? accessEndFrom(request.accessEnds, ukDay(now), 'accessEnds') : null;
    return {
      events: approved.map(({ row, wants }) => {
        const payload = approval(row, visit.me, { accessEnds: wants.lastDay ? accessEnds : null, seenInPerson: wants.seeing });
        return { action: 'signature approved', subject: row.responseId, payload };
      }),
      mails: approved.flatMap(({ row, agreement }): OutgoingMail | never[] => copyMailFor(row, agreement, { name: me.name, at: now }, school) ?? []),
      answer: { approved: rows.length },
    };
  });
}

function approval(
  { responseId, standings }: SignatureRow,
  me: Visit['me'],
  given: { accessEnds: IsoDate | null; seenInPerson: boolean },
): AgreementEvents['signature approved'] {
  return { responseId, approver: me.email, approverName: me.name, ...given, standings: [...standings] };
}

/**
 * The signatures somebody chose, to decide about together.
 * @throws Refusal when one of them cannot be decided by this person, with the reason for each
 */
export function chosenIn(view: RecordsView, responseIds: readonly string[], { me, roll }: Pick<Visit, 'me' | 'roll'>): SignatureRow[] {
  const chosen = [...new Set(responseIds)];
  if (chosen.length === 0) throw new Refusal('nothing-chosen', 'Tick at least one signature first', 'signatures');
  const rows = chosen.map((id) => ({ row: view.find(signatureTable, id) }));
  const obstacles = rows.flatMap(({ row }) => obstacleTo(row, view, me, roll) ?? []);
  const [first] = obstacles;
  if (first) throw new Refusal(first.code, `${listed(obstacles.map(({ why }) => why))}. Nothing was recorded; the others are still ticked.`, 'signatures');
  return rows.flatMap(({ row }) => row ?? []);
}

function obstacleTo(row: SignatureRow | undefined, view: RecordsView, me: Visit['me'], roll: Visit['roll']): { code: string; why: string } | null {
  if (!row) return { code: 'no-such-signature', why: 'A signature you chose is not on record' };
  if (isOwn(row, me, roll))
    return { code: 'own-signature', why: `You cannot approve your own agreement: another person who may approve decides about ${row.fullName}` };
  if (row.state === 'form was changed') {
    const why = `${row.fullName} signed on a form whose text had been changed by hand, and must sign again once it is mended`;
    return { code: 'form-was-changed', why };
  }
  if (isWaiting(row, agreementOf(view, row), (key) => view.find(standingTable, key))) return null;
  const by = row.approver === '' ? '' : ` by ${nameOn(roll, row.approver)}${row.approvedAt === null ? '' : `, ${ukTime(row.approvedAt)}`}`;
  const standing = row.standings.flatMap((key) => view.find(standingTable, key) ?? [])[0];
  const isReplaced = row.version < agreementOf(view, row).countsFrom;
  const state = isReplaced ? 'superseded' : row.state === 'awaiting approval' ? (standing?.state ?? 'closed') : row.state;
  return { code: 'not-waiting', why: `${row.fullName}’s agreement does not wait any more: it is "${state}"${by}` };
}

/** @throws Error when the view has lost the agreement: it is made anew from the journal */
export function agreementOf(view: RecordsView, { agreementId }: Pick<SignatureRow, 'agreementId'>): AgreementRow {
  const agreement = view.find(agreementTable, agreementId);
  if (!agreement) throw new Error(`there is no agreement ${agreementId}`);
  return agreement;
}

function listed(words: readonly string[]): string {
  const shown = words.slice(0, MOST_NAMED);
  return words.length > shown.length ? `${shown.join('; ')}; and ${words.length - shown.length} more` : shown.join('; ');
}
