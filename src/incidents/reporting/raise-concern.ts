import { Refusal } from '../../school/refusal.ts';
import { belongsToStaff } from '../../school/roll.ts';
import type { IdempotencyKey, Visit } from '../../school/visit.ts';
import { caseTable } from '../case.ts';
import type { Account } from '../concern.ts';
import type { CaseEvents } from '../events.ts';
import { involve, type Named } from '../involve.ts';
import { routeFor } from '../lanes.ts';
import { newConcernNotice } from '../notices.ts';
import { caseEvent, taskEvents } from '../working/work-on.ts';

export interface RaiseConcern extends Omit<Account, 'toldDslInPerson'> {
  key: IdempotencyKey;
  /** Null when the reporter has not said. */
  toldDslInPerson: boolean | null;
  people: Named[];
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
  const route = routeFor(account.about, people, school, (email) => roll.find((entry) => entry.email === email)?.kind);

  return records.decide({ key: request.key, actor: me.email, reads: [caseTable] }, () => {
    const reference = newReference();
    const payload: CaseEvents['concern raised'] = { ...account, lane: route.lane, people, reporter: { email: me.email, name: me.name }, files: [] };
    const raised = caseEvent('concern raised', reference, payload);
    return {
      events: [raised, ...taskEvents(undefined, [raised], school, now)],
      mails: [newConcernNotice(reference, route.readers, school)],
      answer: { reference },
    };
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
    device: request.device,
    url: request.url,
    about: request.about,
    typeHint: request.typeHint,
    danger: request.danger,
    done: request.done,
    toldDslInPerson: request.toldDslInPerson,
  };
}
