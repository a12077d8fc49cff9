import { date, text, yesOrNo } from '../records/fields.ts';
import type { RecordedEvent } from '../records/journal.ts';
import type { Projection } from '../records/projection.ts';
import { type RowOf, table } from '../records/table.ts';
import { type ConsentSaid, is } from './events.ts';

/** One row a child and permission that somebody has said yes or no to. Without a row nothing is allowed: never assumed (A8). */
export const consentTable = table('Consents', () => ({
  key: text().key(),
  child: text(),
  permission: text(),
  value: yesOrNo(),
  /** Since which day it holds. */
  since: date(),
  by: text(),
  /** Two parents said different things, in whatever order, or a yes proves too little to undo a no: it is no until the office has settled it. */
  differs: yesOrNo(),
  /** `form`, or how the office came to know: `telephone`. */
  how: text(),
}));
export type ConsentRow = RowOf<typeof consentTable>;

/** How a consent came about that a parent gave themself. */
export const FORM = 'form';

/** Who said it, where an answer gives no address: two of them may be two people's. */
const NO_ADDRESS = 'no address given';

export function consentKey({ child, permission }: Pick<ConsentSaid, 'child' | 'permission'>): string {
  return `${child}|${permission}`;
}

export const consentProjection: Projection<typeof consentTable.fields> = {
  table: consentTable,
  keysOf: (event) => saidIn(event).map(consentKey),
  apply: (row, event, key) => {
    const [said] = saidIn(event)
      .filter((each) => consentKey(each) === key)
      .slice(-1);
    if (!said) return row ?? null;
    const isByHand = is(event, 'consent recorded');
    const { since, how } = isByHand ? event.payload : { since: event.at.slice(0, 10), how: FORM };
    const { child, permission, value, by } = said;
    const isOthers = row !== undefined && !isByHand && row.by !== by;
    // One parent's no is not undone by the other's yes, nor is the no of both by the yes of one.
    if (isOthers && !row.value && value) return { ...row, differs: true };
    // Nor is a no by a yes under an address that was only typed: anybody can know it.
    if (row && !row.value && value && is(event, 'agreement signed') && event.payload.address === 'typed') return { ...row, differs: true };
    const differs = isOthers && row.value && !value && row.how === FORM;
    const saidBy = by === '' ? NO_ADDRESS : by;
    return { key, child, permission, value, since, by: isOthers && !row.value ? together(row.by, saidBy) : saidBy, how, differs };
  },
};

function together(earlier: string, later: string): string {
  return [...new Set([...earlier.split(', '), later])].join(', ');
}

function saidIn(event: RecordedEvent): ConsentSaid[] {
  return is(event, 'agreement signed') || is(event, 'answer settled') || is(event, 'consent recorded') ? event.payload.consents : [];
}
