import { Refusal } from '../../school/refusal.ts';
import type { Visit } from '../../school/visit.ts';
import type { AgencyId } from '../tasks/agencies.ts';
import { momentOf } from './moment.ts';
import { type CaseAnswer, type CasePress, caseEvent, changedMeanwhile, workOn } from './work-on.ts';

export interface RecordDecision extends CasePress {
  agency: AgencyId;
  referred: boolean;
  /** The reason, also for not referring: it must be given (B6, rule 2). */
  why: string;
  /** ISO 8601; '' for now. */
  at: string;
  spokeTo: string;
  theirReference: string;
  /**
   * Ids of the open tasks about this agency that it settles. A rule's and a grid's are not merged (rulings): the person says which.
   */
  tasks: string[];
}

/**
 * Records whether the case is referred to an agency, and why. The tasks it settles are done, or not needed for that reason.
 * @throws Refusal `changed-meanwhile` when one of the tasks is not open any more: somebody else has decided
 */
export function recordDecision(request: RecordDecision, visit: Visit): CaseAnswer {
  const { agency, referred, why, spokeTo, theirReference } = request;
  if (why.trim() === '') throw new Refusal('reason-missing', referred ? 'Say why you refer it' : 'Say why you do not refer it', 'why');
  const at = momentOf(request.at, visit.now);
  return workOn(request, visit, ({ reference, tasks }) => {
    const settled = [...new Set(request.tasks)].map((id) => {
      const task = tasks.find((each) => each.id === id && each.agency === agency);
      if (!task) throw changedMeanwhile('Somebody has settled this meanwhile, or it does not apply any more.', 'agency');
      return caseEvent('case task settled', reference, { id, what: task.what, how: referred ? 'done' : 'not needed', note: why, at });
    });
    return { events: [caseEvent('case decision recorded', reference, { agency, referred, why, at, spokeTo, theirReference }), ...settled] };
  });
}

export interface ShareInformation extends CasePress {
  /** False: the decision not to share. */
  shared: boolean;
  withWhom: string;
  what: string;
  why: string;
  /** ISO 8601; '' for now. */
  at: string;
}

/** Records that information was given to somebody outside, or the decision not to give it (rule 12); an agency may ask years later. */
export function shareInformation(request: ShareInformation, visit: Visit): CaseAnswer {
  const { shared, withWhom, what, why } = request;
  if (withWhom.trim() === '') throw new Refusal('whom-missing', 'Write with whom', 'withWhom');
  if (what.trim() === '') throw new Refusal('what-missing', shared ? 'Write what was shared' : 'Write what was not shared', 'what');
  if (why.trim() === '') throw new Refusal('reason-missing', shared ? 'Say why it was shared' : 'Say why it was not shared', 'why');
  const at = momentOf(request.at, visit.now);
  const share = { shared, withWhom, what, why, at, pack: null };
  return workOn(request, visit, ({ reference }) => ({ events: [caseEvent('case information shared', reference, share)] }), { closedToo: true });
}
