import { ukDay } from '../../school/calendar.ts';
import type { Visit } from '../../school/visit.ts';
import { type FlagRoute, type FlagRow, isFlag } from '../flag.ts';
import type { Category, MessageSeverity } from '../message.ts';
import { type Monitoring, monitoringFrom, monitoringTable } from '../monitoring.ts';
import { CATEGORY_WORDS } from '../words.ts';
import { type FlagLine, flagLine, isWaiting } from './flag-line.ts';
import { FLAG_TABLES, flagsSeen } from './flags-seen.ts';
import { type FlagsToErase, flagsToErase, TO_ERASE } from './flags-to-erase.ts';
import { type Precision, precisionBy, rulesBelow } from './precision.ts';
import { mayBeMuted, ruleWords } from './rule-words.ts';

/** Lines of one page. */
const A_PAGE = 50;
/** Examples of a rule that is proposed for change. */
const MOST_EXAMPLES = 3;

/** Every part may be left out. */
export interface FlagFilter {
  state?: 'waiting' | 'settled' | '' | undefined;
  category?: Category | '' | undefined;
  severity?: MessageSeverity | undefined;
  route?: FlagRoute | '' | undefined;
  /** Id of a rule. */
  rule?: string | undefined;
  from?: number | undefined;
}

/** How often a rule or a category was right. */
export interface Rightness extends Precision {
  /** Id of the rule, or the category. */
  key: string;
  /** What it looks for. */
  words: string;
}

/** A rule of whose flags too few were real, with some that were not. */
export interface Proposal extends Rightness {
  mayBeMuted: boolean;
  examples: FlagLine[];
}

/** What a press changes besides its own line: of all that I may see, whatever the filter. */
export interface Standing {
  waiting: number;
  byRule: Rightness[];
  byCategory: Rightness[];
}

export interface FlagList extends FlagsToErase, Standing {
  lines: FlagLine[];
  /** How many fit the filter; `lines` are those of one page. */
  total: number;
  from: number;
  pageSize: number;
  /** Rules that occur: what the filter may ask for. */
  rules: { id: string; words: string }[];
  /** Percent: a rule of whose settled flags a smaller share was real is proposed for change. */
  floor: number;
  proposals: Proposal[];
  /** Whether I may mute a rule. */
  mayMute: boolean;
}

/** Flagged messages that this person may see: what waits first, most serious and oldest first, then what was settled last. */
export function listFlags(filter: FlagFilter, visit: Visit): FlagList {
  const { me, records, roll, now } = visit;
  const view = records.view([...FLAG_TABLES, ...TO_ERASE, monitoringTable]);
  const monitoring = monitoringFrom(view.rows(monitoringTable));
  const mine = flagsSeen(view, visit);
  const found = mine.filter(fits(filter)).sort(waitingFirst);
  const from = filter.from ?? 0;
  const nameRule = (id: string) => ruleWords(id, monitoring.own);
  const shown = found.slice(from, from + A_PAGE);
  const standing = standingOf(mine, monitoring);
  const below = rulesBelow(mine, monitoring, ukDay(now));
  const proposals = proposalsFor(
    standing.byRule.filter(({ key }) => below.includes(key)),
    mine,
  );
  const wordsOf = strongestWords([...shown, ...proposals.flatMap(({ examples }) => examples)], records);
  const line = (row: FlagRow): FlagLine => ({ ...flagLine(row, view, roll), words: wordsOf(row) });
  return {
    ...{ lines: shown.map(line), total: found.length, from, pageSize: A_PAGE, ...standing },
    rules: [...new Set(mine.flatMap(({ rules }) => rules))].sort().map((id) => ({ id, words: nameRule(id) })),
    floor: monitoring.floor,
    proposals: proposals.map(({ examples, ...rest }) => ({ ...rest, examples: examples.map(line) })),
    ...flagsToErase(mine, view, visit),
    mayMute: me.posts.includes('dsl') || me.posts.includes('head'),
  };
}

/** @param mine those that this person may see */
export function standingOf(mine: readonly FlagRow[], { own }: Monitoring): Standing {
  return {
    waiting: mine.filter(isWaiting).length,
    byRule: precisionBy(mine, ({ rules }) => rules).map((each) => ({ ...each, words: ruleWords(each.key, own) })),
    byCategory: precisionBy(mine, ({ category, rules }) => (rules.length === 0 ? [] : [category])).map((each) => ({
      ...each,
      words: CATEGORY_WORDS[each.key as Category],
    })),
  };
}

/** The first reason of each, from the journal: two calls, however many there are. */
function strongestWords(rows: readonly FlagRow[], records: Visit['records']): (row: FlagRow) => string {
  if (rows.length === 0) return () => '';
  const subjects = [...new Set(rows.map(({ reference, flag }) => reference || flag))];
  const events = [...records.histories(subjects).values()].flat();
  const words = new Map(events.filter((event) => isFlag(event, 'message flagged')).map(({ payload }) => [payload.flag, payload.reasons[0]?.words ?? '']));
  return ({ flag }) => words.get(flag) ?? '';
}

function fits({ state, category, severity, route, rule }: FlagFilter): (row: FlagRow) => boolean {
  return (row) =>
    (!state || (state === 'waiting') === isWaiting(row)) &&
    (!category || row.category === category) &&
    (!severity || row.severity === severity) &&
    (!route || row.route === route) &&
    (!rule || row.rules.includes(rule));
}

function waitingFirst(a: FlagRow, b: FlagRow): number {
  if (isWaiting(a) !== isWaiting(b)) return isWaiting(a) ? -1 : 1;
  if (isWaiting(a)) return b.severity - a.severity || (a.received < b.received ? -1 : 1);
  return (a.disposedAt ?? '') < (b.disposedAt ?? '') ? 1 : -1;
}

function proposalsFor(below: readonly Rightness[], mine: readonly FlagRow[]): (Rightness & { mayBeMuted: boolean; examples: FlagRow[] })[] {
  return below.map((each) => {
    const wrong = mine.filter(({ rules, disposition }) => disposition === 'not a concern' && rules.includes(each.key));
    wrong.sort((a, b) => (a.received < b.received ? 1 : -1));
    return { ...each, mayBeMuted: mayBeMuted(each.key), examples: wrong.slice(0, MOST_EXAMPLES) };
  });
}
