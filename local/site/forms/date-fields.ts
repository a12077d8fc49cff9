import { html } from 'hono/html';
import type { FormItemData } from '../../workspace/data.ts';
import { fieldOf } from '../../workspace/forms/fields.ts';
import type { Markup } from '../shell.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A date with its year, with or without a time: the browser's own control. `common` are its id, name and descriptions. */
export function moment(item: FormItemData, value: string, common: Markup): Markup {
  if (item.type === 'DATE') return html`<input type="date" ${common} value="${value}">`;
  return html`<input type="datetime-local" ${common} value="${value.replace(' ', 'T')}">`;
}

/** Month and day without a year, and a time if one is asked for. */
export function dateParts(item: FormItemData, fields: URLSearchParams, id: string): Markup {
  const name = fieldOf(item);
  // An answer that came whole (a prefilled link, a response being changed) is taken apart.
  const [date = '', wholeTime = ''] = (fields.get(name) ?? '').split(/[T ]/);
  const [wholeMonth = '', wholeDay = ''] = date.split('-');
  const day = fields.get(`${name}_day`) ?? wholeDay;
  const month = fields.get(`${name}_month`) ?? wholeMonth;
  const days = Array.from({ length: 31 }, (_, index) => String(index + 1));
  return html`<div class="parts">
<label>Day <select class="short" id="${id}" name="${name}_day"><option value=""></option>${days.map((each) => choice(each.padStart(2, '0'), each, day))}</select></label>
<label>Month <select name="${name}_month"><option value=""></option>${MONTHS.map((each, index) => choice(String(index + 1).padStart(2, '0'), each, month))}</select></label>
${item.type === 'DATETIME' ? html`<label>Time <input type="time" name="${name}_time" value="${fields.get(`${name}_time`) ?? wholeTime}"></label>` : ''}</div>`;
}

function choice(value: string, label: string, chosen: string): Markup {
  return html`<option value="${value}"${value === chosen.padStart(2, '0') ? html` selected` : ''}>${label}</option>`;
}

export function duration(item: FormItemData, fields: URLSearchParams, id: string): Markup {
  const name = fieldOf(item);
  const whole = (fields.get(name) ?? '').split(':');
  return html`<div class="parts">${(['hour', 'minute', 'second'] as const).map(
    (part, index) =>
      html`<label>${`${part.charAt(0).toUpperCase()}${part.slice(1)}s`} <input type="text" inputmode="numeric" class="short" ${
        index === 0 ? html`id="${id}" ` : ''
      }name="${name}_${part}" value="${fields.get(`${name}_${part}`) ?? whole[index] ?? ''}"></label>`,
  )}</div>`;
}
