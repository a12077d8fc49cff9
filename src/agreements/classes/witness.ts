import type { NewEvent } from '../../records/journal.ts';
import { ukDay } from '../../school/calendar.ts';
import { Refusal } from '../../school/refusal.ts';
import { fullName, type RollEntry } from '../../school/roll.ts';
import type { IdempotencyKey, Visit } from '../../school/visit.ts';
import { SIGNING } from '../audience.ts';
import { type AgreementEvents, agreementSubject, personSubject, standingKey } from '../events.ts';
import { type AgreementRow, agreementTable } from '../published.ts';
import { after, isInForce } from '../standing.ts';
import { type StandingRow, standingTable, stateNow } from '../standings.ts';
import { classAgreementId } from './class-agreement.ts';
import { classFor } from './class-people.ts';

export interface WitnessSignatures {
  key: IdempotencyKey;
  className: string;
  /** The one that was on the page and on the sheet. */
  version: number;
  /** Addresses of those who signed. */
  pupils: string[];
}

/**
 * Records that pupils signed the class's agreement on the sheet or on their teacher's device, in front of whoever says so (A7).
 * Who has signed already keeps that signature.
 * @throws Refusal as `classFor`; when the rules were changed since, or one cannot sign; then nobody's signature is recorded
 */
export function witnessSignatures({ key, className, version, pupils: chosen }: WitnessSignatures, visit: Visit): { signed: number } {
  const { me, records } = visit;
  const { name, pupils } = classFor(className, visit);
  if (chosen.length === 0) throw new Refusal('nobody-ticked', 'Tick everybody who signed in front of you', 'pupil-0');
  const signers = pupils.filter(({ email }) => chosen.includes(email));
  if (signers.length < new Set(chosen).size) throw new Refusal('not-in-class', 'Somebody you ticked is not in the class any more. Reload the page.');
  return records.decide({ key, actor: me.email, reads: [agreementTable, standingTable] }, (view) => {
    const agreement = view.find(agreementTable, classAgreementId(name));
    if (!agreement || agreement.retired || agreement.version !== version)
      throw new Refusal('changed-meanwhile', 'The rules of this class have been changed meanwhile. Reload the page: what was signed must be what is in use.');
    const fresh = signers.filter((signer) => isToSign(agreement, view.find(standingTable, keyFor(agreement, signer.email)), signer));
    const payload: AgreementEvents['signed in person'] = {
      ...{ agreementId: agreement.id, version, sha256: agreement.sha256, countsFrom: agreement.countsFrom },
      ...{ isApproved: SIGNING[agreement.audience].isApproved, witness: me.email, witnessName: me.name },
      people: fresh.map((signer) => ({ person: signer.email, name: fullName(signer), group: signer.className })),
    };
    const event: NewEvent = { action: 'signed in person', subject: agreementSubject(agreement.id), payload };
    return { events: fresh.length > 0 ? [event] : [], answer: { signed: fresh.length } };
  });
}

export interface UndoWitness {
  key: IdempotencyKey;
  className: string;
  pupil: string;
  reason: string;
}

/**
 * Takes back a signature that was ticked for the wrong pupil: it stays in the journal as withdrawn, with the reason, and the pupil is asked
 * again by the same day if they were before.
 * @throws Refusal as `classFor`; when no reason is given, or the pupil did not sign in person
 */
export function undoWitness({ key, className, pupil, reason }: UndoWitness, visit: Visit): { pupil: string } {
  const { me, records, now } = visit;
  const { name, pupils } = classFor(className, visit);
  const how = reason.trim();
  if (how === '') throw new Refusal('reason-empty', 'Write why the tick is wrong', 'undo-reason');
  return records.decide({ key, actor: me.email, reads: [agreementTable, standingTable] }, (view) => {
    const agreement = view.find(agreementTable, classAgreementId(name));
    const row = agreement && view.find(standingTable, keyFor(agreement, pupil));
    const entry = pupils.find(({ email }) => email === pupil);
    if (!entry || !row || !isInForce(row.state)) throw new Refusal('not-signed', 'No signature of that pupil is on record any more. Reload the page.');
    if (row.responseId !== '')
      throw new Refusal(
        'signed-themself',
        `${row.name} signed with their own account. If that is wrong, the office can withdraw it on the page of agreements.`,
      );
    const withdrawn: AgreementEvents['standings withdrawn'] = { standings: [row.key], since: ukDay(now), how };
    return {
      events: [{ action: 'standings withdrawn', subject: personSubject(pupil), payload: withdrawn }, ...askedAgain(row, entry, how)],
      answer: { pupil },
    };
  });
}

function askedAgain({ agreementId, version, due, askedAt }: StandingRow, entry: RollEntry, why: string): NewEvent[] {
  if (askedAt === null || due === null) return [];
  const people = [{ person: entry.email, name: fullName(entry), group: entry.className }];
  const payload: AgreementEvents['people asked'] = { agreementId, version, roundId: '', before: null, due, people, why };
  return [{ action: 'people asked', subject: personSubject(entry.email), payload }];
}

function isToSign(agreement: AgreementRow, row: StandingRow | undefined, signer: RollEntry): boolean {
  const state = row ? stateNow(row, agreement) : 'not asked';
  if (isInForce(state)) return false;
  if (after(state, 'sign', false) === null)
    throw new Refusal(
      'cannot-sign',
      `The agreement of ${fullName(signer)} is ${state}: the office can ask for it again. Nobody’s signature was recorded.`,
      'pupil-0',
    );
  return true;
}

function keyFor({ id }: AgreementRow, person: string): string {
  return standingKey({ agreementId: id, person });
}
