import type { Globals } from './realm.ts';

export const gmailGlobals: Globals = {};
