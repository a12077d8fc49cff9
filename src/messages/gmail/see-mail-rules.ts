import { ukDay } from '../../school/calendar.ts';
import type { Visit } from '../../school/visit.ts';
import { type Mode, modeOn, monitoringFrom, monitoringTable, type OwnRule } from '../monitoring.ts';
import { type ConsoleSetting, settingForJournal, settingsForWords } from './console-settings.ts';
import { consoleSteps } from './console-steps.ts';
import { lookAtFilters, mendFilters } from './filters.mail.ts';
import { type FiltersCompared, wantedFilters } from './filters.ts';
import { forwardingSteps } from './forwarding.ts';
import { wordsOf } from './own-words.ts';
import { queriesFor } from './queries.ts';
import { fingerprintOf } from './version.ts';
import type { WordRule } from './word-rule.ts';
import { WORDS } from './words.ts';

/** Everything that Google can be told, as the page shows it. */
export interface MailRules {
  /** The safeguarding mailbox. */
  mailbox: string;
  mode: Mode;
  /** Of all words together. */
  version: string;
  /** For mail with certain words, and for all mail of a unit. */
  settings: ConsoleSetting[];
  journal: ConsoleSetting;
  steps: Record<ConsoleSetting['kind'], string[]>;
  filters: FiltersSeen;
  /** For mailboxes without routing in the console. */
  forwarding: { queries: string[]; steps: string[] };
}

export interface FiltersSeen {
  there: number;
  missing: number;
  changed: number;
  strange: string[];
}

/** What Google is to be told, and what the safeguarding mailbox has of it (C1). Changes nothing. */
export function seeMailRules(_: Record<string, never>, visit: Visit): MailRules {
  const mailbox = visit.school.roleAccount;
  const monitoring = monitoringFrom(visit.records.view([monitoringTable]).rows(monitoringTable));
  const rules = rulesWith(monitoring.own);
  const settings = settingsForWords(rules);
  return {
    ...{ mailbox, settings, mode: modeOn(ukDay(visit.now), monitoring), journal: settingForJournal() },
    version: fingerprintOf(settings.map(({ version }) => version)),
    steps: {
      'content compliance': consoleSteps('content compliance', mailbox),
      'objectionable content': consoleSteps('objectionable content', mailbox),
      routing: consoleSteps('routing', mailbox),
    },
    filters: seen(lookAtFilters(wantedFilters(rules))),
    forwarding: { queries: queriesFor(rules).map(({ query }) => query), steps: forwardingSteps(mailbox) },
  };
}

/** Makes the filters of the safeguarding mailbox what they should be. Pressed twice it changes nothing more. */
export function mendMailFilters(_: Record<string, never>, visit: Visit): FiltersSeen {
  return seen(mendFilters(wantedFilters(rulesOf(visit))));
}

/** All words that Google's rules look for in this school: Handrail's and its own. */
export function rulesOf({ records }: Pick<Visit, 'records'>): WordRule[] {
  return rulesWith(monitoringFrom(records.view([monitoringTable]).rows(monitoringTable)).own);
}

function rulesWith(own: readonly OwnRule[]): WordRule[] {
  return [...WORDS, ...wordsOf(own)];
}

function seen({ there, missing, changed, strange }: FiltersCompared): FiltersSeen {
  return { there, missing: missing.length, changed: changed.length, strange };
}
