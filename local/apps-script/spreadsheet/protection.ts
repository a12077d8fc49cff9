import type { GridRangeData, ProtectionData, SpreadsheetData } from '../../workspace/data.ts';
import { boxOf } from '../../workspace/sheets/a1.ts';
import { fileEditors, letsEdit } from '../../workspace/sheets/protection.ts';
import { PROTECTED } from '../../workspace/sheets/refusal.ts';
import { ScriptError } from '../errors.ts';
import { documented, type EnumValue } from '../served.ts';
import { User } from '../user.ts';
import { ProtectionType } from './enums.ts';
import { expectArgs, InSpreadsheet, type SpreadsheetHost } from './host.ts';
import type { Range } from './range.ts';

/** docs/apps-script/reference/spreadsheet/protection.md */
export class Protection extends InSpreadsheet {
  readonly $name = 'Protection';
  override readonly $latency = { addEditor: 200, addEditors: 200, removeEditor: 200, removeEditors: 200, setDomainEdit: 200, remove: 200 };
  constructor(
    host: SpreadsheetHost,
    spreadsheetId: string,
    readonly $id: number,
  ) {
    super(host, spreadsheetId);
  }

  #of(spreadsheet: SpreadsheetData): ProtectionData {
    const found = spreadsheet.protections.find((each) => each.id === this.$id);
    if (!found) throw new ScriptError('The protection has been removed.');
    return found;
  }
  #get<T>(read: (protection: ProtectionData, spreadsheet: SpreadsheetData) => T): T {
    return this.$read((spreadsheet) => read(this.#of(spreadsheet), spreadsheet));
  }
  /** Only those whom a protection lets edit may change it. */
  #set(change: (protection: ProtectionData, spreadsheet: SpreadsheetData) => void): this {
    this.$change((spreadsheet) => {
      const protection = this.#of(spreadsheet);
      if (!letsEdit(this.$host.run.workspace, spreadsheet, protection, this.$host.run.effective)) throw new ScriptError(PROTECTED);
      change(protection, spreadsheet);
    });
    return this;
  }
  /** From the first change to its editors on, a protection keeps its own list. */
  #setEditors(change: (editors: string[], protection: ProtectionData) => string[]): this {
    return this.#set((protection, spreadsheet) => {
      if (protection.warningOnly) throw new ScriptError('You cannot set editors on a protection that only shows a warning.');
      const current = protection.mirrorsFile ? fileEditors(this.$host.run.workspace, spreadsheet.id) : protection.editors;
      delete protection.mirrorsFile;
      protection.editors = change(current, protection);
    });
  }

  addEditor(...args: unknown[]): this {
    expectArgs('Protection.addEditor', args, 'string|User');
    return this.#add([addressOf(args[0])]);
  }
  addEditors(...args: unknown[]): this {
    expectArgs('Protection.addEditors', args, 'Array');
    return this.#add((args[0] as unknown[]).map(addressOf));
  }
  #add(added: string[]): this {
    return this.#setEditors((editors) => [...new Set([...editors, ...added])]);
  }

  removeEditor(...args: unknown[]): this {
    expectArgs('Protection.removeEditor', args, 'string|User');
    return this.#remove([addressOf(args[0])]);
  }
  removeEditors(...args: unknown[]): this {
    expectArgs('Protection.removeEditors', args, 'Array');
    return this.#remove((args[0] as unknown[]).map(addressOf));
  }
  /** Neither the owner nor whoever runs the script can be removed. */
  #remove(removed: string[]): this {
    const { workspace, effective } = this.$host.run;
    const owner = workspace.drive.find(this.$spreadsheetId)?.owner;
    return this.#setEditors((editors) => editors.filter((each) => each === owner || each === effective || !removed.includes(each)));
  }

  getEditors(): User[] {
    return this.#get((protection, spreadsheet) => {
      const { workspace, effective } = this.$host.run;
      if (!workspace.sheets.mayEdit(effective, spreadsheet.id) || !letsEdit(workspace, spreadsheet, protection, effective)) {
        throw new ScriptError('You do not have permission to perform that action.');
      }
      const editors = protection.mirrorsFile ? fileEditors(workspace, spreadsheet.id) : protection.editors;
      return editors.map((email) => new User(email));
    });
  }
  canEdit(): boolean {
    return this.#get((protection, spreadsheet) => {
      const { workspace, effective } = this.$host.run;
      return workspace.sheets.mayEdit(effective, spreadsheet.id) && letsEdit(workspace, spreadsheet, protection, effective);
    });
  }
  canDomainEdit(): boolean {
    return this.#get((protection) => protection.domainEdit);
  }
  setDomainEdit(...args: unknown[]): this {
    expectArgs('Protection.setDomainEdit', args, 'boolean');
    return this.#setEditors((editors, protection) => {
      protection.domainEdit = args[0] as boolean;
      return editors;
    });
  }
  isWarningOnly(): boolean {
    return this.#get((protection) => protection.warningOnly);
  }
  setWarningOnly(...args: unknown[]): this {
    expectArgs('Protection.setWarningOnly', args, 'boolean');
    return this.#set((protection, spreadsheet) => {
      const only = args[0] as boolean;
      if (protection.warningOnly && !only) protection.editors = fileEditors(this.$host.run.workspace, spreadsheet.id);
      protection.warningOnly = only;
    });
  }

  getDescription(): string {
    return this.#get((protection) => protection.description);
  }
  setDescription(...args: unknown[]): this {
    expectArgs('Protection.setDescription', args, 'string');
    return this.#set((protection) => {
      protection.description = args[0] as string;
    });
  }
  getProtectionType(): EnumValue {
    return ProtectionType.$of(this.#get((protection) => protection.type));
  }

  getRange(): Range {
    return this.#get((protection, spreadsheet) => this.#rangeOf(protection.range, spreadsheet));
  }
  setRange(...args: unknown[]): this {
    expectArgs('Protection.setRange', args, 'Range');
    return this.#set((protection) => {
      if (protection.type === 'SHEET') throw new ScriptError('The range of a sheet protection cannot be set.');
      protection.range = gridRange(args[0] as Range);
      delete protection.namedRangeId;
    });
  }
  getRangeName(): string | null {
    return this.#get((protection, spreadsheet) => spreadsheet.namedRanges.find((each) => each.id === protection.namedRangeId)?.name ?? null);
  }
  getUnprotectedRanges(): Range[] {
    return this.#get((protection, spreadsheet) => protection.unprotected.map((each) => this.#rangeOf(each, spreadsheet)));
  }
  setUnprotectedRanges(...args: unknown[]): this {
    expectArgs('Protection.setUnprotectedRanges', args, 'Array');
    return this.#set((protection) => {
      if (protection.type !== 'SHEET') throw new ScriptError('Unprotected ranges can only be set on a protected sheet.');
      protection.unprotected = (args[0] as Range[]).map(gridRange);
    });
  }
  remove(): void {
    this.#set((protection, spreadsheet) => {
      spreadsheet.protections = spreadsheet.protections.filter((each) => each !== protection);
    });
  }

  #rangeOf(range: GridRangeData, spreadsheet: SpreadsheetData): Range {
    const sheet = this.$host.sheetOf(spreadsheet, range.sheetId);
    return this.$host.make.range(this.$host, spreadsheet.id, sheet.id, boxOf(range, sheet));
  }
}
documented<Protection, GoogleAppsScript.Spreadsheet.Protection>(true);

function addressOf(editor: unknown): string {
  const address = editor instanceof User ? editor.$email : editor;
  if (typeof address !== 'string' || !/^[^@\s]+@[^@\s]+$/.test(address)) throw new ScriptError(`Invalid email: ${String(address)}`);
  return address.toLowerCase();
}

export function gridRange(range: Range): GridRangeData {
  return { sheetId: range.$sheetId, ...range.$box };
}

/** A new protection, whose editors are those of the file until a script sets them. */
export function newProtection(host: SpreadsheetHost, spreadsheet: SpreadsheetData, type: 'RANGE' | 'SHEET', range: GridRangeData): ProtectionData {
  const protection: ProtectionData = {
    id: Math.imul(spreadsheet.nextId++, 0x9e3779b1) >>> 1,
    type,
    range,
    unprotected: [],
    description: '',
    editors: fileEditors(host.run.workspace, spreadsheet.id),
    domainEdit: false,
    warningOnly: false,
    mirrorsFile: true,
  };
  spreadsheet.protections.push(protection);
  return protection;
}
