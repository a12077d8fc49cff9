import { ApiError } from '../../workspace/errors.ts';
import { type FieldMask, parseFields } from '../fields.ts';

/** An update's `fields`: what it may touch (docs/workspace/sheets/api/guides/field-masks.md). */
export class UpdateMask {
  private constructor(private readonly tree: FieldMask) {}

  /**
   * @param root a message's name that stands before every field in the request's own documentation and may be left out
   * @throws ApiError 400 when no field is named
   */
  static read(fields: unknown): UpdateMask {
    if (typeof fields !== 'string' || fields.trim() === '') {
      throw new ApiError(400, `At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)`);
    }
    return new UpdateMask(parseFields(fields.replaceAll('.', '/')));
  }

  /** Whether the field at a dotted path, or the whole message around it, is named. */
  has(path: string): boolean {
    let level: FieldMask | null = this.tree;
    for (const name of path.split('.')) {
      if (level === null) return true;
      if (level.has('*')) return true;
      const next: FieldMask | null | undefined = level.get(name);
      if (next === undefined) return false;
      level = next;
    }
    // Named in part (`numberFormat.pattern` of `numberFormat`): what is written is the field with the parts that were sent.
    return true;
  }

  /** Every field named, as dotted paths. */
  paths(): string[] {
    const walk = (tree: FieldMask, before: string): string[] =>
      [...tree].flatMap(([name, inner]) => (inner === null ? [`${before}${name}`] : walk(inner, `${before}${name}.`)));
    return walk(this.tree, '');
  }

  /** @throws ApiError 400 when a field is named that the message does not have */
  allow(known: readonly string[]): void {
    for (const path of this.paths()) {
      if (path === '*' || known.some((each) => each === path || each.startsWith(`${path}.`) || path.startsWith(`${each}.`))) continue;
      throw new ApiError(400, `Invalid field: ${path}`);
    }
  }
}
