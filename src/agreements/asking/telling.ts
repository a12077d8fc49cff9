import { isAddress } from '../../records/mime.ts';
import { addDays, daysBetween, type IsoDate } from '../../school/calendar.ts';
import { hasLeft, type RollEntry } from '../../school/roll.ts';
import type { School } from '../../school/school.ts';
import { SIGNING } from '../audience.ts';
import type { AgreementRow } from '../published.ts';
import { isInForce, isOutstanding } from '../standing.ts';
import { isOverdue, type StandingRow, stateNow } from '../standings.ts';
import type { Member } from './members.ts';
import type { AgreementSettings } from './settings.ts';

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

/** How much is told in one go, about. */
export interface Portion {
  mails: number;
  /** Standings that are told about: each is a row to be written. */
  standings: number;
}

/** A mail that is due within so many days goes along with one that is due today: no mail on each of three days. */
const ALONG_DAYS = 2;

/**
 * Everything that is still to be done, with what is due about it on a day. Nobody who is no member any more is told anything, nor is an
 * address that no mail can go to: one such would keep back everybody's.
 */
export function itemsOn(today: IsoDate, asked: readonly AskedAgreement[], settings: AgreementSettings, dayOf: (moment: string) => IsoDate): Item[] {
  return asked.flatMap(({ agreement, members, standings }) =>
    standings.flatMap((row): Item[] => {
      const told = (members.get(row.person)?.told ?? []).filter(isAddress);
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
 * The mails to send: one a person, with all that is theirs. Whoever is told about something together with others gets the mail together
 * with them, so that a standing is never half told; so it may be a few more than asked for.
 * @returns digests in which everything with a step is told now; at least one when anything is due and any is wanted
 */
export function digestsOn(today: IsoDate, items: readonly Item[], settings: AgreementSettings, dayOf: (moment: string) => IsoDate, most: Portion): Digest[] {
  const soon = addDays(today, ALONG_DAYS);
  const byRecipient = new Map<string, Item[]>();
  for (const item of items) for (const to of item.told) byRecipient.set(to, [...(byRecipient.get(to) ?? []), item]);

  const digests = new Map<string, Digest>();
  let standings = 0;
  for (const item of items) {
    if (item.step === null || digests.size >= most.mails || standings >= most.standings) continue;
    const queue = [...item.told];
    for (let to = queue.shift(); to !== undefined; to = queue.shift()) {
      if (digests.has(to)) continue;
      const own = (byRecipient.get(to) ?? []).map((each) => ({ ...each, step: each.step ?? stepDue(each.row, soon, settings, dayOf) }));
      digests.set(to, { to, items: own });
      standings += own.length;
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
 * Adults who have been told as often as is meant to help and are late: first their line manager is told, then the headteacher; where the
 * list names no line manager who is still there, or the line manager is the one who has not signed, the headteacher at once. Nobody is told
 * about themself, and nobody before the day by which it was to be done.
 */
export function escalationsOn(
  today: IsoDate,
  items: readonly Item[],
  { roll, school }: { roll: readonly RollEntry[]; school: Pick<School, 'head' | 'chair'> },
  settings: AgreementSettings,
  dayOf: (moment: string) => IsoDate,
): Escalation[] {
  const here = new Map(roll.filter((entry) => isAddress(entry.email) && !hasLeft(entry, today)).map((entry) => [entry.email, entry]));
  const managerOf = ({ person }: StandingRow) => {
    const manager = here.get(person)?.lineManager ?? '';
    return manager !== person && here.has(manager) ? manager : null;
  };
  const lastReminder = settings.remindAfterDays[Math.min(settings.remindAfterDays.length, settings.mostMails - 1) - 1] ?? 0;
  const found = new Map<string, Escalation>();
  for (const { agreement, row } of items) {
    if (!SIGNING[agreement.audience].isApproved || row.toldAt === null || row.escalated === 'head' || !isOverdue(row, today)) continue;
    if (stepDue(row, FAR_AHEAD, settings, dayOf) !== null) continue;
    const manager = row.escalated === '' ? managerOf(row) : null;
    const to = manager === null ? 'head' : 'line manager';
    const days = to === 'head' ? settings.headAfterDays : settings.lineManagerAfterDays;
    if (daysBetween(dayOf(row.toldAt), today) < days - lastReminder) continue;
    const address = manager ?? (row.person === school.head ? school.chair : school.head);
    const key = `${to} ${address}`;
    found.set(key, { to, address, rows: [...(found.get(key)?.rows ?? []), row] });
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
