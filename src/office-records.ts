import { agreementProjection, signatureProjection } from './agreements/register.ts';
import { BUILD } from './build.ts';
import { caseProjection } from './incidents/case.ts';
import { type OfficeRecords, openRecords } from './records/records.sheet.ts';
import type { Memory } from './school/settings.script.ts';

/** Every view of the journal. A new capability adds its own here. */
const PROJECTIONS = [caseProjection, agreementProjection, signatureProjection];

/** The office's records; nothing is called before it is needed. */
export function officeRecords(memory: Memory): OfficeRecords {
  return openRecords(PROJECTIONS, { fileId: memory.files['records'], build: BUILD });
}
