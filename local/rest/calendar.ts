import type { ApiMethod } from './api.ts';

export const calendarApi: ApiMethod[] = [];
