import { baseOf, type Line, type Listing, type ListingColumn, type ListingView } from '../../records/listing.ts';
import { daysBetween, ukDay } from '../../school/calendar.ts';
import { fullName, type RollEntry } from '../../school/roll.ts';
import type { School } from '../../school/school.ts';
import { ukTime } from '../../school/uk-time.ts';
import { type CaseRow, standsOnDesk } from '../case.ts';
import { type Lane, OPEN_STATES, SEVERITIES } from '../concern.ts';
import { readersOf } from '../lanes.ts';
import { caseAddress } from '../notices.ts';
import type { IncidentSettings } from '../settings.ts';
import { typesIn } from '../types.ts';
import { inUrgency, isOverdue, peopleWords } from '../working/case-order.ts';

/** What a desk is made of, besides the cases. */
export interface DeskPlace {
  lane: Lane;
  school: School;
  roll: readonly RollEntry[];
  settings: Pick<IncidentSettings, 'peopleOnDesk' | 'deskViewOnly'>;
}

/** Days after which an open case is among the old ones. */
const OLD = 14;
const NOT_SET = 'to be set';
const OVERDUE = 'overdue since ';
const TODAY = 'today ';

/** The desk of a lane: the Sheet its readers work in (B5). The story is on the case page alone. */
export function deskListing(place: DeskPlace): Listing {
  const { school, settings } = place;
  const owners = ownersOf(place);
  const mayEdit = (choices?: readonly string[]) => (settings.deskViewOnly ? {} : { editable: true, ...(choices ? { choices } : {}) });
  const people: ListingColumn[] = settings.peopleOnDesk === 'none' ? [] : [{ heading: 'People', width: settings.peopleOnDesk === 'names' ? 220 : 150 }];
  return {
    name: 'Desk',
    columns: [
      { heading: 'Reference', width: 110 },
      { heading: 'Received', width: 135 },
      { heading: 'Happened', width: 135 },
      { heading: 'Type', width: 200 },
      { heading: 'Severity', width: 95 },
      { heading: 'State', width: 90, ...mayEdit(OPEN_STATES) },
      { heading: 'Owner', width: 140, ...mayEdit(owners) },
      { heading: 'Next due', width: 160 },
      { heading: 'Age (days)', width: 95, number: true },
      ...people,
      { heading: 'Note', width: 260, ...mayEdit() },
    ],
    links: [
      { text: 'New concern', address: `${school.address}?page=report` },
      { text: 'All my cases', address: `${school.address}?page=cases` },
      { text: 'Flagged messages', address: `${school.address}?page=flags` },
      { text: 'Review', address: `${school.address}?page=review` },
      { text: 'Verify history', address: `${school.address}?page=history` },
      { text: 'Reports', address: `${school.address}?page=reports` },
      { text: 'Help', address: `${school.address}?page=desk-help` },
    ],
    highlights: [
      { column: 'Next due', when: { begins: OVERDUE }, look: 'alarm' },
      { column: 'Next due', when: { begins: TODAY }, look: 'warning' },
      { column: 'Severity', when: { is: 'high' }, look: 'alarm' },
      { column: 'Severity', when: { is: NOT_SET }, look: 'warning' },
      { column: 'State', when: { is: 'new' }, look: 'fresh' },
    ],
    views: [
      view('Overdue', 'Next due', { begins: OVERDUE }),
      view('Due today', 'Next due', { begins: TODAY }),
      ...OPEN_STATES.map((state) => view(`State: ${state}`, 'State', { is: state })),
      ...[...SEVERITIES].reverse().map((severity) => view(`Severity: ${severity}`, 'Severity', { is: severity })),
      view(`Severity: ${NOT_SET}`, 'Severity', { is: NOT_SET }),
      view('Owner: nobody yet', 'Owner', 'empty', { column: 'Reference', when: { begins: 'C-' } }),
      ...owners.map((owner) => view(`Owner: ${owner}`, 'Owner', { is: owner })),
      { ...view('Open for two weeks or more', 'Age (days)', { least: OLD }), greatestFirst: 'Age (days)' },
    ],
  };
}

type Where = ListingView['where'][number];

function view(title: string, column: string, when: Where['when'], ...more: Where[]): ListingView {
  return { title, where: [{ column, when }, ...more] };
}

/**
 * The lines a desk should show: what is overdue first, then by severity, then the oldest. A case that names one of the desk's readers is not
 * among them (B5).
 * @param now ISO 8601, UTC
 */
export function deskLines(place: DeskPlace, rows: readonly CaseRow[], now: string): Line[] {
  const { lane, school, roll, settings } = place;
  const listing = deskListing(place);
  const mine = rows.filter((row) => row.lane === lane && standsOnDesk(row, school));
  mine.sort(inUrgency(now));
  return mine.map((row) => {
    const shown: Record<string, string> = {
      Reference: row.reference,
      Received: ukTime(row.received),
      Happened: ukTime(row.happened ?? ''),
      Type: typeWords(row),
      Severity: row.severity || NOT_SET,
      State: row.state,
      Owner: ownerName(row.owner, place),
      'Next due': dueWords(row, now),
      'Age (days)': String(Math.max(0, daysBetween(ukDay(row.received), ukDay(now)))),
      People: peopleWords(row, settings.peopleOnDesk, roll),
      Note: row.deskNote,
    };
    const cells = listing.columns.map(({ heading }) => shown[heading] ?? '');
    return { cells, address: caseAddress(row.reference, school), base: baseOf(listing, cells) };
  });
}

function typeWords({ types, severity }: CaseRow): string {
  const titles = typesIn(types)
    .map(({ title }) => title)
    .join(', ');
  // Until somebody has set a severity, the type is what the reporter thought it was.
  return titles !== '' && severity === '' ? `${titles} (as reported)` : titles;
}

function dueWords(row: CaseRow, now: string): string {
  if (row.nextDue === null) return '';
  const due = ukTime(row.nextDue);
  if (isOverdue(row, now)) return `${OVERDUE}${due}`;
  const [, hour = ''] = due.split(' ');
  return ukDay(row.nextDue) === ukDay(now) ? `${TODAY}${hour}` : due;
}

function ownersOf(place: DeskPlace): string[] {
  return readersOf(place.lane, place.school).map((email) => ownerName(email, place));
}

/** An owner as the desk shows them; readers of the same name are told apart by their addresses. */
export function ownerName(email: string, { lane, school, roll }: DeskPlace): string {
  if (email === '') return '';
  const name = nameOf(email, roll);
  const isShared = readersOf(lane, school).some((other) => other !== email && nameOf(other, roll) === name);
  return isShared ? `${name} (${email})` : name;
}

function nameOf(email: string, roll: readonly RollEntry[]): string {
  const entry = roll.find((each) => each.email === email);
  return entry ? fullName(entry) : email;
}
