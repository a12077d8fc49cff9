import { type Context, Hono } from 'hono';
import { html, raw } from 'hono/html';
import { addOnsFor } from '../../workspace/classroom.ts';
import type { CoursePostData } from '../../workspace/data.ts';
import { type Markup, page } from '../shell.ts';
import type { SiteEnv } from '../visit.ts';
import { attachmentView, discovery } from './add-on.ts';
import { type ClassPlace, classAt, classesOf, classPath, type PostPlace, postAt, postPath } from './place.ts';
import { classList, KINDS, postPage, sharing, stream } from './stream.ts';
import { CLASSROOM_STYLE } from './style.ts';

const COURSE = '/classroom/c/:course';
const POST = `${COURSE}/:letter{[mpa]}/:post`;

/** Google Classroom on the site, for the account that was chosen. A course also stands at the path it has at classroom.google.com. */
export const classroomPages = new Hono<SiteEnv>()
  .get('/classroom', (c) => shown(c, 'Classroom', classList(classesOf(c.get('visit').workspace, c.get('visit').account))))
  .get('/classroom/h', (c) => c.redirect('/classroom'))
  .get('/classroom/share', (c) => {
    const { workspace, account } = c.get('visit');
    return shown(c, 'Share to Classroom', sharing(classesOf(workspace, account), c.req.query('url') ?? ''));
  })
  .get(COURSE, (c) => inClass(c, (place) => shown(c, place.course.name, stream(c.get('visit').workspace, place))))
  .get('/c/:course', (c) => inClass(c, (place) => shown(c, place.course.name, stream(c.get('visit').workspace, place))))
  .post(COURSE, (c) => inClass(c, (place) => create(c, place)))
  .get(POST, (c) => atPost(c, showPost(c)))
  .get(`${POST}/details`, (c) => atPost(c, showPost(c)))
  .post(POST, (c) => atPost(c, (place) => change(c, place)))
  .post(`${POST}/details`, (c) => atPost(c, (place) => change(c, place)))
  .get(`${POST}/add-on/:app`, (c) =>
    atPost(c, (place) => {
      const { workspace, account } = c.get('visit');
      const addOn = place.teaching ? addOnsFor(workspace, account).find(({ app }) => app === c.req.param('app')) : undefined;
      return addOn ? shown(c, addOn.name, discovery(workspace, account, place, addOn)) : missing(c);
    }),
  )
  .get(`${POST}/attachment/:attachment`, (c) =>
    atPost(c, (place) => {
      const { workspace, account } = c.get('visit');
      const attachment = place.post.attachments?.find(({ id }) => id === c.req.param('attachment'));
      return attachment ? shown(c, attachment.title, attachmentView(workspace, account, place, attachment)) : missing(c);
    }),
  );

type Answer = Response | Promise<Response>;

const showPost = (c: Context<SiteEnv>) => (place: PostPlace) =>
  shown(c, place.post.title ?? KINDS[place.post.kind], postPage(c.get('visit').workspace, c.get('visit').account, place));

function inClass(c: Context<SiteEnv>, show: (place: ClassPlace) => Answer): Answer {
  const { workspace, account } = c.get('visit');
  const place = classAt(workspace, account, c.req.param('course') ?? '');
  return place ? show(place) : missing(c);
}

function atPost(c: Context<SiteEnv>, show: (place: PostPlace) => Answer): Answer {
  return inClass(c, (course) => {
    const place = postAt(course, c.req.param('post') ?? '');
    return place ? show(place) : missing(c);
  });
}

/** A teacher begins a post in Classroom itself: it belongs to no script. */
async function create(c: Context<SiteEnv>, place: ClassPlace): Promise<Response> {
  const { workspace, account } = c.get('visit');
  const fields = await c.req.formData();
  const kind = String(fields.get('kind')) as CoursePostData['kind'];
  const title = String(fields.get('title') ?? '').trim();
  const link = String(fields.get('link') ?? '').trim();
  if (!place.teaching) return missing(c);
  if (!(kind in KINDS) || title === '' || !/^(https?:\/\/\S+)?$/.test(link)) return c.text('A post has a kind, a title and at most one web address.', 422);
  const post: CoursePostData = {
    id: workspace.newId(12, '123456789'),
    kind,
    ...(kind === 'announcement' ? { text: title } : { title }),
    materials: link === '' ? [] : [{ link: { url: link } }],
    state: 'DRAFT',
    creator: account,
    creationTime: workspace.clock.now(),
  };
  place.course.posts = [...(place.course.posts ?? []), post];
  return c.redirect(postPath({ ...place, post }), 303);
}

async function change(c: Context<SiteEnv>, place: PostPlace): Promise<Response> {
  if (!place.teaching) return missing(c);
  const { post } = place;
  const fields = await c.req.formData();
  const wanted = fields.get('do');
  if (wanted === 'publish') post.state = 'PUBLISHED';
  else if (wanted === 'delete') post.state = 'DELETED';
  else if (wanted === 'remove') post.attachments = (post.attachments ?? []).filter(({ id }) => id !== fields.get('attachment'));
  else return c.text('A post can be published or deleted, and an attachment removed.', 422);
  post.updateTime = c.get('visit').workspace.clock.now();
  return c.redirect(wanted === 'delete' ? classPath(place.course) : postPath(place), 303);
}

function shown(c: Context<SiteEnv>, title: string, main: Markup): Answer {
  const visit = c.get('visit');
  if (!visit.person) return c.redirect(`/?next=${encodeURIComponent(visit.path)}`);
  return c.html(page(visit, { title, head: html`<style>${raw(CLASSROOM_STYLE)}</style>`, wide: true, main }));
}

/** Classroom does not say whether there is such a class. */
function missing(c: Context<SiteEnv>): Answer {
  const visit = c.get('visit');
  if (!visit.person) return c.redirect(`/?next=${encodeURIComponent(visit.path)}`);
  const main = html`<h1>Class not found</h1><p>It is not there, or you are not in it. You are signed in as ${visit.account || 'nobody'}.</p>
<p><a class="button" href="/classroom">Your classes</a></p>`;
  return c.html(page(visit, { title: 'Class not found', main }), 404);
}
