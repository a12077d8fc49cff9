import type { Globals } from './realm.ts';

export const groupGlobals: Globals = {};
