import { expect, test } from '@jest/globals';
import { anEmptyWorkspace, OFFICE, runScript, TEACHER } from '../support/script.ts';

const LESSON = `{ summary: 'Maths 4B', start: { dateTime: '2026-09-14T09:00:00', timeZone: 'Europe/London' }, end: { dateTime: '2026-09-14T10:00:00', timeZone: 'Europe/London' } }`;

// docs/workspace/calendar/api/guides/create-events.md, "Add video and phone conferences to events"
test('a conference is made only when the client says it understands conferences', () => {
  const { value, error } = runScript(`function main() {
    const body = () => ({ ...${LESSON}, conferenceData: { createRequest: { requestId: 'r1', conferenceSolutionKey: { type: 'hangoutsMeet' } } } });
    const without = Calendar.Events.insert(body(), 'primary');
    const made = Calendar.Events.insert(body(), 'primary', { conferenceDataVersion: 1 });
    return [without.hangoutLink === undefined, made.hangoutLink === made.conferenceData.entryPoints[0].uri, made.conferenceData.conferenceId, made.conferenceData.createRequest.status.statusCode];
  }`);
  expect(error).toBeUndefined();
  expect(value).toEqual([true, true, expect.stringMatching(/^[a-z]{3}-[a-z]{4}-[a-z]{3}$/), 'success']);
});

// docs/workspace/calendar/api/concepts/events-calendars.md, "Recurring events"
test('a weekly lesson stays at nine by the clock when summer time ends', () => {
  const { value } = runScript(`function main() {
    Calendar.Events.insert({ ...${LESSON}, recurrence: ['RRULE:FREQ=WEEKLY;UNTIL=20261102T235959Z', 'EXDATE;TZID=Europe/London:20260921T090000'] }, 'primary');
    return Calendar.Events.list('primary', { singleEvents: true, orderBy: 'startTime', timeMin: '2026-10-12T00:00:00Z' }).items.map((e) => e.start.dateTime);
  }`);
  expect(value).toEqual(['2026-10-12T09:00:00+01:00', '2026-10-19T09:00:00+01:00', '2026-10-26T09:00:00Z', '2026-11-02T09:00:00Z']);
});

test('one occurrence is changed and another deleted; the series and the rest stay', () => {
  const { value } = runScript(`function main() {
    const series = Calendar.Events.insert({ ...${LESSON}, recurrence: ['RRULE:FREQ=WEEKLY;COUNT=4'] }, 'primary');
    const [first, second, third] = Calendar.Events.instances('primary', series.id).items;
    Calendar.Events.patch({ summary: 'Maths 4B (hall)' }, 'primary', second.id);
    Calendar.Events.remove('primary', third.id);
    return Calendar.Events.list('primary', { singleEvents: true, orderBy: 'startTime' }).items.map((e) => [e.start.dateTime.slice(0, 10), e.summary, e.recurringEventId === series.id]);
  }`);
  expect(value).toEqual([
    ['2026-09-14', 'Maths 4B', true],
    ['2026-09-21', 'Maths 4B (hall)', true],
    ['2026-10-05', 'Maths 4B', true],
  ]);
});

// docs/workspace/calendar/api/concepts/inviting-attendees-to-events.md
test('a guest finds the event on their own calendar, may answer it, and may not change it', () => {
  const workspace = anEmptyWorkspace();
  const made = runScript(`function main() { return Calendar.Events.insert({ ...${LESSON}, attendees: [{ email: '${TEACHER}' }] }, 'primary').id }`, {
    workspace,
  });
  const { value } = runScript(
    `function main() {
      const [event] = Calendar.Events.list('primary').items;
      const answered = Calendar.Events.patch({ attendees: [{ email: '${TEACHER}', responseStatus: 'accepted' }] }, 'primary', event.id);
      let refused;
      try { Calendar.Events.patch({ summary: 'Mine now' }, 'primary', event.id); } catch (error) { refused = error; }
      return [event.id, event.organizer, event.attendees[0].self, answered.attendees[0].responseStatus, refused.details.code, refused.details.errors[0].reason];
    }`,
    { workspace, as: TEACHER },
  );
  expect(value).toEqual([made.value, { email: OFFICE }, true, 'accepted', 403, 'forbiddenForNonOrganizer']);
});

// docs/workspace/calendar/api/concepts/sharing.md
test('a colleague sees that time is taken and not what for, until the calendar is shared with them', () => {
  const workspace = anEmptyWorkspace();
  runScript(`function main() { Calendar.Events.insert(${LESSON}, 'primary') }`, { workspace });
  const look = `function main() { try { return Calendar.Events.list('${OFFICE}').items.map((e) => [e.summary, e.visibility]) } catch (e) { return e.details.code } }`;
  expect(runScript(look, { workspace, as: TEACHER }).value).toEqual([[undefined, 'private']]);
  expect(
    runScript(`function main() { Calendar.Acl.insert({ role: 'reader', scope: { type: 'user', value: '${TEACHER}' } }, 'primary') }`, { workspace }).ok,
  ).toBe(true);
  expect(runScript(look, { workspace, as: TEACHER }).value).toEqual([['Maths 4B', undefined]]);
  const write = `function main() { try { Calendar.Events.insert(${LESSON}, '${OFFICE}') } catch (e) { return [e.details.code, e.details.errors[0].reason] } }`;
  expect(runScript(write, { workspace, as: TEACHER }).value).toEqual([403, 'requiredAccessLevel']);
});

// docs/workspace/calendar/api/auth.md: "…events.owned.readonly: See the events on Google calendars you own"
test('the scope for one’s own calendars does not reach a shared one', () => {
  const workspace = anEmptyWorkspace();
  runScript(`function main() { Calendar.Acl.insert({ role: 'reader', scope: { type: 'user', value: '${TEACHER}' } }, 'primary') }`, { workspace });
  const look = `function main() { const own = Calendar.Events.list('primary').items.length; try { return [own, Calendar.Events.list('${OFFICE}').items.length] } catch (e) { return [own, e.details.code] } }`;
  const scope = (name: string) => ({ workspace, as: TEACHER, scopes: [`https://www.googleapis.com/auth/${name}`] });
  expect(runScript(look, scope('calendar.events.owned.readonly')).value).toEqual([0, 403]);
  expect(runScript(look, scope('calendar.events.readonly')).value).toEqual([0, 0]);
});

// docs/workspace/calendar/api/guides/errors.md
test('what Google refuses is refused with its code and reason', () => {
  const refused = (call: string) =>
    runScript(`function main() { try { ${call} } catch (e) { return [e.details.code, e.details.errors[0].reason, e.details.message] } }`).value;
  expect(refused(`Calendar.Events.get('primary', 'nothing')`)).toEqual([404, 'notFound', 'Not Found']);
  expect(refused(`Calendar.Events.list('nobody@elsewhere.example')`)).toEqual([404, 'notFound', 'Not Found']);
  expect(refused(`Calendar.Events.insert({ ...${LESSON}, end: { date: '2026-09-15' } }, 'primary')`)).toEqual(expect.arrayContaining([400, 'invalid']));
  expect(refused(`Calendar.Events.insert({ ...${LESSON}, end: { dateTime: '2026-09-14T08:00:00+01:00' } }, 'primary')`)).toEqual([
    400,
    'timeRangeEmpty',
    'The specified time range is empty.',
  ]);
  expect(refused(`Calendar.Events.list('primary', { orderBy: 'startTime' })`)).toEqual(expect.arrayContaining([400, 'requestedOrderingNotAvailable']));
  expect(refused(`Calendar.Events.list('primary', { syncToken: 'old' })`)).toEqual([
    410,
    'fullSyncRequired',
    'Sync token is no longer valid, a full sync is required.',
  ]);
  expect(
    refused(`const e = Calendar.Events.insert(${LESSON}, 'primary'); Calendar.Events.remove('primary', e.id); Calendar.Events.remove('primary', e.id)`),
  ).toEqual([410, 'deleted', 'Resource has been deleted']);
});

// docs/workspace/calendar/api/guides/sync.md
test('a sync brings what changed since, deletions too', () => {
  const { value } = runScript(`function main() {
    const kept = Calendar.Events.insert(${LESSON}, 'primary');
    const gone = Calendar.Events.insert(${LESSON}, 'primary');
    const token = Calendar.Events.list('primary').nextSyncToken;
    const nothing = Calendar.Events.list('primary', { syncToken: token }).items.length;
    Calendar.Events.remove('primary', gone.id);
    return [nothing, Calendar.Events.list('primary', { syncToken: token }).items.map((e) => [e.id === gone.id, e.status])];
  }`);
  expect(value).toEqual([0, [[true, 'cancelled']]]);
});

test('free and busy of several people in one question, with an error for the one that is unknown', () => {
  const { value } = runScript(`function main() {
    Calendar.Events.insert({ ...${LESSON}, attendees: [{ email: '${TEACHER}' }] }, 'primary');
    return Calendar.Freebusy.query({ timeMin: '2026-09-14T00:00:00Z', timeMax: '2026-09-15T00:00:00Z', items: [{ id: '${TEACHER}' }, { id: 'x@elsewhere.example' }] }).calendars;
  }`);
  expect(value).toEqual({
    [TEACHER]: { busy: [{ start: '2026-09-14T08:00:00.000Z', end: '2026-09-14T09:00:00.000Z' }] },
    'x@elsewhere.example': { errors: [{ domain: 'global', reason: 'notFound' }], busy: [] },
  });
});
