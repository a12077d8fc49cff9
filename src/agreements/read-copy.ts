import { Refusal } from '../school/refusal.ts';
import { ukTime } from '../school/uk-time.ts';
import type { Visit } from '../school/visit.ts';
import { plainText } from './agreement.ts';
import { factsOf } from './copy-mail.ts';
import { signatureTable } from './signatures.ts';
import { TextsSigned } from './texts.ts';

export interface SignedCopy {
  title: string;
  facts: { label: string; value: string }[];
  text: string;
}

/**
 * A signed agreement as it was agreed to: for its signer and for those who may approve.
 * @throws Refusal with the same words whether it does not exist or is somebody else's
 */
export function readCopy({ signature }: { signature: string }, { me, records }: Visit): SignedCopy {
  const row = records.view([signatureTable]).find(signatureTable, signature);
  if (!row || (row.email !== me.email && !me.posts.includes('approver')))
    throw new Refusal('no-such-copy', 'There is no signed agreement here that you may read. Are you signed in with the account you signed with?');
  const agreement = new TextsSigned(records).of(row);
  const approval = row.approvedAt === null ? [] : [{ label: 'Approved', value: `by ${row.approver}, ${ukTime(row.approvedAt)}` }];
  return { title: agreement.title, facts: [...factsOf(row), { label: 'State', value: row.state }, ...approval], text: plainText(agreement) };
}
