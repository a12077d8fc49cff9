import type { Box } from '../../workspace/sheets/a1.ts';
import { ScriptError } from '../errors.ts';
import { documented } from '../served.ts';
import { Filter } from './filter.ts';
import { expectArgs, type SpreadsheetHost } from './host.ts';
import { gridRange, newProtection, type Protection } from './protection.ts';
import { RangeFill } from './range-fill.ts';
import { TextFinder } from './text-finder.ts';

/** docs/apps-script/reference/spreadsheet/range.md */
export class Range extends RangeFill {
  protect(): Protection {
    return this.$change((spreadsheet) => {
      const sheet = this.$host.sheetOf(spreadsheet, this.$sheetId);
      this.$host.sheets.checkProtection(this.$host.run.effective, spreadsheet, sheet, this.$box);
      const { id } = newProtection(this.$host, spreadsheet, 'RANGE', gridRange(this));
      return this.$host.make.protection(this.$host, this.$spreadsheetId, id);
    });
  }

  createFilter(): Filter {
    this.$change((spreadsheet) => {
      const sheet = this.$host.sheetOf(spreadsheet, this.$sheetId);
      if (sheet.filter) throw new ScriptError(`You can't create a filter in a sheet that already has a filter.`);
      sheet.filter = { range: gridRange(this), criteria: {} };
    });
    return new Filter(this.$host, this.$spreadsheetId, this.$sheetId);
  }
  getFilter(): Filter | null {
    return this.$inSheet((sheet) => (sheet.filter ? new Filter(this.$host, this.$spreadsheetId, this.$sheetId) : null));
  }

  createTextFinder(...args: unknown[]): TextFinder {
    expectArgs('Range.createTextFinder', args, 'string');
    return new TextFinder(this.$host, this.$spreadsheetId, () => [this], args[0] as string);
  }
}
// Older names, no longer documented, that Google keeps working.
documented<Omit<Range, 'setBackgroundColor' | 'getBackgroundColor' | 'getColumnIndex'>, GoogleAppsScript.Spreadsheet.Range>(true);

export function makeRange(host: SpreadsheetHost, spreadsheetId: string, sheetId: number, box: Box): Range {
  return new Range(host, spreadsheetId, sheetId, box);
}
