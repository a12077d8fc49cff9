import { type CaseRow, caseProjection, readersFor } from '../../incidents/case.ts';
import { isUrgent } from '../../incidents/clock/urgent.ts';
import type { Involvement } from '../../incidents/concern.ts';
import type { CaseEvents } from '../../incidents/events.ts';
import { caseEvent, taskEvents } from '../../incidents/working/work-on.ts';
import type { Json } from '../../records/canonical.ts';
import { RecordsBusy } from '../../records/errors.ts';
import type { NewEvent } from '../../records/journal.ts';
import type { Visit } from '../../school/visit.ts';
import { type FlagEvents, type FlagRow, flagProjection } from '../flag.ts';
import type { Notice } from './alerts.ts';
import type { Filed } from './arrived.ts';
import { conversationOf, sameMessages } from './conversation.ts';
import { happenedAt, type Plan } from './filing-plan.ts';
import { saysDanger, typeOfMail } from './kinds-of-mail.ts';
import { fitsLane } from './lane-of-mail.ts';
import { storyOfMail } from './story-of-mail.ts';

type Flagged = FlagEvents['message flagged'];

/** What was read beforehand of messages and cases that a batch may touch. */
export interface Earlier {
  /** What was kept of messages that were only noted, by flag. */
  noted: ReadonlyMap<string, Flagged>;
  /** Everybody a case names, and how often they were named by then. */
  people: ReadonlyMap<string, { people: Involvement[]; version: number }>;
}

/** A conversation in which everybody writes names no more: a row holds only so much, and each message says who wrote it. */
const MOST_IN_A_CASE = 60;

type Context = Pick<Visit, 'school' | 'now' | 'rest' | 'newReference'>;

/**
 * One batch of messages as it is filed, decided without Google: each message sees what those before it led to. What it comes to are events and
 * what people are to be told.
 */
export class Filing {
  readonly events: NewEvent[] = [];
  readonly notices: Notice[] = [];
  private readonly flags: Map<string, FlagRow>;
  private readonly cases: Map<string, CaseRow>;
  private readonly noted: Map<string, Flagged>;

  constructor(
    flags: readonly FlagRow[],
    cases: readonly CaseRow[],
    private readonly earlier: Earlier,
    private readonly context: Context,
  ) {
    this.flags = new Map(flags.map((row) => [row.flag, row]));
    this.cases = new Map(cases.map((row) => [row.reference, row]));
    this.noted = new Map(earlier.noted);
  }

  /** Files one message, or finds that it is filed. */
  file(plan: Plan): Filed {
    const { arrived, severity, category } = plan;
    const all = [...this.flags.values()];
    const [same, ...twins] = sameMessages(arrived, all);
    if (same) return this.fileAgain(plan, same, twins);
    const conversation = conversationOf(arrived, all);
    this.enter(plan, conversation);
    return { gmailId: arrived.evidence.gmailId, outcome: 'filed', severity, category };
  }

  /** A message that was filed before. A person who sends it on adds their weight: a note becomes a case, and a case hears of them. */
  private fileAgain(plan: Plan, same: FlagRow, twins: readonly FlagRow[]): Filed {
    const { bringer, route, arrived } = plan;
    const known = (severity: Filed['severity']): Filed => ({ gmailId: arrived.evidence.gmailId, outcome: 'known', severity, category: same.category });
    if (bringer === null || same.flag === plan.flag) return known(same.severity as Filed['severity']);
    const severity = Math.max(same.severity, 2) as Filed['severity'];
    const row = this.cases.get(same.reference);
    if (same.reference === '') {
      const conversation = conversationOf(arrived, [...this.flags.values()]).filter(({ flag }) => flag !== same.flag);
      this.enter({ ...plan, flag: same.flag, severity: severity === 3 ? 3 : 2 }, conversation, plan.flag);
      return known(severity);
    }
    // Its case was erased: nothing is said of it again.
    if (!row || row.facts.mail?.brought.includes(plan.flag) || route === 'written to us') return known(severity);
    if (this.mayJoin(plan, row)) this.addReport(plan, row, bringer);
    else this.enter(plan, [same, ...twins]);
    return known(severity);
  }

  /** An open case that nobody reads whom the message names. Whoever it says did something learns nothing of it by writing to us (B5). */
  private mayJoin({ goes, bringer }: Plan, row: CaseRow): boolean {
    const isTheirs = bringer !== null && row.facts.people.some(({ email, role }) => role === 'alleged' && email === bringer.email);
    return row.state !== 'closed' && !isTheirs && fitsLane(goes, row.lane, readersFor(row, this.context.school));
  }

  private addReport(plan: Plan, row: CaseRow, bringer: NonNullable<Plan['bringer']>): void {
    const text = plan.arrived.remark.trim();
    if (row.reporter === bringer.email && text === '') return;
    this.into(row, [
      caseEvent('concern added to', row.reference, { text, files: [], sentOn: { ...bringer, flag: plan.flag, gmailId: plan.evidence.gmailId } }),
    ]);
    this.tell(plan, row.reference, false);
  }

  /** @param brought the flag of the mail that brings it, when that is another than the message's own */
  private enter(plan: Plan, conversation: readonly FlagRow[], brought = plan.flag): void {
    const references = [...new Set(conversation.map(({ reference }) => reference).filter((reference) => reference !== ''))];
    const cases = references.flatMap((reference) => this.cases.get(reference) ?? []).reverse();
    const open = cases.find((row) => this.mayJoin(plan, row));
    if (open) this.join(plan, open, conversation);
    else if (plan.severity >= 2) this.raise(plan, cases, conversation, brought);
    else this.record(this.flagged(plan, plan.flag, '', plan.evidence.text));
  }

  private raise(plan: Plan, cases: readonly CaseRow[], conversation: readonly FlagRow[], brought: string): void {
    const { goes, guess, route, bringer, severity } = plan;
    const reference = this.context.newReference();
    const raised: CaseEvents['concern raised'] = {
      ...{ story: this.storyOf(plan), happened: happenedAt(plan), where: 'The school’s mail', device: '', url: '', done: '', toldDslInPerson: false },
      ...{ about: goes.about, typeHint: typeOfMail(guess, severity, goes.people), danger: saysDanger(guess, severity) },
      ...{ lane: goes.lane, people: goes.people, reporter: bringer ?? { email: '', name: '', isPupil: false }, files: [] },
      mail: { route, category: plan.category, severity, flag: brought },
    };
    const row = this.into(undefined, [
      caseEvent('concern raised', reference, raised),
      ...this.drawnIn(plan, reference, goes.lane, conversation),
      this.flagged(plan, reference, reference, ''),
      ...cases.map((other) => caseEvent('case linked', reference, { to: other.reference })),
    ]);
    for (const other of cases) this.record(caseEvent('case linked', other.reference, { to: reference }));
    this.tell(plan, row.reference, true);
  }

  private join(plan: Plan, row: CaseRow, conversation: readonly FlagRow[]): void {
    const { flag, bringer } = plan;
    const { reference } = row;
    const sentOn = bringer === null ? {} : { sentOn: { ...bringer, flag } };
    this.into(row, [
      ...this.peopleAdded(plan, row),
      caseEvent('concern added to', reference, { text: this.storyOf(plan), files: [], message: flag, ...sentOn }),
      ...this.drawnIn(plan, reference, row.lane, conversation),
      this.flagged(plan, reference, reference, ''),
    ]);
    this.tell(plan, reference, false);
  }

  /** Messages of the conversation that were only noted belong to the case from now on; none that names one of its readers. */
  private drawnIn(plan: Plan, reference: string, lane: Flagged['lane'], conversation: readonly FlagRow[]): NewEvent[] {
    const readers = new Set(plan.goes.readers);
    return conversation
      .filter((row) => row.reference === '' && row.flag !== plan.flag && !row.named.some((each) => readers.has(each)))
      .flatMap(({ flag }) => {
        const kept = this.noted.get(flag);
        return kept ? [flagEvent(reference, { ...kept, reference, lane })] : [];
      });
  }

  /** Whoever comes in with a further message. @throws RecordsBusy when somebody has just corrected the people: it is filed with the next beat */
  private peopleAdded({ goes }: Plan, row: CaseRow): NewEvent[] {
    const known = this.peopleOf(row.reference);
    const isIn = ({ email, mayBe = [], name }: Involvement) =>
      email === '' && mayBe.length === 0
        ? known?.people.some((each) => each.email === '' && each.name === name)
        : row.facts.people.some((each) => (email === '' ? each.email === '' && String(each.mayBe) === String(mayBe) : each.email === email));
    const added = goes.people.filter((person) => !isIn(person)).slice(0, Math.max(0, MOST_IN_A_CASE - row.facts.people.length));
    if (added.length === 0) return [];
    if (known?.version !== row.facts.peopleVersion) throw new RecordsBusy('The people of a case have just been corrected');
    return [caseEvent('case people changed', row.reference, { people: [...known.people, ...added], why: 'They are in a further message.' })];
  }

  /** As they were read beforehand, and as this batch has changed them since. */
  private peopleOf(reference: string): { people: Involvement[]; version: number } | undefined {
    const before = this.earlier.people.get(reference);
    const named = this.events.filter(({ action, subject }) => subject === reference && (action === 'concern raised' || action === 'case people changed'));
    const last = named[named.length - 1];
    if (last === undefined) return before;
    return { people: (last.payload as unknown as CaseEvents['case people changed']).people, version: (before?.version ?? 0) + named.length };
  }

  /** Records what happens to one case, with what the rules then want done. */
  private into(row: CaseRow | undefined, events: readonly NewEvent[]): CaseRow {
    const reference = String(events[0]?.subject);
    for (const event of [...events, ...taskEvents(row, events, this.context)]) this.record(event);
    const after = this.cases.get(reference);
    if (!after) throw new RangeError(`${reference} is no case`);
    return after;
  }

  private record(event: NewEvent): void {
    this.events.push(event);
    const recorded = { ...event, sequence: 0, at: this.context.now, actor: 'nobody yet' };
    for (const key of caseProjection.keysOf(recorded)) {
      const row = caseProjection.apply(this.cases.get(key), recorded, key);
      if (row) this.cases.set(key, row);
    }
    for (const key of flagProjection.keysOf(recorded)) {
      const row = flagProjection.apply(this.flags.get(key), recorded, key);
      if (row) this.flags.set(key, row);
    }
    const flagged = event.action === 'message flagged' ? (event.payload as unknown as Flagged) : undefined;
    if (flagged?.reference === '') this.noted.set(flagged.flag, flagged);
  }

  /** A new case, and whatever is high, is told; of the rest, what joins a case that somebody has looked at. */
  private tell({ severity }: Plan, reference: string, isNew: boolean): void {
    const row = this.cases.get(reference);
    if (!row) return;
    const urgent = severity === 3 || (isNew && isUrgent(row));
    if (isNew || urgent || (severity === 2 && row.unseenSince === null)) {
      this.notices.push({ row, readers: readersFor(row, this.context.school), isUrgent: urgent, isNew });
    }
  }

  private storyOf({ route, guess, bringer, arrived, evidence }: Plan): string {
    return storyOfMail({ how: route, category: guess, bringer, remark: arrived.remark, evidence });
  }

  private flagged(plan: Plan, subject: string, reference: string, text: string): NewEvent {
    const { flag, route, category, severity, reasons, scorer, evidence, arrived, goes, named } = plan;
    const kept = { ...evidence, text };
    return flagEvent(subject, {
      flag,
      reference,
      route,
      category,
      severity,
      reasons,
      scorer,
      evidence: kept,
      fingerprint: arrived.fingerprint,
      lane: goes.lane,
      named,
    });
  }
}

function flagEvent(subject: string, payload: Flagged): NewEvent {
  return { action: 'message flagged', subject, payload: payload as unknown as Json };
}
