import type { OfficeKnowledge } from '../../src/lessons/checks/find-in-office.ts';
import { whoIsInvited } from '../../src/lessons/checks/who-is-invited.ts';
import type { LessonFacts } from '../../src/lessons/lesson-facts.ts';
import { USUAL_PROFILE } from '../../src/lessons/meet/space.ts';
import type { OneToOneRow } from '../../src/lessons/one-to-one.ts';
import { fullName, type Kind, type RollEntry } from '../../src/school/roll.ts';
import { aLessonsFacts } from './lessons.ts';

const someone = (kind: Kind, givenName: string, className = '', leaves = ''): RollEntry => ({
  ...{ email: `${givenName.toLowerCase()}@quillhaven.example`, givenName, familyName: 'Hale', kind, className, leaves },
  ...{ jobTitle: '', children: [], year: '', lineManager: '' },
});

export const TEACHER = { ...someone('staff', 'Idris', '3A'), email: aLessonsFacts().organizer };
export const AISHA = someone('pupil', 'Aisha', '3A');
export const BEN = someone('pupil', 'Ben', '3A');
export const CORA = someone('pupil', 'Cora', '4B');
export const TA = someone('staff', 'Tessa');
export const HEAD = someone('staff', 'Maeve');
export const SUPPLY = someone('supply', 'Sam');
export const LEFT = someone('staff', 'Lewis', '', '2026-09-08');
export const GOVERNOR = someone('governor', 'Greta');
export const PARENT = someone('parent', 'Petra');
export const VOLUNTEER = someone('volunteer', 'Vera');
export const EVERYBODY = [TEACHER, AISHA, BEN, CORA, TA, HEAD, SUPPLY, LEFT, GOVERNOR, PARENT, VOLUNTEER];

/** An approval of Idris with Aisha. */
export const APPROVED: OneToOneRow = {
  ...{ reference: 'O-234567', state: 'approved', adult: TEACHER.email, pupil: AISHA.email, why: 'Reading', note: '', by: HEAD.email },
  ...{ from: '2026-09-07', until: '2026-10-23', inEarshot: 'Tessa Hale', askedAt: '2026-09-01T08:00:00.000Z', at: '2026-09-02T08:00:00.000Z' },
};

/** What the office knows of a lesson on Wednesday 9 September 2026 of whoever is invited, or of no facts; everybody has signed. */
export function theOffice(facts: LessonFacts | null, changes: Partial<OfficeKnowledge> = {}, unsigned: readonly RollEntry[] = []): OfficeKnowledge {
  const day = '2026-09-09';
  return {
    ...{ day, today: '2026-09-07', className: '', classPupils: [], teacher: TEACHER, lessonsThisWeek: 0 },
    invited: facts && whoIsInvited(facts, EVERYBODY, { teacher: TEACHER.email, domain: 'quillhaven.example', day }),
    unsigned: (people) => people.filter((person) => unsigned.includes(person)).map(fullName),
    approvalFor: () => undefined,
    settings: { plans: ['zoe@quillhaven.example'], mostAWeek: 1, auditedOn: '2026-09-01', profile: USUAL_PROFILE },
    ...changes,
  };
}
