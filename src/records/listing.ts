/**
 * A listing is a Sheet that people look at: a desk, a register. It is a view of the records, kept true by comparing what stands
 * there with what should. Lines are inserted, changed and taken away one by one, never rewritten as a whole: somebody may be
 * typing in one at that moment, and what they type must land in the line they see.
 */

export interface ListingColumn {
  heading: string;
  /** Pixels. */
  width: number;
  /** People may change it; everything else is protected. */
  editable?: boolean;
  /** What an editable cell may hold; any text when left out. */
  choices?: readonly string[];
}

export interface Listing {
  /** The sheet's name inside its file. */
  name: string;
  columns: readonly ListingColumn[];
  /** Shown above the headings, each leading somewhere. */
  links: readonly { text: string; address: string }[];
}

/** One line: its key is its first cell. */
export interface Line {
  cells: readonly string[];
  /** Where the first cell leads. */
  address?: string;
  /** What the editable cells held when we last wrote them: the base that tells a person's change from our own. */
  base: readonly string[];
}

/** Lines are numbered from 0, below the headings. A change is to be made after those before it. */
export type ListingChange = { kind: 'insert' | 'update'; at: number; line: Line } | { kind: 'delete'; at: number };

/** The changes, in order, that make the lines that stand there into the lines that should. */
export function changesTo(standing: readonly Line[], wanted: readonly Line[]): ListingChange[] {
  const changes: ListingChange[] = [];
  const keys = new Set(wanted.map(keyOf));
  const firstAt = new Map<string, number>();
  standing.forEach((line, at) => {
    if (!firstAt.has(keyOf(line))) firstAt.set(keyOf(line), at);
  });
  // What does not belong goes first, from the bottom, so that the numbers above stay right.
  const lines = standing.filter((line, at) => keys.has(keyOf(line)) && firstAt.get(keyOf(line)) === at);
  for (let at = standing.length - 1; at >= 0; at -= 1) {
    const line = standing[at] as Line;
    if (!keys.has(keyOf(line)) || firstAt.get(keyOf(line)) !== at) changes.push({ kind: 'delete', at });
  }
  wanted.forEach((line, at) => {
    const here = lines[at];
    if (here && keyOf(here) === keyOf(line)) {
      if (!isSame(here, line)) changes.push({ kind: 'update', at, line });
      lines[at] = line;
      return;
    }
    // Looked for only where it stands at all: a register has thousands of lines.
    const elsewhere = firstAt.has(keyOf(line)) ? lines.findIndex((each, index) => index > at && keyOf(each) === keyOf(line)) : -1;
    if (elsewhere > at) {
      changes.push({ kind: 'delete', at: elsewhere });
      lines.splice(elsewhere, 1);
    }
    changes.push({ kind: 'insert', at, line });
    lines.splice(at, 0, line);
  });
  return changes;
}

/** Changes of one kind to lines that follow one another: one request instead of many. Blocks are to be made in order, like changes. */
export type ListingBlock = { kind: 'insert' | 'update'; at: number; lines: Line[] } | { kind: 'delete'; at: number; count: number };

/** Changes put together where they touch. */
export function blocksOf(changes: readonly ListingChange[]): ListingBlock[] {
  const blocks: ListingBlock[] = [];
  for (const change of changes) {
    const last = blocks[blocks.length - 1];
    if (change.kind === 'delete') {
      // Deletions come from the bottom: the next one up belongs to the block.
      if (last?.kind === 'delete' && change.at === last.at - 1) blocks[blocks.length - 1] = { kind: 'delete', at: change.at, count: last.count + 1 };
      else blocks.push({ kind: 'delete', at: change.at, count: 1 });
    } else if (last?.kind === change.kind && change.at === last.at + last.lines.length) last.lines.push(change.line);
    else blocks.push({ kind: change.kind, at: change.at, lines: [change.line] });
  }
  return blocks;
}

/** A cell that a person changed since we last wrote it. */
export interface CellChange {
  key: string;
  /** The column's heading. */
  column: string;
  from: string;
  to: string;
}

/** What people changed in the editable cells of a listing. A line that was added or repeated by hand changes nothing. */
export function changesByPeople(listing: Listing, standing: readonly Line[]): CellChange[] {
  const editable = listing.columns.map((column, place) => ({ column, place })).filter(({ column }) => column.editable);
  const seen = new Set<string>();
  return standing.flatMap((line) => {
    const key = keyOf(line);
    if (seen.has(key) || line.base.length !== editable.length) return [];
    seen.add(key);
    return editable.flatMap(({ column, place }, index) => {
      const from = line.base[index] ?? '';
      const to = line.cells[place] ?? '';
      return from === to ? [] : [{ key, column: column.heading, from, to }];
    });
  });
}

/** The editable cells of a line that we write: its base from now on. */
export function baseOf(listing: Listing, cells: readonly string[]): string[] {
  return listing.columns.flatMap((column, place) => (column.editable ? [cells[place] ?? ''] : []));
}

function keyOf(line: Line): string {
  return line.cells[0] ?? '';
}

function isSame(a: Line, b: Line): boolean {
  return JSON.stringify([a.cells, a.address, a.base]) === JSON.stringify([b.cells, b.address, b.base]);
}
