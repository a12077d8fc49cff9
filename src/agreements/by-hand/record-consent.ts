import { isoDayFrom, ukDate, ukDay } from '../../school/calendar.ts';
import { Refusal } from '../../school/refusal.ts';
import type { IdempotencyKey, Visit } from '../../school/visit.ts';
import { consentKey, consentTable } from '../consents.ts';
import { type AgreementEvents, personSubject } from '../events.ts';
import { agreementTable } from '../published.ts';
import { permissionsKnown, stampOf } from './consent-answers.ts';

export interface RecordConsent {
  key: IdempotencyKey;
  /** The child's address on the roll. */
  child: string;
  consents: {
    permission: string;
    /** '' leaves it as it is. */
    value: 'yes' | 'no' | '';
    /** The consent as the page showed it: see `stampOf`. */
    was: string;
  }[];
  /** Since which day, as it was typed. */
  since: string;
  /** How the school knows: `telephone call from the mother`. */
  how: string;
}

/**
 * Records consents by hand: a parent withdrew or gave them by telephone or letter, or two who differed have settled them (A8).
 * @throws Refusal when the answer, the day or how the school knows is missing, the day is to come, or somebody else has changed one of
 * them meanwhile; then none is recorded
 */
export function recordConsent(request: RecordConsent, { me, records, roll, now }: Visit): { recorded: number } {
  const { child } = request;
  const chosen = request.consents.filter(({ value }) => value !== '');
  if (chosen.length === 0) throw new Refusal('value-missing', 'Choose yes or no', 'value');
  const since = pastDayFrom(request.since, ukDay(now), 'since');
  const how = request.how.trim();
  if (how === '') throw new Refusal('how-missing', 'Write how the school knows: who said it, and how', 'how');
  if (!roll.some(({ email, kind }) => email === child && kind === 'pupil'))
    throw new Refusal('no-such-pupil', 'That child is not on the list of people. Import the list again if it is old.');
  const known = permissionsKnown(records.view([agreementTable]), records);
  return records.decide({ key: request.key, actor: me.email, reads: [consentTable] }, (view) => {
    for (const { permission, was } of chosen) {
      const row = view.find(consentTable, consentKey({ child, permission }));
      if (!row && !known.some(({ id }) => id === permission)) throw new Refusal('no-such-permission', 'Parents are not asked for that. Reload the page.');
      if (stampOf(row) !== was)
        throw new Refusal(
          'changed-meanwhile',
          'Somebody has changed this meanwhile. Nothing was recorded: reload the page and look at what it is now.',
          'value',
        );
    }
    const consents = chosen.map(({ permission, value }) => ({ child, permission, value: value === 'yes', by: me.email }));
    const payload: AgreementEvents['consent recorded'] = { consents, since, how };
    return { events: [{ action: 'consent recorded', subject: personSubject(child), payload }], answer: { recorded: consents.length } };
  });
}

/**
 * A day that has come already, as a person typed it.
 * @throws Refusal when it is no day or still to come
 */
export function pastDayFrom(typed: string, today: string, field: string): string {
  const day = isoDayFrom(typed);
  if (day === null) throw new Refusal('day-missing', `Enter the day as a date, for example ${ukDate(today)}`, field);
  if (day > today) throw new Refusal('day-to-come', 'The day cannot be in the future: it is recorded when it has come', field);
  return day;
}
