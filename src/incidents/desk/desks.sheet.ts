import { isSettled, publishListing, readListing } from '../../records/listing.sheet.ts';
import { changesByPeople } from '../../records/listing.ts';
import { alone } from '../../records/lock.script.ts';
import { lastChangedBy } from '../../school/files.drive.ts';
import type { Visit } from '../../school/visit.ts';
import { caseTable } from '../case.ts';
import { LANE_IDS, LANES, type Lane } from '../concern.ts';
import { deskLines, deskListing, eventsFromDesk } from './desk.ts';

/** The key a lane's desk is kept under. */
export function deskKey(lane: Lane): string {
  return `desk-${lane}`;
}

/**
 * Brings every desk and the records together: what people changed becomes events, everything else is put back.
 * @throws the first failure, once every desk has had its turn: one that was deleted must not stop the others
 */
export function settleDesks(visit: Visit, files: Record<string, string>): void {
  const { school, roll, records } = visit;
  const rows = records.view([caseTable]).rows(caseTable);
  const failures: unknown[] = [];
  for (const lane of LANE_IDS) {
    const desk = files[deskKey(lane)];
    if (desk === undefined) continue;
    try {
      // Most of the time nothing has changed: a look without the lock is enough to see that.
      if (!isSettled(readListing(desk, deskListing(lane, school, roll)), deskLines(lane, rows, school, roll))) settleDesk(lane, desk, visit);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

/**
 * One desk. Reading and writing happen under the lock: lines are written by their place, so nobody may move them in between.
 * @throws what Google throws when the file is gone: the set-up page mends it
 */
export function settleDesk(lane: Lane, spreadsheetId: string, visit: Visit): void {
  const { school, roll, records } = visit;
  const listing = deskListing(lane, school, roll);
  const changed = alone(() => {
    const standing = readListing(spreadsheetId, listing);
    const rows = records.view([caseTable]).rows(caseTable);
    const changes = changesByPeople(listing, standing.lines);
    if (eventsFromDesk(changes, lane, rows, school, roll).length > 0) return changes;
    publishListing(standing, listing, deskLines(lane, rows, school, roll), school.roleAccount);
    return [];
  });
  if (changed.length === 0) return;

  // What people typed is kept first; only then is the desk written again.
  const actor = whoChanged(spreadsheetId, lane, visit);
  records.decide({ key: `desk-${visit.newReference()}-${Date.parse(visit.now)}`, actor, reads: [caseTable] }, (view) => ({
    events: eventsFromDesk(changed, lane, view.rows(caseTable), school, roll),
    answer: null,
  }));
  alone(() =>
    publishListing(readListing(spreadsheetId, listing), listing, deskLines(lane, records.view([caseTable]).rows(caseTable), school, roll), school.roleAccount),
  );
}

/** Drive names the last person who changed the file; the role account's own writing hides them. */
function whoChanged(spreadsheetId: string, lane: Lane, { school }: Visit): string {
  const person = lastChangedBy(spreadsheetId);
  return person !== null && person !== school.roleAccount ? person : `someone with access to the desk "${LANES[lane].title}"`;
}
