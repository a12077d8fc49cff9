import type { GridRangeData, SheetData, SpreadsheetData } from '../data.ts';
import type { Sheets } from '../sheets.ts';
import { type Box, boxOf, contains, overlap } from './a1.ts';
import { cellAt, hasContent, withoutContent } from './grid.ts';
import { SheetRefusal } from './refusal.ts';

/**
 * Merges cells: all of a box into one, or each of its rows or columns. Only the first cell's content is kept.
 * @throws SheetRefusal
 */
export function mergeCells(sheets: Sheets, email: string, spreadsheet: SpreadsheetData, sheet: SheetData, box: Box, how: 'ALL' | 'ROWS' | 'COLUMNS'): void {
  sheets.checkProtection(email, spreadsheet, sheet, box);
  unmergeCells(sheet, box);
  for (const part of parts(box, how)) {
    if (part.endRow - part.startRow === 1 && part.endColumn - part.startColumn === 1) continue;
    const kept = firstContent(sheet, part);
    sheets.put(email, spreadsheet, sheet, part, (cell, row, column) => {
      const bare = withoutContent(cell);
      return row === part.startRow && column === part.startColumn && kept ? { ...bare, ...kept } : bare;
    });
    sheet.merges = [...sheet.merges, { sheetId: sheet.id, ...part }];
  }
}

function parts(box: Box, how: 'ALL' | 'ROWS' | 'COLUMNS'): Box[] {
  if (how === 'ALL') return [box];
  return how === 'ROWS'
    ? Array.from({ length: box.endRow - box.startRow }, (_, at) => ({ ...box, startRow: box.startRow + at, endRow: box.startRow + at + 1 }))
    : Array.from({ length: box.endColumn - box.startColumn }, (_, at) => ({ ...box, startColumn: box.startColumn + at, endColumn: box.startColumn + at + 1 }));
}

function firstContent(sheet: SheetData, box: Box) {
  for (let row = box.startRow; row < box.endRow; row += 1) {
    for (let column = box.startColumn; column < box.endColumn; column += 1) {
      const cell = cellAt(sheet, row, column);
      if (hasContent(cell)) return cell;
    }
  }
  return null;
}

/** Breaks every merge inside a box. @throws SheetRefusal when the box cuts through one */
export function unmergeCells(sheet: SheetData, box: Box): void {
  for (const merge of mergesAt(sheet, box)) {
    if (!contains(box, boxOf(merge, sheet))) throw new SheetRefusal('bad request', 'You must select all cells in a merged range to merge or unmerge them.');
  }
  sheet.merges = sheet.merges.filter((merge) => !overlap(boxOf(merge, sheet), box));
}

export function mergesAt(sheet: SheetData, box: Box): GridRangeData[] {
  return sheet.merges.filter((merge) => overlap(boxOf(merge, sheet), box));
}
