import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { admit, type Consent, giveConsent } from '../apps-script/web-app/deployment.ts';
import { localPath } from './chooser.ts';
import { notFound } from './refusal.ts';
import { type Markup, page } from './shell.ts';
import type { SiteEnv } from './visit.ts';

const ADDRESS = '/macros/authorize/:deployment';

/**
 * Google's own page of what an app asks for, which no other site may frame. What an app that runs as its visitor asks for is asked of each
 * of them, pupils too (docs/apps-script/guides/web.md, "Permissions"; docs/apps-script/concepts/scopes.md).
 */
export const consentPages = new Hono<SiteEnv>()
  .get(ADDRESS, (c) => {
    const { workspace, account } = c.get('visit');
    const admission = admit(workspace, c.req.param('deployment'), account);
    const consent = 'reason' in admission ? admission.consent : undefined;
    if (!consent) return notFound(c);
    c.header('content-security-policy', "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'");
    return c.html(page(c.get('visit'), { title: 'Sign in', main: asked(consent, account, localPath(c.req.query('next'))) }));
  })
  .post(ADDRESS, async (c) => {
    const { workspace, account } = c.get('visit');
    const fields = await c.req.formData();
    if (fields.get('answer') !== 'allow') return c.redirect('/home', 303);
    if (!giveConsent(workspace, c.req.param('deployment'), account)) return notFound(c);
    return c.redirect(localPath(String(fields.get('next') ?? '')) || '/home', 303);
  });

function asked({ title, owner, scopes }: Consent, account: string, next: string): Markup {
  return html`<h1>${title} wants access to your Google Account</h1>
<p>${account}</p>
<p>This will allow ${title} to use, as you:</p>
<ul>${scopes.map((scope) => html`<li>${scope === '*' ? 'Everything its code uses' : html`<code>${scope}</code>`}</li>`)}</ul>
<p class="quiet">Made by ${owner}.</p>
<form method="post" class="row"><input type="hidden" name="next" value="${next}">
<button name="answer" value="cancel">Cancel</button> <button name="answer" value="allow">Allow</button></form>`;
}

/** What stands at the app's own address until the visitor has agreed. It may be framed; the page it leads to opens in a window of its own. */
export function authorizationNeeded(c: Context<SiteEnv>, deploymentId: string, { title }: Consent): Markup {
  const next = encodeURIComponent(c.get('visit').path);
  return html`<h1>Authorisation needed</h1>
<p>${title} needs your permission to access your data on Google.</p>
<p><a class="button" href="/macros/authorize/${deploymentId}?next=${next}" target="_blank" rel="noopener">Review permissions</a></p>`;
}
