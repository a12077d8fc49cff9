import type { ProtectionData, SheetData, SpreadsheetData } from '../../workspace/data.ts';
import { addressOf } from '../../workspace/drive/addresses.ts';
import { MIME } from '../../workspace/drive.ts';
import { letsEdit } from '../../workspace/sheets/protection.ts';
import type { Caller } from '../api.ts';
import { cellJson } from './cells.ts';
import { compact, type Json, unlessEmpty } from './json.ts';
import { gridRangeJson, type SheetBox } from './ranges.ts';
import { colorFields } from './styles.ts';

/** A spreadsheet as `spreadsheets.get` shows it. `grids` are the ranges whose cells are wanted, or null for none. */
export function spreadsheetJson(caller: Caller, spreadsheet: SpreadsheetData, grids: SheetBox[] | null): Json {
  return compact({
    spreadsheetId: spreadsheet.id,
    properties: {
      title: caller.workspace.drive.find(spreadsheet.id)?.name ?? '',
      locale: spreadsheet.locale,
      autoRecalc: 'ON_CHANGE',
      timeZone: spreadsheet.timeZone,
    },
    sheets: spreadsheet.sheets.map((sheet) => sheetJson(caller, spreadsheet, sheet, grids)),
    namedRanges: some(spreadsheet.namedRanges.map(({ id, name, range }) => ({ namedRangeId: id, name, range: gridRangeJson(range) }))),
    spreadsheetUrl: addressOf({ id: spreadsheet.id, mimeType: MIME.spreadsheet }),
  });
}

function some<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}

function sheetJson(caller: Caller, spreadsheet: SpreadsheetData, sheet: SheetData, grids: SheetBox[] | null): Json {
  const wanted = grids?.filter((grid) => grid.sheet === sheet);
  return compact({
    properties: sheetProperties(spreadsheet, sheet),
    data: wanted && some(wanted.map((grid) => gridData(grid, spreadsheet.locale))),
    merges: some(sheet.merges.map(gridRangeJson)),
    conditionalFormats: some(
      (sheet.conditionalFormats as { ranges: SheetData['merges'] }[]).map((rule) => ({ ...rule, ranges: rule.ranges.map(gridRangeJson) })),
    ),
    filterViews: some(sheet.filterViews.map(filterViewJson)),
    protectedRanges: some(spreadsheet.protections.filter((each) => each.range.sheetId === sheet.id).map((each) => protectionJson(caller, spreadsheet, each))),
    basicFilter: sheet.filter ? { range: gridRangeJson(sheet.filter.range), ...unlessEmpty({ criteria: unlessEmpty(sheet.filter.criteria) }) } : undefined,
    charts: some(sheet.charts),
    bandedRanges: some((sheet.bandings as { range: SheetData['merges'][number] }[]).map((each) => ({ ...each, range: gridRangeJson(each.range) }))),
  });
}

export function sheetProperties(spreadsheet: SpreadsheetData, sheet: SheetData): Json {
  return compact({
    sheetId: sheet.id,
    title: sheet.name,
    index: spreadsheet.sheets.indexOf(sheet),
    sheetType: 'GRID',
    gridProperties: compact({
      rowCount: sheet.rowCount,
      columnCount: sheet.columnCount,
      frozenRowCount: sheet.frozenRows || undefined,
      frozenColumnCount: sheet.frozenColumns || undefined,
      hideGridlines: sheet.gridlinesHidden || undefined,
    }),
    hidden: sheet.hidden || undefined,
    rightToLeft: sheet.rightToLeft || undefined,
    ...colorFields('tabColor', sheet.tabColor ?? undefined),
  });
}

export function filterViewJson(view: SheetData['filterViews'][number]): Json {
  return compact({
    filterViewId: view.id,
    title: view.title,
    range: gridRangeJson(view.range),
    criteria: unlessEmpty(view.criteria),
    // Both are populated in responses (docs/workspace/sheets/api/reference/rest/v4/spreadsheets/sheets.md, FilterView).
    filterSpecs: some(Object.entries(view.criteria).map(([column, filterCriteria]) => ({ columnIndex: Number(column), filterCriteria }))),
    sortSpecs: some(view.sort),
  });
}

/** Editors are shown only to those who may edit what is protected (docs/workspace/sheets/api/reference/rest/v4/spreadsheets/sheets.md). */
export function protectionJson(caller: Caller, spreadsheet: SpreadsheetData, protection: ProtectionData): Json {
  const may = letsEdit(caller.workspace, spreadsheet, protection, caller.email) && caller.workspace.sheets.mayEdit(caller.email, spreadsheet.id);
  const groups = protection.editors.filter((editor) => caller.workspace.data.groups[editor]);
  return compact({
    protectedRangeId: protection.id,
    range: gridRangeJson(protection.range),
    namedRangeId: protection.namedRangeId,
    description: protection.description || undefined,
    warningOnly: protection.warningOnly || undefined,
    requestingUserCanEdit: may || undefined,
    unprotectedRanges: some(protection.unprotected.map(gridRangeJson)),
    editors:
      may && !protection.warningOnly
        ? compact({
            users: some(protection.editors.filter((editor) => !groups.includes(editor))),
            groups: some(groups),
            domainUsersCanEdit: protection.domainEdit || undefined,
          })
        : undefined,
  });
}

function gridData({ sheet, box }: SheetBox, locale: string): Json {
  const end = Math.min(box.endRow, sheet.rows.length);
  const rowData: Json[] = [];
  for (let row = box.startRow; row < end; row += 1) {
    const cells = (sheet.rows[row] ?? []).slice(box.startColumn, box.endColumn).map((cell) => cellJson(cell, locale));
    rowData.push(cells.length > 0 ? { values: cells } : {});
  }
  const sizes = (start: number, stop: number, hidden: number[], pixels: Record<number, number>, usual: number) =>
    Array.from({ length: stop - start }, (_, index) =>
      compact({ pixelSize: pixels[start + index] ?? usual, hiddenByUser: hidden.includes(start + index) || undefined }),
    );
  return compact({
    startRow: box.startRow || undefined,
    startColumn: box.startColumn || undefined,
    rowData: some(rowData),
    rowMetadata: sizes(box.startRow, box.endRow, sheet.hiddenRows, sheet.rowHeights, 21),
    columnMetadata: sizes(box.startColumn, box.endColumn, sheet.hiddenColumns, sheet.columnWidths, 100),
  });
}
