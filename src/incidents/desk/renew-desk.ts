import { aloneAmongBeats } from '../../records/lock.script.ts';
import {
  ensureFile,
  findFile,
  isSharedExactly,
  type KeptFile,
  newcomersTo,
  removeForGood,
  type Sharing,
  shareExactly,
  takeAway,
} from '../../school/files.drive.ts';
import type { School } from '../../school/school.ts';
import { type Memory, readMemory } from '../../school/settings.script.ts';
import type { Visit } from '../../school/visit.ts';
import { type CaseRow, caseTable, namedSinceClean } from '../case.ts';
import { LANE_IDS, LANES, type Lane } from '../concern.ts';
import { incidentSettings } from '../incident-settings.script.ts';
import { readersOf } from '../lanes.ts';
import type { IncidentSettings } from '../settings.ts';
import { caseEvent } from '../working/work-on.ts';
import { deskKey, settleDesk } from './desks.sheet.ts';

/** The key of the folder that holds what Handrail keeps. */
const FOLDER_KEY = 'folder';
/** A heartbeat that is under way comes to its end meanwhile, milliseconds. */
const PATIENCE_MS = 20_000;

export function deskFile(lane: Lane, files: Memory['files']): KeptFile {
  const folder = files[FOLDER_KEY];
  return { key: deskKey(lane), name: LANES[lane].title, kind: 'spreadsheet', ...(folder ? { folder } : {}) };
}

/** Who opens a lane's desk: its readers one by one, no groups. */
export function deskSharing(lane: Lane, school: School, { deskViewOnly }: Pick<IncidentSettings, 'deskViewOnly'>): Sharing {
  return { role: deskViewOnly ? 'reader' : 'writer', emails: readersOf(lane, school) };
}

/** Makes or mends a desk; whoever may read it gets it last, when it shows what they may see. */
export function makeDesk(lane: Lane, visit: Visit, memory: Memory): void {
  const standing = findFile({ key: deskKey(lane) }, memory.files[deskKey(lane)]);
  if (standing !== null && hadCaseAboutNewcomer(lane, standing.id, visit)) renewDesk(lane, visit, memory);
  else fillDesk(lane, visit, memory, memory.files[deskKey(lane)]);
}

/**
 * Makes a desk anew as another file and deletes the old one for good: nobody can take anything out of a file's revision history (B5, B21).
 * It may be cut off anywhere and done again.
 */
export function renewDesk(lane: Lane, visit: Visit, memory: Memory): void {
  const file = deskFile(lane, memory.files);
  const standing = findFile(file, memory.files[file.key]);
  if (standing !== null) removeForGood(standing.id);
  fillDesk(lane, visit, memory, undefined);
}

function fillDesk(lane: Lane, visit: Visit, memory: Memory, known: string | undefined): void {
  const settings = incidentSettings(memory);
  const id = ensureFile(deskFile(lane, memory.files), known);
  memory.files[deskKey(lane)] = id;
  settleDesk(lane, id, visit, settings);
  shareExactly(id, deskSharing(lane, visit.school, settings));
}

/** Whether somebody who gets a desk now is named in a case that it showed: whoever opens a Sheet for editing can read all that ever stood in it. */
export function hadCaseAboutNewcomer(lane: Lane, id: string, { records, school }: Visit): boolean {
  const newcomers = newcomersTo(id, readersOf(lane, school));
  if (newcomers.length === 0) return false;
  const rows = records.view([caseTable]).rows(caseTable);
  return rows.some((row) => wasIn(row, lane) && row.named.some((email) => newcomers.includes(email)));
}

/**
 * Makes anew every desk that once showed a case which names one of its readers by now, and notes that with the case: at once when somebody
 * has been named, and with every heartbeat, for what was cut off.
 * @param rows cases to look at, as just read
 */
export function renewDesksThatMust(rows: readonly CaseRow[], visit: Visit, memory: Memory): void {
  if (!LANE_IDS.some((lane) => rows.some((row) => mustLeave(row, lane, visit.school)))) return;
  aloneAmongBeats(() => {
    // Another run may have made one meanwhile.
    memory.files = readMemory().files;
    for (const lane of LANE_IDS) {
      const shown = mustLeaveNow(lane, visit);
      if (shown.size === 0 || memory.files[deskKey(lane)] === undefined) continue;
      renewDesk(lane, visit, memory);
      noteRenewal(lane, shown, visit);
    }
  }, PATIENCE_MS);
}

/** Gives every desk the sharing and the layout that the settings ask for. */
export function followDeskSettings(visit: Visit, memory: Memory): void {
  const settings = incidentSettings(memory);
  for (const lane of LANE_IDS) {
    const desk = memory.files[deskKey(lane)];
    if (desk === undefined) continue;
    // Whoever became a reader in a run that died before it shared the desk gets one that never showed what names them.
    if (hadCaseAboutNewcomer(lane, desk, visit)) {
      renewDesk(lane, visit, memory);
      continue;
    }
    const sharing = deskSharing(lane, visit.school, settings);
    takeAway(desk, sharing);
    settleDesk(lane, desk, visit, settings);
    if (!isSharedExactly(desk, sharing)) shareExactly(desk, sharing);
  }
}

/** Who was named later in the cases that must leave a desk, by reference. */
function mustLeaveNow(lane: Lane, { records, school }: Visit): Map<string, string> {
  const rows = records.view([caseTable]).rows(caseTable);
  return new Map(rows.filter((row) => mustLeave(row, lane, school)).map((row) => [row.reference, String(row.namedLater)]));
}

/** Whether a desk may have shown a case before one of its readers was named in it, and has not been made anew since. */
export function mustLeave(row: Pick<CaseRow, 'lane' | 'formerLanes' | 'named' | 'namedLater' | 'cleanDesks'>, lane: Lane, school: School): boolean {
  const named = namedSinceClean(row, lane).filter((email) => row.named.includes(email));
  return wasIn(row, lane) && readersOf(lane, school).some((reader) => named.includes(reader));
}

function wasIn(row: Pick<CaseRow, 'lane' | 'formerLanes'>, lane: Lane): boolean {
  return row.lane === lane || row.formerLanes.includes(lane);
}

/** @param shown cases as they were before the desk was made: one in which somebody was named since may have been on the new one too */
function noteRenewal(lane: Lane, shown: ReadonlyMap<string, string>, { me, now, newReference, records, school }: Visit): void {
  records.decide({ key: `renewed-${newReference()}-${Date.parse(now)}`, actor: me.email, reads: [caseTable] }, (view) => ({
    events: view
      .rows(caseTable)
      .filter((row) => mustLeave(row, lane, school) && shown.get(row.reference) === String(row.namedLater))
      .map(({ reference }) => caseEvent('case desk made anew', reference, { lane })),
    answer: null,
  }));
}
