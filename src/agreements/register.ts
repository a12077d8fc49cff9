import { choice, dateTime, number, text } from '../records/fields.ts';
import type { RecordedEvent } from '../records/journal.ts';
import { baseOf, type Line, type Listing } from '../records/listing.ts';
import type { Projection } from '../records/projection.ts';
import { type RowOf, table } from '../records/table.ts';
import { fullName, type RollEntry } from '../school/roll.ts';
import type { School } from '../school/school.ts';
import { ukTime } from '../school/uk-time.ts';
import type { AgreementVersion } from './agreement.ts';

/** The items of an agreement's form that answers are read from, by FormApp's item ids. */
export type FormItems = { groups: number[]; fullName: number; jobTitle: number; signature: number };

/** The journal's actions about agreements. To add one: name it here and teach the projections what it changes. */
export type AgreementEvents = {
  'agreement published': { agreement: AgreementVersion; formId: string; formAddress: string; items: FormItems; formHash: string };
  'agreement signed': {
    responseId: string;
    formId: string;
    agreementId: string;
    version: number;
    sha256: string;
    email: string;
    fullName: string;
    jobTitle: string;
    signature: string;
    /** ISO 8601, UTC: when the form was sent. */
    signedAt: string;
    /** Whether Google itself vouched for the address, as read back from the form's settings. */
    addressVerified: boolean;
    /** False when the form's text was changed by hand, so that it is not certain what was agreed to. */
    formUnchanged: boolean;
  };
  'agreement approved': { responseId: string; approver: string; approverName: string };
};

/** One row an agreement that is in use. */
export const agreementTable = table('Agreements', {
  id: text().key(),
  version: number(),
  title: text(),
  audience: text(),
  sha256: text(),
  formId: text(),
  formAddress: text(),
  formHash: text(),
  /** `FormItems` as JSON. */
  items: text(),
  published: dateTime(),
});
export type AgreementRow = RowOf<typeof agreementTable>;

const SIGNATURE_STATES = ['awaiting approval', 'approved', 'form was changed'] as const;

/** One row a signature: a form response. */
export const signatureTable = table('Signatures', {
  responseId: text().key(),
  agreementId: text(),
  version: number(),
  sha256: text(),
  formId: text(),
  email: text(),
  fullName: text(),
  jobTitle: text(),
  signedAt: dateTime(),
  address: choice(['verified by Google', 'not verified by Google']),
  state: choice(SIGNATURE_STATES),
  approver: text(),
  approvedAt: dateTime().optional(),
});
export type SignatureRow = RowOf<typeof signatureTable>;

export const agreementProjection: Projection<typeof agreementTable.fields> = {
  table: agreementTable,
  keysOf: (event) => (is(event, 'agreement published') ? [event.payload.agreement.id] : []),
  apply: (row, event) => (is(event, 'agreement published') ? agreementRow(event) : (row ?? null)),
};

/** A version as its publishing describes it. */
export function agreementRow(event: RecordedEvent & { payload: AgreementEvents['agreement published'] }): AgreementRow {
  const { agreement, formId, formAddress, formHash, items } = event.payload;
  const { id, version, title, audience, sha256 } = agreement;
  return { id, version, title, audience, sha256, formId, formAddress, formHash, items: JSON.stringify(items), published: event.at };
}

export const signatureProjection: Projection<typeof signatureTable.fields> = {
  table: signatureTable,
  keysOf: (event) => (is(event, 'agreement signed') || is(event, 'agreement approved') ? [event.payload.responseId] : []),
  apply: (row, event) => {
    if (is(event, 'agreement signed')) {
      const { responseId, agreementId, version, sha256, formId, email, fullName: name, jobTitle, signedAt, addressVerified, formUnchanged } = event.payload;
      return {
        ...{ responseId, agreementId, version, sha256, formId, email, fullName: name, jobTitle, signedAt },
        address: addressVerified ? 'verified by Google' : 'not verified by Google',
        state: formUnchanged ? 'awaiting approval' : 'form was changed',
        approver: '',
        approvedAt: null,
      };
    }
    if (!row) return null;
    if (is(event, 'agreement approved')) return { ...row, state: 'approved', approver: event.payload.approver, approvedAt: event.at };
    return row;
  },
};

/** Whether an event is of that action; its payload is then known. */
export function is<Action extends keyof AgreementEvents>(event: RecordedEvent, action: Action): event is RecordedEvent & { payload: AgreementEvents[Action] } {
  return event.action === action;
}

/** The register Sheet: who signed what, when, and how far it is (A11). Readers look; nothing in it can be changed. */
export function registerListing(school: School): Listing {
  return {
    name: 'Register',
    columns: [
      { heading: 'Signature', width: 110 },
      { heading: 'Name', width: 170 },
      { heading: 'Account', width: 240 },
      { heading: 'Account checked', width: 170 },
      { heading: 'Job title', width: 160 },
      { heading: 'Agreement', width: 300 },
      { heading: 'Version', width: 70 },
      { heading: 'Signed', width: 130 },
      { heading: 'State', width: 140 },
      { heading: 'Approved by', width: 170 },
      { heading: 'Approved', width: 130 },
    ],
    links: [{ text: 'Approve', address: `${school.address}?page=agreements` }],
  };
}

/** The lines of the register, latest signature first. */
export function registerLines(signatures: readonly SignatureRow[], agreements: readonly AgreementRow[], school: School, roll: readonly RollEntry[]): Line[] {
  const listing = registerListing(school);
  const sorted = [...signatures].sort((a, b) => (a.signedAt < b.signedAt ? 1 : a.signedAt > b.signedAt ? -1 : a.responseId < b.responseId ? -1 : 1));
  return sorted.map((row) => {
    const title = agreements.find((agreement) => agreement.id === row.agreementId)?.title ?? row.agreementId;
    const approver = roll.find((entry) => entry.email === row.approver);
    const cells = [
      shortId(row.responseId),
      row.fullName,
      row.email,
      row.address,
      row.jobTitle,
      title,
      String(row.version),
      ukTime(row.signedAt),
      row.state,
      approver ? fullName(approver) : row.approver,
      ukTime(row.approvedAt ?? ''),
    ];
    return { cells, base: baseOf(listing, cells), address: copyAddress(row.responseId, school) };
  });
}

/** Where a signed copy can be read, by its signer and by those who approve. */
export function copyAddress(responseId: string, school: School): string {
  return `${school.address}?page=copy&signature=${encodeURIComponent(responseId)}`;
}

/** Response ids are long; their end tells them apart at a glance. */
function shortId(responseId: string): string {
  return responseId.slice(-10);
}
