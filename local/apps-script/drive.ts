import type { Globals } from './realm.ts';

export const driveGlobals: Globals = {};
