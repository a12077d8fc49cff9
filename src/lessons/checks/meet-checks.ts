import type { Finding } from '../finding.ts';
import type { LessonFacts, SpaceFacts } from '../lesson-facts.ts';
import type { MeetConfig, MeetProfile } from '../meet/space.ts';
import { type CheckId, findingsBy } from './checks.ts';

const { fine, notFine, confirm, unknown } = findingsBy('sidebar');

/** The checks of how a Meet is set, in the order in which they are shown. */
const MEET_CHECKS = ['who-comes-in', 'host-controls', 'presenting', 'chat', 'reactions', 'attendance-report', 'recording', 'transcript'] as const;

/** How a setting is mended that "Make safe" sets. */
export const MAKE_SAFE = 'Press “Make safe” in the sidebar, or set it in the event’s video call options.';
const BY_HAND = 'Look in the event’s video call options.';

const NO_MEET = 'Handrail can ask about a Meet alone, and sees none.';
const CALL_BY_HAND = 'Look at the settings of the call.';

const WHY_NOT: Record<Exclude<SpaceFacts['state'], 'read'>, { words: string; mend: string }> = {
  'not the owner': { words: 'Google tells only the owner of this Meet how it is set.', mend: 'Ask its owner to look.' },
  'no right': { words: 'Handrail has not been allowed to look at Meet’s settings.', mend: BY_HAND },
  gone: { words: 'Google does not know this Meet any more.', mend: 'Put a new one into the event.' },
  'no answer': { words: 'Google gave no answer about this Meet.', mend: BY_HAND },
  'set aside': { words: 'You look at how the Meet is set yourself.', mend: BY_HAND },
};

/** What Google says about how the Meet is set (D2), against what the school wants. Of any other call nobody says how it is set. */
export function findInMeet({ conference, space }: Pick<LessonFacts, 'conference' | 'space'>, profile: MeetProfile): Finding[] {
  if (conference.kind !== 'meet') return MEET_CHECKS.map((check) => unknown(check, NO_MEET, CALL_BY_HAND));
  if (space.state !== 'read') {
    const { words, mend } = WHY_NOT[space.state];
    return MEET_CHECKS.map((check) => unknown(check, words, mend));
  }
  return MEET_CHECKS.map((check) => CHECK_OF[check](space.config, profile));
}

const notSaid = (check: CheckId) => unknown(check, 'Google does not say how this is set.', BY_HAND);

/** A restriction holds while host controls are on; without them everybody may. */
function restricted(check: CheckId, said: MeetConfig['chat'], { moderation }: MeetConfig, whoMay: string): Finding {
  if (said === undefined) return notSaid(check);
  if (said === 'NO_RESTRICTION') return notFine(check, `Everybody ${whoMay}.`, MAKE_SAFE);
  if (moderation === undefined) return notSaid(check);
  if (moderation === 'OFF') return notFine(check, `Host controls are off, so everybody ${whoMay}.`, MAKE_SAFE);
  return fine(check, `Only hosts ${whoMay}.`);
}

const CHECK_OF: Record<(typeof MEET_CHECKS)[number], (config: MeetConfig, profile: MeetProfile) => Finding> = {
  'who-comes-in': ({ accessType }, profile) => {
    if (accessType === undefined) return notSaid('who-comes-in');
    if (accessType === 'OPEN') return notFine('who-comes-in', 'Anybody who has the link comes in without knocking.', MAKE_SAFE);
    if (accessType === 'RESTRICTED') return fine('who-comes-in', 'Only invited people come in without knocking. Others may knock: look who it is.');
    const words = 'Everybody with a school account, invited guests and people who dial in come in without knocking.';
    return profile.accessType === 'TRUSTED' ? fine('who-comes-in', words) : notFine('who-comes-in', words, MAKE_SAFE);
  },
  'host-controls': ({ moderation }) => {
    if (moderation === undefined) return notSaid('host-controls');
    return moderation === 'ON' ? fine('host-controls', 'Host controls are on.') : notFine('host-controls', 'Host controls are off.', MAKE_SAFE);
  },
  presenting: (config) => restricted('presenting', config.present, config, 'can share their screen'),
  chat: (config, profile) => {
    if (profile.chat === 'HOSTS_ONLY') return restricted('chat', config.chat, config, 'can write in the chat');
    // A school that lets pupils write has nothing against a chat that is closed.
    if (config.chat === undefined) return notSaid('chat');
    if (config.chat === 'NO_RESTRICTION' || config.moderation === 'OFF') return fine('chat', 'Everybody can write in the chat, as the school decided.');
    return config.moderation === undefined ? notSaid('chat') : fine('chat', 'Only hosts can write in the chat.');
  },
  // The school leaves reactions as they are: they are known, not judged.
  reactions: ({ reactions, moderation }) => {
    if (reactions === undefined || moderation === undefined) return notSaid('reactions');
    return fine('reactions', reactions === 'HOSTS_ONLY' && moderation === 'ON' ? 'Only hosts can send reactions.' : 'Everybody can send reactions.');
  },
  'attendance-report': ({ attendanceReport }, profile) => {
    if (attendanceReport === undefined) return notSaid('attendance-report');
    if (attendanceReport === 'GENERATE_REPORT') return fine('attendance-report', 'Meet writes a report of who was there.');
    // An edition of Google that cannot must not keep a lesson from ever being ready.
    return profile.attendance
      ? notFine('attendance-report', 'Meet writes no report of who was there.', MAKE_SAFE)
      : confirm('attendance-report', 'The school’s edition of Meet writes no report of who was there.', 'Note it yourself.');
  },
  recording: ({ recording }, profile) => {
    if (recording === undefined) return notSaid('recording');
    const words = recording === 'ON' ? 'The lesson is recorded by itself.' : 'The lesson is not recorded by itself.';
    return profile.recording === null || profile.recording === recording ? fine('recording', words) : notFine('recording', words, MAKE_SAFE);
  },
  transcript: ({ transcript, notes }, profile) => {
    if (transcript === undefined && notes === undefined) return notSaid('transcript');
    if (transcript !== 'ON' && notes !== 'ON') {
      if (transcript === undefined || notes === undefined) return notSaid('transcript');
      return fine('transcript', 'Nothing that is said is written down by itself.');
    }
    const words = 'What is said is written down by itself.';
    if (profile.recording !== 'OFF') return fine('transcript', words);
    return notFine('transcript', words, 'Turn transcripts and notes off in the event’s video call options.');
  },
};
