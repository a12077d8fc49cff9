import { Refusal } from '../../school/refusal.ts';
import { belongsToStaff } from '../../school/roll.ts';
import type { Memory } from '../../school/settings.script.ts';
import type { IdempotencyKey, Visit } from '../../school/visit.ts';
import { caseTable } from '../case.ts';
import type { Account } from '../concern.ts';
import type { CaseEvents } from '../events.ts';
import { incidentSettings } from '../incident-settings.script.ts';
import { involve, type Named, withSubject } from '../involve.ts';
import { routeFor } from '../lanes.ts';
import { newConcernNotice } from '../notices.ts';
import { typeOf } from '../types.ts';
import { afterwards, caseEvent, taskEvents } from '../working/work-on.ts';
import type { DraftText } from './draft.ts';
import { begunAt } from './keep-draft.ts';
import { reporterOf } from './nameless.ts';
import { refusesPictures } from './pictures.ts';
import { type FromDraft, filesOf, finishSending, notePress, refusePictures, sendingOf } from './sending.ts';

export interface RaiseConcern extends Omit<Account, 'toldDslInPerson'>, FromDraft {
  key: IdempotencyKey;
  /** Null when the reporter has not said. */
  toldDslInPerson: boolean | null;
  people: Named[];
  /** The reporter wants no name recorded; only where the school allows it. */
  nameless: boolean;
}

export type Receipt = { reference: string };

/** What the page must know before somebody begins. */
export interface Beginning {
  /** The page speaks to a child. */
  forPupil: boolean;
  /** Whether they may look others up. */
  mayFindPeople: boolean;
  mayBeNameless: boolean;
  /** When they last wrote at a concern that was not sent, dd/MM/yyyy HH:mm; ''. */
  began: string;
}

export function beginConcern(_: Record<string, never>, { me }: Visit, memory: Memory): Beginning {
  return {
    forPupil: me.kind === 'pupil',
    mayFindPeople: belongsToStaff(me.kind) || me.posts.length > 0,
    mayBeNameless: incidentSettings(memory).allowNameless,
    began: begunAt(me, ''),
  };
}

/**
 * Records a concern in the lane it belongs to, with its files, and tells that lane's readers that there is something to open.
 * @returns the reference to show to the reporter; the same one when the same key comes again
 * @throws Refusal when the story is missing, the time is in the future, nobody may receive it, or a file is not there or may not be kept
 */
export function raiseConcern(request: RaiseConcern, visit: Visit, memory: Memory): Receipt {
  const { me, school, now, roll, records, newReference } = visit;
  const account = accountFrom(request, now);
  const people = withSubject(involve(request.people, roll, school), account.about, roll, school);
  const route = routeFor(account.about, people, school, (email) => roll.find((entry) => entry.email === email)?.kind);
  const { actor, ...reporter } = reporterOf(request.nameless, me, incidentSettings(memory));

  const sending = sendingOf(request, '', me);
  if (refusesPictures([account.typeHint], account.story)) refusePictures(sending, visit.me);
  notePress(sending, request.key, { text: textFrom(request), by: actor });

  const receipt = records.decide({ key: request.key, actor, reads: [caseTable] }, () => {
    const reference = newReference();
    const payload: CaseEvents['concern raised'] = { ...account, lane: route.lane, people, reporter, files: filesOf(sending, request.files) };
    const raised = caseEvent('concern raised', reference, payload);
    const row = afterwards(undefined, [raised], now);
    return {
      events: [raised, ...taskEvents(undefined, [raised], visit)],
      mails: row ? [newConcernNotice(row, route.readers, school)] : [],
      answer: { reference },
    };
  });
  finishSending(sending, receipt.reference, records);
  return receipt;
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
    // A page of another version may know other types: the concern matters more.
    typeHint: typeOf(request.typeHint) ? request.typeHint : '',
    danger: request.danger,
    done: request.done,
    toldDslInPerson: request.toldDslInPerson,
  };
}

/** What was sent as the page would show it again. */
function textFrom({ toldDslInPerson, key: _, draft: __, files: ___, ...text }: RaiseConcern): DraftText {
  return { ...text, told: toldDslInPerson === null ? '' : toldDslInPerson ? 'yes' : 'no' };
}
