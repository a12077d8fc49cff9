import type { FormData, FormItemData } from '../data.ts';
import { isEmpty } from './answers.ts';
import { type Answer, type Answers, isQuestion } from './sections.ts';

/** What a choice's field says when the person means their own words, which then stand in `FIELD.other_option_response`. */
export const OTHER = '__other_option__';
/** Field of the typed address, where a form asks for one. */
export const EMAIL_FIELD = 'emailAddress';

/**
 * The name of a question's field in prefilled links and in the page's form. As with Google, its number is not the item's id, and
 * each row of a grid has its own.
 */
export function fieldOf(item: FormItemData, row = 0): string {
  return `entry.${(Math.imul(item.id ^ 0x2545f491, 0x27d4eb2d) + row) & 0x7fffffff}`;
}

export function otherFieldOf(item: FormItemData): string {
  return `${fieldOf(item)}.other_option_response`;
}

/** Every name that a question's fields can have on a page. */
export function fieldsOf(item: FormItemData): string[] {
  if (item.rows) return item.rows.map((_, row) => fieldOf(item, row));
  const name = fieldOf(item);
  return [name, otherFieldOf(item), ...['month', 'day', 'time', 'hour', 'minute', 'second'].map((part) => `${name}_${part}`)];
}

/**
 * Every answer found among the fields of a page or of a prefilled link, as it stands there: whole or not, right or wrong.
 * Words typed beside "Other" are meant, ticked or not, unless another of the only-one choices was chosen.
 */
export function readAnswers(form: FormData, fields: URLSearchParams): Answers {
  const answers: Answers = {};
  for (const item of form.items) {
    if (!isQuestion(item)) continue;
    const answer = readAnswer(item, fields);
    if (answer !== undefined && !isEmpty(answer)) answers[item.id] = answer;
  }
  return answers;
}

function readAnswer(item: FormItemData, fields: URLSearchParams): Answer | undefined {
  const name = fieldOf(item);
  switch (item.type) {
    case 'GRID':
      return (item.rows ?? []).map((_, row) => fields.get(fieldOf(item, row)) || null);
    case 'CHECKBOX_GRID':
      return (item.rows ?? []).map((_, row) => {
        const picked = fields.getAll(fieldOf(item, row)).filter((value) => value !== '');
        return picked.length > 0 ? picked : null;
      });
    case 'CHECKBOX': {
      const other = item.hasOther ? (fields.get(otherFieldOf(item)) ?? '') : '';
      return [...fields.getAll(name).filter((value) => value !== OTHER), other].filter((value) => value !== '');
    }
    case 'MULTIPLE_CHOICE': {
      const value = fields.get(name) ?? '';
      const other = fields.get(otherFieldOf(item)) ?? '';
      return value === OTHER || (value === '' && item.hasOther) ? other : value;
    }
    case 'DATE':
      return dateIn(item, fields, fields.get(name));
    case 'DATETIME': {
      const [date = '', time = ''] = (fields.get(name) ?? '').split(/[T ]/);
      return joined([dateIn(item, fields, date), fields.get(`${name}_time`) ?? time], ' ');
    }
    case 'DURATION':
      return (
        fields.get(name) ??
        joined(
          ['hour', 'minute', 'second'].map((part) => twoDigits(fields.get(`${name}_${part}`))),
          ':',
        )
      );
    default:
      // Browsers send CR LF whatever was typed.
      return fields.get(name)?.replace(/\r\n?/g, '\n');
  }
}

function dateIn(item: FormItemData, fields: URLSearchParams, whole: string | null): string {
  if (whole || item.includesYear !== false) return whole ?? '';
  return joined(
    ['month', 'day'].map((part) => twoDigits(fields.get(`${fieldOf(item)}_${part}`))),
    '-',
  );
}

/** The parts with `mark` between them; nothing when all are missing, so that half an answer is kept and none is none. */
function joined(parts: readonly string[], mark: string): string {
  return parts.some((part) => part !== '') ? parts.join(mark) : '';
}

function twoDigits(value: string | null): string {
  return value === null || value === '' ? '' : value.padStart(2, '0');
}

/** The fields that stand for these answers: the reverse of `readAnswers`. */
export function writeAnswers(form: FormData, answers: Answers): URLSearchParams {
  const fields = new URLSearchParams();
  for (const item of form.items) {
    const answer = answers[item.id];
    if (answer === undefined || isEmpty(answer)) continue;
    if (item.type === 'GRID' || item.type === 'CHECKBOX_GRID') {
      for (const [row, entry] of [...answer].entries()) {
        for (const value of entry === null ? [] : [entry].flat()) if (value !== '') fields.append(fieldOf(item, row), value);
      }
      continue;
    }
    for (const value of [answer].flat() as string[]) {
      const isOther = item.hasOther && !(item.choices ?? []).some((choice) => choice.value === value);
      fields.append(fieldOf(item), isOther ? OTHER : value);
      if (isOther) fields.append(otherFieldOf(item), value);
    }
  }
  return fields;
}
