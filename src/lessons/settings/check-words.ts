import type { CheckId } from '../checks/checks.ts';

/** What is so when a check is not fine, in plain words. */
export const CHECK_WORDS: Readonly<Record<CheckId, string>> = {
  'guests-in-school': 'Somebody from outside the school is invited',
  'groups-known': 'A group is invited, and the office does not know who is in it',
  'approved-system': 'The call is in a system that the school has not approved',
  'other-call-links': 'The description leads to another call',
  'who-comes-in': 'More people come in without knocking than the school wants',
  'link-copied': 'The description repeats the link',
  'host-controls': 'Host controls are off',
  reactions: 'Everybody can send reactions',
  'settings-audited': 'Nobody has gone through the school’s Meet settings for a year',
  plans: 'There is a plan for a pupil in the lesson',
  presenting: 'Pupils can share their screen',
  'second-adult': 'No second adult has said yes',
  'how-often': 'The class has had its live lessons of the week',
  hours: 'The lesson is outside the hours that the school set',
  'attendance-report': 'Meet writes no report of who was there',
  chat: 'Pupils can write in the chat, and the school wants it closed',
  'one-to-one': 'There is one pupil, and no senior leader approved it',
  'teacher-signed': 'The teacher has not signed the agreement',
  'pupils-signed': 'A pupil has not signed the agreement',
  recording: 'The lesson is recorded, or is not, against what the school decided',
  transcript: 'What is said is written down by itself',
  'event-on': 'The event was cancelled',
};

/**
 * Checks that a school cannot call "never": a one-to-one without approval always is (rulings: lessons), and the others are only ever for a
 * person to confirm.
 */
const NOT_CHOSEN = ['one-to-one', 'groups-known', 'reactions', 'settings-audited', 'plans'] as const;
type NotChosen = (typeof NOT_CHOSEN)[number];

/** Those that it can. */
export const MAY_BE_NEVER = (Object.keys(CHECK_WORDS) as CheckId[]).filter(
  (check): check is Exclude<CheckId, NotChosen> => !NOT_CHOSEN.includes(check as NotChosen),
);
