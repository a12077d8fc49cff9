import { expect, test } from '@jest/globals';
import { runScript } from '../support/script.ts';

const EVENT = `{ summary: 'Maths 4B', start: { dateTime: '2026-09-14T09:00:00Z' }, end: { dateTime: '2026-09-14T10:00:00Z' } }`;

function main(body: string): unknown {
  const { value, error } = runScript(`function main() { ${body} }`);
  expect(error).toBeUndefined();
  return value;
}

// docs/apps-script/advanced/calendar.md: `event.getId()` beside `event.id`
test('what an advanced service answers has a getter for each field, also inside, and stays plain data to JSON', () => {
  expect(
    main(`const event = Calendar.Events.insert(${EVENT}, 'primary');
      return [event.getId() === event.id, event.getStart().getDateTime() === event.start.dateTime, event.getLocation() === undefined,
        Object.keys(event).some((name) => name.startsWith('get')), JSON.parse(JSON.stringify(event)).summary];`),
  ).toEqual([true, true, true, false, 'Maths 4B']);
});

// docs/apps-script/guides/services/advanced.md
test('a new request object takes its fields by setters that can be chained, or plainly', () => {
  expect(
    main(`const id = SpreadsheetApp.create('Book').getId();
      const range = Sheets.newValueRange().setMajorDimension('ROWS').setValues([['a', 'b']]);
      range.range = 'A1:B1';
      Sheets.Spreadsheets.Values.update(range, id, 'A1:B1', { valueInputOption: 'RAW' });
      return [JSON.stringify(range), Sheets.Spreadsheets.Values.get(id, 'A1:B1').getValues()];`),
  ).toEqual(['{"majorDimension":"ROWS","values":[["a","b"]],"range":"A1:B1"}', [['a', 'b']]]);
});

// docs/apps-script/advanced/calendar.md, "Conditionally modifying an event"; docs/workspace/calendar/api/guides/version-resources.md
test('an event is changed under If-Match only while nobody else has changed it', () => {
  expect(
    main(`const event = Calendar.Events.insert(${EVENT}, 'primary');
      const move = (place) => Calendar.Events.patch({ location: place }, 'primary', event.id, {}, { 'If-Match': event.etag }).location;
      const first = move('Hall');
      try { move('Library') } catch (error) { return [first, error.name, error.details.code, error.message, Calendar.Events.get('primary', event.id).location] }`),
  ).toEqual(['Hall', 'GoogleJsonResponseException', 412, 'API call to calendar.events.patch failed with error: Precondition Failed', 'Hall']);
});

// docs/apps-script/advanced/calendar.md, "Conditionally retrieving an event"
test('an event is fetched under If-None-Match only once it has changed', () => {
  expect(
    main(`const event = Calendar.Events.insert(${EVENT}, 'primary');
      const fetch = () => { try { return Calendar.Events.get('primary', event.id, {}, { 'If-None-Match': event.etag }).location } catch (error) { return error.details.code } };
      const before = fetch();
      Calendar.Events.patch({ location: 'Hall' }, 'primary', event.id);
      return [before, fetch()];`),
  ).toEqual([304, 'Hall']);
});

// docs/apps-script/advanced/calendar.md, "HTTP request headers": these two, and Calendar alone
test('other headers and other services are not modelled', () => {
  const { error } = runScript(`function main() { Calendar.Events.list('primary', {}, { 'X-Goog-Test': '1' }) }`);
  expect(error?.message).toBe('not in the local Workspace: the header X-Goog-Test of calendar.events.list');
  expect(runScript(`function main() { Drive.Files.list({}, { 'If-Match': '"a"' }) }`).error?.message).toMatch(
    /^not in the local Workspace: the header If-Match/,
  );
});

// docs/workspace/calendar/api/v3/reference/events/list.md, timeMin; Utilities.formatDate's Z has no colon in it
test('a moment may be given with the offset that Utilities.formatDate writes', () => {
  expect(
    main(`Calendar.Events.insert(${EVENT}, 'primary');
      return Calendar.Events.list('primary', { timeMin: Utilities.formatDate(new Date('2026-09-14T00:00:00Z'), 'Europe/London', "yyyy-MM-dd'T'HH:mm:ssZ") }).items.length;`),
  ).toBe(1);
});
