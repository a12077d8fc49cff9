import type { CellData } from '../../workspace/data.ts';
import { NotModelled } from '../../workspace/errors.ts';
import type { EnumValue } from '../served.ts';
import { Color } from './color.ts';
import { colorFromCss } from './convert.ts';
import { DataValidation } from './data-validation.ts';
import { WrapStrategy } from './enums.ts';
import { expectArgs } from './host.ts';
import { cellStyle, TextStyle } from './rich-text.ts';

/** How one look is read from a cell and from what a script gives for it. */
export interface Look<T> {
  method: string;
  kind: string;
  read(cell: CellData | null): T;
  write(value: unknown): Partial<CellData>;
}

function look<T>(method: string, kind: string, read: (cell: CellData | null) => T, write: (value: unknown) => Partial<CellData>): Look<T> {
  return { method: `Range.${method}`, kind, read, write };
}

const orNone = (value: unknown) => (value === null ? undefined : (value as string));

/** Every look that a range's getters and setters go by, each with its name, what it takes and what an untouched cell has. */
export const LOOKS = {
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
  backgroundObject: look(
    'setBackgroundObject',
    'Color|null',
    (cell) => new Color(cell?.background ?? '#ffffff'),
    (value) => ({ background: hexOf(value as Color | null) }),
  ),
  fontColorObject: look(
    'setFontColorObject',
    'Color|null',
    (cell) => new Color(cell?.fontColor ?? '#000000'),
    (value) => ({ fontColor: hexOf(value as Color | null) }),
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

function hexOf(color: Color | null): string | undefined {
  if (color === null || color.$value === null) return undefined;
  if (typeof color.$value !== 'string') throw new NotModelled('theme colours of cells');
  return color.$value;
}

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
