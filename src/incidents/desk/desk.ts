import type { NewEvent } from '../../records/journal.ts';
import { baseOf, type CellChange, type Line, type Listing } from '../../records/listing.ts';
import { fullName, type RollEntry } from '../../school/roll.ts';
import type { School } from '../../school/school.ts';
import { ukTime } from '../../school/uk-time.ts';
import { type CaseRow, standsOnDesk } from '../case.ts';
import { type Lane, OPEN_STATES } from '../concern.ts';
import { readersOf } from '../lanes.ts';
import { caseAddress } from '../notices.ts';
import { caseEvent } from '../working/work-on.ts';

/** The desk of a lane: the Sheet its readers work in. Initials and class only; the story is on the case page. */
export function deskListing(lane: Lane, school: School, roll: readonly RollEntry[]): Listing {
  return {
    name: 'Desk',
    columns: [
      { heading: 'Reference', width: 110 },
      { heading: 'Received', width: 130 },
      { heading: 'Happened', width: 130 },
      { heading: 'People', width: 150 },
      { heading: 'State', width: 100, editable: true, choices: OPEN_STATES },
      { heading: 'Owner', width: 140, editable: true, choices: readersOf(lane, school).map((email) => ownerName(email, lane, school, roll)) },
      { heading: 'Note', width: 260, editable: true },
    ],
    links: [
      { text: 'All my cases', address: `${school.address}?page=cases` },
      { text: 'Raise a concern', address: `${school.address}?page=report` },
    ],
  };
}

/** The lines a desk should show, latest first. A case that names one of the desk's readers is not among them (B5). */
export function deskLines(lane: Lane, rows: readonly CaseRow[], school: School, roll: readonly RollEntry[]): Line[] {
  const listing = deskListing(lane, school, roll);
  const mine = rows.filter((row) => row.lane === lane && standsOnDesk(row, school));
  mine.sort((a, b) => (a.received < b.received ? 1 : a.received > b.received ? -1 : a.reference < b.reference ? -1 : 1));
  return mine.map((row) => {
    const owner = ownerName(row.owner, lane, school, roll);
    const cells = [row.reference, ukTime(row.received), ukTime(row.happened ?? ''), row.people, row.state, owner, row.deskNote];
    return { cells, address: caseAddress(row.reference, school), base: baseOf(listing, cells) };
  });
}

/**
 * The events that people's changes on a desk amount to. A change that is already so, is not possible, or was overtaken by the case
 * page makes none: the desk is then put back as it was.
 */
export function eventsFromDesk(changes: readonly CellChange[], lane: Lane, rows: readonly CaseRow[], school: School, roll: readonly RollEntry[]): NewEvent[] {
  return changes.flatMap((change) => {
    const row = rows.find((each) => each.reference === change.key);
    if (!row || row.lane !== lane || !standsOnDesk(row, school)) return [];
    if (change.column === 'State') return stateChange(row, change);
    if (change.column === 'Owner') return ownerChange(row, change, lane, school, roll);
    return noteChange(row, change);
  });
}

function stateChange(row: CaseRow, change: CellChange): NewEvent[] {
  const to = OPEN_STATES.find((state) => state === change.to);
  if (!to || row.state === 'closed' || row.state !== change.from) return [];
  return [caseEvent('case state changed', row.reference, { from: row.state, to, where: 'desk' })];
}

function ownerChange(row: CaseRow, change: CellChange, lane: Lane, school: School, roll: readonly RollEntry[]): NewEvent[] {
  const to = change.to === '' ? '' : readersOf(lane, school).find((email) => ownerName(email, lane, school, roll) === change.to);
  if (to === undefined || ownerName(row.owner, lane, school, roll) !== change.from) return [];
  return [caseEvent('case owner changed', row.reference, { from: row.owner, to, where: 'desk' })];
}

function noteChange(row: CaseRow, change: CellChange): NewEvent[] {
  if (change.to.trim() === '' || row.deskNote !== change.from) return [];
  return [caseEvent('case note added', row.reference, { text: change.to, where: 'desk' })];
}

/** An owner as the desk shows them; readers of the same name are told apart by their addresses. */
function ownerName(email: string, lane: Lane, school: School, roll: readonly RollEntry[]): string {
  if (email === '') return '';
  const name = nameOf(email, roll);
  const isShared = readersOf(lane, school).some((other) => other !== email && nameOf(other, roll) === name);
  return isShared ? `${name} (${email})` : name;
}

function nameOf(email: string, roll: readonly RollEntry[]): string {
  const entry = roll.find((each) => each.email === email);
  return entry ? fullName(entry) : email;
}
