import { isoDayFrom, isSchoolDay, nextSchoolDay, ukDate } from '../../school/calendar.ts';
import { Refusal } from '../../school/refusal.ts';
import type { RollEntry } from '../../school/roll.ts';
import type { School } from '../../school/school.ts';
import { SIGNING } from '../audience.ts';
import type { RoundWhy } from '../events.ts';
import type { AgreementRow } from '../published.ts';
import { isInForce } from '../standing.ts';
import { type StandingRow, stateNow } from '../standings.ts';
import { type MailDay, mailDays } from './mail-days.ts';
import { membersOf } from './members.ts';
import { peopleProblems } from './people-problems.ts';
import { isRunning, stillToAsk } from './round.ts';
import type { RoundRow } from './rounds.ts';
import type { AgreementSettings } from './settings.ts';

export interface RoundWanted {
  why: RoundWhy;
  /** Ids. */
  agreements: string[];
  /** ISO day by which everybody should have signed. */
  due: string;
}

/** What a round would do, to be looked at before it starts. */
export interface RoundPlan {
  agreements: {
    id: string;
    title: string;
    /** Who will be asked. */
    people: number;
    /** Who will not be: theirs is in force, or waits for approval. */
    alreadyInForce: number;
  }[];
  /** All mails there can be if nobody signs: first ones and reminders. */
  mails: number;
  /** People who get a mail: for pupils their class's teachers or their parents. */
  recipients: number;
  days: MailDay[];
  /** Members of whom nobody can be told. */
  withoutAddress: { name: string; group: string }[];
  /** What is amiss, in sentences; a round can be started all the same. */
  problems: string[];
}

/** As it all stands. */
export interface Standing {
  agreements: readonly AgreementRow[];
  rounds: readonly RoundRow[];
  standings: readonly StandingRow[];
}

/**
 * The agreements a round is about.
 * @param today ISO day in the UK
 * @throws Refusal when it cannot be started, naming the field
 */
export function agreementsFor({ why, agreements, due }: RoundWanted, standing: Omit<Standing, 'standings'>, today: string): AgreementRow[] {
  const chosen = [...new Set(agreements)].map((id) => {
    const found = standing.agreements.find((each) => each.id === id && !each.retired);
    if (!found) throw new Refusal('no-such-agreement', 'One of these agreements is not in use any more. Reload the page.', 'agreements');
    return found;
  });
  if (chosen.length === 0) throw new Refusal('nothing-chosen', 'Choose at least one agreement to ask people for', 'agreements');
  const once = why === 'year' ? chosen.find(({ audience }) => !SIGNING[audience].isYearly) : undefined;
  if (once) throw new Refusal('not-yearly', `"${once.title}" is signed once, not every year. Leave it out of the year's round.`, 'agreements');
  if (isoDayFrom(due) !== due || due < today) throw new Refusal('due-wrong', 'Enter the day by which everybody should have signed, today or later', 'due');
  const running = standing.rounds.find((round) => isRunning(round) && round.agreements.some((id) => chosen.some((each) => each.id === id)));
  if (running)
    throw new Refusal('round-running', 'People are being asked for one of these agreements just now. Wait a few minutes until that round has asked everybody.');
  return chosen;
}

/**
 * What a round that starts now would do.
 * @param now ISO 8601, UTC
 * @throws Refusal as `agreementsFor`
 */
export function planOf(
  wanted: RoundWanted,
  standing: Standing,
  { roll, school, now, today }: { roll: readonly RollEntry[]; school: School; now: string; today: string },
  settings: AgreementSettings,
): RoundPlan {
  const chosen = agreementsFor(wanted, standing, today).map((agreement) => {
    const members = membersOf(agreement, roll, school, today, settings);
    const own = new Map(standing.standings.filter((row) => row.agreementId === agreement.id).map((row) => [row.person, row]));
    const asked = new Set(stillToAsk({ why: wanted.why, startedAt: now }, agreement, members, own, today).map(({ person }) => person.person));
    const settled = members.filter(({ person }) => !asked.has(person) && isSettled(own.get(person), agreement));
    return { agreement, asked: members.filter(({ person }) => asked.has(person)), settled };
  });
  const recipients = new Set(chosen.flatMap(({ asked }) => asked.flatMap(({ told }) => told)));
  const days = mailDays(recipients.size, now, school, settings);
  const untold = chosen.flatMap(({ agreement, asked }) => (SIGNING[agreement.audience].told === 'nobody' ? [] : asked.filter(({ told }) => told.length === 0)));
  return {
    agreements: chosen.map(({ agreement: { id, title }, asked, settled }) => ({ id, title, people: asked.length, alreadyInForce: settled.length })),
    mails: days.reduce((sum, { mails, reminders }) => sum + mails + reminders, 0),
    recipients: recipients.size,
    days,
    withoutAddress: [...new Map(untold.map(({ person, name, group }) => [person, { name, group }])).values()],
    problems: [
      ...chosen.filter(({ asked }) => asked.length === 0).map(({ agreement }) => `Nobody is to be asked for "${agreement.title}"`),
      ...dueProblems(wanted.due, days, school),
      ...peopleProblems(roll, school, today).map(({ what, who }) => `${what}: ${someOf(who)}`),
    ],
  };
}

function isSettled(row: StandingRow | undefined, agreement: AgreementRow): boolean {
  if (!row) return false;
  const state = stateNow(row, agreement);
  return isInForce(state) || state === 'awaiting approval';
}

function dueProblems(due: string, days: readonly MailDay[], school: School): string[] {
  const [last] = days.filter(({ mails }) => mails > 0).slice(-1);
  return [
    ...(last && due <= last.day ? [`The first mails go until ${ukDate(last.day)}: choose a later day to sign by`] : []),
    ...(isSchoolDay(due, school) ? [] : [`The school is closed on ${ukDate(due)}. The next day it is open is ${ukDate(nextSchoolDay(due, school))}`]),
  ];
}

const MOST_NAMES = 5;

function someOf(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return `${names.slice(0, MOST_NAMES).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
