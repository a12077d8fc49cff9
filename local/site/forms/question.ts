import { html } from 'hono/html';
import type { FormItemData } from '../../workspace/data.ts';
import { fieldOf, OTHER, otherFieldOf } from '../../workspace/forms/fields.ts';
import { isQuestion } from '../../workspace/forms/sections.ts';
import type { Markup } from '../shell.ts';
import { dateParts, duration, moment } from './date-fields.ts';
import { written } from './document.ts';

/** A question's place on the page: what has been typed into its fields so far and what was wrong with it. */
export interface Field {
  item: FormItemData;
  fields: URLSearchParams;
  error: string | undefined;
  /** Attributes that tie a control to its help and its error. */
  described: Markup;
}

/** Id of the control that the error summary leads to. */
export function idOf(item: FormItemData): string {
  return `q${item.id}`;
}

/** One item of a page: a question with its help, error and controls, or a heading, picture or video. */
export function itemMarkup(item: FormItemData, fields: URLSearchParams, error: string | undefined): Markup {
  if (!isQuestion(item)) return layout(item);
  const id = idOf(item);
  const ids = [item.helpText ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  const described = html`${ids ? html` aria-describedby="${ids}"` : ''}${error ? html` aria-invalid="true"` : ''}`;
  const field: Field = { item, fields, error, described };
  const title = html`${item.title || 'Question'}${item.required ? html` <span class="needed" aria-hidden="true">*</span><span class="hidden"> (required)</span>` : ''}`;
  const notes = html`${item.helpText ? html`<p class="text quiet" id="${id}-help">${written(item.helpText)}</p>` : ''}
${error ? html`<p class="error" id="${id}-error"><span class="hidden">Error: </span>${error}</p>` : ''}`;
  const single = singleControl(field);
  return html`<div class="card${error ? ' wrong' : ''}">${
    single
      ? html`<label class="label" for="${id}">${title}</label>${notes}${single}`
      : html`<fieldset${described}><legend>${title}</legend>${notes}${group(field)}</fieldset>`
  }</div>`;
}

/** The control of a question that has just one, or null. */
function singleControl({ item, fields, described }: Field): Markup | null {
  const name = fieldOf(item);
  const value = fields.get(name) ?? '';
  const common = html`id="${idOf(item)}" name="${name}"${item.required ? html` aria-required="true"` : ''}${described}`;
  switch (item.type) {
    case 'TEXT':
      return html`<input type="text" ${common} inputmode="${keyboard(item)}" value="${value}">`;
    case 'PARAGRAPH_TEXT':
      // A line break right after the tag is dropped by browsers: this one is, so that the person's own is not.
      return html`<textarea ${common} rows="5">${'\n'}${value}</textarea>`;
    case 'LIST':
      return html`<select ${common}><option value="">Choose</option>${options(item).map(
        (choice) => html`<option value="${choice}"${choice === value ? html` selected` : ''}>${choice}</option>`,
      )}</select>`;
    case 'TIME':
      return html`<input type="time" ${common} value="${value}">`;
    case 'DATE':
    case 'DATETIME':
      return item.includesYear === false ? null : moment(item, value, common);
    default:
      return null;
  }
}

function keyboard(item: FormItemData): string {
  const kind = item.validation?.kind ?? '';
  if (kind === 'requireTextIsEmail') return 'email';
  if (kind === 'requireTextIsUrl') return 'url';
  return kind.includes('Number') ? 'decimal' : 'text';
}

function options(item: FormItemData): string[] {
  return (item.choices ?? []).map((choice) => choice.value).filter((value) => value !== '');
}

function group(field: Field): Markup {
  const { item, fields } = field;
  switch (item.type) {
    case 'MULTIPLE_CHOICE':
      return choiceList(field, 'radio');
    case 'CHECKBOX':
      return choiceList(field, 'checkbox');
    case 'SCALE':
    case 'RATING':
      return scale(field);
    case 'GRID':
    case 'CHECKBOX_GRID':
      return html`${(item.rows ?? []).map(
        (row, index) =>
          html`<fieldset><legend>${row}</legend><div class="row">${(item.columns ?? []).map((column, place) =>
            option({
              id: index + place === 0 ? idOf(item) : `${idOf(item)}-${index}-${place}`,
              type: item.type === 'GRID' ? 'radio' : 'checkbox',
              name: fieldOf(item, index),
              value: column,
              checked: fields.getAll(fieldOf(item, index)).includes(column),
            }),
          )}</div></fieldset>`,
      )}`;
    case 'DURATION':
      return duration(item, fields, idOf(item));
    case 'DATE':
    case 'DATETIME':
      return dateParts(item, fields, idOf(item));
    default:
      return html`<p id="${idOf(item)}">Files cannot be sent with a form in the local school.</p>`;
  }
}

interface Option {
  id: string;
  type: 'radio' | 'checkbox';
  name: string;
  value: string;
  checked: boolean;
  label?: string;
}

function option({ id, type, name, value, checked, label = value }: Option): Markup {
  return html`<div class="option"><input type="${type}" id="${id}" name="${name}" value="${value}"${checked ? html` checked` : ''}><label for="${id}">${label}</label></div>`;
}

function choiceList({ item, fields }: Field, type: 'radio' | 'checkbox'): Markup {
  const name = fieldOf(item);
  const chosen = fields.getAll(name);
  const idAt = (index: number) => (index === 0 ? idOf(item) : `${idOf(item)}-${index}`);
  const values = options(item);
  const list = values.map((value, index) => option({ id: idAt(index), type, name, value, checked: chosen.includes(value) }));
  if (!item.hasOther) return html`${list}`;
  const id = idAt(values.length);
  return html`${list}<div class="option"><input type="${type}" id="${id}" name="${name}" value="${OTHER}"${
    chosen.includes(OTHER) ? html` checked` : ''
  }><label for="${id}">Other</label></div>
<label class="hidden" for="${id}-text">Other: ${item.title || 'your own answer'}</label>
<input type="text" id="${id}-text" name="${otherFieldOf(item)}" value="${fields.get(otherFieldOf(item)) ?? ''}">`;
}

const ICONS: Record<string, string> = { STAR: '★', HEART: '♥', THUMB_UP: '👍' };

function scale({ item, fields }: Field): Markup {
  const from = item.lowerBound ?? 1;
  const values = Array.from({ length: (item.upperBound ?? 5) - from + 1 }, (_, index) => String(from + index));
  const icon = ICONS[item.ratingIcon ?? ''];
  const name = fieldOf(item);
  return html`<div class="row">${item.leftLabel ? html`<span>${item.leftLabel}</span>` : ''}${values.map((value, index) =>
    option({
      id: index === 0 ? idOf(item) : `${idOf(item)}-${index}`,
      type: 'radio',
      name,
      value,
      checked: fields.get(name) === value,
      label: icon ? `${value} ${icon}` : value,
    }),
  )}${item.rightLabel ? html`<span>${item.rightLabel}</span>` : ''}</div>`;
}

function layout(item: FormItemData): Markup {
  const title = item.title ? html`<h2>${item.title}</h2>` : '';
  const text = item.helpText ? html`<p class="text">${written(item.helpText)}</p>` : '';
  if (item.type === 'IMAGE') {
    const source = item.image ? `data:${item.image.mimeType};base64,${item.image.base64}` : '';
    const width = item.width ? html` width="${item.width}"` : '';
    return html`<div class="card">${title}${text}${source ? html`<img src="${source}" alt="${item.helpText || item.title}"${width}>` : ''}</div>`;
  }
  if (item.type === 'VIDEO') {
    return html`<div class="card">${title}${text}${item.videoUrl ? html`<p><a href="${item.videoUrl}" target="_blank" rel="noopener">Watch on YouTube</a></p>` : ''}</div>`;
  }
  return html`<div class="card">${title}${text}</div>`;
}
