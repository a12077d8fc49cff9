/**
 * Puts pieces together, in their order, into as few wholes as keep to a length.
 * @param join makes a whole of its pieces; a single piece that is too long stays a whole of its own
 */
export function packed(pieces: readonly string[], most: number, join: (pieces: readonly string[]) => string): string[] {
  const wholes: string[][] = [];
  let open: string[] = [];
  for (const piece of pieces) {
    if (open.length > 0 && join([...open, piece]).length <= most) open.push(piece);
    else {
      open = [piece];
      wholes.push(open);
    }
  }
  return wholes.map(join);
}
