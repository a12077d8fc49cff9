import { documented, Served } from '../served.ts';
import { SCOPES } from './host.ts';
import type { Range } from './range.ts';

/** docs/apps-script/reference/spreadsheet/range-list.md: what is done to the list is done to each of its ranges. */
export class RangeList extends Served {
  readonly $name = 'RangeList';
  override readonly $scopes = SCOPES;
  constructor(readonly $ranges: readonly Range[]) {
    super();
  }
  #each(work: (range: Range) => unknown): this {
    for (const range of this.$ranges) work(range);
    return this;
  }
  getRanges(): readonly Range[] {
    return this.$ranges;
  }
  activate(): this {
    const [first] = this.$ranges;
    first?.$host.activate(first.$spreadsheetId);
    first?.$host.select(
      first.$spreadsheetId,
      first.$sheetId,
      this.$ranges.map((range) => range.$box),
    );
    return this;
  }
  breakApart(): this {
    return this.#each((range) => range.breakApart());
  }
  check(): this {
    return this.#each((range) => range.check());
  }
  uncheck(): this {
    return this.#each((range) => range.uncheck());
  }
  clear(...args: unknown[]): this {
    return this.#each((range) => range.clear(...args));
  }
  clearContent(): this {
    return this.#each((range) => range.clearContent());
  }
  clearDataValidations(): this {
    return this.#each((range) => range.clearDataValidations());
  }
  clearFormat(): this {
    return this.#each((range) => range.clearFormat());
  }
  clearNote(): this {
    return this.#each((range) => range.clearNote());
  }
  insertCheckboxes(...args: unknown[]): this {
    return this.#each((range) => range.insertCheckboxes(...args));
  }
  removeCheckboxes(): this {
    return this.#each((range) => range.removeCheckboxes());
  }
  setBackground(...args: unknown[]): this {
    return this.#each((range) => range.setBackground(...args));
  }
  setBackgroundRGB(...args: unknown[]): this {
    return this.#each((range) => range.setBackgroundRGB(...args));
  }
  setBorder(...args: unknown[]): this {
    return this.#each((range) => range.setBorder(...args));
  }
  setFontColor(...args: unknown[]): this {
    return this.#each((range) => range.setFontColor(...args));
  }
  setFontFamily(...args: unknown[]): this {
    return this.#each((range) => range.setFontFamily(...args));
  }
  setFontLine(...args: unknown[]): this {
    return this.#each((range) => range.setFontLine(...args));
  }
  setFontSize(...args: unknown[]): this {
    return this.#each((range) => range.setFontSize(...args));
  }
  setFontStyle(...args: unknown[]): this {
    return this.#each((range) => range.setFontStyle(...args));
  }
  setFontWeight(...args: unknown[]): this {
    return this.#each((range) => range.setFontWeight(...args));
  }
  setFormula(...args: unknown[]): this {
    return this.#each((range) => range.setFormula(...args));
  }
  setFormulaR1C1(...args: unknown[]): this {
    return this.#each((range) => range.setFormulaR1C1(...args));
  }
  setHorizontalAlignment(...args: unknown[]): this {
    return this.#each((range) => range.setHorizontalAlignment(...args));
  }
  setNote(...args: unknown[]): this {
    return this.#each((range) => range.setNote(...args));
  }
  setNumberFormat(...args: unknown[]): this {
    return this.#each((range) => range.setNumberFormat(...args));
  }
  setValue(...args: unknown[]): this {
    return this.#each((range) => range.setValue(...args));
  }
  setVerticalAlignment(...args: unknown[]): this {
    return this.#each((range) => range.setVerticalAlignment(...args));
  }
  setWrap(...args: unknown[]): this {
    return this.#each((range) => range.setWrap(...args));
  }
  setWrapStrategy(...args: unknown[]): this {
    return this.#each((range) => range.setWrapStrategy(...args));
  }
  trimWhitespace(): this {
    return this.#each((range) => range.trimWhitespace());
  }
}
documented<RangeList, GoogleAppsScript.Spreadsheet.RangeList>(true);
