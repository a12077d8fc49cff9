/** Kinds of posts that an add-on can attach to, as Classroom names them in an address. */
export const ITEM_TYPES = ['announcements', 'courseWork', 'courseWorkMaterials'] as const;

/** The post for which Classroom opened the add-on, as the address says: whoever opened it could have written that. */
export type OpenedPost = {
  courseId: string;
  itemId: string;
  itemType: (typeof ITEM_TYPES)[number];
  /** What lets an attachment be made; '' when the page was opened from one. */
  addOnToken: string;
  attachmentId: string;
  /** The account that Classroom was opened with, by its number; '' before the person has used the add-on. */
  loginHint: string;
};

/** The same with the names that Classroom uses; nothing is checked yet. */
export function openedFrom(parameter: Readonly<Record<string, string>>): Record<keyof OpenedPost, string> {
  const { courseId = '', itemId = '', itemType = '', addOnToken = '', attachmentId = '', login_hint: loginHint = '' } = parameter;
  return { courseId, itemId, itemType, addOnToken, attachmentId, loginHint };
}

/** Whether Classroom was opened with another account than the one that is at the page: Google's number of each. */
export function isOtherAccount(loginHint: string, ownId: string): boolean {
  return /^\d{5,30}$/.test(loginHint) && ownId !== '' && loginHint !== ownId;
}
