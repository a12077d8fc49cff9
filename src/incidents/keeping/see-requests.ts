import { daysBetween, ukDate, ukDay } from '../../school/calendar.ts';
import { nameOn } from '../../school/roll.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { Visit } from '../../school/visit.ts';
import { caseTable } from '../case.ts';
import { isAbout, requestFor } from './ask-access.ts';
import { stampOf } from './given.ts';
import { type Dossier, dossierOf } from './make-dossier.ts';
import { type RequestRow, requestTable } from './requests.ts';

/** A request as a page shows it. Days are `dd/MM/yyyy`. */
export interface RequestLine {
  subject: string;
  name: string;
  askedBy: string;
  received: string;
  due: string;
  /** In words: `in 12 days`, `3 days late`, `answered`. */
  when: string;
  isLate: boolean;
  /** Why more time was taken; ''. */
  extended: string;
  /** Who has made their part, and when. */
  parts: string[];
  answered: string;
  how: string;
}

/** Every request but one's own: open ones first, the next to be answered at the top (B21). */
export function seeRequests(_: Record<string, never>, { me, records, roll, now }: Visit): { open: RequestLine[]; answered: RequestLine[] } {
  const rows = records
    .view([requestTable])
    .rows(requestTable)
    .filter((row) => !isAbout(row, me))
    .sort((a, b) => (a.due < b.due ? -1 : Number(a.due > b.due)));
  const lines = (isOpen: boolean) => rows.filter(({ answered }) => (answered === null) === isOpen).map((row) => requestLine(row, roll, now));
  return { open: lines(true), answered: lines(false).reverse() };
}

export interface OpenRequest extends Dossier {
  request: RequestLine;
  /** Goes back with what was checked. */
  stamp: string;
}

/**
 * Everything that this reader may read about the person who asked, with others' names marked for checking by hand (B21).
 * @throws Refusal `no-such-request`
 */
export function openRequest({ subject }: { subject: string }, visit: Visit): OpenRequest {
  const view = visit.records.view([requestTable, caseTable]);
  const row = requestFor(view.find(requestTable, subject), visit);
  const dossier = dossierOf({ email: row.person, name: row.name }, 'everybody else', view, visit);
  return { ...dossier, request: requestLine(row, visit.roll, visit.now), stamp: stampOf(dossier.cases) };
}

function requestLine(row: RequestRow, roll: Visit['roll'], now: string): RequestLine {
  const { subject, name, askedBy, extended, how, parts } = row;
  const left = daysBetween(ukDay(now), row.due);
  return {
    ...{
      subject,
      name,
      askedBy,
      extended,
      how,
      received: ukDate(row.received),
      due: ukDate(row.due),
      answered: row.answered === null ? '' : ukDate(row.answered),
    },
    when: row.answered === null ? daysInWords(left) : 'answered',
    isLate: row.answered === null && left < 0,
    parts: parts.map(({ by, at }) => `${nameOn(roll, by)}, ${ukTime(at)}`),
  };
}

/** @param left days until then; negative when they are over */
export function daysInWords(left: number): string {
  const days = `${Math.abs(left)} day${Math.abs(left) === 1 ? '' : 's'}`;
  return left === 0 ? 'today' : left > 0 ? `in ${days}` : `${days} late`;
}
