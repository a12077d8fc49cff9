import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { MIME } from '../../workspace/drive.ts';
import { localLink } from '../links.ts';
import { needAccess } from '../refusal.ts';
import { page, underTheBar } from '../shell.ts';
import type { SiteEnv } from '../visit.ts';
import { formPage } from './form-page.ts';

/** Forms at the addresses Google gives them. */
export const formPages = new Hono<SiteEnv>()
  .on(['GET', 'POST'], '/forms/d/e/:id/:how{viewform|formResponse}', async (c) => {
    const visit = c.get('visit');
    const posted = c.req.method === 'POST';
    const reply = formPage(visit.workspace, {
      publishedId: c.req.param('id'),
      visitor: visit.account,
      method: posted ? 'POST' : 'GET',
      query: new URL(c.req.url).searchParams,
      fields: new URLSearchParams(posted ? await c.req.text() : ''),
    });
    return c.html(underTheBar(visit, reply.html), reply.status as ContentfulStatusCode);
  })
  .get('/forms/d/:id/viewform', (c) => {
    const { workspace } = c.get('visit');
    const form = workspace.forms.find(c.req.param('id'));
    return form ? c.redirect(localLink(workspace.forms.publishedUrl(form))) : needAccess(c);
  })
  .get('/forms/d/:id/edit', (c) => editors(c, c.req.param('id')));

/** What an editor of the form sees: the form's own editor is not modelled, so it points to what is. */
function editors(c: Context<SiteEnv>, id: string) {
  const visit = c.get('visit');
  const { workspace, account } = visit;
  const form = workspace.forms.findFor(account, id);
  if (!form) return needAccess(c);
  const sheet = form.destination?.spreadsheetId;
  return c.html(
    page(visit, {
      title: workspace.forms.titleOf(form),
      main: html`<h1>${workspace.forms.titleOf(form)}</h1>
<p>${form.responses.length} responses. ${form.published ? (form.acceptingResponses ? 'It is open for answers.' : 'It is closed.') : 'It is not published yet.'}</p>
<ul>
<li><a href="${localLink(workspace.forms.publishedUrl(form))}">See it as those who answer</a></li>
${sheet && workspace.drive.find(sheet)?.mimeType === MIME.spreadsheet ? html`<li><a href="/spreadsheets/d/${sheet}/edit">Responses in a Sheet</a></li>` : ''}
</ul>
<p class="quiet">The local school has no editor for forms.</p>`,
    }),
  );
}
