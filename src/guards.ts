import type { Guard } from './door.ts';
import { approvesFilter, seesFilterLog } from './incidents/filtering/filtering-people.ts';
import { isReviewer } from './incidents/review/review-list.ts';
import { approvesOneToOnes } from './lessons/one-to-ones/one-to-one-people.ts';
import { versionsFor } from './reports/versions.ts';
import { keepsPolicies, keepsRegister } from './school/person.ts';
import { belongsToStaff } from './school/roll.ts';
import type { Post } from './school/school.ts';

/** Everybody with an account of the school's domain: pupils too may raise a concern. */
export const anyoneInSchool: Guard = { who: 'people with an account of the school', admits: () => true };

/** Names of others are shown to staff alone; a pupil types the names they know. */
export const staff: Guard = { who: 'staff', admits: (me) => belongsToStaff(me.kind) || me.posts.length > 0 };

const LANE_POSTS: ReadonlySet<Post> = new Set(['dsl', 'deputy', 'head', 'chair', 'coordinator', 'data lead']);

/** Whoever reads a lane. Which cases of it they may see is decided case by case, by whom it names. */
export const readerOfALane: Guard = {
  who: 'those who see to concerns',
  admits: (me) => me.posts.some((post) => LANE_POSTS.has(post)),
};

/** The history shows no content: whoever answers for it, and whoever looks after the files, may verify it. */
export const historyReader: Guard = {
  who: 'the safeguarding team, the headteacher, the chair of governors, technicians and the role account',
  admits: (me, school) => readerOfALane.admits(me, school) || me.posts.includes('technician') || me.email === school.roleAccount,
};

export const filterApprover: Guard = { who: 'senior leaders and the DSL', admits: approvesFilter };

/** Whoever notes what was carried out at the filter, or sees that it was. */
export const filterWorker: Guard = { who: 'technicians, senior leaders, the DSL team and the coordinator', admits: seesFilterLog };

/** Whoever approves a live lesson with one pupil beforehand (D3). */
export const seniorLeader: Guard = { who: 'senior leaders and the headteacher', admits: approvesOneToOnes };

/** Those who set how live lessons are held, and see which pupils have a plan. */
export const lessonLead: Guard = {
  who: 'the headteacher, senior leaders, the DSL team and the coordinator',
  admits: (me) => me.posts.some((post) => ['head', 'slt', 'dsl', 'deputy', 'coordinator'].includes(post)),
};

/** Those who answer for how cases are handled. */
export const incidentLead: Guard = {
  who: 'the designated safeguarding lead and the headteacher',
  admits: (me) => me.posts.includes('dsl') || me.posts.includes('head'),
};

/** How mail is monitored, in settings and numbers: whoever answers for it, and whoever looks after Google. */
export const monitoringReader: Guard = {
  who: 'the designated safeguarding lead, the headteacher and technicians',
  admits: (me, school) => incidentLead.admits(me, school) || me.posts.includes('technician'),
};

/** A report holds numbers alone; which ones somebody may have, `versionsFor` says. */
export const reportReader: Guard = {
  who: 'the headteacher, the DSL team, senior leaders, and the chair and clerk of governors',
  admits: (me) => versionsFor(me).length > 0,
};

export const reviewer: Guard = { who: 'the headteacher, senior leaders and the chair of governors', admits: isReviewer };

/** Whoever answers somebody who asks what is recorded about them. Each may read their own cases of it. */
export const accessKeeper: Guard = {
  who: 'the headteacher, the designated safeguarding lead and the data protection lead',
  admits: (me) => me.posts.some((post) => post === 'head' || post === 'dsl' || post === 'data lead'),
};

/** Whoever sends a pupil's file to the next school. */
export const transferKeeper: Guard = {
  who: 'the safeguarding team and the headteacher',
  admits: (me) => me.posts.some((post) => post === 'head' || post === 'dsl' || post === 'deputy'),
};

export const registerKeeper: Guard = { who: 'the office, those who approve agreements and the headteacher', admits: keepsRegister };

export const policyKeeper: Guard = {
  who: 'the office, those who approve agreements, the headteacher and the governors’ clerk',
  admits: keepsPolicies,
};

export const approver: Guard = { who: 'those who may approve agreements', admits: (me) => me.posts.includes('approver') };
