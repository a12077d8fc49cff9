import { ruleWords } from '../../src/messages/dispositions/rule-words.ts';
import { HOUSE_RULES, type HouseFinding, type HouseRule } from '../../src/messages/house/house-rules.ts';
import { CATEGORIES, type Category, type MessageSeverity } from '../../src/messages/message.ts';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const MOST_RULES = 10;

export interface Rehearsed {
  /** ISO 8601, or ''. */
  sentAt: string;
  flag: boolean;
  category: Category | '';
  severity: MessageSeverity;
  rules: readonly string[];
  house: readonly HouseFinding[];
}

export interface RehearsalSummary {
  messages: number;
  unreadable: number;
  flagged: number;
  /** Over which the messages that say when they were sent are spread; null when none does. */
  weeks: number | null;
  messagesAWeek: number | null;
  flaggedAWeek: number | null;
  byCategory: Partial<Record<Category, number>>;
  /** How many are high, medium and low. */
  bySeverity: { high: number; medium: number; low: number };
  /** Those behind most flags, and of how many. */
  noisiest: { rule: string; flags: number }[];
  house: Partial<Record<HouseRule, number>>;
}

/** Adds up what a rehearsal finds; it keeps no message. */
export class Rehearsal {
  unreadable = 0;
  private messages = 0;
  private first = Number.POSITIVE_INFINITY;
  private last = Number.NEGATIVE_INFINITY;
  private readonly categories = new Map<Category, number>();
  private readonly severities = new Map<MessageSeverity, number>();
  private readonly rules = new Map<string, number>();
  private readonly house = new Map<HouseRule, number>();

  addUnreadable(): void {
    this.unreadable += 1;
  }

  add({ sentAt, flag, category, severity, rules, house }: Rehearsed): void {
    this.messages += 1;
    const at = Date.parse(sentAt);
    if (!Number.isNaN(at)) {
      this.first = Math.min(this.first, at);
      this.last = Math.max(this.last, at);
    }
    for (const { rule } of house) more(this.house, rule);
    if (!flag || category === '') return;
    more(this.categories, category);
    more(this.severities, severity);
    for (const rule of new Set(rules)) more(this.rules, rule);
  }

  summary(): RehearsalSummary {
    const flagged = [...this.categories.values()].reduce((sum, count) => sum + count, 0);
    const weeks = this.last >= this.first ? Math.max(1, (this.last - this.first) / WEEK_MS) : null;
    const aWeek = (count: number) => (weeks === null ? null : Math.round((count / weeks) * 10) / 10);
    return {
      ...{ messages: this.messages, unreadable: this.unreadable, flagged, weeks: weeks === null ? null : Math.round(weeks * 10) / 10 },
      ...{ messagesAWeek: aWeek(this.messages), flaggedAWeek: aWeek(flagged) },
      byCategory: Object.fromEntries(CATEGORIES.flatMap((category) => (this.categories.has(category) ? [[category, this.categories.get(category)]] : []))),
      bySeverity: { high: this.severities.get(3) ?? 0, medium: this.severities.get(2) ?? 0, low: this.severities.get(1) ?? 0 },
      noisiest: [...this.rules]
        .sort(([, one], [, other]) => other - one)
        .slice(0, MOST_RULES)
        .map(([rule, flags]) => ({ rule, flags })),
      house: Object.fromEntries(this.house),
    };
  }

  inWords(): string {
    const { messages, unreadable, flagged, weeks, messagesAWeek, flaggedAWeek, byCategory, bySeverity, noisiest, house } = this.summary();
    const share = messages === 0 ? '' : ` (${((100 * flagged) / messages).toFixed(1)} %)`;
    return [
      '',
      `${messages} messages, ${flagged} flagged${share}: ${bySeverity.high} high, ${bySeverity.medium} medium, ${bySeverity.low} low.`,
      ...(unreadable > 0 ? [`${unreadable} could not be read: look for "flag":null above.`] : []),
      weeks === null
        ? 'None says when it was sent, so nothing can be said of a week.'
        : `Over ${weeks === 1 ? 'one week' : `${weeks} weeks`}: ${messagesAWeek} messages a week, ${flaggedAWeek} of them flagged.`,
      ...listed('By category', Object.entries(byCategory)),
      ...listed(
        'Rules behind most flags',
        noisiest.map(({ rule, flags }) => [`${rule}: ${ruleWords(rule, [])}`, flags]),
      ),
      ...listed(
        'House rules, for the weekly list',
        Object.entries(house).map(([rule, count]) => [HOUSE_RULES[rule as HouseRule], count]),
      ),
    ].join('\n');
  }
}

function more<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function listed(title: string, counts: readonly (readonly [string, number | undefined])[]): string[] {
  return counts.length === 0 ? [] : ['', `${title}:`, ...counts.map(([name, count]) => `${String(count).padStart(6)}  ${name}`)];
}
