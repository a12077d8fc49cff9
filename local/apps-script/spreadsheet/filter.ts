import type { SheetData, SpreadsheetData } from '../../workspace/data.ts';
import { boxOf } from '../../workspace/sheets/a1.ts';
import { sortCells } from '../../workspace/sheets/rearrange.ts';
import { ScriptError } from '../errors.ts';
import { documented, LocalServed } from '../served.ts';
import { Criteria } from './criteria.ts';
import { expectArgs, InSpreadsheet, type SpreadsheetHost } from './host.ts';
import type { Range } from './range.ts';

/** docs/apps-script/reference/spreadsheet/filter.md. What a filter hides is for the person's eyes: scripts read every row. */
export class Filter extends InSpreadsheet {
  readonly $name = 'Filter';
  constructor(
    host: SpreadsheetHost,
    spreadsheetId: string,
    readonly $sheetId: number,
  ) {
    super(host, spreadsheetId);
  }
  #of(spreadsheet: SpreadsheetData): { sheet: SheetData; filter: NonNullable<SheetData['filter']> } {
    const sheet = this.$host.sheetOf(spreadsheet, this.$sheetId);
    if (!sheet.filter) throw new ScriptError('The filter has been removed.');
    return { sheet, filter: sheet.filter };
  }
  getRange(): Range {
    return this.$read((spreadsheet) => {
      const { sheet, filter } = this.#of(spreadsheet);
      return this.$host.make.range(this.$host, this.$spreadsheetId, sheet.id, boxOf(filter.range, sheet));
    });
  }
  getColumnFilterCriteria(...args: unknown[]): FilterCriteria | null {
    expectArgs('Filter.getColumnFilterCriteria', args, 'integer');
    const kept = this.$read((spreadsheet) => this.#of(spreadsheet).filter.criteria[(args[0] as number) - 1]) as FilterData | undefined;
    return kept ? new FilterCriteria(kept) : null;
  }
  setColumnFilterCriteria(...args: unknown[]): this {
    expectArgs('Filter.setColumnFilterCriteria', args, 'integer FilterCriteria|null');
    this.$change((spreadsheet) => {
      const { filter } = this.#of(spreadsheet);
      const column = (args[0] as number) - 1;
      if (args[1] === null) delete filter.criteria[column];
      else filter.criteria[column] = (args[1] as FilterCriteria).$data;
    });
    return this;
  }
  removeColumnFilterCriteria(...args: unknown[]): this {
    expectArgs('Filter.removeColumnFilterCriteria', args, 'integer');
    return this.setColumnFilterCriteria(args[0], null);
  }
  sort(...args: unknown[]): this {
    expectArgs('Filter.sort', args, 'integer boolean');
    this.$change((spreadsheet) => {
      const { sheet, filter } = this.#of(spreadsheet);
      const box = boxOf(filter.range, sheet);
      // The filter's first row is its header.
      const place = { spreadsheet, sheet, box: { ...box, startRow: box.startRow + 1 } };
      sortCells(this.$host.sheets, this.$host.run.effective, place, [{ column: (args[0] as number) - 1, ascending: args[1] as boolean }]);
    });
    return this;
  }
  remove(): void {
    this.$change((spreadsheet) => {
      this.#of(spreadsheet).sheet.filter = null;
    });
  }
}
documented<Filter, GoogleAppsScript.Spreadsheet.Filter>(true);

interface FilterData {
  hiddenValues?: string[];
  condition?: { type: string; values: unknown[] };
}

export class FilterCriteria extends LocalServed {
  readonly $name = 'FilterCriteria';
  constructor(readonly $data: FilterData) {
    super();
  }
  getHiddenValues(): string[] {
    return this.$data.hiddenValues ?? [];
  }
  copy(): FilterCriteriaBuilder {
    return new FilterCriteriaBuilder({ ...this.$data });
  }
}
documented<FilterCriteria, GoogleAppsScript.Spreadsheet.FilterCriteria>(true);

/** docs/apps-script/reference/spreadsheet/filter-criteria-builder.md */
export class FilterCriteriaBuilder extends Criteria {
  readonly $name = 'FilterCriteriaBuilder';
  readonly #data: FilterData;
  constructor(data: FilterData = {}) {
    super();
    this.#data = data;
  }
  protected override $condition(type: string, values: unknown[]): this {
    this.#data.condition = { type, values };
    return this;
  }
  setHiddenValues(...args: unknown[]): this {
    expectArgs('FilterCriteriaBuilder.setHiddenValues', args, 'Array');
    this.#data.hiddenValues = (args[0] as unknown[]).map(String);
    return this;
  }
  build(): FilterCriteria {
    return new FilterCriteria({ ...this.#data });
  }
}
documented<FilterCriteriaBuilder, GoogleAppsScript.Spreadsheet.FilterCriteriaBuilder>(true);
