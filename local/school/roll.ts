import type { SchoolRecordData } from '../workspace/data.ts';
import type { Workspace } from '../workspace/workspace.ts';

const HEADINGS = ['email', 'given name', 'family name', 'role', 'class', 'job title', 'parent of', 'year', 'line manager', 'leaves'] as const;

/**
 * The people of the school as its office would export them: CSV (RFC 4180, CRLF) with one line a person.
 * `role` is staff, supply, pupil, parent, governor, volunteer or visitor; `parent of` holds the children's addresses with `; ` between.
 * Role accounts are nobody, so they are not in it.
 */
export function roll(workspace: Workspace): string {
  const rows = workspace.people
    .all()
    .flatMap(({ email, givenName, familyName, record }) => (record ? [[email, givenName, familyName, ...cellsOf(record)]] : []));
  return [HEADINGS, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

function cellsOf({ role, className, jobTitle, parentOf, year = '', lineManager = '', leaves = '' }: SchoolRecordData): string[] {
  return [role, className, jobTitle, parentOf.join('; '), year, lineManager, leaves];
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
