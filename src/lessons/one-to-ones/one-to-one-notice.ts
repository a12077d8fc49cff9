import type { OutgoingMail } from '../../records/outbox.ts';
import type { School } from '../../school/school.ts';

const SUBJECTS = {
  asked: 'Handrail: a one-to-one lesson waits for approval',
  waiting: 'Handrail: one-to-one lessons still wait for approval',
  decided: 'Handrail: your request for a one-to-one lesson has been decided',
  ended: 'Handrail: an approval for a one-to-one lesson has ended',
} as const;

/** Says that there is something to see to: names, days and reasons stay on the page (D3). */
export function oneToOneNotice(what: keyof typeof SUBJECTS, to: readonly string[], { address }: Pick<School, 'address'>): OutgoingMail {
  const body = ['You will find it here, signed in with your school account:', '', `${address}?page=one-to-one`];
  return { to: [...to], subject: SUBJECTS[what], body: body.join('\n'), mayWait: true };
}
