import { Hono } from 'hono';
import { html } from 'hono/html';
import { filesOf } from '../apps-script/engine.ts';
import { manifestOf } from '../apps-script/manifest.ts';
import { MIME } from '../workspace/drive.ts';
import { headerOf } from '../workspace/mail/headers.ts';
import { parseMessage } from '../workspace/mail/parse.ts';
import { instantOf, wallTime } from '../workspace/time-zone.ts';
import { classesOf, classPath } from './classroom/place.ts';
import { addressOf, kindOf } from './drive/kinds.ts';
import { localLink } from './links.ts';
import { type Markup, page } from './shell.ts';
import type { SiteEnv, Visit } from './visit.ts';

const ZONE = 'Europe/London';
const FEW = 6;

/** What this person would find when they sit down at their computer. */
export const home = new Hono<SiteEnv>().get('/home', (c) => {
  const visit = c.get('visit');
  if (!visit.person) return c.redirect('/');
  return c.html(
    page(visit, {
      title: 'Home',
      main: html`<h1>Good day, ${visit.person.givenName}</h1>
<div class="tiles">${[apps(visit), forms(visit), mail(visit), today(visit), classes(visit), files(visit)]}</div>
<p class="quiet">For developers: <a href="/runs">what the scripts have done</a>.</p>`,
    }),
  );
});

function tile(heading: string, lines: readonly Markup[], none: string, more?: { href: string; words: string }): Markup {
  return html`<section class="tile"><h2>${heading}</h2>
${lines.length === 0 ? html`<p class="quiet">${none}</p>` : html`<ul>${lines}</ul>`}
${more ? html`<p><a href="${more.href}">${more.words}</a></p>` : ''}</section>`;
}

/** Web apps that a version has been deployed of. Whether the visitor gets in is the web app's own affair. */
function apps({ workspace }: Visit): Markup {
  const lines = Object.values(workspace.data.scripts).flatMap((script) =>
    script.deployments.flatMap((deployment) => {
      const files = deployment.versionNumber === undefined ? undefined : filesOf(script, deployment.versionNumber);
      return files && manifestOf(files).webapp ? html`<li><a href="/macros/s/${deployment.deploymentId}/exec">${script.title}</a></li>` : [];
    }),
  );
  return tile('Web apps', lines, 'None yet.');
}

function forms({ workspace, account }: Visit): Markup {
  const open = Object.values(workspace.data.forms).filter(
    (form) => !workspace.forms.refusalFor(form, account) && !workspace.drive.isTrashed(workspace.drive.find(form.id) ?? workspace.drive.rootOf(account)),
  );
  return tile(
    'Forms for you',
    open.map((form) => {
      const answered = account !== '' && form.responses.some((response) => response.account === account);
      return html`<li><a href="${localLink(workspace.forms.publishedUrl(form))}">${workspace.forms.titleOf(form)}</a>${answered ? html` <span class="quiet">answered</span>` : ''}</li>`;
    }),
    'Nothing to fill in.',
  );
}

function mail({ workspace, person }: Visit): Markup {
  const inbox = (workspace.data.mailboxes[person?.email ?? ''] ? workspace.mail.mailbox(person?.email ?? '').messages() : [])
    .filter((message) => message.labelIds.includes('INBOX'))
    .sort((a, b) => b.internalDate - a.internalDate);
  const unread = inbox.filter((message) => message.labelIds.includes('UNREAD')).length;
  return tile(
    `Mail: ${unread} unread`,
    inbox.slice(0, FEW).map((message) => {
      const subject = headerOf(parseMessage(message.raw).root.headers, 'Subject') || '(no subject)';
      const words = message.labelIds.includes('UNREAD') ? html`<strong>${subject}</strong>` : subject;
      return html`<li><a href="/mail/thread/${message.threadId}">${words}</a></li>`;
    }),
    'No mail.',
    { href: '/mail', words: 'Open mail' },
  );
}

function today({ workspace, account }: Visit): Markup {
  const calendar = workspace.calendars.primaryOf(account);
  const wall = { ...wallTime(ZONE, workspace.clock.now()), hour: 0, minute: 0, second: 0, millisecond: 0 };
  const events = calendar ? workspace.calendars.between(calendar, instantOf(ZONE, wall), instantOf(ZONE, { ...wall, day: wall.day + 1 })) : [];
  return tile(
    'Today',
    events.map(({ event, start }) => html`<li>${event.start.date ? '' : html`<span class="quiet">${CLOCK.format(start)}</span> `}${event.summary}</li>`),
    'Nothing in the calendar.',
    { href: '/calendar', words: 'Open calendar' },
  );
}

/** Only for those who are in a class. */
function classes({ workspace, account }: Visit): Markup {
  const places = classesOf(workspace, account);
  if (places.length === 0) return html``;
  const lines = places.slice(0, FEW).map(({ course }) => html`<li><a href="${classPath(course)}">${course.name}</a></li>`);
  return tile('Classes', lines, '', { href: '/classroom', words: 'Open Classroom' });
}

const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });

function files({ workspace, account }: Visit): Markup {
  const mine = account === '' ? [] : workspace.drive.search(account, { q: 'trashed = false' });
  const newest = mine.filter((file) => file.mimeType !== MIME.folder).sort((a, b) => b.modifiedTime - a.modifiedTime);
  return tile(
    'Files',
    newest.slice(0, FEW).map((file) => html`<li><a href="${addressOf(file)}">${file.name}</a> <span class="quiet">${kindOf(file)}</span></li>`),
    account === '' ? 'No school account, so no Drive.' : 'No files.',
    { href: '/drive', words: 'Open Drive' },
  );
}
