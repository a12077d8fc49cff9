import type { School } from '../../school/school.ts';
import type { CaseRow } from '../case.ts';
import { protocolFacts } from '../protocols/asks.ts';
import { sourceWords } from '../protocols/sources.ts';
import { type IncidentSettings, USUAL_INCIDENT_SETTINGS } from '../settings.ts';
import { ADULT_RULES } from './adult-rules.ts';
import { DATA_RULES } from './data-rules.ts';
import { FIRST_RULES } from './first-rules.ts';
import { MAIL_RULES } from './mail-rules.ts';
import { REFERRAL_RULES } from './referral-rules.ts';
import { SUPPORT_RULES } from './support-rules.ts';
import type { Task } from './task.ts';
import type { RuleFacts, TaskRule } from './task-rule.ts';

/** Every rule, in the order in which a page shows what they ask. */
const TASK_RULES: readonly TaskRule[] = [...REFERRAL_RULES, ...FIRST_RULES, ...MAIL_RULES, ...ADULT_RULES, ...DATA_RULES, ...SUPPORT_RULES];

/**
 * Everything the rules want done in a case as it stands, with the moment by which: settled ones included. Each says who, by when, why in
 * this case, and where the rule is written.
 * @param now the moment from which "at once" and "today" count; clocks of the law run from when it was received or lost
 */
export function tasksWanted(row: CaseRow, school: School, now: string, settings: Pick<IncidentSettings, 'dutyToReport'> = USUAL_INCIDENT_SETTINGS): Task[] {
  const facts: RuleFacts = { ...protocolFacts(row), school, now, settings };
  return TASK_RULES.flatMap((rule) => {
    const why = rule.why(facts);
    return why === '' ? [] : [taskOf(rule, why, facts)];
  });
}

function taskOf(rule: TaskRule, why: string, facts: RuleFacts): Task {
  const { id, agency = '' } = rule;
  return {
    ...{ id, why, agency, from: 'rule', required: rule.optional !== true },
    what: typeof rule.what === 'string' ? rule.what : rule.what(facts),
    who: rule.who(facts.row, facts.school),
    due: rule.due(facts),
    source: sourceWords(rule.source),
  };
}
