import type { SpreadsheetData } from '../../workspace/data.ts';
import { boxOf } from '../../workspace/sheets/a1.ts';
import { checkName } from '../../workspace/sheets/names.ts';
import { ScriptError } from '../errors.ts';
import { documented } from '../served.ts';
import { expectArgs, InSpreadsheet, type SpreadsheetHost } from './host.ts';
import { gridRange } from './protection.ts';
import type { Range } from './range.ts';

/** docs/apps-script/reference/spreadsheet/named-range.md */
export class NamedRange extends InSpreadsheet {
  readonly $name = 'NamedRange';
  constructor(
    host: SpreadsheetHost,
    spreadsheetId: string,
    readonly $id: string,
  ) {
    super(host, spreadsheetId);
  }
  #of(spreadsheet: SpreadsheetData): SpreadsheetData['namedRanges'][number] {
    const found = spreadsheet.namedRanges.find((each) => each.id === this.$id);
    if (!found) throw new ScriptError('The named range has been removed.');
    return found;
  }
  getName(): string {
    return this.$read((spreadsheet) => this.#of(spreadsheet).name);
  }
  setName(...args: unknown[]): this {
    expectArgs('NamedRange.setName', args, 'string');
    this.$change((spreadsheet) => {
      const named = this.#of(spreadsheet);
      if (named.name === args[0]) return;
      checkName(spreadsheet, args[0] as string);
      named.name = args[0] as string;
    });
    return this;
  }
  getRange(): Range {
    return this.$read((spreadsheet) => {
      const { range } = this.#of(spreadsheet);
      const sheet = this.$host.sheetOf(spreadsheet, range.sheetId);
      return this.$host.make.range(this.$host, this.$spreadsheetId, sheet.id, boxOf(range, sheet));
    });
  }
  setRange(...args: unknown[]): this {
    expectArgs('NamedRange.setRange', args, 'Range');
    this.$change((spreadsheet) => {
      this.#of(spreadsheet).range = gridRange(args[0] as Range);
    });
    return this;
  }
  remove(): void {
    this.$change((spreadsheet) => {
      const gone = this.#of(spreadsheet);
      spreadsheet.namedRanges = spreadsheet.namedRanges.filter((each) => each !== gone);
    });
  }
}
documented<NamedRange, GoogleAppsScript.Spreadsheet.NamedRange>(true);
