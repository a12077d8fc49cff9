import type { CaseRow } from './case.ts';
import type { Severity } from './concern.ts';
import { accusesStaff, isAffected, isAlleged, isPupil, protocolFacts } from './protocols/asks.ts';
import { harmThreshold } from './protocols/harm-threshold.ts';
import { triggersMet } from './protocols/nudes.ts';
import { typesIn } from './types.ts';

export interface ProposedSeverity {
  severity: Severity;
  /** Every reason for it, as a sentence. */
  why: string;
}

/** Reasons by how serious they make a case. */
type Reasons = Record<Severity, string[]>;

/**
 * How serious a case looks, with the reasons. No source has a table (rulings): a person sets it, this only proposes. The gravest reason
 * counts; nothing that is known makes a case less serious than its gravest reason.
 */
export function proposeSeverity(row: CaseRow): ProposedSeverity {
  const reasons = reasonsFor(row);
  const severity = reasons.high.length > 0 ? 'high' : reasons.medium.length > 0 ? 'medium' : 'low';
  const why = reasons[severity];
  return { severity, why: `${severity[0]?.toUpperCase()}${severity.slice(1)}, because ${why.length > 0 ? why.join(', and ') : 'nothing points to more'}.` };
}

function reasonsFor(row: CaseRow): Reasons {
  const reasons: Reasons = { low: [], medium: [], high: [] };
  for (const type of typesIn(row.types)) reasons[type.usually].push(`it is of the type “${type.title}”`);
  for (const { severity, isSo, reason } of RULES) if (isSo(row)) reasons[severity].push(reason);
  return reasons;
}

interface SeverityRule {
  severity: Severity;
  isSo(row: CaseRow): boolean;
  reason: string;
}

const answer = (step: string, value: string) => (row: CaseRow) => row.facts.answers[step] === value;

const RULES: readonly SeverityRule[] = [
  { severity: 'high', isSo: ({ facts }) => facts.danger, reason: 'somebody is said to be in danger' },
  { severity: 'high', isSo: ({ facts }) => facts.mail?.severity === 3, reason: 'a message in it was flagged as high' },
  { severity: 'high', isSo: (row) => triggersMet(protocolFacts(row)).length > 0, reason: 'the first review met a reason to refer at once' },
  { severity: 'high', isSo: (row) => accusesStaff(row) && harmThreshold(protocolFacts(row)) === 'met', reason: 'the harm threshold is met' },
  { severity: 'high', isSo: answer('illegal.child-at-risk', 'yes'), reason: 'a child is at risk' },
  { severity: 'high', isSo: answer('not-illegal.at-risk', 'yes'), reason: 'a child is at risk' },
  { severity: 'high', isSo: answer('investigation.abuse-images', 'yes'), reason: 'an image of child abuse may have been found' },
  { severity: 'high', isSo: answer('safety-button.judgement', 'child image'), reason: 'an image of a child may have been found' },
  { severity: 'high', isSo: answer('search.found', 'child image'), reason: 'an image of a child may have been found' },
  { severity: 'high', isSo: answer('bullying-record.crime', 'yes'), reason: 'there is harm, a threat, hatred or great distress' },
  { severity: 'high', isSo: answer('data-loss.risk', 'high'), reason: 'the risk to the people whose data it is is high' },
  { severity: 'high', isSo: answer('staff-victim.serious', 'yes'), reason: 'what was done to a member of staff is serious' },
  {
    severity: 'high',
    isSo: (row) => isAffected(row, isPupil) && isAlleged(row, ({ kind }) => kind !== '' && kind !== 'pupil'),
    reason: 'an adult is alleged to have done it to a pupil',
  },
  {
    severity: 'medium',
    isSo: (row) => row.facts.about !== 'low-level' && accusesStaff(row),
    reason: 'an adult who works with children is alleged to have done it',
  },
  { severity: 'medium', isSo: ({ facts }) => facts.mail?.severity === 2, reason: 'a message in it was flagged as medium' },
  { severity: 'medium', isSo: answer('bullying-record.repeated', 'yes'), reason: 'it has happened before' },
  { severity: 'medium', isSo: answer('data-loss.risk', 'likely'), reason: 'there is a risk to the people whose data it is' },
  { severity: 'medium', isSo: answer('data-loss.personal', 'yes'), reason: 'personal data was open to somebody' },
  { severity: 'medium', isSo: answer('safety-button.judgement', 'illegal'), reason: 'what a child saw may be illegal' },
  { severity: 'medium', isSo: ({ linked }) => linked.length > 0, reason: 'it belongs to another case' },
  { severity: 'medium', isSo: ({ facts }) => facts.people.filter(({ role }) => role === 'affected').length > 2, reason: 'more than two people are affected' },
];
