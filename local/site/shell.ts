import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { fullName } from './people.ts';
import type { Visit } from './visit.ts';

/** A piece of a page in which everything that came from outside is escaped: what `html` of Hono makes. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface PageParts {
  title: string;
  main: Markup;
  /** Further style sheets and scripts: tags for the document's head. */
  head?: Markup;
  /** `wide` pages (a Sheet, a web app) use the whole window; others keep lines readable. */
  wide?: boolean;
}

const STEPS = [
  { by: 'hour', words: 'an hour' },
  { by: 'day', words: 'a day' },
  { by: 'week', words: 'a week' },
] as const;

/** A whole page of the local site: the bar with who, when and where to, then `main`. */
export function page(visit: Visit, parts: PageParts): Markup {
  return documentOf(
    parts,
    html`<a class="skip" href="#main">Skip to the page</a>
${bar(visit)}`,
  );
}

/** The same without the bar, for a frame in another page. */
export function bare(parts: PageParts): Markup {
  return documentOf(parts, html``);
}

function documentOf({ title, main, head, wide = false }: PageParts, above: Markup): Markup {
  return html`<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Handrail local school</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/bar.css">
<link rel="stylesheet" href="/assets/style.css">
${head}
</head>
<body class="${wide ? 'wide' : ''}">
${above}
<main id="main" tabindex="-1">${main}</main>
</body>
</html>`;
}

/** A whole document that brings its own looks, with the bar put above it. */
export function underTheBar(visit: Visit, document: string): string {
  const style = '<link rel="stylesheet" href="/assets/bar.css">';
  return document.replace(/<head>/i, (head) => `${head}\n${style}`).replace(/<body[^>]*>/i, (body) => `${body}\n${bar(visit)}`);
}

function bar(visit: Visit): Markup {
  return html`<header class="bar" aria-label="Local school">
<div class="bar-who">${
    visit.person
      ? html`<strong>${fullName(visit.person)}</strong> <span class="quiet">${visit.person.title}</span> <a href="/">Be someone else</a>`
      : html`<strong>Nobody chosen yet</strong> <a href="/">Choose who you are</a>`
  }</div>
<nav class="bar-links" aria-label="Local school">
${[
  ['/home', 'Home'],
  ['/mail', 'Mail'],
  ['/calendar', 'Calendar'],
  ['/drive', 'Drive'],
].map(([href = '', words]) => html`<a href="${href}"${visit.path.startsWith(href) ? html` aria-current="page"` : ''}>${words}</a>\n`)}
</nav>
<form class="bar-clock" method="post" action="/clock" onsubmit="this.ariaBusy = 'true'">
<input type="hidden" name="back" value="${visit.path}">
<time datetime="${new Date(visit.workspace.clock.now()).toISOString()}">${inWords(visit.workspace.clock.now())}</time>
<span class="bar-steps" role="group" aria-label="Move the clock on by">${STEPS.map(
    ({ by, words }) => html`<button name="by" value="${by}" title="Move the clock on by ${words}" aria-label="on ${words}">+ ${words}</button> `,
  )}</span>
</form>
</header>`;
}

const CLOCK_FACE = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** Virtual time for people: `Mon, 7 Sept 2026, 09:00`, in London. */
export function inWords(time: number): string {
  return CLOCK_FACE.format(time);
}
