import { accountId } from '../../workspace/account-id.ts';
import type { CourseData, CoursePostData } from '../../workspace/data.ts';
import { NotModelled } from '../../workspace/errors.ts';
import type { ApiMethod, Caller } from '../api.ts';
import { pageOf } from '../paging.ts';
import { readParameters } from '../parameters.ts';
import { classroomScopes, courseOf, courseToChange, invalid } from './access.ts';

/** Class materials need no licence; add-on attachments, which do, are not here. */
export const postMethods: ApiMethod[] = [
  ...methods({ kind: 'material', collection: 'courseWorkMaterials', answer: 'courseWorkMaterial', scope: 'courseworkmaterials', needs: 'title' }),
  ...methods({ kind: 'announcement', collection: 'announcements', answer: 'announcements', scope: 'announcements', needs: 'text' }),
];

interface PostKind {
  kind: CoursePostData['kind'];
  collection: string;
  /** Name of the list in an answer. */
  answer: string;
  scope: string;
  needs: 'title' | 'text';
}

function methods({ kind, collection, answer, scope, needs }: PostKind): ApiMethod[] {
  const path = `/v1/courses/{courseId}/${collection}`;
  return [
    {
      id: `classroom.courses.${collection}.create`,
      verb: 'POST',
      path,
      scopes: classroomScopes(scope),
      body: true,
      ms: 500,
      call(caller, request) {
        const course = courseToChange(caller, request);
        const post = newPost(caller, kind, needs, request.body);
        course.posts = [...(course.posts ?? []), post];
        return resource(course, post);
      },
    },
    {
      id: `classroom.courses.${collection}.list`,
      verb: 'GET',
      path,
      scopes: classroomScopes(`${scope} ${scope}.readonly`),
      ms: 200,
      call(caller, request) {
        const query = readParameters(request.query, {
          pageSize: 'integer',
          pageToken: 'string',
          orderBy: 'unmodelled',
          courseWorkMaterialStates: 'unmodelled',
          announcementStates: 'unmodelled',
          materialLink: 'unmodelled',
          materialDriveId: 'unmodelled',
        });
        const course = courseOf(caller, request);
        // Without states asked for: published ones only (courses.courseWorkMaterials/list.md).
        const posts = (course.posts ?? []).filter((post) => post.kind === kind && post.state === 'PUBLISHED').reverse();
        const { items, nextPageToken } = pageOf(posts, query.pageSize || 20, query.pageToken);
        return { ...(items.length > 0 ? { [answer]: items.map((post) => resource(course, post)) } : {}), ...(nextPageToken ? { nextPageToken } : {}) };
      },
    },
  ];
}

function newPost(caller: Caller, kind: CoursePostData['kind'], needs: 'title' | 'text', sent: unknown): CoursePostData {
  const body = (sent ?? {}) as Partial<CoursePostData>;
  const stray = Object.keys(body).find((name) => !['title', 'text', 'description', 'materials', 'state'].includes(name));
  if (stray !== undefined) throw new NotModelled(`${stray} of a Classroom ${kind}`);
  if (!body[needs]) throw invalid(`${needs} is required.`);
  const { materials = [], state = 'DRAFT', description, title, text } = body;
  if (state !== 'DRAFT' && state !== 'PUBLISHED') throw invalid();
  for (const material of materials) {
    if (!material.link) throw new NotModelled(`Classroom material ${Object.keys(material).join(', ')}`);
    if (!/^https?:\/\//.test(material.link.url)) throw invalid();
  }
  const optional = Object.fromEntries(Object.entries({ title, text, description }).filter(([, value]) => value !== undefined));
  return {
    id: caller.workspace.newId(12, '123456789'),
    kind,
    ...optional,
    materials,
    state,
    creator: caller.email,
    creationTime: caller.workspace.clock.now(),
  };
}

function resource(course: CourseData, { kind: _, creator, creationTime, materials, ...post }: CoursePostData) {
  const time = new Date(creationTime).toISOString();
  return {
    courseId: course.id,
    ...post,
    ...(materials.length > 0 ? { materials } : {}),
    creatorUserId: accountId(creator),
    creationTime: time,
    updateTime: time,
    assigneeMode: 'ALL_STUDENTS',
  };
}
