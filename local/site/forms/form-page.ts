import type { FormData, FormResponseData } from '../../workspace/data.ts';
import type { Refusal } from '../../workspace/forms/admission.ts';
import { readAnswers, writeAnswers } from '../../workspace/forms/fields.ts';
import { nextSection, pathThrough, sectionsOf } from '../../workspace/forms/sections.ts';
import { AnswersRefused, FormRefused, type SentAnswers } from '../../workspace/forms.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { missingPage, refusalPage } from './document.ts';
import { confirmationPage, EMAIL_PROBLEM, FIELD, renderForm } from './render.ts';

export interface FormRequest {
  publishedId: string;
  /** The signed-in account, or ''. */
  visitor: string;
  method: 'GET' | 'POST';
  query: URLSearchParams;
  /** The urlencoded body of a POST. */
  fields: URLSearchParams;
}

export interface FormReply {
  status: number;
  html: string;
}

/** A form as people answer it: its first page (prefilled when the address says so), and what follows each page sent. */
export function formPage(workspace: Workspace, { publishedId, visitor, method, query, fields }: FormRequest): FormReply {
  const form = workspace.forms.findPublished(publishedId);
  if (!form) return { status: 404, html: missingPage() };
  const editKey = query.get('edit2');
  const editing = editKey === null ? null : workspace.forms.responseWithKey(form, editKey);
  if (editing === undefined) return { status: 404, html: missingPage() };
  const sent = method === 'POST' ? fields : new URLSearchParams();
  const refusal = editing ? workspace.forms.editRefusalFor(form, visitor) : workspace.forms.refusalFor(form, visitor);
  // A page sent twice is answered as the first time, even where one response is all that is allowed.
  const repeated = method === 'POST' && form.responses.some((response) => response.submissionKey === fields.get(FIELD.key));
  if (refusal && !repeated) return refuse(workspace, form, refusal, visitor, sent);
  if (method === 'POST') return acceptPage(workspace, form, visitor, { fields, editing });
  const start = editing ? writeAnswers(form, editing.answers) : new URLSearchParams(query);
  if (editing && !start.has(FIELD.email)) start.set(FIELD.email, editing.respondentEmail);
  start.set(FIELD.key, workspace.newId(20));
  return { status: 200, html: renderForm(workspace, form, visitor, { history: [0], fields: start, problems: {}, editing }) };
}

/**
 * Takes one page: back, the same page with its errors, the next page by branching, or the end. Everything typed travels on, on
 * whatever page.
 */
function acceptPage(
  workspace: Workspace,
  form: FormData,
  visitor: string,
  { fields, editing }: { fields: URLSearchParams; editing: FormResponseData | null },
): FormReply {
  const sections = sectionsOf(form);
  const history = historyIn(fields, sections.length);
  const show = (at: number[], problems: Record<string, string> = {}): FormReply => ({
    status: Object.keys(problems).length > 0 ? 422 : 200,
    html: renderForm(workspace, form, visitor, { history: at, fields, problems, editing }),
  });
  if (fields.get(FIELD.go) === 'back') return show(history.length > 1 ? history.slice(0, -1) : history);

  const sent: SentAnswers = {
    answers: readAnswers(form, fields),
    typedEmail: (fields.get(FIELD.email) ?? '').trim(),
    submissionKey: fields.get(FIELD.key) ?? '',
  };
  const current = sections[history.at(-1) ?? 0];
  if (!current) return show([0]);
  const problems = onPage(form, current.index, workspace.forms.problemsOn(form, current.items, sent));
  if (Object.keys(problems).length > 0) return show(history, problems);
  const next = nextSection(form, current, sent.answers);
  if (next !== 'submit') return show(history.includes(next) ? history.slice(0, history.indexOf(next) + 1) : [...history, next]);
  try {
    const response = editing ? workspace.forms.edit(form, editing, visitor, sent) : workspace.forms.submit(form, visitor, sent);
    return { status: 200, html: confirmationPage(workspace, form, response) };
  } catch (error) {
    if (error instanceof FormRefused) return refuse(workspace, form, error.refusal, visitor, fields);
    if (!(error instanceof AnswersRefused)) throw error;
    const path = pathThrough(form, sent.answers).sections.map((section) => section.index);
    const first = path.findIndex((index) => Object.keys(onPage(form, index, error.problems)).length > 0);
    return show(path.slice(0, first + 1 || 1), onPage(form, path[first] ?? 0, error.problems));
  }
}

/** Those of the problems that belong to a page. */
function onPage(form: FormData, index: number, problems: Record<string, string>): Record<string, string> {
  const names = new Set((sectionsOf(form)[index]?.items ?? []).map((item) => String(item.id)));
  if (index === 0) names.add(EMAIL_PROBLEM).add('path');
  return Object.fromEntries(Object.entries(problems).filter(([name]) => names.has(name)));
}

/** The pages the person came through, the present one last. */
function historyIn(fields: URLSearchParams, sections: number): number[] {
  const pages = (fields.get(FIELD.history) ?? '').split(',').map(Number);
  return pages.every((page) => Number.isInteger(page) && page >= 0 && page < sections) && pages[0] === 0 ? pages : [0];
}

function refuse(workspace: Workspace, form: FormData, refusal: Refusal, visitor: string, fields: URLSearchParams): FormReply {
  const answers = readAnswers(form, fields);
  const unsent = form.items.flatMap((item) => {
    const answer = answers[item.id];
    return answer === undefined ? [] : [{ question: item.title, answer: [answer].flat(2).filter(Boolean).join(', ') }];
  });
  const status = refusal.reason === 'sign-in' || refusal.reason === 'no-permission' ? 403 : 200;
  return { status, html: refusalPage(workspace.forms.titleOf(form), refusal, visitor, unsent) };
}
