import { baseOf, type Line, type Listing } from '../../records/listing.ts';
import { ukDate } from '../../school/calendar.ts';
import { fullName, type RollEntry } from '../../school/roll.ts';
import type { School } from '../../school/school.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { AgreementRow } from '../published.ts';
import type { SignatureRow } from '../signatures.ts';
import { isOverdue, type StandingRow, stateNow } from '../standings.ts';

/** The register Sheet: where everybody stands with what (A11). Readers look; nothing in it can be changed. */
export function registerListing(school: School): Listing {
  return {
    name: 'Register',
    columns: [
      { heading: 'Entry', width: 150 },
      { heading: 'Name', width: 170 },
      { heading: 'Group', width: 110 },
      { heading: 'Agreement', width: 280 },
      { heading: 'State', width: 140 },
      { heading: 'Due', width: 100 },
      { heading: 'Version', width: 70 },
      { heading: 'Signed', width: 130 },
      { heading: 'Signed by', width: 220 },
      { heading: 'Account checked', width: 170 },
      { heading: 'Approved by', width: 170 },
      { heading: 'Approved', width: 130 },
      { heading: 'Access ends', width: 100 },
    ],
    links: [
      { text: 'Agreements', address: `${school.address}?page=agreements` },
      { text: 'Approve', address: `${school.address}?page=approve` },
    ],
  };
}

/** What the register is made from. */
export interface RegisterRows {
  agreements: readonly AgreementRow[];
  standings: readonly StandingRow[];
  signatures: readonly SignatureRow[];
}

/**
 * The lines of the register, by agreement, group and name: a line keeps its place whatever happens to it.
 * @param today ISO day in the UK
 */
export function registerLines({ agreements, standings, signatures }: RegisterRows, school: School, roll: readonly RollEntry[], today: string): Line[] {
  const listing = registerListing(school);
  const byId = new Map(agreements.map((agreement) => [agreement.id, agreement]));
  const byResponse = new Map(signatures.map((row) => [row.responseId, row]));
  const names = new Map(roll.map((entry) => [entry.email, fullName(entry)]));
  const lines = standings.map((row) => {
    const agreement = byId.get(row.agreementId);
    const signature = row.responseId === '' ? undefined : byResponse.get(row.responseId);
    const state = agreement ? stateNow(row, agreement) : row.state;
    const cells = [
      row.key,
      row.name,
      row.group,
      agreement?.title ?? row.agreementId,
      isOverdue({ state, due: row.due }, today) ? `${state}, overdue` : state,
      row.due === null ? '' : ukDate(row.due),
      String(row.version),
      ukTime(row.signedAt ?? ''),
      signature ? `${signature.fullName}${signature.email ? `, ${signature.email}` : ''}` : row.signedAt === null ? '' : row.note,
      signature?.address ?? '',
      names.get(row.approver) ?? row.approver,
      ukTime(row.approvedAt ?? ''),
      row.accessEnds === null ? '' : ukDate(row.accessEnds),
    ];
    const address = signature ? copyAddress(signature.responseId, school) : personAddress(row.person, school);
    return { order: [cells[3] ?? '', row.group, row.name, row.key], line: { cells, base: baseOf(listing, cells), address } };
  });
  return lines.sort((a, b) => compared(a.order, b.order)).map(({ line }) => line);
}

/** Where a signed copy can be read, by its signer and by those who approve. */
export function copyAddress(responseId: string, school: Pick<School, 'address'>): string {
  return `${school.address}?page=copy&signature=${encodeURIComponent(responseId)}`;
}

function personAddress(person: string, school: Pick<School, 'address'>): string {
  return `${school.address}?page=person&person=${encodeURIComponent(person)}`;
}

/** By the first part in which they differ; code by code, so that every run gives the same order. */
function compared(a: readonly string[], b: readonly string[]): number {
  for (let place = 0; place < a.length; place += 1) {
    const [left = '', right = ''] = [a[place], b[place]];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
