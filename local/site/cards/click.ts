import { html } from 'hono/html';
import type { CardClick } from '../../apps-script/addon.ts';
import { localLink } from '../links.ts';
import type { Markup } from '../shell.ts';

export type Json = Record<string, unknown>;
type Action = Omit<CardClick, 'kind' | 'gridItem'>;

export interface OnClick {
  action?: Action;
  openLink?: { url: string };
  openDynamicLinkAction?: Action;
  composeAction?: { action: Action };
  overflowMenu?: { items: { text: string; onClick: OnClick; disabled?: boolean }[] };
}

/** What the button called `press` sends for a click that runs a function, or undefined for a plain link. */
function pressOf(click: OnClick, gridItem?: string): string | undefined {
  const item = gridItem === undefined ? {} : { gridItem };
  if (click.action) return JSON.stringify({ kind: 'action', ...click.action, ...item });
  if (click.openDynamicLinkAction) return JSON.stringify({ kind: 'link', ...click.openDynamicLinkAction, ...item });
  if (click.composeAction) return JSON.stringify({ kind: 'compose', ...click.composeAction.action, ...item });
  return undefined;
}

/** Something to click: a link for `openLink`, a menu, or a button of the card's form; as it is when there is nothing to do. */
export function clickable(content: Markup, click: OnClick | undefined, look: { as: string; label?: string; disabled?: boolean; gridItem?: string }): Markup {
  if (!click) return content;
  const label = look.label ? html` aria-label="${look.label}"` : '';
  if (click.openLink) {
    return html`<a class="${look.as}" href="${localLink(click.openLink.url)}" target="_blank" rel="noopener"${label}>${content}</a>`;
  }
  if (click.overflowMenu) {
    return html`<details><summary class="${look.as}"${label}>${content}</summary>${click.overflowMenu.items.map((item) =>
      clickable(html`${item.text}`, item.onClick, { as: 'card-plain', disabled: item.disabled ?? false }),
    )}</details>`;
  }
  const press = pressOf(click, look.gridItem);
  return html`<button class="${look.as}" name="press" value="${press ?? ''}" formnovalidate${label}${look.disabled ? html` disabled` : ''}>${content}</button>`;
}
