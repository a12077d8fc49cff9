import { Refusal } from '../../school/refusal.ts';
import type { Visit } from '../../school/visit.ts';
import { mayRead } from '../case.ts';
import type { OpenState } from '../concern.ts';
import { type CaseAnswer, type CasePress, caseEvent, changedMeanwhile, workOn } from './work-on.ts';

export interface AddNote extends CasePress {
  text: string;
}

/** Adds a note to a case's history. Notes are never edited; a later note corrects an earlier one. */
export function addNote(request: AddNote, visit: Visit): CaseAnswer {
  if (request.text.trim() === '') throw new Refusal('note-empty', 'Write the note first', 'note');
  return workOn(request, visit, ({ reference }) => ({ events: [caseEvent('case note added', reference, { text: request.text, where: 'page' })] }));
}

export interface ChangeState extends CasePress {
  /** The state the person saw when they chose: somebody else may have been quicker. */
  from: OpenState;
  to: OpenState;
}

/** Moves a case among the states of work. */
export function changeState(request: ChangeState, visit: Visit): CaseAnswer {
  const { from, to } = request;
  return workOn(request, visit, ({ reference, state }) => {
    if (state !== from) throw changedMeanwhile(`Somebody has set this case to “${state}” meanwhile.`, 'state');
    return { events: to === state ? [] : [caseEvent('case state changed', reference, { from, to, where: 'page' })] };
  });
}

export interface ChangeOwner extends CasePress {
  /** The owner the person saw; '' for nobody. */
  from: string;
  /** Address of somebody who may read it, or empty for nobody. */
  to: string;
}

/** Gives a case to one of those who may read it. */
export function changeOwner(request: ChangeOwner, visit: Visit): CaseAnswer {
  const { from, to } = request;
  return workOn(request, visit, (row) => {
    if (row.owner !== from) throw changedMeanwhile('Somebody has changed the owner meanwhile.', 'owner');
    if (to !== '' && !mayRead(row, { email: to }, visit.school)) throw new Refusal('owner-may-not-read', 'That person may not read this case', 'owner');
    return { events: to === row.owner ? [] : [caseEvent('case owner changed', row.reference, { from: row.owner, to, where: 'page' })] };
  });
}
