import { inspect } from 'node:util';
import { ScriptError } from '../errors.ts';
import { Served } from '../served.ts';
import { scriptStack } from '../stack.ts';
import { formatDate } from './date-format.ts';

/** `Utilities.formatString`: `%` forms of sprintf (docs/apps-script/reference/utilities/utilities.md). */
export function formatString(template: string, args: readonly unknown[]): string {
  let next = 0;
  return template.replace(/%(?:(\d+)\$)?([-+ 0#]*)(\d+)?(?:\.(\d+))?([a-zA-Z%])/g, (whole, position, flags: string, width, precision, kind: string) => {
    if (kind === '%') return '%';
    const index = position === undefined ? next++ : Number(position) - 1;
    if (index >= args.length) throw new ScriptError(`Format specifier '${whole}'`);
    const digits = precision === undefined ? undefined : Number(precision);
    return pad(convert(kind, args[index], flags, digits, whole), flags, width === undefined ? 0 : Number(width), kind);
  });
}

function convert(kind: string, value: unknown, flags: string, precision: number | undefined, whole: string): string {
  const signed = (number: number, text: string) => (number < 0 ? text : flags.includes('+') ? `+${text}` : flags.includes(' ') ? ` ${text}` : text);
  switch (kind) {
    case 's':
      return javaText(value, 'UTC').slice(0, precision);
    case 'c':
      return typeof value === 'number' ? String.fromCodePoint(value) : String(value).charAt(0);
    case 'b':
      return String(Boolean(value));
    case 'd':
    case 'i':
      return signed(numeric(value, whole), String(Math.trunc(numeric(value, whole))));
    case 'f':
      return signed(numeric(value, whole), numeric(value, whole).toFixed(precision ?? 6));
    case 'e':
      return signed(
        numeric(value, whole),
        numeric(value, whole)
          .toExponential(precision ?? 6)
          .replace(/e([+-])(\d)$/, 'e$10$2'),
      );
    case 'x':
      return Math.trunc(numeric(value, whole)).toString(16);
    case 'X':
      return Math.trunc(numeric(value, whole)).toString(16).toUpperCase();
    case 'o':
      return Math.trunc(numeric(value, whole)).toString(8);
    default:
      throw new ScriptError(`Unknown format conversion '${kind}'`);
  }
}

function numeric(value: unknown, whole: string): number {
  if (typeof value === 'number') return value;
  throw new ScriptError(`Format specifier '${whole}' needs a number`);
}

function pad(text: string, flags: string, width: number, kind: string): string {
  if (text.length >= width) return text;
  if (flags.includes('-')) return text.padEnd(width);
  if (!flags.includes('0') || kind === 's') return text.padStart(width);
  const sign = /^[+-]/.exec(text)?.[0] ?? '';
  return sign + text.slice(sign.length).padStart(width - sign.length, '0');
}

/**
 * A value as `Logger.log` writes it: `{key=value}` for objects, `[a, b]` for arrays, and dates as Java does
 * (docs/apps-script/reference/base/logger.md).
 */
export function javaText(value: unknown, zone: string): string {
  if (typeof value === 'function') return String(value);
  if (value === null || typeof value !== 'object') return String(value);
  if (value instanceof Served) return value.toString();
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : formatDate(value.getTime(), zone, 'EEE MMM dd HH:mm:ss z yyyy');
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (Array.isArray(value)) return `[${value.map((item) => javaText(item, zone)).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([key, item]) => `${key}=${javaText(item, zone)}`)
    .join(', ')}}`;
}

/** A value as `console.log` shows it. Service objects are known by their names only. */
export function consoleText(value: unknown): unknown {
  if (value instanceof Served) return { [inspect.custom]: () => value.toString(), toString: () => value.toString() };
  if (value instanceof Error) return value.stack === undefined ? `${value.name}: ${value.message}` : scriptStack(value.stack);
  if (value instanceof Date || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(consoleText);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, consoleText(item)]));
}
