import type { School } from '../../school/school.ts';
import type { CaseRow } from '../case.ts';
import type { Task } from './task.ts';

/** Everything the rules want done in a case as it stands, with the moment by which: settled ones included. */
export function tasksWanted(_row: CaseRow, _school: School, _now: string): Task[] {
  return [];
}
