import { ukDay } from '../../school/calendar.ts';
import { Refusal } from '../../school/refusal.ts';
import { fullName, hasLeft, type RollEntry } from '../../school/roll.ts';
import type { IdempotencyKey, Visit } from '../../school/visit.ts';
import { NO_CLASS } from '../asking/members.ts';
import { type ConsentRow, consentTable } from '../consents.ts';
import { copyMailFor } from '../copies/copy-mail.ts';
import { type AgreementEvents, type NamedChild, standingKey } from '../events.ts';
import { consentsIn, isOvertaken } from '../forms/sign.ts';
import { type AgreementRow, agreementTable } from '../published.ts';
import { childrenOf, isUnclear, type SignatureRow, signatureTable } from '../signatures.ts';
import { after } from '../standing.ts';
import { type StandingRow, standingTable, stateNow } from '../standings.ts';
import { agreementOf } from './countersign.ts';

/** Whom a parent meant by one name: a pupil, or nobody with the reason; both '' leaves it open. */
export interface ChildChoice {
  /** Address on the roll. */
  person: string;
  /** Why this is no pupil of the school. */
  notOurs: string;
}

export interface SettleAnswer {
  key: IdempotencyKey;
  responseId: string;
  /** One for each child that the answer names, in its order. */
  children: ChildChoice[];
}

/**
 * Says whom a parent meant, where the roll does not tell (A8). The answer then counts for those children, and the parent gets their copy
 * once none is open (A11).
 * @returns how many children of the answer are still open
 * @throws Refusal when nothing was chosen, a child twice, somebody who is no pupil, or when somebody else has settled it meanwhile
 */
export function settleAnswer(request: SettleAnswer, { me, school, records, roll, now }: Visit): { left: number } {
  const reads = [agreementTable, signatureTable, standingTable, consentTable];
  return records.decide({ key: request.key, actor: me.email, reads }, (view) => {
    const row = view.find(signatureTable, request.responseId);
    if (row?.state !== 'to be settled') throw settledMeanwhile();
    const agreement = agreementOf(view, row);
    const settled = settledAnswer(row, request.children, {
      agreement,
      pupils: roll.filter((entry) => entry.kind === 'pupil' && !hasLeft(entry, ukDay(now))),
      standingOf: (key) => view.find(standingTable, key),
      signatures: view.rows(signatureTable),
      consents: view.rows(consentTable),
    });
    const left = settled.children.filter(isUnclear).length;
    const copy = left === 0 && settled.children.some(({ person }) => person !== null) ? copyMailFor(row, agreement, null, school) : null;
    return {
      events: [{ action: 'answer settled', subject: row.responseId, payload: settled }],
      mails: copy === null ? [] : [copy],
      answer: { left },
    };
  });
}

/** What is on record at the moment of deciding. */
export interface SettlingFacts {
  agreement: Pick<AgreementRow, 'id' | 'countsFrom'>;
  /** Who are at the school now. */
  pupils: readonly RollEntry[];
  standingOf(key: string): StandingRow | undefined;
  signatures: readonly SignatureRow[];
  consents: readonly ConsentRow[];
}

/** What follows from the choices: children as they stand now, and the consents and standings that are new. */
export function settledAnswer(
  row: Pick<SignatureRow, 'responseId' | 'agreementId' | 'children' | 'version' | 'signedAt' | 'email'>,
  choices: readonly ChildChoice[],
  facts: SettlingFacts,
): AgreementEvents['answer settled'] {
  const before = childrenOf(row);
  if (choices.length !== before.length) throw settledMeanwhile();
  if (!choices.some(isMade))
    throw new Refusal('nothing-chosen', 'Choose a pupil, or say why this is no pupil of the school', `child-${before.findIndex(isUnclear)}`);
  const children = before.map((child, index) => {
    const choice = choices[index];
    if (!choice || !isMade(choice)) return child;
    if (!isUnclear(child)) throw settledMeanwhile();
    return chosen(child, choice, facts.pupils, `child-${index}`);
  });
  const people = children.flatMap(({ person }) => person ?? []);
  const twice = children.findIndex(({ person }) => person !== null && people.indexOf(person) !== people.lastIndexOf(person));
  if (twice >= 0) throw new Refusal('child-twice', 'One pupil cannot be two of these children. Choose again.', `child-${twice}`);

  const matched = children.filter(({ person }, index) => person !== null && before[index]?.person === null);
  return {
    ...{ responseId: row.responseId, version: row.version, countsFrom: facts.agreement.countsFrom, signedAt: row.signedAt, children },
    // What a parent or the office has said since then stays.
    consents: consentsIn(matched, row.email).filter((consent) => !isOvertaken(consent, row, { sentAt: row.signedAt }, facts)),
    standings: matched.flatMap(({ person }) => facts.pupils.filter(({ email }) => email === person)).flatMap((pupil) => toSettle(pupil, row, facts)),
  };
}

function isMade({ person, notOurs }: ChildChoice): boolean {
  return person !== '' || notOurs.trim() !== '';
}

function chosen(child: NamedChild, { person, notOurs }: ChildChoice, pupils: readonly RollEntry[], field: string): NamedChild {
  if (person === '') return { ...child, notOurs: notOurs.trim() };
  if (notOurs.trim() !== '') throw new Refusal('chosen-both', 'Choose a pupil, or say that it is nobody of ours: not both', field);
  if (!pupils.some(({ email }) => email === person))
    throw new Refusal('no-such-pupil', 'That pupil is not on the list of people any more. Choose again, or import the list anew.', field);
  return { ...child, person };
}

/** A text that counts no more settles nothing, nor does a second signature. */
function toSettle(
  pupil: RollEntry,
  row: Pick<SignatureRow, 'version'>,
  { agreement, standingOf }: Pick<SettlingFacts, 'agreement' | 'standingOf'>,
): AgreementEvents['answer settled']['standings'] {
  const standing = standingOf(standingKey({ agreementId: agreement.id, person: pupil.email }));
  const state = standing ? stateNow(standing, agreement) : 'not asked';
  if (row.version < agreement.countsFrom || after(state, 'sign', false) === null) return [];
  return [{ agreementId: agreement.id, person: pupil.email, name: fullName(pupil), group: pupil.className || NO_CLASS }];
}

function settledMeanwhile(): Refusal {
  return new Refusal('settled-meanwhile', 'Somebody else has settled this answer meanwhile. Nothing was recorded.');
}
