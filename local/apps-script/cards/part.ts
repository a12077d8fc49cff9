import { mismatch, ScriptError } from '../errors.ts';
import { type Enumeration, EnumValue, LocalServed } from '../served.ts';

export type Json = Record<string, unknown>;
type Constructor<T> = abstract new (...args: never[]) => T;

/**
 * A piece of a card. Its setters fill fields of the JSON that Google documents for it
 * (docs/workspace/add-ons/reference/rpc/google.apps.card.v1.md); what it needs is checked when the card is built.
 */
export abstract class CardPart extends LocalServed {
  readonly $fields: Json = {};
  /** Fields without which Google calls the piece invalid. */
  protected readonly $required: readonly string[] = [];

  /** @throws when something required is missing */
  $json(): Json {
    for (const field of this.$required) {
      if (this.$fields[field] === undefined) throw new ScriptError(`${this.$name} is not valid: ${field} is required.`);
    }
    return jsonOf(this.$fields) as Json;
  }

  /** Sets one field and gives the part back, for chaining. */
  $put(field: string, value: unknown): this {
    this.$fields[field] = value;
    return this;
  }

  $add(field: string, value: unknown, most = Number.POSITIVE_INFINITY): this {
    const list = (this.$fields[field] ?? []) as unknown[];
    if (list.length >= most) throw new ScriptError(`You can't add more than ${most} ${field} to a ${this.$name}.`);
    this.$fields[field] = [...list, value];
    return this;
  }

  // Arguments. Apps Script turns numbers and booleans into text where text is wanted, and nothing else.

  $text(value: unknown, method: string): string {
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') throw mismatch(`${this.$name}.${method}`, [value]);
    return String(value);
  }

  $flag(value: unknown, method: string): boolean {
    if (typeof value !== 'boolean') throw mismatch(`${this.$name}.${method}`, [value]);
    return value;
  }

  $number(value: unknown, method: string): number {
    if (typeof value !== 'number' || Number.isNaN(value)) throw mismatch(`${this.$name}.${method}`, [value]);
    return value;
  }

  $part<T>(value: unknown, kind: Constructor<T>, method: string): T {
    if (!(value instanceof kind)) throw mismatch(`${this.$name}.${method}`, [value]);
    return value;
  }

  $choice(value: unknown, choices: Enumeration, method: string): string {
    if (!(value instanceof EnumValue) || choices.$values[value.$name] !== value) throw mismatch(`${this.$name}.${method}`, [value]);
    return value.$name;
  }

  /** docs/workspace/add-ons/guides/workspace-restrictions.md, "Use SVG Images": cards cannot show them. */
  $imageUrl(value: unknown, method: string): string {
    const url = this.$text(value, method);
    if (/\.svg([?#]|$)/i.test(url) || url.startsWith('data:image/svg')) throw new ScriptError(`SVG images can't be used in cards: ${url.slice(0, 100)}`);
    if (!/^(https?:\/\/|data:image\/)/.test(url)) throw new ScriptError(`Invalid image URL: ${url.slice(0, 100)}`);
    return url;
  }
}

/** `#rgb` or `#rrggbb` as the card's JSON has it: parts from 0 to 1. */
export function colorJson(color: string): Json {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(color)?.[1];
  if (!hex) throw new ScriptError(`Invalid color: ${color}`);
  const digits = hex.length === 3 ? [...hex].map((each) => each + each) : (hex.match(/../g) ?? []);
  const [red = 0, green = 0, blue = 0] = digits.map((each) => Number.parseInt(each, 16) / 255);
  return { red, green, blue };
}

function jsonOf(value: unknown): unknown {
  if (value instanceof CardPart) return value.$json();
  if (Array.isArray(value)) return value.map(jsonOf);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).flatMap(([key, each]) => (each === undefined ? [] : [[key, jsonOf(each)]])));
  }
  return value;
}
