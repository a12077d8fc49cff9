import { readersLeft } from '../../incidents/lanes.ts';
import type { Person } from '../../school/person.ts';
import type { School } from '../../school/school.ts';
import type { FlagRow } from '../flag.ts';

/** Whether somebody may see a flagged message: a reader of its lane whom it does not name, or of the lane above when it names them all (B5). */
export function maySeeFlag(me: Pick<Person, 'email'>, row: Pick<FlagRow, 'lane' | 'named'>, school: School): boolean {
  return readersOfFlag(row, school).includes(me.email);
}

/** Everybody who may see a flagged message without a case. */
export function readersOfFlag({ lane, named }: Pick<FlagRow, 'lane' | 'named'>, school: School): string[] {
  return readersLeft(lane, named, school)?.readers ?? [];
}
