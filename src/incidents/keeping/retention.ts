import { type IsoDate, startOfSchoolYear, ukDate, ukDay } from '../../school/calendar.ts';
import { yearOf } from '../../school/days.ts';
import type { CaseRow } from '../case.ts';
import type { IncidentSettings } from '../settings.ts';

/** When it is looked at whether a case is kept, and why that day. Nothing is ever erased by itself (rule 15). */
export interface Retention {
  /** Null: never, as it stands. */
  due: IsoDate | null;
  /** A sentence for people. */
  why: string;
}

type Known = Pick<CaseRow, 'state' | 'held' | 'keptUntil' | 'received' | 'closed' | 'facts'>;

/**
 * The day a case's retention is reviewed (B21, rule 15). The roll holds no dates of birth: the latest day on which the youngest pupil
 * it is about can have been born is worked out from the year group, so that nothing comes up too early.
 */
export function retentionOf(row: Known, { pupilYears, adultYears }: Pick<IncidentSettings, 'pupilYears' | 'adultYears'>): Retention {
  if (row.state !== 'closed' || row.closed === null) return { due: null, why: 'Open cases are kept.' };
  if (row.held) return { due: null, why: 'On hold: it is kept until somebody releases it.' };
  if (row.keptUntil !== null) return { due: row.keptUntil, why: `Somebody decided to keep it until ${ukDate(row.keptUntil)}.` };

  const closed = ukDay(row.closed);
  const after = (years: number, why: string): Dated => ({ due: yearsAfter(closed, years), why: `${why}: ${years} years after it was closed.` });
  const subjects = row.facts.people.filter(({ role }) => role === 'affected' || role === 'alleged');
  const pupils = subjects.filter(({ kind }) => kind === 'pupil');
  const years = pupils.flatMap(({ year }) => year ?? []);
  const found: Dated[] = [];
  if (years.length > 0) found.push(afterBirth(Math.min(...years), row.received, pupilYears));
  if (years.length < pupils.length) found.push(after(pupilYears, 'It is about a pupil whose year group was not known'));
  // Somebody from outside may be a child of another school.
  if (subjects.some(({ kind }) => kind === '')) found.push(after(pupilYears, 'It is about somebody who may be a child'));
  if (subjects.length === 0 && row.facts.about === 'pupil') found.push(after(pupilYears, 'It is about a pupil whom nobody has named'));
  if (found.length === 0) found.push(after(adultYears, 'It is about adults'));
  // Never before what was closed last month can have been looked at.
  return found.reduce((latest, each) => (each.due > latest.due ? each : latest), { due: closed, why: 'It was closed after its time.' });
}

/** Whether its retention is to be reviewed on a day. */
export function isDue({ due }: Retention, today: IsoDate): boolean {
  return due !== null && due <= today;
}

interface Dated {
  due: IsoDate;
  why: string;
}

/** A child in Reception turns five in that school year; a nursery shares its number and may hold children who have just turned two. */
function afterBirth(year: number, received: string, pupilYears: number): Dated {
  const start = startOfSchoolYear(ukDay(received));
  const born = `${yearOf(start) - (year === 0 ? 1 : year + 4)}-08-31`;
  const group = year === 0 ? 'nursery or Reception' : `Year ${year}`;
  return {
    due: yearsAfter(born, pupilYears),
    why: `The youngest pupil it is about was in ${group} in the school year from ${ukDate(start)}, so born on ${ukDate(born)} at the latest: ${pupilYears} years after that.`,
  };
}

/** The same day years later; 1 March for 29 February, where there is none. */
function yearsAfter(day: IsoDate, years: number): IsoDate {
  const year = yearOf(day) + years;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day.endsWith('-02-29') && !isLeap ? `${year}-03-01` : `${year}${day.slice(4)}`;
}
