import type { ApiMethod } from './api.ts';

export const scriptApi: ApiMethod[] = [];
