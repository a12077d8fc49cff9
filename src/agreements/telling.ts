import { addDays, daysBetween, type IsoDate } from '../school/calendar.ts';
import type { RollEntry } from '../school/roll.ts';
import type { School } from '../school/school.ts';
import { SIGNING } from './audience.ts';
import type { Member } from './members.ts';
import type { AgreementRow } from './published.ts';
import type { AgreementSettings } from './settings.ts';
import { isInForce, isOutstanding } from './standing.ts';
import { type StandingRow, stateNow } from './standings.ts';

/** An agreement that people are asked for, with those it is for and where they stand. */
export interface AskedAgreement {
  agreement: AgreementRow;
  /** By person. */
  members: ReadonlyMap<string, Member>;
  standings: readonly StandingRow[];
}

/** Something that somebody is told about: a standing that is to be done. */
export interface Item {
  agreement: AgreementRow;
  row: StandingRow;
  /** Everybody who is told about it. */
  told: readonly string[];
  /** 0: the first mail; 1 …: the reminder; null: nothing is due about it yet. */
  step: number | null;
}

/** One mail a person, about everything of theirs (A15). */
export interface Digest {
  to: string;
  items: Item[];
}

/** A mail that is due within so many days goes along with one that is due today: no mail on each of three days. */
const ALONG_DAYS = 2;

/** Everything that is still to be done, with what is due about it on a day. Nobody who is no member any more is told anything. */
export function itemsOn(today: IsoDate, asked: readonly AskedAgreement[], settings: AgreementSettings, dayOf: (moment: string) => IsoDate): Item[] {
  return asked.flatMap(({ agreement, members, standings }) =>
    standings.flatMap((row): Item[] => {
      const told = members.get(row.person)?.told ?? [];
      if (!isOutstanding(stateNow(row, agreement)) || told.length === 0) return [];
      return [{ agreement, row, told, step: stepDue(row, today, settings, dayOf) }];
    }),
  );
}

/**
 * Which mail about a standing is due. Reminders are counted from the mail before, so that a holiday in between does not end in a mail on
 * each of the first days back.
 * @returns null when none is
 */
export function stepDue(
  { told, toldAt }: Pick<StandingRow, 'told' | 'toldAt'>,
  today: IsoDate,
  { remindAfterDays, mostMails }: Pick<AgreementSettings, 'remindAfterDays' | 'mostMails'>,
  dayOf: (moment: string) => IsoDate,
): number | null {
  if (told === 0 || toldAt === null) return 0;
  const days = remindAfterDays[told - 1];
  if (days === undefined || told >= mostMails) return null;
  return daysBetween(dayOf(toldAt), today) >= days - (remindAfterDays[told - 2] ?? 0) ? told : null;
}

/**
 * The mails to send, at most about so many: one a person, with all that is theirs. Whoever is told about something together with others
 * gets the mail together with them, so that a standing is never half told.
 * @returns digests in which everything with a step is told now
 */
export function digestsOn(today: IsoDate, items: readonly Item[], settings: AgreementSettings, dayOf: (moment: string) => IsoDate, most: number): Digest[] {
  const soon = addDays(today, ALONG_DAYS);
  const byRecipient = new Map<string, Item[]>();
  for (const item of items) for (const to of item.told) byRecipient.set(to, [...(byRecipient.get(to) ?? []), item]);

  const digests = new Map<string, Digest>();
  for (const item of items) {
    if (item.step === null || digests.size >= most) continue;
    const queue = [...item.told];
    for (let to = queue.shift(); to !== undefined; to = queue.shift()) {
      if (digests.has(to)) continue;
      const own = (byRecipient.get(to) ?? []).map((each) => ({ ...each, step: each.step ?? stepDue(each.row, soon, settings, dayOf) }));
      digests.set(to, { to, items: own });
      queue.push(...own.filter(({ step }) => step !== null).flatMap(({ told }) => told));
    }
  }
  return [...digests.values()];
}

/** Whom a standing is passed on to, now that all mails were in vain. */
export interface Escalation {
  to: 'line manager' | 'head';
  /** Address of whoever is told. */
  address: string;
  rows: StandingRow[];
}

/**
 * Adults who have been told as often as is meant to help: first their line manager is told, then the headteacher; where the list names no
 * line manager, or the line manager is the one who has not signed, the headteacher at once. Nobody is told about themself.
 */
export function escalationsOn(
  today: IsoDate,
  items: readonly Item[],
  { roll, school }: { roll: readonly RollEntry[]; school: Pick<School, 'head' | 'chair'> },
  settings: AgreementSettings,
  dayOf: (moment: string) => IsoDate,
): Escalation[] {
  const managers = new Map(roll.map(({ email, lineManager }) => [email, lineManager]));
  const listed = new Set(managers.keys());
  const found = new Map<string, Escalation>();
  const lastReminder = settings.remindAfterDays[Math.min(settings.remindAfterDays.length, settings.mostMails - 1) - 1] ?? 0;
  for (const { agreement, row, step } of items) {
    if (!SIGNING[agreement.audience].isApproved || step !== null || row.toldAt === null || row.escalated === 'head') continue;
    const since = daysBetween(dayOf(row.toldAt), today);
    if (stepDue(row, FAR_AHEAD, settings, dayOf) !== null) continue;
    const manager = managers.get(row.person) ?? '';
    const hasManager = manager !== row.person && listed.has(manager);
    const to = hasManager && row.escalated === '' ? 'line manager' : 'head';
    if (since < (to === 'head' ? settings.headAfterDays : settings.lineManagerAfterDays) - lastReminder) continue;
    const aboveHead = row.person === school.head ? school.chair : school.head;
    const address = to === 'head' ? aboveHead : manager;
    const key = `${to} ${address}`;
    const standing = found.get(key) ?? { to, address, rows: [] };
    found.set(key, { ...standing, rows: [...standing.rows, row] });
  }
  return [...found.values()];
}

/** A day by which every reminder that will ever be due is due. */
const FAR_AHEAD: IsoDate = '9999-12-31';

/** Guests whose access ends soon, by whoever let them in; each is told of once for each end (A4). */
export function accessEndingOn(
  today: IsoDate,
  asked: readonly AskedAgreement[],
  { guestReminderDays }: Pick<AgreementSettings, 'guestReminderDays'>,
): StandingRow[] {
  const last = addDays(today, guestReminderDays);
  return asked.flatMap(({ standings }) =>
    standings.filter(
      (row) =>
        isInForce(row.state) &&
        row.accessEnds !== null &&
        row.accessEnds >= today &&
        row.accessEnds <= last &&
        row.escalated !== `access ends ${row.accessEnds}`,
    ),
  );
}
