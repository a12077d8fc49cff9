import { now } from '../../records/surroundings.script.ts';
import { type Memory, remember } from '../../school/settings.script.ts';
import type { Visit } from '../../school/visit.ts';
import { type FormRow, formTable } from '../published.ts';
import { type SignatureRow, signatureTable } from '../signatures.ts';
import { formHash } from './form-hash.form.ts';
import { cursorName, cursorsAfter, cursorsFrom, type FormTimes, formsDue, readSince } from './forms-due.ts';
import { openForm } from './read-answers.form.ts';
import { recordAnswers } from './record-answers.ts';
import type { AnswerRead } from './sign.ts';

/** The script property that says when forms were last read. */
const CURSORS = 'forms-read';
/** The heartbeat has other work: when a whole year signs in one lesson, what is left is read in the next beat, milliseconds. */
const SHARE_MS = 40_000;

/** The heartbeat's task `answers`: records what has come in since the forms were read last (A11). */
export function collectAnswers(visit: Visit, memory: Memory, mayGoOn: () => boolean): void {
  const view = visit.records.view([formTable, signatureTable]);
  const cursors = cursorsFrom(memory.rest[CURSORS]);
  const timesOf = timesFrom(cursors, view.rows(signatureTable));
  const at = Date.parse(visit.now);
  const due = formsDue(view.rows(formTable), timesOf, at);
  const { read, failure } = readForms(due, timesOf, view.rows(signatureTable), visit, memory, withinShare(mayGoOn));
  if (read.length > 0) remember(CURSORS, cursorsAfter(cursors, read, at));
  if (failure !== null) throw failure;
}

/** Records what some forms have got and nobody has read yet: before another version takes their place. */
export function collectFrom(forms: readonly FormRow[], visit: Visit, memory: Memory): void {
  const signatures = visit.records.view([signatureTable]).rows(signatureTable);
  const timesOf = timesFrom(cursorsFrom(memory.rest[CURSORS]), signatures);
  const { failure } = readForms(forms, timesOf, signatures, visit, memory, () => true);
  if (failure !== null) throw failure;
}

/**
 * Reads forms and records their answers. A form that fails does not stop the others.
 * @returns the forms that were read to the end, and the first failure
 */
function readForms(
  forms: readonly FormRow[],
  timesOf: (formId: string) => FormTimes,
  signatures: readonly SignatureRow[],
  visit: Visit,
  memory: Memory,
  mayRead: () => boolean,
): { read: FormRow[]; failure: unknown } {
  const known = new Set(signatures.map(({ responseId }) => responseId));
  const read: FormRow[] = [];
  const answers: AnswerRead[] = [];
  let failure: unknown = null;
  for (const form of forms) {
    if (!mayRead()) break;
    try {
      const { fresh, isAll } = readFresh(form, readSince(timesOf(form.formId)), known, mayRead);
      answers.push(...fresh);
      if (isAll) read.push(form);
    } catch (error) {
      failure ??= error;
    }
  }
  recordAnswers(answers, visit, memory);
  return { read, failure };
}

/** Answers of a form that are not on record, as many as there is time for. A form that was deleted has none: the pages say so. */
function readFresh(row: FormRow, since: number, known: ReadonlySet<string>, mayRead: () => boolean): { fresh: AnswerRead[]; isAll: boolean } {
  const open = openForm(row);
  if (!open) return { fresh: [], isAll: true };
  // Should the run have died that was to close it.
  if (!row.inUse && open.form.isAcceptingResponses()) open.form.setAcceptingResponses(false);
  const responses = (since > 0 ? open.form.getResponses(new Date(since)) : open.form.getResponses()).filter((response) => !known.has(response.getId()));
  const answers = [];
  for (const response of responses) {
    if (!mayRead()) break;
    answers.push(open.read(response));
  }
  if (answers.length === 0) return { fresh: [], isAll: responses.length === 0 };
  const isUnchanged = formHash(open.form) === row.hash;
  return { fresh: answers.map((answer) => ({ form: row, isUnchanged, answer })), isAll: answers.length === responses.length };
}

function timesFrom(cursors: ReadonlyMap<string, number>, signatures: readonly SignatureRow[]): (formId: string) => FormTimes {
  const latest = new Map<string, number>();
  for (const { formId, signedAt } of signatures) latest.set(formId, Math.max(latest.get(formId) ?? 0, Date.parse(signedAt)));
  return (formId) => ({ readAt: cursors.get(cursorName(formId)) ?? 0, answeredAt: latest.get(formId) ?? 0 });
}

function withinShare(mayGoOn: () => boolean): () => boolean {
  const mustEnd = Date.parse(now()) + SHARE_MS;
  return () => mayGoOn() && Date.parse(now()) <= mustEnd;
}
