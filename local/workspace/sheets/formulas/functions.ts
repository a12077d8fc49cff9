import { dateFunctions } from './dates.ts';
import { eager, type GridFunction } from './eager.ts';
import { lookupFunctions } from './lookup.ts';
import type { Node } from './parse.ts';
import { scalarFunctions } from './scalars.ts';
import {
  Area,
  BAD_VALUE,
  compare,
  criterion,
  DIVIDED_BY_ZERO,
  FormulaError,
  flat,
  matrixOf,
  NA,
  numberOf,
  type Scalar,
  textOf,
  truthOf,
  type Value,
} from './values.ts';

/** Numbers of ranges as SUM and its kin take them: texts and truths in ranges are passed over, direct ones are read; errors stop it. */
function numbers(values: Value[]): number[] {
  const found: number[] = [];
  for (const value of values) {
    const inRange = value instanceof Area || Array.isArray(value);
    for (const each of flat([value])) {
      if (each instanceof FormulaError) throw each;
      if (typeof each === 'number') found.push(each);
      else if (!inRange && each !== null) found.push(numberOf(each));
    }
  }
  return found;
}

function aggregate(work: (values: number[]) => Scalar): GridFunction {
  return eager(1, 255, (values) => work(numbers(values)));
}

const total = (values: number[]) => values.reduce((sum, each) => sum + each, 0);
function mean(values: number[]): Scalar {
  return values.length === 0 ? DIVIDED_BY_ZERO : total(values) / values.length;
}

/** Positions at which every (range, condition) pair of `…IFS` holds. */
function matching(pairs: Value[]): boolean[] {
  let kept: boolean[] | undefined;
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    const condition = flat([pairs[index + 1] as Value])[0] ?? null;
    const holds = flat([pairs[index] as Value]).map(criterion(condition));
    if (kept && kept.length !== holds.length) throw BAD_VALUE;
    kept = kept ? kept.map((each, at) => each && holds[at] === true) : holds;
  }
  return kept ?? [];
}

function picked(range: Value, kept: boolean[]): number[] {
  return flat([range]).filter((value, at): value is number => kept[at] === true && typeof value === 'number');
}

const aggregates: Record<string, GridFunction> = {
  SUM: aggregate(total),
  AVERAGE: aggregate(mean),
  MIN: aggregate((values) => (values.length === 0 ? 0 : Math.min(...values))),
  MAX: aggregate((values) => (values.length === 0 ? 0 : Math.max(...values))),
  PRODUCT: aggregate((values) => values.reduce((product, each) => product * each, 1)),
  MEDIAN: aggregate((values) => {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = sorted.length / 2;
    if (sorted.length === 0) return new FormulaError('#NUM!');
    return Number.isInteger(middle) ? ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2 : (sorted[Math.floor(middle)] as number);
  }),
  COUNT: eager(1, 255, (values) => flat(values).filter((value) => typeof value === 'number').length),
  COUNTA: eager(1, 255, (values) => flat(values).filter((value) => value !== null).length),
  COUNTBLANK: eager(1, 255, (values) => flat(values).filter((value) => value === null || value === '').length),
  COUNTUNIQUE: eager(1, 255, (values) => new Set(flat(values).filter((value) => value !== null)).size),
  COUNTIF: eager(2, 2, (values) => matching(values).filter(Boolean).length),
  COUNTIFS: eager(2, 255, (values) => matching(values).filter(Boolean).length),
  SUMIF: eager(2, 3, ([range, condition, sums]) => total(picked((sums ?? range) as Value, matching([range as Value, condition as Value])))),
  SUMIFS: eager(3, 255, ([sums, ...pairs]) => total(picked(sums as Value, matching(pairs)))),
  AVERAGEIF: eager(2, 3, ([range, condition, means]) => mean(picked((means ?? range) as Value, matching([range as Value, condition as Value])))),
  AVERAGEIFS: eager(3, 255, ([means, ...pairs]) => mean(picked(means as Value, matching(pairs)))),
  SUMPRODUCT: (args, evaluation) =>
    evaluation.inArrays(() => {
      const columns = args.map((arg) => matrixOf(evaluation.value(arg)).flat());
      if (columns.some((column) => column.length !== columns[0]?.length)) return BAD_VALUE;
      const factor = (value: Scalar | undefined): number => {
        if (value instanceof FormulaError) throw value;
        return typeof value === 'number' ? value : value === true && columns.length === 1 ? 1 : 0;
      };
      return total((columns[0] ?? []).map((_, at) => columns.reduce((product, column) => product * factor(column[at]), 1)));
    }),
};

function truths(values: Value[]): boolean[] {
  const found = flat(values)
    .filter((value) => value !== null)
    .map(truthOf);
  if (found.length === 0) throw BAD_VALUE;
  return found;
}

/** Tests the condition, then evaluates only the branch it names; in array mode, cell by cell. */
const choose: GridFunction = (args, evaluation) => {
  if (args.length < 2 || args.length > 3) return NA;
  const [condition, yes, no] = args as [Node, Node, Node | undefined];
  const tested = evaluation.value(condition);
  const otherwise = () => (no ? evaluation.value(no) : false);
  if (evaluation.arrays && (tested instanceof Area || Array.isArray(tested))) {
    return evaluation.each([tested, evaluation.value(yes), otherwise()], (test, a, b) => (truthOf(test as Scalar) ? (a ?? null) : (b ?? null)));
  }
  return truthOf(evaluation.single(tested)) ? evaluation.value(yes) : otherwise();
};

function unlessError(isCaught: (error: FormulaError) => boolean): GridFunction {
  return ([tried, otherwise], evaluation) => {
    if (!tried) return NA;
    const value = evaluation.value(tried);
    const substitute = () => (otherwise ? evaluation.value(otherwise) : null);
    if (Array.isArray(value)) return evaluation.each([value, substitute()], (a, b) => (a instanceof FormulaError && isCaught(a) ? (b ?? null) : (a ?? null)));
    const single = evaluation.single(value);
    return single instanceof FormulaError && isCaught(single) ? substitute() : value;
  };
}

function tests(holds: (value: Scalar) => boolean): GridFunction {
  return eager(1, 1, (values, evaluation) => evaluation.each(values, (value) => holds(value as Scalar)));
}

const logic: Record<string, GridFunction> = {
  IF: choose,
  IFS: (args, evaluation) => {
    for (let index = 0; index + 1 < args.length; index += 2) {
      if (truthOf(evaluation.scalar(args[index] as Node))) return evaluation.value(args[index + 1] as Node);
    }
    return NA;
  },
  SWITCH: ([subject, ...cases], evaluation) => {
    if (!subject) return NA;
    const wanted = evaluation.scalar(subject);
    for (let index = 0; index + 1 < cases.length; index += 2) {
      if (compare(wanted, evaluation.scalar(cases[index] as Node)) === 0) return evaluation.value(cases[index + 1] as Node);
    }
    return cases.length % 2 === 1 ? evaluation.value(cases[cases.length - 1] as Node) : NA;
  },
  IFERROR: unlessError(() => true),
  IFNA: unlessError((error) => error.code === '#N/A'),
  AND: eager(1, 255, (values) => truths(values).every(Boolean)),
  OR: eager(1, 255, (values) => truths(values).some(Boolean)),
  XOR: eager(1, 255, (values) => truths(values).filter(Boolean).length % 2 === 1),
  NOT: eager(1, 1, (values, evaluation) => evaluation.each(values, (value) => !truthOf(value as Scalar))),
  TRUE: eager(0, 0, () => true),
  FALSE: eager(0, 0, () => false),
  NA: eager(0, 0, () => NA),
  ISBLANK: tests((value) => value === null),
  ISERROR: tests((value) => value instanceof FormulaError),
  ISERR: tests((value) => value instanceof FormulaError && value.code !== '#N/A'),
  ISNA: tests((value) => value instanceof FormulaError && value.code === '#N/A'),
  ISNUMBER: tests((value) => typeof value === 'number'),
  ISTEXT: tests((value) => typeof value === 'string'),
  ISNONTEXT: tests((value) => typeof value !== 'string'),
  ISLOGICAL: tests((value) => typeof value === 'boolean'),
  ISEMAIL: tests((value) => typeof value === 'string' && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)),
  ARRAYFORMULA: ([inner], evaluation) => (inner ? evaluation.inArrays(() => evaluation.value(inner)) : NA),
  HYPERLINK: eager(1, 2, ([address, label], evaluation) => evaluation.each([label ?? (address as Value)], (text) => textOf(text as Scalar))),
};

/** Every function the grid knows, by its name in capitals. Others come to `#NAME?`. */
export const functions: Readonly<Record<string, GridFunction | undefined>> = Object.assign(
  Object.create(null) as Record<string, GridFunction>,
  aggregates,
  logic,
  lookupFunctions,
  scalarFunctions,
  dateFunctions,
);
