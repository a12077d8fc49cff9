import type { MessageSeverity } from '../message.ts';
import { queriesFor } from './queries.ts';
import { TITLES } from './titles.ts';
import type { WordRule } from './word-rule.ts';

/** A filter that the safeguarding mailbox should have. Labels by their names. */
export interface WantedFilter {
  query: string;
  /** '' for the one that only keeps mail out of spam. */
  label: string;
}

/** A filter as Gmail has it, its labels by their names where they have one. */
export interface StandingFilter {
  id: string;
  criteria: Readonly<Record<string, string | number | boolean>>;
  add: readonly string[];
  remove: readonly string[];
  forward: string;
}

export interface FiltersCompared {
  /** How many are as they should be. */
  there: number;
  missing: WantedFilter[];
  /** Handrail's by their label or their query, and not as they should be: old ones, and those that somebody changed. */
  changed: StandingFilter[];
  /** Somebody else's, in words: nobody but Handrail should sort this mailbox. */
  strange: string[];
}

const LABELS = 'Handrail/Words/';
const HEIGHTS: Record<Exclude<MessageSeverity, 0>, string> = { 3: 'high', 2: 'medium', 1: 'low' };
/** docs/workspace/gmail/api/reference/rest/v1/users.settings.filters/create.md */
export const MOST_FILTERS = 1_000;

/**
 * The filters of the safeguarding mailbox: one for all mail, so that a copy never ends in spam, which Gmail empties; the others put a label on what
 * holds certain words, by category and severity. They sort for people who look into the mailbox; nothing is decided by them.
 */
export function wantedFilters(rules: readonly WordRule[]): WantedFilter[] {
  const sorting = queriesFor(rules).map(({ category, severity, query }) => ({ query, label: `${LABELS}${TITLES[category]}, ${HEIGHTS[severity]}` }));
  return [{ query: '', label: '' }, ...sorting];
}

/** What Gmail is told: criteria and action, with the labels' ids. All mail is what is larger than one byte (filter_settings.md, "Match criteria"). */
export function filterAsGmail({ query, label }: WantedFilter, idOf: (label: string) => string) {
  const criteria: StandingFilter['criteria'] = query === '' ? { size: 1, sizeComparison: 'larger' } : { query };
  return { criteria, action: { ...(label === '' ? {} : { addLabelIds: [idOf(label)] }), removeLabelIds: ['SPAM'] } };
}

/** Compares what Gmail has with what it should have. Gmail may space a query differently; that is no difference. */
export function compareFilters(wanted: readonly WantedFilter[], standing: readonly StandingFilter[]): FiltersCompared {
  const wantedKeys = new Set(wanted.map(wantedKey));
  const standingKeys = new Set(standing.map(standingKey));
  const others = standing.filter((filter) => !wantedKeys.has(standingKey(filter)));
  const queries = new Set(wanted.flatMap(({ query }) => (query === '' ? [] : [spaced(query)])));
  // One whose label was deleted still has our query.
  const isOurs = ({ add, criteria }: StandingFilter) => add.some((label) => label.startsWith(LABELS)) || queries.has(spaced(String(criteria['query'] ?? '')));
  return {
    there: wanted.filter((filter) => standingKeys.has(wantedKey(filter))).length,
    missing: wanted.filter((filter) => !standingKeys.has(wantedKey(filter))),
    changed: others.filter(isOurs),
    strange: others.filter((filter) => !isOurs(filter)).map(inWords),
  };
}

function wantedKey(filter: WantedFilter): string {
  const { criteria } = filterAsGmail(filter, (label) => label);
  return standingKey({
    id: '',
    criteria: criteria as StandingFilter['criteria'],
    add: filter.label === '' ? [] : [filter.label],
    remove: ['SPAM'],
    forward: '',
  });
}

function standingKey({ criteria, add, remove, forward }: StandingFilter): string {
  const parts = Object.entries(criteria)
    .filter(([, value]) => value !== false && value !== '')
    .map(([name, value]) => `${name}=${spaced(String(value))}`)
    .sort();
  return JSON.stringify([parts, [...add].sort(), [...remove].sort(), forward]);
}

function spaced(query: string): string {
  return query.replace(/\s+/g, ' ').trim();
}

/** "Mail with query offer: puts it into the bin, forwards it to x@example.org." */
function inWords({ criteria, add, remove, forward }: StandingFilter): string {
  const about = Object.entries(criteria).map(([name, value]) => `${name} ${String(value)}`);
  const does = [
    ...add.map((label) => (label === 'TRASH' ? 'puts it into the bin' : `labels it ${label}`)),
    ...remove.map((label) => (label === 'INBOX' ? 'takes it out of the inbox' : label === 'UNREAD' ? 'marks it as read' : `takes ${label} from it`)),
    ...(forward === '' ? [] : [`forwards it to ${forward}`]),
  ];
  return `Mail with ${about.join(', ').slice(0, 200)}: ${does.join(', ')}.`;
}
