import { addressOf } from '../../workspace/drive/addresses.ts';
import { MIME } from '../../workspace/drive.ts';
import { boxOf, parseA1, wholeBox } from '../../workspace/sheets/a1.ts';
import { addNamedRange } from '../../workspace/sheets/names.ts';
import { blockingProtection } from '../../workspace/sheets/protection.ts';
import { PROTECTED } from '../../workspace/sheets/refusal.ts';
import { copySheet, deleteSheet } from '../../workspace/sheets/whole-sheets.ts';
import { ScriptError } from '../errors.ts';
import { documented, type EnumValue } from '../served.ts';
import { expectArgs } from './host.ts';
import { NamedRange } from './named-range.ts';
import { gridRange, type Protection } from './protection.ts';
import type { Range } from './range.ts';
import type { RangeList } from './range-list.ts';
import type { Sheet } from './sheet.ts';
import { SpreadsheetActive } from './spreadsheet-active.ts';
import { TextFinder } from './text-finder.ts';

/** docs/apps-script/reference/spreadsheet/spreadsheet.md */
export class Spreadsheet extends SpreadsheetActive {
  readonly $name = 'Spreadsheet';
  override readonly $latency = {
    insertSheet: 300,
    deleteSheet: 300,
    copy: 1500,
    getSheetByName: 50,
    getSheets: 50,
    appendRow: 250,
    rename: 200,
    addEditor: 400,
    addEditors: 500,
  };

  getId(): string {
    return this.$spreadsheetId;
  }
  getUrl(): string {
    return addressOf({ id: this.$spreadsheetId, mimeType: MIME.spreadsheet });
  }
  getName(): string {
    return this.$read((spreadsheet) => this.$host.run.workspace.drive.find(spreadsheet.id)?.name ?? '');
  }
  rename(...args: unknown[]): void {
    expectArgs('Spreadsheet.rename', args, 'string');
    this.$change((spreadsheet) => {
      const file = this.$host.run.workspace.drive.find(spreadsheet.id);
      if (file) file.name = args[0] as string;
    });
  }
  getSpreadsheetTimeZone(): string {
    return this.$read((spreadsheet) => spreadsheet.timeZone);
  }
  setSpreadsheetTimeZone(...args: unknown[]): void {
    expectArgs('Spreadsheet.setSpreadsheetTimeZone', args, 'string');
    this.$change((spreadsheet) => {
      try {
        new Intl.DateTimeFormat('en-GB', { timeZone: args[0] as string });
      } catch {
        throw new ScriptError(`Invalid argument: ${String(args[0])}`);
      }
      spreadsheet.timeZone = args[0] as string;
    });
  }
  getSpreadsheetLocale(): string {
    return this.$read((spreadsheet) => spreadsheet.locale);
  }
  setSpreadsheetLocale(...args: unknown[]): void {
    expectArgs('Spreadsheet.setSpreadsheetLocale', args, 'string');
    this.$change((spreadsheet) => {
      spreadsheet.locale = (args[0] as string).replace('-', '_');
    });
  }
  getFormUrl(): string | null {
    return (
      this.getSheets()
        .map((sheet) => sheet.getFormUrl())
        .find((url) => url !== null) ?? null
    );
  }

  getSheets(): Sheet[] {
    return this.$read((spreadsheet) => spreadsheet.sheets.map((sheet) => this.$sheetOf(sheet.id)));
  }
  getNumSheets(): number {
    return this.$read((spreadsheet) => spreadsheet.sheets.length);
  }
  getSheetByName(...args: unknown[]): Sheet | null {
    expectArgs('Spreadsheet.getSheetByName', args, 'string');
    return this.$read((spreadsheet) => {
      const found = spreadsheet.sheets.find((sheet) => sheet.name === args[0]);
      return found ? this.$sheetOf(found.id) : null;
    });
  }
  getSheetById(...args: unknown[]): Sheet | null {
    expectArgs('Spreadsheet.getSheetById', args, 'integer');
    return this.$read((spreadsheet) => (spreadsheet.sheets.some((sheet) => sheet.id === args[0]) ? this.$sheetOf(args[0] as number) : null));
  }

  /** `(name?, index?, {template}?)` in any of Google's combinations; the new sheet becomes the active one. */
  insertSheet(...args: unknown[]): Sheet {
    expectArgs(
      'Spreadsheet.insertSheet',
      args,
      '',
      'integer',
      'string',
      'object',
      'integer object',
      'string integer',
      'string object',
      'string integer object',
    );
    const name = args.find((arg): arg is string => typeof arg === 'string');
    const wanted = args.find((arg): arg is number => typeof arg === 'number');
    const template = (args.find((arg) => typeof arg === 'object') as { template?: Sheet } | undefined)?.template;
    const id = this.$change((spreadsheet) => {
      const { sheets } = this.$host;
      const active = spreadsheet.sheets.findIndex((sheet) => sheet.id === this.$host.selection(spreadsheet).sheetId);
      const index = wanted ?? active + 1;
      const made = template
        ? copySheet(
            sheets,
            template.$sheet((sheet) => sheet),
            spreadsheet,
            { index, ...(name === undefined ? {} : { name }) },
          )
        : sheets.addSheet(spreadsheet, name ?? sheets.freeName(spreadsheet), { index });
      return made.id;
    });
    this.$host.select(this.$spreadsheetId, id);
    return this.$sheetOf(id);
  }
  deleteSheet(...args: unknown[]): void {
    expectArgs('Spreadsheet.deleteSheet', args, 'Sheet');
    this.$change((spreadsheet) => {
      const sheet = this.$host.sheetOf(spreadsheet, (args[0] as Sheet).$sheetId);
      if (blockingProtection(this.$host.run.workspace, spreadsheet, sheet, wholeBox(sheet), this.$host.run.effective)) throw new ScriptError(PROTECTED);
      deleteSheet(this.$host.sheets, spreadsheet, sheet);
    });
  }
  deleteActiveSheet(): Sheet {
    this.deleteSheet(this.getActiveSheet());
    return this.getActiveSheet();
  }
  duplicateActiveSheet(): Sheet {
    return this.insertSheet({ template: this.getActiveSheet() });
  }
  renameActiveSheet(...args: unknown[]): void {
    this.getActiveSheet().setName(...args);
  }
  moveActiveSheet(...args: unknown[]): void {
    expectArgs('Spreadsheet.moveActiveSheet', args, 'integer');
    this.$change((spreadsheet) => {
      const sheet = this.$host.sheetOf(spreadsheet, this.$host.selection(spreadsheet).sheetId);
      const others = spreadsheet.sheets.filter((each) => each !== sheet);
      if ((args[0] as number) < 1 || (args[0] as number) > spreadsheet.sheets.length) throw new ScriptError('Invalid argument: pos');
      spreadsheet.sheets = [...others.slice(0, (args[0] as number) - 1), sheet, ...others.slice((args[0] as number) - 1)];
    });
  }

  /** A range of the active sheet unless the notation names another. */
  getRange(...args: unknown[]): Range {
    expectArgs('Spreadsheet.getRange', args, 'string');
    return this.getActiveSheet().getRange(args[0]);
  }
  getRangeList(...args: unknown[]): RangeList {
    return this.getActiveSheet().getRangeList(...args);
  }
  getRangeByName(...args: unknown[]): Range | null {
    expectArgs('Spreadsheet.getRangeByName', args, 'string');
    const text = args[0] as string;
    return this.$read((spreadsheet) => {
      const named = spreadsheet.namedRanges.find((each) => each.name.toLowerCase() === text.toLowerCase());
      if (!named) return parseA1(text) ? this.getRange(text) : null;
      const sheet = this.$host.sheetOf(spreadsheet, named.range.sheetId);
      return this.$host.make.range(this.$host, this.$spreadsheetId, sheet.id, boxOf(named.range, sheet));
    });
  }
  setNamedRange(...args: unknown[]): void {
    expectArgs('Spreadsheet.setNamedRange', args, 'string Range');
    const [name, range] = args as [string, Range];
    this.$change((spreadsheet) => {
      const known = spreadsheet.namedRanges.find((each) => each.name.toLowerCase() === name.toLowerCase());
      if (known) known.range = gridRange(range);
      else addNamedRange(spreadsheet, name, gridRange(range));
    });
  }
  removeNamedRange(...args: unknown[]): void {
    expectArgs('Spreadsheet.removeNamedRange', args, 'string');
    this.$change((spreadsheet) => {
      const left = spreadsheet.namedRanges.filter((each) => each.name.toLowerCase() !== (args[0] as string).toLowerCase());
      if (left.length === spreadsheet.namedRanges.length) throw new ScriptError(`Named range "${String(args[0])}" was not found.`);
      spreadsheet.namedRanges = left;
    });
  }
  getNamedRanges(): NamedRange[] {
    return this.$read((spreadsheet) => spreadsheet.namedRanges.map((each) => new NamedRange(this.$host, this.$spreadsheetId, each.id)));
  }
  getProtections(...args: unknown[]): Protection[] {
    expectArgs('Spreadsheet.getProtections', args, 'ProtectionType');
    const type = (args[0] as EnumValue).$name;
    return this.$read((spreadsheet) =>
      spreadsheet.protections.filter((each) => each.type === type).map((each) => this.$host.make.protection(this.$host, this.$spreadsheetId, each.id)),
    );
  }

  createTextFinder(...args: unknown[]): TextFinder {
    expectArgs('Spreadsheet.createTextFinder', args, 'string');
    return new TextFinder(this.$host, this.$spreadsheetId, () => this.getSheets().map((sheet) => sheet.getDataRange()), args[0] as string);
  }

  /** A copy of the whole file in the run's account's own Drive. */
  copy(...args: unknown[]): Spreadsheet {
    expectArgs('Spreadsheet.copy', args, 'string');
    return this.$read((spreadsheet) => {
      const { workspace, effective } = this.$host.run;
      const file = workspace.drive.create({ name: args[0] as string, mimeType: MIME.spreadsheet }, effective);
      workspace.sheets.copyContents(spreadsheet, file.id);
      return this.$host.make.spreadsheet(this.$host, file.id);
    });
  }
}
documented<Spreadsheet, GoogleAppsScript.Spreadsheet.Spreadsheet>(true);
