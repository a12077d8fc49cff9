import type { NewEvent } from '../../records/journal.ts';
import { type CellChange, changesByPeople, isSorting, type Line, type Listing, linesByPeople } from '../../records/listing.ts';
import { type CaseRow, standsOnDesk } from '../case.ts';
import { OPEN_STATES } from '../concern.ts';
import { readersOf } from '../lanes.ts';
import { caseEvent } from '../working/work-on.ts';
import { type DeskPlace, ownerName } from './desk.ts';

/** What people did to a desk since it was last written. */
export interface DeskChanges {
  /** What they changed in cells that they may change. */
  cells: CellChange[];
  /** Everything else that is put back: lines and sheets that were added, cells that were sorted into other lines. */
  strays: number;
}

/**
 * What people did to a desk.
 * @param sheets how many sheets they added
 */
export function changesOnDesk(listing: Listing, standing: readonly Line[], sheets: number): DeskChanges {
  const cells = changesByPeople(listing, standing);
  const strays = sheets + linesByPeople(listing, standing);
  return isSorting(listing, cells) ? { cells: [], strays: strays + cells.length } : { cells, strays };
}

/**
 * What people's changes on a desk amount to. One that is already so, is not possible, or was overtaken by the case page makes no event of
 * its case: the desk is put back as it was, and that is noted.
 */
export function eventsFromDesk({ cells, strays }: DeskChanges, place: DeskPlace, rows: readonly CaseRow[]): NewEvent[] {
  const events = cells.flatMap((change) => eventFor(change, place, rows));
  const count = strays + cells.length - events.length;
  return count === 0 ? events : [...events, { action: 'desk put back', subject: `desk-${place.lane}`, payload: { count } }];
}

function eventFor(change: CellChange, place: DeskPlace, rows: readonly CaseRow[]): NewEvent[] {
  const row = rows.find((each) => each.reference === change.key);
  if (!row || row.lane !== place.lane || !standsOnDesk(row, place.school)) return [];
  if (change.column === 'State') return stateChange(row, change);
  if (change.column === 'Owner') return ownerChange(row, change, place);
  return noteChange(row, change);
}

function stateChange(row: CaseRow, change: CellChange): NewEvent[] {
  const to = OPEN_STATES.find((state) => state === change.to);
  if (!to || row.state === 'closed' || row.state !== change.from) return [];
  return [caseEvent('case state changed', row.reference, { from: row.state, to, where: 'desk' })];
}

function ownerChange(row: CaseRow, change: CellChange, place: DeskPlace): NewEvent[] {
  const to = change.to === '' ? '' : readersOf(place.lane, place.school).find((email) => ownerName(email, place) === change.to);
  if (to === undefined || ownerName(row.owner, place) !== change.from) return [];
  return [caseEvent('case owner changed', row.reference, { from: row.owner, to, where: 'desk' })];
}

function noteChange(row: CaseRow, change: CellChange): NewEvent[] {
  if (change.to.trim() === '' || row.deskNote !== change.from) return [];
  return [caseEvent('case note added', row.reference, { text: change.to, where: 'desk' })];
}
