import { weekOfDigest } from '../../incidents/clock/digest.ts';
import { LANE_IDS } from '../../incidents/concern.ts';
import { incidentSettings } from '../../incidents/incident-settings.script.ts';
import { readersOf } from '../../incidents/lanes.ts';
import type { OutgoingMail } from '../../records/outbox.ts';
import { ukDay } from '../../school/calendar.ts';
import type { School } from '../../school/school.ts';
import { type Memory, remember } from '../../school/settings.script.ts';
import type { Visit } from '../../school/visit.ts';
import { FLAG_TABLES, seesFlag } from '../dispositions/flags-seen.ts';
import type { FlagRow } from '../flag.ts';

/** The script property that holds the moment up to which the last list counted. */
const COUNTED_TO = 'flags-counted-to';
const WEEK_MS = 7 * 86_400_000;

/** Flags of a week, in numbers. */
export interface WeekOfFlags {
  high: number;
  medium: number;
  low: number;
  /** Of all there are: nobody has said yet what they turned out to be. */
  unsettled: number;
}

/**
 * One mail for each who sees flagged messages, of those alone: whoever a flag names is not even counted it (rule 21, B5). Whoever sees none gets none.
 * @param since the moment from which something is new
 */
export function weeklyMails(
  rows: readonly FlagRow[],
  maySee: (row: FlagRow, person: string) => boolean,
  { since, now }: { since: string; now: string },
  school: School,
): OutgoingMail[] {
  const people = [...new Set(LANE_IDS.flatMap((lane) => readersOf(lane, school)))];
  return people.flatMap((person) => {
    const seen = rows.filter((row) => maySee(row, person));
    const fresh = seen.filter(({ flagged }) => flagged > since && flagged <= now);
    const count = (severity: number) => fresh.filter((row) => row.severity === severity).length;
    const week: WeekOfFlags = { high: count(3), medium: count(2), low: count(1), unsettled: seen.filter(({ disposition }) => disposition === '').length };
    return fresh.length === 0 && week.unsettled === 0 ? [] : [weeklyMail(person, week, school)];
  });
}

/** The heartbeat's task: once a week, on the day of the digest. The key is the week's, so that it goes once however often it is tried. */
export function sendWeeklyFlags(visit: Visit, memory: Memory): void {
  const { me, now, records, school } = visit;
  const week = weekOfDigest(now, incidentSettings(memory), school);
  const countedTo = memory.rest[COUNTED_TO] ?? '';
  if (week === null || (countedTo !== '' && ukDay(countedTo) >= week)) return;
  const since = countedTo || new Date(Date.parse(now) - WEEK_MS).toISOString();
  const upTo = records.decide<string>({ key: `flags-of-${week}`, actor: me.email, reads: [...FLAG_TABLES] }, (view) => {
    const [flagTable] = FLAG_TABLES;
    const maySee = (row: FlagRow, person: string) => seesFlag(row, view, { me: { ...me, email: person }, school });
    const mails = weeklyMails(view.rows(flagTable), maySee, { since, now }, school);
    const event = { action: 'flags digest sent', subject: `flags-${week}`, payload: { since, to: mails.flatMap(({ to }) => [...to]) } };
    return { events: mails.length === 0 ? [] : [event], mails, answer: now };
  });
  remember(COUNTED_TO, upTo);
}

function weeklyMail(to: string, { high, medium, low, unsettled }: WeekOfFlags, school: School): OutgoingMail {
  return {
    to: [to],
    subject: 'Handrail: flagged messages of the week in numbers',
    body: [
      'Of the flagged messages that you may see, since the last such mail, as Handrail took them (a case has the severity that somebody set):',
      '',
      `- high: ${high}`,
      `- medium: ${medium}`,
      `- low, in the list alone: ${low}`,
      '',
      `${unsettled === 1 ? 'One of all waits' : `${unsettled} of all wait`} for somebody to say what it turned out to be:`,
      '',
      `${school.address}?page=flags`,
    ].join('\n'),
    mayWait: true,
  };
}
