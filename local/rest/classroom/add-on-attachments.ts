import { POST_KINDS } from '../../workspace/classroom.ts';
import type { AddOnAttachmentData } from '../../workspace/data.ts';
import { NotModelled } from '../../workspace/errors.ts';
import type { ApiMethod, ApiRequest, Caller } from '../api.ts';
import { pageOf } from '../paging.ts';
import { readParameters } from '../parameters.ts';
import { classroomScopes, denied, invalid, maskOf, notFound, otherProject } from './access.ts';
import { type AddOnRequest, addOnRequest, isAttached, isOwnPost, refuseUnlessMayAttach, refuseUnlessOpenedOrOwn } from './add-on.ts';
import { CHANGEABLE, FOR_WORK, readAttachment } from './attachment-input.ts';

type Kind = (typeof POST_KINDS)[number]['kind'];

const TEACHER = classroomScopes('addons.teacher');
const ANYBODY = classroomScopes('addons.student addons.teacher');
/** "only eight of any single type" (docs/workspace/classroom/add-ons/get-started/attachments-journey.md), said of assignments. */
const MAX_OF_A_TYPE = 8;
const MAX_PAGE = 20;

/** Attachments of Classroom add-ons. Not here: those that pupils hand work in with, and `courses.posts`, which is deprecated. */
export const attachmentMethods: ApiMethod[] = POST_KINDS.flatMap(({ kind, collection }) => {
  const path = `/v1/courses/{courseId}/${collection}/{itemId}/addOnAttachments`;
  const one = `${path}/{attachmentId}`;
  const id = `classroom.courses.${collection}.addOnAttachments`;
  return [
    { id: `${id}.create`, verb: 'POST', path, scopes: TEACHER, body: true, ms: 500, call: (caller, request) => create(kind, caller, request) },
    { id: `${id}.list`, verb: 'GET', path, scopes: ANYBODY, ms: 200, call: (caller, request) => list(kind, caller, request) },
    {
      id: `${id}.get`,
      verb: 'GET',
      path: one,
      scopes: ANYBODY,
      ms: 150,
      call(caller, request) {
        readParameters(request.query, { postId: 'string' });
        const asked = addOnRequest(caller, request, kind);
        return resource(asked, ownAttachment(asked, request));
      },
    },
    { id: `${id}.patch`, verb: 'PATCH', path: one, scopes: TEACHER, body: true, ms: 400, call: (caller, request) => patch(kind, caller, request) },
    {
      id: `${id}.delete`,
      verb: 'DELETE',
      path: one,
      scopes: TEACHER,
      ms: 300,
      call(caller, request) {
        readParameters(request.query, { postId: 'string' });
        const asked = addOnRequest(caller, request, kind);
        refuseUnlessMayAttach(asked);
        const attachment = ownAttachment(asked, request);
        asked.post.attachments = (asked.post.attachments ?? []).filter((each) => each !== attachment);
        return {};
      },
    },
  ] satisfies ApiMethod[];
});

function create(kind: Kind, caller: Caller, request: ApiRequest) {
  const { addOnToken } = readParameters(request.query, { postId: 'string', addOnToken: 'string' });
  const asked = addOnRequest(caller, request, kind);
  refuseUnlessMayAttach(asked);
  refuseUnlessOpenedOrOwn(asked, addOnToken);
  const { title, teacherViewUri, studentViewUri } = readAttachment(caller, request.body);
  if (!title || !teacherViewUri || !studentViewUri) throw invalid();
  const { post } = asked;
  if ((post.attachments ?? []).length >= MAX_OF_A_TYPE) throw invalid();
  const attachment = { id: caller.workspace.newId(12, '123456789'), app: caller.app, title, teacherViewUri, studentViewUri };
  post.attachments = [...(post.attachments ?? []), attachment];
  return resource(asked, attachment);
}

/** For an add-on that is attached already or may be; it sees its own only. */
function list(kind: Kind, caller: Caller, request: ApiRequest) {
  const query = readParameters(request.query, { postId: 'string', pageSize: 'integer', pageToken: 'string' });
  const asked = addOnRequest(caller, request, kind);
  if (!isAttached(asked)) {
    if (!isOwnPost(asked)) throw denied();
    refuseUnlessMayAttach(asked);
  }
  const own = (asked.post.attachments ?? []).filter(({ app }) => app === caller.app);
  const { items, nextPageToken } = pageOf(own, Math.min(query.pageSize || MAX_PAGE, MAX_PAGE), query.pageToken);
  return {
    ...(items.length > 0 ? { addOnAttachments: items.map((attachment) => resource(asked, attachment)) } : {}),
    ...(nextPageToken ? { nextPageToken } : {}),
  };
}

function patch(kind: Kind, caller: Caller, request: ApiRequest) {
  const { updateMask } = readParameters(request.query, { postId: 'string', updateMask: 'string' });
  const forWork = FOR_WORK.find((name) => updateMask?.split(',').includes(name));
  if (forWork) throw new NotModelled(`${forWork} of an add-on attachment`);
  const mask = maskOf(updateMask, CHANGEABLE);
  const asked = addOnRequest(caller, request, kind);
  refuseUnlessMayAttach(asked);
  const attachment = ownAttachment(asked, request);
  const said = readAttachment(caller, request.body);
  for (const field of CHANGEABLE.filter((name) => mask.includes(name))) {
    const value = said[field];
    if (!value) throw invalid();
    attachment[field] = value;
  }
  return resource(asked, attachment);
}

/** @throws ApiError 404 for no such attachment, 403 for another add-on's */
function ownAttachment({ caller, post }: AddOnRequest, request: ApiRequest): AddOnAttachmentData {
  const attachment = post.attachments?.find(({ id }) => id === request.path['attachmentId']);
  if (!attachment) throw notFound();
  if (attachment.app !== caller.app) throw otherProject();
  return attachment;
}

function resource({ course, post }: AddOnRequest, { id, title, teacherViewUri, studentViewUri }: AddOnAttachmentData) {
  return {
    courseId: course.id,
    postId: post.id,
    itemId: post.id,
    id,
    title,
    teacherViewUri: { uri: teacherViewUri },
    studentViewUri: { uri: studentViewUri },
  };
}
