import type { Role } from '../concern.ts';

/** What people are called in a case. */
export const ROLE_WORDS: Record<Role, string> = {
  affected: 'affected',
  alleged: 'alleged to have done it',
  witness: 'witness',
  other: 'connected in another way',
};
