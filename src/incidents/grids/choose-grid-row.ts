import { Refusal } from '../../school/refusal.ts';
import type { Memory } from '../../school/settings.script.ts';
import type { Visit } from '../../school/visit.ts';
import { sourceWords } from '../protocols/sources.ts';
import { type CaseAnswer, type CasePress, caseEvent, workOn } from '../working/work-on.ts';
import type { GridColumn, GridRow } from './grid.ts';
import { actionsOf, tasksOf } from './grid-tasks.ts';
import { GRIDS_KEY, gridsSharing, readSchoolGrids } from './grids.sheet.ts';

/** A grid as a page shows it. */
export interface ShownGrid {
  id: string;
  title: string;
  columns: readonly GridColumn[];
  rows: readonly GridRow[];
  /** Where it is from, in words. */
  source: string;
}

export interface ShownGrids {
  grids: ShownGrid[];
  /** What is wrong with tabs that cannot be used, in words for whoever may mend them. */
  problems: string[];
  /** Address of the Sheet, for those who may change it; '' for others. */
  sheet: string;
}

/** The school's grids (B8). They hold nothing of any case. */
export function readGrids(_: Record<string, never>, { me, school }: Visit, { files }: Memory): ShownGrids {
  const known = files[GRIDS_KEY];
  const { grids, problems } = readSchoolGrids(known);
  const mayChange = known !== undefined && gridsSharing(school).emails.includes(me.email);
  return {
    grids: grids.map(({ id, title, columns, rows, source }) => ({ id, title, columns, rows, source: sourceWords(source) })),
    problems,
    sheet: mayChange ? `https://docs.google.com/spreadsheets/d/${known}/edit` : '',
  };
}

export interface ChooseGridRow extends CasePress {
  grid: string;
  row: string;
}

/**
 * Chooses the row of a grid for a case: its marks become tasks, in the words that the grid has now. Later changes of the grid change no
 * case. The same row again adds nothing.
 * @throws Refusal `grid-broken` with what is wrong, or `no-such-row` when somebody has changed the grid meanwhile
 */
export function chooseGridRow(request: ChooseGridRow, visit: Visit, { files }: Memory): CaseAnswer {
  const { grids, problems } = readSchoolGrids(files[GRIDS_KEY]);
  const { school, now } = visit;
  return workOn(request, visit, (row) => {
    const grid = grids.find(({ id }) => id === request.grid);
    const chosen = grid?.rows.find(({ id }) => id === request.row);
    if (!grid && problems.length > 0) throw new Refusal('grid-broken', `This grid cannot be used until it is mended. ${problems.join(' ')}`, 'grid');
    if (!grid || !chosen) throw new Refusal('no-such-row', 'This row is no longer in the grid: somebody has changed it. Load the page again.', 'row');
    if (row.facts.grids.includes(`${grid.id}.${chosen.id}`)) return { events: [] };

    const actions = actionsOf(grid, chosen, row, school);
    const known = new Set([...row.tasks.map(({ id }) => id), ...row.facts.settled]);
    const given = tasksOf(grid, chosen, actions, row, school, now).filter(({ id }) => !known.has(id));
    return {
      events: [
        caseEvent('case grid row chosen', row.reference, { grid: grid.id, row: chosen.id, incident: chosen.incident, actions }),
        ...(given.length === 0 ? [] : [caseEvent('case tasks changed', row.reference, { given, withdrawn: [] })]),
      ],
    };
  });
}
