import type { OpenedPost } from './opened-post.ts';

/** What pupils and teachers see of a post: a title, and a page for each. */
export interface Attachment {
  title: string;
  teacherView: string;
  studentView: string;
}

/** The class of the post, as its teacher called it. @throws in Google's words */
export function courseNameOf({ courseId }: OpenedPost): string {
  return courses().get(courseId).name ?? '';
}

/**
 * Whether the person at the page teaches the class: what shows that the address is true.
 * @throws in Google's words, such as for a token that was given for another post or person
 */
export function teachesClassOf(post: OpenedPost): boolean {
  const shown = post.addOnToken === '' ? { attachmentId: post.attachmentId } : { addOnToken: post.addOnToken };
  return postsLike(post).getAddOnContext(post.courseId, post.itemId, shown).teacherContext !== undefined;
}

/** How many attachments of ours the post has. @throws in Google's words; refused as well while it may have none */
export function attachmentsOn(post: OpenedPost): number {
  return (postsLike(post).AddOnAttachments.list(post.courseId, post.itemId).addOnAttachments ?? []).length;
}

/** @throws in Google's words; it may have been attached all the same */
export function attach(post: OpenedPost, { title, teacherView, studentView }: Attachment): void {
  const resource = { title, teacherViewUri: { uri: teacherView }, studentViewUri: { uri: studentView } };
  postsLike(post).AddOnAttachments.create(resource, post.courseId, post.itemId, { addOnToken: post.addOnToken });
}

function postsLike({ itemType }: OpenedPost): GoogleAppsScript.Classroom.Collection.Courses.WithAddOns {
  const { Announcements, CourseWork, CourseWorkMaterials } = courses();
  return { announcements: Announcements, courseWork: CourseWork, courseWorkMaterials: CourseWorkMaterials }[itemType];
}

function courses() {
  if (!Classroom) throw new Error('The advanced service Classroom is disabled');
  return Classroom.Courses;
}
