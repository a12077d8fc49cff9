import { accusesStaff, isAffected, worksWithChildren } from '../protocols/asks.ts';
import { harmThreshold } from '../protocols/harm-threshold.ts';
import { SOURCES } from '../protocols/sources.ts';
import { sameDay, workingDays } from './due.ts';
import { type TaskRule, when } from './task-rule.ts';
import { head } from './who.ts';

/** Allegations against adults (rules 10, 11), and adults who are the victims (rulings). The LADO and human resources are referrals. */
export const ADULT_RULES: readonly TaskRule[] = [
  {
    id: 'harm-threshold',
    what: 'Answer the questions of the harm threshold today.',
    who: head,
    due: ({ school, now }) => sameDay(now, school),
    why: (facts) =>
      when(accusesStaff(facts.row) && harmThreshold(facts) === 'open', 'It is about an adult who works with children, and the threshold has not been judged'),
    source: SOURCES.lado,
  },
  {
    id: 'low-level-record',
    what: 'Keep it as a low-level concern: hand the case over to the low-level register.',
    who: head,
    due: ({ school, now }) => workingDays(now, 1, school),
    why: (facts) =>
      when(
        accusesStaff(facts.row) && harmThreshold(facts) === 'not met' && facts.row.lane !== 'low-level' && facts.row.lane !== 'head',
        'The harm threshold is not met',
      ),
    source: SOURCES.lowLevel,
  },
  {
    id: 'support-staff',
    what: 'Offer the member of staff who was harmed support today: welfare lead, union, helpline. Say who their contact is.',
    who: head,
    due: ({ school, now }) => sameDay(now, school),
    why: ({ row }) => when(isAffected(row, worksWithChildren), 'An adult who works here is affected'),
    source: SOURCES.bcProtocol,
  },
];
