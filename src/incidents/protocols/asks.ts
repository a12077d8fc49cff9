import { belongsToStaff, type Kind } from '../../school/roll.ts';
import type { CaseRow } from '../case.ts';
import type { Category } from '../types.ts';
import { typesIn } from '../types.ts';
import type { ProtocolFacts } from './protocol.ts';

/** What protocols and rules ask of a case. */

type PersonKind = { kind: Kind | '' };

export function protocolFacts(row: CaseRow): ProtocolFacts {
  return { row, answers: row.facts.answers };
}

export function hasType({ types }: Pick<CaseRow, 'types'>, ...ids: readonly string[]): boolean {
  return types.some((id) => ids.includes(id));
}

export function isUnder({ types }: Pick<CaseRow, 'types'>, category: Category): boolean {
  return typesIn(types).some((type) => type.category === category);
}

/** It may concern images of children (rule 8). */
export function concernsImages({ types }: Pick<CaseRow, 'types'>): boolean {
  return typesIn(types).some((type) => type.images === true);
}

/** Whether rules 10 and 11 are about them: everybody who works in the school or with its children, paid or not. */
export function worksWithChildren({ kind }: PersonKind): boolean {
  return kind !== '' && (belongsToStaff(kind) || kind === 'governor' || kind === 'volunteer' || kind === 'visitor');
}

const isChildOrParent = ({ kind }: PersonKind) => kind === 'pupil' || kind === 'parent';

/**
 * Somebody who works with children is alleged to have done it, or that is what the reporter said it was about and nobody else is alleged.
 * A case in which only pupils are alleged is none (rulings: the LADO is not proposed where only pupils are involved).
 */
export function accusesStaff({ facts }: Pick<CaseRow, 'facts'>): boolean {
  const alleged = facts.people.filter(({ role }) => role === 'alleged');
  if (alleged.some(worksWithChildren)) return true;
  const isSaidToBe = facts.about === 'staff' || facts.about === 'head' || facts.about === 'dsl' || facts.about === 'low-level';
  return isSaidToBe && !(alleged.length > 0 && alleged.every(isChildOrParent));
}

export function isAffected({ facts }: Pick<CaseRow, 'facts'>, fits: (person: PersonKind) => boolean): boolean {
  return facts.people.some((person) => person.role === 'affected' && fits(person));
}

export function isAlleged({ facts }: Pick<CaseRow, 'facts'>, fits: (person: PersonKind) => boolean): boolean {
  return facts.people.some((person) => person.role === 'alleged' && fits(person));
}

/** A pupil is harmed; one whose data was lost is told of the loss instead. */
export function harmsPupil(row: Pick<CaseRow, 'facts'>): boolean {
  return row.facts.about !== 'data' && isAffected(row, isPupil);
}

/** Types that may have opened personal data to somebody: the question about it is asked (rulings: password misuse). */
const PASSWORD_MISUSE = ['account-misuse', 'password-shared', 'hacking'];

/** B18: data or a device is lost, or may have been opened. */
export function losesData(row: CaseRow): boolean {
  return row.facts.about === 'data' || isUnder(row, 'data') || hasType(row, ...PASSWORD_MISUSE);
}

export const isPupil = ({ kind }: PersonKind): boolean => kind === 'pupil';

/** Whether something stands there on purpose: '' and nothing are the same. */
export function isAnswered({ answers }: Pick<ProtocolFacts, 'answers'>, step: string): boolean {
  return (answers[step] ?? '').trim() !== '';
}
