import type { ApiMethod } from './api.ts';

export const gmailApi: ApiMethod[] = [];
