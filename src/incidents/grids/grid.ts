import type { Source } from '../protocols/protocol.ts';
import type { AgencyId } from '../tasks/agencies.ts';

/** One tick of a sanction or action grid, as a case keeps it (B8). */
export type GridAction = {
  /** Column of the grid, from 1. */
  column: number;
  what: string;
  /** `✓`, `L`, `P`, `L,P`, as it stands in the cell. */
  mark: string;
  /** RK: "must be followed"; GL: available (rulings). */
  required: boolean;
  agencies: AgencyId[];
};

/** Who a column of a grid goes to: the words that stand in the Sheet's second row. */
export const GOES_TO = [
  'class teacher',
  'head of year',
  'line manager',
  'headteacher',
  'police',
  'LADO (L), police (P)',
  'local authority or HR',
  'technical support',
  'parents',
  'the person',
] as const;
export type GoesTo = (typeof GOES_TO)[number];

/** What a tick in a column means: done in every such case, or there to be chosen. */
export const MEANINGS = ['must', 'may'] as const;
export type Meaning = (typeof MEANINGS)[number];

export interface GridColumn {
  /** What is done, in the school's words. */
  what: string;
  goesTo: GoesTo;
  means: Meaning;
}

export interface GridRow {
  /** The row's number in its grid: kept in cases, so never given to another row. */
  id: string;
  incident: string;
  /** A mark for each column: '', `✓`, and in a column for the LADO and the police `L`, `P` or `L,P`. */
  marks: readonly string[];
  /** Types of incident that it suits. */
  types: readonly string[];
}

/** A grid of what is done after what (B8). */
export interface Grid {
  /** Kept in cases: `rk-pupils`. */
  id: string;
  title: string;
  columns: readonly GridColumn[];
  rows: readonly GridRow[];
  source: Source;
}
