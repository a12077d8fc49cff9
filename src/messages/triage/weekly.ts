import { weekOfDigest } from '../../incidents/clock/digest.ts';
import { LANE_IDS } from '../../incidents/concern.ts';
import { incidentSettings } from '../../incidents/incident-settings.script.ts';
import { readersOf } from '../../incidents/lanes.ts';
import type { OutgoingMail } from '../../records/outbox.ts';
import { addDays, type IsoDate, ukDate, ukDay } from '../../school/calendar.ts';
import type { School } from '../../school/school.ts';
import { type Memory, remember } from '../../school/settings.script.ts';
import type { Visit } from '../../school/visit.ts';
import { FLAG_TABLES, flagsSeen } from '../dispositions/flags-seen.ts';
import { rulesBelow } from '../dispositions/precision.ts';
import type { FlagRow } from '../flag.ts';
import { breachTable } from '../house/breaches.ts';
import { maySeeBreach } from '../house/see-breaches.ts';
import { type Monitoring, modeOn, monitoringFrom, monitoringTable } from '../monitoring.ts';
import { registerOf } from './people-in-mail.ts';

/** The script property that holds the moment up to which the last list counted. */
const COUNTED_TO = 'flags-counted-to';
const WEEK_MS = 7 * 86_400_000;
/** Days before a decision lapses in which its last day is said. */
const LAPSE_SAID_DAYS = 35;

/** What somebody may see of what was flagged, and of what belongs beside it. */
export interface WeekSeen {
  flags: readonly FlagRow[];
  /** Rules of which too little of what they flagged was real. */
  proposals: number;
  /** Lines of the house rules that nobody has looked at. */
  breaches: number;
  /** The last day of the decision on all mail, for whoever may decide again, once it is near; ''. */
  lapses: IsoDate | '';
}

/** Flags of a week, in numbers. */
interface WeekOfFlags extends Omit<WeekSeen, 'flags'> {
  high: number;
  medium: number;
  low: number;
  /** Of all there are: nobody has said yet what they turned out to be. */
  unsettled: number;
}

/**
 * One mail for each who sees flagged messages, of those alone: whoever a flag names is not even counted it (rule 21, B5). Whoever has nothing to look at
 * gets none.
 * @param since the moment from which something is new
 */
export function weeklyMails(seenBy: (person: string) => WeekSeen, { since, now }: { since: string; now: string }, school: School): OutgoingMail[] {
  const people = [...new Set(LANE_IDS.flatMap((lane) => readersOf(lane, school)))];
  return people.flatMap((person) => {
    const { flags, ...rest } = seenBy(person);
    const fresh = flags.filter(({ flagged }) => flagged > since && flagged <= now);
    const count = (severity: number) => fresh.filter((row) => row.severity === severity).length;
    const unsettled = flags.filter(({ disposition }) => disposition === '').length;
    const week: WeekOfFlags = { high: count(3), medium: count(2), low: count(1), unsettled, ...rest };
    return fresh.length + unsettled + rest.proposals + rest.breaches === 0 && rest.lapses === '' ? [] : [weeklyMail(person, week, school)];
  });
}

/** The heartbeat's task: once a week, on the day of the digest. The key is the week's, so that it goes once however often it is tried. */
export function sendWeeklyFlags(visit: Visit, memory: Memory): void {
  const { me, now, records, school } = visit;
  const week = weekOfDigest(now, incidentSettings(memory), school);
  const countedTo = memory.rest[COUNTED_TO] ?? '';
  if (week === null || (countedTo !== '' && ukDay(countedTo) >= week)) return;
  const since = countedTo || new Date(Date.parse(now) - WEEK_MS).toISOString();
  const register = registerOf(visit.roll, school);
  const upTo = records.decide<string>({ key: `flags-of-${week}`, actor: me.email, reads: [...FLAG_TABLES, monitoringTable, breachTable] }, (view) => {
    const monitoring = monitoringFrom(view.rows(monitoringTable));
    const seenBy = (person: string): WeekSeen => {
      const flags = flagsSeen(view, { me: { ...me, email: person }, school });
      const breaches = view.rows(breachTable).filter((row) => row.seenAt === null && maySeeBreach(row, person, register));
      return {
        flags,
        proposals: rulesBelow(flags, monitoring, ukDay(now)).length,
        breaches: breaches.length,
        lapses: lapsesFor(person, monitoring, ukDay(now), school),
      };
    };
    const mails = weeklyMails(seenBy, { since, now }, school);
    const event = { action: 'flags digest sent', subject: `flags-${week}`, payload: { since, to: mails.flatMap(({ to }) => [...to]) } };
    return { events: mails.length === 0 ? [] : [event], mails, answer: now };
  });
  remember(COUNTED_TO, upTo);
}

/** With the assessment to look at again, a new decision takes some weeks; without one the school's mail is looked at by words alone. */
function lapsesFor(person: string, monitoring: Monitoring, today: IsoDate, { head, dsl }: Pick<School, 'head' | 'dsl'>): WeekSeen['lapses'] {
  const { journal } = monitoring;
  if (journal === null || modeOn(today, monitoring) !== 'journal' || (person !== head && person !== dsl)) return '';
  return journal.until < addDays(today, LAPSE_SAID_DAYS) ? journal.until : '';
}

function weeklyMail(to: string, { high, medium, low, unsettled, proposals, breaches, lapses }: WeekOfFlags, school: School): OutgoingMail {
  const lapse =
    lapses === ''
      ? []
      : [
          '',
          `The decision to look at all mail of some units holds until ${ukDate(lapses)}, and no longer. To go on, decide again before that day:`,
          '',
          `${school.address}?page=monitoring`,
        ];
  const proposed =
    proposals === 0
      ? []
      : [
          '',
          `${proposals === 1 ? 'One rule is' : `${proposals} rules are`} proposed for change there: of what ${proposals === 1 ? 'it' : 'they'} flagged, too little was real. The page has examples.`,
        ];
  const ofTheHouse =
    breaches === 0
      ? []
      : [
          '',
          `House rules for mail, which are no concerns: ${breaches === 1 ? 'one line waits' : `${breaches} lines wait`} for somebody to look at:`,
          '',
          `${school.address}?page=house-rules`,
        ];
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
      ...proposed,
      ...ofTheHouse,
      ...lapse,
    ].join('\n'),
    mayWait: true,
  };
}
