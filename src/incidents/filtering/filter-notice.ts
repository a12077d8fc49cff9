import type { OutgoingMail } from '../../records/outbox.ts';
import type { School } from '../../school/school.ts';

const SUBJECTS = {
  failure: 'Handrail: the filter has let something through',
  asked: 'Handrail: a change of the filter waits for approval',
  approved: 'Handrail: a change of the filter is to be carried out',
  decided: 'Handrail: your request about the filter has been decided',
  ended: 'Handrail: a block of the filter is to be put back',
} as const;

/** Says that there is something to see to: the address stays on the page. What the filter has let through may wait for nobody. */
export function filterNotice(what: keyof typeof SUBJECTS, to: readonly string[], school: Pick<School, 'address' | 'dslTelephone'>): OutgoingMail {
  const body = ['You will find it here, signed in with your school account:', '', `${school.address}?page=filtering`];
  return { to: [...to], subject: SUBJECTS[what], body: body.join('\n'), ...(what === 'failure' ? {} : { mayWait: true }) };
}
