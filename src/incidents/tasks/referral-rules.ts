import { isUrgent } from '../clock/urgent.ts';
import { accusesStaff, harmsPupil } from '../protocols/asks.ts';
import { harmThreshold } from '../protocols/harm-threshold.ts';
import { triggersMet } from '../protocols/nudes.ts';
import { SOURCES } from '../protocols/sources.ts';
import { typesIn } from '../types.ts';
import type { AgencyId } from './agencies.ts';
import { atOnce, sameDay, workingDays } from './due.ts';
import { because, type RuleFacts, type TaskRule, when } from './task-rule.ts';
import { head, lead } from './who.ts';

/** Types whose source names the agency. */
function byType({ row }: RuleFacts, agency: AgencyId): string {
  const titles = typesIn(row.types)
    .filter((type) => type.refer?.includes(agency))
    .map((type) => `“${type.title}”`);
  return when(titles.length > 0, `The case is of the type ${titles.join(' and ')}`);
}

function answered({ answers }: RuleFacts, step: string, value: string): boolean {
  return answers[step] === value;
}

/** What stops everything: an image of a child was come upon. */
function imageFound(facts: RuleFacts): string {
  return because(
    when(answered(facts, 'investigation.abuse-images', 'yes'), 'The two who looked into it came upon what may be an image of child abuse, and stopped'),
    when(answered(facts, 'safety-button.judgement', 'child image'), 'What upset the child may be an image of a child'),
    when(answered(facts, 'search.found', 'child image'), 'A device may hold a sexual image of a child'),
  );
}

function nudesTriggered(facts: RuleFacts): string {
  const met = triggersMet(facts).map(({ because: reason }) => reason);
  return when(met.length > 0, `The first review found that ${met.join(', and that ')}`);
}

function illegalKind({ answers }: RuleFacts): string {
  const kind = answers['illegal.kind'] ?? '';
  return when(kind !== '' && kind !== 'none', 'Something points to a crime');
}

const policeNow = (facts: RuleFacts) => because(nudesTriggered(facts), imageFound(facts));
const soon = ({ row, school, now }: RuleFacts) => (isUrgent(row) ? atOnce(now) : sameDay(now, school));
const now = (facts: RuleFacts) => atOnce(facts.now);
const today = ({ school, now }: RuleFacts) => sameDay(now, school);

/** B6: the decision about each agency, with its reason; a decision against it counts as much (rule 2). */
export const REFERRAL_RULES: readonly TaskRule[] = [
  {
    id: 'danger-999',
    what: 'Ring 999 if that has not been done, and stay with whoever is in danger.',
    who: lead,
    due: now,
    why: ({ row: { facts } }) => when(facts.danger, facts.mail ? 'A message points to somebody in danger' : 'The reporter said that somebody is in danger now'),
    source: SOURCES.danger,
  },
  {
    id: 'refer-now-police',
    what: 'Police and/or children’s social care now. Ring the police (999 in danger, otherwise 101), and record what was decided and why.',
    who: lead,
    due: now,
    why: policeNow,
    source: SOURCES.nudesTriggers,
    agency: 'police',
  },
  {
    id: 'refer-now-social-care',
    what: 'Police and/or children’s social care now. Ring children’s social care (MASH), and record what was decided and why.',
    who: lead,
    due: now,
    why: nudesTriggered,
    source: SOURCES.nudesTriggers,
    agency: 'social care',
  },
  {
    id: 'refer-police',
    what: 'Decide about the police: 999 in danger, otherwise 101. Record the decision and its reason.',
    who: lead,
    due: soon,
    why: (facts) => when(policeNow(facts) === '', policeReasons(facts)),
    source: SOURCES.bcProtocol,
    agency: 'police',
  },
  {
    id: 'refer-social-care',
    what: 'Decide about children’s social care (MASH). Record the decision and its reason.',
    who: lead,
    due: soon,
    why: (facts) => when(nudesTriggered(facts) === '', socialCareReasons(facts)),
    source: SOURCES.danger,
    agency: 'social care',
  },
  {
    id: 'refer-lado',
    what: 'Tell the local authority designated officer (LADO) within one working day. Ask them before the adult is told anything.',
    who: head,
    due: ({ row, school }) => workingDays(row.received, 1, school),
    why: (facts) => when(accusesStaff(facts.row) && harmThreshold(facts) === 'met', 'The harm threshold is met by one of its questions at least'),
    source: SOURCES.lado,
    agency: 'lado',
  },
  {
    id: 'refer-hr',
    what: 'Ask human resources before the disciplinary procedure begins.',
    who: head,
    due: ({ school, now }) => workingDays(now, 1, school),
    why: (facts) =>
      because(
        when(accusesStaff(facts.row) && harmThreshold(facts) === 'met', 'An allegation against an adult meets the harm threshold'),
        when(accusesStaff(facts.row) && answered(facts, 'not-illegal.deliberate', 'deliberate'), 'An adult did it on purpose'),
        when(answered(facts, 'staff-victim.instigator', 'staff'), 'A member of staff did it to another'),
      ),
    source: SOURCES.bfFlowcharts,
    agency: 'hr',
  },
  {
    id: 'refer-prevent',
    what: 'Decide about Prevent: the local authority’s Prevent lead, or the police. Record the date and their reference.',
    who: lead,
    due: soon,
    why: (facts) => because(byType(facts, 'prevent'), when(answered(facts, 'illegal.kind', 'terrorism'), 'Terrorism or extremism is promoted')),
    source: SOURCES.prevent,
    agency: 'prevent',
  },
  {
    id: 'refer-ceop',
    what: 'Report it to CEOP, after the police have been told.',
    who: lead,
    due: soon,
    why: (facts) => because(byType(facts, 'ceop'), when(answered(facts, 'illegal.kind', 'grooming'), 'It points to grooming')),
    source: SOURCES.illegalOnline,
    agency: 'ceop',
    optional: true,
  },
  {
    id: 'refer-iwf',
    what: 'If it is on the internet: give the address to the Internet Watch Foundation. Nobody opens it to check.',
    who: lead,
    due: today,
    why: (facts) => because(byType(facts, 'iwf'), when(answered(facts, 'illegal.kind', 'children'), 'It may be sexual images of children')),
    source: SOURCES.illegalOnline,
    agency: 'iwf',
    optional: true,
  },
  {
    id: 'refer-local-authority',
    what: 'Ask the local authority’s safeguarding or online-safety adviser.',
    who: lead,
    due: today,
    why: (facts) => when(answered(facts, 'investigation.conclusion', 'local authority'), 'The two who looked into it concluded so'),
    source: SOURCES.rkResponse,
    agency: 'local authority',
  },
  {
    id: 'refer-technical',
    what: ({ row }) =>
      `Ask technical support to block, secure or restore what is needed. They get the address and the device, not the story.${
        accusesStaff(row) ? ' Ask nobody whom the case names.' : ''
      }`,
    who: lead,
    due: today,
    why: (facts) => byType(facts, 'technical'),
    source: SOURCES.bcProtocol,
    agency: 'technical',
  },
  {
    id: 'refer-health',
    what: 'Ask the family doctor, the school nurse or the mental-health team, with the family unless that puts the child in danger.',
    who: lead,
    due: today,
    why: (facts) => byType(facts, 'health'),
    source: SOURCES.kcsie,
    agency: 'health',
    optional: true,
  },
];

function policeReasons(facts: RuleFacts): string {
  return because(
    byType(facts, 'police'),
    illegalKind(facts),
    when(answered(facts, 'threshold.offence', 'yes'), 'An adult may have committed an offence against a child'),
    when(answered(facts, 'bullying-record.crime', 'yes'), 'The bullying brought harm, a threat, hatred or great distress'),
    when(answered(facts, 'staff-victim.serious', 'yes'), 'What was done to a member of staff is serious'),
    when(answered(facts, 'safety-button.judgement', 'illegal'), 'What upset the child may be illegal'),
    when(answered(facts, 'search.found', 'illegal'), 'A device may hold something illegal'),
    when(answered(facts, 'investigation.conclusion', 'police'), 'The two who looked into it concluded so'),
    when(answered(facts, 'data-loss.stolen', 'yes'), 'The device was stolen'),
  );
}

function socialCareReasons(facts: RuleFacts): string {
  const { row } = facts;
  return because(
    byType(facts, 'social care'),
    when(row.severity === 'high' && harmsPupil(row), 'A pupil is affected and the case is serious'),
    when(answered(facts, 'illegal.child-at-risk', 'yes') || answered(facts, 'not-illegal.at-risk', 'yes'), 'A child is at risk'),
    when(answered(facts, 'threshold.harmed', 'yes') || answered(facts, 'threshold.offence', 'yes'), 'An adult may have harmed a child'),
  );
}
