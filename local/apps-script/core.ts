import type { Globals } from './realm.ts';

export const coreGlobals: Globals = {};
