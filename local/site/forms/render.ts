import { html } from 'hono/html';
import type { FormData, FormItemData, FormResponseData } from '../../workspace/data.ts';
import { EMAIL_FIELD, fieldsOf } from '../../workspace/forms/fields.ts';
import { isQuestion, type Section, sectionsOf } from '../../workspace/forms/sections.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { localLink } from '../links.ts';
import type { Markup } from '../shell.ts';
import { formDocument, written } from './document.ts';
import { idOf, itemMarkup } from './question.ts';

/** Names of the fields that are not answers. */
export const FIELD = { email: EMAIL_FIELD, history: 'pageHistory', key: 'submissionKey', go: 'go' } as const;
/** How problems name the address. */
export const EMAIL_PROBLEM = 'email';

export interface PageState {
  /** Indexes of the pages the person came through; the last is the one to show. */
  history: readonly number[];
  /** Everything typed so far, on any page, as it was typed. */
  fields: URLSearchParams;
  /** What is wrong on this page, by item id; `email` for the address. */
  problems: Readonly<Record<string, string>>;
  /** The response being changed, or null for a new one. */
  editing: FormResponseData | null;
}

/** One page of a form, with what was typed before and, after a refused try, what is wrong. */
export function renderForm(workspace: Workspace, form: FormData, visitor: string, { history, fields, problems, editing }: PageState): string {
  const sections = sectionsOf(form);
  const section = sections[history.at(-1) ?? 0] ?? { index: 0, pageBreak: null, items: [] };
  const items = form.shuffleQuestions ? shuffled(section.items, fields.get(FIELD.key) ?? '') : section.items;
  const title = workspace.forms.titleOf(form);
  const wrong = Object.keys(problems).length > 0;
  return formDocument(
    `${wrong ? 'Error: ' : ''}${section.pageBreak?.title ? `${section.pageBreak.title} – ` : ''}${title}`,
    html`${wrong ? summary(items, problems) : ''}
<div class="card top"><h1>${title}</h1>
${form.description && section.index === 0 ? html`<p class="text">${written(form.description)}</p>` : ''}
${whoIsAnswering(form, visitor)}
${editing ? html`<p><strong>You are changing a response that was already sent.</strong></p>` : ''}
${items.some((item) => item.required) ? html`<p class="needed">* Required question</p>` : ''}</div>
${section.pageBreak ? sectionHeading(section.pageBreak) : ''}
<form method="post" action="?${editing ? html`edit2=${editing.editKey}` : ''}" novalidate accept-charset="utf-8">
${hidden(form, section, history, fields)}
${section.index === 0 && form.emailCollection === 'RESPONDER_INPUT' ? emailQuestion(fields, problems[EMAIL_PROBLEM]) : ''}
${items.map((item) => itemMarkup(item, fields, problems[item.id]))}
${form.progressBar && sections.length > 1 ? progress(section.index + 1, sections.length) : ''}
<div class="steps"><button class="main" name="${FIELD.go}" value="next">${isEnd(sections, section) ? 'Submit' : 'Next'}</button>
${history.length > 1 ? html`<button name="${FIELD.go}" value="back">Back</button>` : ''}</div>
</form>`,
  );
}

/** What the person sees once their response is kept. */
export function confirmationPage(workspace: Workspace, form: FormData, response: FormResponseData): string {
  const title = workspace.forms.titleOf(form);
  const again = form.showLinkToRespondAgain && !form.limitOneResponsePerUser;
  return formDocument(
    `Sent – ${title}`,
    html`<div class="card top" role="status"><h1>${title}</h1>
<p class="text">${written(form.confirmationMessage || 'Your response has been recorded.')}</p>
${form.allowResponseEdits ? html`<p><a href="${localLink(workspace.forms.editResponseUrl(form, response))}">Edit your response</a></p>` : ''}
${again ? html`<p><a href="${localLink(workspace.forms.publishedUrl(form))}">Submit another response</a></p>` : ''}</div>`,
  );
}

function whoIsAnswering(form: FormData, visitor: string): Markup {
  if (visitor === '') return html``;
  if (form.emailCollection === 'VERIFIED') {
    return html`<p>Signed in as <strong>${visitor}</strong>. Your address ${visitor} will be recorded with your response.</p>`;
  }
  return html`<p class="quiet">Signed in as ${visitor}. Your account is not shared with the form.</p>`;
}

/** What is wrong, at the top, each with the way to its question; read out at once. */
function summary(items: readonly FormItemData[], problems: Readonly<Record<string, string>>): Markup {
  const email = problems[EMAIL_PROBLEM];
  const path = problems['path'];
  return html`<div class="card summary" role="alert" tabindex="-1" aria-labelledby="problems"><h2 id="problems">There is a problem</h2><ul>
${path ? html`<li>${path}</li>` : ''}
${email ? html`<li><a href="#email">Email address: ${email}</a></li>` : ''}
${items.map((item) => (problems[item.id] ? html`<li><a href="#${idOf(item)}">${item.title || 'Question'}: ${problems[item.id]}</a></li>` : ''))}</ul></div>`;
}

function sectionHeading({ title, helpText }: FormItemData): Markup {
  if (!title && !helpText) return html``;
  return html`<div class="card">${title ? html`<h2>${title}</h2>` : ''}${helpText ? html`<p class="text">${written(helpText)}</p>` : ''}</div>`;
}

function emailQuestion(fields: URLSearchParams, error: string | undefined): Markup {
  return html`<div class="card${error ? ' wrong' : ''}"><label class="label" for="email">Email address <span class="needed" aria-hidden="true">*</span><span class="hidden"> (required)</span></label>
${error ? html`<p class="error" id="email-error"><span class="hidden">Error: </span>${error}</p>` : ''}
<input type="email" id="email" name="${FIELD.email}" autocomplete="email" aria-required="true"${
    error ? html` aria-describedby="email-error" aria-invalid="true"` : ''
  } value="${fields.get(FIELD.email) ?? ''}"></div>`;
}

function progress(page: number, of: number): Markup {
  return html`<p><label for="progress">Page ${page} of ${of}</label> <progress id="progress" max="${of}" value="${page}"></progress></p>`;
}

/** What was typed on other pages travels along unseen, as it was typed. */
function hidden(form: FormData, section: Section, history: readonly number[], fields: URLSearchParams): Markup {
  const here = new Set(section.items);
  const names = form.items.filter((item) => isQuestion(item) && !here.has(item)).flatMap(fieldsOf);
  if (section.index > 0) names.push(FIELD.email);
  const carried = names.flatMap((name) => fields.getAll(name).map((value) => [name, value] as const));
  const all = [[FIELD.history, history.join(',')] as const, [FIELD.key, fields.get(FIELD.key) ?? ''] as const, ...carried];
  return html`${all.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;
}

/** Whether the page ends the form whatever is answered on it. */
function isEnd(sections: readonly Section[], section: Section): boolean {
  const following = sections[section.index + 1];
  if (!following) return true;
  return following.pageBreak?.goTo === 'SUBMIT' && !section.items.some((item) => item.choices?.some((choice) => choice.goTo !== undefined));
}

/** The questions of a page in an order of their own for each person, the same when they come back to it; the rest keeps its place. */
function shuffled(items: readonly FormItemData[], key: string): FormItemData[] {
  let seed = 0;
  for (const letter of key) seed = (Math.imul(seed, 31) + letter.charCodeAt(0)) | 0;
  const rank = (item: FormItemData) => Math.imul(item.id ^ seed, 0x9e3779b1) >>> 0;
  const questions = items.filter(isQuestion).sort((one, other) => rank(one) - rank(other));
  return items.map((item) => (isQuestion(item) ? (questions.shift() ?? item) : item));
}
