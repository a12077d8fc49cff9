import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { FileData } from '../../workspace/data.ts';
import { mayCopy } from '../../workspace/drive/copying.ts';
import { MIME } from '../../workspace/drive.ts';
import { ApiError } from '../../workspace/errors.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { fullName } from '../people.ts';
import { needAccess } from '../refusal.ts';
import { inWords, type Markup, page } from '../shell.ts';
import type { SiteEnv } from '../visit.ts';
import { addressOf, kindOf } from './kinds.ts';
import { viewer } from './viewer.ts';

/** Uploads through the page; Drive itself takes far more, but this state is kept in memory. */
const LARGEST_UPLOAD = 20_000_000;

/** Drive: folders, files, who they are shared with. */
export const drivePages = new Hono<SiteEnv>()
  .get('/drive', (c) => {
    const visit = c.get('visit');
    const { workspace, account } = visit;
    if (account === '') return c.html(page(visit, { title: 'Drive', main: signedOut }));
    const root = workspace.drive.rootOf(account);
    const shared = workspace.drive.search(account, { q: 'trashed = false' }).filter((file) => file.owner !== account && isTop(workspace, account, file));
    return c.html(
      page(visit, {
        title: 'Drive',
        main: html`<h1>Drive</h1>
<h2>My Drive</h2>${listing(workspace, contents(workspace, account, root.id), account, 'My Drive')}${uploader(root.id)}
<h2>Shared with me</h2>${listing(workspace, shared, account, 'Shared with me')}`,
      }),
    );
  })
  .get('/drive/:place{my-drive|home|shared-with-me|recent}', (c) => c.redirect('/drive'))
  .get('/drive/folders/:id', (c) =>
    reading(c, c.req.param('id'), (folder) => {
      const visit = c.get('visit');
      const { workspace, account } = visit;
      return c.html(
        page(visit, {
          title: folder.name,
          main: html`${trail(workspace, account, folder)}<h1>${folder.name}</h1>
${listing(workspace, contents(workspace, account, folder.id), account, 'Files')}
${workspace.drive.mayWrite(account, folder.id) ? uploader(folder.id) : ''}${sharing(workspace, folder)}`,
        }),
      );
    }),
  )
  .get('/drive/file/d/:id/:how{view|edit|preview}', (c) => reading(c, c.req.param('id'), (file) => showFile(c, file)))
  .get('/document/d/:id/:how{edit|view|preview}', (c) => reading(c, c.req.param('id'), (file) => showFile(c, file)))
  .get('/drive/open', (c) => reading(c, c.req.query('id') ?? '', (file) => c.redirect(addressOf(file))))
  .get('/drive/uc', (c) =>
    reading(c, c.req.query('id') ?? '', (file) => {
      if (file.content === undefined) return c.text('This file has no bytes of its own to download.', 400);
      if (!mayCopy(c.get('visit').workspace, c.get('visit').account, file)) return c.text('The owner does not let this file be downloaded.', 403);
      const asFile = c.req.query('export') === 'download' || !/^(image\/(png|jpeg|gif|webp)|application\/pdf|text\/plain)$/.test(file.mimeType);
      return c.body(Buffer.from(file.content, 'base64'), 200, {
        'content-type': asFile ? 'application/octet-stream' : file.mimeType,
        'content-disposition': `${asFile ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        'x-content-type-options': 'nosniff',
      });
    }),
  )
  .post('/drive/upload', async (c) => {
    const { workspace, account } = c.get('visit');
    const form = await c.req.formData();
    const file = form.get('file');
    const folderId = String(form.get('folder') ?? '');
    if (!(file instanceof File) || file.size === 0) return c.text('Choose a file first.', 400);
    if (file.size > LARGEST_UPLOAD) return c.text('The local school takes files of up to 20 MB.', 413);
    const folder = workspace.drive.requireFolder(account, folderId);
    const content = Buffer.from(await file.arrayBuffer()).toString('base64');
    workspace.drive.create({ name: file.name, mimeType: file.type.split(';')[0] || 'application/octet-stream', content }, account, folder.id);
    return c.redirect(workspace.drive.isRoot(folder) ? '/drive' : `/drive/folders/${folder.id}`, 303);
  });

const signedOut = html`<h1>Drive</h1><p>You have no school account, so nothing here is yours. A file that is open to anyone with its link can still be opened by that link.</p>`;

/** Does `work` with a file that the visitor may read; everybody else is told to ask. */
function reading(c: Context<SiteEnv>, id: string, work: (file: FileData) => Response | Promise<Response>): Response | Promise<Response> {
  const { workspace, account } = c.get('visit');
  let file: FileData;
  try {
    file = workspace.drive.get(account, id);
  } catch (error) {
    if (error instanceof ApiError) return needAccess(c);
    throw error;
  }
  return work(file);
}

function showFile(c: Context<SiteEnv>, file: FileData): Response | Promise<Response> {
  const visit = c.get('visit');
  const { workspace, account } = visit;
  const known = addressOf(file);
  if (!known.startsWith('/drive/file') && !known.startsWith('/document')) return c.redirect(known);
  return c.html(
    page(visit, {
      title: file.name,
      main: html`${trail(workspace, account, file)}<h1>${file.name}</h1>
<p class="quiet">${kindOf(file)}, changed ${inWords(file.modifiedTime)} by ${file.lastModifyingUser}</p>
${file.content !== undefined && mayCopy(workspace, account, file) ? html`<p class="row">${file.mimeType === 'application/pdf' ? html`<a class="button" href="/drive/uc?id=${file.id}">Open</a> ` : ''}<a class="button" href="/drive/uc?export=download&amp;id=${file.id}">Download</a></p>` : ''}
${viewer(workspace, file)}${sharing(workspace, file)}`,
    }),
  );
}

function contents({ drive }: Workspace, account: string, folderId: string): FileData[] {
  return drive.childrenOf(folderId).filter((file) => !drive.isTrashed(file) && drive.mayRead(account, file.id));
}

/** Whether the visitor cannot already reach the file through the folder it lies in. */
function isTop({ drive }: Workspace, account: string, file: FileData): boolean {
  return !file.parents.some((parent) => drive.mayRead(account, parent));
}

function trail({ drive }: Workspace, account: string, file: FileData): Markup {
  const above: FileData[] = [];
  for (let up = drive.find(file.parents[0] ?? ''); up && !drive.isRoot(up) && drive.mayRead(account, up.id); up = drive.find(up.parents[0] ?? ''))
    above.unshift(up);
  return html`<nav class="trail" aria-label="Folders above"><a href="/drive">Drive</a>${above.map((folder) => html` › <a href="${addressOf(folder)}">${folder.name}</a>`)}</nav>`;
}

function listing(workspace: Workspace, files: readonly FileData[], account: string, label: string): Markup {
  if (files.length === 0) return html`<p class="quiet">Nothing here.</p>`;
  const sorted = [...files].sort((a, b) => Number(b.mimeType === MIME.folder) - Number(a.mimeType === MIME.folder) || a.name.localeCompare(b.name));
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table class="files">
<thead><tr><th scope="col">Name</th><th scope="col">Kind</th><th scope="col">Owner</th><th scope="col">You may</th><th scope="col">Changed</th></tr></thead>
<tbody>${sorted.map(
    (file) => html`<tr><th scope="row"><a href="${addressOf(file)}">${file.name}</a></th><td>${kindOf(file)}</td>
<td>${file.owner === account ? 'you' : nameOf(workspace, file.owner)}</td><td>${MAY[workspace.drive.roleOf(account, file.id) ?? 'reader']}</td><td>${inWords(file.modifiedTime)}</td></tr>`,
  )}</tbody></table></div>`;
}

const MAY = { owner: 'do everything', writer: 'edit', commenter: 'comment', reader: 'look' } as const;

function sharing(workspace: Workspace, file: FileData): Markup {
  const who = workspace.drive.permissionsOf(file.id).map((permission) => {
    const name =
      permission.type === 'anyone'
        ? 'Anyone with the link'
        : permission.type === 'domain'
          ? `Everyone at ${permission.domain}`
          : nameOf(workspace, permission.emailAddress ?? '');
    const view = permission.view === 'published' ? ' (to answer the form)' : permission.view === 'metadata' ? ' (that it is there)' : '';
    return html`<li>${name}: may ${MAY[permission.role]}${view}${permission.inherited ? ', from the folder' : ''}</li>`;
  });
  return html`<details class="sharing"><summary>Who can open this (${who.length})</summary><ul>${who}</ul></details>`;
}

function nameOf({ people, data }: Workspace, email: string): string {
  const person = people.find(email);
  return person ? fullName(person) : (data.groups[email]?.name ?? email);
}

function uploader(folderId: string): Markup {
  return html`<form class="row" method="post" action="/drive/upload" enctype="multipart/form-data">
<input type="hidden" name="folder" value="${folderId}"><label>Upload a file <input type="file" name="file" required></label> <button>Upload</button></form>`;
}
