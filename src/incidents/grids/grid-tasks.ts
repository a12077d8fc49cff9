import type { School } from '../../school/school.ts';
import type { CaseRow } from '../case.ts';
import { isAffected, isAlleged, worksWithChildren } from '../protocols/asks.ts';
import { sourceWords } from '../protocols/sources.ts';
import type { AgencyId } from '../tasks/agencies.ts';
import { sameDay, workingDays } from '../tasks/due.ts';
import type { Task } from '../tasks/task.ts';
import { head, lead } from '../tasks/who.ts';
import type { GoesTo, Grid, GridAction, GridColumn, GridRow } from './grid.ts';

/** What the ticks of a row amount to in this case. */
export function actionsOf({ columns }: Pick<Grid, 'columns'>, { marks }: GridRow, row: CaseRow, school: School): GridAction[] {
  return columns.flatMap((column, place) => {
    const mark = marks[place] ?? '';
    if (mark === '') return [];
    return [{ column: place + 1, what: whatFor(column, row, school), mark, required: column.means === 'must', agencies: agenciesFor(column, mark) }];
  });
}

/** The tasks of a chosen row. They are their own: not merged with what the rules ask, nor withdrawn by them (rulings). */
export function tasksOf(grid: Grid, { id, incident }: GridRow, actions: readonly GridAction[], row: CaseRow, school: School, now: string): Task[] {
  return actions.flatMap(({ column, what, required, agencies }) => {
    const base = `grid.${grid.id}.${id}.${column}`;
    const task = (agency: AgencyId | '', taskId: string, words: string): Task => ({
      ...{ id: taskId, what: words, who: agency === 'lado' ? head(row, school) : lead(row, school), agency, from: 'grid', required },
      due: required ? dueFor(agency, row, school, now) : '',
      why: `Row ${id} of the grid “${grid.title}” was chosen: ${incident}`,
      source: sourceWords(grid.source),
    });
    const [first = '', ...others] = agencies;
    if (others.length === 0) return [task(first, base, what)];
    return agencies.map((agency) => task(agency, `${base}.${agency}`, agency === 'lado' ? 'Refer to the LADO' : 'Refer to the police'));
  });
}

function agenciesFor({ goesTo }: GridColumn, mark: string): AgencyId[] {
  if (goesTo === 'police') return ['police'];
  if (goesTo === 'technical support') return ['technical'];
  if (goesTo === 'LADO (L), police (P)') return mark === 'L,P' ? ['lado', 'police'] : [mark === 'L' ? 'lado' : 'police'];
  return [];
}

/** Whoever holds these places may be somebody whom the case names. */
const TO_COLLEAGUES: readonly GoesTo[] = ['class teacher', 'head of year', 'line manager', 'technical support'];

/** The column's words, so that nothing is ever sent to the person concerned (rulings: to the next one up). */
function whatFor({ what, goesTo }: GridColumn, row: CaseRow, school: School): string {
  const up = head(row, school);
  if (goesTo === 'headteacher' && up !== 'headteacher') return `${what}: here to the next one up, ${up}`;
  const mayBeConcerned = isAlleged(row, worksWithChildren) || isAffected(row, worksWithChildren) || row.facts.about !== 'pupil';
  if (TO_COLLEAGUES.includes(goesTo) && mayBeConcerned) return `${what}; if this case names them, to the next one up, ${up}`;
  if (goesTo === 'parents' && isAlleged(row, ({ kind }) => kind === 'parent')) return `${what}, but not the parent whom it concerns`;
  return what;
}

/** No source gives a time but for the LADO: today for the police, the next working day for the rest. */
function dueFor(agency: AgencyId | '', row: CaseRow, school: School, now: string): string {
  if (agency === 'lado') return workingDays(row.received, 1, school);
  return agency === 'police' ? sameDay(now, school) : workingDays(now, 1, school);
}
