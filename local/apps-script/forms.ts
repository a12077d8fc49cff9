import type { Globals } from './realm.ts';

export const formGlobals: Globals = {};
