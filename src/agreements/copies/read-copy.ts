import { keepsRegister } from '../../school/person.ts';
import { Refusal } from '../../school/refusal.ts';
import type { Visit } from '../../school/visit.ts';
import { type SignatureRow, signatureTable } from '../signatures.ts';
import { signedCopies } from './signed-copies.ts';
import type { SignedCopy } from './signed-copy.ts';

/**
 * A signed agreement as it was agreed to, whatever has become of the agreement since (A11, A13).
 * @throws Refusal as `readableSignature`
 */
export function readCopy({ signature }: { signature: string }, visit: Visit): SignedCopy {
  const row = readableSignature(signature, visit);
  return signedCopies([row], visit)(row);
}

/**
 * A signature whose copy somebody may read: who signed with their own account, and those who keep the register. What parents and guests
 * signed is theirs and the office's: the address they gave is nobody's account here, whoever has one like it.
 * @throws Refusal with the same words whether it does not exist or is somebody else's
 */
export function readableSignature(responseId: string, { me, records }: Pick<Visit, 'me' | 'records'>): SignatureRow {
  const row = records.view([signatureTable]).find(signatureTable, responseId);
  const isOwn = row?.formKind === 'account' && row.email === me.email;
  if (!row || !(isOwn || keepsRegister(me)))
    throw new Refusal('no-such-copy', 'There is no signed agreement here that you may read. Are you signed in with the account you signed with?');
  return row;
}
