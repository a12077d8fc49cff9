import { baseOf, type Line, type Listing } from '../records/listing.ts';
import { fullName, type RollEntry } from '../school/roll.ts';
import type { School } from '../school/school.ts';
import { ukTime } from '../school/uk-time.ts';
import type { AgreementRow } from './published.ts';
import type { SignatureRow } from './signatures.ts';

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
    links: [{ text: 'Approve', address: `${school.address}?page=approve` }],
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
      row.role,
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
