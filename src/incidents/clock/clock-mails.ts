import type { OutgoingMail } from '../../records/outbox.ts';
import type { School } from '../../school/school.ts';
import { caseAddress, ifItDoesNotOpen } from '../notices.ts';

/** Mails of the clock. They say how many and where to look; no name, no type, no reference but in an address. */

/** Nobody has opened an urgent concern: the next person is asked to. */
export function escalatedNotice(reference: string, to: string, school: School): OutgoingMail {
  return {
    to: [to],
    subject: 'Handrail: an urgent concern has not been opened',
    body: [
      'Somebody has raised an urgent concern, and nobody who was told of it has opened it in time. Now you may. Open it here, signed in with your school account and no other:',
      '',
      caseAddress(reference, school),
      '',
      ifItDoesNotOpen([to], school),
    ].join('\n'),
  };
}

/** How many of what somebody is to see to. */
export interface Reminder {
  /** Tasks whose time is over. */
  overdue: number;
  /** Tasks that are due before the next morning. */
  due: number;
  /** Cases that nobody has opened. */
  unopened: number;
  /** Cases without an owner. */
  unowned: number;
}

export function reminderMail(to: string, { overdue, due, unopened, unowned }: Reminder, school: School): OutgoingMail {
  const lines = [
    [overdue, counted(overdue, 'thing is overdue', 'things are overdue')],
    [due, counted(due, 'thing is due by tomorrow morning', 'things are due by tomorrow morning')],
    [unopened, counted(unopened, 'case has not been opened by anybody', 'cases have not been opened by anybody')],
    [unowned, counted(unowned, 'case has no owner', 'cases have no owner')],
  ] as const;
  return {
    to: [to],
    subject: overdue > 0 ? 'Handrail: something is overdue' : 'Handrail: something is to be done',
    body: [
      'In the cases that you see to:',
      '',
      ...lines.filter(([count]) => count > 0).map(([, words]) => `- ${words}`),
      '',
      'Your list says which:',
      '',
      listAddress(school),
      '',
      'You get at most one such mail a day. It stops when the work is done, or recorded as not needed.',
    ].join('\n'),
  };
}

/** What happened in the cases somebody may read. */
export interface WeekCounts {
  raised: number;
  closed: number;
  open: number;
  overdue: number;
  high: number;
}

/** The weekly digest (rule 21). It may wait: nothing in it is new to its reader. */
export function digestMail(to: string, { raised, closed, open, overdue, high }: WeekCounts, school: School): OutgoingMail {
  return {
    to: [to],
    subject: 'Handrail: your week in numbers',
    body: [
      'Of the cases that you may read:',
      '',
      `- raised since the last digest: ${raised}`,
      `- closed since then: ${closed}`,
      `- open now: ${open}`,
      `- open with something overdue: ${overdue}`,
      `- open with high severity: ${high}`,
      '',
      listAddress(school),
    ].join('\n'),
    mayWait: true,
  };
}

function listAddress({ address }: Pick<School, 'address'>): string {
  return `${address}?page=cases`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
