import type { ApiMethod } from './api.ts';

export const driveApi: ApiMethod[] = [];
