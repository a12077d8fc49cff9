import type { CellData, SheetData, SpreadsheetData } from '../../workspace/data.ts';
import { type Box, boxName } from '../../workspace/sheets/a1.ts';
import { readCells } from '../../workspace/sheets/grid.ts';
import { mergesAt } from '../../workspace/sheets/merges.ts';
import { ScriptError } from '../errors.ts';
import { expectArgs, InSpreadsheet, type SpreadsheetHost } from './host.ts';
import type { Range } from './range.ts';
import type { Sheet } from './sheet.ts';

/** Where a range is, and how its cells are read and written. What can be done with them is in the classes over it. */
export abstract class RangeBase extends InSpreadsheet {
  readonly $name = 'Range';
  override readonly $latency = {
    getValue: 100,
    getValues: 150,
    getDisplayValue: 100,
    getDisplayValues: 150,
    getFormulas: 150,
    getBackgrounds: 150,
    getRichTextValues: 150,
    setValue: 150,
    setValues: 250,
    setFormula: 150,
    setFormulas: 250,
    setFormulaR1C1: 150,
    setNumberFormat: 100,
    setBackground: 100,
    setDataValidation: 150,
    sort: 250,
    copyTo: 250,
    protect: 250,
    clear: 150,
    clearContent: 150,
    removeDuplicates: 250,
    getDataRegion: 100,
  };

  constructor(
    host: SpreadsheetHost,
    spreadsheetId: string,
    readonly $sheetId: number,
    readonly $box: Box,
  ) {
    super(host, spreadsheetId);
  }

  /** Another range of the same sheet. */
  $at(box: Box): Range {
    return this.$host.make.range(this.$host, this.$spreadsheetId, this.$sheetId, box);
  }

  /** This range, typed as what scripts hold. */
  get $self(): Range {
    return this as unknown as Range;
  }

  $inSheet<T>(work: (sheet: SheetData, spreadsheet: SpreadsheetData) => T): T {
    return this.$read((spreadsheet) => work(this.$host.sheetOf(spreadsheet, this.$sheetId), spreadsheet));
  }

  /** Every cell of the range as `read` sees it. A big read takes its time. */
  $cells<T>(read: (cell: CellData | null, spreadsheet: SpreadsheetData, row: number, column: number) => T): T[][] {
    return this.$inSheet((sheet, spreadsheet) => {
      this.$takeTime();
      return readCells(sheet, this.$box, (cell, row, column) => read(cell, spreadsheet, row, column));
    });
  }

  /** The first cell as `read` sees it. */
  $first<T>(read: (cell: CellData | null, spreadsheet: SpreadsheetData, row: number, column: number) => T): T {
    const { startRow, startColumn } = this.$box;
    return this.$inSheet((sheet, spreadsheet) => read(sheet.rows[startRow]?.[startColumn] ?? null, spreadsheet, startRow, startColumn));
  }

  /** Replaces every cell. `row` and `column` count from the range's corner. @throws ScriptError, and then no cell has changed */
  $write(next: (old: CellData | null, row: number, column: number, spreadsheet: SpreadsheetData) => CellData | null): Range {
    const { startRow, startColumn } = this.$box;
    this.$change((spreadsheet) => {
      this.$takeTime();
      const sheet = this.$host.sheetOf(spreadsheet, this.$sheetId);
      this.$host.sheets.put(this.$host.run.effective, spreadsheet, sheet, this.$box, (old, row, column) =>
        next(old, row - startRow, column - startColumn, spreadsheet),
      );
    });
    return this.$self;
  }

  /** Gives every cell some looks; an undefined one is taken away. */
  $style(looks: Partial<CellData>): Range {
    return this.$write((old) => ({ ...(old ?? { v: null }), ...looks }));
  }

  /** Gives each cell its own looks. @throws ScriptError when the list's shape is not the range's */
  $styleEach(list: unknown, looksOf: (value: unknown) => Partial<CellData>): Range {
    const rows = this.$shaped(list);
    return this.$write((old, row, column) => ({ ...(old ?? { v: null }), ...looksOf(rows[row]?.[column]) }));
  }

  /** @throws ScriptError in Google's words when a two-dimensional list does not have the range's shape */
  $shaped(list: unknown): unknown[][] {
    expectArgs('Range.setValues', [list], 'Array');
    const rows = list as unknown[];
    if (rows.some((row) => !Array.isArray(row))) expectArgs('Range.setValues', [list], 'object');
    const [height, width] = [this.getNumRows(), this.getNumColumns()];
    if (rows.length !== height) {
      throw new ScriptError(
        `The number of rows in the data does not match the number of rows in the range. The data has ${rows.length} but the range has ${height}.`,
      );
    }
    const wrong = (rows as unknown[][]).find((row) => row.length !== width);
    if (wrong) {
      throw new ScriptError(
        `The number of columns in the data does not match the number of columns in the range. The data has ${wrong.length} but the range has ${width}.`,
      );
    }
    return rows as unknown[][];
  }

  /** A thousand cells more take about ten milliseconds more. */
  private $takeTime(): void {
    const cells = this.getNumRows() * this.getNumColumns();
    if (cells > 1000) this.$host.run.slow(cells / 100);
  }

  getRow(): number {
    return this.$box.startRow + 1;
  }
  getRowIndex(): number {
    return this.getRow();
  }
  getColumn(): number {
    return this.$box.startColumn + 1;
  }
  /** An older name that scripts still use; Google keeps it working. */
  getColumnIndex(): number {
    return this.getColumn();
  }
  getLastRow(): number {
    return this.$box.endRow;
  }
  getLastColumn(): number {
    return this.$box.endColumn;
  }
  getNumRows(): number {
    return this.$box.endRow - this.$box.startRow;
  }
  getNumColumns(): number {
    return this.$box.endColumn - this.$box.startColumn;
  }
  getHeight(): number {
    return this.getNumRows();
  }
  getWidth(): number {
    return this.getNumColumns();
  }
  getA1Notation(): string {
    return boxName(this.$box);
  }
  getGridId(): number {
    return this.$sheetId;
  }
  getSheet(): Sheet {
    return this.$host.make.sheet(this.$host, this.$spreadsheetId, this.$sheetId);
  }

  /** A cell by its place in the range, from 1. */
  getCell(...args: unknown[]): Range {
    expectArgs('Range.getCell', args, 'integer integer');
    const [row, column] = args as [number, number];
    if (row < 1 || column < 1 || row > this.getNumRows() || column > this.getNumColumns()) throw new ScriptError('Cell reference out of range');
    const [startRow, startColumn] = [this.$box.startRow + row - 1, this.$box.startColumn + column - 1];
    return this.$at({ startRow, endRow: startRow + 1, startColumn, endColumn: startColumn + 1 });
  }

  offset(...args: unknown[]): Range {
    expectArgs('Range.offset', args, 'integer integer', 'integer integer integer', 'integer integer integer integer');
    const [rows, columns, height = this.getNumRows(), width = this.getNumColumns()] = args as number[];
    const startRow = this.$box.startRow + (rows as number);
    const startColumn = this.$box.startColumn + (columns as number);
    const box = { startRow, endRow: startRow + height, startColumn, endColumn: startColumn + width };
    const inside = this.$inSheet((sheet) => startRow >= 0 && startColumn >= 0 && box.endRow <= sheet.rowCount && box.endColumn <= sheet.columnCount);
    if (!inside || height < 1 || width < 1) throw new ScriptError('The coordinates of the range are outside the dimensions of the sheet.');
    return this.$at(box);
  }

  isPartOfMerge(): boolean {
    return this.$inSheet((sheet) => mergesAt(sheet, this.$box).length > 0);
  }
  getMergedRanges(): Range[] {
    return this.$inSheet((sheet) => mergesAt(sheet, this.$box).map((merge) => this.$at(merge as Box)));
  }

  activate(): Range {
    this.$host.activate(this.$spreadsheetId);
    this.$host.select(this.$spreadsheetId, this.$sheetId, [this.$box]);
    return this.$self;
  }
  activateAsCurrentCell(): Range {
    return this.activate();
  }
}
