import { canonical } from '../../records/canonical.ts';
import { hashOf } from '../../records/hash.ts';
import { isSettled, publishListing, readListing, sheetsByPeople } from '../../records/listing.sheet.ts';
import { alone } from '../../records/lock.script.ts';
import { lastChangedBy, lastChangers } from '../../school/files.drive.ts';
import type { Person } from '../../school/person.ts';
import type { School } from '../../school/school.ts';
import { type Memory, remember } from '../../school/settings.script.ts';
import type { Visit } from '../../school/visit.ts';
import { type CaseRow, caseTable } from '../case.ts';
import { LANE_IDS, LANES, type Lane } from '../concern.ts';
import { incidentSettings } from '../incident-settings.script.ts';
import { readersOf } from '../lanes.ts';
import type { IncidentSettings } from '../settings.ts';
import { taskEvents } from '../working/work-on.ts';
import { type DeskPlace, deskLines, deskListing } from './desk.ts';
import { changesOnDesk, type DeskChanges, eventsFromDesk } from './desk-changes.ts';

/** The script property that says what each desk was last seen to show: `FILE FINGERPRINT` by lane. */
const SHOWN = 'desks-shown';

/** The key a lane's desk is kept under. */
export function deskKey(lane: Lane): string {
  return `desk-${lane}`;
}

/** The desks somebody works in. A desk that is made anew has another address: whoever looks for it finds it here. */
export function deskLinks(me: Pick<Person, 'email'>, school: School, files: Memory['files']): { text: string; address: string }[] {
  return LANE_IDS.flatMap((lane) => {
    const desk = files[deskKey(lane)];
    const isMine = desk !== undefined && readersOf(lane, school).includes(me.email);
    return isMine ? [{ text: `Desk: ${LANES[lane].title}`, address: `https://docs.google.com/spreadsheets/d/${desk}/edit` }] : [];
  });
}

/**
 * Brings every desk and the records together: what people changed becomes events, everything else is put back. A desk is read only when
 * it should show something else, when Drive says that somebody changed it, and once an hour: Drive can be late to say so.
 * @param rows every case, as just read
 * @throws the first failure, once every desk has had its turn: one that was deleted must not stop the others
 */
export function settleDesks(rows: readonly CaseRow[], visit: Visit, memory: Memory): void {
  const settings = incidentSettings(memory);
  const desks = LANE_IDS.flatMap((lane) => (memory.files[deskKey(lane)] === undefined ? [] : [{ lane, desk: memory.files[deskKey(lane)] ?? '' }]));
  if (desks.length === 0) return;
  const before = JSON.parse(memory.rest[SHOWN] ?? '{}') as Record<string, string>;
  const changers = isFirstBeatOfHour(visit.now) ? new Map<string, string>() : lastChangers(desks.map(({ lane }) => deskKey(lane)));
  const shown: Record<string, string> = {};
  const failures: unknown[] = [];
  for (const { lane, desk } of desks) {
    const place = placeOf(lane, visit, settings);
    const [listing, lines] = [deskListing(place), deskLines(place, rows, visit.now)];
    const print = `${desk} ${hashOf(canonical(JSON.stringify([listing, lines]))).slice(0, 16)}`;
    if (before[lane] === print && changers.get(desk) === visit.school.roleAccount) {
      shown[lane] = print;
      continue;
    }
    try {
      // A look without the lock is enough to see that nothing has changed.
      if (isSettled(readListing(desk, listing), lines)) shown[lane] = print;
      else settleDesk(lane, desk, visit, settings);
    } catch (error) {
      failures.push(error);
    }
  }
  if (JSON.stringify(shown) !== JSON.stringify(before)) remember(SHOWN, JSON.stringify(shown));
  if (failures.length > 0) throw failures[0];
}

/** Before a page shows cases: what the visitor's colleagues have changed on the desks that they share becomes events at once. */
export function takeInDesks(visit: Visit, memory: Memory): void {
  const settings = incidentSettings(memory);
  if (settings.deskViewOnly) return;
  for (const lane of LANE_IDS) {
    const desk = memory.files[deskKey(lane)];
    if (desk === undefined || !readersOf(lane, visit.school).includes(visit.me.email)) continue;
    if (lastChangedBy(desk) !== visit.school.roleAccount) settleDesk(lane, desk, visit, settings);
  }
}

/**
 * One desk. Reading and writing happen under the lock: lines are written by their place, so nobody may move them in between.
 * @throws what Google throws when the file is gone: the set-up page mends it
 */
export function settleDesk(lane: Lane, spreadsheetId: string, visit: Visit, settings: IncidentSettings): void {
  const { school, records } = visit;
  const place = placeOf(lane, visit, settings);
  const listing = deskListing(place);
  const publish = (rows: readonly CaseRow[]) =>
    publishListing(readListing(spreadsheetId, listing), listing, deskLines(place, rows, visit.now), school.roleAccount);
  const changed = alone((): DeskChanges | null => {
    const standing = readListing(spreadsheetId, listing);
    const rows = records.view([caseTable]).rows(caseTable);
    const found = changesOnDesk(listing, standing.lines, sheetsByPeople(standing));
    // Lines of another layout are not people's.
    const changes = standing.isLaidOut ? found : { ...found, strays: 0 };
    if (eventsFromDesk(changes, place, rows).length > 0) return changes;
    publishListing(standing, listing, deskLines(place, rows, visit.now), school.roleAccount);
    return null;
  });
  if (changed === null) return;

  // What people typed is kept first; only then is the desk written again.
  const actor = whoChanged(spreadsheetId, lane, visit);
  records.decide({ key: `desk-${visit.newReference()}-${Date.parse(visit.now)}`, actor, reads: [caseTable] }, (view) => {
    const rows = view.rows(caseTable);
    const events = eventsFromDesk(changed, place, rows);
    const ofCase = (row: CaseRow) => events.filter(({ subject }) => subject === row.reference);
    return { events: [...events, ...rows.flatMap((row) => taskEvents(row, ofCase(row), visit))], answer: null };
  });
  alone(() => publish(records.view([caseTable]).rows(caseTable)));
}

function placeOf(lane: Lane, { school, roll }: Visit, settings: IncidentSettings): DeskPlace {
  return { lane, school, roll, settings };
}

function isFirstBeatOfHour(now: string): boolean {
  return new Date(now).getUTCMinutes() < 5;
}

/** Drive names the last person who changed the file; the role account's own writing hides them. */
function whoChanged(spreadsheetId: string, lane: Lane, { school }: Visit): string {
  const person = lastChangedBy(spreadsheetId);
  return person !== null && person !== school.roleAccount ? person : `someone with access to the desk "${LANES[lane].title}"`;
}
