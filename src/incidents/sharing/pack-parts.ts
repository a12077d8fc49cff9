import type { CasePerson } from '../working/case-file.ts';

/** What a referral pack may be made of, in its order. */
export const PACK_PARTS = {
  account: 'What was reported',
  people: 'People and their roles',
  decisions: 'Decisions and referrals, with their reasons',
  steps: 'Checklists and answers',
  tasks: 'What was done, and what is still to do',
  notes: 'Notes',
  timeline: 'Everything by time',
  files: 'List of files, with fingerprints (SHA-256)',
} as const;
export type PackPart = keyof typeof PACK_PARTS;
export const PACK_PART_IDS = Object.keys(PACK_PARTS) as [PackPart, ...PackPart[]];

/** What tells a person of a case from the others: their address, or the name as it was typed. */
export function personKey({ email, name }: Pick<CasePerson, 'email' | 'name'>): string {
  return email === '' ? name : email;
}
