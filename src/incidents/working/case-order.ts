import { fullName, type RollEntry, searchRoll } from '../../school/roll.ts';
import type { CaseRow } from '../case.ts';
import { isUrgent } from '../clock/urgent.ts';
import type { IncidentSettings } from '../settings.ts';
import type { CaseFilter } from './see-cases.ts';

/** Whether something that is still open should have been done by now. */
export function isOverdue({ nextDue }: Pick<CaseRow, 'nextDue'>, now: string): boolean {
  return nextDue !== null && nextDue < now;
}

/** What is overdue first, then by severity, then the oldest. What nobody has looked at yet may be worse than what is known not to be. */
export function inUrgency(now: string): (a: CaseRow, b: CaseRow) => number {
  const weigh = (row: CaseRow) =>
    `${row.state === 'closed' ? 1 : 0}${isOverdue(row, now) ? 0 : 1}${isUrgent(row) ? 0 : ['', 'medium', 'low'].indexOf(row.severity) + 1}${row.received}${row.reference}`;
  return (a, b) => (weigh(a) < weigh(b) ? -1 : 1);
}

/** The cases of a list that fit what is asked for. */
export function findIn(rows: readonly CaseRow[], filter: CaseFilter, roll: readonly RollEntry[], now: string): CaseRow[] {
  const { state = '', severity = '', owner = '', type = '', overdue = false } = filter;
  const isFound = searchFor((filter.text ?? '').trim(), roll);
  return rows.filter(
    (row) =>
      (state === '' ? row.state !== 'closed' : row.state === state) &&
      (severity === '' || row.severity === (severity === 'not set' ? '' : severity)) &&
      (owner === '' || row.owner === (owner === 'nobody' ? '' : owner)) &&
      (type === '' || row.types.includes(type)) &&
      (!overdue || isOverdue(row, now)) &&
      isFound(row),
  );
}

/** By reference, or by whom a case names: it is searched among cases that may be read, so nobody learns of another. */
function searchFor(text: string, roll: readonly RollEntry[]): (row: CaseRow) => boolean {
  if (text === '') return () => true;
  const emails = new Set(searchRoll(roll, text, Number.POSITIVE_INFINITY).map(({ email }) => email));
  const upper = text.toUpperCase();
  return (row) => row.reference.includes(upper) || row.people.toUpperCase().includes(upper) || row.facts.people.some(({ email }) => emails.has(email));
}

/** People as lists show them. Names come from the list of people as it is now; whoever is not on it stands with initials. */
export function peopleWords(row: CaseRow, setting: IncidentSettings['peopleOnDesk'], roll: readonly RollEntry[]): string {
  if (setting === 'none') return '';
  if (setting === 'initials') return row.people;
  const initials = row.people.split(', ');
  const words = row.facts.people.map(({ email }, index) => {
    const entry = email === '' ? undefined : roll.find((each) => each.email === email);
    return entry ? `${fullName(entry)} ${entry.className}`.trim() : (initials[index] ?? '');
  });
  return words.join(', ');
}
