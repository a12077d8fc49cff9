import { type IsoDate, ukDate } from '../../school/calendar.ts';
import { hasLeft, type RollEntry } from '../../school/roll.ts';
import type { School } from '../../school/school.ts';
import type { Message, TellingSchool } from '../asking/telling-mails.ts';
import type { AgreementEvents } from '../events.ts';
import type { PolicyRow } from './policies.ts';
import { reminderDue } from './policy-dates.ts';

/** The reminders that are due on a day, and who gets which policies in one message. */
export interface PolicyReminders {
  reminded: AgreementEvents['policies reminded']['policies'];
  /** By address. */
  readers: ReadonlyMap<string, readonly PolicyRow[]>;
}

/** Each policy's owner is reminded, or the headteacher where the owner is not there any more, and the governors' clerk (A14). */
export function policyReminders(
  policies: readonly PolicyRow[],
  today: IsoDate,
  { roll, school }: { roll: readonly RollEntry[]; school: Pick<School, 'head' | 'clerk'> },
): PolicyReminders {
  const here = new Set(roll.filter((entry) => !hasLeft(entry, today)).map(({ email }) => email));
  const reminded: PolicyReminders['reminded'] = [];
  const readers = new Map<string, PolicyRow[]>();
  for (const policy of policies) {
    if (policy.archived || policy.nextReview === null) continue;
    const reminder = reminderDue(policy.nextReview, policy.reminded, today);
    if (reminder === null) continue;
    reminded.push({ policyId: policy.id, reminder });
    const owner = here.has(policy.owner) ? policy.owner : school.head;
    for (const to of new Set([owner, ...(school.clerk === '' ? [] : [school.clerk])])) readers.set(to, [...(readers.get(to) ?? []), policy]);
  }
  return { reminded, readers };
}

/** Titles and days: policies are public, and the clerk may have no account to look with. */
export function policyMessage(to: string, policies: readonly PolicyRow[], today: IsoDate, { address, domain }: TellingSchool): Message {
  const inOrder = [...policies].sort((a, b) => ((a.nextReview ?? '') < (b.nextReview ?? '') ? -1 : 1));
  const hasAccount = to.endsWith(`@${domain}`);
  return {
    to,
    about: policies.length === 1 ? 'a policy is to be reviewed' : 'policies are to be reviewed',
    lines: [
      ...inOrder.map(({ title, nextReview }) => `- ${title}: ${whenSaid(nextReview ?? '', today)}`),
      '',
      'Once it is approved again, the school office or the governors’ clerk enters the day; then there are no more reminders.',
      ...(hasAccount ? [`The school’s policies and their dates, signed in as ${to}:`, `${address}?page=policies`] : ['Please tell the school office the day.']),
    ],
  };
}

function whenSaid(nextReview: IsoDate, today: IsoDate): string {
  if (nextReview === today) return 'today';
  return nextReview < today ? `late since ${ukDate(nextReview)}` : `by ${ukDate(nextReview)}`;
}
