import { type MyAgreement, myAgreements } from './agreements/my-agreements.ts';
import { agreementTable, formTable } from './agreements/published.ts';
import { standingTable } from './agreements/standings.ts';
import { approver, readerOfALane } from './guards.ts';
import { caseTable } from './incidents/case.ts';
import { type MyConcern, myConcerns } from './incidents/see-cases.ts';
import type { Visit } from './school/visit.ts';

export interface Home {
  concerns: MyConcern[];
  agreements: MyAgreement[];
  /** Pages this person has besides raising a concern. */
  links: { text: string; address: string }[];
}

/** The first page: what is this person's own, and where they may go. */
export function home(_: Record<string, never>, visit: Visit): Home {
  const { me, school, records } = visit;
  // One read for the whole page: it is the page that everybody opens.
  const view = records.view([caseTable, agreementTable, formTable, standingTable]);
  const links = [
    ...(readerOfALane.admits(me) ? [{ text: 'Cases you may read', address: `${school.address}?page=cases` }] : []),
    ...(approver.admits(me) ? [{ text: 'Agreements to approve', address: `${school.address}?page=approve` }] : []),
    ...(me.email === school.roleAccount ? [{ text: 'Set up Handrail', address: `${school.address}?page=set-up` }] : []),
  ];
  return { concerns: myConcerns(view, me), agreements: myAgreements(view, me), links };
}
