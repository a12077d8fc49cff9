import { html } from 'hono/html';
import type { Context } from '../../apps-script/addon/event.ts';
import { addOnOf, type Host } from '../../apps-script/addon/manifest.ts';
import { type CardClick, type Opening, openAddOn, type Panel, pressCardAction } from '../../apps-script/addon.ts';
import { authorize } from '../../apps-script/authorization.ts';
import { manifestOf } from '../../apps-script/manifest.ts';
import type { ScriptData } from '../../workspace/data.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { localLink } from '../links.ts';
import type { Markup } from '../shell.ts';
import { filledIn, renderCard } from './card.ts';
import type { Json } from './click.ts';

export interface PanelRequest {
  visitor: string;
  context: Context;
  /** Where the panel's forms are posted: the page that shows it. */
  address: string;
  /** What was posted to that page, when it was. */
  fields?: URLSearchParams;
}

/** The side panel of every add-on that has something for the host, opened or, if one of its buttons was pressed, after that. */
export function addOnPanels(workspace: Workspace, request: PanelRequest): Markup {
  const scripts = addOnsFor(workspace, request.context.host);
  return html`${scripts.map((script) => addOnPanel(workspace, script, request))}`;
}

/** Whether any add-on has something for the host. */
export function hasAddOn(workspace: Workspace, host: Host): boolean {
  return addOnsFor(workspace, host).length > 0;
}

/** Scripts whose manifest names the host, as if each were installed for the domain. */
function addOnsFor(workspace: Workspace, host: Host): ScriptData[] {
  return Object.values(workspace.data.scripts).filter((script) => addOnOf(manifestOf(script.files))[host] !== undefined);
}

/** Whether what was posted to a page is for the panels on it. */
export function isForPanels(fields: URLSearchParams): boolean {
  return fields.has('addOn');
}

function addOnPanel(workspace: Workspace, script: ScriptData, { visitor, context, address, fields }: PanelRequest): Markup {
  const opening: Opening = { scriptId: script.id, visitor, context };
  const mine = fields?.get('addOn') === script.id ? fields : undefined;
  if (mine?.has('agree')) authorize(workspace, script.id, visitor);
  const filled = mine ? filledIn(mine) : {};
  const panel = mine?.has('stack') ? press(workspace, opening, mine, filled) : openAddOn(workspace, opening);
  if (panel.kind === 'nothing') return html``;
  const name = addOnOf(manifestOf(script.files)).common?.name ?? script.title;
  return html`<section class="panel" aria-label="${name}"><h2>${name}</h2>${inside(panel, { address, hidden: { addOn: script.id }, filled })}</section>`;
}

function press(workspace: Workspace, opening: Opening, fields: URLSearchParams, filled: Record<string, string[]>): Panel {
  const stack = JSON.parse(fields.get('stack') ?? '[]') as Json[];
  // Back is the client's own: the card below is shown as it was, and nothing runs.
  if (fields.has('back')) return { kind: 'cards', stack: stack.slice(0, -1) };
  const click = JSON.parse(fields.get('press') ?? '{}') as CardClick;
  return pressCardAction(workspace, opening, stack, click, filled);
}

function inside(
  panel: Exclude<Panel, { kind: 'nothing' }>,
  form: { address: string; hidden: Record<string, string>; filled: Record<string, string[]> },
): Markup {
  if (panel.kind === 'error') return html`<p class="bad" role="alert">There was a problem with this add-on: ${panel.message}</p>`;
  if (panel.kind === 'authorization') {
    return html`<p>This add-on needs your agreement before it can show anything. It asks for:</p>
<ul>${panel.scopes.map((scope) => html`<li><code>${scope}</code></li>`)}</ul>
<form method="post" action="${form.address}"><p><input type="hidden" name="addOn" value="${form.hidden['addOn'] ?? ''}"><button name="agree" value="yes">Allow</button></p></form>`;
  }
  const missing = panel.kind === 'incomplete' ? panel.missing : [];
  const card = panel.stack.at(-1) ?? {};
  const hidden = { ...form.hidden, stack: JSON.stringify(panel.stack) };
  return html`${said(panel)}${missing.length > 0 ? html`<p class="bad" role="alert">Fill in what is marked.</p>` : ''}
${
  panel.stack.length > 1
    ? html`<form method="post" action="${form.address}">${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<button class="panel-back" name="back" value="yes">← Back</button></form>`
    : ''
}
${renderCard(card, {
  address: form.address,
  hidden,
  filled: missing.length > 0 ? { values: form.filled, missing } : {},
})}`;
}

function said(panel: Panel): Markup {
  if (panel.kind !== 'cards') return html``;
  const link = panel.link?.['url'];
  return html`${panel.notification ? html`<p class="panel-toast" role="status">${panel.notification}</p>` : ''}${
    link ? html`<p role="status"><a class="button" href="${localLink(String(link))}" target="_blank" rel="noopener">Open the page</a></p>` : ''
  }${panel.draftId ? html`<p role="status">A draft is ready. <a class="button" href="/mail/compose?draft=${panel.draftId}">Open the draft</a></p>` : ''}`;
}
