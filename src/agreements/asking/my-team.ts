import { daysBetween, ukDate, ukDay } from '../../school/calendar.ts';
import { fullName, hasLeft } from '../../school/roll.ts';
import type { Visit } from '../../school/visit.ts';
import { agreementTable } from '../published.ts';
import { isOverdue, standingTable, stateNow } from '../standings.ts';

/** Somebody who should have signed by now. */
export interface LateLine {
  name: string;
  jobTitle: string;
  agreement: string;
  /** dd/MM/yyyy */
  due: string;
  /** Days since then. */
  late: number;
  /** Mails they got about it. */
  told: number;
}

/** The people whose line manager somebody is and whose agreements are overdue; nothing about anybody else (A15). */
export function myTeam(_: Record<string, never>, { me, records, roll, now }: Visit): { team: number; late: LateLine[] } {
  const today = ukDay(now);
  const team = roll.filter((entry) => entry.lineManager === me.email && !hasLeft(entry, today));
  if (team.length === 0) return { team: 0, late: [] };
  const view = records.view([agreementTable, standingTable]);
  const late = view.rows(standingTable).flatMap((row) => {
    const entry = team.find(({ email }) => email === row.person);
    const agreement = view.find(agreementTable, row.agreementId);
    if (!entry || !agreement || agreement.retired || row.due === null) return [];
    if (!isOverdue({ state: stateNow(row, agreement), due: row.due }, today)) return [];
    const { title } = agreement;
    return [{ name: fullName(entry), jobTitle: entry.jobTitle, agreement: title, due: ukDate(row.due), late: daysBetween(row.due, today), told: row.told }];
  });
  return { team: team.length, late: late.sort((a, b) => b.late - a.late || (a.name < b.name ? -1 : 1)) };
}
