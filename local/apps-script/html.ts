import type { Globals } from './realm.ts';

export const htmlGlobals: Globals = {};
