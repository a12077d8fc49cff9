import { accountId } from '../../workspace/account-id.ts';
import { postLink } from '../../workspace/classroom.ts';
import type { CourseData, CoursePostData } from '../../workspace/data.ts';
import type { ApiMethod, ApiRequest, Caller } from '../api.ts';
import { pageOf } from '../paging.ts';
import { readParameters } from '../parameters.ts';
import { classroomScopes, courseOf, courseToTeach, failedPrecondition, invalid, maskOf, maySeePost, otherProject, postOf } from './access.ts';
import { type PostInput, readPost } from './post-input.ts';

/** Class materials and announcements: they need no licence. */
export const postMethods: ApiMethod[] = [
  ...methods({
    kind: 'material',
    collection: 'courseWorkMaterials',
    answer: 'courseWorkMaterial',
    states: 'courseWorkMaterialStates',
    scope: 'courseworkmaterials',
    needs: 'title',
    fields: ['title', 'description', 'materials', 'state'],
    changeable: ['title', 'description', 'state'],
  }),
  ...methods({
    kind: 'announcement',
    collection: 'announcements',
    answer: 'announcements',
    states: 'announcementStates',
    scope: 'announcements',
    needs: 'text',
    fields: ['text', 'materials', 'state'],
    changeable: ['text', 'state'],
  }),
];

interface PostKind {
  kind: CoursePostData['kind'];
  collection: string;
  /** Name of the list in an answer. */
  answer: string;
  /** Name of the parameter that says which states to list. */
  states: 'courseWorkMaterialStates' | 'announcementStates';
  scope: string;
  needs: 'title' | 'text';
  fields: readonly (keyof PostInput)[];
  /** What a patch may name. */
  changeable: readonly (keyof PostInput)[];
}

const STATES = ['PUBLISHED', 'DRAFT', 'DELETED'];

function methods(of: PostKind): ApiMethod[] {
  const path = `/v1/courses/{courseId}/${of.collection}`;
  const one = `${path}/{id}`;
  const id = `classroom.courses.${of.collection}`;
  const read = classroomScopes(`${of.scope} ${of.scope}.readonly`);
  const write = classroomScopes(of.scope);
  return [
    { id: `${id}.create`, verb: 'POST', path, scopes: write, body: true, ms: 500, call: (caller, request) => create(of, caller, request) },
    { id: `${id}.list`, verb: 'GET', path, scopes: read, ms: 200, call: (caller, request) => list(of, caller, request) },
    {
      id: `${id}.get`,
      verb: 'GET',
      path: one,
      scopes: read,
      ms: 150,
      call(caller, request) {
        const course = courseOf(caller, request);
        return resource(course, postOf(caller, course, of.kind, request.path['id'] ?? ''));
      },
    },
    { id: `${id}.patch`, verb: 'PATCH', path: one, scopes: write, body: true, ms: 400, call: (caller, request) => patch(of, caller, request) },
    {
      id: `${id}.delete`,
      verb: 'DELETE',
      path: one,
      scopes: write,
      ms: 300,
      call(caller, request) {
        const { post } = ownPost(of, caller, request);
        Object.assign(post, { state: 'DELETED', updateTime: caller.workspace.clock.now() });
        return {};
      },
    },
  ];
}

function create({ kind, needs, fields }: PostKind, caller: Caller, request: ApiRequest) {
  const course = courseToTeach(caller, request);
  const { materials = [], state = 'DRAFT', ...said } = readPost(request.body, fields);
  if (!said[needs]) throw invalid(`${needs} is required.`);
  const post: CoursePostData = {
    id: caller.workspace.newId(12, '123456789'),
    kind,
    ...said,
    materials,
    state,
    creator: caller.email,
    app: caller.app,
    creationTime: caller.workspace.clock.now(),
  };
  course.posts = [...(course.posts ?? []), post];
  return resource(course, post);
}

function list({ kind, answer, states }: PostKind, caller: Caller, request: ApiRequest) {
  const query = readParameters(request.query, {
    pageSize: 'integer',
    pageToken: 'string',
    orderBy: 'string',
    [states]: 'strings',
    materialLink: kind === 'material' ? 'string' : 'unmodelled',
    materialDriveId: 'unmodelled',
  }) as { pageSize?: number; pageToken?: string; orderBy?: string; materialLink?: string } & Partial<Record<string, string[]>>;
  const order = /^updateTime(?: (asc|desc))?$/.exec(query.orderBy ?? 'updateTime desc');
  if (!order) throw invalid();
  // Without states asked for: published ones only (courses.courseWorkMaterials/list.md).
  const wanted = query[states] ?? ['PUBLISHED'];
  if (wanted.some((state) => !STATES.includes(state))) throw invalid();
  const course = courseOf(caller, request);
  const { materialLink = '' } = query;
  const posts = (course.posts ?? [])
    .filter((post) => post.kind === kind && wanted.includes(post.state) && maySeePost(caller, course, post))
    .filter((post) => materialLink === '' || post.materials.some(({ link }) => link.url.includes(materialLink)))
    .sort((a, b) => updated(a) - updated(b));
  // With no direction named after the field, Google's default is ascending.
  const { items, nextPageToken } = pageOf(order[1] === 'desc' ? posts.reverse() : posts, query.pageSize || 20, query.pageToken);
  return { ...(items.length > 0 ? { [answer]: items.map((post) => resource(course, post)) } : {}), ...(nextPageToken ? { nextPageToken } : {}) };
}

function patch(of: PostKind, caller: Caller, request: ApiRequest) {
  const mask = maskOf(readParameters(request.query, { updateMask: 'string' }).updateMask, of.changeable);
  const { course, post } = ownPost(of, caller, request);
  const said = readPost(request.body, of.fields);
  if (mask.includes(of.needs) && !said[of.needs]) throw invalid();
  // What has been published stays so.
  if (mask.includes('state') && (said.state === undefined || (post.state === 'PUBLISHED' && said.state === 'DRAFT'))) throw invalid();
  for (const field of of.changeable.filter((name) => mask.includes(name))) {
    if (said[field] === undefined) delete post[field as 'description'];
    else Object.assign(post, { [field]: said[field] });
  }
  post.updateTime = caller.workspace.clock.now();
  return resource(course, post);
}

/** The post of the path, for the project that made it. @throws ApiError 403 for another project, 400 for a post that has been deleted */
function ownPost({ kind }: PostKind, caller: Caller, request: ApiRequest): { course: CourseData; post: CoursePostData } {
  const course = courseToTeach(caller, request);
  const post = postOf(caller, course, kind, request.path['id'] ?? '');
  if (post.app !== caller.app) throw otherProject();
  if (post.state === 'DELETED') throw failedPrecondition('Precondition check failed.');
  return { course, post };
}

const updated = (post: CoursePostData): number => post.updateTime ?? post.creationTime;

function resource(course: CourseData, post: CoursePostData) {
  const { id, title, text, description, materials, state, creator, creationTime } = post;
  const said = Object.fromEntries(Object.entries({ title, text, description }).filter(([, value]) => value !== undefined));
  return {
    courseId: course.id,
    id,
    ...said,
    ...(materials.length > 0 ? { materials } : {}),
    state,
    ...(state === 'PUBLISHED' ? { alternateLink: postLink(course, post) } : {}),
    creatorUserId: accountId(creator),
    creationTime: new Date(creationTime).toISOString(),
    updateTime: new Date(updated(post)).toISOString(),
    assigneeMode: 'ALL_STUDENTS',
  };
}
