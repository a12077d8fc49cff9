import { type CaseRow, caseProjection } from '../../src/incidents/case.ts';
import { type Beat, escalations } from '../../src/incidents/clock/escalate.ts';
import { reminders } from '../../src/incidents/clock/reminders.ts';
import type { NewEvent } from '../../src/records/journal.ts';
import type { OutgoingMail } from '../../src/records/outbox.ts';
import { type School, schoolFrom } from '../../src/school/school.ts';

export const at = (name: string) => `${name}@q.example`;

/** A small school: the DSL has two deputies, and complaints about misuse have a first contact of their own. */
export const SCHOOL: School = schoolFrom({
  ...{ name: 'Quillhaven', domain: 'q.example', roleAccount: at('office'), dslTelephone: '01632 960 123' },
  ...{ address: 'https://script.google.com/macros/s/A/exec', approvers: [at('it')], technicians: [] },
  ...{ head: at('head'), dsl: at('dsl'), deputies: [at('first'), at('second')], chair: at('chair') },
  ...{ coordinator: at('coordinator'), dataLead: at('data') },
  closures: [{ from: '2026-10-26', to: '2026-10-30', name: 'Half term' }],
});
export const ADULTS = ['dsl', 'first', 'second', 'head', 'chair', 'coordinator', 'data'].map(at);

export interface Sent {
  when: string;
  to: string;
  mail: OutgoingMail;
}

/** Rows after events, as the records would have them. */
export function after(rows: readonly CaseRow[], events: readonly NewEvent[], when: string): CaseRow[] {
  return rows.map((row) =>
    events
      .filter(({ subject }) => subject === row.reference)
      .reduce<CaseRow>((now, event) => caseProjection.apply(now, { ...event, sequence: 0, at: when, actor: 'heartbeat' }, row.reference) ?? now, row),
  );
}

/** What the clock sends at each of these moments, one beat each, and what the rows are in the end. */
export function through(
  rows: readonly CaseRow[],
  moments: readonly string[],
  beat: (rows: readonly CaseRow[], now: string) => Beat,
): { sent: Sent[]; rows: CaseRow[] } {
  let now = [...rows];
  const sent: Sent[] = [];
  for (const when of moments) {
    const { events, mails } = beat(now, when);
    sent.push(...mails.flatMap((mail) => mail.to.map((to) => ({ when, to, mail }))));
    now = after(now, events, when);
  }
  return { sent, rows: now };
}

export const reminding = (rows: readonly CaseRow[], now: string) => reminders(rows, SCHOOL, now);
export const escalating = (rows: readonly CaseRow[], now: string) => escalations(rows, SCHOOL, { urgentMinutes: 30 }, now);

/** Moments from one to another, so many minutes apart. */
export function every(minutes: number, from: string, to: string): string[] {
  const moments: string[] = [];
  for (let time = Date.parse(from); time <= Date.parse(to); time += minutes * 60_000) moments.push(new Date(time).toISOString());
  return moments;
}
