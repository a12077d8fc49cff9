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
  /** Holds whole numbers: people sort and filter by them as such. */
  number?: boolean;
}

/** What a cell says. `begins`: how its text begins, `least`: a number that is as great. */
export type CellTest = { is: string } | { begins: string } | { least: number } | 'empty';

/** How a cell looks that says something. Colour never stands for a word: the cell says it too. */
export interface ListingHighlight {
  /** The column's heading. */
  column: string;
  when: CellTest;
  look: 'alarm' | 'warning' | 'fresh';
}

/** A choice of the lines that a person may look at without anybody else's view changing. */
export interface ListingView {
  title: string;
  /** All of these must be so; by the column's heading. */
  where: readonly { column: string; when: CellTest }[];
  /** The greatest of this column first; the usual order when left out. */
  greatestFirst?: string;
}

export interface Listing {
  /** The sheet's name inside its file. */
  name: string;
  columns: readonly ListingColumn[];
  /** Shown above the headings, each leading somewhere. */
  links: readonly { text: string; address: string }[];
  highlights?: readonly ListingHighlight[];
  views?: readonly ListingView[];
}

/** One line: its key is its first cell. */
export interface Line {
  cells: readonly string[];
  /** Where the first cell leads. */
  address?: string;
  /** What the editable cells held when we last wrote them: the base that tells a person's change from our own. */
  base: readonly string[];
}

/**
 * Lines are numbered from 0, below the headings. A change is to be made after those before it. `places`: the cells of an updated line that
 * are not as they should be; the one after the last column stands for the base. The others are left alone: somebody may be typing there.
 */
export type ListingChange =
  | { kind: 'insert'; at: number; line: Line }
  | { kind: 'update'; at: number; line: Line; places: number[] }
  | { kind: 'delete'; at: number };

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
      const places = placesThatDiffer(here, line);
      if (places.length > 0) changes.push({ kind: 'update', at, line, places });
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
export type ListingBlock =
  | { kind: 'insert'; at: number; lines: Line[] }
  | { kind: 'update'; at: number; lines: Line[]; places: number[] }
  | { kind: 'delete'; at: number; count: number };

/** Changes put together where they touch. */
export function blocksOf(changes: readonly ListingChange[]): ListingBlock[] {
  const blocks: ListingBlock[] = [];
  for (const change of changes) {
    const last = blocks[blocks.length - 1];
    if (change.kind === 'delete') {
      // Deletions come from the bottom: the next one up belongs to the block.
      if (last?.kind === 'delete' && change.at === last.at - 1) blocks[blocks.length - 1] = { kind: 'delete', at: change.at, count: last.count + 1 };
      else blocks.push({ kind: 'delete', at: change.at, count: 1 });
    } else if (last && goesOn(last, change)) last.lines.push(change.line);
    else if (change.kind === 'insert') blocks.push({ kind: 'insert', at: change.at, lines: [change.line] });
    else blocks.push({ kind: 'update', at: change.at, lines: [change.line], places: change.places });
  }
  return blocks;
}

/** Whether a change belongs to a block: of the same kind, right below it, and of the same cells. */
function goesOn(block: ListingBlock, change: Exclude<ListingChange, { kind: 'delete' }>): block is Exclude<ListingBlock, { kind: 'delete' }> {
  if (block.kind === 'delete' || block.kind !== change.kind || change.at !== block.at + block.lines.length) return false;
  return block.kind === 'insert' || (change.kind === 'update' && String(block.places) === String(change.places));
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

/** How many lines of a listing people have made: typed in by hand, or copied from another. Empty ones do not count. */
export function linesByPeople(listing: Listing, standing: readonly Line[]): number {
  const width = baseOf(listing, []).length;
  const seen = new Set<string>();
  return standing.filter((line) => {
    if (line.cells.every((text) => text === '')) return false;
    const isOurs = keyOf(line) !== '' && line.base.length === width && !seen.has(keyOf(line));
    seen.add(keyOf(line));
    return !isOurs;
  }).length;
}

/**
 * Whether changes are nobody's words but the same cells in another order: somebody has sorted a part of the listing. Two cells that were
 * exchanged may be meant; a text that moved to another line, or three cells in other places, are not.
 */
export function isSorting({ columns }: Listing, changes: readonly CellChange[]): boolean {
  const parts = [...new Set(changes.map(({ column }) => column))].map((heading) => changes.filter(({ column }) => column === heading));
  const inOrder = (texts: readonly string[]) => JSON.stringify([...texts].sort());
  const isMoved = (part: readonly CellChange[]) => inOrder(part.map(({ from }) => from)) === inOrder(part.map(({ to }) => to));
  const cannotBeMeant = (part: readonly CellChange[]) => part.length > 2 || columns.some(({ heading, choices }) => heading === part[0]?.column && !choices);
  return parts.every(isMoved) && parts.some(cannotBeMeant);
}

/** The editable cells of a line that we write: its base from now on. */
export function baseOf(listing: Listing, cells: readonly string[]): string[] {
  return listing.columns.flatMap((column, place) => (column.editable ? [cells[place] ?? ''] : []));
}

function keyOf(line: Line): string {
  return line.cells[0] ?? '';
}

function placesThatDiffer(standing: Line, wanted: Line): number[] {
  const cells = wanted.cells.flatMap((text, place) => {
    const isLinkWrong = place === 0 && standing.address !== wanted.address;
    return (standing.cells[place] ?? '') !== text || isLinkWrong ? [place] : [];
  });
  const isBaseWrong = JSON.stringify(standing.base) !== JSON.stringify(wanted.base);
  return isBaseWrong ? [...cells, wanted.cells.length] : cells;
}
