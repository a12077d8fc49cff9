import type { OutgoingMail } from '../records/outbox.ts';
import { ukDate } from '../school/calendar.ts';
import type { School } from '../school/school.ts';
import { SIGNING } from './audience.ts';
import type { FormRow } from './published.ts';
import type { Digest, Escalation, Item } from './telling.ts';

/** Where people are sent, and how the school is reached. */
export interface TellingPlace {
  school: Pick<School, 'name' | 'address' | 'domain'>;
  forms: readonly FormRow[];
  /** A parent's personal address of a form: it says who answers. */
  personalLink(form: FormRow, parent: string): string;
}

/**
 * The one mail to somebody about everything that waits for a signature (A15). It names nobody: neither a child nor a colleague; what is
 * to be signed is named, and where.
 */
export function digestMail({ to, items }: Digest, place: TellingPlace): OutgoingMail {
  const { school } = place;
  const isReminder = items.some(({ step }) => step !== null && step > 0) && !items.some(({ step }) => step === 0);
  const own = items.filter((item) => isOwn(item, to));
  const forChildren = items.filter((item) => !isOwn(item, to) && SIGNING[item.agreement.audience].told === 'parents');
  const ofClasses = items.filter((item) => !isOwn(item, to) && SIGNING[item.agreement.audience].told === 'class teacher');
  const dues = items.flatMap(({ row }) => (row.due === null ? [] : [row.due])).sort();
  return {
    to: [to],
    subject: isReminder ? `Reminder from ${school.name}: please sign` : `${school.name}: please sign`,
    body: [
      ...(own.length > 0 ? ownLines(own, to, place) : []),
      ...(forChildren.length > 0 ? parentLines(forChildren, to, place) : []),
      ...(ofClasses.length > 0 ? classLines(ofClasses, place) : []),
      ...(dues[0] === undefined ? [] : [`Please do it by ${ukDate(dues[0])}.`, '']),
      'If you have done it meanwhile, you need not do anything. Questions? Ask the school office.',
    ].join('\n'),
    mayWait: true,
  };
}

function isOwn({ row }: Item, to: string): boolean {
  return row.person === to;
}

function ownLines(items: readonly Item[], to: string, { school, forms }: TellingPlace): string[] {
  const titles = items.map(({ agreement }) => `- ${agreement.title}`);
  if (to.endsWith(`@${school.domain}`))
    return [`There is something for you to read and sign. Open this page, signed in as ${to}:`, school.address, '', ...titles, ''];
  // Somebody without an account of the school answers the form that is open to anyone.
  const links = items.flatMap(({ agreement }) => {
    const form = forms.find((each) => each.agreementId === agreement.id && each.inUse && each.kind === 'open');
    return [`- ${agreement.title}`, ...(form ? [`  ${form.address}`] : ['  Ask the school office for the form.'])];
  });
  return ['There is something for you to read and sign:', '', ...links, ''];
}

/** Once an agreement, however many children: the form asks for each of them, or says to come back. */
function parentLines(items: readonly Item[], to: string, { forms, personalLink, school }: TellingPlace): string[] {
  const links = [...new Map(items.map(({ agreement }) => [agreement.id, agreement])).values()].flatMap((agreement) => {
    const form = forms.find((each) => each.agreementId === agreement.id && each.inUse && (each.kind === 'family' || each.kind === 'promises'));
    const count = items.filter((item) => item.agreement.id === agreement.id).length;
    const often = form?.kind === 'promises' && count > 1 ? ` (once for each child: ${count} times)` : '';
    return [`- ${agreement.title}${often}`, ...(form ? [`  ${personalLink(form, to)}`] : ['  Ask the school office for the form.'])];
  });
  return [
    `${school.name} asks you, as a parent or carer, to read and answer this. You need no account:`,
    '',
    ...links,
    '',
    'The addresses are yours alone: please do not pass this mail on.',
    '',
  ];
}

function classLines(items: readonly Item[], { school }: TellingPlace): string[] {
  const classes = [...new Set(items.map(({ row }) => row.group))];
  return [
    'Pupils you teach have agreements to sign. Best done together, in a lesson: the page shows who has not, and how.',
    '',
    ...classes.map((name) => `${school.address}?page=class&class=${encodeURIComponent(name)}`),
    '',
  ];
}

/** To a line manager or the head: how many, and where to look. No names. */
export function escalationMail({ to, address, rows }: Escalation, school: Pick<School, 'name' | 'address'>): OutgoingMail {
  const people = new Set(rows.map(({ person }) => person)).size;
  const who = people === 1 ? 'One person has' : `${people} people have`;
  const page = to === 'head' ? 'agreements' : 'team';
  return {
    to: [address],
    subject: `${school.name}: agreements not signed after all reminders`,
    body: [
      `${who} not signed what they were asked to sign, after all reminders. Please speak to them. Who it is, and what they have to sign, is here:`,
      '',
      `${school.address}?page=${page}`,
    ].join('\n'),
    mayWait: true,
  };
}

/** To whoever let guests in (A4). */
export function accessEndMail(to: string, ends: readonly string[], school: Pick<School, 'name' | 'address'>): OutgoingMail {
  const [first = ''] = [...ends].sort();
  const what = ends.length === 1 ? 'The access of a guest you approved ends' : `The access of ${ends.length} guests you approved ends, the first`;
  return {
    to: [to],
    subject: `${school.name}: a guest’s access ends`,
    body: [
      `${what} on ${ukDate(first)}. It ends by itself on the register; take their account or key off them on that day. If they stay longer, set another day here:`,
      '',
      `${school.address}?page=agreements`,
    ].join('\n'),
    mayWait: true,
  };
}
