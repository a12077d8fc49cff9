import type { CellData, SheetData, SpreadsheetData } from '../../workspace/data.ts';
import { NotModelled } from '../../workspace/errors.ts';
import type { Box } from '../../workspace/sheets/a1.ts';
import { hasContent, readCells, withoutContent } from '../../workspace/sheets/grid.ts';
import { mergeCells, unmergeCells } from '../../workspace/sheets/merges.ts';
import { copyCells, moveCells, type PasteKind, type Place, shiftCells, sortCells } from '../../workspace/sheets/rearrange.ts';
import { ScriptError } from '../errors.ts';
import type { EnumValue } from '../served.ts';
import { expectArgs } from './host.ts';
import type { Range } from './range.ts';
import { RangeBoxes } from './range-boxes.ts';

function withoutLooks(cell: CellData): CellData {
  const { v, f, e, note, validation, link, spill, resultFormat } = cell;
  return { v, f, e, note, validation, link, spill, resultFormat };
}

/** What rearranges the cells of a range: clearing, merging, sorting, copying, moving. */
export abstract class RangeStructure extends RangeBoxes {
  $place(spreadsheet: SpreadsheetData): Place {
    return { spreadsheet, sheet: this.$host.sheetOf(spreadsheet, this.$sheetId), box: this.$box };
  }

  #rearrange(work: (sheet: SheetData, spreadsheet: SpreadsheetData) => void): Range {
    this.$change((spreadsheet) => work(this.$host.sheetOf(spreadsheet, this.$sheetId), spreadsheet));
    return this.$self;
  }
  get #email(): string {
    return this.$host.run.effective;
  }

  /** Without options contents, formats and rules go; with them, only what they name (docs/apps-script/reference/spreadsheet/range.md, clear). */
  clear(...args: unknown[]): Range {
    expectArgs('Range.clear', args, 'object?');
    const options = (args[0] ?? { contentsOnly: true, formatOnly: true, validationsOnly: true }) as Record<string, boolean | undefined>;
    const known = ['commentsOnly', 'contentsOnly', 'formatOnly', 'validationsOnly', 'skipFilteredRows'];
    const unknown = Object.keys(options).find((name) => !known.includes(name));
    if (unknown !== undefined) throw new ScriptError(`Invalid argument: ${unknown}`);
    if (options['skipFilteredRows']) throw new NotModelled('Range.clear with skipFilteredRows');
    return this.$write((old) => {
      let cell: CellData | null = old;
      if (options['contentsOnly']) cell = withoutContent(cell);
      if (options['formatOnly'] && cell) cell = withoutLooks(cell);
      if (options['validationsOnly'] && cell) cell = { ...cell, validation: undefined };
      if (options['commentsOnly'] && cell) cell = { ...cell, note: undefined };
      return cell;
    });
  }
  clearContent(): Range {
    return this.$write(withoutContent);
  }
  clearFormat(): Range {
    return this.$write((old) => old && withoutLooks(old));
  }
  clearNote(): Range {
    return this.$style({ note: undefined });
  }
  clearDataValidations(): Range {
    return this.$style({ validation: undefined });
  }

  merge(): Range {
    return this.#merge('ALL');
  }
  mergeAcross(): Range {
    return this.#merge('ROWS');
  }
  mergeVertically(): Range {
    return this.#merge('COLUMNS');
  }
  #merge(how: 'ALL' | 'ROWS' | 'COLUMNS'): Range {
    return this.#rearrange((sheet, spreadsheet) => mergeCells(this.$host.sheets, this.#email, spreadsheet, sheet, this.$box, how));
  }
  breakApart(): Range {
    return this.#rearrange((sheet, spreadsheet) => {
      this.$host.sheets.checkProtection(this.#email, spreadsheet, sheet, this.$box);
      unmergeCells(sheet, this.$box);
    });
  }

  /** By a column number of the sheet, `{column, ascending}`, or a list of either. */
  sort(...args: unknown[]): Range {
    expectArgs('Range.sort', args, 'any');
    const orders = (Array.isArray(args[0]) ? args[0] : [args[0]]).map((order: unknown) => {
      const { column, ascending = true } = (typeof order === 'object' ? order : { column: order }) as { column: unknown; ascending?: boolean };
      if (typeof column !== 'number') expectArgs('Range.sort', [order], 'integer');
      const at = (column as number) - 1;
      if (at < this.$box.startColumn || at >= this.$box.endColumn) throw new ScriptError('Sort column is outside the range.');
      return { column: at, ascending };
    });
    return this.#rearrange((_, spreadsheet) => sortCells(this.$host.sheets, this.#email, this.$place(spreadsheet), orders));
  }

  copyTo(...args: unknown[]): void {
    expectArgs('Range.copyTo', args, 'Range', 'Range object', 'Range CopyPasteType boolean');
    const target = args[0] as Range;
    let kind: PasteKind = 'NORMAL';
    if (args.length === 3) {
      const name = (args[1] as EnumValue).$name.replace('PASTE_', '');
      if (name === 'CONDITIONAL_FORMATTING' || name === 'COLUMN_WIDTHS') throw new NotModelled(`Range.copyTo with PASTE_${name}`);
      kind = name as PasteKind;
    } else if (args.length === 2) {
      const { contentsOnly, formatOnly } = args[1] as { contentsOnly?: boolean; formatOnly?: boolean };
      if (contentsOnly) kind = 'VALUES';
      if (formatOnly) kind = 'FORMAT';
    }
    if (target.$spreadsheetId !== this.$spreadsheetId) throw new ScriptError('Target range and source range must be on the same spreadsheet.');
    this.#rearrange((_, spreadsheet) => {
      copyCells(this.$host.sheets, this.#email, this.$place(spreadsheet), target.$place(spreadsheet), kind, args[2] === true);
    });
  }
  copyValuesToRange(...args: unknown[]): void {
    expectArgs('Range.copyValuesToRange', args, 'Sheet|integer integer integer integer integer');
    const [target, column, columnEnd, row, rowEnd] = args as [{ $sheetId: number } | number, number, number, number, number];
    const box: Box = { startRow: row - 1, endRow: rowEnd, startColumn: column - 1, endColumn: columnEnd };
    const sheetId = typeof target === 'number' ? target : target.$sheetId;
    this.#rearrange((_, spreadsheet) => {
      const to = { spreadsheet, sheet: this.$host.sheetOf(spreadsheet, sheetId), box };
      copyCells(this.$host.sheets, this.#email, this.$place(spreadsheet), to, 'VALUES');
    });
  }
  moveTo(...args: unknown[]): void {
    expectArgs('Range.moveTo', args, 'Range');
    const target = args[0] as Range;
    if (target.$spreadsheetId !== this.$spreadsheetId) throw new ScriptError('Target range and source range must be on the same spreadsheet.');
    this.#rearrange((_, spreadsheet) => moveCells(this.$host.sheets, this.#email, this.$place(spreadsheet), target.$place(spreadsheet)));
  }

  insertCells(...args: unknown[]): Range {
    expectArgs('Range.insertCells', args, 'Dimension');
    return this.#shift('insert', args[0] as EnumValue);
  }
  deleteCells(...args: unknown[]): void {
    expectArgs('Range.deleteCells', args, 'Dimension');
    this.#shift('delete', args[0] as EnumValue);
  }
  #shift(direction: 'insert' | 'delete', dimension: EnumValue): Range {
    const axis = dimension.$name === 'ROWS' ? 'row' : 'column';
    return this.#rearrange((_, spreadsheet) => shiftCells(this.$host.sheets, this.#email, this.$place(spreadsheet), direction, axis));
  }

  /** Rows that are the same in the given columns (or in all) but for the first of them go; what is below moves up inside the range. */
  removeDuplicates(...args: unknown[]): Range {
    expectArgs('Range.removeDuplicates', args, 'Array?');
    const columns = (args[0] as number[] | undefined)?.map((column) => column - 1 - this.$box.startColumn);
    let kept = 0;
    this.#rearrange((sheet, spreadsheet) => {
      const seen = new Set<string>();
      const rows = readCells(sheet, this.$box, (cell) => cell).filter((row) => {
        const compared = columns ? columns.map((column) => row[column] ?? null) : row;
        const key = JSON.stringify(compared.map((cell) => (typeof cell?.v === 'string' ? cell.v.toLowerCase() : (cell?.v ?? null))));
        return !seen.has(key) && seen.add(key);
      });
      kept = rows.length;
      const { startRow, startColumn } = this.$box;
      this.$host.sheets.put(this.#email, spreadsheet, sheet, this.$box, (old, row, column) => {
        const source = rows[row - startRow];
        return source ? (source[column - startColumn] ?? null) : withoutContent(old);
      });
    });
    return this.$at({ ...this.$box, endRow: this.$box.startRow + kept });
  }

  /** The block of filled cells around the range, as Ctrl+A finds it. */
  getDataRegion(...args: unknown[]): Range {
    expectArgs('Range.getDataRegion', args, '', 'Dimension');
    const only = (args[0] as EnumValue | undefined)?.$name;
    return this.$inSheet((sheet) => {
      const box = { ...this.$box };
      const filled = (part: Box) => readCells(sheet, part, (cell) => hasContent(cell)).some((row) => row.some(Boolean));
      for (let grew = true; grew; ) {
        const before = JSON.stringify(box);
        if (only !== 'COLUMNS') {
          if (box.startRow > 0 && filled({ ...box, startRow: box.startRow - 1, endRow: box.startRow })) box.startRow -= 1;
          if (box.endRow < sheet.rowCount && filled({ ...box, startRow: box.endRow, endRow: box.endRow + 1 })) box.endRow += 1;
        }
        if (only !== 'ROWS') {
          if (box.startColumn > 0 && filled({ ...box, startColumn: box.startColumn - 1, endColumn: box.startColumn })) box.startColumn -= 1;
          if (box.endColumn < sheet.columnCount && filled({ ...box, startColumn: box.endColumn, endColumn: box.endColumn + 1 })) box.endColumn += 1;
        }
        grew = JSON.stringify(box) !== before;
      }
      return this.$at(box);
    });
  }

  /** The next cell at the edge of data in a direction, as Ctrl+arrow goes. */
  getNextDataCell(...args: unknown[]): Range {
    expectArgs('Range.getNextDataCell', args, 'Direction');
    const [rowStep, columnStep] = ({ UP: [-1, 0], DOWN: [1, 0], PREVIOUS: [0, -1], NEXT: [0, 1] } as Record<string, [number, number]>)[
      (args[0] as EnumValue).$name
    ] ?? [0, 0];
    return this.$inSheet((sheet) => {
      let { startRow: row, startColumn: column } = this.$box;
      const inside = (r: number, c: number) => r >= 0 && c >= 0 && r < sheet.rowCount && c < sheet.columnCount;
      const filled = (r: number, c: number) => hasContent(sheet.rows[r]?.[c]);
      const along = filled(row, column) && filled(row + rowStep, column + columnStep);
      while (inside(row + rowStep, column + columnStep)) {
        if (along && !filled(row + rowStep, column + columnStep)) break;
        row += rowStep;
        column += columnStep;
        if (!along && filled(row, column)) break;
      }
      return this.$at({ startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 });
    });
  }
}
