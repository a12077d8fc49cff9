import { expect, test } from '@jest/globals';
import { people, quillhaven } from '../../local/school/quillhaven.ts';
import type { CalendarEventData, SpaceData } from '../../local/workspace/data.ts';
import { MONDAY } from '../support/script.ts';
import { aSite } from '../support/site.ts';

/** The school's site with a lesson of somebody's and its space. */
function aLesson(summary: string) {
  const site = aSite(quillhaven(MONDAY));
  const { calendars, meet } = site.workspace;
  const event = Object.values(site.workspace.data.calendars)
    .flatMap((calendar) => Object.values(calendar.events))
    .find((each) => each.summary === summary);
  const space = event && meet.ofEvent(event);
  if (!event || !space) throw new Error(`${summary} has no Meet`);
  const address = `/meet/${space.meetingCode}`;
  const opened = async (as?: string) => (await site.get(address, as)).text();
  return { ...site, calendars, event: event as CalendarEventData, space: space as SpaceData, address, opened };
}

const MATHS = '3A Maths, live for those at home';
const KNOCK = 'You have to knock';
const COME_IN = 'You come in without knocking';

// docs/workspace/meet/api/reference/rest/v2/spaces.md, "AccessType"
test('who comes in and who knocks goes by the access type and the invitation', async () => {
  const { space, opened } = aLesson(MATHS);
  expect(await opened(people.teacher)).toContain('you are the host');
  // By the group she is in.
  expect(await opened(people.pupil)).toContain('you are invited');
  expect(await opened(people.youngPupil)).toContain('you belong to the host’s organisation');
  expect(await opened(people.parent)).toContain(KNOCK);
  expect(await opened()).toContain(KNOCK);
  space.config.accessType = 'RESTRICTED';
  expect(await opened(people.pupil)).toContain(COME_IN);
  expect(await opened(people.youngPupil)).toContain(KNOCK);
  space.config.accessType = 'OPEN';
  expect(await opened(people.parent)).toContain(COME_IN);
});

test('a pupil may chat and present in a lesson as it comes, and not in one made safe; the host sees the settings', async () => {
  const maths = aLesson(MATHS);
  const before = await maths.opened(people.pupil);
  expect(before).toMatch(/Send chat messages: yes.*Share your screen: yes/s);
  expect(before).not.toContain('accessType');
  maths.space.config.moderation = 'ON';
  maths.space.config.moderationRestrictions.chatRestriction = 'HOSTS_ONLY';
  expect(await maths.opened(people.pupil)).toMatch(/Send chat messages: no, hosts only.*Share your screen: yes/s);
  const host = await maths.opened(people.teacher);
  expect(host).toContain('Send chat messages: yes');
  expect(host).toMatch(/moderationRestrictions\.chatRestriction<\/code><\/th><td><code>HOSTS_ONLY/);
});

test('coming in begins a call, and the host ends it for everyone: it is on record with who was there', async () => {
  const { workspace, space, address, opened, send } = aLesson(MATHS);
  await send(address, { do: 'join' }, people.parent);
  expect(workspace.meet.active(space)).toBeUndefined();
  await send(address, { do: 'join' }, people.pupil);
  await send(address, { do: 'end' }, people.pupil);
  expect(await opened(people.teacher)).toContain('Amira Khan');
  await send(address, { do: 'join' }, people.teacher);
  await send(address, { do: 'end' }, people.teacher);
  expect(workspace.meet.active(space)).toBeUndefined();
  expect(workspace.meet.records().map(({ participants }) => participants.map(({ user }) => user))).toEqual([
    [{ email: people.pupil }, { email: people.teacher }],
  ]);
  expect(await opened(people.teacher)).toMatch(/Calls of the last thirty days.*Amira Khan, Sam Okafor/s);
});

test('a call is over when the last one leaves', async () => {
  const { workspace, space, address, send } = aLesson(MATHS);
  await send(address, { do: 'join' }, people.pupil);
  await send(address, { do: 'join' }, people.teacher);
  await send(address, { do: 'leave' }, people.teacher);
  expect(workspace.meet.active(space)).toBeDefined();
  await send(address, { do: 'leave' }, people.pupil);
  expect(workspace.meet.active(space)).toBeUndefined();
});

test('a code that is not there is said to be wrong', async () => {
  const { get } = aSite(quillhaven(MONDAY));
  expect((await get('/meet/aaa-bbbb-ccc', people.teacher)).status).toBe(404);
});

test('the lessons of the school have what a sidebar must tell apart', () => {
  const { workspace } = aSite(quillhaven(MONDAY));
  const at = (email: string) => Object.values(workspace.calendars.primaryOf(email)?.events ?? {});
  const lessons = at(people.teacher);
  const settings = [...lessons, ...at(people.secondTeacher), ...at(people.computingLead)].map((event) => workspace.meet.ofEvent(event)?.config);
  expect(settings.map((each) => each?.accessType)).toEqual(expect.arrayContaining(['OPEN', 'TRUSTED', 'RESTRICTED', undefined]));
  expect(settings.some((each) => each?.artifactConfig.recordingConfig.autoRecordingGeneration === 'ON')).toBe(true);
  expect(lessons.some(({ description }) => description.includes('https://zoom.us/'))).toBe(true);
  expect(lessons.some(({ attendees }) => attendees.some(({ resource }) => resource))).toBe(true);
  expect(lessons.some(({ attendees }) => attendees.length === 2 && attendees[1]?.email === people.pupil)).toBe(true);
  const answers = lessons.flatMap(({ attendees }) => attendees.filter(({ email }) => email === people.teachingAssistant).map((each) => each.responseStatus));
  expect(answers).toEqual(expect.arrayContaining(['accepted', 'declined', 'needsAction']));
  const others = workspace.calendars
    .kept(workspace.calendars.primaryOf(people.teacher) ?? lessonsMissing())
    .filter(({ event }) => event.organizer !== people.teacher);
  expect(others.map(({ event }) => event.summary)).toContain('Year 3 assembly online');
});

function lessonsMissing(): never {
  throw new Error('the teacher has no calendar');
}
