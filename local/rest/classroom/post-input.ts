import type { CoursePostData } from '../../workspace/data.ts';
import { ApiError, NotModelled } from '../../workspace/errors.ts';
import { invalid } from './access.ts';

/** What a client may say of a post. */
export type PostInput = Partial<Pick<CoursePostData, 'title' | 'text' | 'description' | 'materials' | 'state'>>;

/** What Google has besides and this Workspace has not. */
const ELSEWHERE = ['scheduledTime', 'topicId', 'assigneeMode', 'individualStudentsOptions'];
/** docs/workspace/classroom/reference/rest/v1/courses.courseWorkMaterials.md and courses.announcements.md */
const MAX_LENGTH = { title: 3_000, text: 30_000, description: 30_000 } as const;
const MAX_MATERIALS = 20;
/** docs/workspace/classroom/reference/rest/v1/Link.md */
const MAX_URL = 2_024;
/** "On creation, this is upgraded to a more appropriate type if possible" (Material.md). */
const UPGRADED = /^https:\/\/(docs|drive)\.google\.com\/|^https:\/\/(www\.)?(youtube\.com|youtu\.be)\//;

/**
 * A post as a client sent it, its links without the titles, which only Google gives.
 * @param fields what a post of this kind has
 * @throws ApiError 400 for anything that is none of these or is not as it should be; NotModelled for what only Google has
 */
export function readPost(sent: unknown, fields: readonly (keyof PostInput)[]): PostInput {
  const body = (sent ?? {}) as Record<string, unknown>;
  const stray = Object.keys(body).find((name) => !(fields as readonly string[]).includes(name));
  if (stray !== undefined && ELSEWHERE.includes(stray)) throw new NotModelled(`${stray} of a Classroom post`);
  if (stray !== undefined) throw new ApiError(400, `Invalid JSON payload received. Unknown name "${stray}": Cannot find field.`);
  const { title, text, description } = body;
  for (const [name, value] of Object.entries({ title, text, description })) {
    if (value === undefined) continue;
    if (typeof value !== 'string' || value.length > MAX_LENGTH[name as keyof typeof MAX_LENGTH]) throw invalid();
  }
  const { state, materials } = body;
  if (state !== undefined && state !== 'DRAFT' && state !== 'PUBLISHED') throw invalid();
  return { ...(body as PostInput), ...(materials === undefined ? {} : { materials: linksOf(materials) }) };
}

function linksOf(materials: unknown): CoursePostData['materials'] {
  if (!Array.isArray(materials) || materials.length > MAX_MATERIALS) throw invalid();
  return materials.map((material: unknown) => {
    const { link, ...other } = (material ?? {}) as { link?: { url?: unknown } };
    if (!link) throw new NotModelled(`Classroom material ${Object.keys(other).join(', ')}`);
    const { url } = link;
    if (typeof url !== 'string' || !/^https?:\/\//.test(url) || url.length > MAX_URL) throw invalid();
    if (UPGRADED.test(url)) throw new NotModelled(`a link that Classroom makes a file or a video of: ${url}`);
    return { link: { url } };
  });
}
