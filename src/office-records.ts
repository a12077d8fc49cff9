import { roundProjection } from './agreements/asking/rounds.ts';
import { consentProjection } from './agreements/consents.ts';
import { policyProjection } from './agreements/policies/policies.ts';
import { agreementProjection, formProjection } from './agreements/published.ts';
import { signatureProjection } from './agreements/signatures.ts';
import { standingProjection } from './agreements/standings.ts';
import { BUILD } from './build.ts';
import { witnessProjection } from './history/witness.ts';
import { caseProjection } from './incidents/case.ts';
import { filterProjection } from './incidents/filtering/filter-change.ts';
import { leftoverProjection } from './incidents/keeping/leftovers.ts';
import { requestProjection } from './incidents/keeping/requests.ts';
import { transferProjection } from './incidents/keeping/transfers.ts';
import { questionProjection, reviewProjection, reviewToldProjection } from './incidents/review/reviews.ts';
import { lessonProjection } from './lessons/lesson.ts';
import { lessonSettingsProjection } from './lessons/lesson-settings.ts';
import { oneToOneProjection } from './lessons/one-to-one.ts';
import { flagProjection } from './messages/flag.ts';
import { breachProjection } from './messages/house/breaches.ts';
import { monitoringProjection } from './messages/monitoring.ts';
import { alertProjection } from './messages/triage/alerts.ts';
import { erasureProjection } from './records/erasures.ts';
import { type OfficeRecords, openRecords } from './records/records.sheet.ts';
import type { Memory } from './school/settings.script.ts';

/** Every view of the journal. A new capability adds its own here. */
export const PROJECTIONS = [
  caseProjection,
  agreementProjection,
  formProjection,
  signatureProjection,
  standingProjection,
  consentProjection,
  roundProjection,
  policyProjection,
  witnessProjection,
  erasureProjection,
  filterProjection,
  reviewProjection,
  reviewToldProjection,
  questionProjection,
  leftoverProjection,
  requestProjection,
  transferProjection,
  flagProjection,
  monitoringProjection,
  alertProjection,
  breachProjection,
  lessonProjection,
  oneToOneProjection,
  lessonSettingsProjection,
];

/** The office's records; nothing is called before it is needed. */
export function officeRecords(memory: Memory): OfficeRecords {
  return openRecords(PROJECTIONS, { fileId: memory.files['records'], build: BUILD });
}
