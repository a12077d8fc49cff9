import { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { people } from '../school/quillhaven.ts';
import type { PersonData } from '../workspace/data.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { fullName, matching } from './people.ts';
import { type Markup, page } from './shell.ts';
import type { SiteEnv } from './visit.ts';

const COOKIE = 'handrail_person';
/** More than this many matches are cut off, and said so. */
const SHOWN = 40;

/** The people one most often wants to be, in the order they are offered. */
const FAVOURITES: readonly string[] = [
  people.teacher,
  people.dsl,
  people.head,
  people.deputy,
  people.chair,
  people.networkManager,
  people.technician,
  people.pupil,
  people.parent,
  people.supply,
  people.visitor,
  people.office,
];

/** "Who are you?": the front page, and the choice made there. */
export const chooser = new Hono<SiteEnv>()
  .get('/', (c) => {
    const visit = c.get('visit');
    const query = c.req.query('q')?.trim() ?? '';
    const next = localPath(c.req.query('next'));
    const results = found(visit.workspace, query, next);
    if (c.req.query('part') === 'results') return c.html(results);
    return c.html(
      page(visit, {
        title: 'Who are you?',
        head: html`<script type="module" src="/assets/chooser.js"></script>`,
        main: html`<h1>Who are you?</h1>
<p>Quillhaven Primary is an invented school. Choose a person to see what that person sees: their forms, mail, calendar and files.</p>
<form method="get" action="/" role="search" class="search" data-live-search>
<input type="hidden" name="next" value="${next}">
<label for="q">Find one of ${visit.workspace.people.all().length} people by name, job, class or address</label>
<div class="row"><input id="q" name="q" type="search" value="${query}" autocomplete="off" placeholder="Khan, 3A, governor …"> <button>Find</button></div>
</form>
<div id="results" aria-live="polite">${results}</div>`,
      }),
    );
  })
  .post('/who', async (c) => {
    const form = await c.req.formData();
    const person = c.get('visit').workspace.people.find(String(form.get('email') ?? ''));
    if (!person) return c.text('There is no such person at this school.', 404);
    setCookie(c, COOKIE, person.email, { path: '/', httpOnly: true, sameSite: 'Lax' });
    return c.redirect(localPath(String(form.get('next') ?? '')) || '/home', 303);
  })
  .post('/nobody', (c) => {
    deleteCookie(c, COOKIE, { path: '/' });
    return c.redirect('/', 303);
  });

/** The person a request comes from, or null before one is chosen. */
export function personOf(workspace: Workspace, c: Parameters<typeof getCookie>[0]): PersonData | null {
  return workspace.people.find(getCookie(c, COOKIE) ?? '') ?? null;
}

/** A path on this site, or '' for anything that would lead elsewhere. */
export function localPath(path: string | undefined): string {
  return path && /^\/(?![/\\])/.test(path) ? path : '';
}

function found(workspace: Workspace, query: string, next: string): Markup {
  if (query === '') {
    const favourites = FAVOURITES.flatMap((email) => workspace.people.find(email) ?? []);
    return list('Often chosen', favourites, next);
  }
  const people = matching(workspace.people.all(), query);
  if (people.length === 0) return html`<p>Nobody here matches “${query}”.</p>`;
  const more = people.length > SHOWN ? html`<p class="quiet">The first ${SHOWN} of ${people.length}. Type more to narrow it down.</p>` : html``;
  return html`${list(`${people.length} found`, people.slice(0, SHOWN), next)}${more}`;
}

function list(heading: string, people: readonly PersonData[], next: string): Markup {
  return html`<h2>${heading}</h2>
<form method="post" action="/who">
<input type="hidden" name="next" value="${next}">
<ul class="people">${people.map(
    (person) => html`<li><button name="email" value="${person.email}"><strong>${fullName(person)}</strong>
<span>${person.title}</span> <span class="quiet">${person.email}${person.hasAccount ? '' : ' (private address, no school account)'}</span></button></li>`,
  )}</ul>
</form>`;
}
