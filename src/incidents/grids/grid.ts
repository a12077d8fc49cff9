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
