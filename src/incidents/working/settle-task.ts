import { Refusal } from '../../school/refusal.ts';
import type { Visit } from '../../school/visit.ts';
import { AGENCIES } from '../tasks/agencies.ts';
import type { Task } from '../tasks/task.ts';
import { endOfWork, momentOf } from './moment.ts';
import { type CaseAnswer, type CasePress, caseEvent, changedMeanwhile, workOn } from './work-on.ts';

export interface SettleTask extends CasePress {
  id: string;
  how: 'done' | 'not needed';
  /** What was done; for `not needed` the reason, which must be given (rule 2). */
  note: string;
  /** ISO 8601; '' for now. */
  at: string;
}

/**
 * Settles a task. One that asks about an agency is settled by the decision about it, which records more (B6).
 * @throws Refusal `changed-meanwhile` when it is not open any more: somebody else has settled it, or it no longer applies
 */
export function settleTask(request: SettleTask, visit: Visit): CaseAnswer {
  const { id, how, note } = request;
  if (how === 'not needed' && note.trim() === '') throw new Refusal('reason-missing', 'Say why it is not needed', 'note');
  const at = momentOf(request.at, visit.now);
  return workOn(request, visit, ({ reference, tasks }) => {
    const task = tasks.find((each) => each.id === id);
    if (!task) throw changedMeanwhile('This task is no longer open: somebody has settled it meanwhile, or it does not apply any more.', 'note');
    if (task.agency !== '')
      throw new Refusal('needs-decision', `Record the decision whether to refer to this agency, with its reason: ${AGENCIES[task.agency]}`, 'agency');
    return { events: [caseEvent('case task settled', reference, { id, what: task.what, how, note, at })] };
  });
}

export interface AddTask extends CasePress {
  what: string;
  /** Who does it, in words. */
  who: string;
  /** The day by which, as typed; '' when there is none. */
  due: string;
  /** Whether closing waits for it. */
  required: boolean;
}

/** Gives a task in somebody's own words. */
export function addTask(request: AddTask, visit: Visit): CaseAnswer {
  const { key, what, who, required } = request;
  if (what.trim() === '') throw new Refusal('task-empty', 'Write what is to be done', 'what');
  const due = endOfWork(request.due, visit.now);
  const task: Task = { id: `hand.${key}`, what, who, due, why: `${visit.me.name} asked for it`, source: '', from: 'hand', agency: '', required };
  return workOn(request, visit, ({ reference }) => ({ events: [caseEvent('case tasks changed', reference, { given: [task], withdrawn: [] })] }));
}
