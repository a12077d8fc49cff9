import { fullName, type RollEntry, wordsOf } from '../../school/roll.ts';
import { audiencesOf } from '../asking/members.ts';
import { type Audience, SIGNING } from '../audience.ts';
import type { AddressProof } from '../events.ts';
import type { AgreementRow } from '../published.ts';
import type { SignatureRow } from '../signatures.ts';
import type { StandingRow } from '../standings.ts';

/** What each kind of address says about who signed. */
export const PROOF_MEANS: Record<AddressProof, string> = {
  'verified by Google': 'Google says that this account sent the form.',
  'not verified by Google': 'The form asked for the school account, but Handrail cannot see whether Google checked it.',
  'by the code we mailed': 'The form came through the personal link that was mailed to this address.',
  typed: 'The address was typed into the form, so it proves nothing.',
};

/** What the address in an answer says about who sent it. */
export function proofIn({ email, address }: Pick<SignatureRow, 'email' | 'address'>): string {
  return email === '' ? 'No address was given, so nothing proves who this is.' : PROOF_MEANS[address];
}

/** What follows from that for whoever says "set this user up" (A2). */
export const APPROVE_WHEN: Record<AddressProof, string> = {
  'verified by Google': '',
  'not verified by Google': 'Approve when you know that this person has signed.',
  'by the code we mailed': 'Approve when you know that nobody else has their mail.',
  typed: 'Approve only when you have seen the person and know who they are.',
};

/** As which of the people an agreement is for somebody signed it: what the list of people says, else a guest where it is for guests. */
export function signedAs(
  signer: Pick<SignatureRow, 'email' | 'formKind'>,
  agreement: Pick<AgreementRow, 'audience' | 'alsoFor'>,
  roll: readonly RollEntry[],
): Audience {
  const audiences = audiencesOf(agreement);
  const kind = roll.find(({ email }) => email === signer.email)?.kind;
  const guests = signer.formKind === 'open' ? audiences.find((each) => SIGNING[each].isGuest) : undefined;
  return audiences.find((each) => each === kind) ?? guests ?? agreement.audience;
}

/** Guests get a last day of access; for them, and for whoever typed their address, the approver must have seen the person (A4). */
export function wantsOf(signer: Pick<SignatureRow, 'formKind' | 'address'>, audience: Audience): { seeing: boolean; lastDay: boolean } {
  const lastDay = SIGNING[audience].isGuest;
  return { seeing: lastDay || signer.formKind === 'open' || signer.address === 'typed', lastDay };
}

/**
 * Whether a signature is the approver's own, as far as can be known: by the account; by another address that the list of people gives the
 * same name; or by the name that was signed, when the address is on no list. A namesake is approved by somebody else too (A2).
 */
export function isOwn(
  signer: Pick<SignatureRow, 'email' | 'fullName'>,
  me: { email: string; name: string },
  roll: readonly Pick<RollEntry, 'email' | 'givenName' | 'familyName'>[],
): boolean {
  if (signer.email === me.email) return true;
  const mine = wordsOf(me.name);
  if (mine.length < 2) return false;
  const entry = roll.find(({ email }) => email === signer.email);
  const named = wordsOf(entry ? fullName(entry) : signer.fullName);
  return mine.every((word) => named.includes(word)) && (entry === undefined || named.length === mine.length);
}

/**
 * Whether a signature still waits: nobody has decided, its text counts, and its standing was not withdrawn, declined, closed or signed
 * anew meanwhile.
 */
export function isWaiting(
  row: Pick<SignatureRow, 'responseId' | 'state' | 'standings' | 'version'>,
  { countsFrom }: Pick<AgreementRow, 'countsFrom'>,
  standingOf: (key: string) => Pick<StandingRow, 'state' | 'responseId'> | undefined,
): boolean {
  return (
    row.state === 'awaiting approval' &&
    row.version >= countsFrom &&
    row.standings.map(standingOf).some((each) => each?.state === 'awaiting approval' && each.responseId === row.responseId)
  );
}
