import { html } from 'hono/html';
import type { Markup } from '../shell.ts';
import { clickable, type Json, type OnClick } from './click.ts';
import { type Filled, fieldOf } from './inputs.ts';
import { cardText } from './text.ts';
import { button, picture, widget } from './widgets.ts';

/** Where a card's form goes and what else it carries: the buttons in it are called `press`, its inputs `in.<field name>`. */
export interface CardForm {
  address: string;
  hidden: Readonly<Record<string, string>>;
  filled?: Filled;
}

/** A card drawn from its JSON (docs/workspace/add-ons/reference/rpc/google.apps.card.v1.md). */
export function renderCard(card: Json, { address, hidden, filled = {} }: CardForm): Markup {
  const { header, sections, cardActions, fixedFooter } = card as {
    header?: Json;
    sections?: Json[];
    cardActions?: Json[];
    fixedFooter?: Record<string, Json | undefined>;
  };
  const footer = fixedFooter && [fixedFooter['secondaryButton'], fixedFooter['primaryButton']].filter((each): each is Json => each !== undefined);
  // Enter in a field presses the first button of a form: a disabled one, so that it presses none, as in Google's cards.
  return html`<form class="card" method="post" action="${address}"><button disabled hidden></button>
${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${header ? html`<header>${picture(header['imageUrl'], header['imageAltText'])}<div><h3>${cardText(header['title'])}</h3>${header['subtitle'] ? html`<p>${cardText(header['subtitle'])}</p>` : ''}</div></header>` : ''}
${(cardActions ?? []).map((action) => html`<div class="card-buttons card-section">${clickable(html`${action['actionLabel']}`, action['onClick'] as OnClick, { as: 'button' })}</div>`)}
${(sections ?? []).map((each) => section(each, filled))}
${footer ? html`<footer>${footer.map(button)}</footer>` : ''}
</form>`;
}

/** A collapsible section shows its first widgets always, the others when opened. */
function section({ header, widgets, collapsible, uncollapsibleWidgetsCount = 0 }: Json, filled: Filled): Markup {
  const all = (widgets ?? []) as Json[];
  const always = collapsible ? all.slice(0, Number(uncollapsibleWidgetsCount)) : all;
  const folded = all.slice(always.length);
  return html`<div class="card-section">${header ? html`<h4>${cardText(header)}</h4>` : ''}${always.map((each) => widget(each, filled))}${
    folded.length > 0 ? html`<details><summary>Show more</summary>${folded.map((each) => widget(each, filled))}</details>` : ''
  }</div>`;
}

/** What a person filled into a card's form, by field name. */
export function filledIn(fields: URLSearchParams): Record<string, string[]> {
  const start = fieldOf('');
  const names = [...new Set(fields.keys())].filter((name) => name.startsWith(start));
  return Object.fromEntries(names.map((name) => [name.slice(start.length), fields.getAll(name)]));
}

/** Inputs with an `onChangeAction` press its hidden button. */
export const CARD_SCRIPT = html`<script>
document.addEventListener('change', (event) => {
  const form = event.target.closest('form.card');
  const button = form && [...form.querySelectorAll('[data-change]')].find((each) => each.dataset.change === event.target.name);
  if (button) form.requestSubmit(button);
});
</script>`;
