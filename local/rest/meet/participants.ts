import { accountId } from '../../workspace/account-id.ts';
import type { ConferenceRecordData, ParticipantData } from '../../workspace/data.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { ApiMethod, ApiRequest, Caller } from '../api.ts';
import { pageOf } from '../paging.ts';
import { readParameters } from '../parameters.ts';
import { admit, masked, meetScopes, notFound, timestamp, withoutBody } from './access.ts';
import { filterOf } from './filter.ts';
import { pageSize, recordOf } from './records.ts';

const SCOPES = meetScopes('created readonly');
const PARTICIPANTS = '/v2/conferenceRecords/{record}/participants';
const SESSIONS = `${PARTICIPANTS}/{participant}/participantSessions`;
const LISTING = { pageSize: 'integer', pageToken: 'string', filter: 'string', fields: 'string' } as const;

type Session = ParticipantData['sessions'][number];

/** Who was in a call: names and ids, no addresses (docs/workspace/meet/api/reference/rest/v2/conferenceRecords.participants.md). */
export const participantMethods: ApiMethod[] = [
  {
    id: 'meet.conferenceRecords.participants.list',
    verb: 'GET',
    path: PARTICIPANTS,
    scopes: SCOPES,
    ms: 250,
    call(caller, request) {
      const { query, record } = opened(caller, request);
      const fits = filterOf(query.filter, ['earliest_start_time', 'latest_end_time']);
      const all = record.participants
        .filter((each) => fits({ earliest_start_time: joined(each), latest_end_time: left(each) }))
        .sort((a, b) => joined(b) - joined(a));
      const { items, nextPageToken } = pageOf(all, pageSize(query.pageSize, 100, 250), query.pageToken);
      const page = {
        ...(items.length > 0 ? { participants: items.map((each) => participantResource(caller.workspace, record, each)) } : {}),
        ...(nextPageToken ? { nextPageToken } : {}),
      };
      // "By default, this field isn't included in the response."
      return query.fields === undefined ? page : masked({ ...page, totalSize: all.length }, query.fields);
    },
  },
  {
    id: 'meet.conferenceRecords.participants.get',
    verb: 'GET',
    path: `${PARTICIPANTS}/{participant}`,
    scopes: SCOPES,
    ms: 200,
    call(caller, request) {
      const { query, record } = opened(caller, request, { fields: 'string' });
      return masked(participantResource(caller.workspace, record, participantOf(record, request)), query.fields);
    },
  },
  {
    id: 'meet.conferenceRecords.participants.participantSessions.list',
    verb: 'GET',
    path: SESSIONS,
    scopes: SCOPES,
    ms: 250,
    call(caller, request) {
      const { query, record } = opened(caller, request);
      const participant = participantOf(record, request);
      const fits = filterOf(query.filter, ['start_time', 'end_time']);
      const all = participant.sessions.filter(({ start, end }) => fits({ start_time: start, end_time: end })).sort((a, b) => b.start - a.start);
      const { items, nextPageToken } = pageOf(all, pageSize(query.pageSize, 100, 250), query.pageToken);
      const sessions = items.map((each) => sessionResource(record, participant, each));
      return masked({ ...(sessions.length > 0 ? { participantSessions: sessions } : {}), ...(nextPageToken ? { nextPageToken } : {}) }, query.fields);
    },
  },
  {
    id: 'meet.conferenceRecords.participants.participantSessions.get',
    verb: 'GET',
    path: `${SESSIONS}/{session}`,
    scopes: SCOPES,
    ms: 200,
    call(caller, request) {
      const { query, record } = opened(caller, request, { fields: 'string' });
      const participant = participantOf(record, request);
      const session = participant.sessions.find(({ id }) => id === request.path['session']);
      if (!session) throw notFound(`participantSessions/${request.path['session']}`);
      return masked(sessionResource(record, participant, session), query.fields);
    },
  },
];

function opened(caller: Caller, request: ApiRequest, kinds: typeof LISTING | { fields: 'string' } = LISTING) {
  const query = readParameters(request.query, kinds) as ReturnType<typeof readParameters<typeof LISTING>>;
  withoutBody(request);
  admit(caller, 'reads');
  return { query, record: recordOf(caller, request) };
}

function participantOf(record: ConferenceRecordData, request: ApiRequest): ParticipantData {
  const participant = record.participants.find(({ id }) => id === request.path['participant']);
  if (!participant) throw notFound(`participants/${request.path['participant']}`);
  return participant;
}

const joined = ({ sessions }: ParticipantData): number => Math.min(...sessions.map(({ start }) => start));

/** Undefined while the person is there. */
function left({ sessions }: ParticipantData): number | undefined {
  const ends = sessions.map(({ end }) => end).filter((end) => end !== undefined);
  return ends.length === sessions.length ? Math.max(...ends) : undefined;
}

function participantResource(workspace: Workspace, record: ConferenceRecordData, participant: ParticipantData) {
  const end = left(participant);
  return {
    name: `conferenceRecords/${record.id}/participants/${participant.id}`,
    earliestStartTime: timestamp(joined(participant)),
    ...(end === undefined ? {} : { latestEndTime: timestamp(end) }),
    ...userResource(workspace, participant.user),
  };
}

function userResource(workspace: Workspace, user: ParticipantData['user']) {
  if ('anonymous' in user) return { anonymousUser: { displayName: user.anonymous } };
  if ('phone' in user) return { phoneUser: { displayName: user.phone } };
  const person = workspace.people.find(user.email);
  const displayName = person ? `${person.givenName} ${person.familyName}`.trim() : user.email.split('@')[0];
  return { signedinUser: { user: `users/${accountId(user.email)}`, displayName } };
}

function sessionResource(record: ConferenceRecordData, participant: ParticipantData, { id, start, end }: Session) {
  return {
    name: `conferenceRecords/${record.id}/participants/${participant.id}/participantSessions/${id}`,
    startTime: timestamp(start),
    ...(end === undefined ? {} : { endTime: timestamp(end) }),
  };
}
