import { html, raw } from 'hono/html';
import { newAddOnToken } from '../../workspace/classroom.ts';
import type { AddOnAttachmentData, ClassroomAddOnData } from '../../workspace/data.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Markup } from '../shell.ts';
import { frameAddress, type PostPlace, postPath } from './place.ts';

/** docs/workspace/classroom/add-ons/developer-guides/iframes.md, "Restrictions" */
const SANDBOX = 'allow-popups allow-popups-to-escape-sandbox allow-forms allow-scripts allow-storage-access-by-user-activation allow-same-origin';

/**
 * "Close the iframe": heard only from the host and port of the address that was opened. A page of HtmlService stands in a frame of another
 * host, here of an origin of its own, so what it posts is not heard: then Classroom's own button is the way back.
 */
const CLOSING = `addEventListener('message', (event) => {
  const frame = document.querySelector('.add-on iframe');
  const heard = event.origin === new URL(frame.src).origin && event.data && event.data.type === 'Classroom' && event.data.action === 'closeIframe';
  if (heard) location.href = document.querySelector('.add-on [data-close]').href;
});`;

/** The Attachment Discovery iframe, for a teacher who is making the post. */
export function discovery(workspace: Workspace, account: string, place: PostPlace, addOn: ClassroomAddOnData): Markup {
  const { course, post } = place;
  const addOnToken = newAddOnToken(workspace, { app: addOn.app, courseId: course.id, itemId: post.id, email: account });
  const src = frameAddress(workspace, account, { uri: addOn.attachmentSetupUri, app: addOn.app, course, post, more: { addOnToken } });
  return framed('discovery', addOn.name, src, postPath(place));
}

/** The teacher's or the pupil's view of an attachment. */
export function attachmentView(workspace: Workspace, account: string, place: PostPlace, attachment: AddOnAttachmentData): Markup {
  const { course, post, teaching } = place;
  const uri = teaching ? attachment.teacherViewUri : attachment.studentViewUri;
  const src = frameAddress(workspace, account, { uri, app: attachment.app, course, post, more: { attachmentId: attachment.id } });
  return framed('view', attachment.title, src, postPath(place));
}

function framed(kind: 'discovery' | 'view', title: string, src: string, back: string): Markup {
  return html`<section class="add-on ${kind}">
<header><h1>${title}</h1><a class="button" data-close href="${back}"><span aria-hidden="true">✕</span> Close</a></header>
<iframe title="${title}" src="${src}" sandbox="${SANDBOX}" allow="microphone *"></iframe>
<script>${raw(CLOSING)}</script>
</section>`;
}
