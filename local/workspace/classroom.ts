import type { AddOnTokenData, ClassroomAddOnData, ClassroomData, CourseData, CoursePostData } from './data.ts';
import type { Workspace } from './workspace.ts';

/** How long an `addOnToken` is good for, in milliseconds. Google says that it expires and not when. */
const TOKEN_LIFE = 60 * 60_000;

/** Where the posts of a kind stand in Google's addresses: of the API, and of Classroom itself. */
export const POST_KINDS = [
  { kind: 'material', collection: 'courseWorkMaterials', letter: 'm', page: '/details' },
  { kind: 'announcement', collection: 'announcements', letter: 'p', page: '' },
  { kind: 'assignment', collection: 'courseWork', letter: 'a', page: '/details' },
] as const;

/** What Classroom knows beside its courses; it begins empty. */
export function classroomOf(workspace: Workspace): ClassroomData {
  workspace.data.classroom ??= { addOns: [], tokens: {}, previewProjects: [] };
  return workspace.data.classroom;
}

/** An administrator installs an add-on from its listing; a listing of the same project is replaced. */
export function installClassroomAddOn(workspace: Workspace, addOn: ClassroomAddOnData): void {
  const classroom = classroomOf(workspace);
  classroom.addOns = [...classroom.addOns.filter(({ app }) => app !== addOn.app), addOn];
}

/** The add-ons that Classroom offers a person who may attach them. */
export function addOnsFor(workspace: Workspace, email: string): ClassroomAddOnData[] {
  return classroomOf(workspace).addOns.filter(({ app }) => mayAttach(workspace, email, app));
}

/**
 * Whether somebody may make and change attachments of a project's add-on, in the courses they teach: it is installed for them, and they have
 * one of the editions that have add-ons (docs/workspace/classroom/add-ons/developer-guides/third-party-first-journey.md).
 */
export function mayAttach(workspace: Workspace, email: string, app: string): boolean {
  const person = workspace.people.find(email);
  const listing = classroomOf(workspace).addOns.find((addOn) => addOn.app === app);
  if (!person || person.licence === undefined || !listing) return false;
  return listing.installedFor.some((unit) => unit === '/' || person.orgUnitPath === unit || person.orgUnitPath.startsWith(`${unit}/`));
}

/** Opens an add-on to make an attachment: what it gets as `addOnToken`. */
export function newAddOnToken(workspace: Workspace, opened: Omit<AddOnTokenData, 'expires'>): string {
  const classroom = classroomOf(workspace);
  const now = workspace.clock.now();
  const token = workspace.newId(40);
  const alive = Object.entries(classroom.tokens).filter(([, { expires }]) => expires > now - TOKEN_LIFE);
  classroom.tokens = { ...Object.fromEntries(alive), [token]: { ...opened, expires: now + TOKEN_LIFE } };
  return token;
}

/** Classroom's own address of a course: its number in base64 (docs/workspace/classroom/best-practices/batch.md shows two). */
export function courseLink(course: CourseData): string {
  return `https://classroom.google.com/c/${base64(course.id)}`;
}

export function postLink(course: CourseData, post: CoursePostData): string {
  const found = POST_KINDS.find(({ kind }) => kind === post.kind) ?? POST_KINDS[0];
  return `${courseLink(course)}/${found.letter}/${base64(post.id)}${found.page}`;
}

/** The number that an address of Classroom means. */
export function idInAddress(part: string): string {
  return Buffer.from(part, 'base64url').toString('latin1');
}

function base64(id: string): string {
  return Buffer.from(id).toString('base64url');
}
