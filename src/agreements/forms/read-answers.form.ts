import { canonical, type Json } from '../../records/canonical.ts';
import { hashOf } from '../../records/hash.ts';
import { type FormRow, itemsOf } from '../published.ts';
import { type Answer, saidIn } from './answers.ts';
import type { FormAnswer } from './sign.ts';

type Response = GoogleAppsScript.Forms.FormResponse;

/** A form that is there, and how its answers are read. */
export interface OpenForm {
  form: GoogleAppsScript.Forms.Form;
  /** One call a question, and two for one that was answered. */
  read(response: Response): FormAnswer;
}

/** Opens a published form; null when it was deleted. */
export function openForm(row: FormRow): OpenForm | null {
  const form = formById(row.formId);
  if (!form) return null;
  const items = itemsOf(row);
  const questions = new Map<string, GoogleAppsScript.Forms.Item | null>();
  const questionOf = (key: string) => {
    const id = items[key];
    if (!questions.has(key)) questions.set(key, id === undefined ? null : form.getItemById(id));
    return questions.get(key) ?? null;
  };
  return { form, read: (response) => readOne(row, Object.keys(items), questionOf, response) };
}

/** Null when it was deleted or lies in the bin. */
export function formById(formId: string): GoogleAppsScript.Forms.Form | null {
  try {
    return FormApp.openById(formId);
  } catch (error) {
    if (/no item with the given id|not found/i.test(String((error as Error).message))) return null;
    throw error;
  }
}

function readOne(row: FormRow, keys: readonly string[], questionOf: (key: string) => GoogleAppsScript.Forms.Item | null, response: Response): FormAnswer {
  const asked = new Map<string, Json>();
  const ask = (key: string): Answer => {
    const known = asked.get(key) as Answer | undefined;
    if (known !== undefined) return known;
    const question = questionOf(key);
    const answer = (question && (response.getResponseForItem(question)?.getResponse() as Answer | undefined)) ?? null;
    // The order of ticks may vary (docs/apps-script/reference/forms/item-response); that of a grid's rows is theirs.
    asked.set(key, Array.isArray(answer) && key.startsWith('promises-') ? [...answer].sort() : answer);
    return answer;
  };
  const said = saidIn(row, keys, ask);
  const email = response.getRespondentEmail();
  return {
    responseId: response.getId(),
    email: email.toLowerCase(),
    sentAt: response.getTimestamp().toISOString(),
    said,
    answersHash: hashOf(canonical([email, Object.fromEntries(asked)])),
  };
}
