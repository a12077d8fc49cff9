import { classroomOf, mayAttach, type POST_KINDS } from '../../workspace/classroom.ts';
import type { CourseData, CoursePostData } from '../../workspace/data.ts';
import type { ApiRequest, Caller } from '../api.ts';
import { courseOf, denied, isIn, otherProject, postOf, refuseUnlessModifiable, teaches } from './access.ts';

/** A request of a Classroom add-on about one post. */
export interface AddOnRequest {
  caller: Caller;
  course: CourseData;
  post: CoursePostData;
}

/**
 * The post of the path. Administrators who are not in the course have no part in it
 * (docs/workspace/classroom/add-ons/developer-guides/project-configuration.md, "Classroom add-ons scopes").
 * @throws ApiError 404 for no such course or post, 403 for one that the caller is not in or may not see
 */
export function addOnRequest(caller: Caller, request: ApiRequest, kind: (typeof POST_KINDS)[number]['kind']): AddOnRequest {
  const course = courseOf(caller, request);
  if (!isIn(caller, course)) throw denied();
  return { caller, course, post: postOf(caller, course, kind, request.path['itemId'] ?? '') };
}

/** Whether the add-on that asks has attachments on the post already. */
export function isAttached({ caller, post }: AddOnRequest): boolean {
  return (post.attachments ?? []).some(({ app }) => app === caller.app);
}

/** Whether the project that asks has made the post. */
export function isOwnPost({ caller, post }: AddOnRequest): boolean {
  return post.app === caller.app;
}

/** @throws ApiError 403 unless the caller teaches the course and may make attachments of this add-on */
export function refuseUnlessMayAttach({ caller, course }: AddOnRequest): void {
  if (!teaches(caller, course) || !mayAttach(caller.workspace, caller.email, caller.app)) throw denied();
  refuseUnlessModifiable(course);
}

/**
 * @param token as Classroom gave it to the page it opened
 * @throws ApiError 403 when it was given to another add-on, for another post or person, or has expired (troubleshooting/common-errors.md)
 */
export function refuseUnlessToken({ caller, course, post }: AddOnRequest, token: string): void {
  const opened = classroomOf(caller.workspace).tokens[token];
  const fits = opened && opened.app === caller.app && opened.courseId === course.id && opened.itemId === post.id && opened.email === caller.email;
  if (!fits) throw denied('@InvalidAddOnToken The add-on token is not authorized to create an add-on attachment on the requested item.');
  if (opened.expires <= caller.workspace.clock.now()) throw denied('@ExpiredAddOnToken The add-on token has expired.');
}

/** Without a token an attachment may be put on a post that the same project made (addOnAttachments/create.md, `addOnToken`). */
export function refuseUnlessOpenedOrOwn(asked: AddOnRequest, token: string | undefined): void {
  if (token) refuseUnlessToken(asked, token);
  else if (!isOwnPost(asked)) throw otherProject();
}
