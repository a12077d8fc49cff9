import type { Source } from './protocol.ts';

/** Where the rules come from. Kept in one place, so that a school sees the same words for the same source everywhere. */
export const SOURCES = {
  kcsie: { from: 'Keeping children safe in education 2026 (rule 1)', grade: 'S' },
  recordReasons: { from: 'Keeping children safe in education 2026: decisions and their reasons (rule 2)', grade: 'S' },
  actAtOnce: { from: 'Keeping children safe in education 2026: act at once (rule 3)', grade: 'S' },
  noPromise: { from: 'Keeping children safe in education 2026: no promise of secrecy (rule 4)', grade: 'S' },
  fourCs: { from: 'Keeping children safe in education 2026: the four Cs (rule 6)', grade: 'S' },
  filteringDuty: { from: 'Filtering and monitoring standards (rule 7)', grade: 'S' },
  nudes: { from: 'Sharing nudes and semi-nudes: advice for education settings, March 2024 (rule 8)', grade: 'P' },
  nudesTriggers: { from: 'Sharing nudes and semi-nudes: immediate referral, December 2020, in school policy BC (rule 9)', grade: 'P' },
  lado: { from: 'Allegations that meet the harm threshold (rule 10)', grade: 'P' },
  lowLevel: { from: 'Low-level concerns about adults (rule 11)', grade: 'P' },
  sharing: { from: 'Children Act 2004, section 16LA, in force 30 September 2026 (rule 12)', grade: 'S' },
  fgm: { from: 'A teacher’s own duty to tell the police of FGM (rule 13)', grade: 'S' },
  dutyToReport: { from: 'Crime and Policing Act 2026, switched on by the school (rule 14)', grade: 'S' },
  dataLoss: { from: 'UK GDPR: a personal data breach within 72 hours (rule 16)', grade: 'S' },
  danger: { from: 'A child at immediate risk: 999, otherwise MASH or 101 (rule 17)', grade: 'P' },
  prevent: { from: 'Prevent and Channel (rule 18)', grade: 'S' },
  illegalOnline: { from: 'IWF, CEOP and police, named in the schools’ policies (rule 19)', grade: 'P' },
  twoReviewers: { from: 'Record of reviewing devices and sites, SWGfL (rule 20)', grade: 'P' },
  bcProtocol: { from: 'School policy BC, appendix 2: responding to incidents', grade: 'P' },
  bcNudes: { from: 'School policy BC: initial review of nudes and semi-nudes', grade: 'P' },
  rkResponse: { from: 'School policy RK: reporting and response to incidents', grade: 'P' },
  rkPupils: { from: 'School policy RK: grid for pupils', grade: 'P' },
  rkStaff: { from: 'School policy RK: grid for staff', grade: 'P' },
  rkCritical: { from: 'School policy RK: critical incidents', grade: 'P' },
  rkNudes: { from: 'School policy RK: nude images', grade: 'P' },
  glProcedure: { from: 'School policy GL: responding to misuse', grade: 'P' },
  glPupils: { from: 'School policy GL: grid for pupils', grade: 'P' },
  bfLog: { from: 'School policy BF: incident log, page 17', grade: 'P' },
  bfReporting: { from: 'School policy BF: incidents to be reported to the headteacher', grade: 'P' },
  bfFlowcharts: { from: 'School policy BF: flowcharts, pages 18 to 21', grade: 'P' },
  smButton: { from: 'School policy SM: safety button', grade: 'P' },
  smSearch: { from: 'School policy SM: searching, screening and confiscation', grade: 'P' },
  smNudes: { from: 'School policy SM: nude images and upskirting', grade: 'P' },
  smComplaints: { from: 'School policy SM: complaints', grade: 'P' },
  reportRemove: { from: 'Report Remove, for images of children under 18 (Childline and IWF)', grade: 'R' },
  perceived: { from: 'A racist incident is what anybody perceives as one (Macpherson report)', grade: 'R' },
  ownGrid: { from: 'The school’s own grid', grade: 'P' },
  ruling: { from: 'Handrail’s ruling where the sources differ or are silent', grade: 'P' },
} as const satisfies Record<string, Source>;

/** A source as people read it: what was not seen in the original says so (docs/rules.md: grades). */
export function sourceWords({ from, grade }: Source): string {
  return grade === 'P' ? from : `${from}: check with your local authority`;
}
