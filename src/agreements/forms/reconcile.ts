import { hashOf } from '../../records/hash.ts';
import type { NewEvent } from '../../records/journal.ts';
import { daysBetween, type IsoDate } from '../../school/calendar.ts';
import type { AgreementEvents } from '../events.ts';
import type { FormRow } from '../published.ts';
import type { SignatureRow } from '../signatures.ts';

/** Nobody can answer a closed form any more; what Google shows late, or somebody deletes, comes to light in a week. Days. */
const LOOKED_AT_AFTER_CLOSING = 7;
/** Each answer is read word by word once in so many nights; in the others its time tells whether it was changed. */
const NIGHTS = 30;

/** Something that a form holds otherwise than it was recorded. */
export type Difference = Pick<AgreementEvents['answer differs'], 'responseId' | 'how'>;

/** The forms that are compared in a night, always in the same order. */
export function formsToCompare(forms: readonly FormRow[], today: IsoDate): FormRow[] {
  return forms
    .filter(({ inUse, closed }) => inUse || (closed !== null && daysBetween(closed.slice(0, 10), today) <= LOOKED_AT_AFTER_CLOSING))
    .sort((a, b) => (a.formId < b.formId ? -1 : 1));
}

/** Whether it is an answer's night to be read word by word: Google does not say that its time changes with it. */
export function isReadTonight(responseId: string, today: IsoDate): boolean {
  return Number.parseInt(hashOf(responseId).slice(0, 6), 16) % NIGHTS === daysBetween('2026-01-01', today) % NIGHTS;
}

/** The events that note differences, each once. */
export function differencesToNote(found: readonly Difference[], row: (responseId: string) => SignatureRow | undefined): NewEvent[] {
  return found.flatMap(({ responseId, how }) => {
    const known = row(responseId);
    if (!known || known.differs.startsWith(how)) return [];
    const payload: AgreementEvents['answer differs'] = { responseId, how };
    return [{ action: 'answer differs', subject: responseId, payload }];
  });
}
