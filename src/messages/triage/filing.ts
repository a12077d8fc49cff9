import { type CaseRow, caseProjection, readersFor } from '../../incidents/case.ts';
import { isUrgent } from '../../incidents/clock/urgent.ts';
import type { Involvement } from '../../incidents/concern.ts';
import type { CaseEvents } from '../../incidents/events.ts';
import { readersLeft } from '../../incidents/lanes.ts';
import { UNPROVEN } from '../../incidents/mail/shown-message.ts';
import { caseEvent, taskEvents } from '../../incidents/working/work-on.ts';
import { RecordsBusy } from '../../records/errors.ts';
import type { NewEvent } from '../../records/journal.ts';
import type { Visit } from '../../school/visit.ts';
import { type FlagEvents, type FlagRow, flagProjection, MOST_ADDRESSED } from '../flag.ts';
import type { Notice } from './alerts.ts';
import type { Filed } from './arrived.ts';
import { conversationOf, sameMessages } from './conversation.ts';
import { happenedAt, type Plan } from './filing-plan.ts';
import { flagEvent, flagged } from './flag-event.ts';
import { bringsPeople, type Copy, takenTogether } from './further-copies.ts';
import { askedAgain, furtherMail } from './further-mail.ts';
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

const TO_MANY = `The same message went to more than ${MOST_ADDRESSED} people: those who got it from then on are not named here.`;

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
  /** Copies of known messages, by flag, that came one after the other and are not noted yet. */
  private readonly copies = new Map<string, Copy[]>();

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

  /** Files messages, each one or finds that it is filed. */
  fileAll(plans: readonly Plan[]): Filed[] {
    const filed = plans.map((plan) => this.file(plan));
    this.noteCopies();
    return filed;
  }

  private file(plan: Plan): Filed {
    const { arrived, severity, category } = plan;
    const known = sameMessages(arrived, [...this.flags.values()]);
    const [same] = known;
    if (same) return this.fileAgain(plan, same, known);
    this.noteCopies();
    const all = [...this.flags.values()];
    const conversation = conversationOf(arrived, all);
    this.enter(plan, conversation);
    return { gmailId: arrived.evidence.gmailId, outcome: 'filed', severity, category };
  }

  /**
   * A message that was filed before. A person who sends it on adds their weight: a note becomes a case, and a case hears of them.
   * @param alike all flags of the same message, `same` the first
   */
  private fileAgain(plan: Plan, same: FlagRow, alike: readonly FlagRow[]): Filed {
    const { bringer, route, arrived } = plan;
    const { gmailId } = arrived.evidence;
    const known = (severity: Filed['severity']): Filed => ({ gmailId, outcome: 'known', severity, category: same.category });
    if (same.flag === plan.flag || alike.some(({ copies }) => copies.includes(gmailId))) return known(same.severity as Filed['severity']);
    if (bringer === null) {
      this.fileCopy(plan, same, alike);
      return known(same.severity as Filed['severity']);
    }
    this.noteCopies();
    const severity = Math.max(same.severity, plan.severity) as Filed['severity'];
    const row = this.cases.get(same.reference);
    if (same.reference === '') {
      const conversation = conversationOf(arrived, [...this.flags.values()]).filter(({ flag }) => flag !== same.flag);
      this.enter({ ...plan, flag: same.flag, severity: severity === 3 ? 3 : 2 }, conversation, plan.flag);
      return known(severity);
    }
    // Its case was erased: nothing is said of it again.
    if (!row || row.facts.mail?.brought.includes(plan.flag)) return known(severity);
    if (route === 'written to us') this.copyOf(same, { plan, bringsPeople: false });
    else if (plan.severity <= same.severity && this.mayJoin(plan, row)) this.addReport(plan, same, row, bringer);
    else this.enter(plan, alike);
    return known(severity);
  }

  /** One more copy of what is known. Those whom it went to come in where it stands, or where whoever reads that is not among them. */
  private fileCopy(plan: Plan, same: FlagRow, alike: readonly FlagRow[]): void {
    const place = alike.find((row) => this.takes(plan, row));
    const isToOthers = bringsPeople(plan, alike);
    if (!isToOthers || place) {
      this.copyOf(place ?? same, { plan, bringsPeople: isToOthers });
      return;
    }
    this.noteCopies();
    this.enter(plan, alike);
  }

  /** Whether a copy may stand where the message stands: it is no graver, and nobody who reads it there got it. */
  private takes(plan: Plan, { reference, severity, lane, named }: FlagRow): boolean {
    if (plan.severity > severity) return false;
    if (reference === '') return fitsLane(plan.goes, lane, readersLeft(lane, named, this.context.school)?.readers ?? []);
    const row = this.cases.get(reference);
    return row !== undefined && this.mayJoin(plan, row);
  }

  private copyOf({ flag }: FlagRow, copy: Copy): void {
    this.copies.set(flag, [...(this.copies.get(flag) ?? []), copy]);
  }

  /** Copies that came one after the other are noted together: a message that goes to hundreds is a few events. */
  private noteCopies(): void {
    const all = [...this.copies];
    this.copies.clear();
    for (const [flag, copies] of all) {
      const row = this.flags.get(flag);
      if (row) this.noteTogether(row, copies);
    }
  }

  private noteTogether(flag: FlagRow, copies: readonly Copy[]): void {
    const { seen, people, isToMany } = takenTogether(flag, copies);
    const event: NewEvent = { action: 'message seen again', subject: flag.reference || flag.flag, payload: seen };
    const row = this.cases.get(flag.reference);
    const told = isToMany ? [{ text: TO_MANY, files: [] }] : [];
    const changes = row
      ? [...this.peopleAdded(people, row, 'The same message went to them.'), ...told.map((each) => caseEvent('concern added to', row.reference, each))]
      : [];
    if (!row || changes.length === 0) {
      this.record(event);
      return;
    }
    this.into(row, [...changes, event]);
    const [gravest] = copies.map(({ plan }) => plan).sort((one, other) => other.severity - one.severity);
    if (gravest) this.tell(gravest, row.reference, false);
  }

  /** An open case that nobody reads whom the message names. Whoever it says did something learns nothing of it by writing to us (B5). */
  private mayJoin({ goes, bringer }: Plan, row: CaseRow): boolean {
    const isTheirs = bringer !== null && row.facts.people.some(({ email, role }) => role === 'alleged' && email === bringer.email);
    return row.state !== 'closed' && !isTheirs && fitsLane(goes, row.lane, readersFor(row, this.context.school));
  }

  private addReport(plan: Plan, same: FlagRow, before: CaseRow, bringer: NonNullable<Plan['bringer']>): void {
    const remark = plan.arrived.remark.trim();
    const isRepeat = bringer.email !== '' && before.reporter === bringer.email && remark === '';
    const text = [remark, plan.evidence.isUnproven ? UNPROVEN : ''].filter((part) => part !== '').join('\n\n');
    const isToOthers = bringsPeople(plan, [same]);
    if (isRepeat || isToOthers) this.copyOf(same, { plan, bringsPeople: isToOthers });
    if (isRepeat) return;
    this.noteCopies();
    const row = this.cases.get(before.reference) ?? before;
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
    else this.record(flagged(plan, plan.flag, '', plan.evidence.text));
  }

  private raise(plan: Plan, cases: readonly CaseRow[], conversation: readonly FlagRow[], brought: string): void {
    const { goes, guess, route, bringer, severity, evidence } = plan;
    const reference = this.context.newReference();
    const raised: CaseEvents['concern raised'] = {
      ...{ story: this.storyOf(plan), happened: happenedAt(plan), where: 'The school’s mail', device: '', url: '', done: '', toldDslInPerson: false },
      ...{ about: goes.about, typeHint: typeOfMail(guess, severity, goes.people), danger: saysDanger(guess, severity) },
      ...{ lane: goes.lane, people: goes.people, reporter: bringer ?? { email: '', name: '', isPupil: false }, files: [] },
      mail: { route, category: plan.category, severity, flag: brought, ...(evidence.isUnproven ? { isUnproven: true } : {}) },
    };
    const row = this.into(undefined, [
      caseEvent('concern raised', reference, raised),
      ...this.drawnIn(plan, reference, goes.lane, conversation),
      flagged(plan, reference, reference, ''),
      ...cases.map((other) => caseEvent('case linked', reference, { to: other.reference })),
    ]);
    for (const other of cases) this.record(caseEvent('case linked', other.reference, { to: reference }));
    this.tell(plan, row.reference, true);
  }

  private join(plan: Plan, row: CaseRow, conversation: readonly FlagRow[]): void {
    const { flag, bringer } = plan;
    const { reference } = row;
    const sentOn = bringer === null ? {} : { sentOn: { ...bringer, flag } };
    const further = furtherMail(plan, row);
    const after = this.into(row, [
      ...this.peopleAdded(plan.goes.people, row, 'They are in a further message.'),
      caseEvent('concern added to', reference, { text: this.storyOf(plan), files: [], message: flag, further, ...sentOn }),
      ...this.drawnIn(plan, reference, row.lane, conversation),
      flagged(plan, reference, reference, ''),
    ]);
    for (const event of askedAgain(after, flag, further, this.context)) this.record(event);
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
  private peopleAdded(people: readonly Involvement[], row: CaseRow, why: string): NewEvent[] {
    const known = this.peopleOf(row.reference);
    const isIn = ({ email, mayBe = [], name }: Involvement) =>
      email === '' && mayBe.length === 0
        ? known?.people.some((each) => each.email === '' && each.name === name)
        : row.facts.people.some((each) => (email === '' ? each.email === '' && String(each.mayBe) === String(mayBe) : each.email === email));
    const added = people.filter((person) => !isIn(person)).slice(0, Math.max(0, MOST_IN_A_CASE - row.facts.people.length));
    if (added.length === 0) return [];
    if (known?.version !== row.facts.peopleVersion) throw new RecordsBusy('The people of a case have just been corrected');
    return [caseEvent('case people changed', row.reference, { people: [...known.people, ...added], why })];
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
    const kept = event.action === 'message flagged' ? (event.payload as unknown as Flagged) : undefined;
    if (kept?.reference === '') this.noted.set(kept.flag, kept);
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
}
