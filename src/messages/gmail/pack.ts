/** What stands around and between the pieces of a whole. */
export interface Wrapping {
  before: string;
  between: string;
  after: string;
}

/**
 * Puts pieces together, in their order, into as few wholes as keep to a length.
 * A single piece that is too long stays a whole of its own.
 */
export function packed(pieces: readonly string[], most: number, { before, between, after }: Wrapping): string[] {
  const room = most - before.length - after.length;
  const wholes: string[][] = [];
  let open: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    length += between.length + piece.length;
    if (open.length > 0 && length <= room) open.push(piece);
    else {
      open = [piece];
      length = piece.length;
      wholes.push(open);
    }
  }
  return wholes.map((whole) => `${before}${whole.join(between)}${after}`);
}
