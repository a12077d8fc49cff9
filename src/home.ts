import { type MyAgreement, myAgreements } from './agreements/asking/my-agreements.ts';
import { classAddress, classesTaughtBy } from './agreements/classes/class-people.ts';
import { policyTable } from './agreements/policies/policies.ts';
import { ownsPolicy } from './agreements/policies/see-policies.ts';
import { agreementTable, formTable } from './agreements/published.ts';
import { standingTable } from './agreements/standings.ts';
import {
  accessKeeper,
  approver,
  historyReader,
  incidentLead,
  policyKeeper,
  readerOfALane,
  registerKeeper,
  reportReader,
  reviewer,
  staff,
  transferKeeper,
} from './guards.ts';
import { historyAddress } from './history/witness.ts';
import { caseTable } from './incidents/case.ts';
import { deskLinks } from './incidents/desk/desks.sheet.ts';
import { type MyConcern, myConcerns } from './incidents/reporting/my-concerns.ts';
import type { Memory } from './school/settings.script.ts';
import type { Visit } from './school/visit.ts';

export interface Home {
  concerns: MyConcern[];
  agreements: MyAgreement[];
  /** Pages this person has besides raising a concern. */
  links: { text: string; address: string }[];
}

/** The first page: what is this person's own, and where they may go. */
export function home(_: Record<string, never>, visit: Visit, { files }: Memory): Home {
  const { me, school, records, roll } = visit;
  // One read for the whole page: it is the page that everybody opens.
  const view = records.view([caseTable, agreementTable, formTable, standingTable, policyTable]);
  const classes = roll.filter(({ email }) => email === me.email).flatMap(classesTaughtBy);
  const links = [
    ...classes.map((name) => ({ text: `Your class ${name}`, address: classAddress(name, school) })),
    ...(readerOfALane.admits(me, school) ? [{ text: 'Cases you may read', address: `${school.address}?page=cases` }] : []),
    ...deskLinks(me, school, files),
    ...keepingLinks(visit),
    ...(incidentLead.admits(me, school) ? [{ text: 'How concerns and cases are handled', address: `${school.address}?page=incident-settings` }] : []),
    ...(registerKeeper.admits(me, school) ? [{ text: 'Agreements', address: `${school.address}?page=agreements` }] : []),
    ...(approver.admits(me, school) ? [{ text: 'Agreements to approve', address: `${school.address}?page=approve` }] : []),
    ...(registerKeeper.admits(me, school)
      ? [
          { text: 'Answers to settle by hand', address: `${school.address}?page=settle` },
          { text: 'A person’s agreements and consents', address: `${school.address}?page=person` },
        ]
      : []),
    ...(roll.some(({ lineManager }) => lineManager === me.email) ? [{ text: 'Your team’s agreements', address: `${school.address}?page=team` }] : []),
    ...(policyKeeper.admits(me, school) || ownsPolicy(view.rows(policyTable), me)
      ? [{ text: 'Policies and their reviews', address: `${school.address}?page=policies` }]
      : []),
    ...(historyReader.admits(me, school) ? [{ text: 'Verify history', address: historyAddress(school) }] : []),
    ...(reviewer.admits(me, school) ? [{ text: 'Review of the log', address: `${school.address}?page=review` }] : []),
    ...(staff.admits(me, school) ? [{ text: 'The filter: report a failure or ask for a change', address: `${school.address}?page=filtering` }] : []),
    ...(reportReader.admits(me, school) ? [{ text: 'Reports: concerns in numbers', address: `${school.address}?page=reports` }] : []),
    ...(me.email === school.roleAccount ? [{ text: 'Set up Handrail', address: `${school.address}?page=set-up` }] : []),
  ];
  return { concerns: myConcerns(view, me), agreements: myAgreements(view, visit), links };
}

/** What is asked about a person or a case long afterwards (B14, B21). */
function keepingLinks({ me, school }: Visit): Home['links'] {
  const page = (name: string) => `${school.address}?page=${name}`;
  return [
    ...(readerOfALane.admits(me, school)
      ? [
          { text: 'Chronology of a person', address: page('chronology') },
          { text: 'Keeping and erasing', address: page('keeping') },
        ]
      : []),
    ...(transferKeeper.admits(me, school) ? [{ text: 'Pupils’ files to other schools', address: page('transfer') }] : []),
    ...(accessKeeper.admits(me, school) ? [{ text: 'What is recorded about somebody', address: page('subject-access') }] : []),
  ];
}
