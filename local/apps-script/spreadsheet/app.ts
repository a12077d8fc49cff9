import { ScriptError } from '../errors.ts';
import type { Globals } from '../realm.ts';
import type { Run } from '../run.ts';
import { documented, Served } from '../served.ts';
import { type Ui, uiOf } from '../ui.ts';
import { ColorBuilder, ThemeColorType } from './color.ts';
import { ConditionalFormatRuleBuilder } from './conditional-format.ts';
import { DataValidationBuilder } from './data-validation.ts';
import * as enums from './enums.ts';
import { FilterCriteriaBuilder } from './filter.ts';
import { expectArgs, SCOPES, SPREADSHEETS_SCOPE, SpreadsheetHost } from './host.ts';
import { Protection } from './protection.ts';
import { makeRange, type Range } from './range.ts';
import type { RangeList } from './range-list.ts';
import { RichTextValueBuilder, TextStyleBuilder } from './rich-text.ts';
import type { Selection } from './selection.ts';
import { Sheet } from './sheet.ts';
import { Spreadsheet } from './spreadsheet.ts';

const HOST = 'spreadsheet host';

/** The one host of a run: what is active in it is the same for every service that hands out spreadsheets. */
function hostOf(run: Run): SpreadsheetHost {
  const known = run.memory.get(HOST) as SpreadsheetHost | undefined;
  if (known) return known;
  const host = new SpreadsheetHost(run, {
    spreadsheet: (own, id) => new Spreadsheet(own, id),
    sheet: (own, spreadsheetId, sheetId) => new Sheet(own, spreadsheetId, sheetId),
    range: makeRange,
    protection: (own, spreadsheetId, id) => new Protection(own, spreadsheetId, id),
  });
  run.memory.set(HOST, host);
  return host;
}

/** docs/apps-script/reference/spreadsheet/spreadsheet-app.md */
class SpreadsheetApp extends Served {
  readonly $name = 'SpreadsheetApp';
  override readonly $scopes = SCOPES;
  override readonly $methodScopes = {
    create: [SPREADSHEETS_SCOPE],
    open: [SPREADSHEETS_SCOPE],
    openById: [SPREADSHEETS_SCOPE],
    openByUrl: [SPREADSHEETS_SCOPE],
    getUi: [],
    newColor: [],
    newDataValidation: [],
    newConditionalFormatRule: [],
    newFilterCriteria: [],
    newTextStyle: [],
    newRichTextValue: [],
  };
  override readonly $latency = { create: 1500, openById: 300, openByUrl: 300, open: 300, flush: 200 };
  readonly AutoFillSeries = enums.AutoFillSeries;
  readonly BooleanCriteria = enums.BooleanCriteria;
  readonly BorderStyle = enums.BorderStyle;
  readonly ColorType = enums.ColorType;
  readonly CopyPasteType = enums.CopyPasteType;
  readonly DataValidationCriteria = enums.DataValidationCriteria;
  readonly Dimension = enums.Dimension;
  readonly Direction = enums.Direction;
  readonly InterpolationType = enums.InterpolationType;
  readonly ProtectionType = enums.ProtectionType;
  readonly RelativeDate = enums.RelativeDate;
  readonly SheetType = enums.SheetType;
  readonly TextToColumnsDelimiter = enums.TextToColumnsDelimiter;
  readonly ThemeColorType = ThemeColorType;
  readonly WrapStrategy = enums.WrapStrategy;
  readonly $host: SpreadsheetHost;

  constructor(run: Run) {
    super();
    this.$host = hostOf(run);
  }

  create(...args: unknown[]): Spreadsheet {
    expectArgs('SpreadsheetApp.create', args, 'string', 'string integer integer');
    const [name, rows, columns] = args as [string, number?, number?];
    const { workspace, effective } = this.$host.run;
    if (!workspace.quotas.use(effective, 'spreadsheets created')) throw new ScriptError('Service invoked too many times for one day: spreadsheets created.');
    const { id } = workspace.sheets.create(effective, { name, ...(rows === undefined ? {} : { rows }), ...(columns === undefined ? {} : { columns }) });
    return this.#open(id);
  }
  #open(id: string): Spreadsheet {
    return this.$host.read(id, () => this.$host.make.spreadsheet(this.$host, id));
  }
  openById(...args: unknown[]): Spreadsheet {
    expectArgs('SpreadsheetApp.openById', args, 'string');
    return this.#open(args[0] as string);
  }
  openByUrl(...args: unknown[]): Spreadsheet {
    expectArgs('SpreadsheetApp.openByUrl', args, 'string');
    const id = /^https:\/\/docs\.google\.com\/(?:a\/[^/]+\/)?spreadsheets\/d\/([\w-]+)/.exec(args[0] as string)?.[1];
    if (id === undefined) throw new ScriptError(`Invalid argument: url`);
    return this.#open(id);
  }
  open(...args: unknown[]): Spreadsheet {
    expectArgs('SpreadsheetApp.open', args, 'File');
    return this.#open((args[0] as unknown as { getId(): string }).getId());
  }

  getActiveSpreadsheet(): Spreadsheet | null {
    const id = this.$host.activeSpreadsheetId;
    return id === null ? null : this.#open(id);
  }
  getActive(): Spreadsheet | null {
    return this.getActiveSpreadsheet();
  }
  setActiveSpreadsheet(...args: unknown[]): void {
    expectArgs('SpreadsheetApp.setActiveSpreadsheet', args, 'Spreadsheet');
    this.$host.activate((args[0] as Spreadsheet).$spreadsheetId);
  }
  getActiveSheet(): Sheet | null {
    return this.getActiveSpreadsheet()?.getActiveSheet() ?? null;
  }
  setActiveSheet(...args: unknown[]): Sheet {
    expectArgs('SpreadsheetApp.setActiveSheet', args, 'Sheet', 'Sheet boolean');
    return (args[0] as Sheet).activate();
  }
  getActiveRange(): Range | null {
    return this.getActiveSheet()?.getActiveRange() ?? null;
  }
  getActiveRangeList(): RangeList | null {
    return this.getActiveSheet()?.getActiveRangeList() ?? null;
  }
  setActiveRange(...args: unknown[]): Range {
    expectArgs('SpreadsheetApp.setActiveRange', args, 'Range');
    return (args[0] as Range).activate();
  }
  getCurrentCell(): Range | null {
    return this.getActiveSheet()?.getCurrentCell() ?? null;
  }
  setCurrentCell(...args: unknown[]): Range {
    expectArgs('SpreadsheetApp.setCurrentCell', args, 'Range');
    return (args[0] as Range).activate();
  }
  getSelection(): Selection | null {
    return this.getActiveSpreadsheet()?.getSelection() ?? null;
  }
  getUi(): Ui {
    return uiOf(this.$host.run, 'SpreadsheetApp');
  }

  /** Writes reach the spreadsheet at once here, so there is nothing left to write. */
  flush(): void {}

  newColor(): ColorBuilder {
    return new ColorBuilder();
  }
  newDataValidation(): DataValidationBuilder {
    return new DataValidationBuilder();
  }
  newConditionalFormatRule(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder();
  }
  newFilterCriteria(): FilterCriteriaBuilder {
    return new FilterCriteriaBuilder();
  }
  newTextStyle(): TextStyleBuilder {
    return new TextStyleBuilder();
  }
  newRichTextValue(): RichTextValueBuilder {
    return new RichTextValueBuilder();
  }
}
documented<Omit<SpreadsheetApp, 'SheetType'>, GoogleAppsScript.Spreadsheet.SpreadsheetApp>(true);

export const spreadsheetGlobals: Globals = { SpreadsheetApp: (run) => new SpreadsheetApp(run) };
