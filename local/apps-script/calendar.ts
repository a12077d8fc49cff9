import type { Globals } from './realm.ts';

export const calendarGlobals: Globals = {};
