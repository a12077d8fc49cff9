import { type IsoDate, ukDate, ukDay } from '../../school/calendar.ts';
import { keepsPolicies, type Person } from '../../school/person.ts';
import { Refusal } from '../../school/refusal.ts';
import { nameOn } from '../../school/roll.ts';
import type { Visit } from '../../school/visit.ts';
import { type PolicyRow, policyTable } from './policies.ts';
import { type ReviewState, reviewState } from './policy-dates.ts';
import { USUAL_POLICIES } from './usual-policies.ts';

/** A policy as people see it; days are `dd/MM/yyyy`, '' where none is known. */
export interface PolicyLine {
  id: string;
  /** To be sent back with a change. */
  revision: number;
  title: string;
  version: string;
  approvedOn: string;
  approvedBy: string;
  owner: { email: string; name: string };
  everyMonths: number;
  nextReview: string;
  state: ReviewState;
  address: string;
  notes: string;
  /** Who saved it last, and when. */
  savedBy: string;
  savedOn: string;
}

export interface Policies {
  /** In use, what is to be reviewed first at the top. */
  policies: PolicyLine[];
  archived: PolicyLine[];
  /** Names of usual policies that are not on the list. */
  usual: string[];
  mayChange: boolean;
  /** Whether somebody is told besides the owners. */
  hasClerk: boolean;
  /** dd/MM/yyyy */
  today: string;
}

/** Whether somebody has a policy to see to. */
export function ownsPolicy(policies: readonly PolicyRow[], { email }: Pick<Person, 'email'>): boolean {
  return policies.some(({ owner, archived }) => owner === email && !archived);
}

/**
 * The school's policies with the dates of their reviews (A14): all for those who keep the list, their own for owners.
 * @throws Refusal for everybody else
 */
export function seePolicies(_: Record<string, never>, { me, school, records, roll, now }: Visit): Policies {
  const rows = records.view([policyTable]).rows(policyTable);
  const mayChange = keepsPolicies(me);
  if (!mayChange && !ownsPolicy(rows, me)) {
    throw new Refusal(
      'not-yours',
      `This page is for the office, those who approve agreements, the headteacher, the governors’ clerk and owners of policies. You are signed in as ${me.email}.`,
    );
  }
  const today = ukDay(now);
  const shown = rows.filter(({ owner }) => mayChange || owner === me.email).sort(firstToReview);
  const line = (row: PolicyRow): PolicyLine => ({
    ...{ id: row.id, revision: row.revision, title: row.title, version: row.version, approvedOn: dayOrNothing(row.approvedOn), approvedBy: row.approvedBy },
    owner: { email: row.owner, name: row.owner === '' ? '' : nameOn(roll, row.owner) },
    ...{ everyMonths: row.everyMonths, nextReview: dayOrNothing(row.nextReview), state: reviewState(row.nextReview, today) },
    ...{ address: row.address, notes: row.notes, savedBy: nameOn(roll, row.savedBy), savedOn: ukDate(ukDay(row.savedAt)) },
  });
  const known = new Set(rows.map(({ title }) => title.toLowerCase()));
  return {
    policies: shown.filter(({ archived }) => !archived).map(line),
    archived: shown.filter(({ archived }) => archived).map(line),
    usual: mayChange ? USUAL_POLICIES.filter((title) => !known.has(title.toLowerCase())) : [],
    ...{ mayChange, hasClerk: school.clerk !== '', today: ukDate(today) },
  };
}

/** Without a day first: those were never approved. */
function firstToReview(a: PolicyRow, b: PolicyRow): number {
  const [first, second] = [a.nextReview ?? '', b.nextReview ?? ''];
  if (first !== second) return first < second ? -1 : 1;
  return a.title < b.title ? -1 : 1;
}

function dayOrNothing(day: IsoDate | null): string {
  return day === null ? '' : ukDate(day);
}
