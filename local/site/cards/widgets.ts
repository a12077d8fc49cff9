import { html } from 'hono/html';
import type { Markup } from '../shell.ts';
import { clickable, type Json, type OnClick } from './click.ts';
import { dateTimePicker, type Filled, selectionInput, switchControl, textInput } from './inputs.ts';
import { cardText } from './text.ts';

/** Signs for Google's built-in icons; the rest get a dot. */
const SIGNS: Record<string, string> = {
  BOOKMARK: '🔖',
  CLOCK: '🕒',
  DESCRIPTION: '📄',
  EMAIL: '✉️',
  INVITE: '📅',
  MAP_PIN: '📍',
  MULTIPLE_PEOPLE: '👥',
  PERSON: '👤',
  PHONE: '📞',
  STAR: '⭐',
  TICKET: '🎫',
  VIDEO_CAMERA: '🎥',
  VIDEO_PLAY: '▶️',
};

/** Signs for the material icons that Handrail's cards use. */
const MATERIAL_SIGNS: Record<string, string> = { block: '⊘', check_circle: '✔', error: '✖', front_hand: '☛', help: '?' };

const DRAW: Record<string, (widget: never, filled: Filled) => Markup> = {
  textParagraph: ({ text }: { text: string }) => html`<p>${cardText(text)}</p>`,
  image,
  decoratedText,
  buttonList: ({ buttons }: { buttons: Json[] }) => html`<div class="card-buttons">${buttons.map(button)}</div>`,
  textInput,
  selectionInput,
  dateTimePicker,
  divider: () => html`<hr>`,
  grid,
  columns: ({ columnItems }: { columnItems: { widgets: Json[] }[] }, filled: Filled) =>
    html`<div class="card-columns">${columnItems.map((column) => html`<div>${column.widgets.map((each) => widget(each, filled))}</div>`)}</div>`,
  chipList: ({ chips }: { chips: Json[] }) => html`<div class="card-buttons">${chips.map((chip) => button({ ...chip, text: chip['label'] }))}</div>`,
};

/** One widget of a section, drawn. Hidden ones are not there. */
export function widget(json: Json, filled: Filled): Markup {
  if (json['visibility'] === 'HIDDEN') return html``;
  const kind = Object.keys(DRAW).find((each) => each in json);
  const draw = kind === undefined ? undefined : DRAW[kind];
  if (!kind || !draw) throw new Error(`A card's widget of an unknown kind: ${Object.keys(json).join(', ')}`);
  return html`<div class="card-widget">${draw(json[kind] as never, filled)}</div>`;
}

export function button(json: Json): Markup {
  const { text, icon, onClick, disabled, altText, color, type } = json as {
    text?: string;
    icon?: Json;
    onClick?: OnClick;
    disabled?: boolean;
    altText?: string;
    color?: Color;
    type?: string;
  };
  const filled = type === 'FILLED' ? ' primary' : '';
  const content = html`${icon ? iconImage(icon) : ''}${text ? html` <span${color ? html` style="color:${rgb(color)}"` : ''}>${text}</span>` : ''}`;
  return clickable(content, onClick, { as: `button${filled}`, disabled: disabled === true, ...(altText ? { label: altText } : {}) });
}

type Color = Record<'red' | 'green' | 'blue', number>;
function rgb({ red, green, blue }: Color): string {
  // Never lighter than can be read on white.
  const part = (value: number) => Math.round(Math.min(value, 0.5) * 255);
  return `rgb(${part(red)} ${part(green)} ${part(blue)})`;
}

function iconImage(icon: Json): Markup {
  const material = (icon['materialIcon'] as { name?: string } | undefined)?.name ?? '';
  const sign = SIGNS[String(icon['knownIcon'] ?? '')] ?? MATERIAL_SIGNS[material] ?? '•';
  const name = String(icon['altText'] ?? material);
  return html`<span class="card-icon"${name ? html` role="img" aria-label="${name}"` : html` aria-hidden="true"`}>${sign}</span>`;
}

/** Only pictures that came with the card are loaded; of others their description is shown, for nothing is fetched from another host. */
export function picture(url: unknown, altText: unknown): Markup {
  const address = String(url ?? '');
  if (address.startsWith('data:')) return html`<img class="card-image" src="${address}" alt="${altText ?? ''}">`;
  return altText ? html`<span class="card-noimage">${altText}</span>` : html``;
}

function image({ imageUrl, altText, onClick }: { imageUrl: string; altText?: string; onClick?: OnClick }): Markup {
  return clickable(picture(imageUrl, altText), onClick, { as: 'card-plain', ...(altText ? { label: altText } : {}) });
}

function decoratedText(json: Json, filled: Filled): Markup {
  const { startIcon, topLabel, text, bottomLabel, wrapText, onClick } = json as {
    startIcon?: Json;
    topLabel?: string;
    text: string;
    bottomLabel?: string;
    wrapText?: boolean;
    onClick?: OnClick;
  };
  const { button: control, switchControl: toggle, endIcon } = json as Record<string, Json | undefined>;
  const words = html`${topLabel ? html`<small>${cardText(topLabel)}</small>` : ''}<span class="${wrapText ? '' : 'card-oneline'}">${cardText(text)}</span>${
    bottomLabel ? html`<small>${cardText(bottomLabel)}</small>` : ''
  }`;
  const end = control ? button(control) : toggle ? switchControl(toggle, text.replace(/<[^>]*>/g, ''), filled) : endIcon ? iconImage(endIcon) : '';
  return html`<div class="card-decorated">${startIcon ? iconImage(startIcon) : html`<span></span>`}<div>${clickable(words, onClick, { as: 'card-plain' })}</div><div>${end}</div></div>`;
}

function grid(json: Json): Markup {
  const { title, items, columnCount = 1, onClick } = json as { title?: string; items: Json[]; columnCount?: number; onClick?: OnClick };
  // "In the right side panel, you can display 1-2 columns" (docs/apps-script/reference/card-service/grid.md).
  return html`${title ? html`<p>${title}</p>` : ''}<ul class="card-grid" style="grid-template-columns:repeat(${Math.min(columnCount, 2)},1fr)">${items.map(
    (item) => {
      const { image: shown, title: name, subtitle, id } = item as { image?: Json; title?: string; subtitle?: string; id?: string };
      const content = html`${shown ? picture(shown['imageUri'], shown['altText'] ?? name) : ''}<span>${name ?? ''}</span> <small class="quiet">${subtitle ?? ''}</small>`;
      return html`<li>${clickable(content, onClick, { as: 'card-plain', ...(id === undefined ? {} : { gridItem: id }) })}</li>`;
    },
  )}</ul>`;
}
