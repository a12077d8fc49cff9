import { expect, test } from '@jest/globals';
import type { Context } from '../../local/apps-script/addon/event.ts';
import { openAddOn, type Panel, pressCardAction } from '../../local/apps-script/addon.ts';
import { anEmptyWorkspace, aScript, OFFICE, TEACHER } from '../support/script.ts';

const auth = (name: string) => `https://www.googleapis.com/auth/${name}`;
const SCOPES = [auth('calendar.addons.execute'), auth('calendar.addons.current.event.read'), auth('script.locale'), auth('gmail.addons.execute')];
const COMMON = { name: 'Lesson check', logoUrl: 'https://quillhaven.example/logo.png', openLinkUrlPrefixes: ['https://script.google.com/'] };
const CALENDAR = { homepageTrigger: { runFunction: 'home' }, eventOpenTrigger: { runFunction: 'opened' }, currentEventAccess: 'READ' };

/** An add-on whose cards show the event object it was given. */
const SOURCE = `
function show(e, extra) {
  const section = CardService.newCardSection().addWidget(CardService.newTextParagraph().setText(JSON.stringify(e)));
  for (const widget of extra || []) section.addWidget(widget);
  return CardService.newCardBuilder().setName('shown').addSection(section).build();
}
function home(e) { return show(e); }
function opened(e) {
  return show(e, [
    CardService.newTextInput().setFieldName('note').setTitle('Note'),
    CardService.newDatePicker().setFieldName('day').setTitle('Day'),
    CardService.newTimePicker().setFieldName('at').setTitle('At'),
    CardService.newDateTimePicker().setFieldName('when').setTitle('When'),
  ]);
}
function pressed(e) {
  return CardService.newActionResponseBuilder().setNavigation(CardService.newNavigation().pushCard(show(e))).setNotification(CardService.newNotification().setText('Done')).build();
}
function unbuilt() { return CardService.newActionResponseBuilder(); }
function astray() { return CardService.newActionResponseBuilder().setOpenLink(CardService.newOpenLink().setUrl('https://elsewhere.example/')).build(); }
function back() { return CardService.newActionResponseBuilder().setNavigation(CardService.newNavigation().popToRoot()).build(); }
`;

function installed(addOns: object = { common: COMMON, calendar: CALENDAR }, scopes: string[] = SCOPES) {
  const workspace = anEmptyWorkspace();
  const script = aScript(workspace, SOURCE, scopes, { addOns });
  const office = workspace.calendars.primaryOf(OFFICE);
  if (!office) throw new Error('no calendar');
  const event = workspace.calendars.addEvent(office, OFFICE, {
    summary: 'Maths 4B',
    description: 'Fractions',
    start: { dateTime: '2026-09-14T09:00:00+01:00', timeZone: 'Europe/London' },
    end: { dateTime: '2026-09-14T10:00:00+01:00', timeZone: 'Europe/London' },
    attendees: [{ email: TEACHER, responseStatus: 'accepted' }],
    ...workspace.calendars.newMeet(OFFICE),
  });
  const open: Context = { host: 'calendar', trigger: 'eventOpen', calendarId: OFFICE, eventId: event.id };
  return { workspace, script, event, open, opening: (context: Context = open) => ({ scriptId: script.id, visitor: OFFICE, context }) };
}

interface ShownEvent {
  commonEventObject: object;
  calendar: Record<string, unknown>;
  gmail: object;
  parameters: object;
}

function eventShown(panel: Panel): ShownEvent {
  if (panel.kind !== 'cards') throw new Error(JSON.stringify(panel));
  const card = panel.stack.at(-1) as { sections: { widgets: { textParagraph: { text: string } }[] }[] };
  return JSON.parse(card.sections[0]?.widgets[0]?.textParagraph.text ?? '');
}

// docs/workspace/add-ons/concepts/event-objects.md, "Calendar event object"
test('an opened event brings its ids, guests and conference, and neither title nor time', () => {
  const { workspace, opening, event } = installed();
  const { calendar, commonEventObject } = eventShown(openAddOn(workspace, opening()));
  expect(commonEventObject).toEqual({ hostApp: 'CALENDAR', platform: 'WEB' });
  expect(calendar).toEqual({
    calendarId: OFFICE,
    id: event.id,
    organizer: { email: OFFICE },
    attendees: [{ email: TEACHER, displayName: 'Sam Okafor', responseStatus: 'accepted' }],
    conferenceData: event.conferenceData,
    capabilities: { canAddAttendees: false, canSeeAttendees: true, canSeeConferenceData: true, canSetConferenceData: false, canAddAttachments: false },
  });
});

// docs/apps-script/manifest/calendar-addons.md, currentEventAccess
test('what the manifest does not ask for is not passed', () => {
  const bare = installed({ common: COMMON, calendar: { ...CALENDAR, currentEventAccess: undefined } });
  expect(eventShown(openAddOn(bare.workspace, bare.opening())).calendar).toEqual({});
  const metadata = installed({ common: COMMON, calendar: { ...CALENDAR, currentEventAccess: 'METADATA' } });
  expect(Object.keys(eventShown(openAddOn(metadata.workspace, metadata.opening())).calendar)).toEqual(['calendarId', 'id', 'organizer']);
});

test('a guest who may not see the others gets none of them', () => {
  const { workspace, script, event } = installed();
  event.guestsCanSeeOtherGuests = false;
  const context: Context = { host: 'calendar', trigger: 'eventOpen', calendarId: TEACHER, eventId: event.id };
  const { calendar } = eventShown(openAddOn(workspace, { scriptId: script.id, visitor: TEACHER, context }));
  expect(calendar).not.toHaveProperty('attendees');
  expect(calendar['capabilities']).toMatchObject({ canSeeAttendees: false });
});

// docs/workspace/add-ons/concepts/event-objects.md: "Disabled by default", useLocaleFromApp and the scope
test('locale and time zone come when the manifest turns them on', () => {
  const { workspace, opening } = installed({ common: { ...COMMON, useLocaleFromApp: true }, calendar: CALENDAR });
  expect(eventShown(openAddOn(workspace, opening({ host: 'calendar', trigger: 'homepage' }))).commonEventObject).toEqual({
    hostApp: 'CALENDAR',
    platform: 'WEB',
    userLocale: 'en-GB',
    timeZone: { id: 'Europe/London', offset: '3600000' },
  });
});

test('a person who has not agreed to the scopes is asked first', () => {
  const { workspace, script, opening } = installed();
  script.grants[OFFICE] = [auth('calendar.addons.execute')];
  expect(openAddOn(workspace, opening())).toEqual({ kind: 'authorization', scopes: SCOPES.slice(1) });
});

// docs/workspace/add-ons/guides/workspace-restrictions.md, "Full mobile support"
test('there is nothing on a phone, in a host the manifest does not name, and without a trigger', () => {
  const { workspace, opening } = installed({ common: COMMON, calendar: { homepageTrigger: { runFunction: 'home' } } });
  expect(openAddOn(workspace, { ...opening({ host: 'calendar', trigger: 'homepage' }), platform: 'ANDROID' })).toEqual({ kind: 'nothing' });
  expect(openAddOn(workspace, opening())).toEqual({ kind: 'nothing' });
  expect(openAddOn(workspace, opening({ host: 'gmail', trigger: 'homepage' }))).toEqual({ kind: 'nothing' });
});

test('a manifest without its logo or the host’s scope is refused', () => {
  const unnamed = installed({ common: { name: 'x' }, calendar: CALENDAR });
  expect(openAddOn(unnamed.workspace, unnamed.opening())).toMatchObject({ kind: 'error', message: expect.stringContaining('logoUrl') });
  const unscoped = installed({ common: COMMON, calendar: CALENDAR }, [auth('script.locale')]);
  expect(openAddOn(unscoped.workspace, unscoped.opening())).toMatchObject({ kind: 'error', message: expect.stringContaining('calendar.addons.execute') });
});

// docs/workspace/add-ons/concepts/event-objects.md, "formInputs" and "Date-time picker form inputs"
test('a button sends its parameters and what was filled in, and may push a card and say something', () => {
  const { workspace, opening } = installed();
  const first = openAddOn(workspace, opening());
  if (first.kind !== 'cards') throw new Error(first.kind);
  const filled = { note: ['Ask Sam'], day: ['2026-09-14'], at: ['09:30'], when: ['2026-09-14T09:30'] };
  const click = { kind: 'action' as const, function: 'pressed', parameters: [{ key: 'step', value: '2' }] };
  const panel = pressCardAction(workspace, opening(), first.stack, click, filled);
  expect(panel).toMatchObject({ kind: 'cards', notification: 'Done', stack: [{ name: 'shown' }, { name: 'shown' }] });
  const event = eventShown(panel);
  expect(event.commonEventObject).toMatchObject({
    parameters: { step: '2' },
    formInputs: {
      note: { stringInputs: { value: ['Ask Sam'] } },
      day: { dateInput: { msSinceEpoch: String(Date.UTC(2026, 8, 14)) } },
      at: { timeInput: { hours: 9, minutes: 30 } },
      when: { dateTimeInput: { hasDate: true, hasTime: true, msSinceEpoch: String(Date.UTC(2026, 8, 14, 8, 30)) } },
    },
  });
  expect(event.parameters).toEqual({ step: '2' });
  if (panel.kind !== 'cards') throw new Error(panel.kind);
  expect(pressCardAction(workspace, opening(), panel.stack, { kind: 'action', function: 'back' }, {})).toMatchObject({ stack: [first.stack[0]] });
});

// docs/apps-script/reference/card-service/action.md#addRequiredWidget: "the form submission is aborted"
test('an action whose inputs are missing does not run', () => {
  const { workspace, opening } = installed();
  const first = openAddOn(workspace, opening());
  if (first.kind !== 'cards') throw new Error(first.kind);
  const press = (filled: Record<string, string[]>) =>
    pressCardAction(workspace, opening(), first.stack, { kind: 'action', function: 'pressed', requiredWidgets: ['note'] }, filled);
  expect(press({ note: [''] })).toEqual({ kind: 'incomplete', stack: first.stack, missing: ['note'] });
  expect(press({ note: ['x'] }).kind).toBe('cards');
});

test('a builder that was not built, and a link outside the allowed prefixes, are errors', () => {
  const { workspace, opening } = installed();
  const press = (fn: string, kind: 'action' | 'link' = 'action') => pressCardAction(workspace, opening(), [{}], { kind, function: fn }, {});
  expect(press('unbuilt')).toMatchObject({ kind: 'error', message: expect.stringMatching(/make sure to call build/) });
  expect(press('astray', 'link')).toMatchObject({ kind: 'error', message: expect.stringMatching(/openLinkUrlPrefixes/) });
});

// docs/workspace/add-ons/concepts/event-objects.md, "Gmail event object"
test('an open message brings its ids and a token', () => {
  const { workspace, opening } = installed({ common: COMMON, gmail: { contextualTriggers: [{ unconditional: {}, onTriggerFunction: 'home' }] } });
  workspace.mail.receive(`From: pat@elsewhere.example\r\nTo: ${OFFICE}\r\nSubject: Hello\r\n\r\nHello\r\n`);
  const [message] = Object.values(workspace.mail.mailbox(OFFICE).data.messages);
  if (!message) throw new Error('no message');
  const { gmail } = eventShown(openAddOn(workspace, opening({ host: 'gmail', trigger: 'contextual', messageId: message.id })));
  expect(gmail).toEqual({ messageId: message.id, threadId: message.threadId, accessToken: expect.stringMatching(/.{20}/) });
});
