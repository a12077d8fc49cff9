import { type CaseRow, caseProjection } from '../../src/incidents/case.ts';
import type { Account, Involvement, Role } from '../../src/incidents/concern.ts';
import type { CaseEvents } from '../../src/incidents/events.ts';
import type { Json } from '../../src/records/canonical.ts';

/** What a reporter says besides the story, where a test does not care. */
export const ACCOUNT: Omit<Account, 'story'> = {
  ...{ happened: '', where: '', device: '', url: '', typeHint: '', danger: false, done: '', toldDslInPerson: true },
  about: 'pupil',
};

/** Somebody in a concern; a pupil of year 3 unless said. */
export function involved(role: Role, email: string, change: Partial<Involvement> = {}): Involvement {
  return { email, name: email.split('@')[0] ?? '', className: '', role, kind: 'pupil', year: 3, sex: '', initials: 'A.B.', ...change };
}

/** What is recorded when a concern is raised. */
export function raised(change: Partial<CaseEvents['concern raised']> = {}): CaseEvents['concern raised'] {
  return {
    ...ACCOUNT,
    story: 'Something happened.',
    lane: 'dsl',
    people: [],
    reporter: { email: 'teacher@q.example', name: 'A Teacher', isPupil: false },
    files: [],
    ...change,
  };
}

/** A case as it stands when it was raised at nine on Monday 7 September 2026 in London, and then changed. */
export function aCaseRow(change: Partial<CaseRow> = {}, account: Partial<CaseEvents['concern raised']> = {}): CaseRow {
  const event = { sequence: 1, at: '2026-09-07T08:00:00.000Z', actor: 'teacher@q.example', action: 'concern raised', subject: 'C-AAAAAA' };
  const row = caseProjection.apply(undefined, { ...event, payload: raised(account) as Json }, event.subject);
  if (!row) throw new Error('no row was made');
  const { received = row.received } = change;
  return { ...row, unseenSince: received, ...change };
}
