import type { OpenFile } from './deciding.sheet.ts';
import { RecordsDamaged, RecordsError } from './errors.ts';
import { checkNotMoved, headCells, headIn, type Mending, mendingIn } from './head.ts';
import { type ChainHead, linkHash, RESTORE, START } from './journal.ts';
import { JOURNAL_HEADINGS, JOURNAL_SHEET, journalReader } from './journal-rows.ts';
import { alone } from './lock.script.ts';
import { migrate, mustRemake } from './migrations.ts';
import { outboxTable, sentTable } from './outbox.ts';
import { checkNotInBin, findOrMakeFile } from './records-file.drive.ts';
import { addColumns, addSheet, emptySheet, markId, nameSheet, removeSheet, type SheetRequest, setMark, unsetMark, writeRows } from './sheet-requests.ts';
import { type Cells, change, column, readRanges, rows, type StandingSheet, survey, whole } from './spreadsheet.sheet.ts';
import { knownRecordsFile, rememberRecordsFile } from './surroundings.script.ts';
import { ANSWER_HEADINGS, ANSWERS_SHEET, type Head, headTable, layoutOf, SCHEMA, type SheetLayout, sheetIdOf, systemLayouts } from './system-tables.ts';
import type { Table } from './table.ts';

/** What setting up found and did, for the person who asked for it. */
export interface Mended {
  fileId: string;
  /** One sentence for each thing that was made or put right; empty when all was well. */
  done: string[];
}

type Views = Omit<OpenFile, 'id'>;

/**
 * Makes the records spreadsheet, or puts right what is missing in the one there is. May be called at any time and any number of
 * times: it never makes a second one, and events are never touched. Views that have to be made anew are left to `remakeNext`.
 * @throws RecordsMissing or RecordsDamaged when a person has to restore something first
 */
export function ensureRecords(views: Views): Mended {
  return alone(() => {
    const known = knownRecordsFile();
    if (known !== null) checkNotInBin(known);
    const fileId = known ?? findOrMakeFile();
    const { sheets, namedRangeIds } = survey(fileId);
    const layouts = layoutsOf(views);
    const isThere = ({ name }: { name: string }) => sheets.some(({ sheetId }) => sheetId === sheetIdOf(name));

    let done = ['The records were made.'];
    if (known === null && !layouts.some(isThere)) {
      change(fileId, [...firstLayout(layouts, newHead(START, views.build), sheets), setMark(0)]);
    } else {
      if (!isThere({ name: JOURNAL_SHEET })) throw new RecordsDamaged(JOURNAL_SHEET, 'nothing can be found: it was deleted', RESTORE);
      const renamed = putNamesRight(fileId, layouts, sheets);
      done = [
        ...renamed,
        ...putContentsRight(
          fileId,
          views,
          layouts.map((layout) => ({ layout, columns: sheets.find(({ sheetId }) => sheetId === sheetIdOf(layout.name))?.columns ?? null })),
          namedRangeIds,
        ),
      ];
    }
    // Last, because from now on a missing journal means that somebody deleted it.
    if (known === null) rememberRecordsFile(fileId);
    return { fileId, done };
  });
}

/**
 * Makes every sheet in a spreadsheet in which the records are to be written anew; views are made there from the journal.
 * @returns without a change when it was done before
 */
export function layOutSuccessor(fileId: string, views: Views, volume: number): void {
  const { sheets } = survey(fileId);
  if (sheets.some(({ sheetId }) => sheetId === sheetIdOf(JOURNAL_SHEET))) return;
  const mending: Mending = { tables: views.projections.map(({ table }) => table.name), next: 2 };
  const head: Head = { ...newHead(START, views.build), volume, mending: JSON.stringify(mending) };
  change(fileId, [...firstLayout(layoutsOf(views), head, sheets), setMark(0, 'building')]);
}

function layoutsOf({ projections }: Views): SheetLayout[] {
  return [...systemLayouts(), ...projections.map(({ table }) => layoutOf(table))];
}

/** All sheets in the place of those that Google made. */
function firstLayout(layouts: readonly SheetLayout[], head: Head, sheets: readonly StandingSheet[]): SheetRequest[] {
  return [...layouts.flatMap(addSheet), headRow(head), ...sheets.map(({ sheetId }) => removeSheet(sheetId))];
}

/** Sheets are known by their ids; a foreign one that has taken a name of ours keeps its contents under another. */
function putNamesRight(fileId: string, layouts: readonly SheetLayout[], sheets: readonly StandingSheet[]): string[] {
  const ours = new Map(layouts.map(({ name }) => [sheetIdOf(name), name]));
  const requests: SheetRequest[] = [];
  const done: string[] = [];
  for (const { sheetId, title } of sheets) {
    if (ours.has(sheetId) || !layouts.some(({ name }) => name === title)) continue;
    requests.push(nameSheet(sheetId, `${title} (not made by Handrail, ${sheetId})`));
    done.push(`A sheet that somebody else had called "${title}" was given another name.`);
  }
  for (const { sheetId, title } of sheets) {
    const name = ours.get(sheetId);
    if (name === undefined || name === title) continue;
    requests.push(nameSheet(sheetId, name));
    done.push(`The sheet "${title}" is called "${name}" again.`);
  }
  if (requests.length > 0) change(fileId, requests);
  return done;
}

interface Standing {
  layout: SheetLayout;
  /** How many columns its sheet has; null when there is none. */
  columns: number | null;
}

/** Makes missing sheets and headings, and notes which views have to be made anew: all in one call, so that no empty view ever looks whole. */
function putContentsRight(fileId: string, views: Views, standing: readonly Standing[], namedRangeIds: readonly string[]): string[] {
  const missing = standing.filter(({ columns }) => columns === null).map(({ layout }) => layout);
  const present = standing.filter(({ columns }) => columns !== null).map(({ layout }) => layout.name);
  const [sequences = [], ...found] = readRanges(fileId, [
    column(JOURNAL_SHEET, 'A'),
    ...present.map((name) => (name === headTable.name ? whole(name) : rows(name, 1))),
  ]);
  const cellsOf = (name: string): Cells => found[present.indexOf(name)] ?? [];
  const requests = missing.flatMap(addSheet);
  const done = missing.map(({ name }) => `The sheet "${name}" was made.`);

  if (!present.includes(outboxTable.name)) done.push('Mails that were waiting in the outbox are lost: please tell the people concerned yourself.');

  const end = chainEnd(fileId, sequences.length);
  if (!isSame(cellsOf(JOURNAL_SHEET)[0], JOURNAL_HEADINGS)) {
    requests.push(writeRows(JOURNAL_SHEET, 1, [JOURNAL_HEADINGS]));
    done.push('The headings of the journal were put right.');
  }
  if (present.includes(ANSWERS_SHEET) && !isSame(cellsOf(ANSWERS_SHEET)[0], ANSWER_HEADINGS)) requests.push(writeRows(ANSWERS_SHEET, 1, [ANSWER_HEADINGS]));
  for (const table of [outboxTable, sentTable] as readonly Table[]) {
    if (present.includes(table.name)) requests.push(...headingsPutRight(table, cellsOf(table.name), standing));
  }

  const before = standingHead(headCellsNow(cellsOf(headTable.name)), end);
  if (before !== null) requests.push(...headingsPutRight(headTable as Table, cellsOf(headTable.name), standing));
  const remade = views.projections
    .map(({ table }) => table as Table)
    .filter((table) => {
      if (!present.includes(table.name)) return true;
      if (mustRemake(table, migrate(table, headingsIn(cellsOf(table.name))))) return true;
      requests.push(...headingsPutRight(table, cellsOf(table.name), standing));
      return before !== null && (mendingIn(before)?.tables.includes(table.name) ?? false);
    });
  const names = remade.map(({ name }) => name);
  for (const layout of remade.map((table) => layoutOf(table)).filter(({ name }) => present.includes(name))) {
    requests.push(...room(layout.name, layout.headings.length, standing), ...emptySheet(layout));
  }
  done.push(...names.map((name) => `The list "${name}" is being made anew from the journal.`));

  const base = before ?? newHead(end, views.build);
  const mending = names.length > 0 && end.sequence > 0 ? JSON.stringify({ tables: names, next: 2 }) : null;
  const after: Head = { ...base, schema: SCHEMA, mending };
  if (before === null && present.includes(headTable.name)) requests.push(...emptySheet(layoutOf(headTable)));
  if (JSON.stringify(after) !== JSON.stringify(before)) requests.push(headRow(after));

  const marks = namedRangeIds.filter((id) => id.startsWith('head-'));
  if (marks.join() !== markId(end.sequence)) requests.push(...marks.map(unsetMark), setMark(end.sequence));
  if (requests.length > 0) change(fileId, requests);
  return done;
}

/**
 * The journal's last link, read in the order in which its columns were made; its headings may have been changed.
 * @throws RecordsDamaged when the columns themselves, or the last event, were
 */
function chainEnd(fileId: string, last: number): ChainHead {
  if (last < 2) return START;
  const [cells = []] = readRanges(fileId, [rows(JOURNAL_SHEET, last)]);
  const entry = journalReader(JOURNAL_HEADINGS)(cells[0] ?? []);
  if (entry.sequence !== last - 1 || entry.hash !== linkHash(entry)) throw new RecordsDamaged(JOURNAL_SHEET, `row ${last} is not as it was written`, RESTORE);
  return { sequence: entry.sequence, hash: entry.hash };
}

/**
 * The head as it stands, or null when it has to be made from the journal's end.
 * @throws RecordsDamaged when the journal has lost or gained events, RecordsError when a newer Handrail wrote it
 */
function standingHead(cells: Cells, end: ChainHead): Head | null {
  let head: Head;
  try {
    head = headIn(cells);
  } catch (error) {
    if (error instanceof RecordsDamaged) return null;
    throw error;
  }
  checkNotMoved(head);
  if (head.schema > SCHEMA) throw new RecordsError('newer', 'The records were written by a newer version of Handrail. Please deploy the newest version again.');
  if (head.sequence !== end.sequence || head.hash !== end.hash) {
    throw new RecordsDamaged(JOURNAL_SHEET, `the last event is ${end.sequence}, but ${head.sequence} were recorded`, RESTORE);
  }
  return head;
}

/** As if an older Handrail had known all columns of today. */
function headCellsNow(cells: Cells): Cells {
  return [migrate(headTable as Table, headingsIn(cells)).headings, ...cells.slice(1)];
}

/** Google writes nothing outside the grid, and an older Handrail may have made it narrower. */
function room(name: string, wanted: number, standing: readonly Standing[]): SheetRequest[] {
  const columns = standing.find(({ layout }) => layout.name === name)?.columns ?? wanted;
  return addColumns(name, wanted - columns);
}

function headingsPutRight(table: Table, cells: Cells, standing: readonly Standing[]): SheetRequest[] {
  const found = headingsIn(cells);
  const { headings, lost } = migrate(table, found);
  if (lost.length > 0) throw new RecordsDamaged(table.name, `the column "${lost[0]}" is missing or was renamed`, RESTORE);
  return isSame(found, headings) ? [] : [...room(table.name, headings.length, standing), writeRows(table.name, 1, [headings])];
}

function newHead(end: ChainHead, build: string): Head {
  return { ...end, volume: 1, schema: SCHEMA, build, answers: 0, mending: null, successor: null };
}

function headRow(head: Head): SheetRequest {
  return writeRows(headTable.name, 2, [headCells(head)]);
}

function headingsIn(cells: Cells): string[] {
  return (cells[0] ?? []).map((cell) => String(cell ?? '').trim());
}

/** Somebody's own columns at the right are no harm. */
function isSame(found: readonly unknown[] = [], wanted: readonly string[]): boolean {
  return wanted.every((heading, place) => found[place] === heading);
}
