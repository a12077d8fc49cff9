import type { SheetData, SpreadsheetData } from '../../workspace/data.ts';
import { type Box, boxOf, parseA1 } from '../../workspace/sheets/a1.ts';
import { lastColumn, lastRow } from '../../workspace/sheets/grid.ts';
import { insertLines } from '../../workspace/sheets/lines.ts';
import { blockingSheetProtection } from '../../workspace/sheets/protection.ts';
import { PROTECTED } from '../../workspace/sheets/refusal.ts';
import { ScriptError } from '../errors.ts';
import { expectArgs, InSpreadsheet, type SpreadsheetHost } from './host.ts';
import type { Range } from './range.ts';
import { RangeList } from './range-list.ts';

/** A sheet and the ranges on it. */
export abstract class SheetBase extends InSpreadsheet {
  readonly $name = 'Sheet';
  override readonly $latency = {
    getLastRow: 100,
    getLastColumn: 100,
    getDataRange: 100,
    getSheetValues: 150,
    appendRow: 250,
    clear: 200,
    clearContents: 200,
    insertRowsAfter: 250,
    insertColumnAfter: 250,
    deleteRow: 250,
    deleteRows: 250,
    deleteColumns: 250,
    copyTo: 600,
    protect: 250,
    sort: 250,
    autoResizeColumns: 300,
    setName: 150,
  };
  constructor(
    host: SpreadsheetHost,
    spreadsheetId: string,
    readonly $sheetId: number,
  ) {
    super(host, spreadsheetId);
  }

  $sheet<T>(work: (sheet: SheetData, spreadsheet: SpreadsheetData) => T): T {
    return this.$read((spreadsheet) => work(this.$host.sheetOf(spreadsheet, this.$sheetId), spreadsheet));
  }

  /** Changes the sheet as such: refused where a protection of the whole sheet keeps the run's account out. */
  $alter(work: (sheet: SheetData, spreadsheet: SpreadsheetData) => void): this {
    this.$change((spreadsheet) => {
      const sheet = this.$host.sheetOf(spreadsheet, this.$sheetId);
      if (blockingSheetProtection(this.$host.run.workspace, spreadsheet, sheet, this.$host.run.effective)) throw new ScriptError(PROTECTED);
      work(sheet, spreadsheet);
    });
    return this;
  }

  $range(box: Box): Range {
    return this.$host.make.range(this.$host, this.$spreadsheetId, this.$sheetId, box);
  }
  $all(): Range {
    return this.$sheet((sheet) => this.$range(boxOf({}, sheet)));
  }

  /** The cells that hold anything: formats and all beyond the last of them are left alone. */
  $stored(): Range {
    return this.$sheet((sheet) =>
      this.$range({
        startRow: 0,
        endRow: Math.max(1, sheet.rows.length),
        startColumn: 0,
        endColumn: Math.max(1, ...sheet.rows.map((row) => row?.length ?? 0)),
      }),
    );
  }

  /** `getRange('A1:B2')`, or row, column, and how many of each (docs/apps-script/reference/spreadsheet/sheet.md). */
  getRange(...args: unknown[]): Range {
    expectArgs('Sheet.getRange', args, 'string', 'integer integer', 'integer integer integer', 'integer integer integer integer');
    return this.$sheet((sheet, spreadsheet) => {
      if (typeof args[0] === 'string') return this.#named(args[0], sheet, spreadsheet);
      const [row, column, rows = 1, columns = 1] = args as number[];
      if (rows < 1) throw new ScriptError('The number of rows in the range must be at least 1.');
      if (columns < 1) throw new ScriptError('The number of columns in the range must be at least 1.');
      if ((row as number) < 1 || (column as number) < 1) throw new ScriptError('The starting row and column of the range must be at least 1.');
      const box = {
        startRow: (row as number) - 1,
        endRow: (row as number) - 1 + rows,
        startColumn: (column as number) - 1,
        endColumn: (column as number) - 1 + columns,
      };
      return this.$range(inside(box, sheet));
    });
  }

  #named(text: string, sheet: SheetData, spreadsheet: SpreadsheetData): Range {
    const named = spreadsheet.namedRanges.find((each) => each.name.toLowerCase() === text.toLowerCase());
    if (named) {
      const home = this.$host.sheetOf(spreadsheet, named.range.sheetId);
      return this.$host.make.range(this.$host, this.$spreadsheetId, home.id, boxOf(named.range, home));
    }
    const range = parseA1(text);
    const home = range?.sheetName === undefined ? sheet : spreadsheet.sheets.find((each) => each.name === range.sheetName);
    if (!range || !home) throw new ScriptError('Range not found');
    return this.$host.make.range(this.$host, this.$spreadsheetId, home.id, inside(boxOf(range, home), home));
  }

  getRangeList(...args: unknown[]): RangeList {
    expectArgs('Sheet.getRangeList', args, 'Array');
    return new RangeList((args[0] as string[]).map((text) => this.getRange(text)));
  }

  /** From A1 to the last row and column with content; A1 alone on an empty sheet. */
  getDataRange(): Range {
    return this.$sheet((sheet) => this.$range({ startRow: 0, endRow: Math.max(1, lastRow(sheet)), startColumn: 0, endColumn: Math.max(1, lastColumn(sheet)) }));
  }
  getLastRow(): number {
    return this.$sheet(lastRow);
  }
  getLastColumn(): number {
    return this.$sheet(lastColumn);
  }
  getMaxRows(): number {
    return this.$sheet((sheet) => sheet.rowCount);
  }
  getMaxColumns(): number {
    return this.$sheet((sheet) => sheet.columnCount);
  }
  /** As far as the sheet reaches: more rows or columns may be asked for than there are, and -1 is all of them. */
  getSheetValues(...args: unknown[]): unknown[][] {
    expectArgs('Sheet.getSheetValues', args, 'integer integer integer integer');
    const [row, column, rows, columns] = args as [number, number, number, number];
    const limit = this.$sheet((sheet) => ({ rows: sheet.rowCount - row + 1, columns: sheet.columnCount - column + 1 }));
    return this.getRange(
      row,
      column,
      rows === -1 ? limit.rows : Math.min(rows, limit.rows),
      columns === -1 ? limit.columns : Math.min(columns, limit.columns),
    ).getValues();
  }

  /** Adds a row under the last one with content, whatever else runs at the time (docs: "atomic"). */
  appendRow(...args: unknown[]): this {
    expectArgs('Sheet.appendRow', args, 'Array');
    const values = args[0] as unknown[];
    if (values.length === 0) throw new ScriptError('Invalid argument: rowContents');
    const box = this.$change((spreadsheet) => {
      const sheet = this.$host.sheetOf(spreadsheet, this.$sheetId);
      const row = lastRow(sheet);
      if (row >= sheet.rowCount) insertLines(spreadsheet, sheet, 'row', sheet.rowCount, 1);
      if (values.length > sheet.columnCount) insertLines(spreadsheet, sheet, 'column', sheet.columnCount, values.length - sheet.columnCount);
      return { startRow: row, endRow: row + 1, startColumn: 0, endColumn: values.length };
    });
    this.$range(box).setValues([values]);
    return this;
  }

  clear(...args: unknown[]): this {
    expectArgs('Sheet.clear', args, 'object?');
    const options = args[0] as { contentsOnly?: boolean; formatOnly?: boolean } | undefined;
    const unknown = Object.keys(options ?? {}).find((name) => name !== 'contentsOnly' && name !== 'formatOnly');
    if (unknown !== undefined) throw new ScriptError(`Invalid argument: ${unknown}`);
    this.$stored().clear(options);
    return this;
  }
  clearContents(): this {
    this.$stored().clearContent();
    return this;
  }
  clearFormats(): this {
    this.$stored().clearFormat();
    return this;
  }
  clearNotes(): this {
    this.$stored().clearNote();
    return this;
  }

  /** Sorts the whole sheet but for its frozen rows. */
  sort(...args: unknown[]): this {
    expectArgs('Sheet.sort', args, 'integer', 'integer boolean');
    const [column, ascending = true] = args as [number, boolean?];
    const { frozen, rows } = this.$sheet((sheet) => ({ frozen: sheet.frozenRows, rows: sheet.rows.length }));
    const width = Math.max(column, this.getLastColumn());
    if (rows > frozen) this.$range({ startRow: frozen, endRow: rows, startColumn: 0, endColumn: width }).sort({ column, ascending });
    return this;
  }
}

/** @throws ScriptError when the box lies beyond the sheet */
function inside(box: Box, sheet: SheetData): Box {
  if (box.endRow > sheet.rowCount || box.endColumn > sheet.columnCount || box.startRow >= box.endRow || box.startColumn >= box.endColumn) {
    throw new ScriptError('The coordinates of the range are outside the dimensions of the sheet.');
  }
  return box;
}
