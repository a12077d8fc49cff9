import type { RecordsView } from '../records/records.ts';
import type { Person } from '../school/person.ts';
import { Refusal } from '../school/refusal.ts';
import { ukTime } from '../school/uk-time.ts';
import type { Visit } from '../school/visit.ts';
import { plainText } from './agreement.ts';
import { factsOf } from './countersign.ts';
import { standingKey } from './events.ts';
import { agreementTable, type FormRow, formTable } from './published.ts';
import { type SignatureRow, signatureTable } from './signatures.ts';
import { type StandingRow, standingTable, stateNow } from './standings.ts';
import { TextsSigned } from './texts.ts';

export interface SignatureLine {
  responseId: string;
  name: string;
  email: string;
  jobTitle: string;
  agreement: string;
  version: number;
  signed: string;
  state: SignatureRow['state'];
  address: SignatureRow['address'];
  /** The approver cannot approve themself. */
  isMine: boolean;
}

export interface AgreementLine {
  id: string;
  title: string;
  version: number;
  formAddress: string;
  published: string;
}

/** The agreements in use and every signature, those that wait first: for those who may approve. */
export function listAgreements(_: Record<string, never>, { me, records }: Visit): { agreements: AgreementLine[]; signatures: SignatureLine[] } {
  const view = records.view([agreementTable, formTable, signatureTable]);
  const agreements = view.rows(agreementTable);
  const rows = [...view.rows(signatureTable)].sort(
    (a, b) => Number(b.state === 'awaiting approval') - Number(a.state === 'awaiting approval') || (a.signedAt < b.signedAt ? 1 : -1),
  );
  return {
    agreements: agreements.map(({ id, title, version, published }) => ({
      id,
      title,
      version,
      formAddress: addressOf(view.rows(formTable), id),
      published: ukTime(published),
    })),
    signatures: rows.map((row) => ({
      responseId: row.responseId,
      name: row.fullName,
      email: row.email,
      jobTitle: row.role,
      agreement: agreements.find((agreement) => agreement.id === row.agreementId)?.title ?? row.agreementId,
      version: row.version,
      signed: ukTime(row.signedAt),
      state: row.state,
      address: row.address,
      isMine: row.email === me.email,
    })),
  };
}

export interface MyAgreement {
  title: string;
  formAddress: string;
  state: StandingRow['state'];
  /** Empty as long as it is not signed. */
  responseId: string;
}

/** The agreements somebody may sign, and how far their own signatures are. */
export function myAgreements(view: RecordsView, me: Pick<Person, 'email' | 'kind'>): MyAgreement[] {
  const mine = view.rows(agreementTable).filter((agreement) => agreement.audience === me.kind);
  return mine.map((agreement) => {
    const row = view.find(standingTable, standingKey({ agreementId: agreement.id, person: me.email }));
    const formAddress = addressOf(view.rows(formTable), agreement.id);
    return { title: agreement.title, formAddress, state: row ? stateNow(row, agreement) : 'not asked', responseId: row?.responseId ?? '' };
  });
}

function addressOf(forms: readonly FormRow[], agreementId: string): string {
  return forms.find((form) => form.agreementId === agreementId && form.inUse)?.address ?? '';
}

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
  return { title: agreement.title, facts: [...factsOf(row, agreement), { label: 'State', value: row.state }, ...approval], text: plainText(agreement) };
}
