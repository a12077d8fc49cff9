import { type ErasureEvents, type ErasureRow, erasureTable, isOfErasure, MOST_ERASED_AT_ONCE } from '../records/erasures.ts';
import type { NewEvent, RecordedEvent } from '../records/journal.ts';
import type { OutgoingMail } from '../records/outbox.ts';
import type { RecordsView } from '../records/records.ts';
import type { Table } from '../records/table.ts';
import { Refusal } from '../school/refusal.ts';
import type { IdempotencyKey, Visit } from '../school/visit.ts';

/** What only those know whose records they are: who may have a part in erasing them, and whether they may be erased at all. */
export interface ErasureRules {
  /** Tables that the rules look at. */
  reads: readonly Table[];
  /** @throws Refusal unless this person may ask, for this subject, now */
  mayAsk(view: RecordsView, subject: string, visit: Visit): void;
  /** @throws Refusal unless this person may approve or refuse it; that it is another person is looked at here */
  mayDecide(view: RecordsView, subject: string, visit: Visit): void;
  /** Other subjects that go with it, as its own history says. */
  alsoErases?(history: readonly RecordedEvent[]): readonly string[];
  /** Tells those who may decide that there is something to decide, and nothing of what. */
  notices?(view: RecordsView, subject: string, visit: Visit): readonly OutgoingMail[];
}

export interface AskErasure {
  key: IdempotencyKey;
  /** The subject: a case's reference. */
  reference: string;
  why: string;
}

export interface DecideErasure {
  key: IdempotencyKey;
  reference: string;
}

type Answer = { reference: string };
type UseCase<Input> = (input: Input, visit: Visit) => Answer;

/**
 * Asks for the erasure of all that was recorded about a subject up to now (B21). Nothing goes before another person has approved it.
 * @throws Refusal naming the input that is wrong; also when it was asked before, or there is nothing to erase
 */
export function askErasure(rules: ErasureRules): UseCase<AskErasure> {
  return (request, visit) => {
    const why = reasonIn(request);
    const events = numbersAbout(request.reference, rules, visit);
    return decided(request, rules, visit, (view, row) => {
      rules.mayAsk(view, request.reference, visit);
      if (row?.state === 'asked' || row?.state === 'approved')
        throw new Refusal('erasure-asked', 'Its erasure has been asked for already. Reload the page to see how it stands.');
      if (events.length === 0) throw new Refusal('nothing-to-erase', 'Nothing is recorded about it any more.');
      if (events.length > MOST_ERASED_AT_ONCE)
        throw new Refusal('too-much-to-erase', `More than ${MOST_ERASED_AT_ONCE} events are too many to erase at once. Ask whoever looks after Handrail.`);
      return { events: [event(request, 'erasure asked', { events, why })], mails: rules.notices?.(view, request.reference, visit) ?? [] };
    });
  };
}

/**
 * Approves it: the second of two people. The heartbeat does the rest, within the hour or, where there are very many events, overnight.
 * @throws Refusal for whoever asked, and when more was recorded since: nobody has looked at that
 */
export function approveErasure(rules: ErasureRules): UseCase<DecideErasure> {
  return (request, visit) => {
    const events = numbersAbout(request.reference, rules, visit);
    return decided(request, rules, visit, (view, row) => {
      rules.mayDecide(view, request.reference, visit);
      const asked = openIn(row);
      if (asked.askedBy === visit.me.email) throw new Refusal('same-person', 'You asked for this erasure yourself. Somebody else has to approve it.');
      if (events.join() !== asked.events.join()) {
        throw new Refusal(
          'more-recorded',
          'More has been recorded about it since the erasure was asked for. Refuse it, look at what is new, and have it asked for again.',
        );
      }
      return { events: [event(request, 'erasure approved', { events: asked.events })] };
    });
  };
}

/** Refuses it, or takes it back: whoever asked may do that too. */
export function refuseErasure(rules: ErasureRules): UseCase<AskErasure> {
  return (request, visit) => {
    const why = reasonIn(request);
    return decided(request, rules, visit, (view, row) => {
      if (row?.askedBy === visit.me.email) rules.mayAsk(view, request.reference, visit);
      else rules.mayDecide(view, request.reference, visit);
      openIn(row);
      return { events: [event(request, 'erasure refused', { why })] };
    });
  };
}

function decided(
  { key, reference }: DecideErasure,
  rules: ErasureRules,
  { me, records }: Visit,
  decide: (view: RecordsView, row: ErasureRow | undefined) => { events: NewEvent[]; mails?: readonly OutgoingMail[] },
): Answer {
  const reads = [...rules.reads, erasureTable as Table];
  return records.decide({ key, actor: me.email, reads }, (view) => ({ ...decide(view, view.find(erasureTable, reference)), answer: { reference } }));
}

/** Everything about it but what is about erasing it: that stays. */
function numbersAbout(subject: string, { alsoErases }: ErasureRules, { records }: Visit): number[] {
  const history = records.history(subject);
  const others = alsoErases?.(history) ?? [];
  const besides = others.length === 0 ? [] : [...records.histories(others).values()].flat();
  return [...history, ...besides]
    .filter((each) => !isOfErasure(each))
    .map(({ sequence }) => sequence)
    .sort((one, other) => one - other);
}

/** @throws Refusal when there is nothing to decide */
function openIn(row: ErasureRow | undefined): ErasureRow {
  if (row?.state !== 'asked') throw new Refusal('no-erasure-asked', 'Nothing is to be decided about it any more. Reload the page to see how it stands.');
  return row;
}

function reasonIn({ why }: Pick<AskErasure, 'why'>): string {
  const reason = why.trim();
  if (reason === '') throw new Refusal('reason-missing', 'Write why. It stays on record: name nobody, and do not repeat what is to be erased', 'why');
  return reason;
}

function event<Action extends keyof ErasureEvents>({ reference }: DecideErasure, action: Action, payload: ErasureEvents[Action]): NewEvent {
  return { action, subject: reference, payload };
}
