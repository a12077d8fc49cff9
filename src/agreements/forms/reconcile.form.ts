import { keptCursors } from '../../records/jobs.script.ts';
import { goOn } from '../../records/jobs.ts';
import { type IsoDate, ukDay, ukHour } from '../../school/calendar.ts';
import { type Memory, remember } from '../../school/settings.script.ts';
import type { Visit } from '../../school/visit.ts';
import { type FormRow, formTable } from '../published.ts';
import { type SignatureRow, signatureTable } from '../signatures.ts';
import { formHash } from './form-hash.form.ts';
import { openForm } from './read-answers.form.ts';
import { type Difference, differencesToNote, formsToCompare, isReadTonight } from './reconcile.ts';
import { recordAnswers } from './record-answers.ts';
import type { AnswerRead } from './sign.ts';

/** The script property that says for which day it was done. */
const DONE = 'reconciled';
/** UK hours in which nobody waits for anything, the last not included. */
const NIGHT = { from: 1, to: 4 };
/** Answers of a form that are compared in one step by their times, and that are read word by word: well below a minute together. */
const MOST_IN_A_STEP = 300;
const MOST_READ_IN_A_STEP = 40;

/** Where the comparison goes on. */
interface Place {
  /** The form it has come to; '' for the first. */
  formId: string;
  /** How many of its answers are compared. */
  from: number;
  /** How many of those are on record. */
  onRecord: number;
}

/**
 * The heartbeat's task `reconcile`: once a night each form's answers are compared with the journal. What is missing is recorded; what was
 * edited or deleted in the form is noted, and what was recorded stays (A11).
 */
export function reconcile(visit: Visit, memory: Memory, mayGoOn: () => boolean): void {
  const hour = ukHour(visit.now);
  const today = ukDay(visit.now);
  if (hour < NIGHT.from || hour >= NIGHT.to || memory.rest[DONE] === today) return;
  const view = visit.records.view([formTable, signatureTable]);
  const forms = formsToCompare(view.rows(formTable), today);
  const step = (place: Place): Place | null => {
    const form = forms.find(({ formId }) => formId >= place.formId);
    if (!form) return null;
    const recorded = new Map(view.rows(signatureTable).flatMap((row) => (row.formId === form.formId ? [[row.responseId, row] as const] : [])));
    const here = form.formId === place.formId ? place : { formId: form.formId, from: 0, onRecord: 0 };
    return compare(form, here, recorded, today, visit, memory) ?? nextAfter(form, forms);
  };
  const start: Place = { formId: '', from: 0, onRecord: 0 };
  if (goOn({ name: 'reconcile', start, step }, keptCursors(), mayGoOn)) remember(DONE, today);
}

function nextAfter({ formId }: FormRow, forms: readonly FormRow[]): Place | null {
  const next = forms.find((form) => form.formId > formId);
  return next ? { formId: next.formId, from: 0, onRecord: 0 } : null;
}

/**
 * Compares the next answers of a form.
 * @returns where to go on in it; null when all of it is compared, or it was deleted
 */
function compare(form: FormRow, place: Place, recorded: ReadonlyMap<string, SignatureRow>, today: IsoDate, visit: Visit, memory: Memory): Place | null {
  const open = openForm(form);
  if (!open) return null;
  const responses = open.form.getResponses();
  const missing: AnswerRead['answer'][] = [];
  const differences: Difference[] = [];
  let { from, onRecord } = place;
  let read = 0;
  for (const response of responses.slice(from, from + MOST_IN_A_STEP)) {
    if (read >= MOST_READ_IN_A_STEP) break;
    from += 1;
    const row = recorded.get(response.getId());
    if (row) onRecord += 1;
    if (row && !mayBeEdited(row, response, today)) continue;
    read += 1;
    const answer = open.read(response);
    if (!row) missing.push(answer);
    else if (answer.answersHash !== row.answersHash) differences.push({ responseId: row.responseId, how: 'edited' });
  }
  const isAll = from >= responses.length;
  if (isAll && onRecord < recorded.size) differences.push(...deletedIn(responses, recorded));
  if (missing.length > 0) {
    const isUnchanged = formHash(open.form) === form.hash;
    recordAnswers(
      missing.map((answer) => ({ form, isUnchanged, answer })),
      visit,
      memory,
    );
  }
  note(differences, visit);
  return isAll ? null : { formId: form.formId, from, onRecord };
}

function mayBeEdited(row: SignatureRow, response: GoogleAppsScript.Forms.FormResponse, today: IsoDate): boolean {
  return response.getTimestamp().toISOString() !== row.signedAt || isReadTonight(row.responseId, today);
}

function deletedIn(responses: readonly GoogleAppsScript.Forms.FormResponse[], recorded: ReadonlyMap<string, SignatureRow>): Difference[] {
  const there = new Set(responses.map((response) => response.getId()));
  return [...recorded.keys()].filter((responseId) => !there.has(responseId)).map((responseId) => ({ responseId, how: 'deleted' as const }));
}

function note(differences: readonly Difference[], { me, records, newReference }: Visit): void {
  if (differences.length === 0) return;
  records.decide({ key: `reconcile-${newReference()}`, actor: me.email, reads: [signatureTable] }, (view) => ({
    events: differencesToNote(differences, (responseId) => view.find(signatureTable, responseId)),
    answer: null,
  }));
}
