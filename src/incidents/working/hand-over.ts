import { Refusal } from '../../school/refusal.ts';
import type { School } from '../../school/school.ts';
import type { Visit } from '../../school/visit.ts';
import { type CaseRow, mayRead, readersFor } from '../case.ts';
import { LANE_IDS, LANES, type Lane } from '../concern.ts';
import { type KindOf, laneFor, readersLeft } from '../lanes.ts';
import { newConcernNotice } from '../notices.ts';
import { type CasePress, caseEvent, changedMeanwhile, workOn } from './work-on.ts';

export interface HandOver extends CasePress {
  to: Lane;
  why: string;
  /** The lane the person saw it in. */
  from: Lane;
}

/** Where a case is now, and whether the one who pressed may still open it. */
export type Moved = { reference: string; lane: string; stillMine: boolean };

/** Gives a case to the readers of another lane. Where it was, a stub without content is left, and its readers lose sight of it (B5). */
export function handOver(request: HandOver, visit: Visit): Moved {
  const { to, why, from } = request;
  const { me, school } = visit;
  if (why.trim() === '') throw new Refusal('reason-missing', 'Say why it is handed over', 'why');
  return workOn<Moved>(request, visit, (row) => {
    if (row.lane !== from) throw changedMeanwhile('Somebody has handed this case over meanwhile.', 'to');
    if (!lanesFor(row, school, visit.roll).includes(to)) throw new Refusal('lane-not-open', 'This case cannot go there', 'to');
    const after: CaseRow = { ...row, lane: to, readers: [] };
    return {
      events: [caseEvent('case handed over', row.reference, { from, to, why })],
      mails: noticesOfMove(row, after, school),
      answer: { reference: row.reference, lane: LANES[to].title, stillMine: mayRead(after, me, school) },
    };
  });
}

/**
 * The lanes a case may be handed to. One in which an adult of the school is alleged to have done something never goes back to a lane where
 * pupils' cases are read (B5); somebody must be left to read it.
 */
export function lanesFor(row: CaseRow, school: School, roll: Visit['roll']): Lane[] {
  const allowed = lanesAllowed(row.facts.people, school, kindsFrom(row.facts.people, roll));
  return LANE_IDS.filter((lane) => allowed.includes(lane) && lane !== row.lane && readersLeft(lane, row.named, school) !== null);
}

/** The lanes in which a case may stand that names these people. */
export function lanesAllowed(people: CaseRow['facts']['people'], school: School, kindOf: KindOf): readonly Lane[] {
  const alleged = people.filter(({ role }) => role === 'alleged');
  return MAY_GO_TO[laneFor('pupil', alleged, school, kindOf)] ?? LANE_IDS;
}

/** What the list of people says of an address; for somebody who has left it, what it said when they were named. */
export function kindsFrom(people: CaseRow['facts']['people'], roll: Visit['roll']): KindOf {
  return (email) => roll.find((entry) => entry.email === email)?.kind ?? (people.find((each) => each.email === email)?.kind || undefined);
}

/** By where a case goes because of whom it alleges something; every lane where nothing stands here. */
const MAY_GO_TO: Partial<Record<Lane, readonly Lane[]>> = {
  head: ['head'],
  'dsl-concern': ['dsl-concern', 'staff', 'low-level', 'head'],
  staff: ['staff', 'low-level', 'head', 'data'],
};

/** Tells those who could not read it before that there is something to open. */
export function noticesOfMove(before: CaseRow, after: CaseRow, school: School): ReturnType<typeof newConcernNotice>[] {
  const newcomers = readersFor(after, school).filter((reader) => !mayRead(before, { email: reader }, school));
  return newcomers.length === 0 ? [] : [newConcernNotice(after, newcomers, school)];
}
