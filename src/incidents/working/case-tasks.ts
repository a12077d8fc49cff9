import type { RecordedEvent } from '../../records/journal.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { CaseRow } from '../case.ts';
import { is } from '../events.ts';
import type { Task } from '../tasks/task.ts';
import type { CaseTask, SettledTask } from './case-file.ts';

/** What is to be done, as it was given: what is due first stands first, what has no time last. */
export function openTasks(row: CaseRow, history: readonly RecordedEvent[], now: string): CaseTask[] {
  const given = givenIn(history);
  const open = row.tasks.map((task): CaseTask => {
    const whole = given.get(task.id) ?? { ...task, who: '', why: '', source: '' };
    return { ...whole, dueWords: ukTime(task.due), overdue: task.due !== '' && task.due < now };
  });
  return open.sort((a, b) => order(a).localeCompare(order(b)));
}

const order = ({ due, required }: Task) => `${due === '' ? '9' : due}${required ? '0' : '1'}`;

/** What was done, was not needed, or is not asked for any more; oldest first. */
export function settledTasks(history: readonly RecordedEvent[], nameOf: (email: string) => string): SettledTask[] {
  const given = givenIn(history);
  return history.flatMap((event): SettledTask[] => {
    const who = nameOf(event.actor);
    const about = (id: string) => {
      const { what = id, why = '', source = '', required = false } = given.get(id) ?? {};
      return { id, what, why, source, required };
    };
    if (is(event, 'case task settled')) {
      const { id, what, how, note, at } = event.payload;
      return [{ ...about(id), what, how, note, at: ukTime(at), who }];
    }
    if (!is(event, 'case tasks changed')) return [];
    return event.payload.withdrawn.map(({ id, why }) => ({ ...about(id), how: 'withdrawn', note: why, at: ukTime(event.at), who }));
  });
}

function givenIn(history: readonly RecordedEvent[]): Map<string, Task> {
  return new Map(history.flatMap((event) => (is(event, 'case tasks changed') ? event.payload.given : [])).map((task) => [task.id, task]));
}
