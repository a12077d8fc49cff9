import type { BorderData } from '../../workspace/data.ts';
import { cellAt } from '../../workspace/sheets/grid.ts';
import type { EnumValue } from '../served.ts';
import { colorFromCss } from './convert.ts';
import { expectArgs } from './host.ts';
import type { Range } from './range.ts';
import { RangeFormat } from './range-format.ts';

/** Borders, checkboxes, and looks copied from elsewhere. */
export abstract class RangeBoxes extends RangeFormat {
  setBorder(...args: unknown[]): Range {
    const side = 'boolean|null';
    const six = Array(6).fill(side).join(' ');
    expectArgs('Range.setBorder', args, six, `${six} string|null BorderStyle|null`);
    const [top, left, bottom, right, vertical, horizontal] = args as (boolean | null)[];
    const border: BorderData = {
      color: colorFromCss(args[6], 'SpreadsheetApp.Range.setBorder') ?? '#000000',
      style: (args[7] as EnumValue | null | undefined)?.$name ?? 'SOLID',
    };
    const lastRow = this.getNumRows() - 1;
    const lastColumn = this.getNumColumns() - 1;
    return this.$write((old, row, column) => {
      const borders = { ...old?.borders };
      const put = (name: keyof typeof borders, wanted: boolean | null | undefined) => {
        if (wanted === true) borders[name] = border;
        if (wanted === false) delete borders[name];
      };
      put('top', row === 0 ? top : horizontal);
      put('bottom', row === lastRow ? bottom : horizontal);
      put('left', column === 0 ? left : vertical);
      put('right', column === lastColumn ? right : vertical);
      return { ...(old ?? { v: null }), borders: Object.keys(borders).length > 0 ? borders : undefined };
    });
  }

  /** Checkboxes are cells with a rule and FALSE (or the unchecked value) in them (docs/apps-script/reference/spreadsheet/range.md). */
  insertCheckboxes(...args: unknown[]): Range {
    expectArgs('Range.insertCheckboxes', args, '', 'any', 'any any');
    const values = args as (string | number | boolean)[];
    const off = values.length === 0 ? false : (values[1] ?? '');
    return this.$write((old) => {
      const kept = old && values.length === 0 && typeof old.v === 'boolean' ? old.v : off;
      return {
        ...(old ?? {}),
        v: kept === '' ? null : kept,
        f: undefined,
        e: undefined,
        validation: { criteria: 'CHECKBOX', values, allowInvalid: false, helpText: null },
      };
    });
  }
  removeCheckboxes(): Range {
    return this.$write((old) => (old?.validation?.criteria === 'CHECKBOX' ? { ...old, v: null, validation: undefined } : old));
  }

  /** Gives other cells the looks of these. */
  copyFormatToRange(...args: unknown[]): void {
    expectArgs('Range.copyFormatToRange', args, 'Sheet|integer integer integer integer integer');
    const [target, column, columnEnd, row, rowEnd] = args as [{ $sheetId: number } | number, number, number, number, number];
    const sheetId = typeof target === 'number' ? target : target.$sheetId;
    const box = { startRow: row - 1, endRow: rowEnd, startColumn: column - 1, endColumn: columnEnd };
    const { startRow, startColumn } = this.$box;
    const [height, width] = [this.getNumRows(), this.getNumColumns()];
    this.$host.make.range(this.$host, this.$spreadsheetId, sheetId, box).$write((old, r, c, spreadsheet) => {
      const source = cellAt(this.$host.sheetOf(spreadsheet, this.$sheetId), startRow + (r % height), startColumn + (c % width));
      const { v: _, f: __, e: ___, note: ____, runs: _____, spill: ______, ...looks } = source ?? { v: null };
      return { ...looks, v: old?.v ?? null, f: old?.f, e: old?.e, note: old?.note };
    });
  }
}
