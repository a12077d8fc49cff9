import { ukDay } from '../../school/calendar.ts';
import { dayTyped, somethingTyped } from '../../school/typed.ts';
import type { Visit } from '../../school/visit.ts';
import type { Group, ToldOf } from '../monitoring.ts';
import { type MonitoringChange, setMonitoring } from './set-monitoring.ts';

/** How and by whom a group was told is the reason of this change as well. */
export type RecordTold = Omit<MonitoringChange, 'why'> & {
  group: Group;
  /** As typed. */
  on: string;
  how: string;
  of: ToldOf;
};

/** Records that a group of people knows that mail is monitored (C1). @throws Refusal for a day to come, or without how it was done */
export function recordTold({ group, on, how, of, ...change }: RecordTold, visit: Visit): null {
  const record = {
    on: dayTyped(on, 'on', 'the day on which they were told', { last: ukDay(visit.now) }),
    how: somethingTyped(how, 'how', 'Write how they were told, and by whom'),
    of,
  };
  return setMonitoring({ ...change, why: record.how }, visit, ({ told }) => ({ told: { ...told, [group]: record } }));
}
