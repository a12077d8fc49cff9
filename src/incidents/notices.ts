import type { OutgoingMail } from '../records/outbox.ts';
import type { School } from '../school/school.ts';
import type { CaseRow } from './case.ts';
import { isUrgent } from './clock/urgent.ts';

/** Where a case's page is. The reference in the address says nothing about anybody. */
export function caseAddress(reference: string, school: Pick<School, 'address'>): string {
  return `${school.address}?page=case&reference=${encodeURIComponent(reference)}`;
}

/** Whom to ask: never the DSL about what does not go to them, because it may be about them (B5). */
export function ifItDoesNotOpen(readers: readonly string[], { dsl, dslTelephone }: School): string {
  const whom = readers.includes(dsl)
    ? `telephone the designated safeguarding lead on ${dslTelephone}`
    : 'ask the technician who looks after Handrail, and nobody else: say that a page does not open, and no more';
  return `If the page does not open, ${whom}. If a child is in immediate danger, call 999.`;
}

/** Says that there is something to open and nothing else: alert mails that carried names or stories have leaked before. */
export function newConcernNotice(row: Pick<CaseRow, 'reference' | 'facts' | 'severity' | 'types'>, readers: readonly string[], school: School): OutgoingMail {
  const urgent = isUrgent(row);
  return {
    to: [...readers],
    subject: urgent ? 'Handrail: an urgent concern is waiting for you' : 'Handrail: a new concern is waiting for you',
    body: [
      `${row.facts.mail?.route === 'rule' ? 'There is a new concern' : 'Somebody has raised a concern'}${urgent ? ' that should not wait' : ''}. Open it here, signed in with your school account and no other:`,
      '',
      caseAddress(row.reference, school),
      '',
      ifItDoesNotOpen(readers, school),
    ].join('\n'),
  };
}

/** Tells those who work a case that a reviewer wants to know something (B15). */
export function questionNotice(reference: string, readers: readonly string[], school: School): OutgoingMail {
  return {
    to: [...readers],
    subject: 'Handrail: a reviewer has a question',
    body: ['Whoever reviews the log wants to know something about a case. Answer it here:', '', caseAddress(reference, school)].join('\n'),
    mayWait: true,
  };
}

/** Tells those who review the log that it is due (B15). */
export function reviewNotice(reviewers: readonly string[], school: School): OutgoingMail {
  return {
    to: [...reviewers],
    subject: 'Handrail: the review of the log is due',
    body: ['What was recorded since the last review waits for your look and your signature:', '', `${school.address}?page=review`].join('\n'),
    mayWait: true,
  };
}

/** Tells somebody that they stand as the second senior name of a case that was closed (B13). They need not be one who may open it. */
export function secondNameNotice(reference: string, second: string, by: string, school: School): OutgoingMail {
  return {
    to: [second],
    subject: 'Handrail: you stand as the second senior name',
    body: [
      `${by} has closed case ${reference} with your name as the second senior person. If you agreed to that, there is nothing to do.`,
      '',
      `If you did not, tell the designated safeguarding lead on ${school.dslTelephone}, the headteacher or the chair of governors, and name the reference.`,
    ].join('\n'),
  };
}
