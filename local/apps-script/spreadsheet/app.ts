import type { Globals } from '../realm.ts';

export const spreadsheetGlobals: Globals = {};
