import { addressesNamed } from '../../incidents/concern.ts';
import { fullName } from '../../school/roll.ts';
import { lookedFor } from '../dispositions/rule-words.ts';
import type { Evidence, FlagEvents, FlagRoute } from '../flag.ts';
import type { Category, MessageSeverity } from '../message.ts';
import type { ToFile } from './arrived.ts';
import { flagIdOf } from './conversation.ts';
import { type MailRoute, routeOfMail } from './lane-of-mail.ts';
import { accountOf, peopleInMail, type Register } from './people-in-mail.ts';
import type { Bringer } from './story-of-mail.ts';

const MOST_REASONS = 12;
const LONGEST_WORDS = 400;
const MOST_KEPT_NAMES = 60;

/** What is known of a message before it is looked at what was filed already. */
export interface Plan extends ToFile {
  flag: string;
  route: FlagRoute;
  /** What it is about, as far as anybody can say; '' for a message that a person brought and no rule knows. */
  guess: Category | '';
  category: Category;
  severity: Exclude<MessageSeverity, 0>;
  reasons: FlagEvents['message flagged']['reasons'];
  /** The person behind it: who sent it on or wrote it to us; null when a rule found it. */
  bringer: Bringer | null;
  goes: MailRoute;
  /** Addresses of everybody it is from or names: whoever is among them never sees it (B5). */
  named: string[];
  evidence: Evidence;
}

/**
 * A message that somebody of the school brought is medium at least: they stand behind it (C2). What a stranger writes to us and nothing is found in
 * is only noted. Null when there is nothing to file.
 */
export function planFor(message: ToFile, register: Register, now: string): Plan | null {
  const { arrived, verdict } = message;
  const { route } = arrived;
  if (route === null || (route === 'rule' && verdict.severity === 0)) return null;
  const guess = verdict.category || verdict.reasons[0]?.category || '';
  const severity = severityOf(message, register);
  const goes = routeOfMail(peopleInMail(arrived, guess, register), register);
  const sender = route === 'written to us' ? '' : accountOf(arrived.from, register);
  return {
    ...message,
    ...{ flag: flagIdOf(arrived), route, guess, category: guess || 'disclosure', severity, goes },
    reasons: verdict.reasons.slice(0, MOST_REASONS).map((reason) => ({ ...reason, what: lookedFor(reason.rule), words: reason.words.slice(0, LONGEST_WORDS) })),
    bringer: route === 'rule' ? null : bringerOf(arrived, register),
    named: [...new Set([...(sender === '' ? [] : [sender]), ...addressesNamed(goes.people)])].slice(0, MOST_KEPT_NAMES),
    evidence: { ...arrived.evidence, received: arrived.evidence.received || now },
  };
}

function severityOf({ arrived, verdict }: ToFile, register: Register): Plan['severity'] {
  if (arrived.route === 'rule' || verdict.severity === 3) return verdict.severity as Plan['severity'];
  const isOfTheSchool = register.byEmail.has(accountOf(arrived.by, register));
  return verdict.severity === 0 && !isOfTheSchool ? 1 : 2;
}

/**
 * Whoever the mail says brought it: their account when the school knows them, so that they see how far it is. Where nothing proves that they
 * did, their name alone.
 */
function bringerOf({ by, evidence }: ToFile['arrived'], register: Register): Bringer {
  const account = accountOf(by, register);
  const entry = register.byEmail.get(account);
  const name = entry ? fullName(entry) : by || 'Somebody';
  return evidence.isUnproven ? { email: '', name, isPupil: false } : { email: account || by, name, isPupil: entry?.kind === 'pupil' };
}

/**
 * When it happened: what the mail says, if that can be; a sender can claim any time. Of a message that a person sent on, any time before they did.
 * @returns ISO 8601; never later than it was received
 */
export function happenedAt({ route, evidence }: Pick<Plan, 'route' | 'evidence'>): string {
  const { date, received } = evidence;
  const [said, came] = [Date.parse(date), Date.parse(received)];
  const isOld = came - said > LONGEST_ON_THE_WAY_MS && route !== 'person';
  return Number.isNaN(said) || said > came || isOld ? received : date;
}

const LONGEST_ON_THE_WAY_MS = 7 * 86_400_000;
