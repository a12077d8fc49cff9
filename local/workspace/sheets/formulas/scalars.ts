import * as formulajs from '@formulajs/formulajs';
import { formatNumber } from '../display.ts';
import { scalar as readScalar } from '../input.ts';
import { eager, type GridFunction } from './eager.ts';
import { BAD_VALUE, FormulaError, flat, NA, numberOf, type Scalar, scalarOf, textOf, truthOf, type Value } from './values.ts';

type Plain = string | number | boolean | null;

/** Functions of single values that the library reckons as the grid does: [name, fewest, most arguments]. */
const BORROWED: [name: string, least: number, most: number][] = [
  ...[
    'ABS',
    'SQRT',
    'EXP',
    'LN',
    'LOG10',
    'SIGN',
    'EVEN',
    'ODD',
    'INT',
    'RADIANS',
    'DEGREES',
    'SIN',
    'COS',
    'TAN',
    'ASIN',
    'ACOS',
    'ATAN',
    'FACT',
    'ISEVEN',
    'ISODD',
  ].map((name): [string, number, number] => [name, 1, 1]),
  ...['LEN', 'LOWER', 'UPPER', 'PROPER', 'TRIM', 'CHAR', 'CODE', 'UNICHAR', 'UNICODE', 'CLEAN'].map((name): [string, number, number] => [name, 1, 1]),
  ...['ROUND', 'ROUNDUP', 'ROUNDDOWN', 'TRUNC', 'LOG', 'LEFT', 'RIGHT', 'CEILING', 'FLOOR'].map((name): [string, number, number] => [name, 1, 2]),
  ...['MOD', 'POWER', 'QUOTIENT', 'ATAN2', 'REPT', 'EXACT', 'MROUND', 'GCD', 'LCM', 'COMBIN'].map((name): [string, number, number] => [name, 2, 2]),
  ['PI', 0, 0],
  ['MID', 3, 3],
  ['FIND', 2, 3],
  ['SEARCH', 2, 3],
  ['REPLACE', 4, 4],
  ['SUBSTITUTE', 3, 4],
];
/** What a second argument is when it is left out, where the library insists on one. */
const SECOND: Record<string, number> = { ROUND: 0, ROUNDUP: 0, ROUNDDOWN: 0, TRUNC: 0, LOG: 10, CEILING: 1, FLOOR: 1 };
const TEXTUAL = new Set([
  'LEN',
  'LOWER',
  'UPPER',
  'PROPER',
  'TRIM',
  'CODE',
  'UNICODE',
  'CLEAN',
  'LEFT',
  'RIGHT',
  'MID',
  'REPT',
  'EXACT',
  'FIND',
  'SEARCH',
  'REPLACE',
  'SUBSTITUTE',
]);

const borrowed = Object.fromEntries(
  BORROWED.map(([name, least, most]): [string, GridFunction] => {
    const work = (formulajs as unknown as Record<string, (...args: Plain[]) => Plain | Error>)[name];
    if (!work) throw new Error(`@formulajs/formulajs has no ${name}`);
    return [
      name,
      eager(least, most, (values, evaluation) =>
        evaluation.each(values, (...scalars) => {
          const plain = scalars.map((value, index) => ready(value, TEXTUAL.has(name) && (index === 0 || typeof value === 'string')));
          if (plain.length === 1 && SECOND[name] !== undefined) plain.push(SECOND[name]);
          const result = work(...plain);
          if (result instanceof Error) return new FormulaError(result.message);
          return typeof result === 'number' && !Number.isFinite(result) ? new FormulaError('#NUM!') : result;
        }),
      ),
    ];
  }),
);

function ready(value: Scalar, asText: boolean): Plain {
  return asText ? textOf(value) : numberOf(value);
}

function texts(values: Value[]): string[] {
  return flat(values).map(textOf);
}

function regular(source: Scalar, flags = 'u'): RegExp {
  try {
    return new RegExp(textOf(source), flags);
  } catch {
    throw new FormulaError('#REF!');
  }
}

export const scalarFunctions: Record<string, GridFunction> = {
  ...borrowed,
  CONCATENATE: eager(1, 255, (values) => texts(values).join('')),
  CONCAT: eager(2, 2, (values, evaluation) => evaluation.each(values, (a, b) => textOf(a ?? null) + textOf(b ?? null))),
  JOIN: eager(2, 255, ([separator, ...values]) => texts(values).join(textOf(scalarOf(separator as Value)))),
  TEXTJOIN: eager(3, 255, ([separator, skipEmpty, ...values]) => {
    const all = texts(values);
    const kept = truthOf(scalarOf(skipEmpty as Value)) ? all.filter((text) => text !== '') : all;
    return kept.join(textOf(scalarOf(separator as Value)));
  }),
  TEXT: eager(2, 2, (values, evaluation) =>
    evaluation.each(values, (value, pattern) => (typeof value === 'number' ? formatNumber(value, textOf(pattern ?? null)) : textOf(value ?? null))),
  ),
  VALUE: eager(1, 1, (values, evaluation) =>
    evaluation.each(values, (value) => {
      if (typeof value !== 'string') return numberOf(value ?? null);
      const read = readScalar(value.trim(), { locale: evaluation.place.locale, now: 0 });
      return typeof read?.v === 'number' ? read.v : BAD_VALUE;
    }),
  ),
  TO_TEXT: eager(1, 1, (values, evaluation) => evaluation.each(values, (value) => textOf(value ?? null))),
  N: eager(1, 1, ([value], evaluation) => {
    const single = evaluation.single(value as Value);
    return typeof single === 'string' ? 0 : numberOf(single);
  }),
  T: eager(1, 1, ([value], evaluation) => {
    const single = evaluation.single(value as Value);
    return typeof single === 'string' ? single : '';
  }),
  REGEXMATCH: eager(2, 2, (values, evaluation) => evaluation.each(values, (text, pattern) => regular(pattern ?? null).test(textOf(text ?? null)))),
  REGEXEXTRACT: eager(2, 2, (values, evaluation) =>
    evaluation.each(values, (text, pattern) => {
      const match = regular(pattern ?? null).exec(textOf(text ?? null));
      return match ? (match[1] ?? match[0]) : NA;
    }),
  ),
  REGEXREPLACE: eager(3, 3, (values, evaluation) =>
    evaluation.each(values, (text, pattern, replacement) => textOf(text ?? null).replace(regular(pattern ?? null, 'gu'), textOf(replacement ?? null))),
  ),
};
