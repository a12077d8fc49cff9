import type { SheetData } from '../../workspace/data.ts';
import { boxOf } from '../../workspace/sheets/a1.ts';
import { deleteLines, insertLines } from '../../workspace/sheets/lines.ts';
import { ScriptError } from '../errors.ts';
import { expectArgs } from './host.ts';
import { SheetBase } from './sheet-base.ts';

type Axis = 'row' | 'column';
const USUAL = { row: 21, column: 100 };

/** Rows and columns of a sheet: how many, how large, hidden, frozen. */
export abstract class SheetLines extends SheetBase {
  #insert(method: string, axis: Axis, args: unknown[], kinds: string, at: (line: number) => number, model: (line: number) => number): this {
    expectArgs(`Sheet.${method}`, args, kinds);
    const [line, count = 1] = args as [number, number?];
    return this.$alter((sheet, spreadsheet) => {
      const size = axis === 'row' ? sheet.rowCount : sheet.columnCount;
      if (line < 1 || line > size || count < 1) throw new ScriptError(`Those ${axis}s are out of bounds.`);
      insertLines(spreadsheet, sheet, axis, at(line), count, model(line));
    });
  }
  #after(method: string, axis: Axis, args: unknown[], kinds: string): this {
    return this.#insert(
      method,
      axis,
      args,
      kinds,
      (line) => line,
      (line) => line - 1,
    );
  }
  #before(method: string, axis: Axis, args: unknown[], kinds: string): this {
    return this.#insert(
      method,
      axis,
      args,
      kinds,
      (line) => line - 1,
      (line) => line - 1,
    );
  }
  insertRowAfter(...args: unknown[]): this {
    return this.#after('insertRowAfter', 'row', args, 'integer');
  }
  insertRowBefore(...args: unknown[]): this {
    return this.#before('insertRowBefore', 'row', args, 'integer');
  }
  insertRowsAfter(...args: unknown[]): this {
    return this.#after('insertRowsAfter', 'row', args, 'integer integer');
  }
  insertRowsBefore(...args: unknown[]): this {
    return this.#before('insertRowsBefore', 'row', args, 'integer integer');
  }
  insertRows(...args: unknown[]): void {
    this.#before('insertRows', 'row', args, 'integer integer?');
  }
  insertColumnAfter(...args: unknown[]): this {
    return this.#after('insertColumnAfter', 'column', args, 'integer');
  }
  insertColumnBefore(...args: unknown[]): this {
    return this.#before('insertColumnBefore', 'column', args, 'integer');
  }
  insertColumnsAfter(...args: unknown[]): this {
    return this.#after('insertColumnsAfter', 'column', args, 'integer integer');
  }
  insertColumnsBefore(...args: unknown[]): this {
    return this.#before('insertColumnsBefore', 'column', args, 'integer integer');
  }
  insertColumns(...args: unknown[]): void {
    this.#before('insertColumns', 'column', args, 'integer integer?');
  }

  #delete(method: string, axis: Axis, args: unknown[], kinds: string): this {
    expectArgs(`Sheet.${method}`, args, kinds);
    const [line, count = 1] = args as [number, number?];
    this.$change((spreadsheet) => {
      const sheet = this.$host.sheetOf(spreadsheet, this.$sheetId);
      const at = line - 1;
      const size = axis === 'row' ? sheet.rowCount : sheet.columnCount;
      if (at < 0 || count < 1 || at + count > size) throw new ScriptError(`Those ${axis}s are out of bounds.`);
      const box = boxOf(axis === 'row' ? { startRow: at, endRow: at + count } : { startColumn: at, endColumn: at + count }, sheet);
      this.$host.sheets.checkProtection(this.$host.run.effective, spreadsheet, sheet, box);
      deleteLines(spreadsheet, sheet, axis, at, count);
    });
    return this;
  }
  deleteRow(...args: unknown[]): this {
    return this.#delete('deleteRow', 'row', args, 'integer');
  }
  deleteRows(...args: unknown[]): void {
    this.#delete('deleteRows', 'row', args, 'integer integer');
  }
  deleteColumn(...args: unknown[]): this {
    return this.#delete('deleteColumn', 'column', args, 'integer');
  }
  deleteColumns(...args: unknown[]): void {
    this.#delete('deleteColumns', 'column', args, 'integer integer');
  }

  #hide(axis: Axis, lines: number[], hidden: boolean): this {
    return this.$alter((sheet) => {
      const key = axis === 'row' ? 'hiddenRows' : 'hiddenColumns';
      const others = sheet[key].filter((line) => !lines.includes(line));
      sheet[key] = hidden ? [...others, ...lines].sort((a, b) => a - b) : others;
    });
  }
  #lines(method: string, args: unknown[]): number[] {
    expectArgs(`Sheet.${method}`, args, 'integer integer?', 'Range');
    if (typeof args[0] === 'number') return Array.from({ length: (args[1] as number | undefined) ?? 1 }, (_, index) => (args[0] as number) - 1 + index);
    const { $box } = args[0] as { $box: { startRow: number; endRow: number; startColumn: number; endColumn: number } };
    const [from, to] = /Row/.test(method) ? [$box.startRow, $box.endRow] : [$box.startColumn, $box.endColumn];
    return Array.from({ length: to - from }, (_, index) => from + index);
  }
  hideRows(...args: unknown[]): void {
    this.#hide('row', this.#lines('hideRows', args), true);
  }
  hideRow(...args: unknown[]): void {
    this.#hide('row', this.#lines('hideRow', args), true);
  }
  showRows(...args: unknown[]): void {
    this.#hide('row', this.#lines('showRows', args), false);
  }
  unhideRow(...args: unknown[]): void {
    this.#hide('row', this.#lines('unhideRow', args), false);
  }
  hideColumns(...args: unknown[]): void {
    this.#hide('column', this.#lines('hideColumns', args), true);
  }
  hideColumn(...args: unknown[]): void {
    this.#hide('column', this.#lines('hideColumn', args), true);
  }
  showColumns(...args: unknown[]): void {
    this.#hide('column', this.#lines('showColumns', args), false);
  }
  unhideColumn(...args: unknown[]): void {
    this.#hide('column', this.#lines('unhideColumn', args), false);
  }
  isRowHiddenByUser(...args: unknown[]): boolean {
    expectArgs('Sheet.isRowHiddenByUser', args, 'integer');
    return this.$sheet((sheet) => sheet.hiddenRows.includes((args[0] as number) - 1));
  }
  isColumnHiddenByUser(...args: unknown[]): boolean {
    expectArgs('Sheet.isColumnHiddenByUser', args, 'integer');
    return this.$sheet((sheet) => sheet.hiddenColumns.includes((args[0] as number) - 1));
  }

  #size(method: string, axis: Axis, args: unknown[], kinds: string): this {
    expectArgs(`Sheet.${method}`, args, kinds);
    const [line, second, third] = args as [number, number, number?];
    const [count, pixels] = third === undefined ? [1, second] : [second, third];
    return this.$alter((sheet) => {
      for (let at = line - 1; at < line - 1 + count; at += 1) sizes(sheet, axis)[at] = pixels;
    });
  }
  setRowHeight(...args: unknown[]): this {
    return this.#size('setRowHeight', 'row', args, 'integer integer');
  }
  setRowHeights(...args: unknown[]): this {
    return this.#size('setRowHeights', 'row', args, 'integer integer integer');
  }
  setRowHeightsForced(...args: unknown[]): this {
    return this.#size('setRowHeightsForced', 'row', args, 'integer integer integer');
  }
  setColumnWidth(...args: unknown[]): this {
    return this.#size('setColumnWidth', 'column', args, 'integer integer');
  }
  setColumnWidths(...args: unknown[]): this {
    return this.#size('setColumnWidths', 'column', args, 'integer integer integer');
  }
  getRowHeight(...args: unknown[]): number {
    expectArgs('Sheet.getRowHeight', args, 'integer');
    return this.$sheet((sheet) => sheet.rowHeights[(args[0] as number) - 1] ?? USUAL.row);
  }
  getColumnWidth(...args: unknown[]): number {
    expectArgs('Sheet.getColumnWidth', args, 'integer');
    return this.$sheet((sheet) => sheet.columnWidths[(args[0] as number) - 1] ?? USUAL.column);
  }

  /** Nothing is drawn here, so lines get the size that new ones have. */
  #fit(method: string, axis: Axis, args: unknown[], kinds: string): this {
    expectArgs(`Sheet.${method}`, args, kinds);
    const [line, count = 1] = args as [number, number?];
    if (line < 1 || count < 1) throw new ScriptError(`Those ${axis}s are out of bounds.`);
    return this.$alter((sheet) => {
      for (let at = line - 1; at < line - 1 + count; at += 1) delete sizes(sheet, axis)[at];
    });
  }
  autoResizeColumn(...args: unknown[]): this {
    return this.#fit('autoResizeColumn', 'column', args, 'integer');
  }
  autoResizeColumns(...args: unknown[]): this {
    return this.#fit('autoResizeColumns', 'column', args, 'integer integer');
  }
  autoResizeRows(...args: unknown[]): this {
    return this.#fit('autoResizeRows', 'row', args, 'integer integer');
  }

  getFrozenRows(): number {
    return this.$sheet((sheet) => sheet.frozenRows);
  }
  getFrozenColumns(): number {
    return this.$sheet((sheet) => sheet.frozenColumns);
  }
  setFrozenRows(...args: unknown[]): void {
    expectArgs('Sheet.setFrozenRows', args, 'integer');
    this.$alter((sheet) => {
      if ((args[0] as number) >= sheet.rowCount) throw new ScriptError(`You can't freeze all visible rows on the sheet.`);
      sheet.frozenRows = args[0] as number;
    });
  }
  setFrozenColumns(...args: unknown[]): void {
    expectArgs('Sheet.setFrozenColumns', args, 'integer');
    this.$alter((sheet) => {
      if ((args[0] as number) >= sheet.columnCount) throw new ScriptError(`You can't freeze all visible columns on the sheet.`);
      sheet.frozenColumns = args[0] as number;
    });
  }
}

function sizes(sheet: SheetData, axis: Axis): Record<number, number> {
  return axis === 'row' ? sheet.rowHeights : sheet.columnWidths;
}
