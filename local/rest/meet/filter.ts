import { invalid } from './access.ts';

/** What a filter may ask about one thing: times in milliseconds, texts as they are; undefined is NULL. */
export type Filtered = Record<string, string | number | undefined>;

const CONDITION = /^([a-z_.]+)\s*(?:(=|<=|>=|<|>)\s*"([^"]*)"|(IS\s+NULL))$/;

/**
 * A list's `filter`: conditions with AND between them, as in the examples of conferenceRecords/list.md. Texts can be equal and
 * nothing else, `OR` and brackets are not among the examples and are refused.
 * @param fields what each thing that is listed has of the filterable fields
 * @throws ApiError 400 for what cannot be read and for fields the list does not have
 */
export function filterOf(filter: string | undefined, fields: readonly string[]): (thing: Filtered) => boolean {
  if (filter === undefined || filter.trim() === '') return () => true;
  const conditions = filter
    .trim()
    .split(/\s+AND\s+/)
    .map((text) => condition(text, fields));
  return (thing) => conditions.every((holds) => holds(thing));
}

function condition(text: string, fields: readonly string[]): (thing: Filtered) => boolean {
  const [, field = '', sign, wanted = '', isNull] = CONDITION.exec(text.trim()) ?? [];
  if (!fields.includes(field)) throw invalid(`Invalid filter: ${text}`);
  const ofTime = field.endsWith('_time');
  if (isNull !== undefined) {
    if (!ofTime) throw invalid(`Invalid filter: ${text}`);
    return (thing) => thing[field] === undefined;
  }
  if (!ofTime) {
    if (sign !== '=') throw invalid(`Invalid filter: ${text}`);
    return (thing) => thing[field] === (field === 'space.meeting_code' ? wanted.toLowerCase() : wanted);
  }
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(wanted) ? Date.parse(wanted) : Number.NaN;
  if (Number.isNaN(time)) throw invalid(`Invalid filter: ${text}`);
  return (thing) => compare(thing[field], sign, time);
}

function compare(value: string | number | undefined, sign: string | undefined, time: number): boolean {
  if (typeof value !== 'number') return false;
  if (sign === '=') return value === time;
  if (sign === '<') return value < time;
  if (sign === '<=') return value <= time;
  return sign === '>' ? value > time : value >= time;
}
