import { boxOf } from '../../workspace/sheets/a1.ts';
import { copySheet, renameSheet } from '../../workspace/sheets/whole-sheets.ts';
import { ScriptError } from '../errors.ts';
import { documented, type EnumValue } from '../served.ts';
import { type ConditionalFormatData, ConditionalFormatRule } from './conditional-format.ts';
import { colorFromCss } from './convert.ts';
import { SheetType } from './enums.ts';
import { Filter } from './filter.ts';
import { expectArgs } from './host.ts';
import { NamedRange } from './named-range.ts';
import { newProtection, type Protection } from './protection.ts';
import type { Range } from './range.ts';
import { RangeList } from './range-list.ts';
import { Selection } from './selection.ts';
import { SheetLines } from './sheet-lines.ts';
import type { Spreadsheet } from './spreadsheet.ts';
import { TextFinder } from './text-finder.ts';

/** docs/apps-script/reference/spreadsheet/sheet.md */
export class Sheet extends SheetLines {
  getName(): string {
    return this.$sheet((sheet) => sheet.name);
  }
  getSheetName(): string {
    return this.getName();
  }
  setName(...args: unknown[]): this {
    expectArgs('Sheet.setName', args, 'string');
    const name = args[0] as string;
    return this.$alter((sheet, spreadsheet) => {
      if (name === '') throw new ScriptError('Sheet name cannot be empty.');
      if (spreadsheet.sheets.some((each) => each !== sheet && each.name.toLowerCase() === name.toLowerCase())) {
        throw new ScriptError(`A sheet with the name "${name}" already exists. Please enter another name.`);
      }
      renameSheet(spreadsheet.sheets, sheet, name);
    });
  }
  getSheetId(): number {
    return this.$sheetId;
  }
  getIndex(): number {
    return this.$sheet((sheet, spreadsheet) => spreadsheet.sheets.indexOf(sheet) + 1);
  }
  getType(): EnumValue {
    return SheetType.$of('GRID');
  }
  getParent(): Spreadsheet {
    return this.$host.make.spreadsheet(this.$host, this.$spreadsheetId);
  }
  getFormUrl(): string | null {
    return this.$sheet((_, spreadsheet) => {
      const form = Object.values(this.$host.run.workspace.data.forms).find(
        (each) => each.destination?.spreadsheetId === spreadsheet.id && each.destination.sheetId === this.$sheetId,
      );
      return form ? `https://docs.google.com/forms/d/${form.id}/viewform` : null;
    });
  }

  activate(): this {
    this.$host.activate(this.$spreadsheetId);
    this.$host.select(this.$spreadsheetId, this.$sheetId);
    return this;
  }
  getSelection(): Selection {
    return new Selection(this.$host, this.$spreadsheetId);
  }
  getActiveRange(): Range {
    return this.$sheet((_, spreadsheet) => {
      const { sheetId, boxes } = this.$host.selection(spreadsheet);
      return this.$range(sheetId === this.$sheetId && boxes[0] ? boxes[0] : { startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 });
    });
  }
  getActiveCell(): Range {
    return this.getActiveRange().getCell(1, 1);
  }
  getCurrentCell(): Range {
    return this.getActiveCell();
  }
  getActiveRangeList(): RangeList {
    return new RangeList([this.getActiveRange()]);
  }
  setActiveRange(...args: unknown[]): Range {
    expectArgs('Sheet.setActiveRange', args, 'Range');
    return (args[0] as Range).activate();
  }
  setActiveSelection(...args: unknown[]): Range {
    expectArgs('Sheet.setActiveSelection', args, 'Range', 'string');
    return (typeof args[0] === 'string' ? this.getRange(args[0]) : (args[0] as Range)).activate();
  }
  setCurrentCell(...args: unknown[]): Range {
    expectArgs('Sheet.setCurrentCell', args, 'Range');
    return (args[0] as Range).activate();
  }

  hideSheet(): this {
    return this.$alter((sheet, spreadsheet) => {
      if (spreadsheet.sheets.every((each) => each === sheet || each.hidden)) throw new ScriptError(`You can't hide all the sheets in a document.`);
      sheet.hidden = true;
    });
  }
  showSheet(): this {
    return this.$alter((sheet) => {
      sheet.hidden = false;
    });
  }
  isSheetHidden(): boolean {
    return this.$sheet((sheet) => sheet.hidden);
  }
  getTabColor(): string | null {
    return this.$sheet((sheet) => sheet.tabColor);
  }
  setTabColor(...args: unknown[]): this {
    expectArgs('Sheet.setTabColor', args, 'string|null');
    return this.$alter((sheet) => {
      sheet.tabColor = colorFromCss(args[0], 'SpreadsheetApp.Sheet.setTabColor') ?? null;
    });
  }
  hasHiddenGridlines(): boolean {
    return this.$sheet((sheet) => sheet.gridlinesHidden === true);
  }
  setHiddenGridlines(...args: unknown[]): this {
    expectArgs('Sheet.setHiddenGridlines', args, 'boolean');
    return this.$alter((sheet) => {
      sheet.gridlinesHidden = args[0] as boolean;
    });
  }
  isRightToLeft(): boolean {
    return this.$sheet((sheet) => sheet.rightToLeft === true);
  }
  setRightToLeft(...args: unknown[]): this {
    expectArgs('Sheet.setRightToLeft', args, 'boolean');
    return this.$alter((sheet) => {
      sheet.rightToLeft = args[0] as boolean;
    });
  }

  /** The sheet's own protection if it has one already. */
  protect(): Protection {
    return this.$change((spreadsheet) => {
      const known = spreadsheet.protections.find((each) => each.type === 'SHEET' && each.range.sheetId === this.$sheetId);
      const { id } = known ?? newProtection(this.$host, spreadsheet, 'SHEET', { sheetId: this.$sheetId });
      return this.$host.make.protection(this.$host, this.$spreadsheetId, id);
    });
  }
  getProtections(...args: unknown[]): Protection[] {
    expectArgs('Sheet.getProtections', args, 'ProtectionType');
    const type = (args[0] as EnumValue).$name;
    return this.$sheet((_, spreadsheet) =>
      spreadsheet.protections
        .filter((each) => each.type === type && each.range.sheetId === this.$sheetId)
        .map((each) => this.$host.make.protection(this.$host, this.$spreadsheetId, each.id)),
    );
  }
  getNamedRanges(): NamedRange[] {
    return this.$sheet((_, spreadsheet) =>
      spreadsheet.namedRanges.filter((each) => each.range.sheetId === this.$sheetId).map((each) => new NamedRange(this.$host, this.$spreadsheetId, each.id)),
    );
  }
  getFilter(): Filter | null {
    return this.$sheet((sheet) => (sheet.filter ? new Filter(this.$host, this.$spreadsheetId, this.$sheetId) : null));
  }

  getConditionalFormatRules(): ConditionalFormatRule[] {
    return this.$sheet((sheet) =>
      (sheet.conditionalFormats as ConditionalFormatData[]).map(
        (rule) =>
          new ConditionalFormatRule(
            rule,
            rule.ranges.map((range) => this.$range(boxOf(range, sheet))),
          ),
      ),
    );
  }
  setConditionalFormatRules(...args: unknown[]): void {
    expectArgs('Sheet.setConditionalFormatRules', args, 'Array');
    const rules = args[0] as unknown[];
    for (const rule of rules) expectArgs('Sheet.setConditionalFormatRules', [rule], 'ConditionalFormatRule');
    this.$alter((sheet) => {
      sheet.conditionalFormats = (rules as ConditionalFormatRule[]).map((rule) => rule.$data);
    });
  }
  clearConditionalFormatRules(): void {
    this.setConditionalFormatRules([]);
  }

  createTextFinder(...args: unknown[]): TextFinder {
    expectArgs('Sheet.createTextFinder', args, 'string');
    return new TextFinder(this.$host, this.$spreadsheetId, () => [this.getDataRange()], args[0] as string);
  }

  /** A copy of the sheet in another spreadsheet, as `Copy of …`. */
  copyTo(...args: unknown[]): Sheet {
    expectArgs('Sheet.copyTo', args, 'Spreadsheet');
    const target = args[0] as Spreadsheet;
    return this.$sheet((source) =>
      target.$change((spreadsheet) => {
        const made = copySheet(this.$host.sheets, source, spreadsheet);
        return this.$host.make.sheet(this.$host, spreadsheet.id, made.id);
      }),
    );
  }
}
documented<Sheet, GoogleAppsScript.Spreadsheet.Sheet>(true);
