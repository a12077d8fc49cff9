import type { ApiMethod } from './api.ts';

export const sheetsApi: ApiMethod[] = [];
