import type { RecordsView } from '../records/records.ts';
import type { Person } from '../school/person.ts';
import { Refusal } from '../school/refusal.ts';
import type { School } from '../school/school.ts';
import type { IdempotencyKey, Visit } from '../school/visit.ts';
import { type CaseEvents, type CaseRow, caseTable, mayRead } from './case.ts';
import type { Lane, OpenState } from './concern.ts';
import { readersLeft } from './lanes.ts';

/**
 * The case, if this person may read it.
 * @throws Refusal with the same words whether it does not exist or is not theirs: the difference would itself tell something
 */
export function caseFor(view: RecordsView, reference: string, me: Pick<Person, 'email'>, school: School): CaseRow {
  const row = view.find(caseTable, reference);
  if (!row || !mayRead(row, me, school)) {
    throw new Refusal(
      'no-such-case',
      `There is no case ${reference} that you may open. If you expected one, telephone the designated safeguarding lead on ${school.dslTelephone}.`,
    );
  }
  return row;
}

export interface AddNote {
  key: IdempotencyKey;
  reference: string;
  text: string;
}

/** Adds a note to a case's history. Notes are never edited; a later note corrects an earlier one. */
export function addNote(request: AddNote, { me, school, records }: Visit): { reference: string } {
  if (request.text.trim() === '') throw new Refusal('note-empty', 'Write the note first', 'note');
  return records.decide({ key: request.key, actor: me.email, reads: [caseTable] }, (view) => {
    caseFor(view, request.reference, me, school);
    const payload: CaseEvents['case note added'] = { text: request.text, where: 'page' };
    return { events: [{ action: 'case note added', subject: request.reference, payload }], answer: { reference: request.reference } };
  });
}

export interface ChangeState {
  key: IdempotencyKey;
  reference: string;
  /** The state the person saw when they chose: somebody else may have been quicker. */
  from: OpenState;
  to: OpenState;
}

/** Moves a case among the states of work. */
export function changeState(request: ChangeState, { me, school, records }: Visit): { reference: string } {
  return records.decide({ key: request.key, actor: me.email, reads: [caseTable] }, (view) => {
    const row = caseFor(view, request.reference, me, school);
    if (row.state !== request.from)
      throw new Refusal('changed-meanwhile', `Somebody has set this case to "${row.state}" meanwhile. Look at its history, then choose again.`, 'state');
    const payload: CaseEvents['case state changed'] = { from: request.from, to: request.to, where: 'page' };
    return {
      events: request.to === row.state ? [] : [{ action: 'case state changed', subject: request.reference, payload }],
      answer: { reference: request.reference },
    };
  });
}

export interface ChangeOwner {
  key: IdempotencyKey;
  reference: string;
  /** Address of a reader of the lane, or empty for nobody. */
  to: string;
}

/** Gives a case to one of those who may read it. */
export function changeOwner(request: ChangeOwner, { me, school, records }: Visit): { reference: string } {
  return records.decide({ key: request.key, actor: me.email, reads: [caseTable] }, (view) => {
    const row = caseFor(view, request.reference, me, school);
    if (request.to !== '' && !mayRead(row, { email: request.to }, school))
      throw new Refusal('owner-may-not-read', 'That person may not read this case', 'owner');
    const payload: CaseEvents['case owner changed'] = { from: row.owner, to: request.to, where: 'page' };
    return {
      events: request.to === row.owner ? [] : [{ action: 'case owner changed', subject: request.reference, payload }],
      answer: { reference: request.reference },
    };
  });
}

/** Those who may own a case: those who may read it. */
export function ownersFor(row: CaseRow, school: School): string[] {
  return readersLeft(row.lane as Lane, row.named, school)?.readers ?? [];
}
