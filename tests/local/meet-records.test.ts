import { expect, test } from '@jest/globals';
import { accountId } from '../../local/workspace/account-id.ts';
import { askMeet } from '../support/meet.ts';
import { anEmptyWorkspace, MONDAY, OFFICE, TEACHER } from '../support/script.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const STRANGER = 'lorna.beck@quillhaven.example';

/** A lesson of OFFICE's with TEACHER twice in it, somebody who typed a name and somebody on the telephone. */
function aHeldLesson() {
  const workspace = anEmptyWorkspace();
  workspace.people.add({ email: STRANGER, givenName: 'Lorna', familyName: 'Beck' });
  const space = workspace.meet.newSpace({ owner: OFFICE });
  const record = workspace.meet.hold({
    space,
    start: MONDAY - DAY,
    minutes: 45,
    people: [
      { user: { email: OFFICE } },
      { user: { email: TEACHER }, from: 5, to: 10 },
      { user: { email: TEACHER }, from: 12 },
      { user: { anonymous: 'Amira’s iPad' }, from: 20, to: 30 },
      { user: { phone: '+44 •••• ••• 123' }, from: 30 },
    ],
  });
  const ask = (path: string, as = OFFICE, scopes = ['readonly']) => askMeet(workspace, `GET conferenceRecords${path}`, { as, scopes });
  return { workspace, space, record, ask };
}

const codes = (filter: string) => `?filter=${encodeURIComponent(filter)}`;

// docs/workspace/meet/api/guides/conferences.md: filtered to the organiser; a participant may read what was named to them
test('its organiser lists a call, who took part may read it, and nobody else', () => {
  const { space, record, ask } = aHeldLesson();
  const shown = {
    name: `conferenceRecords/${record.id}`,
    startTime: '2026-09-06T08:00:00.000Z',
    endTime: '2026-09-06T08:45:00.000Z',
    expireTime: '2026-10-06T08:45:00.000Z',
    space: `spaces/${space.id}`,
  };
  expect(ask('').value).toEqual({ conferenceRecords: [shown] });
  expect(ask('', TEACHER).value).toEqual({});
  expect(ask(`/${record.id}`, TEACHER).value).toEqual(shown);
  expect(ask(`/${record.id}`, STRANGER).code).toBe(403);
  expect(ask(`/${record.id}/participants`, STRANGER).code).toBe(403);
});

test('the settings scope does not reach records, nor the created one what Calendar made', () => {
  const { record, ask } = aHeldLesson();
  expect(ask('', OFFICE, ['settings']).code).toBe(403);
  expect(ask('', OFFICE, ['created']).value).toEqual({});
  expect(ask(`/${record.id}`, OFFICE, ['created']).code).toBe(403);
});

// docs/workspace/meet/api/reference/rest/v2/conferenceRecords.md, `expireTime`
test('a record is gone thirty days after its call', () => {
  const { workspace, record, ask } = aHeldLesson();
  workspace.clock.moveTo(MONDAY + 29 * DAY);
  expect(ask(`/${record.id}`).code).toBe(200);
  workspace.clock.moveTo(MONDAY + 29 * DAY + 45 * MINUTE);
  expect(ask(`/${record.id}`).code).toBe(404);
  expect(ask('').value).toEqual({});
});

// docs/workspace/meet/api/reference/rest/v2/conferenceRecords.participants.md
test('who was there has a name and an id and no address, the last to come first', () => {
  const { record, ask } = aHeldLesson();
  const { value } = ask(`/${record.id}/participants`);
  const people = value['participants'] as Record<string, unknown>[];
  expect(people.map(({ name: _, ...rest }) => rest)).toEqual([
    { earliestStartTime: '2026-09-06T08:30:00.000Z', latestEndTime: '2026-09-06T08:45:00.000Z', phoneUser: { displayName: '+44 •••• ••• 123' } },
    { earliestStartTime: '2026-09-06T08:20:00.000Z', latestEndTime: '2026-09-06T08:30:00.000Z', anonymousUser: { displayName: 'Amira’s iPad' } },
    {
      earliestStartTime: '2026-09-06T08:05:00.000Z',
      latestEndTime: '2026-09-06T08:45:00.000Z',
      signedinUser: { user: `users/${accountId(TEACHER)}`, displayName: 'Sam Okafor' },
    },
    {
      earliestStartTime: '2026-09-06T08:00:00.000Z',
      latestEndTime: '2026-09-06T08:45:00.000Z',
      signedinUser: { user: `users/${accountId(OFFICE)}`, displayName: 'Safeguarding Office' },
    },
  ]);
  expect(JSON.stringify(value)).not.toContain('@');
  expect(value).not.toHaveProperty('totalSize');
  expect(ask(`/${record.id}/participants?fields=totalSize`).value).toEqual({ totalSize: 4 });
});

test('coming back is another session of the same participant', () => {
  const { record, ask } = aHeldLesson();
  const teacher = record.participants[1]?.id;
  const { value } = ask(`/${record.id}/participants/${teacher}/participantSessions`);
  const sessions = value['participantSessions'] as { name: string; startTime: string; endTime: string }[];
  expect(sessions.map(({ startTime, endTime }) => [startTime.slice(11, 16), endTime.slice(11, 16)])).toEqual([
    ['08:12', '08:45'],
    ['08:05', '08:10'],
  ]);
  expect(ask(`/${sessions[0]?.name.split('/').slice(1).join('/')}`).value).toEqual(sessions[0]);
});

// docs/workspace/meet/api/reference/rest/v2/conferenceRecords/list.md, `filter`
test.each([
  ['space.meeting_code = "CODE"', 1],
  ['space.name = "spaces/SPACE"', 1],
  ['space.name = "spaces/other"', 0],
  ['start_time>="2026-09-06T00:00:00.000Z" AND start_time<="2026-09-07T00:00:00.000Z"', 1],
  ['start_time>"2026-09-06T08:00:00Z"', 0],
  ['end_time IS NULL', 0],
  ['space.meeting_code = "CODE" AND end_time IS NULL', 0],
])('a list of calls is narrowed by %s', (filter, found) => {
  const { space, ask } = aHeldLesson();
  const { value } = ask(codes(filter.replace('CODE', space.meetingCode).replace('SPACE', space.id)));
  expect((value['conferenceRecords'] as unknown[] | undefined)?.length ?? 0).toBe(found);
});

test.each(['title = "x"', 'space.name >= "x"', 'start_time >= "yesterday"', 'start_time >= 2026', 'end_time IS NULL OR end_time IS NULL'])(
  'the filter %s cannot be read',
  (filter) => {
    expect(aHeldLesson().ask(codes(filter)).code).toBe(400);
  },
);

test('a list comes in pages', () => {
  const { workspace, space, ask } = aHeldLesson();
  for (let day = 2; day < 5; day += 1) workspace.meet.hold({ space, start: MONDAY - day * DAY, minutes: 10, people: [] });
  const first = ask('?pageSize=3').value;
  expect(first['conferenceRecords']).toHaveLength(3);
  const second = ask(`?pageSize=3&pageToken=${first['nextPageToken']}`).value;
  expect(second['conferenceRecords']).toHaveLength(1);
  expect(second).not.toHaveProperty('nextPageToken');
  expect(ask('?pageToken=nonsense').code).toBe(400);
});

// docs/workspace/meet/api/guides/meeting-spaces-overview.md: the call under way is for the owner and those in it
test('a call that goes on is seen at the space by those in it, and its owner ends it', () => {
  const { workspace, ask } = aHeldLesson();
  const space = workspace.meet.newSpace({ owner: OFFICE, app: 'app' });
  const get = (as: string) => askMeet(workspace, `GET spaces/${space.id}`, { as }).value['activeConference'];
  expect(get(OFFICE)).toBeUndefined();
  const { id } = workspace.meet.join(space, { email: TEACHER });
  expect(get(OFFICE)).toEqual({ conferenceRecord: `conferenceRecords/${id}` });
  expect(get(TEACHER)).toEqual({ conferenceRecord: `conferenceRecords/${id}` });
  expect(get(STRANGER)).toBeUndefined();
  expect(ask(codes('end_time IS NULL')).value['conferenceRecords']).toHaveLength(1);
  expect(ask(`/${id}/participants${codes('latest_end_time IS NULL')}`).value['participants']).toHaveLength(1);

  const end = (as: string) => askMeet(workspace, `POST spaces/${space.id}:endActiveConference`, { as, scopes: ['created'] });
  expect(end(TEACHER).code).toBe(403);
  expect(end(OFFICE)).toEqual({ code: 200, value: {}, message: '' });
  expect(get(OFFICE)).toBeUndefined();
  expect(ask(`/${id}`).value['endTime']).toBe('2026-09-07T08:00:00.000Z');
});
