import { choice, date, dateTime, list, number, text, yesOrNo } from '../records/fields.ts';
import type { Projection } from '../records/projection.ts';
import { type RowOf, table } from '../records/table.ts';
import { AUDIENCES, FORM_KINDS } from './audience.ts';
import { is, type PublishedForm } from './events.ts';

/** One row an agreement: its newest version. */
export const agreementTable = table('Agreements', () => ({
  id: text().key(),
  version: number(),
  /** The oldest version that still counts: minor changes ask nobody again (A13). */
  countsFrom: number(),
  title: text(),
  audience: choice(AUDIENCES),
  alsoFor: list(),
  /** The class it belongs to; '' unless it is a class's own. */
  className: text(),
  sha256: text(),
  effective: date(),
  approvedBy: text(),
  published: dateTime(),
  /** Whether people are asked: from its first round on, so that a text can be looked at before anybody gets a mail. */
  asks: yesOrNo(),
  retired: yesOrNo(),
}));
export type AgreementRow = RowOf<typeof agreementTable>;

/** One row a form that was ever published. */
export const formTable = table('Forms', () => ({
  formId: text().key(),
  agreementId: text(),
  version: number(),
  /** Of the version's text. */
  sha256: text(),
  kind: choice(FORM_KINDS),
  address: text(),
  hash: text(),
  /** `PublishedForm.items` as JSON. */
  items: text(),
  /** As in `PublishedForm`. */
  prefill: text(),
  permissions: list(),
  published: dateTime(),
  /** False once another version has taken its place, or the agreement was retired. */
  inUse: yesOrNo(),
  /** Since when it takes no more answers. */
  closed: dateTime().optional(),
}));
export type FormRow = RowOf<typeof formTable>;

export const agreementProjection: Projection<typeof agreementTable.fields> = {
  table: agreementTable,
  keysOf: (event) => {
    if (is(event, 'agreement published')) return [event.payload.agreement.id];
    if (is(event, 'agreement retired')) return [event.payload.agreementId];
    return is(event, 'round started') ? event.payload.agreements : [];
  },
  apply: (row, event) => {
    if (is(event, 'agreement published')) {
      const { agreement, facts, className } = event.payload;
      const { id, version, title, audience, alsoFor, sha256 } = agreement;
      const countsFrom = facts.change === 'minor' && row ? row.countsFrom : version;
      const { effective, approvedBy } = facts;
      return {
        ...{ id, version, countsFrom, title, audience, alsoFor, className, sha256, effective, approvedBy, published: event.at },
        asks: row?.asks ?? false,
        retired: false,
      };
    }
    if (!row) return null;
    if (is(event, 'agreement retired')) return { ...row, asks: false, retired: true };
    return is(event, 'round started') ? { ...row, asks: true } : row;
  },
};

/** Forms stay on record after their time: an answer that Google shows late still finds its text. */
export const formProjection: Projection<typeof formTable.fields> = {
  table: formTable,
  keysOf: (event) => {
    if (is(event, 'agreement published')) return [...event.payload.replaces, ...event.payload.forms.map(({ formId }) => formId)];
    return is(event, 'agreement retired') ? event.payload.forms : [];
  },
  apply: (row, event, key) => {
    const closed = row ? { ...row, inUse: false, closed: event.at } : null;
    if (!is(event, 'agreement published')) return is(event, 'agreement retired') ? closed : (row ?? null);
    const form = event.payload.forms.find(({ formId }) => formId === key);
    if (!form) return closed;
    const { id, version, sha256 } = event.payload.agreement;
    const { formId, kind, address, hash, items, prefill, permissions } = form;
    return {
      ...{ formId, agreementId: id, version, sha256, kind, address, hash, items: JSON.stringify(items), prefill, permissions },
      ...{ published: event.at, inUse: true, closed: null },
    };
  },
};

export function itemsOf(form: FormRow): PublishedForm['items'] {
  return JSON.parse(form.items) as PublishedForm['items'];
}

/** Where an agreement is signed, by the first of its forms that is in use; '' when none is. */
export function addressOf(forms: readonly FormRow[], agreementId: string): string {
  return forms.find((form) => form.agreementId === agreementId && form.inUse)?.address ?? '';
}
