import { type MenuEntry, putMenu, takeMenu } from '../ui.ts';
import { expectArgs } from './host.ts';
import type { Range } from './range.ts';
import { Selection } from './selection.ts';
import type { Sheet } from './sheet.ts';
import { SpreadsheetPeople } from './spreadsheet-people.ts';

/** A line of a menu; null is a separator. */
type MenuLine = { name: string; functionName: string } | null;

/** What a spreadsheet has open in front of the person: its active sheet, what is selected on it, messages and menus. */
export abstract class SpreadsheetActive extends SpreadsheetPeople {
  $sheetOf(sheetId: number): Sheet {
    return this.$host.make.sheet(this.$host, this.$spreadsheetId, sheetId);
  }

  getActiveSheet(): Sheet {
    return this.$read((spreadsheet) => this.$sheetOf(this.$host.selection(spreadsheet).sheetId));
  }
  setActiveSheet(...args: unknown[]): Sheet {
    expectArgs('Spreadsheet.setActiveSheet', args, 'Sheet', 'Sheet boolean');
    return (args[0] as Sheet).activate();
  }
  getSelection(): Selection {
    return new Selection(this.$host, this.$spreadsheetId);
  }
  getActiveRange(): Range {
    return this.getActiveSheet().getActiveRange();
  }
  getActiveCell(): Range {
    return this.getActiveSheet().getActiveCell();
  }
  getCurrentCell(): Range {
    return this.getActiveCell();
  }
  setActiveRange(...args: unknown[]): Range {
    expectArgs('Spreadsheet.setActiveRange', args, 'Range');
    return (args[0] as Range).activate();
  }

  getDataRange(): Range {
    return this.getActiveSheet().getDataRange();
  }
  getLastRow(): number {
    return this.getActiveSheet().getLastRow();
  }
  getLastColumn(): number {
    return this.getActiveSheet().getLastColumn();
  }
  getSheetValues(...args: unknown[]): unknown[][] {
    return this.getActiveSheet().getSheetValues(...args);
  }
  getSheetId(): number {
    return this.getActiveSheet().getSheetId();
  }
  getSheetName(): string {
    return this.getActiveSheet().getName();
  }
  getFrozenRows(): number {
    return this.getActiveSheet().getFrozenRows();
  }
  setFrozenRows(...args: unknown[]): void {
    this.getActiveSheet().setFrozenRows(...args);
  }
  appendRow(...args: unknown[]): Sheet {
    return this.getActiveSheet().appendRow(...args);
  }
  sort(...args: unknown[]): Sheet {
    return this.getActiveSheet().sort(...args);
  }
  autoResizeColumn(...args: unknown[]): Sheet {
    return this.getActiveSheet().autoResizeColumn(...args);
  }
  insertColumnAfter(...args: unknown[]): Sheet {
    return this.getActiveSheet().insertColumnAfter(...args);
  }
  insertColumnBefore(...args: unknown[]): Sheet {
    return this.getActiveSheet().insertColumnBefore(...args);
  }
  insertColumnsAfter(...args: unknown[]): Sheet {
    return this.getActiveSheet().insertColumnsAfter(...args);
  }
  insertColumnsBefore(...args: unknown[]): Sheet {
    return this.getActiveSheet().insertColumnsBefore(...args);
  }
  insertRowAfter(...args: unknown[]): Sheet {
    return this.getActiveSheet().insertRowAfter(...args);
  }
  insertRowBefore(...args: unknown[]): Sheet {
    return this.getActiveSheet().insertRowBefore(...args);
  }
  insertRowsAfter(...args: unknown[]): Sheet {
    return this.getActiveSheet().insertRowsAfter(...args);
  }
  insertRowsBefore(...args: unknown[]): Sheet {
    return this.getActiveSheet().insertRowsBefore(...args);
  }
  deleteRow(...args: unknown[]): Sheet {
    return this.getActiveSheet().deleteRow(...args);
  }
  deleteColumn(...args: unknown[]): Sheet {
    return this.getActiveSheet().deleteColumn(...args);
  }
  setRowHeight(...args: unknown[]): Sheet {
    return this.getActiveSheet().setRowHeight(...args);
  }
  setColumnWidth(...args: unknown[]): Sheet {
    return this.getActiveSheet().setColumnWidth(...args);
  }
  deleteRows(...args: unknown[]): void {
    this.getActiveSheet().deleteRows(...args);
  }
  deleteColumns(...args: unknown[]): void {
    this.getActiveSheet().deleteColumns(...args);
  }
  hideRow(...args: unknown[]): void {
    this.getActiveSheet().hideRow(...args);
  }
  hideColumn(...args: unknown[]): void {
    this.getActiveSheet().hideColumn(...args);
  }
  unhideRow(...args: unknown[]): void {
    this.getActiveSheet().unhideRow(...args);
  }
  unhideColumn(...args: unknown[]): void {
    this.getActiveSheet().unhideColumn(...args);
  }
  setFrozenColumns(...args: unknown[]): void {
    this.getActiveSheet().setFrozenColumns(...args);
  }
  getColumnWidth(...args: unknown[]): number {
    return this.getActiveSheet().getColumnWidth(...args);
  }
  getRowHeight(...args: unknown[]): number {
    return this.getActiveSheet().getRowHeight(...args);
  }
  isRowHiddenByUser(...args: unknown[]): boolean {
    return this.getActiveSheet().isRowHiddenByUser(...args);
  }
  isColumnHiddenByUser(...args: unknown[]): boolean {
    return this.getActiveSheet().isColumnHiddenByUser(...args);
  }
  getFrozenColumns(): number {
    return this.getActiveSheet().getFrozenColumns();
  }

  toast(...args: unknown[]): void {
    expectArgs('Spreadsheet.toast', args, 'string', 'string string', 'string string number|null');
    this.$host.run.log.push(`[toast] ${args[1] === undefined ? '' : `${String(args[1])}: `}${String(args[0])}`);
  }
  addMenu(...args: unknown[]): void {
    expectArgs('Spreadsheet.addMenu', args, 'string Array');
    this.#putMenu(...(args as [string, MenuLine[]]));
  }
  updateMenu(...args: unknown[]): void {
    expectArgs('Spreadsheet.updateMenu', args, 'string Array');
    this.#putMenu(...(args as [string, MenuLine[]]));
  }
  #putMenu(caption: string, lines: MenuLine[]): void {
    putMenu(this.$host.run, { caption, entries: lines.map((each): MenuEntry => (each ? { caption: each.name, fn: each.functionName } : { caption: '-' })) });
  }
  removeMenu(...args: unknown[]): void {
    expectArgs('Spreadsheet.removeMenu', args, 'string');
    takeMenu(this.$host.run, args[0] as string);
  }
}
