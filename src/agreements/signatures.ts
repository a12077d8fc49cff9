import { choice, dateTime, list, number, text } from '../records/fields.ts';
import type { Projection } from '../records/projection.ts';
import { type RowOf, table } from '../records/table.ts';
import { FORM_KINDS } from './audience.ts';
import { ADDRESS_PROOFS, is, type NamedChild, standingKey } from './events.ts';

export const SIGNATURE_STATES = ['signed', 'awaiting approval', 'approved', 'sent back', 'declined', 'to be settled', 'form was changed', 'set aside'] as const;
export type SignatureState = (typeof SIGNATURE_STATES)[number];

/** One row an answer to a form: who signed or declined what, in which words it can be proved. */
export const signatureTable = table('Signatures', () => ({
  responseId: text().key(),
  agreementId: text(),
  version: number(),
  sha256: text(),
  formId: text(),
  formKind: choice(FORM_KINDS),
  email: text(),
  address: choice(ADDRESS_PROOFS),
  fullName: text(),
  role: text(),
  signedAt: dateTime(),
  state: choice(SIGNATURE_STATES),
  /** `NamedChild[]` as JSON; '[]' for everybody but parents. */
  children: text(),
  /** Keys of the standings it settled. */
  standings: list(),
  approver: text(),
  approvedAt: dateTime().optional(),
  /** Why it was declined, sent back or set aside. */
  reason: text(),
  answersHash: text(),
  /** `edited` or `deleted` when the form's own answer is not what was recorded, with `, seen` once somebody has looked into it; else ''. */
  differs: text(),
  /** The copy in the person's folder, once it is there. */
  copy: text(),
}));
export type SignatureRow = RowOf<typeof signatureTable>;

export const signatureProjection: Projection<typeof signatureTable.fields> = {
  table: signatureTable,
  keysOf: (event) => {
    if (is(event, 'copies filed')) return event.payload.copies.map(({ responseId }) => responseId);
    const isAboutOne =
      is(event, 'agreement signed') ||
      is(event, 'agreement declined') ||
      is(event, 'answer settled') ||
      is(event, 'signature approved') ||
      is(event, 'signature sent back') ||
      is(event, 'answer differs') ||
      is(event, 'difference seen');
    return isAboutOne ? [event.payload.responseId] : [];
  },
  apply: (row, event) => {
    if (is(event, 'agreement signed')) {
      const { responseId, agreementId, version, sha256, formId, formKind, email, address, fullName, role, signedAt, answersHash } = event.payload;
      const { children, standings, formUnchanged, isApproved } = event.payload;
      const settled = isApproved ? 'awaiting approval' : 'signed';
      return {
        ...{ responseId, agreementId, version, sha256, formId, formKind, email, address, fullName, role, signedAt, answersHash },
        state: !formUnchanged ? 'form was changed' : children.some(isUnclear) ? 'to be settled' : settled,
        children: JSON.stringify(children),
        standings: standings.map(standingKey),
        ...{ approver: '', approvedAt: null, reason: '', differs: '', copy: '' },
      };
    }
    if (is(event, 'agreement declined')) {
      const { responseId, agreementId, version, sha256, formId, formKind, email, address, fullName, signedAt, answersHash, reason, standings } = event.payload;
      return {
        ...{ responseId, agreementId, version, sha256, formId, formKind, email, address, fullName, signedAt, answersHash, reason },
        ...{ state: 'declined', role: '', children: '[]', approver: '', approvedAt: null, differs: '', copy: '' },
        standings: standings.map(standingKey),
      };
    }
    if (!row) return null;
    if (is(event, 'answer settled')) {
      const { children, standings } = event.payload;
      const settled = children.some(({ person }) => person !== null) ? 'signed' : 'set aside';
      return {
        ...row,
        state: children.some(isUnclear) ? row.state : settled,
        reason: children.flatMap(({ notOurs = '' }) => notOurs || []).join('; '),
        children: JSON.stringify(children),
        standings: [...row.standings, ...standings.map(standingKey).filter((key) => !row.standings.includes(key))],
      };
    }
    if (is(event, 'signature approved')) return { ...row, state: 'approved', approver: event.payload.approver, approvedAt: event.at };
    if (is(event, 'signature sent back')) return { ...row, state: 'sent back', approver: event.actor, reason: event.payload.reason };
    if (is(event, 'answer differs')) return { ...row, differs: event.payload.how };
    if (is(event, 'difference seen')) return { ...row, differs: `${row.differs}, seen` };
    if (is(event, 'copies filed')) {
      const filed = event.payload.copies.find(({ responseId }) => responseId === row.responseId);
      return filed ? { ...row, copy: filed.fileId } : row;
    }
    return row;
  },
};

/** Nobody has said yet who is meant. */
export function isUnclear({ person, notOurs }: NamedChild): boolean {
  return person === null && notOurs === undefined;
}

export function childrenOf(row: Pick<SignatureRow, 'children'>): NamedChild[] {
  return JSON.parse(row.children) as NamedChild[];
}
