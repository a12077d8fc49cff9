import { html, raw } from 'hono/html';
import type { Refusal } from '../../workspace/forms/admission.ts';
import { localLink } from '../links.ts';
import type { Markup } from '../shell.ts';
import { FORM_STYLE } from './style.ts';

/** A whole page of a form. */
export function formDocument(title: string, main: Markup): string {
  return String(html`<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${raw(FORM_STYLE)}</style>
</head>
<body>
<main>${main}
<p class="quiet">A form in the local school. <a href="/home">Home</a></p>
</main>
</body>
</html>`);
}

/** Text that somebody wrote into the form: line breaks stay, web addresses can be followed. */
export function written(text: string): Markup {
  const parts = text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/);
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<a href="${localLink(part)}" target="_blank" rel="noopener">${part}</a>` : part))}`;
}

const HEADINGS: Record<Refusal['reason'], string> = {
  unpublished: 'This form is not published',
  closed: 'This form is closed',
  'sign-in': 'Sign in to continue',
  'no-permission': 'You need permission',
  'already-answered': 'You have already responded',
  'edits-off': 'This response cannot be changed',
};

/** What somebody sees who may not answer. `unsent` are the answers they had typed, so that they can keep them. */
export function refusalPage(title: string, refusal: Refusal, visitor: string, unsent: readonly { question: string; answer: string }[] = []): string {
  return formDocument(
    `${HEADINGS[refusal.reason]} – ${title}`,
    html`<div class="card top"><h1>${title}</h1><h2>${HEADINGS[refusal.reason]}</h2><p class="text">${written(refusal.message)}</p>
${visitor === '' ? html`<p><a href="/">Choose an account</a></p>` : html`<p class="quiet">You are signed in as ${visitor}.</p>`}</div>
${
  unsent.length === 0
    ? ''
    : html`<div class="card"><h2>Your answers were not sent</h2><p>Copy what you want to keep.</p>
<dl>${unsent.map(({ question, answer }) => html`<dt><strong>${question}</strong></dt><dd class="text">${answer}</dd>`)}</dl></div>`
}`,
  );
}

export function missingPage(): string {
  return formDocument(
    'No such form',
    html`<div class="card top"><h1>There is no such form</h1><p>It may have been deleted, or the address is not whole. Ask whoever sent it to you.</p></div>`,
  );
}
