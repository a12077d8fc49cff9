import type { OutgoingMail } from '../records/outbox.ts';
import type { School } from '../school/school.ts';

/** Where a case's page is. The reference in the address says nothing about anybody. */
export function caseAddress(reference: string, school: Pick<School, 'address'>): string {
  return `${school.address}?page=case&reference=${encodeURIComponent(reference)}`;
}

/** Says that there is something to open and nothing else: alert mails that carried names or stories have leaked before. */
export function newConcernNotice(reference: string, readers: readonly string[], school: School): OutgoingMail {
  return {
    to: [...readers],
    subject: 'Handrail: a new concern is waiting for you',
    body: [
      'Somebody has raised a concern. Open it here, signed in with your school account and no other:',
      '',
      caseAddress(reference, school),
      '',
      `If the page does not open, telephone the designated safeguarding lead on ${school.dslTelephone}. If a child is in immediate danger, call 999.`,
    ].join('\n'),
  };
}
