import { ukDay } from '../../school/calendar.ts';
import { Refusal } from '../../school/refusal.ts';
import type { Memory } from '../../school/settings.script.ts';
import type { Visit } from '../../school/visit.ts';
import { clausesOf, type VersionFacts, versionOf } from '../agreement.ts';
import { settingsIn } from '../asking/agreement-settings.script.ts';
import { dueForJoiners } from '../asking/people-changes.ts';
import { startRound } from '../asking/start-round.ts';
import { publishAgreement } from '../forms/publish.form.ts';
import { agreementTable } from '../published.ts';
import { TextsSigned } from '../texts.ts';
import { classAgreementId, classText, ownRulesFrom } from './class-agreement.ts';
import { classFor } from './class-people.ts';
import { schoolsText } from './see-class.ts';

export interface PublishClassAgreement {
  className: string;
  /** At most five; the class's own, in order. */
  ownRules: string[];
  /** The one that was on the page, 0 when none was: what somebody else changed meanwhile is not overwritten. */
  version: number;
  /** What is said of a change to rules that are in use; '' the first time. */
  change: VersionFacts['change'] | '';
}

/**
 * Puts the rules of a class into use: what the school gives every class, and what the class wrote itself (A7). From the first time on its
 * pupils are asked; whoever joins later is asked too.
 * @throws Refusal as `classFor` and `ownRulesFrom`, when the rules were changed meanwhile, or when it was not said what a change is
 */
export function publishClassAgreement({ className, ownRules, version, change }: PublishClassAgreement, visit: Visit, memory: Memory): { version: number } {
  const { me, school, records, now } = visit;
  const { name } = classFor(className, visit);
  const id = classAgreementId(name);
  const agreements = records.view([agreementTable]).rows(agreementTable);
  const inUse = agreements.find((agreement) => agreement.id === id);
  const base = schoolsText(agreements, new TextsSigned(records));
  const text = classText(base, name, ownRulesFrom(ownRules, clausesOf(base)));
  const isNew = inUse === undefined || versionOf(id, inUse.version, text).sha256 !== inUse.sha256;
  if (inUse && isNew && inUse.version !== version)
    throw new Refusal('changed-meanwhile', 'Somebody else has changed the rules of this class meanwhile. Copy what you wrote and reload the page.');
  if (inUse && isNew && change === '') throw new Refusal('change-unsaid', 'Say whether the class must agree again', 'change');

  const today = ukDay(now);
  const facts: VersionFacts = { change: change || 'material', effective: today, approvedBy: me.name };
  const published = publishAgreement({ id, text, facts, className: name }, visit, memory);
  if (!inUse?.asks) {
    const due = dueForJoiners(today, school, settingsIn(memory).dueAfterDays);
    startRound({ key: `first-${id}-${published.version}`, why: 'first', agreements: [id], due }, visit);
  }
  return published;
}
