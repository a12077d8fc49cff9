import { describe, expect, test } from '@jest/globals';
import type { CheckId } from '../../src/lessons/checks/checks.ts';
import { findInMeet } from '../../src/lessons/checks/meet-checks.ts';
import type { CheckState } from '../../src/lessons/finding.ts';
import type { SpaceFacts } from '../../src/lessons/lesson-facts.ts';
import { type MeetConfig, type MeetProfile, USUAL_PROFILE, wantedConfig } from '../../src/lessons/meet/space.ts';
import { aLessonsFacts, SAFE_MEET } from '../support/lessons.ts';

const found = (check: CheckId, config: Partial<MeetConfig>, profile: Partial<MeetProfile> = {}) =>
  findInMeet(
    { conference: aLessonsFacts().conference, space: { state: 'read', name: 'spaces/abc', config: { ...SAFE_MEET, ...config } } },
    { ...USUAL_PROFILE, ...profile },
  ).filter((finding) => finding.check === check);
const stateOf = (...asked: Parameters<typeof found>) => found(...asked)[0]?.state;

const TRUSTED: Partial<MeetProfile> = { accessType: 'TRUSTED' };
const CHATTY: Partial<MeetProfile> = { chat: 'NO_RESTRICTION' };
const cases: [check: CheckId, config: Partial<MeetConfig>, profile: Partial<MeetProfile>, state: CheckState][] = [
  ['who-comes-in', { accessType: 'RESTRICTED' }, {}, 'fine'],
  ['who-comes-in', { accessType: 'RESTRICTED' }, TRUSTED, 'fine'],
  ['who-comes-in', { accessType: 'TRUSTED' }, {}, 'not fine'],
  ['who-comes-in', { accessType: 'TRUSTED' }, TRUSTED, 'fine'],
  ['who-comes-in', { accessType: 'OPEN' }, TRUSTED, 'not fine'],
  ['host-controls', { moderation: 'ON' }, {}, 'fine'],
  ['host-controls', { moderation: 'OFF' }, {}, 'not fine'],
  ['presenting', { present: 'HOSTS_ONLY' }, {}, 'fine'],
  ['presenting', { present: 'HOSTS_ONLY', moderation: 'OFF' }, {}, 'not fine'],
  ['presenting', { present: 'HOSTS_ONLY', moderation: undefined }, {}, 'cannot verify'],
  ['presenting', { present: 'NO_RESTRICTION' }, {}, 'not fine'],
  ['presenting', { present: 'NO_RESTRICTION', moderation: undefined }, {}, 'not fine'],
  ['chat', { chat: 'HOSTS_ONLY' }, {}, 'fine'],
  ['chat', { chat: 'HOSTS_ONLY', moderation: 'OFF' }, {}, 'not fine'],
  ['chat', { chat: 'NO_RESTRICTION' }, {}, 'not fine'],
  ['chat', { chat: 'NO_RESTRICTION' }, CHATTY, 'fine'],
  ['chat', { chat: 'HOSTS_ONLY', moderation: 'OFF' }, CHATTY, 'fine'],
  ['chat', { chat: 'HOSTS_ONLY', moderation: undefined }, CHATTY, 'cannot verify'],
  ['reactions', { reactions: 'NO_RESTRICTION' }, {}, 'fine'],
  ['reactions', { reactions: 'HOSTS_ONLY', moderation: undefined }, {}, 'cannot verify'],
  ['attendance-report', { attendanceReport: 'GENERATE_REPORT' }, {}, 'fine'],
  ['attendance-report', { attendanceReport: 'DO_NOT_GENERATE' }, {}, 'not fine'],
  ['attendance-report', { attendanceReport: 'DO_NOT_GENERATE' }, { attendance: false }, 'a person must confirm'],
  ['recording', { recording: 'OFF' }, {}, 'fine'],
  ['recording', { recording: 'ON' }, {}, 'not fine'],
  ['recording', { recording: 'OFF' }, { recording: 'ON' }, 'not fine'],
  ['recording', { recording: 'ON' }, { recording: null }, 'fine'],
  ['transcript', { transcript: 'OFF', notes: 'OFF' }, {}, 'fine'],
  ['transcript', { transcript: 'ON' }, {}, 'not fine'],
  ['transcript', { notes: 'ON', transcript: undefined }, {}, 'not fine'],
  ['transcript', { transcript: 'OFF', notes: undefined }, {}, 'cannot verify'],
  ['transcript', { transcript: 'ON' }, { recording: 'ON' }, 'fine'],
];

describe('how a Meet is set', () => {
  test.each(cases)('D2: %s: %j is, for a school that wants %j, %s', (check, config, profile, state) => expect(stateOf(check, config, profile)).toBe(state));

  test.each(['accessType', 'moderation', 'present', 'chat', 'reactions', 'attendanceReport', 'recording', 'transcript'] as const)(
    'D2: %s that Google leaves out is not fine by silence',
    (part) => {
      const { conference } = aLessonsFacts();
      const { [part]: _, ...config } = SAFE_MEET;
      const states = findInMeet({ conference, space: { state: 'read', name: 'spaces/abc', config } }, USUAL_PROFILE).map(({ state }) => state);
      expect(states).toContain('cannot verify');
      expect(states).not.toContain('not fine');
    },
  );

  test('D2: what “Make safe” sets leaves nothing that is not fine, whatever the school wants', () => {
    for (const accessType of ['RESTRICTED', 'TRUSTED'] as const)
      for (const chat of ['HOSTS_ONLY', 'NO_RESTRICTION'] as const)
        for (const recording of ['ON', 'OFF', null] as const) {
          const profile = { accessType, chat, recording, attendance: true };
          const config = { ...SAFE_MEET, ...wantedConfig(profile) };
          const findings = findInMeet({ conference: aLessonsFacts().conference, space: { state: 'read', name: 'spaces/abc', config } }, profile);
          expect(findings.filter(({ state }) => state !== 'fine')).toEqual([]);
        }
  });

  test('D2: RESTRICTED is said as it is: others may still knock', () => {
    expect(found('who-comes-in', {})[0]?.words).toBe('Only invited people come in without knocking. Others may knock: look who it is.');
  });

  test('D2: the words are the setting’s, not the wish’s', () => {
    expect(found('chat', { chat: 'HOSTS_ONLY' }, CHATTY)[0]?.words).toBe('Only hosts can write in the chat.');
    expect(found('chat', { chat: 'HOSTS_ONLY', moderation: 'OFF' })[0]?.words).toBe('Host controls are off, so everybody can write in the chat.');
    expect(found('reactions', { reactions: 'HOSTS_ONLY', moderation: 'OFF' })[0]?.words).toBe('Everybody can send reactions.');
  });
});

describe('a call nobody can ask about', () => {
  const states = (kind: 'meet' | 'other' | 'none' | 'hidden', space: SpaceFacts) =>
    findInMeet({ conference: { kind, code: '', name: '' }, space }, USUAL_PROFILE).map(({ state }) => state);

  test.each(['not the owner', 'no right', 'gone', 'no answer', 'set aside'] as const)('D2: “%s” leaves everything to be checked by hand', (state) =>
    expect(new Set(states('meet', { state }))).toEqual(new Set(['cannot verify'])),
  );

  test.each(['other', 'none', 'hidden'] as const)('D2: a call that is %s is not known to be safe, even beside the settings of a Meet', (kind) =>
    expect(new Set(states(kind, { state: 'read', name: 'spaces/abc', config: SAFE_MEET }))).toEqual(new Set(['cannot verify'])),
  );
});
