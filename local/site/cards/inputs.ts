import { html } from 'hono/html';
import type { Markup } from '../shell.ts';
import type { Json } from './click.ts';

/** What was filled in before, by field name, and which fields an action missed. */
export interface Filled {
  values?: Readonly<Record<string, readonly string[]>>;
  missing?: readonly string[];
}

interface Item {
  text: string;
  value: string;
  selected?: boolean;
}

/** Name of a card's field in the form that is posted. */
export const fieldOf = (name: unknown): string => `in.${String(name)}`;

function labelled(input: Json, filled: Filled, control: Markup): Markup {
  const name = String(input['name']);
  const wrong = filled.missing?.includes(name) ?? false;
  return html`<label class="field${wrong ? ' wrong' : ''}"><span>${input['label'] ?? ''}</span>${control}${
    input['hintText'] ? html`<small class="quiet">${input['hintText']}</small>` : ''
  }${wrong ? html`<small class="bad">Needed</small>` : ''}</label>${changed(input)}`;
}

/** A hidden button that an input presses when it changes. */
function changed(input: Json): Markup {
  const action = input['onChangeAction'] as Json | undefined;
  if (!action) return html``;
  return html`<button class="card-change" name="press" data-change="${fieldOf(input['name'])}" value="${JSON.stringify({ kind: 'change', ...action })}" formnovalidate tabindex="-1">Update</button>`;
}

export function textInput(input: Json, filled: Filled): Markup {
  const name = fieldOf(input['name']);
  const value = filled.values?.[String(input['name'])]?.[0] ?? String(input['value'] ?? '');
  const { characterLimit, inputType } = (input['validation'] ?? {}) as { characterLimit?: number; inputType?: string };
  const most = characterLimit ? html` maxlength="${characterLimit}"` : '';
  if (input['type'] === 'MULTIPLE_LINE') return labelled(input, filled, html`<textarea name="${name}" rows="3"${most}>${value}</textarea>`);
  const items = ((input['initialSuggestions'] as { items?: { text: string }[] } | undefined)?.items ?? []).map(({ text }) => html`<option value="${text}">`);
  const list = `${name}-list`;
  const kind = { INTEGER: 'numeric', FLOAT: 'decimal', EMAIL: 'email' }[inputType ?? ''] ?? 'text';
  return html`${labelled(
    input,
    filled,
    html`<input name="${name}" value="${value}" inputmode="${kind}"${most}${items.length > 0 ? html` list="${list}"` : ''}>`,
  )}${items.length > 0 ? html`<datalist id="${list}">${items}</datalist>` : ''}`;
}

export function selectionInput(input: Json, filled: Filled): Markup {
  const name = fieldOf(input['name']);
  const items = (input['items'] ?? []) as Item[];
  const before = filled.values?.[String(input['name'])];
  const isOn = (item: Item) => (before ? before.includes(item.value) : item.selected === true);
  const type = input['type'];
  if (type === 'DROPDOWN' || type === 'MULTI_SELECT') {
    const options = items.map((item) => html`<option value="${item.value}"${isOn(item) ? html` selected` : ''}>${item.text}</option>`);
    return labelled(input, filled, html`<select name="${name}"${type === 'MULTI_SELECT' ? html` multiple` : ''}>${options}</select>`);
  }
  const kind = type === 'RADIO_BUTTON' ? 'radio' : 'checkbox';
  return html`<fieldset><legend>${input['label'] ?? ''}</legend>${items.map(
    (item) => html`<label><input type="${kind}" name="${name}" value="${item.value}"${isOn(item) ? html` checked` : ''}> ${item.text}</label>`,
  )}</fieldset>${changed(input)}`;
}

export function switchControl(control: Json, label: string, filled: Filled): Markup {
  const value = String(control['value']);
  const before = filled.values?.[String(control['name'])];
  const on = before ? before.includes(value) : control['selected'] === true;
  return html`<input type="checkbox"${control['controlType'] === 'CHECK_BOX' ? '' : html` role="switch"`} aria-label="${label}" name="${fieldOf(control['name'])}" value="${value}"${
    on ? html` checked` : ''
  }>${changed(control)}`;
}

/** A picker's moment is in UTC for days, and shifted by the picker's own offset for days with a time. */
export function dateTimePicker(input: Json, filled: Filled): Markup {
  const type = { DATE_ONLY: 'date', TIME_ONLY: 'time', DATE_AND_TIME: 'datetime-local' }[String(input['type'])] ?? 'date';
  const set =
    input['valueMsEpoch'] === undefined ? '' : new Date(Number(input['valueMsEpoch']) + Number(input['timezoneOffsetDate'] ?? 0) * 60_000).toISOString();
  const preset = { date: set.slice(0, 10), time: set.slice(11, 16), 'datetime-local': set.slice(0, 16) }[type];
  return labelled(
    input,
    filled,
    html`<input type="${type}" name="${fieldOf(input['name'])}" value="${filled.values?.[String(input['name'])]?.[0] ?? preset ?? ''}">`,
  );
}
