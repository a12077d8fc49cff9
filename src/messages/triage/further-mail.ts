import type { CaseRow } from '../../incidents/case.ts';
import type { FurtherMail } from '../../incidents/mail/evidence.ts';
import { tasksAgain } from '../../incidents/working/work-on.ts';
import type { NewEvent } from '../../records/journal.ts';
import type { Visit } from '../../school/visit.ts';
import type { Plan } from './filing-plan.ts';
import { saysDanger, typeOfMail } from './kinds-of-mail.ts';

/** What a message brings to the case that it joins, besides its words. */
export function furtherMail(plan: Plan, row: Pick<CaseRow, 'facts' | 'reporter'>): FurtherMail {
  const { guess, severity, goes, bringer, evidence } = plan;
  return {
    typeHint: typeOfMail(guess, severity, goes.people),
    danger: saysDanger(guess, severity),
    isUnproven: bringer !== null && evidence.isUnproven === true,
    pupilTells: pupilTells(plan, row),
  };
}

/** A pupil who brings something to the office or tells of harm or despair is to be seen, unless the case says so of them already. */
function pupilTells({ guess, goes, bringer }: Plan, { facts, reporter }: Pick<CaseRow, 'facts' | 'reporter'>): boolean {
  const isAffected = (email: string) => facts.people.some((person) => person.email === email && person.role === 'affected');
  if (bringer?.isPupil && reporter !== '' && bringer.email !== reporter && !isAffected(bringer.email)) return true;
  if (guess !== 'self-harm' && guess !== 'disclosure') return false;
  return goes.people.some(({ email, kind, role }) => kind === 'pupil' && (role === 'affected' || role === 'other') && !isAffected(email));
}

/** What was settled when an earlier message gave reason for it, and is to be done for this one. @param row as it is with the message */
export function askedAgain(row: CaseRow, flag: string, further: FurtherMail, context: Pick<Visit, 'school' | 'now' | 'rest'>): NewEvent[] {
  const settled = new Set(row.facts.settled.map((id) => id.split(' ')[0]));
  const ids = tasksFor(further).filter((id) => settled.has(id));
  return tasksAgain(row, { ids, flag }, context);
}

/** The tasks for which it gives reason. */
function tasksFor({ danger, isUnproven, pupilTells }: FurtherMail): string[] {
  return [...(danger ? ['danger-999'] : []), ...(isUnproven ? ['ask-writer'] : []), ...(pupilTells ? ['see-writer'] : [])];
}
