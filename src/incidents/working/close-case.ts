import { Refusal } from '../../school/refusal.ts';
import { nameOn } from '../../school/roll.ts';
import type { School } from '../../school/school.ts';
import type { Visit } from '../../school/visit.ts';
import { type CaseRow, caseTable } from '../case.ts';
import type { CaseEvents } from '../events.ts';
import { concernedIn } from '../lanes.ts';
import { secondNameNotice } from '../notices.ts';
import type { PersonName } from './case-file.ts';
import { asksAboutParents, closingGaps } from './closing-gaps.ts';
import { momentOf } from './moment.ts';
import type { OutcomeId } from './outcomes.ts';
import { type CaseAnswer, type CasePress, caseEvent, caseFor, changedMeanwhile, workOn } from './work-on.ts';

export interface CloseCase extends CasePress {
  outcome: OutcomeId;
  summary: string;
  /** `email` of one of the offered seniors; '' with a typed name, which the chair alone may do (rulings). */
  second: PersonName;
  parentsTold: { told: boolean; at: string; byWhom: string; whyNot: string };
  lessons: string;
  policyChange: string;
  /** `peopleVersion` that the person saw. */
  version: number;
}

/**
 * Closes a case (B13). The second senior is told by a mail that says nothing of it.
 * @throws Refusal naming what is lacking
 */
export function closeCase(request: CloseCase, visit: Visit): CaseAnswer {
  const { outcome, summary, lessons, policyChange } = request;
  const { me, school, now } = visit;
  if (summary.trim() === '') throw new Refusal('summary-missing', 'Write what was found and done, in a few sentences', 'summary');
  return workOn(request, visit, (row) => {
    if (row.facts.peopleVersion !== request.version) throw changedMeanwhile('Somebody has changed the people of this case meanwhile.');
    const [gap] = closingGaps(row);
    if (gap !== undefined) throw new Refusal('not-finished', `This case cannot be closed yet. ${gap.what}`);
    const second = secondFrom(request.second, row, visit);
    const parentsTold = parentsFrom(request.parentsTold, row, now);
    const closed: CaseEvents['case closed'] = { outcome, summary, second, parentsTold, lessons, policyChange };
    const mails = second.email === '' ? [] : [secondNameNotice(row.reference, second.email, me.name, school)];
    return { events: [caseEvent('case closed', row.reference, closed)], mails };
  });
}

/** Those who may stand as the second senior name of a case that I close: never me, nobody it names or is about. */
export function secondsFor(row: CaseRow, { me, school, roll }: Pick<Visit, 'me' | 'school' | 'roll'>): PersonName[] {
  const governors = mayTypeSecond(me, school) ? roll.filter(({ kind }) => kind === 'governor').map(({ email }) => email) : [];
  const seniors = [school.head, school.dsl, ...school.deputies, ...school.slt, school.chair, ...governors];
  const kept = ['', me.email, ...row.named, ...concernedIn(row.lane, school)];
  const free = [...new Set(seniors)].filter((email) => !kept.includes(email));
  return free.map((email) => ({ email, name: nameOn(roll, email) }));
}

export function mayTypeSecond(me: Visit['me'], school: School): boolean {
  return me.email === school.chair;
}

function secondFrom({ email, name }: PersonName, row: CaseRow, visit: Visit): PersonName {
  const found = secondsFor(row, visit).find((each) => each.email === email);
  if (found) return found;
  if (email === '' && name.trim() !== '' && mayTypeSecond(visit.me, visit.school)) return { email: '', name: name.trim() };
  throw new Refusal('second-missing', 'Choose a second senior person, who is not named in the case and is not you', 'second');
}

function parentsFrom({ told, at, byWhom, whyNot }: CloseCase['parentsTold'], row: CaseRow, now: string): CloseCase['parentsTold'] {
  if (told) {
    if (byWhom.trim() === '') throw new Refusal('parents-by-whom', 'Write who told the parents or carers', 'parents-by-whom');
    return { told, at: momentOf(at, now, 'parents-at'), byWhom, whyNot: '' };
  }
  if (asksAboutParents(row) && whyNot.trim() === '') throw new Refusal('parents-why-not', 'Say why the parents or carers were not told', 'parents-why-not');
  return { told, at: '', byWhom: '', whyNot };
}

export interface AddAddendum extends CasePress {
  text: string;
}

/** Adds to a case that is closed: nothing of it is ever edited. */
export function addAddendum({ key, reference, text }: AddAddendum, { me, school, records }: Visit): CaseAnswer {
  if (text.trim() === '') throw new Refusal('addendum-empty', 'Write the addendum first', 'addendum');
  return records.decide({ key, actor: me.email, reads: [caseTable] }, (view) => {
    const row = caseFor(view, reference, me, school);
    if (row.state !== 'closed') throw new Refusal('still-open', 'This case is open: add a note instead', 'addendum');
    return { events: [caseEvent('case addendum added', reference, { text })], answer: { reference } };
  });
}
