import type { Globals } from './realm.ts';

export const cardGlobals: Globals = {};
