import type { ConferenceRecordData } from '../../workspace/data.ts';
import type { ApiMethod, ApiRequest, Caller } from '../api.ts';
import { pageOf } from '../paging.ts';
import { readParameters } from '../parameters.ts';
import { admit, denied, invalid, masked, meetScopes, notFound, reaches, timestamp, tookPart, withoutBody } from './access.ts';
import { filterOf } from './filter.ts';

const SCOPES = meetScopes('created readonly');

export const recordMethods: ApiMethod[] = [
  {
    id: 'meet.conferenceRecords.list',
    verb: 'GET',
    path: '/v2/conferenceRecords',
    scopes: SCOPES,
    ms: 250,
    call(caller, request) {
      const { records, nextPageToken, fields } = listed(caller, request);
      return masked({ ...(records.length > 0 ? { conferenceRecords: records } : {}), ...(nextPageToken ? { nextPageToken } : {}) }, fields);
    },
  },
  {
    id: 'meet.conferenceRecords.get',
    verb: 'GET',
    path: '/v2/conferenceRecords/{record}',
    scopes: SCOPES,
    ms: 200,
    call(caller, request) {
      const query = readParameters(request.query, { fields: 'string' });
      withoutBody(request);
      admit(caller, 'reads');
      return masked(resource(caller, recordOf(caller, request)), query.fields);
    },
  },
];

/** The caller's own calls: "They're filtered to the conference organizer and ordered by startTime in descending order" (docs/workspace/meet/api/guides/conferences.md). */
function listed(caller: Caller, request: ApiRequest) {
  const query = readParameters(request.query, { pageSize: 'integer', pageToken: 'string', filter: 'string', fields: 'string' });
  withoutBody(request);
  admit(caller, 'reads');
  const { meet } = caller.workspace;
  const fits = filterOf(query.filter, ['space.meeting_code', 'space.name', 'start_time', 'end_time']);
  const own = meet.records().filter((record) => {
    const space = meet.space(record.spaceId);
    if (space?.owner !== caller.email || !reaches(caller, space, 'readonly')) return false;
    return fits({ 'space.meeting_code': space.meetingCode, 'space.name': `spaces/${space.id}`, start_time: record.start, end_time: record.end });
  });
  const { items, nextPageToken } = pageOf(own, pageSize(query.pageSize, 25, 100), query.pageToken);
  return { records: items.map((record) => resource(caller, record)), nextPageToken, fields: query.fields };
}

/** "Values above [the maximum] are coerced". @throws ApiError 400 for fewer than none */
export function pageSize(asked: number | undefined, usual: number, most: number): number {
  if ((asked ?? 0) < 0) throw invalid('Invalid page size.');
  return Math.min(asked || usual, most);
}

/**
 * The record of the path.
 * @throws ApiError 404 when there is none or its thirty days are over, 403 for who neither owns the space nor was in the call
 */
export function recordOf(caller: Caller, request: ApiRequest): ConferenceRecordData {
  const { meet } = caller.workspace;
  const id = request.path['record'] ?? '';
  const record = meet.records().find((each) => each.id === id);
  if (!record) throw notFound(`conferenceRecords/${id}`);
  const space = meet.space(record.spaceId);
  if ((space?.owner !== caller.email && !tookPart(record, caller.email)) || !reaches(caller, space, 'readonly')) throw denied();
  return record;
}

function resource(caller: Caller, record: ConferenceRecordData) {
  return {
    name: `conferenceRecords/${record.id}`,
    startTime: timestamp(record.start),
    ...(record.end === undefined ? {} : { endTime: timestamp(record.end) }),
    expireTime: timestamp(caller.workspace.meet.expiryOf(record)),
    space: `spaces/${record.spaceId}`,
  };
}
