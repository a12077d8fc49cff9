import { TextOutput } from './core/content.ts';
import { HtmlOutput } from './html/output.ts';
import { EnumValue, Served } from './served.ts';

/**
 * A script's value as JSON data for a person or a program to read: dates in ISO, enumerations by name, pages and texts by their
 * content, cards as the JSON that Google draws; other service objects by their names.
 */
export function jsonable(value: unknown, around: readonly object[] = []): unknown {
  if (value === undefined) return null;
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') return String(value);
  if (value === null || typeof value !== 'object') return value;
  if (around.includes(value)) return '[circular]';
  const inside = [...around, value];
  if (value instanceof EnumValue) return value.$name;
  if (value instanceof HtmlOutput || value instanceof TextOutput) return value.getContent();
  if (value instanceof Served) return '$json' in value && typeof value.$json === 'function' ? jsonable(value.$json(), inside) : value.toString();
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (Array.isArray(value)) return value.map((item) => jsonable(item, inside));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, jsonable(item, inside)]));
}
