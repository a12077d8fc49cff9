import { type MyAgreement, myAgreements } from './agreements/asking/my-agreements.ts';
import { classAddress, classesTaughtBy } from './agreements/classes/class-people.ts';
import { policyTable } from './agreements/policies/policies.ts';
import { ownsPolicy } from './agreements/policies/see-policies.ts';
import { agreementTable, formTable } from './agreements/published.ts';
import { standingTable } from './agreements/standings.ts';
import {
  accessKeeper,
  anyoneInSchool,
  approver,
  historyReader,
  incidentLead,
  lessonLead,
  monitoringReader,
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

const KEEPING = 'Keeping and telling';
const AGREEMENTS = 'Agreements and policies';
const HANDRAIL = 'Looking after Handrail';

/** Under which words a link stands on the first page: '' is what everybody's day needs, above the others. */
type Group = '' | 'Cases' | typeof KEEPING | typeof AGREEMENTS | typeof HANDRAIL;

interface HomeLink {
  under: Group;
  text: string;
  address: string;
}

export interface Home {
  /** Whether the page speaks to a pupil (D6). */
  forPupil: boolean;
  concerns: MyConcern[];
  agreements: MyAgreement[];
  /** Pages this person has besides raising a concern; those under the same words stand together. */
  links: HomeLink[];
}

/** The first page: what is this person's own, and where they may go. */
export function home(_: Record<string, never>, visit: Visit, { files }: Memory): Home {
  const { me, school, records, roll } = visit;
  // One read for the whole page: it is the page that everybody opens.
  const view = records.view([caseTable, agreementTable, formTable, standingTable, policyTable]);
  const classes = roll.filter(({ email }) => email === me.email).flatMap(classesTaughtBy);
  const links: HomeLink[] = [
    ...classes.map((name) => ({ under: '' as const, text: `Your class ${name}`, address: classAddress(name, school) })),
    ...when(
      staff.admits(me, school),
      '',
      {
        lesson: 'Live lesson checks',
        lessons: 'Lesson log',
        'one-to-one': 'One-to-one live lessons: ask for approval',
        filtering: 'The filter: report a failure or ask for a change',
      },
      visit,
    ),
    ...when(anyoneInSchool.admits(me, school), '', { 'lesson-rules': 'Rules for live lessons' }, visit),
    ...when(readerOfALane.admits(me, school), 'Cases', { cases: 'Cases you may read' }, visit),
    ...deskLinks(me, school, files).map((link) => ({ under: 'Cases' as const, ...link })),
    ...when(readerOfALane.admits(me, school), 'Cases', { flags: 'Flagged messages' }, visit),
    ...when(readerOfALane.admits(me, school), 'Cases', { 'house-rules': 'House rules for mail' }, visit),
    ...when(readerOfALane.admits(me, school), 'Cases', { chronology: 'Chronology of a person' }, visit),
    ...when(reviewer.admits(me, school), 'Cases', { review: 'Review of the log' }, visit),
    ...when(reportReader.admits(me, school), 'Cases', { reports: 'Reports: concerns in numbers' }, visit),
    ...keepingLinks(visit),
    ...when(registerKeeper.admits(me, school), AGREEMENTS, { agreements: 'Agreements' }, visit),
    ...when(approver.admits(me, school), AGREEMENTS, { approve: 'Agreements to approve' }, visit),
    ...when(registerKeeper.admits(me, school), AGREEMENTS, { settle: 'Answers to settle by hand', person: 'A person’s agreements and consents' }, visit),
    ...when(
      roll.some(({ lineManager }) => lineManager === me.email),
      AGREEMENTS,
      { team: 'Your team’s agreements' },
      visit,
    ),
    ...when(policyKeeper.admits(me, school) || ownsPolicy(view.rows(policyTable), me), AGREEMENTS, { policies: 'Policies and their reviews' }, visit),
    ...when(incidentLead.admits(me, school), HANDRAIL, { 'incident-settings': 'How concerns and cases are handled' }, visit),
    ...when(lessonLead.admits(me, school), HANDRAIL, { 'lesson-settings': 'How live lessons are held' }, visit),
    ...when(monitoringReader.admits(me, school), HANDRAIL, { monitoring: 'How mail is monitored', 'mail-rules': 'What Google is told about mail' }, visit),
    ...(historyReader.admits(me, school) ? [{ under: HANDRAIL as Group, text: 'Verify history', address: historyAddress(school) }] : []),
    ...when(me.email === school.roleAccount, HANDRAIL, { 'set-up': 'Set up Handrail' }, visit),
  ];
  return { forPupil: me.kind === 'pupil', concerns: myConcerns(view, me), agreements: myAgreements(view, visit), links };
}

/** What is asked about a person or a case long afterwards (B14, B21). */
function keepingLinks(visit: Visit): HomeLink[] {
  const { me, school } = visit;
  return [
    ...when(readerOfALane.admits(me, school), KEEPING, { keeping: 'Keeping and erasing' }, visit),
    ...when(transferKeeper.admits(me, school), KEEPING, { transfer: 'Pupils’ files to other schools' }, visit),
    ...when(accessKeeper.admits(me, school), KEEPING, { 'subject-access': 'What is recorded about somebody' }, visit),
  ];
}

/** Links to pages, by the name in their address, for whoever may open them. */
function when(may: boolean, under: Group, pages: Readonly<Record<string, string>>, { school }: Visit): HomeLink[] {
  return may ? Object.entries(pages).map(([page, text]) => ({ under, text, address: `${school.address}?page=${page}` })) : [];
}
