import { belongsToStaff, type RollEntry } from '../../school/roll.ts';
import type { Visit } from '../../school/visit.ts';
import { hashOfWords } from '../flag.ts';
import type { Party } from '../message.ts';
import type { Monitoring } from '../monitoring.ts';
import { breachTable, type HouseEvents } from './breaches.ts';
import { houseRules } from './house-rules.ts';

/** A mail that was copied to the office. Addresses in lower case; `sent` is ISO 8601, UTC. */
export interface CopiedMail {
  fingerprint: string;
  from: string;
  to: readonly string[];
  visible: number;
  subject: string;
  text: string;
  sent: string;
}

/** Addresses of recipients that a breach names: enough to know which mail it was. */
const MOST_NAMED = 5;

/** Lists the house rules that mails break (C5, C6): once each, whatever fails and however often a mail is read. */
export function noticeBreaches(mails: readonly CopiedMail[], partyOf: (address: string) => Party, house: Monitoring['house'], visit: Visit): void {
  const { roll, school, records } = visit;
  const isPupil = (address: string) => partyOf(address) === 'pupil';
  const looksLikeStaff = likenessTo(roll);
  const found = mails.flatMap((mail) => {
    const posted = { ...mail, fromParty: partyOf(mail.from), isPupil, looksLikeStaff };
    return houseRules(posted, house, school.domain).map((finding) => ({ id: idOf(mail.fingerprint, finding.rule), payload: eventFor(mail, finding) }));
  });
  if (found.length === 0) return;
  const key = `house-${hashOfWords(found.map(({ id }) => id).join(' ')).slice(0, 40)}`;
  records.decide({ key, actor: 'heartbeat', reads: [breachTable] }, (view) => {
    const unknown = found.filter(({ id }, index) => !view.find(breachTable, id) && found.findIndex((each) => each.id === id) === index);
    return { events: unknown.map(({ id, payload }) => ({ action: 'house rule noticed', subject: id, payload })), answer: null };
  });
}

function idOf(fingerprint: string, rule: string): string {
  return `H-${hashOfWords(`${fingerprint} ${rule}`).slice(0, 16)}`;
}

function eventFor({ from, to, sent }: CopiedMail, { rule, what }: ReturnType<typeof houseRules>[number]): HouseEvents['house rule noticed'] {
  return { rule, what, from, to: to.slice(0, MOST_NAMED), others: Math.max(0, to.length - MOST_NAMED), sent };
}

/** Whether the part before the @ holds both names of a member of staff, as `sam.okafor1@…` does. */
function likenessTo(roll: readonly RollEntry[]): (address: string) => boolean {
  const letters = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '');
  const names = roll
    .filter(({ kind }) => belongsToStaff(kind))
    .map(({ givenName, familyName }) => [letters(givenName), letters(familyName)] as const)
    .filter(([given, family]) => given.length > 1 && family.length > 1);
  return (address) => {
    const local = letters(address.split('@')[0] ?? '');
    return names.some(([given, family]) => local.includes(given + family) || local.includes(family + given) || local === `${given[0]}${family}`);
  };
}
