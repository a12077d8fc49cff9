import type { FormItemData } from '../data.ts';
import type { Answer } from './sections.ts';
import { TEXT_RULES } from './text-rules.ts';

/**
 * How answers are kept, and what `ItemResponse.getResponse()` gives: text, `yyyy-MM-dd` (`MM-dd` without year),
 * `yyyy-MM-dd HH:mm`, `HH:mm`, `HH:mm:ss` for a duration, a number's digits for a scale; several choices as a list; a grid as one
 * entry a row, null where the row was left out.
 */
export const REQUIRED_MESSAGE = 'This is a required question';

export function isEmpty(answer: Answer | undefined): boolean {
  if (answer === undefined || answer === '') return true;
  return Array.isArray(answer) && answer.every((entry) => entry === null || entry === '' || (Array.isArray(entry) && entry.length === 0));
}

/** Why this answer may not be given to this question, in words for the person; null when it may. */
export function problemWith(item: FormItemData, answer: Answer | undefined): string | null {
  if (isEmpty(answer) || answer === undefined) return item.required ? REQUIRED_MESSAGE : null;
  if (item.type === 'GRID' || item.type === 'CHECKBOX_GRID') return problemWithGrid(item, answer);
  if (item.type === 'CHECKBOX') return problemWithCheckboxes(item, answer);
  if (typeof answer !== 'string') return 'Give one answer only';
  switch (item.type) {
    case 'TEXT':
    case 'PARAGRAPH_TEXT':
      return problemWithText(item, answer);
    case 'MULTIPLE_CHOICE':
      return item.hasOther || isChoice(item, answer) ? null : 'Choose one of the options';
    case 'LIST':
      return isChoice(item, answer) ? null : 'Choose one of the options';
    case 'SCALE':
    case 'RATING':
      return isOnScale(item, answer) ? null : `Choose a number from ${item.lowerBound} to ${item.upperBound}`;
    case 'DATE':
      return isDate(item, answer) ? null : 'Give a whole and real date';
    case 'DATETIME': {
      const [date = '', time = ''] = answer.split(' ');
      return isDate(item, date) && isTime(time) ? null : 'Give a whole and real date and a time';
    }
    case 'TIME':
      return isTime(answer) ? null : 'Give a time from 00:00 to 23:59';
    case 'DURATION':
      return isDuration(answer) ? null : 'Give hours from 0 to 72, minutes and seconds from 0 to 59';
    default:
      return 'This question cannot be answered here';
  }
}

function isChoice(item: FormItemData, answer: string): boolean {
  return (item.choices ?? []).some((choice) => choice.value === answer);
}

function problemWithText(item: FormItemData, answer: string): string | null {
  const rule = item.validation && TEXT_RULES[item.validation.kind];
  if (!item.validation || !rule || rule.holds(answer, item.validation.values)) return null;
  return item.validation.helpText || rule.message(item.validation.values);
}

function problemWithCheckboxes(item: FormItemData, answer: Answer): string | null {
  if (!Array.isArray(answer) || !answer.every((entry) => typeof entry === 'string')) return 'Choose from the options';
  if (new Set(answer).size < answer.length) return 'Choose each option once';
  const others = answer.filter((entry) => typeof entry === 'string' && !isChoice(item, entry));
  if (others.length > (item.hasOther ? 1 : 0)) return 'Choose from the options';
  const { kind, values, helpText } = item.validation ?? { kind: '', values: [], helpText: null };
  const wanted = Number(values[0]);
  if (kind === 'requireSelectAtLeast' && answer.length < wanted) return helpText || `Choose at least ${wanted}`;
  if (kind === 'requireSelectAtMost' && answer.length > wanted) return helpText || `Choose at most ${wanted}`;
  if (kind === 'requireSelectExactly' && answer.length !== wanted) return helpText || `Choose exactly ${wanted}`;
  return null;
}

function problemWithGrid(item: FormItemData, answer: Answer): string | null {
  const rows = item.rows ?? [];
  const columns = item.columns ?? [];
  if (!Array.isArray(answer) || answer.length !== rows.length) return 'Answer row by row';
  const picked = answer.map((entry) => (entry === null || entry === '' ? [] : Array.isArray(entry) ? entry : [entry]));
  if (item.type === 'GRID' && answer.some(Array.isArray)) return 'Choose one column in a row';
  if (picked.some((row) => row.some((value) => !columns.includes(value)))) return 'Choose from the columns';
  if (item.required && picked.some((row) => row.length === 0)) return 'This question needs an answer in each row';
  if (item.validation?.kind === 'requireLimitOneResponsePerColumn') {
    const all = picked.flat();
    if (new Set(all).size < all.length) return item.validation.helpText || 'Choose each column only once';
  }
  return null;
}

function isOnScale(item: FormItemData, answer: string): boolean {
  const value = Number(answer);
  return /^\d+$/.test(answer) && value >= (item.lowerBound ?? 1) && value <= (item.upperBound ?? 5);
}

function isDate(item: FormItemData, answer: string): boolean {
  const whole = item.includesYear === false ? `2024-${answer}` : answer;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(whole)) return false;
  const time = Date.parse(`${whole}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(whole);
}

function isTime(answer: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(answer);
}

function isDuration(answer: string): boolean {
  const [, hours] = /^(\d{1,2}):[0-5]\d:[0-5]\d$/.exec(answer) ?? [];
  return hours !== undefined && Number(hours) <= 72;
}
