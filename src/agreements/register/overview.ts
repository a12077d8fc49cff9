import type { RecordsView } from '../../records/records.ts';
import { addDays, type IsoDate, ukDay } from '../../school/calendar.ts';
import { yearGroupOf } from '../../school/roll.ts';
import type { Visit } from '../../school/visit.ts';
import { type Member, membersOf } from '../asking/members.ts';
import type { AgreementSettings } from '../asking/settings.ts';
import { type Audience, SIGNING } from '../audience.ts';
import { type AskedPerson, standingKey } from '../events.ts';
import { type AgreementRow, agreementTable } from '../published.ts';
import { isInForce, isOutstanding, type State } from '../standing.ts';
import { isOverdue, type StandingRow, standingsByAgreement, standingTable, stateNow } from '../standings.ts';

/** The parts of a bar, in the order in which they are drawn. Everybody who is to sign is in exactly one. */
export const SEGMENTS = ['in force', 'awaiting approval', 'declined', 'outstanding', 'overdue', 'not asked'] as const;
export type Segment = (typeof SEGMENTS)[number];

/** Where one person stands with one agreement. */
export interface Place extends AskedPerson {
  key: string;
  agreementId: string;
  state: State;
  /** Closed standings are no part of the picture, but can be looked up. */
  segment: Segment | 'closed';
  /** Null: never asked and never signed. */
  row: StandingRow | null;
}

/** What pages count: one reading of the records and the list of people. */
export interface Picture {
  /** Retired ones too. */
  agreements: AgreementRow[];
  /** Whom each agreement in use is for today. */
  members: ReadonlyMap<string, readonly Member[]>;
  places: Place[];
  /** ISO day in the UK. */
  today: IsoDate;
}

/** @param view holds the agreements and the standings */
export function pictureOf(view: RecordsView, { roll, school, now }: Pick<Visit, 'roll' | 'school' | 'now'>): Picture {
  const today = ukDay(now);
  const agreements = view.rows(agreementTable);
  const members = new Map(agreements.filter(({ retired }) => !retired).map((agreement) => [agreement.id, membersOf(agreement, roll, school, today)]));
  const places = placesOf(agreements, view.rows(standingTable), ({ id }) => members.get(id) ?? [], today);
  return { agreements, members, places, today };
}

/**
 * Where everybody stands with the agreements in use: whoever they are for today, and whoever has a standing all the same (guests, people
 * who have left and are not closed yet).
 * @param membersOf whom an agreement is for
 * @param today ISO day
 */
export function placesOf(
  agreements: readonly AgreementRow[],
  standings: readonly StandingRow[],
  membersOf: (agreement: AgreementRow) => readonly AskedPerson[],
  today: IsoDate,
): Place[] {
  const byAgreement = standingsByAgreement(standings);
  return agreements
    .filter(({ retired }) => !retired)
    .flatMap((agreement) => {
      const rows: ReadonlyMap<string, StandingRow> = byAgreement.get(agreement.id) ?? new Map();
      const members = membersOf(agreement);
      const known = new Set(members.map(({ person }) => person));
      const others = [...rows.values()].filter(({ person }) => !known.has(person));
      return [
        ...members.map((member) => placeOf(agreement, member, rows.get(member.person) ?? null, today)),
        ...others.map((row) => placeOf(agreement, row, row, today)),
      ];
    });
}

function placeOf(agreement: AgreementRow, { person, name, group }: AskedPerson, row: StandingRow | null, today: IsoDate): Place {
  const state = row ? stateNow(row, agreement) : 'not asked';
  const segment = segmentOf(state, row !== null && isOverdue({ ...row, state }, today));
  return { key: standingKey({ agreementId: agreement.id, person }), agreementId: agreement.id, person, name, group, state, segment, row };
}

/** What has lapsed is to be asked again, and what was withdrawn is a no. */
function segmentOf(state: State, isLate: boolean): Place['segment'] {
  if (state === 'closed' || state === 'declined' || state === 'awaiting approval') return state;
  if (isInForce(state)) return 'in force';
  if (isOutstanding(state)) return isLate ? 'overdue' : 'outstanding';
  return state === 'withdrawn' ? 'declined' : 'not asked';
}

export type Counts = Record<Segment, number>;

/** One line of the picture. */
export interface Bar {
  group: string;
  people: number;
  counts: Counts;
}

/** Names the bar that a place belongs to. */
export type Grouping = (place: Place) => string;

/** More classes than this make no picture: then a bar is a year. */
const MOST_CLASSES = 24;
const PUPILS: readonly Audience[] = ['ks1', 'ks2', 'secondary', 'class', 'parent'];

/**
 * How places are put together into bars: adults by what they are, pupils by class, by year in a large school. Seen with everything else,
 * parents are one bar; seen by themselves, one a class.
 * @param agreementId one agreement's picture; '' for all together
 */
export function groupingOf(places: readonly Place[], agreements: readonly AgreementRow[], agreementId: string): Grouping {
  const audiences = new Map(agreements.map(({ id, audience }) => [id, audience]));
  const isOfPupils = ({ agreementId: id }: Place) => PUPILS.includes(audiences.get(id) ?? 'staff');
  const byYear = new Set(places.filter(isOfPupils).map(({ group }) => group)).size > MOST_CLASSES;
  return (place) => {
    if (agreementId === '' && audiences.get(place.agreementId) === 'parent') return SIGNING.parent.name;
    return byYear && isOfPupils(place) ? yearIn(place.group) : place.group;
  };
}

/**
 * The picture: one bar a group, closed standings left out. It counts what is to be signed: somebody with two agreements is in it twice,
 * and once in each agreement's own.
 */
export function barsOf(places: readonly Place[], grouping: Grouping): Bar[] {
  const bars = new Map<string, Bar>();
  for (const place of places) {
    if (place.segment === 'closed') continue;
    const group = grouping(place);
    const bar = bars.get(group) ?? { group, people: 0, counts: emptyCounts() };
    bar.people += 1;
    bar.counts[place.segment] += 1;
    bars.set(group, bar);
  }
  return [...bars.values()].sort((a, b) => compareGroups(a.group, b.group));
}

export function emptyCounts(): Counts {
  return { 'in force': 0, 'awaiting approval': 0, declined: 0, outstanding: 0, overdue: 0, 'not asked': 0 };
}

/** Adults in the order of audiences, then classes by year, then parents. */
function compareGroups(a: string, b: string): number {
  return orderOf(a) - orderOf(b) || yearNumber(a) - yearNumber(b) || (a < b ? -1 : 1);
}

const ADULTS = Object.values(SIGNING).map(({ name }) => name);

function orderOf(group: string): number {
  if (group === SIGNING.parent.name) return ADULTS.length + 1;
  const place = ADULTS.indexOf(group);
  return place < 0 ? ADULTS.length : place;
}

/** `3B` → `Year 3`. A class whose name says no year stays as it is. */
function yearIn(className: string): string {
  const year = yearGroupOf({ year: '', className });
  if (year === null) return className;
  return year === 0 ? 'Reception' : `Year ${year}`;
}

/** Groups that name no year come last. */
function yearNumber(group: string): number {
  return yearGroupOf({ year: '', className: group }) ?? Number.MAX_SAFE_INTEGER;
}

/**
 * Whoever has access, was asked some days ago and never had the agreement in force (A12). Parents have no access of their own.
 * @param today ISO day
 */
export function isUnsignedStarter(place: Place, agreement: Pick<AgreementRow, 'audience'> | undefined, settings: AgreementSettings, today: IsoDate): boolean {
  const { row, segment } = place;
  if (row === null || row.askedAt === null || row.wasInForce || segment === 'closed' || segment === 'in force' || agreement?.audience === 'parent')
    return false;
  return addDays(ukDay(row.askedAt), settings.starterDays) <= today;
}

/** A guest whose access ends within the days of the settings, today included (A4). */
export function endsSoon({ row, segment }: Place, settings: AgreementSettings, today: IsoDate): boolean {
  const ends = row?.accessEnds ?? null;
  return ends !== null && segment !== 'closed' && today <= ends && ends <= addDays(today, settings.guestReminderDays);
}
