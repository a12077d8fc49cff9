import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openConfig } from '../../local/workspace/meet/config.ts';
import { askMeet } from '../support/meet.ts';
import { anEmptyWorkspace, OFFICE, TEACHER } from '../support/script.ts';

function aSpace() {
  const workspace = anEmptyWorkspace();
  const space = workspace.meet.newSpace({ owner: OFFICE });
  const get = (as = OFFICE) => askMeet(workspace, `GET spaces/${space.id}`, { as });
  const patch = (body: unknown, mask?: string, asked: Parameters<typeof askMeet>[2] = {}) =>
    askMeet(workspace, `PATCH spaces/${space.id}${mask === undefined ? '' : `?updateMask=${mask}`}`, { body, ...asked });
  return { workspace, space, get, patch };
}

// docs/workspace/meet/api/guides/meeting-spaces-overview.md, "How to call the meeting space methods"
test('a space is found by its id and its code, and its settings are its owner’s to see', () => {
  const { workspace, space, get } = aSpace();
  expect(get().value).toEqual({
    name: `spaces/${space.id}`,
    meetingUri: `https://meet.google.com/${space.meetingCode}`,
    meetingCode: space.meetingCode,
    config: openConfig(),
  });
  expect(askMeet(workspace, `GET spaces/${space.meetingCode.toUpperCase()}`).value['name']).toBe(`spaces/${space.id}`);
  expect(askMeet(workspace, `GET spaces/${space.id.toLowerCase()}`).code).toBe(404);
  expect(get(TEACHER).value).not.toHaveProperty('config');
  expect(get(TEACHER).code).toBe(200);
});

test('only its owner changes a space, by its id and not by its code', () => {
  const { workspace, space, get, patch } = aSpace();
  const body = { config: { accessType: 'RESTRICTED' } };
  expect(patch(body, 'config.accessType', { as: TEACHER }).code).toBe(403);
  expect(askMeet(workspace, `PATCH spaces/${space.meetingCode}?updateMask=config.accessType`, { body }).code).toBe(404);
  expect(get().value['config']).toMatchObject({ accessType: 'TRUSTED' });
  expect(patch(body, 'config.accessType').value['config']).toMatchObject({ accessType: 'RESTRICTED' });
  expect(get().value['config']).toEqual({ ...openConfig(), accessType: 'RESTRICTED' });
});

// docs/workspace/meet/api/reference/rest/v2/spaces/patch.md, `updateMask`
test('a mask says what is changed: a nested path alone, what was sent without one, everything with *', () => {
  const chat = { config: { moderation: 'ON', moderationRestrictions: { chatRestriction: 'HOSTS_ONLY', presentRestriction: 'HOSTS_ONLY' } } };
  const nested = aSpace().patch(chat, 'config.moderation,config.moderationRestrictions.chatRestriction').value;
  expect(nested['config']).toMatchObject({ moderation: 'ON', moderationRestrictions: { chatRestriction: 'HOSTS_ONLY', presentRestriction: 'NO_RESTRICTION' } });

  const { patch } = aSpace();
  patch({ config: { accessType: 'RESTRICTED' } });
  const all = patch(chat).value['config'];
  expect(all).toMatchObject({ accessType: 'RESTRICTED', moderationRestrictions: { presentRestriction: 'HOSTS_ONLY', reactionRestriction: 'NO_RESTRICTION' } });
  expect(patch(chat, '*').value['config']).toMatchObject({ accessType: 'TRUSTED', moderation: 'ON' });
  // Named and not sent: back to what the domain has.
  expect(patch({}, 'config.moderation').value['config']).toEqual(openConfig());
});

const RESTRICTIONS = ['HOSTS_ONLY', 'NO_RESTRICTION'];
const VALUES: Record<string, readonly string[]> = {
  'config.accessType': ['OPEN', 'TRUSTED', 'RESTRICTED'],
  'config.entryPointAccess': ['ALL', 'CREATOR_APP_ONLY'],
  'config.moderationRestrictions.chatRestriction': RESTRICTIONS,
  'config.moderationRestrictions.reactionRestriction': RESTRICTIONS,
  'config.moderationRestrictions.presentRestriction': RESTRICTIONS,
  'config.moderationRestrictions.defaultJoinAsViewerType': ['ON', 'OFF'],
  'config.attendanceReportGenerationType': ['GENERATE_REPORT', 'DO_NOT_GENERATE'],
  'config.artifactConfig.recordingConfig.autoRecordingGeneration': ['ON', 'OFF'],
  'config.artifactConfig.transcriptionConfig.autoTranscriptionGeneration': ['ON', 'OFF'],
  'config.artifactConfig.smartNotesConfig.autoSmartNotesGeneration': ['ON', 'OFF'],
};

type Tree = { [name: string]: Tree | string };

/** Puts a value at a dotted path, making what stands around it. */
function put(tree: Tree, [name = '', ...rest]: string[], value: string): void {
  tree[name] ??= {};
  if (rest.length === 0) tree[name] = value;
  else put(tree[name] as Tree, rest, value);
}

test('whatever is sent, an update with explicit paths changes those and nothing else', () => {
  const all = fc.record(Object.fromEntries(Object.entries(VALUES).map(([path, values]) => [path, fc.constantFrom(...values)])));
  fc.assert(
    fc.property(all, fc.subarray(Object.keys(VALUES), { minLength: 1 }), (sent, paths) => {
      const { get, patch } = aSpace();
      patch({ config: { moderation: 'ON' } });
      const expected = structuredClone(get().value) as Tree;
      const body: Tree = {};
      for (const [path, value] of Object.entries(sent)) put(body, path.split('.'), value);
      for (const path of paths) put(expected, path.split('.'), sent[path] ?? '');
      expect(patch(body, paths.join(',')).value).toEqual(expected);
      expect(get().value).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

// docs/workspace/meet/api/reference/rest/v2/spaces.md: "When moderation.OFF, will be reset to default ModerationRestrictions."
test('turning moderation off takes its restrictions with it', () => {
  const { patch } = aSpace();
  patch({ config: { moderation: 'ON', moderationRestrictions: { chatRestriction: 'HOSTS_ONLY' } } });
  expect(patch({ config: { moderation: 'OFF' } }, 'config.moderation').value['config']).toEqual(openConfig());
  const restrictions = { config: { moderationRestrictions: { chatRestriction: 'HOSTS_ONLY' } } };
  expect(patch(restrictions, 'config.moderationRestrictions.chatRestriction').value['config']).toEqual(openConfig());
});

test.each([
  ['a field that is not there', { config: { colour: 'red' } }, undefined, /Unknown name "colour" at 'space.config'/],
  ['a value that is not there', { config: { accessType: 'PRIVATE' } }, undefined, /Invalid value at 'space.config.accessType'/],
  ['an unspecified value', { config: { moderation: 'MODERATION_UNSPECIFIED' } }, undefined, /MODERATION_UNSPECIFIED/],
  ['a mask of a field that is not there', {}, 'config.colour', /config\.colour/],
  ['a mask of what the server writes', {}, 'meetingCode', /meetingCode/],
  ['a mask in another spelling', {}, 'config.access_type', /access_type/],
  ['a query parameter that is not there', {}, 'config&force=true', /Unknown name "force"/],
])('%s is refused and nothing changes', (_, body, mask, message) => {
  const { get, patch } = aSpace();
  const answer = patch(body, mask);
  expect(answer.code).toBe(400);
  expect(answer.message).toMatch(message);
  expect(get().value['config']).toEqual(openConfig());
});

// docs/workspace/meet/api/guides/authenticate-authorize.md, "Meet REST API scopes"; each method's page
test('each method wants its scope, and “created” reaches only what the same app made', () => {
  const { workspace, space } = aSpace();
  const body = { config: { accessType: 'OPEN' } };
  expect(askMeet(workspace, `GET spaces/${space.id}`, { scopes: ['readonly'] }).code).toBe(200);
  expect(askMeet(workspace, `PATCH spaces/${space.id}`, { scopes: ['readonly'], body }).code).toBe(403);
  expect(askMeet(workspace, `GET spaces/${space.id}`, { scopes: [] }).message).toBe('Request had insufficient authentication scopes.');
  expect(askMeet(workspace, `GET spaces/${space.id}`, { scopes: ['created'] }).code).toBe(403);
  expect(askMeet(workspace, `PATCH spaces/${space.id}`, { scopes: ['created'], body }).code).toBe(403);
  expect(askMeet(workspace, 'POST spaces', { body }).code).toBe(403);

  const made = askMeet(workspace, 'POST spaces', { scopes: ['created'], body }).value;
  expect(made['config']).toMatchObject(body.config);
  expect(askMeet(workspace, `PATCH ${made['name']}`, { scopes: ['created'], body: { config: { accessType: 'TRUSTED' } } }).code).toBe(200);
  expect(askMeet(workspace, `GET ${made['name']}`, { scopes: ['created'], app: 'another' }).code).toBe(403);
});

// docs/workspace/meet/api/guides/meeting-spaces-configuration.md, "Manage auto artifacts"
test('automatic recording is set with the settings scope only', () => {
  const { workspace } = aSpace();
  const body = { config: { artifactConfig: { recordingConfig: { autoRecordingGeneration: 'ON' } } } };
  expect(askMeet(workspace, 'POST spaces', { scopes: ['created'], body }).code).toBe(403);
  expect(askMeet(workspace, 'POST spaces', { scopes: ['created', 'settings'], body }).value['config']).toMatchObject(body.config);
});

test('what the school’s edition lacks is refused as a whole, and the rest can be set without it', () => {
  const { workspace, get, patch } = aSpace();
  workspace.data.meet.unavailable = ['attendance reports'];
  const wanted = { config: { accessType: 'RESTRICTED', attendanceReportGenerationType: 'GENERATE_REPORT' } };
  expect(patch(wanted).code).toBe(403);
  expect(get().value['config']).toEqual(openConfig());
  expect(patch(wanted, 'config.accessType').value['config']).toMatchObject({ accessType: 'RESTRICTED', attendanceReportGenerationType: 'DO_NOT_GENERATE' });
});

// docs/workspace/meet/api/guides/limits.md
test('too many requests in a minute are refused until the next', () => {
  const { workspace, get, patch } = aSpace();
  for (let made = 0; made < 100; made += 1) patch({});
  expect(patch({}).code).toBe(429);
  expect(get().code).toBe(200);
  workspace.clock.pass(60_000);
  expect(patch({}).code).toBe(200);
});

test('without the Meet API in the Cloud project nothing is answered', () => {
  const { workspace, get } = aSpace();
  workspace.data.meet.apiOff = true;
  expect(get().message).toMatch(/has not been used in project app before or it is disabled/);
  expect(get().code).toBe(403);
});

// docs/workspace/meet/api/reference/rest/v2/spaces/get.md: "a meetingCode expires 365 days after last use"
test('a code nobody used for a year is lost and may lead elsewhere; the id stays', () => {
  const { workspace, space, get } = aSpace();
  workspace.clock.pass(366 * 86_400_000);
  expect(askMeet(workspace, `GET spaces/${space.meetingCode}`).code).toBe(404);
  expect(get().code).toBe(200);
  const other = workspace.meet.newSpace({ owner: TEACHER, meetingCode: space.meetingCode });
  expect(askMeet(workspace, `GET spaces/${space.meetingCode}`).value['name']).toBe(`spaces/${other.id}`);
});
