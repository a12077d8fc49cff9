import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findInMeet } from '../../src/lessons/checks/meet-checks.ts';
import { type Change, changedBetween, changesTo, keptFor, patchOf, undoing } from '../../src/lessons/meet/make-safe.ts';
import { refusalOf } from '../../src/lessons/meet/refusal.ts';
import { ACCESS, type MeetConfig, type MeetProfile, ON_OFF, PATHS, REPORTING, USUAL_PROFILE, WHO_MAY, wantedConfig } from '../../src/lessons/meet/space.ts';
import { bodyOf, PARTS, spaceFrom } from '../../src/lessons/meet/space-resource.ts';

const may = <T>(values: readonly T[]) => fc.constantFrom(...values);
const whole = fc.record({
  ...{ accessType: may(ACCESS), moderation: may(ON_OFF), chat: may(WHO_MAY), present: may(WHO_MAY), reactions: may(WHO_MAY) },
  ...{ joinAsViewer: may(ON_OFF), attendanceReport: may(REPORTING), recording: may(ON_OFF), transcript: may(ON_OFF), notes: may(ON_OFF) },
});
const inPart: fc.Arbitrary<MeetConfig> = fc
  .tuple(whole, fc.subarray([...PARTS]))
  .map(([config, parts]) => Object.fromEntries(parts.map((part) => [part, config[part]])));
const profile: fc.Arbitrary<MeetProfile> = fc.record({
  ...{ accessType: fc.constantFrom('RESTRICTED' as const, 'TRUSTED' as const), chat: may(WHO_MAY) },
  recording: fc.constantFrom('ON' as const, 'OFF' as const, null),
  attendance: fc.boolean(),
});

/** What Google makes of an update, as its reference says. */
function updated(config: MeetConfig, changes: readonly Change[]): MeetConfig {
  const after = { ...config, ...Object.fromEntries(changes.map(({ part, to }) => [part, to])) } as MeetConfig;
  return after.moderation === 'OFF' ? { ...after, chat: 'NO_RESTRICTION', present: 'NO_RESTRICTION', reactions: 'NO_RESTRICTION', joinAsViewer: 'OFF' } : after;
}

const wrongIn = (config: MeetConfig, school: MeetProfile) =>
  findInMeet({ conference: { kind: 'meet', code: 'abc-defg-hij', name: '' }, space: { state: 'read', name: 'spaces/a', config } }, school)
    .filter(({ state, check }) => state === 'not fine' && check !== 'transcript')
    .map(({ check }) => check);

test('D2: after Make safe nothing that it sets is wrong, whatever it was before and whatever the school wants', () => {
  fc.assert(
    fc.property(inPart, profile, (config, school) => {
      expect(wrongIn(updated(config, changesTo(config, wantedConfig(school))), school)).toEqual([]);
    }),
  );
});

test('D2: Make safe never loosens what is stricter, and never touches reactions, viewers, transcripts or entry points', () => {
  fc.assert(
    fc.property(inPart, profile, (config, school) => {
      for (const { part, from, to } of changesTo(config, wantedConfig(school))) {
        expect(['accessType', 'moderation', 'present', 'chat', 'attendanceReport', 'recording']).toContain(part);
        expect([part, from, to]).not.toEqual(['accessType', 'RESTRICTED', 'TRUSTED']);
        expect([part, from, to]).not.toEqual(['chat', 'HOSTS_ONLY', 'NO_RESTRICTION']);
      }
    }),
  );
});

test('D2: a second press has nothing more to change', () => {
  fc.assert(
    fc.property(inPart, profile, (config, school) => {
      const wanted = wantedConfig(school);
      expect(changesTo(updated(config, changesTo(config, wanted)), wanted)).toEqual([]);
    }),
  );
});

test('D2: the mask names exactly the parts that are sent, each by its path', () => {
  fc.assert(
    fc.property(whole, profile, (config, school) => {
      const changes = changesTo(config, wantedConfig(school));
      const { mask, body } = patchOf(changes);
      expect(mask.split(',').filter((path) => path !== '')).toEqual(changes.map(({ part }) => PATHS[part]));
      expect(leavesOf(body)).toEqual(new Map(changes.map(({ part, to }) => [PATHS[part], to])));
    }),
  );
});

test('D2: undo puts back everything as it was, however many presses it took to make it safe', () => {
  // Without host controls Google has set the restrictions back itself.
  fc.assert(
    fc.property(whole, profile, fc.integer({ min: 0, max: 6 }), (asked, school, first) => {
      const before = updated(asked, []);
      const wanted = wantedConfig(school);
      const one = changesTo(before, wanted);
      const half = updated(before, one.slice(0, first));
      const two = changesTo(half, wanted);
      const kept = keptFor(keptFor([], one), two);
      const safe = updated(half, two);
      const back = updated(safe, undoing(kept, safe));
      expect(back).toEqual(before);
      expect(undoing(kept, back)).toEqual([]);
    }),
  );
});

test('D2: undo leaves alone what somebody has changed since', () => {
  const before: MeetConfig = { accessType: 'OPEN', moderation: 'ON', chat: 'NO_RESTRICTION' };
  const kept = keptFor([], changesTo(before, wantedConfig(USUAL_PROFILE)));
  const since: MeetConfig = { ...updated(before, kept), accessType: 'TRUSTED' };
  expect(undoing(kept, since).map(({ part, to }) => [part, to])).toEqual([['chat', 'NO_RESTRICTION']]);
});

test('D2: what turning host controls off set back besides is said too', () => {
  const before: MeetConfig = { moderation: 'ON', reactions: 'HOSTS_ONLY' };
  const after: MeetConfig = { moderation: 'OFF', reactions: 'NO_RESTRICTION' };
  expect(changedBetween(before, after).map(({ part }) => part)).toEqual(['moderation', 'reactions']);
});

test('D2: what Google writes is read back the same, and what is not known is left out', () => {
  fc.assert(
    fc.property(inPart, (config) => {
      const settings = PARTS.flatMap((part) => (config[part] === undefined ? [] : [[part, config[part]] as const]));
      const answer = { config: {}, ...bodyOf(settings), name: 'spaces/jQCFfuBOdN5z', meetingCode: 'ABC-defg-hij' };
      expect(spaceFrom(JSON.parse(JSON.stringify(answer)))).toEqual({ name: 'spaces/jQCFfuBOdN5z', code: 'abc-defg-hij', config });
    }),
  );
  const odd = { name: 'spaces/a', meetingCode: 'abc-defg-hij', config: { accessType: 'SOMETHING_NEW', moderation: 5, artifactConfig: 'x' } };
  expect(spaceFrom(odd)?.config).toEqual({});
});

test.each([
  ['no JSON', null],
  ['a text', 'spaces/a'],
  ['a list', [{ name: 'spaces/a' }]],
  ['another resource', { name: 'conferenceRecords/a', meetingCode: 'abc-defg-hij' }],
  ['a Meet without its code', { name: 'spaces/a' }],
])('D2: %s is no Meet', (_, answer) => {
  expect(spaceFrom(answer)).toBeNull();
});

test('D2: anything at all that Google may answer is read without a mistake', () => {
  fc.assert(fc.property(fc.jsonValue(), (answer) => expect(() => spaceFrom(answer)).not.toThrow()));
});

test.each([
  [404, 'Requested entity was not found.', 'gone', false],
  [403, 'The caller does not have permission', 'not the owner', true],
  [403, 'Request had insufficient authentication scopes.', 'no right', false],
  [403, 'Google Meet API has not been used in project 1 before or it is disabled.', 'no right', false],
  [401, 'Invalid Credentials', 'no right', false],
  [0, 'Exception: You do not have permission to call UrlFetchApp.fetch. Required permissions: …', 'no right', false],
  [400, 'Invalid field mask', 'no answer', true],
  [429, 'Quota exceeded', 'no answer', false],
  [500, 'Internal error', 'no answer', false],
  [503, 'The service is currently unavailable.', 'no answer', false],
  [0, 'Exception: Address unavailable: https://meet.googleapis.com', 'no answer', false],
] as const)('D2: %i "%s" is said in words (%s)', (code, message, state, mayBeInPart) => {
  const refusal = refusalOf(code, message);
  expect(refusal).toMatchObject({ state, mayBeInPart });
  expect(refusal.why).toMatch(/\.$/);
  expect(refusal.why).not.toMatch(/\d{3}|API call|Exception/);
});

function leavesOf(value: unknown, path = ''): Map<string, unknown> {
  if (value === null || typeof value !== 'object') return new Map([[path, value]]);
  return new Map(Object.entries(value).flatMap(([key, inner]) => [...leavesOf(inner, path === '' ? key : `${path}.${key}`)]));
}
