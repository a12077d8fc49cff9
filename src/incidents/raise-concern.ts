import type { OutgoingMail } from '../records/outbox.ts';
import { Refusal } from '../school/refusal.ts';
import { belongsToStaff, fullName, initialsOf, type RollEntry } from '../school/roll.ts';
import type { School } from '../school/school.ts';
import type { IdempotencyKey, Visit } from '../school/visit.ts';
import { type CaseEvents, caseTable } from './case.ts';
import type { Account, Involvement, Role } from './concern.ts';
import { routeFor } from './lanes.ts';
import { newConcernNotice } from './notices.ts';
import { adultsMeant } from './typed-name.ts';

export interface RaiseConcern extends Omit<Account, 'toldDslInPerson'> {
  key: IdempotencyKey;
  /** Null when the reporter has not said. */
  toldDslInPerson: boolean | null;
  /** Without a role when the reporter has not chosen one. */
  people: { email: string; name: string; role: Role | '' }[];
}

export type Receipt = { reference: string };

/** What the page must know before somebody begins: whether they may look others up. */
export function beginConcern(_: Record<string, never>, { me }: Visit): { mayFindPeople: boolean } {
  return { mayFindPeople: belongsToStaff(me.kind) || me.posts.length > 0 };
}

/**
 * Records a concern in the lane it belongs to and tells that lane's readers that there is something to open.
 * @returns the reference to show to the reporter; the same one when the same key comes again
 * @throws Refusal when the story is missing, the time is in the future, or nobody may receive it
 */
export function raiseConcern(request: RaiseConcern, { me, school, now, roll, records, newReference }: Visit): Receipt {
  const account = accountFrom(request, now);
  const people = involve(request.people, roll, school);
  const route = routeFor(people, school, (email) => roll.find((entry) => entry.email === email)?.kind);

  return records.decide({ key: request.key, actor: me.email, reads: [caseTable] }, () => {
    const reference = newReference();
    const payload: CaseEvents['concern raised'] = { ...account, lane: route.lane, people, reporter: { email: me.email, name: me.name } };
    const notice: OutgoingMail = newConcernNotice(reference, route.readers, school);
    return { events: [{ action: 'concern raised', subject: reference, payload }], mails: [notice], answer: { reference } };
  });
}

function accountFrom(request: RaiseConcern, now: string): Account {
  if (request.story.trim() === '') throw new Refusal('story-missing', 'Write what happened, in your own words', 'story');
  if (request.happened !== '') {
    const happened = Date.parse(request.happened);
    if (Number.isNaN(happened)) throw new Refusal('happened-unreadable', 'Enter the date and time it happened, or leave it empty', 'happened');
    if (happened > Date.parse(now) + 60_000) throw new Refusal('happened-in-future', 'The time it happened is in the future: check the date', 'happened');
  }
  if (request.toldDslInPerson === null) throw new Refusal('told-missing', 'Say whether you have told the DSL in person', 'toldDslInPerson');
  return {
    story: request.story,
    happened: request.happened === '' ? '' : new Date(request.happened).toISOString(),
    where: request.where,
    done: request.done,
    toldDslInPerson: request.toldDslInPerson,
  };
}

/** Names and classes come from the roll, not from the page; somebody who is not on it stands as typed. */
function involve(people: RaiseConcern['people'], roll: readonly RollEntry[], school: School): (Involvement & { initials: string })[] {
  const seen = new Set<string>();
  return people.map((person, index) => {
    const { role } = person;
    if (role === '') throw new Refusal('role-missing', `Choose a role for ${person.name || 'each person'}`, `role-${index}`);
    const entry = roll.find((each) => each.email === person.email.toLowerCase());
    if (person.email !== '' && !entry)
      throw new Refusal('not-on-roll', `${person.name || person.email} is not on the school's roll: type the name instead`, `person-${index}`);
    if (!entry && person.name.trim() === '') throw new Refusal('name-missing', 'Type the name of each person, or remove the row', `person-${index}`);
    if (entry && seen.has(entry.email)) throw new Refusal('named-twice', `${fullName(entry)} is named twice: give each person one role`, `person-${index}`);
    if (entry) {
      seen.add(entry.email);
      return { email: entry.email, name: fullName(entry), className: entry.className, role, initials: initialsOf(entry) };
    }
    const [givenName = '', ...rest] = person.name.trim().split(/\s+/);
    const familyName = rest[rest.length - 1] ?? '';
    const mayBe = adultsMeant(person.name, roll, school);
    return { email: '', name: person.name.trim(), className: '', role, mayBe, initials: initialsOf({ givenName, familyName, className: '' }) };
  });
}
