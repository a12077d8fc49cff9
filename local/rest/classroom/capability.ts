import { mayAttach } from '../../workspace/classroom.ts';
import { NotModelled } from '../../workspace/errors.ts';
import type { ApiMethod } from '../api.ts';
import { readParameters } from '../parameters.ts';
import { classroomScopes, denied, invalid, personOf } from './access.ts';

const OTHERS = ['CREATE_RUBRIC', 'UPDATE_GRADING_PERIOD_SETTINGS', 'CREATE_STUDENT_GROUP'];

/**
 * docs/workspace/classroom/reference/rest/v1/userProfiles/checkUserCapability.md. The roadmap (reference/roadmap.md) has it among the previews
 * still, the guides ask for the version, and the public clients do not have it.
 */
export const capabilityMethods: ApiMethod[] = [
  {
    id: 'classroom.userProfiles.checkUserCapability',
    verb: 'GET',
    path: '/v1/userProfiles/{userId}:checkUserCapability',
    preview: 'V1_20240930_PREVIEW',
    scopes: classroomScopes('courses courses.readonly'),
    ms: 200,
    call(caller, request) {
      const { capability } = readParameters(request.query, { capability: 'string', previewVersion: 'string' });
      if (capability !== undefined && OTHERS.includes(capability)) throw new NotModelled(`the capability ${capability}`);
      if (capability !== 'CREATE_ADD_ON_ATTACHMENT') throw invalid();
      if (personOf(caller, request.path['userId'] ?? '').email !== caller.email) throw denied();
      return { capability, allowed: mayAttach(caller.workspace, caller.email, caller.app) };
    },
  },
];
