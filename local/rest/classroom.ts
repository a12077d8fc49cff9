import type { ApiMethod } from './api.ts';
import { attachmentMethods } from './classroom/add-on-attachments.ts';
import { contextMethods } from './classroom/add-on-context.ts';
import { capabilityMethods } from './classroom/capability.ts';
import { courseMethods } from './classroom/courses.ts';
import { peopleMethods } from './classroom/people.ts';
import { postMethods } from './classroom/posts.ts';

/** The Classroom API (docs/workspace/classroom/reference/rest/v1). Not here: assignments, invitations, topics. */
export const classroomApi: ApiMethod[] = [
  ...courseMethods,
  ...capabilityMethods,
  ...peopleMethods,
  ...postMethods,
  ...attachmentMethods,
  ...contextMethods,
].map((method) => ({ ...method, host: 'classroom.googleapis.com' }));
