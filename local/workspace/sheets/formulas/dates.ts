import { scalar as readScalar } from '../input.ts';
import { partsOfSerial, serialOfDay } from '../serial-date.ts';
import { eager, type GridFunction } from './eager.ts';
import type { Evaluation } from './evaluate.ts';
import { BAD_NUMBER, BAD_VALUE, flat, numberOf, type Scalar, scalarOf, textOf, type Value } from './values.ts';

/** A day or moment as a serial number, also from a text that reads as one. @throws FormulaError */
function serial(value: Scalar | undefined, evaluation: Evaluation): number {
  if (typeof value !== 'string') return numberOf(value ?? null);
  const read = readScalar(value.trim(), { locale: evaluation.place.locale, now: 0 });
  if (typeof read?.v !== 'number') throw BAD_VALUE;
  return read.v;
}

function part(read: (serial: number) => number): GridFunction {
  return eager(1, 1, (values, evaluation) => evaluation.each(values, (value) => read(serial(value, evaluation))));
}

function monthsLater(from: number, months: number): { year: number; month: number; day: number } {
  const { year, month, day } = partsOfSerial(from);
  const first = partsOfSerial(serialOfDay(year, month + Math.trunc(months), 1));
  const lengthOfMonth = partsOfSerial(serialOfDay(first.year, first.month + 1, 0)).day;
  return { year: first.year, month: first.month, day: Math.min(day, lengthOfMonth) };
}

function wholeMonths(from: number, to: number): number {
  const [a, b] = [partsOfSerial(from), partsOfSerial(to)];
  return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
}

function isWorkingDay(day: number, holidays: readonly number[]): boolean {
  const { weekday } = partsOfSerial(day);
  return weekday !== 0 && weekday !== 6 && !holidays.includes(day);
}

function holidaysOf(value: Value | undefined): number[] {
  return value === undefined ? [] : flat([value]).filter((each): each is number => typeof each === 'number');
}

export const dateFunctions: Record<string, GridFunction> = {
  TODAY: eager(0, 0, (_, evaluation) => Math.floor(evaluation.place.now)),
  NOW: eager(0, 0, (_, evaluation) => evaluation.place.now),
  DATE: eager(3, 3, (values, evaluation) =>
    evaluation.each(values, (year, month, day) => serialOfDay(numberOf(year ?? null), numberOf(month ?? null), numberOf(day ?? null))),
  ),
  TIME: eager(3, 3, (values, evaluation) =>
    evaluation.each(
      values,
      (hour, minute, second) => ((numberOf(hour ?? null) * 3600 + numberOf(minute ?? null) * 60 + numberOf(second ?? null)) / 86_400) % 1,
    ),
  ),
  DATEVALUE: eager(1, 1, (values, evaluation) => evaluation.each(values, (value) => Math.floor(serial(value, evaluation)))),
  YEAR: part((day) => partsOfSerial(day).year),
  MONTH: part((day) => partsOfSerial(day).month),
  DAY: part((day) => partsOfSerial(day).day),
  HOUR: part((day) => partsOfSerial(day).hour),
  MINUTE: part((day) => partsOfSerial(day).minute),
  SECOND: part((day) => partsOfSerial(day).second),
  WEEKDAY: eager(1, 2, ([day, kind], evaluation) => {
    const { weekday } = partsOfSerial(serial(evaluation.single(day as Value), evaluation));
    const type = kind === undefined ? 1 : numberOf(scalarOf(kind));
    if (type === 1) return weekday + 1;
    return type === 2 ? ((weekday + 6) % 7) + 1 : type === 3 ? (weekday + 6) % 7 : BAD_NUMBER;
  }),
  EDATE: eager(2, 2, (values, evaluation) =>
    evaluation.each(values, (from, months) => {
      const { year, month, day } = monthsLater(serial(from, evaluation), numberOf(months ?? null));
      return serialOfDay(year, month, day);
    }),
  ),
  EOMONTH: eager(2, 2, (values, evaluation) =>
    evaluation.each(values, (from, months) => {
      const { year, month } = monthsLater(serial(from, evaluation), numberOf(months ?? null));
      return serialOfDay(year, month + 1, 0);
    }),
  ),
  DAYS: eager(2, 2, (values, evaluation) => evaluation.each(values, (to, from) => serial(to, evaluation) - serial(from, evaluation))),
  DATEDIF: eager(3, 3, (values, evaluation) =>
    evaluation.each(values, (from, to, unit) => {
      const [start, end] = [serial(from, evaluation), serial(to, evaluation)];
      if (end < start) return BAD_NUMBER;
      const kind = textOf(unit ?? null).toUpperCase();
      const months = wholeMonths(start, end);
      if (kind === 'D') return Math.floor(end) - Math.floor(start);
      return kind === 'M' ? months : kind === 'Y' ? Math.floor(months / 12) : kind === 'YM' ? months % 12 : BAD_NUMBER;
    }),
  ),
  NETWORKDAYS: eager(2, 3, ([from, to, holidays], evaluation) => {
    const [start, end] = [from, to].map((value) => Math.floor(serial(evaluation.single(value as Value), evaluation))) as [number, number];
    const free = holidaysOf(holidays);
    let days = 0;
    for (let day = Math.min(start, end); day <= Math.max(start, end); day += 1) if (isWorkingDay(day, free)) days += 1;
    return end < start ? -days : days;
  }),
  WORKDAY: eager(2, 3, ([from, count, holidays], evaluation) => {
    const wanted = Math.trunc(numberOf(evaluation.single(count as Value)));
    const free = holidaysOf(holidays);
    let day = Math.floor(serial(evaluation.single(from as Value), evaluation));
    for (let left = Math.abs(wanted); left > 0; ) {
      day += Math.sign(wanted);
      if (isWorkingDay(day, free)) left -= 1;
    }
    return day;
  }),
};
