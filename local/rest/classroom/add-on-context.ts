import { accountId } from '../../workspace/account-id.ts';
import { POST_KINDS } from '../../workspace/classroom.ts';
import type { ApiMethod, ApiRequest, Caller } from '../api.ts';
import { readParameters } from '../parameters.ts';
import { classroomScopes, denied, invalid, notFound, teaches } from './access.ts';
import { addOnRequest, isAttached, isOwnPost, refuseUnlessToken } from './add-on.ts';

/** Who has opened an add-on's page, and where: what tells an add-on that its address's parameters are true. */
export const contextMethods: ApiMethod[] = POST_KINDS.map(({ kind, collection }) => ({
  id: `classroom.courses.${collection}.getAddOnContext`,
  verb: 'GET',
  path: `/v1/courses/{courseId}/${collection}/{itemId}/addOnContext`,
  scopes: classroomScopes('addons.student addons.teacher'),
  ms: 200,
  call: (caller, request) => context(kind, caller, request),
}));

/** docs/workspace/classroom/reference/rest/v1/courses.courseWorkMaterials/getAddOnContext.md */
function context(kind: (typeof POST_KINDS)[number]['kind'], caller: Caller, request: ApiRequest) {
  const { addOnToken, attachmentId } = readParameters(request.query, { postId: 'string', addOnToken: 'string', attachmentId: 'string' });
  const asked = addOnRequest(caller, request, kind);
  const { course, post } = asked;
  if (addOnToken) refuseUnlessToken(asked, addOnToken);
  else if (!attachmentId) throw invalid();
  else if (!isAttached(asked) && !isOwnPost(asked)) throw denied();
  if (attachmentId && !post.attachments?.some(({ id, app }) => id === attachmentId && app === caller.app)) throw notFound();
  const submission = kind === 'assignment' ? { submissionId: accountId(`${post.id} ${caller.email}`).slice(0, 12) } : {};
  return {
    courseId: course.id,
    postId: post.id,
    itemId: post.id,
    ...(kind === 'assignment' ? { supportsStudentWork: true } : {}),
    ...(teaches(caller, course) ? { teacherContext: {} } : { studentContext: submission }),
  };
}
