import type { CellData, SheetData, SpreadsheetData } from './data.ts';
import { MIME } from './drive.ts';
import { type Box, cellName } from './sheets/a1.ts';
import { calculate } from './sheets/calculate.ts';
import { cellAt, mapCells, withoutContent } from './sheets/grid.ts';
import { typed } from './sheets/input.ts';
import { checkSize } from './sheets/lines.ts';
import { blockingProtection } from './sheets/protection.ts';
import { PROTECTED, SheetRefusal } from './sheets/refusal.ts';
import { accepts } from './sheets/validation.ts';
import type { Workspace } from './workspace.ts';

/** docs/workspace/sheets: a cell holds at most 50,000 characters. */
const MOST_CHARACTERS = 50_000;

/** What a person did at the keyboard, for triggers: scripts and API calls fire none. */
export interface SheetEdit {
  spreadsheetId: string;
  sheetId: number;
  row: number;
  column: number;
  email: string;
  before: CellData | null;
  after: CellData | null;
}

export interface NewSpreadsheet {
  name: string;
  rows?: number;
  columns?: number;
  parent?: string;
  locale?: string;
  timeZone?: string;
}

/** Spreadsheets: who may open and change them, and how cells are written and reckoned. */
export class Sheets {
  /** Called after each edit by a person; triggers are queued here. */
  readonly onEdit: ((edit: SheetEdit) => void)[] = [];
  /** Which spreadsheets have formulas, and whether something changed since they were reckoned. Not state: can be found out again. */
  private readonly reckoning = new WeakMap<SpreadsheetData, { formulas: number; at: number; stale: boolean }>();

  constructor(private readonly workspace: Workspace) {}

  /** Makes a spreadsheet with one sheet, and its file in Drive. @throws SheetRefusal */
  create(owner: string, wanted: NewSpreadsheet): SpreadsheetData {
    const { name, rows = 1000, columns = 26, parent, locale = 'en_GB', timeZone = 'Europe/London' } = wanted;
    const spreadsheet: SpreadsheetData = {
      id: '',
      timeZone,
      locale,
      sheets: [],
      namedRanges: [],
      protections: [],
      developerMetadata: [],
      nextSheetId: 0,
      nextId: 1,
    };
    checkSize(spreadsheet, null, rows, columns);
    spreadsheet.id = this.workspace.drive.create({ name, mimeType: MIME.spreadsheet }, owner, parent).id;
    this.workspace.data.spreadsheets[spreadsheet.id] = spreadsheet;
    this.addSheet(spreadsheet, 'Sheet1', { rows, columns });
    return spreadsheet;
  }

  /** Copies the contents of a spreadsheet to the file `id`, which Drive has made already. */
  copyContents(from: SpreadsheetData, id: string): SpreadsheetData {
    const { formId: _, ...rest } = structuredClone(from);
    const copy: SpreadsheetData = { ...rest, id };
    this.workspace.data.spreadsheets[id] = copy;
    return copy;
  }

  find(id: string): SpreadsheetData | undefined {
    return this.workspace.data.spreadsheets[id];
  }

  /** The spreadsheet, for someone who may read it. @throws SheetRefusal `not found` or `permission` */
  open(email: string, id: string): SpreadsheetData {
    const spreadsheet = this.find(id);
    if (!spreadsheet || !this.workspace.drive.find(id)) throw new SheetRefusal('not found', 'Requested entity was not found.');
    if (!this.workspace.drive.mayRead(email, id)) throw new SheetRefusal('permission', 'The caller does not have permission');
    this.settle(spreadsheet);
    return spreadsheet;
  }

  /** The spreadsheet, for someone who may change it. @throws SheetRefusal */
  openToEdit(email: string, id: string): SpreadsheetData {
    const spreadsheet = this.open(email, id);
    if (!this.mayEdit(email, id)) throw new SheetRefusal('permission', 'The caller does not have permission');
    return spreadsheet;
  }

  /** Whether an account may change the file at all: its role, and no lock on its contents (docs/workspace/drive/api/guides/content-restrictions.md). */
  mayEdit(email: string, id: string): boolean {
    return this.workspace.drive.mayWrite(email, id) && !this.workspace.drive.find(id)?.contentRestrictions?.readOnly;
  }

  sheet(spreadsheet: SpreadsheetData, sheetId: number): SheetData | undefined {
    return spreadsheet.sheets.find((each) => each.id === sheetId);
  }

  /** Adds an empty sheet. The first has id 0, later ones have scattered ids, as Google's do. @throws SheetRefusal */
  addSheet(spreadsheet: SpreadsheetData, name: string, options: { rows?: number; columns?: number; index?: number; id?: number } = {}): SheetData {
    const { rows = 1000, columns = 26, index = spreadsheet.sheets.length } = options;
    if (spreadsheet.sheets.some((each) => each.name.toLowerCase() === name.toLowerCase())) {
      throw new SheetRefusal('bad request', `A sheet with the name "${name}" already exists. Please enter another name.`);
    }
    checkSize(spreadsheet, null, rows, columns);
    const sheet: SheetData = {
      id: options.id ?? Math.imul(spreadsheet.nextSheetId++, 0x9e3779b1) >>> 1,
      name,
      rowCount: rows,
      columnCount: columns,
      rows: [],
      frozenRows: 0,
      frozenColumns: 0,
      columnWidths: {},
      rowHeights: {},
      hidden: false,
      hiddenRows: [],
      hiddenColumns: [],
      tabColor: null,
      merges: [],
      filter: null,
      filterViews: [],
      conditionalFormats: [],
      bandings: [],
      charts: [],
    };
    spreadsheet.sheets.splice(index, 0, sheet);
    this.changed(spreadsheet);
    return sheet;
  }

  /** `Sheet2`, `Sheet3` …: the name a sheet gets when nobody named it. */
  freeName(spreadsheet: SpreadsheetData): string {
    let number = spreadsheet.sheets.length + 1;
    while (spreadsheet.sheets.some((each) => each.name === `Sheet${number}`)) number += 1;
    return `Sheet${number}`;
  }

  /** @throws SheetRefusal when a protection keeps `email` from editing a cell of the box */
  checkProtection(email: string, spreadsheet: SpreadsheetData, sheet: SheetData, box: Box): void {
    if (blockingProtection(this.workspace, spreadsheet, sheet, box, email)) throw new SheetRefusal('protected', PROTECTED);
  }

  /**
   * Replaces the cells of a box, all or none, in the name of `email`: protections hold, and rules that reject invalid data reject it.
   * @throws SheetRefusal
   */
  put(
    email: string,
    spreadsheet: SpreadsheetData,
    sheet: SheetData,
    box: Box,
    next: (old: CellData | null, row: number, column: number) => CellData | null,
  ): void {
    this.checkProtection(email, spreadsheet, sheet, box);
    const place = { spreadsheet, sheet, now: this.workspace.clock.now() };
    const known = this.reckoning.get(spreadsheet);
    const rows: (CellData | null)[][] = [];
    for (let row = box.startRow; row < box.endRow; row += 1) {
      const line: (CellData | null)[] = [];
      for (let column = box.startColumn; column < box.endColumn; column += 1) {
        const old = cellAt(sheet, row, column);
        const made = next(old, row, column);
        if (made && made !== old) this.check(made, old, cellName(row, column), place);
        if (known && made?.f !== undefined && old?.f === undefined) known.formulas += 1;
        line.push(made);
      }
      rows.push(line);
    }
    mapCells(sheet, box, (_, row, column) => rows[row - box.startRow]?.[column - box.startColumn] ?? null);
    this.changed(spreadsheet);
  }

  private check(made: CellData, old: CellData | null, name: string, place: Parameters<typeof accepts>[2]): void {
    if (made.v === old?.v && made.f === old?.f) return;
    if ((typeof made.v === 'string' ? made.v.length : 0) > MOST_CHARACTERS || (made.f?.length ?? 0) > MOST_CHARACTERS) {
      throw new SheetRefusal('bad request', `Your input contains more than the maximum of ${MOST_CHARACTERS} characters in a single cell.`);
    }
    if (made.f === undefined && made.validation && !made.validation.allowInvalid && !accepts(made.validation, made.v, place)) {
      throw new SheetRefusal('invalid', `The data you entered in cell ${name} violates the data validation rules set on this cell.`);
    }
  }

  /** To be called after any change that formulas could see. */
  changed(spreadsheet: SpreadsheetData): void {
    const known = this.reckoning.get(spreadsheet);
    if (known) known.stale = true;
  }

  /** To be called after whole sheets came or went, with formulas that nobody counted. */
  recount(spreadsheet: SpreadsheetData): void {
    this.reckoning.delete(spreadsheet);
  }

  /** Notes in Drive that `email` changed the spreadsheet just now. */
  touch(spreadsheet: SpreadsheetData, email: string): void {
    const file = this.workspace.drive.find(spreadsheet.id);
    if (!file) return;
    file.modifiedTime = this.workspace.clock.now();
    file.lastModifyingUser = email;
  }

  /** Brings formulas up to date. Costs nothing when there are none, or nothing changed in the same second. */
  settle(spreadsheet: SpreadsheetData): void {
    const known = this.reckoning.get(spreadsheet);
    const now = this.workspace.clock.now();
    if (known && (known.formulas === 0 || (!known.stale && known.at === now))) return;
    this.reckoning.set(spreadsheet, { formulas: calculate(spreadsheet, now), at: now, stale: false });
  }

  /**
   * Keeps the spreadsheet as it is now; the function given back restores it. Cheap, because rows are never changed in place.
   */
  remember(spreadsheet: SpreadsheetData): () => void {
    const { sheets, ...rest } = spreadsheet;
    const kept = structuredClone(rest);
    const keptSheets = sheets.map((sheet) => {
      const { rows, ...looks } = sheet;
      return { sheet, state: { ...structuredClone(looks), rows: rows.slice() } };
    });
    const file = this.workspace.drive.find(spreadsheet.id);
    const keptFile = file && { name: file.name, modifiedTime: file.modifiedTime, lastModifyingUser: file.lastModifyingUser };
    return () => {
      Object.assign(spreadsheet, kept, { sheets: keptSheets.map(({ sheet, state }) => Object.assign(sheet, state)) });
      if (file) Object.assign(file, keptFile);
      this.recount(spreadsheet);
    };
  }

  /**
   * A person types into a cell: file permission, protection and validation hold as in the browser.
   * @param row zero-based, as is `column`
   * @throws SheetRefusal with what the person is told
   */
  typeInto(email: string, spreadsheetId: string, sheetId: number, row: number, column: number, text: string): CellData | null {
    const spreadsheet = this.openToEdit(email, spreadsheetId);
    const sheet = this.sheet(spreadsheet, sheetId);
    if (!sheet || row >= sheet.rowCount || column >= sheet.columnCount) throw new SheetRefusal('not found', 'There is no such cell.');
    const before = cellAt(sheet, row, column);
    const place = { locale: spreadsheet.locale, now: this.workspace.clock.now() };
    const box = { startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 };
    this.put(email, spreadsheet, sheet, box, (old) => entered(old, typed(text, place, old?.numberFormat)));
    this.touch(spreadsheet, email);
    this.settle(spreadsheet);
    const after = cellAt(sheet, row, column);
    for (const tell of this.onEdit) tell({ spreadsheetId, sheetId, row, column, email, before, after });
    return after;
  }
}

/** A cell with new content: its looks stay, and a format that came with what was typed is taken when it had none. */
export function entered(old: CellData | null, content: Pick<CellData, 'v' | 'f' | 'numberFormat'>): CellData {
  const numberFormat = old?.numberFormat ?? content.numberFormat;
  return {
    ...withoutContent(old),
    v: content.v,
    ...(content.f === undefined ? {} : { f: content.f }),
    ...(numberFormat === undefined ? {} : { numberFormat }),
  };
}
