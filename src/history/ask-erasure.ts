import { type ErasureEvents, type ErasureRow, erasureTable, isErasing, isOfErasure, MOST_ERASED_AT_ONCE } from '../records/erasures.ts';
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
  /** Tells those who may decide that there is something to decide, and nothing of what; once for all that one press asks for. */
  notices?(view: RecordsView, subjects: readonly string[], visit: Visit): readonly OutgoingMail[];
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

/** The same for several subjects at once: each has its own request and its own decision; all are recorded or none. */
export type DecideErasures = Omit<DecideErasure, 'reference'> & { references: readonly string[] };
export type AskErasures = DecideErasures & Pick<AskErasure, 'why'>;

type Several<Input> = (input: Input, visit: Visit) => { references: string[] };
type One<Input> = (input: Input, visit: Visit) => { reference: string };

/** Of one subject: see `askErasures`. */
export const askErasure = (rules: ErasureRules): One<AskErasure> => ofOne(askErasures(rules));
/** Of one subject: see `approveErasures`. */
export const approveErasure = (rules: ErasureRules): One<DecideErasure> => ofOne(approveErasures(rules));
/** Of one subject: see `refuseErasures`. */
export const refuseErasure = (rules: ErasureRules): One<AskErasure> => ofOne(refuseErasures(rules));

/**
 * Asks for the erasure of all that was recorded about subjects up to now (B21). Nothing goes before another person has approved it.
 * @throws Refusal naming the input that is wrong; also when it was asked before, or there is nothing to erase
 */
export function askErasures(rules: ErasureRules): Several<AskErasures> {
  return (request, visit) => {
    const why = reasonIn(request);
    const numbers = numbersAbout(request.references, rules, visit);
    const ask = (view: RecordsView, subject: string, row: ErasureRow | undefined): NewEvent => {
      rules.mayAsk(view, subject, visit);
      const events = numbers(subject);
      if (isErasing(row)) throw new Refusal('erasure-asked', 'Its erasure has been asked for already. Reload the page to see how it stands.');
      if (events.length === 0) throw new Refusal('nothing-to-erase', 'Nothing is recorded about it any more.');
      if (events.length > MOST_ERASED_AT_ONCE)
        throw new Refusal('too-much-to-erase', `More than ${MOST_ERASED_AT_ONCE} events are too many to erase at once. Ask whoever looks after Handrail.`);
      return event(subject, 'erasure asked', { events, why });
    };
    return decided(request, rules, visit, ask, (view) => rules.notices?.(view, request.references, visit) ?? []);
  };
}

/**
 * Approves it: the second of two people. The heartbeat does the rest, within the hour or, where there are very many events, overnight.
 * @throws Refusal for whoever asked, and when more was recorded since: nobody has looked at that
 */
export function approveErasures(rules: ErasureRules): Several<DecideErasures> {
  return (request, visit) => {
    const numbers = numbersAbout(request.references, rules, visit);
    return decided(request, rules, visit, (view, subject, row) => {
      rules.mayDecide(view, subject, visit);
      const asked = openIn(row);
      if (asked.askedBy === visit.me.email) throw new Refusal('same-person', 'You asked for this erasure yourself. Somebody else has to approve it.');
      if (numbers(subject).join() !== asked.events.join()) {
        throw new Refusal(
          'more-recorded',
          'More has been recorded about it since the erasure was asked for. Refuse it, look at what is new, and have it asked for again.',
        );
      }
      return event(subject, 'erasure approved', { events: asked.events });
    });
  };
}

/** Refuses it, or takes it back: whoever asked may do that too. */
export function refuseErasures(rules: ErasureRules): Several<AskErasures> {
  return (request, visit) => {
    const why = reasonIn(request);
    return decided(request, rules, visit, (view, subject, row) => {
      if (row?.askedBy === visit.me.email) rules.mayAsk(view, subject, visit);
      else rules.mayDecide(view, subject, visit);
      openIn(row);
      return event(subject, 'erasure refused', { why });
    });
  };
}

function ofOne<Input extends { reference: string }>(several: Several<Omit<Input, 'reference'> & { references: readonly string[] }>): One<Input> {
  return ({ reference, ...rest }, visit) => {
    several({ ...rest, references: [reference] }, visit);
    return { reference };
  };
}

function decided(
  { key, references }: DecideErasures,
  rules: ErasureRules,
  { me, records }: Visit,
  decide: (view: RecordsView, subject: string, row: ErasureRow | undefined) => NewEvent,
  mails: (view: RecordsView) => readonly OutgoingMail[] = () => [],
): { references: string[] } {
  const subjects = [...new Set(references)];
  const reads = [...rules.reads, erasureTable as Table];
  return records.decide({ key, actor: me.email, reads }, (view) => ({
    events: subjects.map((subject) => decide(view, subject, view.find(erasureTable, subject))),
    mails: mails(view),
    answer: { references: subjects },
  }));
}

/** Everything about it but what is about erasing it: that stays. */
function numbersAbout(subjects: readonly string[], { alsoErases }: ErasureRules, { records }: Visit): (subject: string) => readonly number[] {
  const numbers = new Map<string, number[]>();
  for (const [subject, history] of records.histories(subjects)) {
    const others = alsoErases?.(history) ?? [];
    const besides = others.length === 0 ? [] : [...records.histories(others).values()].flat();
    const events = [...history, ...besides].filter((each) => !isOfErasure(each)).map(({ sequence }) => sequence);
    numbers.set(
      subject,
      events.sort((one, other) => one - other),
    );
  }
  return (subject) => numbers.get(subject) ?? [];
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

function event<Action extends keyof ErasureEvents>(subject: string, action: Action, payload: ErasureEvents[Action]): NewEvent {
  return { action, subject, payload };
}
