import type { SpaceData } from '../../workspace/data.ts';
import { uses } from '../../workspace/meet/config.ts';
import type { ApiMethod, ApiRequest, Caller } from '../api.ts';
import { readParameters } from '../parameters.ts';
import { admit, denied, holds, masked, meetScopes, notFound, reaches, tookPart, withoutBody } from './access.ts';
import { type SentSettings, settingsIn, touched, updated } from './config.ts';

const ONE = '/v2/spaces/{space}';

export const spaceMethods: ApiMethod[] = [
  {
    id: 'meet.spaces.create',
    verb: 'POST',
    path: '/v2/spaces',
    scopes: meetScopes('created'),
    body: true,
    ms: 400,
    call(caller, request) {
      const query = readParameters(request.query, { fields: 'string' });
      admit(caller, 'creates');
      const { meet, data } = caller.workspace;
      const sent = settingsIn(request.body);
      const config = updated(data.meet.defaults, [...sent.keys()], sent, data.meet.defaults);
      mayUse(caller, sent, data.meet.defaults, config);
      return masked(resource(caller, meet.newSpace({ owner: caller.email, app: caller.app, config })), query.fields);
    },
  },
  {
    id: 'meet.spaces.get',
    verb: 'GET',
    path: ONE,
    scopes: meetScopes('created readonly settings'),
    ms: 250,
    call(caller, request) {
      const query = readParameters(request.query, { fields: 'string' });
      withoutBody(request);
      admit(caller, 'reads');
      const name = request.path['space'] ?? '';
      // "{meetingCode} is an alias for the space": here, and nowhere else.
      const space = caller.workspace.meet.space(name) ?? caller.workspace.meet.byCode(name);
      if (!space) throw notFound(`spaces/${name}`);
      if (!reaches(caller, space, 'readonly settings')) throw denied();
      return masked(resource(caller, space), query.fields);
    },
  },
  {
    id: 'meet.spaces.patch',
    verb: 'PATCH',
    path: ONE,
    scopes: meetScopes('created settings'),
    body: true,
    ms: 400,
    call(caller, request) {
      const query = readParameters(request.query, { fields: 'string', updateMask: 'string' });
      admit(caller, 'writes');
      const space = ownSpace(caller, request, 'settings');
      const sent = settingsIn(request.body);
      const config = updated(space.config, touched(query.updateMask, sent), sent, caller.workspace.data.meet.defaults);
      mayUse(caller, sent, space.config, config);
      space.config = config;
      return masked(resource(caller, space), query.fields);
    },
  },
  {
    id: 'meet.spaces.endActiveConference',
    verb: 'POST',
    path: `${ONE}:endActiveConference`,
    scopes: meetScopes('created'),
    ms: 300,
    call(caller, request) {
      readParameters(request.query, {});
      withoutBody(request);
      admit(caller, 'writes');
      caller.workspace.meet.end(ownSpace(caller, request, ''));
      return {};
    },
  },
];

/**
 * The space of the path, by its id: the meeting code "can only be used as an alias of the space name to get the space", so that here it
 * names nothing (the pages do not say with which error).
 * @param wider scopes besides `created` that reach it
 * @throws ApiError 404; 403 for everybody but its owner (docs/workspace/meet/api/guides/meeting-spaces-overview.md, the table of roles)
 */
function ownSpace(caller: Caller, request: ApiRequest, wider: string): SpaceData {
  const name = request.path['space'] ?? '';
  const space = caller.workspace.meet.space(name);
  if (!space) throw notFound(`spaces/${name}`);
  if (space.owner !== caller.email || !reaches(caller, space, wider)) throw denied();
  return space;
}

/**
 * Automatic recording, transcripts and notes are set with `meetings.space.settings` (docs/workspace/meet/api/guides/meeting-spaces-configuration.md,
 * "Manage auto artifacts"). What an edition lacks is refused as a whole: which error Google answers with is not documented.
 * @throws ApiError 403
 */
function mayUse(caller: Caller, sent: SentSettings, before: SpaceData['config'], after: SpaceData['config']): void {
  const artifacts = [...sent.keys()].some((path) => path.startsWith('config.artifactConfig'));
  if (artifacts && !holds(caller, 'settings')) throw denied('Request had insufficient authentication scopes.');
  const { unavailable } = caller.workspace.data.meet;
  const lacking = unavailable.find((feature) => uses(after, feature) && !uses(before, feature));
  if (lacking !== undefined) throw denied(`The caller does not have permission: ${lacking} not available in this edition.`);
}

/** Settings are the owner's to see, a call under way the owner's and those in it (the same table). */
function resource(caller: Caller, space: SpaceData) {
  const owns = space.owner === caller.email;
  const active = caller.workspace.meet.active(space);
  return {
    name: `spaces/${space.id}`,
    meetingUri: `https://meet.google.com/${space.meetingCode}`,
    meetingCode: space.meetingCode,
    ...(owns ? { config: space.config } : {}),
    ...(active && (owns || tookPart(active, caller.email)) ? { activeConference: { conferenceRecord: `conferenceRecords/${active.id}` } } : {}),
  };
}
