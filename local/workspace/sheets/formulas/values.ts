import type { Box } from '../a1.ts';

/** An error that a formula comes to: `#N/A`, `#REF!` … It is a value, passed on by what reads it. */
export class FormulaError {
  constructor(readonly code: string) {}
}

export const NA = new FormulaError('#N/A');
export const BAD_VALUE = new FormulaError('#VALUE!');
export const BAD_REF = new FormulaError('#REF!');
export const BAD_NAME = new FormulaError('#NAME?');
export const BAD_NUMBER = new FormulaError('#NUM!');
export const DIVIDED_BY_ZERO = new FormulaError('#DIV/0!');
export const UNREADABLE = new FormulaError('#ERROR!');

export type Scalar = string | number | boolean | null | FormulaError;
export type Matrix = Scalar[][];

/** A part of a sheet that a formula points at: read when its values are needed. */
export class Area {
  constructor(
    readonly box: Box,
    readonly read: () => Matrix,
  ) {}
}

export type Value = Scalar | Matrix | Area;

export function matrixOf(value: Value): Matrix {
  if (value instanceof Area) return value.read();
  return Array.isArray(value) ? value : [[value]];
}

/** The first cell of an array, or the value itself. */
export function scalarOf(value: Value): Scalar {
  if (value instanceof Area || Array.isArray(value)) return matrixOf(value)[0]?.[0] ?? null;
  return value;
}

export function flat(values: readonly Value[]): Scalar[] {
  return values.flatMap((value) => matrixOf(value).flat());
}

/** @throws FormulaError when the value is no number and does not read as one */
export function numberOf(value: Scalar): number {
  if (value instanceof FormulaError) throw value;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === null) return 0;
  const number = Number(value.replace(/,/g, '').replace(/%$/, ''));
  if (value.trim() === '' || Number.isNaN(number)) throw BAD_VALUE;
  return value.endsWith('%') ? number / 100 : number;
}

/** @throws FormulaError when the value is an error */
export function textOf(value: Scalar): string {
  if (value instanceof FormulaError) throw value;
  if (value === null) return '';
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value);
}

/** @throws FormulaError when the value is neither true nor false nor a number */
export function truthOf(value: Scalar): boolean {
  if (typeof value === 'string') {
    if (/^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
    throw BAD_VALUE;
  }
  return numberOf(value) !== 0;
}

const RANK = { number: 0, string: 1, boolean: 2 } as const;

/** Order of the grid: numbers, then texts without regard to case, then FALSE and TRUE. @throws FormulaError */
export function compare(a: Scalar, b: Scalar): number {
  if (a instanceof FormulaError) throw a;
  if (b instanceof FormulaError) throw b;
  const left = a ?? (typeof b === 'string' ? '' : typeof b === 'boolean' ? false : 0);
  const right = b ?? (typeof left === 'string' ? '' : typeof left === 'boolean' ? false : 0);
  const kind = RANK[typeof left as keyof typeof RANK] - RANK[typeof right as keyof typeof RANK];
  if (kind !== 0) return kind;
  if (typeof left === 'string') {
    const [x, y] = [left.toLowerCase(), String(right).toLowerCase()];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return Number(left) - Number(right);
}

/** `">5"`, `"<>x"`, `"a*"` and the like, as COUNTIF and its kin read them. */
export function criterion(condition: Scalar): (value: Scalar) => boolean {
  if (condition instanceof FormulaError) throw condition;
  if (typeof condition !== 'string') return (value) => !(value instanceof FormulaError) && value === condition;
  const [, sign = '=', operand = ''] = /^(<=|>=|<>|<|>|=)?(.*)$/s.exec(condition) ?? [];
  const number = operand.trim() === '' ? Number.NaN : Number(operand);
  if (sign === '=' || sign === '<>') {
    const pattern = wildcard(operand);
    const same = (value: Scalar) =>
      value instanceof FormulaError ? false : Number.isNaN(number) ? pattern.test(textOf(value)) : value === number || value === operand;
    return sign === '=' ? same : (value) => !same(value);
  }
  return (value) => {
    if (value === null || value instanceof FormulaError) return false;
    if (Number.isNaN(number) ? typeof value !== 'string' : typeof value !== 'number') return false;
    const order = compare(value, Number.isNaN(number) ? operand : number);
    return sign === '<' ? order < 0 : sign === '>' ? order > 0 : sign === '<=' ? order <= 0 : order >= 0;
  };
}

/** `*`, `?` and `~` as spreadsheets use them, over the whole text. */
export function wildcard(pattern: string): RegExp {
  const source = pattern.replace(/~([*?~])|[\\^$.*+?()[\]{}|]/g, (found, literal: string | undefined) => {
    if (literal !== undefined) return `\\${literal}`;
    return found === '*' ? '.*' : found === '?' ? '.' : `\\${found}`;
  });
  return new RegExp(`^${source}$`, 'is');
}
