import type { ApiMethod } from './api.ts';

export const classroomApi: ApiMethod[] = [];
