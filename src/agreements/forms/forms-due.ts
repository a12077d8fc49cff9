import type { FormRow } from '../published.ts';

/** How far back answers are read again, milliseconds: Google may show one late. */
export const OVERLAP_MS = 10 * 60_000;
/** Every form is read at least so often, milliseconds. */
export const ROTATION_MS = 30 * 60_000;
/** A form is busy for so long after an answer or its publishing, milliseconds: a class signs in one lesson. */
const BUSY_MS = 60 * 60_000;
const BEATS_A_ROTATION = ROTATION_MS / (5 * 60_000);
/** Forms that are read in every beat, however many there are: a school with fewer never waits for an answer. */
const READ_ANYWAY = 12;

/** What is known of a form's answers. */
export interface FormTimes {
  /** When it was last read to the end, milliseconds since 1970; 0 for never. */
  readAt: number;
  /** When its latest answer on record was sent, milliseconds since 1970; 0 when there is none. */
  answeredAt: number;
}

/**
 * The forms to read in this beat, the most urgent first: those whose turn has long come, those that are busy or were closed just now,
 * then the others in turn. Whatever is busy, each is read within half an hour.
 * @param now milliseconds since 1970
 */
export function formsDue(forms: readonly FormRow[], timesOf: (formId: string) => FormTimes, now: number): FormRow[] {
  const open = forms.filter((form) => form.inUse || wasJustClosed(form, now));
  const turns = Math.max(READ_ANYWAY, Math.ceil(open.length / BEATS_A_ROTATION));
  const known = open.map((form) => ({ form, ...timesOf(form.formId) })).sort((a, b) => a.readAt - b.readAt);
  const late = known.filter(({ readAt }) => now - readAt >= ROTATION_MS);
  const busy = known.filter(({ form, answeredAt }) => !form.inUse || now - Math.max(answeredAt, Date.parse(form.published)) < BUSY_MS);
  const byActivity = [...busy].sort((a, b) => b.answeredAt - a.answeredAt).slice(0, READ_ANYWAY);
  const inTurn = known.slice(0, turns);
  return [...new Set([...late.slice(0, turns), ...byActivity, ...inTurn].map(({ form }) => form))];
}

/** A form that another version has replaced is read a while longer, for answers that Google shows late. */
function wasJustClosed({ closed }: FormRow, now: number): boolean {
  return closed !== null && now - Date.parse(closed) < ROTATION_MS;
}

/** From when on a form's answers must be read, milliseconds since 1970; 0 for all there are. */
export function readSince({ readAt, answeredAt }: FormTimes): number {
  return Math.max(0, (readAt === 0 ? answeredAt : readAt) - OVERLAP_MS);
}

/** When forms were last read, as one short text: minutes since 1970, by the end of the form's id, which is different for each. */
export function cursorsFrom(text: string | undefined): ReadonlyMap<string, number> {
  return new Map(Object.entries(JSON.parse(text ?? '{}') as Record<string, string>).map(([id, minutes]) => [id, Number.parseInt(minutes, 36) * 60_000]));
}

/**
 * The same text with what was read now. Of too many forms, those that were read longest ago are forgotten.
 * @param now milliseconds since 1970
 */
export function cursorsAfter(before: ReadonlyMap<string, number>, read: readonly FormRow[], now: number): string {
  const after = new Map([...before, ...read.map(({ formId }) => [cursorName(formId), now] as const)]);
  const recent = [...after].sort(([, a], [, b]) => b - a).slice(0, MOST_CURSORS);
  return JSON.stringify(Object.fromEntries(recent.map(([id, at]) => [id, Math.floor(at / 60_000).toString(36)])));
}

/** A script property holds 9 KB (docs/apps-script/guides/services/quotas); a cursor takes 26 characters. */
const MOST_CURSORS = 300;

export function cursorName(formId: string): string {
  return formId.slice(-12);
}
