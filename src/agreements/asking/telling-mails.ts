import type { OutgoingMail } from '../../records/outbox.ts';
import { type IsoDate, ukDate } from '../../school/calendar.ts';
import type { School } from '../../school/school.ts';
import { SIGNING } from '../audience.ts';
import { classAddress } from '../classes/class-people.ts';
import type { FormRow } from '../published.ts';
import type { Digest, Escalation, Item } from './telling.ts';

/** Something that somebody is told. */
export interface Message {
  to: string;
  /** In the subject, after the school's name: `please read and sign`. */
  about: string;
  lines: string[];
  /** Pupils are written to in other words. */
  isForPupil?: boolean;
}

/** Where people are sent, and how the school is reached. */
export type TellingSchool = Pick<School, 'name' | 'address' | 'domain' | 'dslTelephone' | 'chair'>;

export interface TellingPlace {
  school: TellingSchool;
  /** ISO day in the UK. */
  today: IsoDate;
  forms: readonly FormRow[];
  /** A parent's personal address of a form: it says who answers. */
  personalLink(form: FormRow, parent: string): string;
}

/** One mail a person, whatever there is to tell them (A15). Each says which account to use and whom to telephone when it is urgent. */
export function mailsFrom(messages: readonly Message[], school: TellingSchool): OutgoingMail[] {
  const byReader = new Map<string, Message[]>();
  for (const message of messages) byReader.set(message.to, [...(byReader.get(message.to) ?? []), message]);
  return [...byReader].map(([to, own]) => ({
    to: [to],
    subject: `${school.name}: ${own.map(({ about }) => about).join('; ')}`,
    body: [...bodyOf(own), '', ...endOf(to, own, school)].join('\n'),
    mayWait: true,
  }));
}

function bodyOf(messages: readonly Message[]): string[] {
  const [only, ...others] = messages;
  if (only && others.length === 0) return only.lines;
  return messages.flatMap(({ about, lines }, index) => [
    ...(index > 0 ? [''] : []),
    `${index + 1}. ${about.charAt(0).toUpperCase()}${about.slice(1)}`,
    '',
    ...lines,
  ]);
}

function endOf(to: string, messages: readonly Message[], { name, domain, dslTelephone }: TellingSchool): string[] {
  if (messages.some(({ isForPupil }) => isForPupil))
    return [`Has something online upset you? Tell a grown-up you trust. The school’s number for this is ${dslTelephone}.`];
  return [
    ...(to.endsWith(`@${domain}`) ? ['Does Google say that you may not open a page? Then another account is signed in as well: use a private window.'] : []),
    `Worried about a child? Do not write: telephone the designated safeguarding lead of ${name}, ${dslTelephone}.`,
  ];
}

/** What waits for somebody's signature, or for that of those they are told for. It names neither a child nor a colleague. */
export function digestMessage({ to, items }: Digest, place: TellingPlace): Message {
  const isReminder = items.some(({ step }) => step !== null && step > 0) && !items.some(({ step }) => step === 0);
  const own = items.filter((item) => isOwn(item, to));
  const others = items.filter((item) => !isOwn(item, to));
  const forChildren = others.filter((item) => toldAs(item) === 'parents');
  const ofClasses = others.filter((item) => toldAs(item) === 'class teacher');
  const isForPupil = own.some((item) => toldAs(item) === 'class teacher');
  return {
    to,
    about: `${isReminder ? 'reminder, ' : ''}please read and ${items.length > forChildren.length ? 'sign' : 'answer'}`,
    isForPupil,
    lines: [
      ...(own.length > 0 ? [...(isForPupil ? pupilLines : ownLines)(own, to, place), ''] : []),
      ...(forChildren.length > 0 ? [...parentLines(forChildren, to, place), ''] : []),
      ...(ofClasses.length > 0 ? [...classLines(ofClasses, to, place), ''] : []),
      isForPupil ? 'Have you done it? Then you can forget this mail.' : 'Done already? Then there is nothing more to do. Questions? Ask the school office.',
    ],
  };
}

function isOwn({ row }: Item, to: string): boolean {
  return row.person === to;
}

function toldAs({ agreement }: Item) {
  return SIGNING[agreement.audience].told;
}

function ownLines(items: readonly Item[], to: string, { school, forms, today }: TellingPlace): string[] {
  const asked = `${school.name} asks you to read and sign this${byWhen(items, today)}.`;
  if (to.endsWith(`@${school.domain}`)) return [`${asked} Open this page, signed in as ${to}:`, school.address, '', ...titlesOf(items)];
  // Somebody without an account of the school answers the form that is open to anyone.
  return [
    `${asked} You need no school account:`,
    '',
    ...items.flatMap(({ agreement }) => linked(agreement.title, forms.find((form) => isFormOf(form, agreement.id) && form.kind === 'open')?.address)),
    '',
    `When the form asks for your e-mail address, give this one: ${to}`,
  ];
}

function pupilLines(items: readonly Item[], to: string, { school, today }: TellingPlace): string[] {
  return [
    `Your school has rules for going online. Please read them and sign them${byWhen(items, today)}.`,
    `Open this page. Use your school account, ${to}:`,
    school.address,
    '',
    ...titlesOf(items),
    '',
    'Do you need help? Ask your teacher.',
  ];
}

/** Once an agreement, however many children: the form asks for each of them, or says to come back. */
function parentLines(items: readonly Item[], to: string, { forms, personalLink, school, today }: TellingPlace): string[] {
  const agreements = [...new Map(items.map(({ agreement }) => [agreement.id, agreement])).values()];
  return [
    `${school.name} asks you, as a parent or carer, to read and answer this${byWhen(items, today)}. You need no account, and a phone will do:`,
    '',
    ...agreements.flatMap(({ id, title }) => {
      const form = forms.find((each) => isFormOf(each, id) && (each.kind === 'family' || each.kind === 'promises'));
      const count = items.filter(({ agreement }) => agreement.id === id).length;
      const often = form?.kind === 'promises' ? `once for each child: ${count} times` : 'once for all your children';
      return linked(count > 1 ? `${title} (${often})` : title, form && personalLink(form, to));
    }),
    '',
    'The links are yours alone: they tell the school that it is you who answers. Please do not pass them on.',
  ];
}

function classLines(items: readonly Item[], to: string, { school, today }: TellingPlace): string[] {
  const classes = [...new Set(items.map(({ row }) => row.group))].sort();
  return [
    `Pupils you teach have an agreement to sign${byWhen(items, today)}. It is best done together, in a lesson: the page of the class shows how, and who has not.`,
    `Open it signed in as ${to}:`,
    '',
    ...classes.map((name) => `- ${name}: ${classAddress(name, school)}`),
  ];
}

function isFormOf(form: FormRow, agreementId: string): boolean {
  return form.agreementId === agreementId && form.inUse;
}

function titlesOf(items: readonly Item[]): string[] {
  return [...new Set(items.map(({ agreement }) => `- ${agreement.title}`))];
}

function linked(title: string, address: string | undefined): string[] {
  return [`- ${title}`, `  ${address || 'Ask the school office for the form.'}`];
}

/** The first of the days by which it is to be done. */
function byWhen(items: readonly Item[], today: IsoDate): string {
  const [first] = items.flatMap(({ row }) => row.due ?? []).sort();
  if (first === undefined) return '';
  return first < today ? ` now: the last day for it was ${ukDate(first)}` : ` by ${ukDate(first)}`;
}

/** To a line manager, the head, or about the head the chair of governors: how many, and where to look. */
export function escalationMessage({ to, address, rows }: Escalation, school: TellingSchool): Message {
  const people = new Set(rows.map(({ person }) => person)).size;
  const who = `${people === 1 ? 'One person' : `${people} people`}${to === 'head' ? '' : ' in your team'} ${people === 1 ? 'has' : 'have'}`;
  const said = `${who} not signed what they were asked to sign. The day has passed, and all reminders have gone`;
  const message = (...lines: string[]): Message => ({ to: address, about: 'agreements not signed after all reminders', lines });
  if (to === 'line manager') return message(`${said}. Please speak to them.`, ...pageLines('team', address, school));
  if (address === school.chair)
    return message(
      'The headteacher has not signed what they were asked to sign. The day has passed, and all reminders have gone. Please speak to them; the school office can tell you what it is about.',
    );
  return message(`${said}, also to the line manager where the list of people names one. Please see to it.`, ...pageLines('agreements', address, school));
}

/** To whoever let guests in (A4). */
export function accessEndMessage(to: string, ends: readonly IsoDate[], school: TellingSchool): Message {
  const [first = ''] = [...ends].sort();
  const what = ends.length === 1 ? 'The access of a guest you approved ends' : `The access of ${ends.length} guests you approved ends, the first`;
  return {
    to,
    about: 'a guest’s access ends',
    lines: [
      `${what} on ${ukDate(first)}. On the register it ends by itself; take back their account or key on that day. Does somebody stay longer? Set another day.`,
      ...pageLines('agreements', to, school),
    ],
  };
}

/** To those who say "set this user up on our systems": who should have no access (A12). */
export function noAccessMessage(to: string, { fresh, all, afterDays }: { fresh: number; all: number; afterDays: number }, school: TellingSchool): Message {
  const who = fresh === 1 ? 'One person was' : `${fresh} people were`;
  const others = all > fresh ? ` With them, ${all} people are on the list.` : '';
  return {
    to,
    about: 'no access before signature',
    lines: [
      `${who} asked to sign at least ${afterDays === 1 ? 'a day' : `${afterDays} days`} ago, and never have. No signature, no access: please see to their accounts.${others}`,
      ...pageLines('agreements', to, school),
    ],
  };
}

function pageLines(page: string, reader: string, { address }: TellingSchool): string[] {
  return [`Open this page, signed in as ${reader}, to see who it is:`, `${address}?page=${page}`];
}
