import { classroomOf } from '../../workspace/classroom.ts';
import type { AddOnAttachmentData } from '../../workspace/data.ts';
import { ApiError, NotModelled } from '../../workspace/errors.ts';
import type { Caller } from '../api.ts';
import { invalid } from './access.ts';

export type AttachmentInput = Partial<Pick<AddOnAttachmentData, 'title' | 'teacherViewUri' | 'studentViewUri'>>;

/** What a patch may name; the rest belongs to attachments that pupils hand work in with. */
export const CHANGEABLE = ['title', 'teacherViewUri', 'studentViewUri'] as const;
export const FOR_WORK = ['studentWorkReviewUri', 'dueDate', 'dueTime', 'maxPoints'];
/** Given by Classroom: what a client says of them is not heard. */
const GIVEN = ['courseId', 'postId', 'itemId', 'id', 'copyHistory'];
/** docs/workspace/classroom/reference/rest/v1/courses.courseWorkMaterials.addOnAttachments.md */
const MAX_TITLE = 1_000;
const MAX_URI = 1_800;

/**
 * An attachment as a client sent it.
 * @throws ApiError 400 for what is not as it should be, such as an address that the add-on's listing does not allow
 */
export function readAttachment(caller: Caller, sent: unknown): AttachmentInput {
  const body = (sent ?? {}) as Record<string, unknown>;
  for (const name of Object.keys(body)) {
    if (FOR_WORK.includes(name)) throw new NotModelled(`${name} of an add-on attachment`);
    if ([...CHANGEABLE, ...GIVEN].includes(name)) continue;
    throw new ApiError(400, `Invalid JSON payload received. Unknown name "${name}": Cannot find field.`);
  }
  const { title } = body;
  if (title !== undefined && (typeof title !== 'string' || title.length > MAX_TITLE)) throw invalid();
  return {
    ...(title === undefined ? {} : { title }),
    ...addressIn(caller, body, 'teacherViewUri'),
    ...addressIn(caller, body, 'studentViewUri'),
  };
}

/** "The validation is a literal string prefix match" (add-ons/developer-guides/project-configuration.md, "App Integration"). */
function addressIn(caller: Caller, body: Record<string, unknown>, name: 'teacherViewUri' | 'studentViewUri'): AttachmentInput {
  if (body[name] === undefined) return {};
  const uri = (body[name] as { uri?: unknown } | null)?.uri;
  if (typeof uri !== 'string' || uri === '' || uri.length > MAX_URI || !/^https:\/\//.test(uri)) throw invalid();
  const listing = classroomOf(caller.workspace).addOns.find(({ app }) => app === caller.app);
  if (!listing?.allowedUriPrefixes.some((prefix) => uri.startsWith(prefix))) throw invalid();
  return { [name]: uri };
}
