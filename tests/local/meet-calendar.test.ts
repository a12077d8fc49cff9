import { expect, test } from '@jest/globals';
import { openAddOn } from '../../local/apps-script/addon.ts';
import type { Workspace } from '../../local/workspace/workspace.ts';
import { askMeet } from '../support/meet.ts';
import { anEmptyWorkspace, aScript, OFFICE, runScript, TEACHER } from '../support/script.ts';

const LESSON = `{ summary: 'Maths', start: { dateTime: '2026-09-07T09:00:00', timeZone: 'Europe/London' }, end: { dateTime: '2026-09-07T10:00:00', timeZone: 'Europe/London' } }`;
const asked = (requestId: string) => `conferenceData: { createRequest: { requestId: '${requestId}', conferenceSolutionKey: { type: 'hangoutsMeet' } } }`;
const MEET = `{ conferenceDataVersion: 1 }`;

function inCalendar(body: string, workspace: Workspace = anEmptyWorkspace(), as = OFFICE) {
  const { value, error } = runScript(`function main() { ${body} }`, { workspace, as });
  if (error) throw new Error(error.message);
  return value as Record<string, never>;
}

test('the Meet of an event made through Calendar is its organiser’s, for every occurrence of a series', () => {
  const workspace = anEmptyWorkspace();
  const made = inCalendar(
    `const series = Calendar.Events.insert({ ...${LESSON}, recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3'], ${asked('r1')} }, 'primary', ${MEET});
     return { series, each: Calendar.Events.instances('primary', series.id).items.map((one) => one.conferenceData.conferenceId) };`,
    workspace,
  );
  const code = made['series']?.['conferenceData']?.['conferenceId'];
  expect(made['each']).toEqual([code, code, code]);
  const space = workspace.meet.ofEvent(made['series'] ?? {});
  expect(space).toMatchObject({ owner: OFFICE, meetingCode: code });
  expect(askMeet(workspace, `GET spaces/${code}`).value).toHaveProperty('config');
  expect(askMeet(workspace, `GET spaces/${code}`, { as: TEACHER }).value).not.toHaveProperty('config');
});

// docs/workspace/calendar/api/v3/reference/events.md, conferenceData.createRequest.requestId
test('the same request again makes nothing new, another one a new space', () => {
  const made = inCalendar(`
    const first = Calendar.Events.insert({ ...${LESSON}, ${asked('r1')} }, 'primary', ${MEET});
    const again = Calendar.Events.patch({ ${asked('r1')} }, 'primary', first.id, ${MEET});
    const other = Calendar.Events.patch({ ${asked('r2')} }, 'primary', first.id, ${MEET});
    const none = Calendar.Events.patch({ conferenceData: null }, 'primary', first.id, ${MEET});
    return { links: [first.hangoutLink, again.hangoutLink, other.hangoutLink], none: 'hangoutLink' in none || 'conferenceData' in none };`);
  const [first, again, other] = made['links'] ?? [];
  expect(again).toBe(first);
  expect(other).not.toBe(first);
  expect(made['none']).toBe(false);
});

// docs/workspace/calendar/api/guides/create-events.md: "Conferences are created asynchronously"
test('a Meet that takes its time is pending until it is there', () => {
  const workspace = anEmptyWorkspace();
  workspace.data.meet.conferenceDelay = 60_000;
  const made = inCalendar(
    `const made = Calendar.Events.insert({ ...${LESSON}, ${asked('r1')} }, 'primary', ${MEET});
     Utilities.sleep(60000);
     return { made, later: Calendar.Events.get('primary', made.id) };`,
    workspace,
  );
  const createRequest = { requestId: 'r1', conferenceSolutionKey: { type: 'hangoutsMeet' } };
  expect(made['made']?.['conferenceData']).toEqual({ createRequest: { ...createRequest, status: { statusCode: 'pending' } } });
  expect(made['made']).not.toHaveProperty('hangoutLink');
  expect(made['later']?.['conferenceData']).toMatchObject({ createRequest: { status: { statusCode: 'success' } }, entryPoints: [{ entryPointType: 'video' }] });
  expect(made['later']?.['hangoutLink']).toMatch(/^https:\/\/meet\.google\.com\//);
});

test('two events may share a space, and a Meet that Google did not make is refused', () => {
  const shared = inCalendar(`
    const first = Calendar.Events.insert({ ...${LESSON}, ${asked('r1')} }, 'primary', ${MEET});
    const second = Calendar.Events.insert({ ...${LESSON}, conferenceData: first.conferenceData }, 'primary', ${MEET});
    return { same: first.hangoutLink === second.hangoutLink };`);
  expect(shared['same']).toBe(true);
  const forged = `{ conferenceId: 'aaa-bbbb-ccc', conferenceSolution: { key: { type: 'hangoutsMeet' } }, entryPoints: [{ entryPointType: 'video', uri: 'https://meet.google.com/aaa-bbbb-ccc' }] }`;
  expect(() => inCalendar(`Calendar.Events.insert({ ...${LESSON}, conferenceData: ${forged} }, 'primary', ${MEET})`)).toThrow('Invalid conference data.');
});

/** What an add-on is told of an event that is open, as its one card shows it. */
function toldOf(workspace: Workspace, eventId: string, visitor = OFFICE): Record<string, unknown> {
  const source = `function opened(e) { const text = CardService.newTextParagraph().setText(JSON.stringify(e.calendar));
    return CardService.newCardBuilder().addSection(CardService.newCardSection().addWidget(text)).build(); }`;
  const scopes = ['calendar.addons.execute', 'calendar.addons.current.event.read'].map((name) => `https://www.googleapis.com/auth/${name}`);
  const calendar = { eventOpenTrigger: { runFunction: 'opened' }, currentEventAccess: 'READ' };
  const script = aScript(workspace, source, scopes, { addOns: { common: { name: 'x', logoUrl: 'https://quillhaven.example/l.png' }, calendar } });
  const panel = openAddOn(workspace, { scriptId: script.id, visitor, context: { host: 'calendar', trigger: 'eventOpen', calendarId: visitor, eventId } });
  if (panel.kind !== 'cards') throw new Error(JSON.stringify(panel));
  const [card] = panel.stack as { sections: { widgets: { textParagraph: { text: string } }[] }[] }[];
  return JSON.parse(card?.sections[0]?.widgets[0]?.textParagraph.text ?? '');
}

// docs/workspace/add-ons/concepts/event-objects.md, "Conference data"
test('another firm’s call has no hangoutLink, and an add-on is told of it by its documented fields', () => {
  const workspace = anEmptyWorkspace();
  const zoom = `{ conferenceId: '81', conferenceSolution: { key: { type: 'addOn' }, name: 'Zoom Meeting' }, entryPoints: [{ entryPointType: 'video', uri: 'https://zoom.example/j/81', passcode: '7' }], notes: 'Wait.' }`;
  const event = inCalendar(`return Calendar.Events.insert({ ...${LESSON}, conferenceData: ${zoom} }, 'primary', ${MEET})`, workspace);
  expect(event).not.toHaveProperty('hangoutLink');
  expect(workspace.meet.ofEvent(event)).toBeUndefined();
  expect(toldOf(workspace, String(event['id']))).toMatchObject({
    conferenceData: {
      conferenceId: '81',
      conferenceSolution: { key: { type: 'addOn' }, name: 'Zoom Meeting' },
      entryPoints: [{ entryPointType: 'video', uri: 'https://zoom.example/j/81', passcode: '7' }],
      notes: 'Wait.',
    },
    capabilities: { canSeeConferenceData: true },
  });
});

// docs/workspace/add-ons/concepts/event-objects.md, "Calendar event object": neither title, times nor description
test('an add-on is told exactly the documented fields of a lesson with Meet, and less of a hidden guest list or a pending call', () => {
  const workspace = anEmptyWorkspace();
  const room = `{ email: 'c_1@resource.calendar.google.com', displayName: 'Hall', resource: true, responseStatus: 'accepted' }`;
  const body = `{ ...${LESSON}, description: 'Secret', guestsCanSeeOtherGuests: false, attendees: [{ email: '${TEACHER}', responseStatus: 'declined', comment: 'ill' }, ${room}], ${asked('r1')} }`;
  const event = inCalendar(`return Calendar.Events.insert(${body}, 'primary', ${MEET})`, workspace);
  const { attendees, conferenceData, ...rest } = toldOf(workspace, String(event['id']));
  expect(attendees).toEqual([
    { email: TEACHER, displayName: 'Sam Okafor', responseStatus: 'declined', comment: 'ill' },
    { email: 'c_1@resource.calendar.google.com', displayName: 'Hall', responseStatus: 'accepted', resource: true },
  ]);
  expect(Object.keys(conferenceData as object).sort()).toEqual(['conferenceId', 'conferenceSolution', 'entryPoints']);
  expect(Object.keys(rest).sort()).toEqual(['calendarId', 'capabilities', 'id', 'organizer']);
  expect(toldOf(workspace, String(event['id']), TEACHER)).not.toHaveProperty('attendees');

  workspace.data.meet.conferenceDelay = 3_600_000;
  const pending = inCalendar(`return Calendar.Events.insert({ ...${LESSON}, ${asked('r2')} }, 'primary', ${MEET})`, workspace);
  expect(toldOf(workspace, String(pending['id']))).not.toHaveProperty('conferenceData');
});
