import { expect, test } from '@jest/globals';
import { anEmptyWorkspace, OFFICE, runScript, TEACHER } from '../support/script.ts';

const NINE = `new Date('2026-09-14T09:00:00+01:00')`;
const TEN = `new Date('2026-09-14T10:00:00+01:00')`;

// docs/apps-script/reference/calendar/calendar-app.md
test('an event is made with its guests, found again by its iCalUID and in its time', () => {
  const { value, error } = runScript(`function main() {
    const made = CalendarApp.createEvent('Maths 4B', ${NINE}, ${TEN}, { location: 'Room 3', guests: '${TEACHER}, pat@quillhaven.example' });
    const found = CalendarApp.getDefaultCalendar().getEventById(made.getId());
    found.setDescription('Fractions').setColor(CalendarApp.EventColor.GREEN);
    const [event] = CalendarApp.getEvents(${NINE}, ${TEN});
    return [event.getTitle(), event.getLocation(), event.getDescription(), event.getColor(), event.getGuestList().map((g) => g.getName() + ' ' + g.getGuestStatus()),
      event.getGuestList(true).length, event.getMyStatus() === CalendarApp.GuestStatus.OWNER, made.getId().endsWith('@google.com'), event.getStartTime().getTime() === ${NINE}.getTime()];
  }`);
  expect(error).toBeUndefined();
  expect(value).toEqual(['Maths 4B', 'Room 3', 'Fractions', '10', ['Sam Okafor INVITED', 'pat@quillhaven.example INVITED'], 3, true, true, true]);
});

// docs/apps-script/reference/calendar/calendar-app.md#getEvents: "start during the given time range, end during the time range, or encompass it"
test('events that only touch the range are not in it', () => {
  const { value } = runScript(`function main() {
    CalendarApp.createEvent('a', ${NINE}, ${TEN});
    const at = (h1, h2) => CalendarApp.getEvents(new Date('2026-09-14T' + h1 + ':00+01:00'), new Date('2026-09-14T' + h2 + ':00+01:00')).length;
    return [at('08:00', '09:00'), at('08:00', '09:01'), at('09:20', '09:30'), at('09:59', '11:00'), at('10:00', '11:00')];
  }`);
  expect(value).toEqual([0, 1, 1, 1, 0]);
});

// docs/apps-script/reference/calendar/calendar-event.md#getAllDayEndDate()
test('a whole day ends at midnight after it, and an event with a time has no day dates', () => {
  const { value } = runScript(`function main() {
    const day = CalendarApp.createAllDayEvent('INSET day', new Date('2026-10-23T12:00:00Z'));
    const lesson = CalendarApp.createEvent('Maths', ${NINE}, ${TEN});
    let refused;
    try { lesson.getAllDayStartDate(); } catch (error) { refused = error.name; }
    return [day.isAllDayEvent(), day.getAllDayStartDate().toISOString(), day.getAllDayEndDate().toISOString(), refused, CalendarApp.getEventsForDay(new Date('2026-10-23T08:00:00Z')).length];
  }`);
  expect(value).toEqual([true, '2026-10-22T23:00:00.000Z', '2026-10-23T23:00:00.000Z', 'Exception', 1]);
});

// docs/apps-script/reference/calendar/recurrence-rule.md: until is inclusive
test('a series recurs on its weekdays until its last day, less the excluded dates', () => {
  const { value, error } = runScript(`function main() {
    const rule = CalendarApp.newRecurrence().addDateExclusion(new Date('2026-09-16T09:00:00+01:00'))
      .addWeeklyRule().onlyOnWeekdays([CalendarApp.Weekday.MONDAY, CalendarApp.Weekday.WEDNESDAY]).until(new Date('2026-09-23T00:00:00+01:00'));
    const series = CalendarApp.createEventSeries('Maths 4B', ${NINE}, ${TEN}, rule);
    const days = () => CalendarApp.getEvents(new Date('2026-09-01'), new Date('2026-12-01')).map((e) => e.getTitle() + e.getStartTime().toISOString().slice(8, 10));
    const before = days();
    const second = CalendarApp.getEvents(new Date('2026-09-20'), new Date('2026-09-22'))[0];
    second.setTitle('Moved');
    const after = days();
    const same = second.getEventSeries().getId() === series.getId() && second.isRecurringEvent();
    series.deleteEventSeries();
    return [before, after, same, days()];
  }`);
  expect(error).toBeUndefined();
  expect(value).toEqual([['Maths 4B14', 'Maths 4B21', 'Maths 4B23'], ['Maths 4B14', 'Moved21', 'Maths 4B23'], true, []]);
});

test('a guest answers and is refused a change, unless guests may modify the event', () => {
  const workspace = anEmptyWorkspace();
  const made = runScript(`function main() { return CalendarApp.createEvent('Maths', ${NINE}, ${TEN}, { guests: '${TEACHER}' }).getId() }`, { workspace });
  const asGuest = `function main() {
    const event = CalendarApp.getEventById('${made.value}');
    event.setMyStatus(CalendarApp.GuestStatus.YES);
    let outcome;
    try { outcome = event.setTitle('Changed').getTitle(); } catch (error) { outcome = error.message; }
    return [event.isOwnedByMe(), event.getMyStatus().toString(), outcome];
  }`;
  expect(runScript(asGuest, { workspace, as: TEACHER }).value).toEqual([false, 'YES', 'Action not allowed']);
  runScript(`function main() { CalendarApp.getEventById('${made.value}').setGuestsCanModify(true) }`, { workspace });
  expect(runScript(asGuest, { workspace, as: TEACHER }).value).toEqual([false, 'YES', 'Changed']);
});

// docs/apps-script/reference/calendar/calendar-app.md#getCalendarById(String): null "if the user cannot access it"
test('another calendar is there for those it is shared with only', () => {
  const workspace = anEmptyWorkspace();
  const made = runScript(`function main() { return CalendarApp.createCalendar('Year 4', { color: CalendarApp.Color.TEAL }).getId() }`, { workspace });
  const look = `function main() { const c = CalendarApp.getCalendarById('${made.value}'); return c && [c.getName(), c.isOwnedByMe(), c.getColor()] }`;
  expect(runScript(look, { workspace }).value).toEqual(['Year 4', true, '#28754E']);
  expect(runScript(look, { workspace, as: TEACHER }).value).toBeNull();
  expect(
    runScript(`function main() { return [CalendarApp.getCalendarById('${OFFICE}') === null, CalendarApp.getAllCalendars().length] }`, {
      workspace,
      as: TEACHER,
    }).value,
  ).toEqual([true, 1]);
});

test('what cannot be is refused: an end before the start, a wrong argument, a deleted event, the read-only scope', () => {
  const fails = (body: string, scopes?: string[]) => runScript(`function main() { ${body} }`, scopes ? { scopes } : {}).error?.message;
  expect(fails(`CalendarApp.createEvent('x', ${TEN}, ${NINE})`)).toBe('Event start date must be before event end date.');
  expect(fails(`CalendarApp.createEvent('x', '2026', ${NINE})`)).toMatch(/don't match the method signature for CalendarApp.createEvent/);
  expect(fails(`const e = CalendarApp.createEvent('x', ${NINE}, ${TEN}); e.deleteEvent(); e.getTitle()`)).toMatch(
    /does not exist, or it has already been deleted/,
  );
  expect(fails(`CalendarApp.createEvent('x', ${NINE}, ${TEN}, { colour: 1 })`)).toMatch(/^not in the local Workspace/);
  expect(fails(`CalendarApp.createEventFromDescription('Lunch')`)).toBe('not in the local Workspace: CalendarApp.createEventFromDescription');
  const readOnly = ['https://www.googleapis.com/auth/calendar.readonly'];
  expect(fails('CalendarApp.getName()', readOnly)).toBeUndefined();
  expect(fails(`CalendarApp.createEvent('x', ${NINE}, ${TEN})`, readOnly)).toMatch(/^Specified permissions are not sufficient to call CalendarApp.createEvent/);
});

// docs/apps-script/reference/calendar/calendar-app.md: sendInvites is false by default
test('invitations are mailed only when asked for', () => {
  const workspace = anEmptyWorkspace();
  const inbox = () => Object.values(workspace.mail.mailbox(TEACHER).data.messages).length;
  runScript(`function main() { CalendarApp.createEvent('Maths', ${NINE}, ${TEN}, { guests: '${TEACHER}' }) }`, { workspace });
  expect(inbox()).toBe(0);
  runScript(`function main() { CalendarApp.createEvent('Maths', ${NINE}, ${TEN}, { guests: '${TEACHER}', sendInvites: true }) }`, { workspace });
  expect(inbox()).toBe(1);
});
