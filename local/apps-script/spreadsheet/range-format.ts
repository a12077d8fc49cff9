import type { BorderData, CellData } from '../../workspace/data.ts';
import { cellAt } from '../../workspace/sheets/grid.ts';
import type { EnumValue } from '../served.ts';
import { colorFromCss } from './convert.ts';
import { DataValidation } from './data-validation.ts';
import { WrapStrategy } from './enums.ts';
import { expectArgs } from './host.ts';
import type { Range } from './range.ts';
import { RangeValues } from './range-values.ts';
import { cellStyle, TextStyle } from './rich-text.ts';

/** How one look is read from a cell and from what a script gives for it. */
interface Look<T> {
  method: string;
  kind: string;
  read(cell: CellData | null): T;
  write(value: unknown): Partial<CellData>;
}

function look<T>(method: string, kind: string, read: (cell: CellData | null) => T, write: (value: unknown) => Partial<CellData>): Look<T> {
  return { method: `Range.${method}`, kind, read, write };
}

const orNone = (value: unknown) => (value === null ? undefined : (value as string));

const LOOKS = {
  background: look(
    'setBackground',
    'string|null',
    (cell) => cell?.background ?? '#ffffff',
    (value) => ({ background: colorFromCss(value, 'SpreadsheetApp.Range.setBackground') }),
  ),
  fontColor: look(
    'setFontColor',
    'string|null',
    (cell) => cell?.fontColor ?? '#000000',
    (value) => ({ fontColor: colorFromCss(value, 'SpreadsheetApp.Range.setFontColor') }),
  ),
  fontFamily: look(
    'setFontFamily',
    'string|null',
    (cell) => cell?.fontFamily ?? 'Arial',
    (value) => ({ fontFamily: orNone(value) }),
  ),
  fontSize: look(
    'setFontSize',
    'integer',
    (cell) => cell?.fontSize ?? 10,
    (value) => ({ fontSize: value as number }),
  ),
  fontWeight: look(
    'setFontWeight',
    'string|null',
    (cell) => cell?.fontWeight ?? 'normal',
    (value) => ({ fontWeight: oneOf(value, ['bold', 'normal'], 'Range.setFontWeight', 'normal') }),
  ),
  fontStyle: look(
    'setFontStyle',
    'string|null',
    (cell) => cell?.fontStyle ?? 'normal',
    (value) => ({ fontStyle: oneOf(value, ['italic', 'normal'], 'Range.setFontStyle', 'normal') }),
  ),
  fontLine: look(
    'setFontLine',
    'string|null',
    (cell) => cell?.fontLine ?? 'none',
    (value) => ({ fontLine: oneOf(value, ['underline', 'line-through', 'none'], 'Range.setFontLine', 'none') }),
  ),
  horizontal: look(
    'setHorizontalAlignment',
    'string|null',
    (cell) => cell?.horizontalAlignment ?? 'general',
    (value) => ({
      horizontalAlignment: oneOf(value, ['left', 'center', 'right', 'normal'], 'Range.setHorizontalAlignment', 'normal'),
    }),
  ),
  vertical: look(
    'setVerticalAlignment',
    'string|null',
    (cell) => cell?.verticalAlignment ?? 'bottom',
    (value) => ({
      verticalAlignment: oneOf(value, ['top', 'middle', 'bottom'], 'Range.setVerticalAlignment', 'bottom'),
    }),
  ),
  numberFormat: look(
    'setNumberFormat',
    'string',
    (cell) => cell?.numberFormat ?? cell?.resultFormat ?? '0.###############',
    (value) => ({ numberFormat: (value as string) || undefined }),
  ),
  wrapped: look(
    'setWrap',
    'boolean',
    (cell) => (cell?.wrap ?? 'OVERFLOW') === 'WRAP',
    (value) => ({ wrap: value === true ? 'WRAP' : 'OVERFLOW' }),
  ),
  wrap: look(
    'setWrapStrategy',
    'WrapStrategy',
    (cell) => WrapStrategy.$of(cell?.wrap ?? 'OVERFLOW'),
    (value) => ({ wrap: (value as EnumValue).$name }),
  ),
  textStyle: look(
    'setTextStyle',
    'TextStyle|null',
    (cell) => new TextStyle(cell ? cellStyle(cell) : {}),
    (value) => looksOfStyle(value as TextStyle | null),
  ),
  validation: look(
    'setDataValidation',
    'DataValidation|null',
    (cell) => (cell?.validation ? new DataValidation(cell.validation) : null),
    (value) => ({
      validation: (value as DataValidation | null)?.$rule,
    }),
  ),
};

function oneOf(value: unknown, allowed: string[], method: string, usual: string): string | undefined {
  if (value === null || value === usual) return undefined;
  if (!allowed.includes(value as string)) expectArgs(method, [value], 'boolean');
  return value as string;
}

function looksOfStyle(style: TextStyle | null): Partial<CellData> {
  const { bold, italic, underline, strikethrough, fontSize, fontFamily, color } = style?.$style ?? {};
  const lines = [underline ? 'underline' : '', strikethrough ? 'line-through' : ''].filter(Boolean).join(' ');
  return {
    ...(bold === undefined ? {} : { fontWeight: bold ? 'bold' : undefined }),
    ...(italic === undefined ? {} : { fontStyle: italic ? 'italic' : undefined }),
    ...(underline === undefined && strikethrough === undefined ? {} : { fontLine: lines || undefined }),
    ...(fontSize === undefined ? {} : { fontSize }),
    ...(fontFamily === undefined ? {} : { fontFamily }),
    ...(color === undefined ? {} : { fontColor: color }),
  };
}

/** What the cells of a range look like and accept. */
export abstract class RangeFormat extends RangeValues {
  #get<T>(look: Look<T>): T {
    return this.$first(look.read);
  }
  #all<T>(look: Look<T>): T[][] {
    return this.$cells(look.read);
  }
  #set<T>(look: Look<T>, args: unknown[]): Range {
    expectArgs(look.method, args, look.kind);
    return this.$style(look.write(args[0]));
  }
  #setEach<T>(look: Look<T>, args: unknown[]): Range {
    expectArgs(`${look.method}s`, args, 'Array');
    return this.$styleEach(args[0], (value) => {
      expectArgs(`${look.method}s`, [value ?? null], `${look.kind}|null`);
      return look.write(value ?? null);
    });
  }

  getBackground(): string {
    return this.#get(LOOKS.background);
  }
  getBackgrounds(): string[][] {
    return this.#all(LOOKS.background);
  }
  setBackground(...args: unknown[]): Range {
    return this.#set(LOOKS.background, args);
  }
  setBackgrounds(...args: unknown[]): Range {
    return this.#setEach(LOOKS.background, args);
  }
  setFontColor(...args: unknown[]): Range {
    return this.#set(LOOKS.fontColor, args);
  }
  setFontColors(...args: unknown[]): Range {
    return this.#setEach(LOOKS.fontColor, args);
  }
  getFontFamily(): string {
    return this.#get(LOOKS.fontFamily);
  }
  getFontFamilies(): string[][] {
    return this.#all(LOOKS.fontFamily);
  }
  setFontFamily(...args: unknown[]): Range {
    return this.#set(LOOKS.fontFamily, args);
  }
  setFontFamilies(...args: unknown[]): Range {
    return this.#setEach(LOOKS.fontFamily, args);
  }
  getFontSize(): number {
    return this.#get(LOOKS.fontSize);
  }
  getFontSizes(): number[][] {
    return this.#all(LOOKS.fontSize);
  }
  setFontSize(...args: unknown[]): Range {
    return this.#set(LOOKS.fontSize, args);
  }
  setFontSizes(...args: unknown[]): Range {
    return this.#setEach(LOOKS.fontSize, args);
  }
  getFontWeight(): string {
    return this.#get(LOOKS.fontWeight);
  }
  getFontWeights(): string[][] {
    return this.#all(LOOKS.fontWeight);
  }
  setFontWeight(...args: unknown[]): Range {
    return this.#set(LOOKS.fontWeight, args);
  }
  setFontWeights(...args: unknown[]): Range {
    return this.#setEach(LOOKS.fontWeight, args);
  }
  getFontStyle(): string {
    return this.#get(LOOKS.fontStyle);
  }
  getFontStyles(): string[][] {
    return this.#all(LOOKS.fontStyle);
  }
  setFontStyle(...args: unknown[]): Range {
    return this.#set(LOOKS.fontStyle, args);
  }
  setFontStyles(...args: unknown[]): Range {
    return this.#setEach(LOOKS.fontStyle, args);
  }
  getFontLine(): string {
    return this.#get(LOOKS.fontLine);
  }
  getFontLines(): string[][] {
    return this.#all(LOOKS.fontLine);
  }
  setFontLine(...args: unknown[]): Range {
    return this.#set(LOOKS.fontLine, args);
  }
  setFontLines(...args: unknown[]): Range {
    return this.#setEach(LOOKS.fontLine, args);
  }
  getHorizontalAlignment(): string {
    return this.#get(LOOKS.horizontal);
  }
  getHorizontalAlignments(): string[][] {
    return this.#all(LOOKS.horizontal);
  }
  setHorizontalAlignment(...args: unknown[]): Range {
    return this.#set(LOOKS.horizontal, args);
  }
  setHorizontalAlignments(...args: unknown[]): Range {
    return this.#setEach(LOOKS.horizontal, args);
  }
  getVerticalAlignment(): string {
    return this.#get(LOOKS.vertical);
  }
  getVerticalAlignments(): string[][] {
    return this.#all(LOOKS.vertical);
  }
  setVerticalAlignment(...args: unknown[]): Range {
    return this.#set(LOOKS.vertical, args);
  }
  setVerticalAlignments(...args: unknown[]): Range {
    return this.#setEach(LOOKS.vertical, args);
  }
  getNumberFormat(): string {
    return this.#get(LOOKS.numberFormat);
  }
  getNumberFormats(): string[][] {
    return this.#all(LOOKS.numberFormat);
  }
  setNumberFormat(...args: unknown[]): Range {
    return this.#set(LOOKS.numberFormat, args);
  }
  setNumberFormats(...args: unknown[]): Range {
    return this.#setEach(LOOKS.numberFormat, args);
  }
  getWrap(): boolean {
    return this.#get(LOOKS.wrapped);
  }
  getWraps(): boolean[][] {
    return this.#all(LOOKS.wrapped);
  }
  setWrap(...args: unknown[]): Range {
    return this.#set(LOOKS.wrapped, args);
  }
  setWraps(...args: unknown[]): Range {
    return this.#setEach(LOOKS.wrapped, args);
  }
  getWrapStrategy(): EnumValue {
    return this.#get(LOOKS.wrap);
  }
  getWrapStrategies(): EnumValue[][] {
    return this.#all(LOOKS.wrap);
  }
  setWrapStrategy(...args: unknown[]): Range {
    return this.#set(LOOKS.wrap, args);
  }
  setWrapStrategies(...args: unknown[]): Range {
    return this.#setEach(LOOKS.wrap, args);
  }
  getTextStyle(): TextStyle {
    return this.#get(LOOKS.textStyle);
  }
  getTextStyles(): TextStyle[][] {
    return this.#all(LOOKS.textStyle);
  }
  setTextStyle(...args: unknown[]): Range {
    return this.#set(LOOKS.textStyle, args);
  }
  setTextStyles(...args: unknown[]): Range {
    return this.#setEach(LOOKS.textStyle, args);
  }
  getDataValidation(): DataValidation | null {
    return this.#get(LOOKS.validation);
  }
  getDataValidations(): (DataValidation | null)[][] {
    return this.#all(LOOKS.validation);
  }
  setDataValidation(...args: unknown[]): Range {
    return this.#set(LOOKS.validation, args);
  }
  setDataValidations(...args: unknown[]): Range {
    return this.#setEach(LOOKS.validation, args);
  }
  /** An older name that scripts still use; Google keeps it working. */
  setBackgroundColor(...args: unknown[]): Range {
    return this.#set(LOOKS.background, args);
  }
  setBackgroundRGB(...args: unknown[]): Range {
    expectArgs('Range.setBackgroundRGB', args, 'integer integer integer');
    return this.$style(LOOKS.background.write(`rgb(${args.join(',')})`));
  }

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
