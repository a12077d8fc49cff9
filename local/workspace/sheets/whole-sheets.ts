import type { SheetData, SpreadsheetData } from '../data.ts';
import type { Sheets } from '../sheets.ts';
import { afterRename } from './formulas/move.ts';
import { mapCells } from './grid.ts';
import { SheetRefusal } from './refusal.ts';

/** Gives a sheet another name, in the formulas that speak of it too. */
export function renameSheet(sheets: readonly SheetData[], sheet: SheetData, name: string): void {
  for (const each of sheets) {
    each.rows.forEach((line, row) => {
      if (!line?.some((cell) => cell?.f !== undefined)) return;
      mapCells(each, { startRow: row, endRow: row + 1, startColumn: 0, endColumn: line.length }, (cell) =>
        cell?.f === undefined ? cell : { ...cell, f: afterRename(cell.f, sheet.name, name) },
      );
    });
  }
  sheet.name = name;
}

/**
 * Adds a copy of a sheet to a spreadsheet, its own or another, as `Copy of …` unless named; protections stay behind.
 * @throws SheetRefusal
 */
export function copySheet(sheets: Sheets, source: SheetData, target: SpreadsheetData, options: { name?: string; index?: number; id?: number } = {}): SheetData {
  let name = options.name ?? `Copy of ${source.name}`;
  for (let number = 2; options.name === undefined && target.sheets.some((each) => each.name === name); number += 1) name = `Copy of ${source.name} ${number}`;
  const made = sheets.addSheet(target, name, { ...options, rows: source.rowCount, columns: source.columnCount });
  const { id } = made;
  // Ranges inside the copy (merges, filters, formats) are on the copy.
  const copy = JSON.parse(JSON.stringify(source, (key, value: unknown) => (key === 'sheetId' && value === source.id ? id : value))) as SheetData;
  Object.assign(made, copy, { id, name });
  sheets.recount(target);
  return made;
}

/** Removes a sheet with its named ranges and protections. @throws SheetRefusal for the last one */
export function deleteSheet(sheets: Sheets, spreadsheet: SpreadsheetData, sheet: SheetData): void {
  if (spreadsheet.sheets.length === 1) throw new SheetRefusal('bad request', `You can't remove all the sheets in a document.`);
  spreadsheet.sheets = spreadsheet.sheets.filter((each) => each !== sheet);
  spreadsheet.namedRanges = spreadsheet.namedRanges.filter((each) => each.range.sheetId !== sheet.id);
  spreadsheet.protections = spreadsheet.protections.filter((each) => each.range.sheetId !== sheet.id);
  sheets.changed(spreadsheet);
}
