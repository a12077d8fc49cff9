import { Refusal } from '../../school/refusal.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { IdempotencyKey, Visit } from '../../school/visit.ts';
import { ownersOf, type Register, registerOf } from '../triage/people-in-mail.ts';
import { type BreachRow, breachTable } from './breaches.ts';
import { HOUSE_RULES } from './house-rules.ts';

export interface BreachLine {
  id: string;
  rule: string;
  what: string;
  from: string;
  to: string;
  /** dd/MM/yyyy HH:mm */
  sent: string;
  /** Who has seen it and when; '' while nobody has. */
  seen: string;
}

/** Seen ones that the page still shows. */
const MOST_SEEN = 50;

/** Nobody sees a breach of their own, or one that they had a part in, under whatever address: a private account may be theirs (B5). */
export function maySeeBreach({ from, to, what }: BreachRow, person: string, register: Register): boolean {
  return ![from, ...to, what].some((said) => said === person || (/^\S+@\S+$/.test(said) && ownersOf(said, register).includes(person)));
}

function maySeeOf({ me, roll, school }: Visit): (row: BreachRow) => boolean {
  const register = registerOf(roll, school);
  return (row) => maySeeBreach(row, me.email, register);
}

/** What waits to be looked at, newest first, and the latest of what was seen. */
export function seeHouseRules(_: Record<string, never>, visit: Visit): { waiting: BreachLine[]; seen: BreachLine[] } {
  const rows = visit.records
    .view([breachTable])
    .rows(breachTable)
    .filter(maySeeOf(visit))
    .sort((one, other) => (one.noticed < other.noticed ? 1 : -1));
  return {
    waiting: rows.filter(({ seenAt }) => seenAt === null).map(lineOf),
    seen: rows
      .filter(({ seenAt }) => seenAt !== null)
      .slice(0, MOST_SEEN)
      .map(lineOf),
  };
}

/**
 * Records that somebody has seen to a breach.
 * @throws Refusal `unknown-breach` whether there is none or it is not theirs to see
 */
export function settleHouseRule({ key, id }: { key: IdempotencyKey; id: string }, visit: Visit): { id: string } {
  const { me, records } = visit;
  const maySee = maySeeOf(visit);
  return records.decide({ key, actor: me.email, reads: [breachTable] }, (view) => {
    const row = view.find(breachTable, id);
    if (!row || !maySee(row)) throw new Refusal('unknown-breach', 'There is no such line, or it is not yours to see to');
    return { events: row.seenAt === null ? [{ action: 'house rule seen', subject: id, payload: {} }] : [], answer: { id } };
  });
}

function lineOf({ id, rule, what, from, to, others, sent, seenBy, seenAt }: BreachRow): BreachLine {
  return {
    ...{ id, rule: HOUSE_RULES[rule], what, from },
    to: others > 0 ? `${to.join(', ')} and ${others} more` : to.join(', '),
    sent: ukTime(sent),
    seen: seenAt === null ? '' : `${seenBy}, ${ukTime(seenAt)}`,
  };
}
