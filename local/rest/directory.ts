import type { ApiMethod } from './api.ts';

export const directoryApi: ApiMethod[] = [];
