import type { CaseRow } from '../case.ts';
import type { Lane } from '../concern.ts';
import { losesData } from '../protocols/asks.ts';

const ABOUT_ADULTS: readonly Lane[] = ['staff', 'dsl-concern', 'head', 'low-level'];
const COMPLAINTS: readonly Lane[] = ['misuse', ...ABOUT_ADULTS];

/** How a case may end (B13). Kept in cases for good: an id is never renamed. The words about allegations are the usual five of guidance. */
export const OUTCOMES = {
  supported: 'Resolved: support was given',
  sanctioned: 'Resolved: sanction or restorative work',
  accidental: 'Accidental: support given, nothing more to do',
  'no concern': 'Looked into: nothing to be concerned about',
  'other agency': 'Passed on: another agency leads',
  'low-level': 'Low-level concern: dealt with and kept on the register',
  substantiated: 'Allegation: substantiated',
  unsubstantiated: 'Allegation: unsubstantiated',
  unfounded: 'Allegation: unfounded',
  false: 'Allegation: false',
  malicious: 'Allegation: malicious',
  'loss contained': 'Loss of data or a device: contained, nobody at risk',
  'loss reported': 'Loss of data or a device: reported to the ICO or to the people concerned',
  'complaint upheld': 'Complaint: upheld',
  'complaint not upheld': 'Complaint: not upheld',
  'same as another': 'Belongs to another case, which goes on',
} as const;
export type OutcomeId = keyof typeof OUTCOMES;
export const OUTCOME_IDS = Object.keys(OUTCOMES) as [OutcomeId, ...OutcomeId[]];

/** Outcomes that belong to some lanes alone; every other one may end any case. */
const OF_LANES: Partial<Record<OutcomeId, readonly Lane[]>> = {
  ...Object.fromEntries(['low-level', 'substantiated', 'unsubstantiated', 'unfounded', 'false', 'malicious'].map((id) => [id, ABOUT_ADULTS])),
  ...Object.fromEntries(['complaint upheld', 'complaint not upheld'].map((id) => [id, COMPLAINTS])),
};

/** The outcomes to choose from when a case is closed: those about lost data only where data or a device was lost. */
export function outcomesFor(row: CaseRow): OutcomeId[] {
  return OUTCOME_IDS.filter((id) => (id.startsWith('loss ') ? losesData(row) : (OF_LANES[id]?.includes(row.lane) ?? true)));
}

/** An outcome as people read it; the id itself when this version does not know it. */
export function outcomeTitle(id: string): string {
  return OUTCOMES[id as OutcomeId] ?? id;
}
