import { literal, object, picklist, pipe, regex, string, union } from 'valibot';
import { text } from '../../school/shape-parts.ts';
import { ITEM_TYPES } from './opened-post.ts';

/** An id of Classroom's in an address: a number, or what Google may make of it one day. */
const id = pipe(string(), regex(/^[\w-]{1,60}$/));

/** What Classroom puts into the address of an add-on's page; '' for what it left out. */
export const openedPost = object({
  courseId: id,
  itemId: id,
  itemType: picklist(ITEM_TYPES),
  addOnToken: text(2_000),
  attachmentId: union([id, literal('')]),
  loginHint: text(320),
});
