import { choice, dateTime, list, number, text } from '../../records/fields.ts';
import type { RecordedEvent } from '../../records/journal.ts';
import type { Projection } from '../../records/projection.ts';
import { type RowOf, table } from '../../records/table.ts';
import { HOUSE_RULES, type HouseRule } from './house-rules.ts';

/** The journal's actions about house rules (C5, C6); their subject is the breach's id. Nothing of what a mail said is kept. */
export type HouseEvents = {
  'house rule noticed': { rule: HouseRule; what: string; from: string; to: string[]; others: number; sent: string };
  'house rule seen': Record<string, never>;
};

/** Whether an event is of that action, and has not been erased. */
function isHouse<Action extends keyof HouseEvents>(event: RecordedEvent, action: Action): event is RecordedEvent & { payload: HouseEvents[Action] } {
  return event.action === action && event.payload !== null;
}

const RULES = Object.keys(HOUSE_RULES) as [HouseRule, ...HouseRule[]];

/** One row a breach. */
export const breachTable = table('HouseRules', () => ({
  id: text().key(),
  rule: choice(RULES),
  what: text(),
  from: text(),
  /** The first of those it went to. */
  to: list(),
  /** How many more. */
  others: number(),
  sent: dateTime(),
  noticed: dateTime(),
  seenBy: text(),
  seenAt: dateTime().optional(),
}));
export type BreachRow = RowOf<typeof breachTable>;

export const breachProjection: Projection<typeof breachTable.fields> = {
  table: breachTable,
  keysOf: ({ action, subject }) => (action.startsWith('house rule ') ? [subject] : []),
  apply: (row, event) => {
    if (isHouse(event, 'house rule noticed')) {
      const { rule, what, from, to, others, sent } = event.payload;
      return { id: event.subject, rule, what, from, to, others, sent, noticed: event.at, seenBy: '', seenAt: null };
    }
    if (!row || !isHouse(event, 'house rule seen')) return row ?? null;
    return { ...row, seenBy: event.actor, seenAt: event.at };
  },
};
