import type { ApiMethod } from './api.ts';
import { courseMethods } from './classroom/courses.ts';
import { peopleMethods } from './classroom/people.ts';
import { postMethods } from './classroom/posts.ts';

/** The Classroom API (docs/workspace/classroom/reference/rest/v1). Not here: assignments, invitations, topics, add-on attachments. */
export const classroomApi: ApiMethod[] = [...courseMethods, ...peopleMethods, ...postMethods];
