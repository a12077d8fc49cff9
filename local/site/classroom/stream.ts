import { html } from 'hono/html';
import { addOnsFor } from '../../workspace/classroom.ts';
import type { CoursePostData } from '../../workspace/data.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { localLink } from '../links.ts';
import { inWords, type Markup } from '../shell.ts';
import { type ClassPlace, classPath, type PostPlace, postPath, streamOf } from './place.ts';

/** A person's classes. */
export function classList(places: readonly ClassPlace[]): Markup {
  const cards = places.map(
    ({ course, teaching }) => html`<li><a href="${classPath(course)}"><strong>${course.name}</strong><br>${course.section}
<span class="quiet">${teaching ? 'You teach this class' : ''}${course.courseState === 'ARCHIVED' ? ' Archived' : ''}</span></a></li>`,
  );
  return html`<h1>Classroom</h1>${places.length === 0 ? html`<p>You are in no class.</p>` : html`<ul class="classes">${cards}</ul>`}`;
}

/** Where a share button leads: a link, and the classes of the teacher who pressed it (docs/workspace/classroom/guides/sharebutton.md). */
export function sharing(places: readonly ClassPlace[], url: string): Markup {
  const taught = places.filter(({ course, teaching }) => teaching && course.courseState === 'ACTIVE');
  const forms = taught.map(
    ({ course }) => html`<li><form method="post" action="${classPath(course)}" class="row"><input type="hidden" name="kind" value="material">
<input type="hidden" name="title" value="${url}"><input type="hidden" name="link" value="${url}"><button>Create material in ${course.name}</button></form></li>`,
  );
  return html`<h1>Share to Classroom</h1><p>${url}</p>${forms.length === 0 ? html`<p>You teach no class.</p>` : html`<ul class="stream">${forms}</ul>`}`;
}

/** A class's page: what stands in its stream, and for its teachers a new post. */
export function stream(workspace: Workspace, place: ClassPlace): Markup {
  const posts = streamOf(place);
  const items = posts.map(
    (post) => html`<li><p class="quiet">${KINDS[post.kind]}${post.state === 'DRAFT' ? ', draft' : ''}, ${byWhom(workspace, post)}</p>
<p><a href="${postPath({ ...place, post })}">${post.title ?? post.text}</a></p></li>`,
  );
  return html`<h1>${place.course.name}</h1><p class="quiet">${place.course.section}</p>
${place.teaching && place.course.courseState === 'ACTIVE' ? newPost() : ''}
<h2>Stream</h2>${posts.length === 0 ? html`<p class="quiet">Nothing has been posted yet.</p>` : html`<ul class="stream">${items}</ul>`}`;
}

/** A post's page: what it says and what is attached; its teachers publish it and attach to it there. */
export function postPage(workspace: Workspace, account: string, place: PostPlace): Markup {
  const { course, post, teaching } = place;
  const links = post.materials.map(({ link }) => html`<li><a href="${localLink(link.url)}" target="_blank" rel="noopener">${link.url}</a></li>`);
  const attachments = (post.attachments ?? []).map(
    ({ id, title }) => html`<li><a href="${postPath(place, `attachment/${id}`)}">${title}</a>${teaching ? removal(place, id, title) : ''}</li>`,
  );
  return html`<p><a href="${classPath(course)}">${course.name}</a></p>
<h1>${post.title ?? KINDS[post.kind]}</h1>
<p class="quiet">${KINDS[post.kind]}${post.state === 'DRAFT' ? ', draft: only teachers of the class see it' : ''}, ${byWhom(workspace, post)}</p>
<p>${post.text ?? post.description ?? ''}</p>
${links.length + attachments.length > 0 ? html`<h2>Attached</h2><ul class="stream">${links}${attachments}</ul>` : ''}
${teaching && course.courseState === 'ACTIVE' ? forTeachers(workspace, account, place) : ''}`;
}

function forTeachers(workspace: Workspace, account: string, place: PostPlace): Markup {
  const offered = addOnsFor(workspace, account).map(({ app, name }) => html`<a class="button" href="${postPath(place, `add-on/${app}`)}">Attach ${name}</a> `);
  return html`<h2>For teachers</h2>
<p>${offered.length > 0 ? offered : html`<span class="quiet">No add-ons: none is installed for you, or your licence has none.</span>`}</p>
<form method="post" action="${postPath(place)}" class="row">
${place.post.state === 'DRAFT' ? html`<button name="do" value="publish">Post</button>` : ''} <button name="do" value="delete">Delete</button>
</form>`;
}

function removal(place: PostPlace, id: string, title: string): Markup {
  return html`<form method="post" action="${postPath(place)}"><input type="hidden" name="attachment" value="${id}">
<button name="do" value="remove" aria-label="Remove ${title}">Remove</button></form>`;
}

function newPost(): Markup {
  const options = Object.entries(KINDS).map(([kind, words]) => html`<option value="${kind}">${words}</option>`);
  return html`<details class="class-post"><summary>Create a post</summary><form method="post">
<label for="kind">Kind</label><select id="kind" name="kind">${options}</select>
<label for="title">Title, or an announcement’s text</label><input id="title" name="title" required maxlength="3000">
<label for="link">Link (may be left out)</label><input id="link" name="link" type="url">
<p><button>Save as draft</button></p></form></details>`;
}

export const KINDS: Record<CoursePostData['kind'], string> = { material: 'Material', announcement: 'Announcement', assignment: 'Assignment' };

function byWhom(workspace: Workspace, { creator, creationTime }: CoursePostData): string {
  const person = workspace.people.find(creator);
  return `${person ? `${person.givenName} ${person.familyName}` : creator}, ${inWords(creationTime)}`;
}
