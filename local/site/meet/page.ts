import { html, raw } from 'hono/html';
import type { ConferenceRecordData, ParticipantUserData, SpaceConfigData, SpaceData } from '../../workspace/data.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { PageReply, PageRequest } from '../page-reply.ts';
import { fullName } from '../people.ts';
import { inWords, type Markup } from '../shell.ts';

const STYLE = '.meet-settings :is(th, td) { text-align: left; font-weight: inherit; overflow-wrap: anywhere; padding: .15rem 1rem .15rem 0; }';

/** What the page knows of one visit to a space. */
interface AtTheDoor {
  workspace: Workspace;
  space: SpaceData;
  /** The visitor's account; '' for somebody without. */
  account: string;
  /** How a call would list the visitor. */
  user: ParticipantUserData;
  hosts: boolean;
  call: ConferenceRecordData | undefined;
}

/**
 * A Meet link as the person who opens it meets it: whether they come in or knock, what they may do there, and for the host
 * every setting by Google's own name. There is no picture and no sound; coming in and going make the call's record.
 */
export function meetPage(workspace: Workspace, request: PageRequest): PageReply {
  const space = workspace.meet.byCode(request.path.split('/')[2] ?? '');
  if (!space) return noSuchCall();
  const door = atTheDoor(workspace, space, request.visitor);
  if (request.method === 'POST') {
    act(door, request.fields.get('do'));
    return { ...noSuchCall(), status: 303, location: `/meet/${space.meetingCode}` };
  }
  return {
    status: 200,
    title: `Meet ${space.meetingCode}`,
    head: html`<style>${raw(STYLE)}</style>`,
    main: html`<h1>Google Meet <span class="quiet">${space.meetingCode}</span></h1>
<p>Host: ${nameOf(workspace, { email: space.owner })}. The local school has no picture and no sound.</p>
${peopleInside(door)}
${entrance(door)}
${allowed(door)}
${door.hosts ? hostControls(door) : ''}`,
  };
}

function atTheDoor(workspace: Workspace, space: SpaceData, visitor: string): AtTheDoor {
  const person = workspace.people.find(visitor);
  const account = person?.hasAccount && !person.suspended ? person.email : '';
  const user = account === '' ? { anonymous: person ? fullName(person) : 'Guest' } : { email: account };
  return { workspace, space, account, user, hosts: account === space.owner, call: workspace.meet.active(space) };
}

function act(door: AtTheDoor, what: string | null): void {
  const { workspace, space, user } = door;
  if (what === 'join' && mayEnter(door)) workspace.meet.join(space, user);
  if (what === 'leave') workspace.meet.leave(space, user);
  if (what === 'end' && door.hosts) workspace.meet.end(space);
}

/** `CREATOR_APP_ONLY` shuts the door of meet.google.com itself. */
function mayEnter({ workspace, space, account }: AtTheDoor): boolean {
  return space.config.entryPointAccess === 'ALL' && workspace.meet.joinsWithoutKnocking(space, account);
}

function present({ call }: AtTheDoor): ParticipantUserData[] {
  return (call?.participants ?? []).filter(({ sessions }) => sessions.some(({ end }) => end === undefined)).map(({ user }) => user);
}

function peopleInside(door: AtTheDoor): Markup {
  const people = present(door);
  if (people.length === 0) return html`<p>Nobody is in the call.</p>`;
  return html`<h2>In the call</h2><ul>${people.map((user) => html`<li>${nameOf(door.workspace, user)}</li>`)}</ul>`;
}

function entrance(door: AtTheDoor): Markup {
  const { workspace, space, account, user, hosts, call } = door;
  const inside = present(door).some((each) => JSON.stringify(each) === JSON.stringify(user));
  const button = (what: string, words: string, kind = '') => html`<button name="do" value="${what}" class="${kind}">${words}</button> `;
  const buttons = html`${inside ? button('leave', 'Leave the call') : mayEnter(door) ? button('join', 'Join now', 'primary') : ''}${hosts && call ? button('end', 'End the call for everyone') : ''}`;
  const invited = account !== '' && workspace.meet.isInvited(space, account);
  return html`<h2>Your way in</h2>
<p>${mayEnter(door) ? html`<strong>You come in without knocking</strong>: ${whyIn(door, invited)}.` : html`<strong>${whyOut(door)}</strong>`}</p>
<form method="post" action="/meet/${space.meetingCode}"><p class="row">${buttons}</p></form>
${space.config.artifactConfig.recordingConfig.autoRecordingGeneration === 'ON' ? html`<p class="bad">This call is recorded when somebody who may record joins.</p>` : ''}`;
}

function whyIn({ hosts, space }: AtTheDoor, invited: boolean): string {
  if (hosts) return 'you are the host';
  if (invited) return 'you are invited';
  return space.config.accessType === 'OPEN' ? 'anyone with the link does' : 'you belong to the host’s organisation';
}

function whyOut({ space, account }: AtTheDoor): string {
  if (space.config.entryPointAccess !== 'ALL') return 'This call is entered only from the app that made it.';
  return `You have to knock, and the host has to let you in: ${account === '' ? 'you are not signed in' : 'you are not invited'}.`;
}

function allowed({ hosts, space: { config } }: AtTheDoor): Markup {
  const { chatRestriction, presentRestriction, reactionRestriction, defaultJoinAsViewerType } = config.moderationRestrictions;
  const viewer = !hosts && config.moderation === 'ON' && defaultJoinAsViewerType === 'ON';
  const may = (what: string, restriction: string) =>
    html`<li>${what}: ${hosts || (!viewer && (config.moderation === 'OFF' || restriction === 'NO_RESTRICTION')) ? 'yes' : 'no, hosts only'}</li>`;
  return html`<h2>What you may do in the call</h2>
${viewer ? html`<p>You come in as a viewer.</p>` : ''}
<ul>${may('Send chat messages', chatRestriction)}${may('Share your screen', presentRestriction)}${may('Send reactions', reactionRestriction)}</ul>`;
}

function hostControls({ workspace, space }: AtTheDoor): Markup {
  const held = workspace.meet.records().filter(({ spaceId, end }) => spaceId === space.id && end !== undefined);
  return html`<h2>Host controls</h2>
<table class="meet-settings"><thead><tr><th scope="col">Setting</th><th scope="col">Value</th></tr></thead>
<tbody>${settingsOf(space.config).map(([name, value]) => html`<tr><th scope="row"><code>${name}</code></th><td><code>${value}</code></td></tr>`)}</tbody></table>
<h2>Calls of the last thirty days</h2>
${
  held.length === 0
    ? html`<p class="quiet">None</p>`
    : html`<ul>${held.map((record) => html`<li>${inWords(record.start)}: ${record.participants.map(({ user }) => nameOf(workspace, user)).join(', ')}</li>`)}</ul>`
}`;
}

/** `artifactConfig.recordingConfig.autoRecordingGeneration`, `OFF` */
function settingsOf(config: SpaceConfigData): [string, string][] {
  const walk = (value: object, path: string): [string, string][] =>
    Object.entries(value).flatMap(([name, inner]): [string, string][] =>
      typeof inner === 'object' && inner !== null ? walk(inner, `${path}${name}.`) : [[`${path}${name}`, String(inner)]],
    );
  return walk(config, '');
}

function nameOf(workspace: Workspace, user: ParticipantUserData): string {
  if ('anonymous' in user) return `${user.anonymous} (not signed in)`;
  if ('phone' in user) return `${user.phone} (by telephone)`;
  const person = workspace.people.find(user.email);
  return person ? fullName(person) : user.email;
}

function noSuchCall(): PageReply {
  return {
    status: 404,
    title: 'No such call',
    main: html`<h1>Check your meeting code</h1><p>No call has this code. A code that nobody has used for a year is lost. <a href="/calendar">Calendar</a></p>`,
  };
}
