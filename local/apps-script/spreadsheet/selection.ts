import { documented } from '../served.ts';
import { InSpreadsheet } from './host.ts';
import type { Range } from './range.ts';
import { RangeList } from './range-list.ts';
import type { Sheet } from './sheet.ts';

/** docs/apps-script/reference/spreadsheet/selection.md */
export class Selection extends InSpreadsheet {
  readonly $name = 'Selection';
  #ranges(): Range[] {
    return this.$read((spreadsheet) => {
      const { sheetId, boxes } = this.$host.selection(spreadsheet);
      return boxes.map((box) => this.$host.make.range(this.$host, this.$spreadsheetId, sheetId, box));
    });
  }
  getActiveRange(): Range | null {
    return this.#ranges()[0] ?? null;
  }
  getActiveRangeList(): RangeList {
    return new RangeList(this.#ranges());
  }
  getCurrentCell(): Range | null {
    return this.getActiveRange()?.getCell(1, 1) ?? null;
  }
  getActiveSheet(): Sheet {
    return this.$read((spreadsheet) => this.$host.make.sheet(this.$host, this.$spreadsheetId, this.$host.selection(spreadsheet).sheetId));
  }
}
documented<Selection, GoogleAppsScript.Spreadsheet.Selection>(true);
