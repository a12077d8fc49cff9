import type { CellData, CellScalar, SheetData, SpreadsheetData } from '../data.ts';
import { type A1Range, type Box, boxOf } from './a1.ts';
import { formatOf } from './display.ts';
import { evaluate, type FormulaPlace } from './formulas/evaluate.ts';
import { parseFormula } from './formulas/parse.ts';
import { Area, BAD_REF, FormulaError, type Matrix, type Scalar } from './formulas/values.ts';
import { cellAt, mapCells } from './grid.ts';
import { dateFormat } from './input.ts';
import { serialOf } from './serial-date.ts';

interface Formula {
  sheet: SheetData;
  row: number;
  column: number;
  text: string;
  state: 'waiting' | 'working' | 'done';
}

/** Formulas whose results may fill other cells are reckoned first, so that those cells are there for the others. */
const SPREADS = /\b(ARRAYFORMULA|FILTER|UNIQUE|SORT|TRANSPOSE|SPLIT|SEQUENCE|INDEX)\b|\{|^=[^(]*:[^(]*$/i;
const DAYS = new Set(['TODAY', 'DATE', 'EDATE', 'EOMONTH', 'WORKDAY']);

/**
 * Brings every formula of a spreadsheet up to date.
 * @returns how many formulas there are
 */
export function calculate(spreadsheet: SpreadsheetData, now: number): number {
  return new Calculation(spreadsheet, serialOf(now, spreadsheet.timeZone)).run();
}

class Calculation {
  private readonly formulas = new Map<SheetData, Map<string, Formula>>();
  constructor(
    private readonly spreadsheet: SpreadsheetData,
    private readonly now: number,
  ) {}

  run(): number {
    const all = this.spreadsheet.sheets.flatMap((sheet) => this.collect(sheet));
    for (const formula of [...all.filter((each) => SPREADS.test(each.text)), ...all]) this.settle(formula);
    return all.length;
  }

  private collect(sheet: SheetData): Formula[] {
    const found: Formula[] = [];
    const known = new Map<string, Formula>();
    this.formulas.set(sheet, known);
    sheet.rows.forEach((line, row) => {
      if (!line?.some((cell) => cell && (cell.f !== undefined || cell.spill))) return;
      mapCells(sheet, { startRow: row, endRow: row + 1, startColumn: 0, endColumn: line.length }, (cell, _, column) => {
        if (cell?.f !== undefined) {
          const formula: Formula = { sheet, row, column, text: cell.f, state: 'waiting' };
          known.set(`${row} ${column}`, formula);
          found.push(formula);
        }
        return cell?.spill ? { ...cell, v: null, e: undefined, spill: undefined } : cell;
      });
    });
    return found;
  }

  private settle(formula: Formula): void {
    if (formula.state === 'done') return;
    formula.state = 'working';
    const { sheet, row, column, text } = formula;
    const result = evaluate(text, this.place(formula));
    const matrix = Array.isArray(result) ? result : [[result]];
    const height = matrix.length;
    const width = matrix[0]?.length ?? 0;
    const box: Box = {
      startRow: row,
      endRow: Math.min(row + height, sheet.rowCount),
      startColumn: column,
      endColumn: Math.min(column + width, sheet.columnCount),
    };
    const fits = this.isFree(sheet, box, row, column);
    const format = this.resultFormat(formula);
    this.store(sheet, row, column, fits ? (matrix[0]?.[0] ?? null) : BAD_REF, format);
    if (fits && (height > 1 || width > 1)) this.spill(sheet, box, matrix);
    formula.state = 'done';
  }

  private isFree(sheet: SheetData, box: Box, row: number, column: number): boolean {
    for (let r = box.startRow; r < box.endRow; r += 1) {
      for (let c = box.startColumn; c < box.endColumn; c += 1) {
        const cell = r === row && c === column ? null : cellAt(sheet, r, c);
        if (cell && (cell.v !== null || cell.f !== undefined)) return false;
      }
    }
    return true;
  }

  private store(sheet: SheetData, row: number, column: number, value: Scalar, format: string | undefined): void {
    const old = cellAt(sheet, row, column);
    const { v, e } = stored(value);
    if (!old || (old.v === v && old.e === e && old.resultFormat === format)) return;
    mapCells(sheet, { startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 }, () => ({ ...old, v, e, resultFormat: format }));
  }

  private spill(sheet: SheetData, box: Box, matrix: Matrix): void {
    mapCells(sheet, box, (cell, row, column) => {
      if (row === box.startRow && column === box.startColumn) return cell;
      const value = matrix[row - box.startRow]?.[column - box.startColumn] ?? null;
      return value === null ? cell : { ...cell, ...stored(value), spill: true };
    });
  }

  private place({ sheet, row, column }: Formula): FormulaPlace {
    return {
      row,
      column,
      now: this.now,
      locale: this.spreadsheet.locale,
      area: (range) => this.area(range, sheet),
      named: (name) => {
        const found = this.spreadsheet.namedRanges.find((each) => each.name.toLowerCase() === name.toLowerCase());
        const home = found && this.spreadsheet.sheets.find((each) => each.id === found.range.sheetId);
        return home ? this.areaOf(home, boxOf(found.range, home)) : null;
      },
    };
  }

  private area(range: A1Range, own: SheetData): Area | null {
    const sheet = this.sheetNamed(range.sheetName, own);
    if (!sheet) return null;
    const box = boxOf(range, sheet);
    return box.startRow >= sheet.rowCount || box.startColumn >= sheet.columnCount ? null : this.areaOf(sheet, box);
  }

  private sheetNamed(name: string | undefined, own: SheetData): SheetData | undefined {
    return name === undefined ? own : this.spreadsheet.sheets.find((each) => each.name.toLowerCase() === name.toLowerCase());
  }

  private areaOf(sheet: SheetData, box: Box): Area {
    return new Area(box, () => {
      const matrix: Matrix = [];
      const endRow = Math.max(box.startRow + 1, Math.min(box.endRow, Math.max(sheet.rows.length, box.startRow + 1)));
      for (let row = box.startRow; row < (box.endRow === sheet.rowCount ? endRow : box.endRow); row += 1) {
        const line: Scalar[] = [];
        for (let column = box.startColumn; column < box.endColumn; column += 1) line.push(this.read(sheet, row, column));
        matrix.push(line);
      }
      return matrix;
    });
  }

  private read(sheet: SheetData, row: number, column: number): Scalar {
    const cell = cellAt(sheet, row, column);
    if (!cell) return null;
    if (cell.f !== undefined) {
      const formula = this.formulas.get(sheet)?.get(`${row} ${column}`);
      // A circle: the grid says so with #REF!.
      if (formula?.state === 'working') return BAD_REF;
      if (formula) this.settle(formula);
      return scalarIn(cellAt(sheet, row, column));
    }
    return scalarIn(cell);
  }

  /** `=TODAY()` shows a day and `=A1+7` shows what A1 shows, unless the cell has a format of its own. */
  private resultFormat({ sheet, text }: Formula): string | undefined {
    let node = parseFormula(text);
    while (node?.kind === 'binary' && (node.operator === '+' || node.operator === '-')) node = node.left;
    if (node?.kind === 'call') {
      const days = dateFormat(this.spreadsheet.locale);
      return DAYS.has(node.name) ? days : node.name === 'NOW' ? `${days} HH:mm:ss` : undefined;
    }
    if (node?.kind !== 'reference' || node.reference.isRange) return undefined;
    const { first, sheetName } = node.reference;
    const home = this.sheetNamed(sheetName, sheet);
    const cell = home && first.row !== undefined && first.column !== undefined ? cellAt(home, first.row, first.column) : null;
    return cell ? formatOf(cell) : undefined;
  }
}

function scalarIn(cell: CellData | null): Scalar {
  return cell?.e !== undefined ? new FormulaError(cell.e) : (cell?.v ?? null);
}

/** An empty result is 0 in the cell that asked for it; an error stands beside the value. */
function stored(value: Scalar): { v: CellScalar; e: string | undefined } {
  if (value instanceof FormulaError) return { v: null, e: value.code };
  if (typeof value === 'number' && !Number.isFinite(value)) return { v: null, e: '#NUM!' };
  return { v: value, e: undefined };
}
