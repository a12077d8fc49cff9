import { accountId } from '../../workspace/account-id.ts';
import { courseLink, idInAddress, POST_KINDS, postLink } from '../../workspace/classroom.ts';
import type { CourseData, CoursePostData } from '../../workspace/data.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { localLink } from '../links.ts';

/** A course as somebody in it sees it. */
export interface ClassPlace {
  course: CourseData;
  teaching: boolean;
}

/** A post of it. */
export interface PostPlace extends ClassPlace {
  post: CoursePostData;
}

/** The courses that Classroom shows an account: not those that were never accepted, and suspended ones to nobody. */
export function classesOf(workspace: Workspace, account: string): ClassPlace[] {
  return Object.values(workspace.data.courses)
    .filter(({ courseState }) => courseState === 'ACTIVE' || courseState === 'ARCHIVED')
    .filter(({ ownerId, teachers, students }) => ownerId === account || teachers.includes(account) || students.includes(account))
    .map((course) => ({ course, teaching: course.ownerId === account || course.teachers.includes(account) }));
}

/** The course of an address, for those in it. */
export function classAt(workspace: Workspace, account: string, part: string): ClassPlace | undefined {
  const id = idInAddress(part);
  return classesOf(workspace, account).find(({ course }) => course.id === id);
}

/** What of a course's stream somebody sees, newest first: drafts are for its teachers. */
export function streamOf({ course, teaching }: ClassPlace): CoursePostData[] {
  return (course.posts ?? []).filter(({ state }) => state === 'PUBLISHED' || (teaching && state === 'DRAFT')).reverse();
}

export function postAt(place: ClassPlace, part: string): PostPlace | undefined {
  const id = idInAddress(part);
  const post = streamOf(place).find((each) => each.id === id);
  return post && { ...place, post };
}

export function classPath(course: CourseData): string {
  return localLink(courseLink(course));
}

/** The post's page; with `page` one below it. */
export function postPath({ course, post }: PostPlace, page?: string): string {
  const details = localLink(postLink(course, post));
  return page === undefined ? details : `${details.replace(/\/details$/, '')}/${page}`;
}

/**
 * What an add-on's page is opened with (docs/workspace/classroom/add-ons/developer-guides/iframes.md, "Query parameters"), as an address
 * of the local site. `login_hint` comes only once the person has let the project know who they are (project-configuration.md, "User permissions").
 * @param more `addOnToken` or `attachmentId`
 */
export function frameAddress(workspace: Workspace, account: string, { uri, app, course, post, more }: FrameRequest): string {
  const url = new URL(uri);
  const collection = POST_KINDS.find(({ kind }) => kind === post.kind)?.collection ?? '';
  const hint = (workspace.data.scripts[app]?.grants[account] ?? []).some((scope) => KNOWING.includes(scope)) ? { login_hint: accountId(account) } : {};
  const parameters = { courseId: course.id, itemId: post.id, itemType: collection, ...more, ...hint };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.append(name, value);
  return localLink(url.href);
}

export interface FrameRequest {
  uri: string;
  app: string;
  course: CourseData;
  post: CoursePostData;
  more: Record<string, string>;
}

const KNOWING = ['*', 'https://www.googleapis.com/auth/userinfo.email', 'https://www.googleapis.com/auth/userinfo.profile'];
