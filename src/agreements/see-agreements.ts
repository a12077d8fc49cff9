import { ukTime } from '../school/uk-time.ts';
import type { Visit } from '../school/visit.ts';
import { addressOf, agreementTable, formTable } from './published.ts';
import { type SignatureRow, signatureTable } from './signatures.ts';

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
