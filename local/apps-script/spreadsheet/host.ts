import type { SheetData, SpreadsheetData } from '../../workspace/data.ts';
import type { Box } from '../../workspace/sheets/a1.ts';
import { SheetRefusal } from '../../workspace/sheets/refusal.ts';
import { mismatch, ScriptError } from '../errors.ts';
import type { Run } from '../run.ts';
import { Served } from '../served.ts';
import type { Protection } from './protection.ts';
import type { Range } from './range.ts';
import type { Sheet } from './sheet.ts';
import type { Spreadsheet } from './spreadsheet.ts';

export const SPREADSHEETS_SCOPE = 'https://www.googleapis.com/auth/spreadsheets';
const CURRENT_SPREADSHEET_SCOPE = 'https://www.googleapis.com/auth/spreadsheets.currentonly';
export const SCOPES = [CURRENT_SPREADSHEET_SCOPE, SPREADSHEETS_SCOPE];

/** Makes the objects that scripts hold; handed in because they need one another. */
interface Makers {
  spreadsheet(host: SpreadsheetHost, id: string): Spreadsheet;
  sheet(host: SpreadsheetHost, spreadsheetId: string, sheetId: number): Sheet;
  range(host: SpreadsheetHost, spreadsheetId: string, sheetId: number, box: Box): Range;
  protection(host: SpreadsheetHost, spreadsheetId: string, id: number): Protection;
}

/** Spreadsheets as one run holds them: every call asks anew what the run's account may do, and what is selected. */
export class SpreadsheetHost {
  /** The sheet and cells selected in each spreadsheet. */
  private readonly selected = new Map<string, { sheetId: number; boxes: Box[] }>();
  private activeId: string | null;

  constructor(
    readonly run: Run,
    readonly make: Makers,
  ) {
    const { container } = run;
    this.activeId = container !== undefined && run.workspace.sheets.find(container) ? container : null;
  }

  get sheets() {
    return this.run.workspace.sheets;
  }

  /** Does `work` with a spreadsheet that the run's account may read. @throws ScriptError in Google's words */
  read<T>(id: string, work: (spreadsheet: SpreadsheetData) => T): T {
    this.requireAllScope(id);
    return inGooglesWords(() => work(this.sheets.open(this.run.effective, id)));
  }

  /** Does `work` with a spreadsheet that the run's account may change, and notes the change. @throws ScriptError */
  change<T>(id: string, work: (spreadsheet: SpreadsheetData) => T): T {
    return this.read(id, (spreadsheet) => {
      if (!this.sheets.mayEdit(this.run.effective, id)) throw new ScriptError('You do not have permission to perform that action.');
      const result = work(spreadsheet);
      this.sheets.changed(spreadsheet);
      this.sheets.touch(spreadsheet, this.run.effective);
      return result;
    });
  }

  /** @throws ScriptError when the sheet was deleted meanwhile */
  sheetOf(spreadsheet: SpreadsheetData, sheetId: number): SheetData {
    const sheet = this.sheets.sheet(spreadsheet, sheetId);
    if (!sheet) throw new ScriptError(`Sheet ${sheetId} not found`);
    return sheet;
  }

  /** With the narrow scope a script reaches its own spreadsheet only (docs/apps-script/guides/services/authorization.md). */
  private requireAllScope(id: string): void {
    const { scopes, container } = this.run;
    if (id === container || scopes.includes('*') || scopes.includes(SPREADSHEETS_SCOPE)) return;
    throw new ScriptError(`Specified permissions are not sufficient to call SpreadsheetApp.openById. Required permissions: ${SPREADSHEETS_SCOPE}`);
  }

  get activeSpreadsheetId(): string | null {
    return this.activeId;
  }

  activate(id: string): void {
    this.activeId = id;
  }

  /** What is selected in a spreadsheet: at first the first cell of the first sheet that is shown. */
  selection(spreadsheet: SpreadsheetData): { sheetId: number; boxes: Box[] } {
    const known = this.selected.get(spreadsheet.id);
    if (known && this.sheets.sheet(spreadsheet, known.sheetId)) return known;
    const first = spreadsheet.sheets.find((sheet) => !sheet.hidden) ?? spreadsheet.sheets[0];
    return { sheetId: first?.id ?? 0, boxes: [{ startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 }] };
  }

  select(id: string, sheetId: number, boxes?: Box[]): void {
    const before = this.selected.get(id);
    const first = { startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 };
    this.selected.set(id, { sheetId, boxes: boxes ?? (before?.sheetId === sheetId ? before.boxes : [first]) });
  }
}

/** Turns a refusal of the Workspace into what SpreadsheetApp throws. */
function inGooglesWords<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof SheetRefusal)) throw error;
    if (error.kind === 'not found') throw new ScriptError('Unexpected error while getting the method or property openById on object SpreadsheetApp.');
    throw new ScriptError(error.kind === 'permission' ? 'You do not have permission to access the requested document.' : error.message);
  }
}

/** The base of everything that lives in one spreadsheet. */
export abstract class InSpreadsheet extends Served {
  override readonly $scopes = SCOPES;
  constructor(
    readonly $host: SpreadsheetHost,
    readonly $spreadsheetId: string,
  ) {
    super();
  }

  $read<T>(work: (spreadsheet: SpreadsheetData) => T): T {
    return this.$host.read(this.$spreadsheetId, work);
  }

  $change<T>(work: (spreadsheet: SpreadsheetData) => T): T {
    return this.$host.change(this.$spreadsheetId, work);
  }
}

/**
 * Checks arguments against Google's signatures, each a list of kinds: `number string? Range`. A trailing `?` may be left out.
 * @throws ScriptError that names the types given
 */
export function expectArgs(method: string, args: readonly unknown[], ...signatures: string[]): void {
  const fits = (signature: string) => {
    const kinds = signature === '' ? [] : signature.split(' ');
    return args.length <= kinds.length && kinds.every((kind, index) => isKind(args[index], kind));
  };
  if (!signatures.some(fits)) throw mismatch(method.startsWith('SpreadsheetApp.') ? method : `SpreadsheetApp.${method}`, args);
}

function isKind(value: unknown, kind: string): boolean {
  if (kind.endsWith('?')) return value === undefined || isKind(value, kind.slice(0, -1));
  return kind.split('|').some((each) => isOne(value, each));
}

function isOne(value: unknown, kind: string): boolean {
  switch (kind) {
    case 'any':
      return value !== undefined;
    case 'null':
      return value === null;
    case 'integer':
      return typeof value === 'number' && Number.isFinite(value);
    case 'number':
    case 'string':
    case 'boolean':
      return typeof value === kind;
    case 'Array':
      return Array.isArray(value);
    case 'Date':
      return value instanceof Date;
    case 'object':
      return value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Served);
    default:
      return value instanceof Served && (value.$name === kind || ('$enumeration' in value && value.$enumeration === kind));
  }
}
