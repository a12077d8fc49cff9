import { besideData, type FillSeries, fillCells } from '../../workspace/sheets/fill.ts';
import { readCells } from '../../workspace/sheets/grid.ts';
import { typed } from '../../workspace/sheets/input.ts';
import { insertLines } from '../../workspace/sheets/lines.ts';
import { orderRows } from '../../workspace/sheets/rearrange.ts';
import { entered } from '../../workspace/sheets.ts';
import { ScriptError } from '../errors.ts';
import type { EnumValue } from '../served.ts';
import { expectArgs } from './host.ts';
import type { Range } from './range.ts';
import { RangeStructure } from './range-structure.ts';

const DELIMITERS: Readonly<Record<string, string>> = { COMMA: ',', SEMICOLON: ';', PERIOD: '.', SPACE: ' ' };

function seriesOf(series: unknown): FillSeries {
  return (series as EnumValue).$name === 'DEFAULT_SERIES' ? 'continue' : 'repeat';
}

/** What makes new contents of the cells that are there: series, parts of a text, chance. */
export abstract class RangeFill extends RangeStructure {
  autoFill(...args: unknown[]): void {
    expectArgs('Range.autoFill', args, 'Range AutoFillSeries');
    const target = args[0] as Range;
    if (target.$sheetId !== this.$sheetId) throw new ScriptError('AutoFill destination range must include source range and extend it in only one direction.');
    this.$change((spreadsheet) => fillCells(this.$host.sheets, this.$host.run.effective, this.$place(spreadsheet), target.$box, seriesOf(args[1])));
  }

  /** Fills down as far as the data beside it goes; without any, nothing happens. */
  autoFillToNeighbor(...args: unknown[]): void {
    expectArgs('Range.autoFillToNeighbor', args, 'AutoFillSeries');
    this.$change((spreadsheet) => {
      const place = this.$place(spreadsheet);
      fillCells(this.$host.sheets, this.$host.run.effective, place, besideData(place), seriesOf(args[0]));
    });
  }

  randomize(): Range {
    const left = Array.from({ length: this.getNumRows() }, (_, index) => index);
    const order: number[] = [];
    while (left.length > 0) order.push(...left.splice(Math.floor(this.$host.run.workspace.random() * left.length), 1));
    this.$change((spreadsheet) => orderRows(this.$host.sheets, this.$host.run.effective, this.$place(spreadsheet), order));
    return this.$self;
  }

  /** By the delimiter given, or the first common one that is in any of the texts. Parts are read as if they were typed. */
  splitTextToColumns(...args: unknown[]): void {
    expectArgs('Range.splitTextToColumns', args, '', 'string', 'TextToColumnsDelimiter');
    if (this.getNumColumns() > 1) throw new ScriptError('A range of one column is needed to split text into columns.');
    const [delimiter] = args as [(string | EnumValue)?];
    const texts = this.$inSheet((sheet) => readCells(sheet, this.$box, (cell) => (typeof cell?.v === 'string' && cell.f === undefined ? cell.v : null)).flat());
    const between =
      typeof delimiter === 'object'
        ? (DELIMITERS[delimiter.$name] ?? '')
        : (delimiter ?? Object.values(DELIMITERS).find((each) => texts.some((text) => text?.includes(each))));
    if (!between) return;
    const parts = texts.map((text) => text?.split(between) ?? null);
    const width = Math.max(1, ...parts.map((each) => each?.length ?? 0));
    const target = this.$at({ ...this.$box, endColumn: this.$box.startColumn + width });
    this.$change((spreadsheet) => {
      const sheet = this.$host.sheetOf(spreadsheet, this.$sheetId);
      const short = target.$box.endColumn - sheet.columnCount;
      if (short > 0) insertLines(spreadsheet, sheet, 'column', sheet.columnCount, short);
    });
    const now = this.$host.run.workspace.clock.now();
    target.$write((old, row, column, { locale }) => {
      const part = parts[row]?.[column];
      return part === undefined ? old : entered(old, typed(part.trim(), { locale, now }, old?.numberFormat));
    });
  }
}
