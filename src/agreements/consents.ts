import { date, text, yesOrNo } from '../records/fields.ts';
import type { RecordedEvent } from '../records/journal.ts';
import type { Projection } from '../records/projection.ts';
import { type RowOf, table } from '../records/table.ts';
import { type ConsentSaid, is } from './events.ts';

/** One row a child and permission that somebody has said yes or no to. Without a row nothing is allowed: never assumed (A8). */
export const consentTable = table('Consents', {
  key: text().key(),
  child: text(),
  permission: text(),
  value: yesOrNo(),
  /** Since which day it holds. */
  since: date(),
  by: text(),
  /** A second parent said yes where the first said no: it stays no until the office has settled it. */
  differs: yesOrNo(),
  /** `form`, or how the office came to know: `telephone`. */
  how: text(),
});
export type ConsentRow = RowOf<typeof consentTable>;

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
    const { since, how } = isByHand ? event.payload : { since: event.at.slice(0, 10), how: 'form' };
    const { child, permission, value, by } = said;
    // One parent's no is not undone by the other's yes.
    if (row && !row.value && value && row.by !== by && !isByHand) return { ...row, differs: true };
    return { key, child, permission, value, since, by, how, differs: false };
  },
};

function saidIn(event: RecordedEvent): ConsentSaid[] {
  return is(event, 'agreement signed') || is(event, 'answer settled') || is(event, 'consent recorded') ? event.payload.consents : [];
}
