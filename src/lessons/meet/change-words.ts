import type { Change } from './make-safe.ts';
import type { Part, Setting } from './space-resource.ts';

const PART_WORDS: Readonly<Record<Part, string>> = {
  accessType: 'Coming in without knocking',
  moderation: 'Host controls',
  present: 'Sharing the screen',
  chat: 'Writing in the chat',
  attendanceReport: 'Report of who was there',
  recording: 'Recording by itself',
  transcript: 'Transcript by itself',
  notes: 'Notes by themselves',
  reactions: 'Reactions',
  joinAsViewer: 'Joining as viewers only',
};

const SETTING_WORDS: Readonly<Record<Setting, string>> = {
  OPEN: 'anybody who has the link',
  TRUSTED: 'the whole school, guests and people who dial in',
  RESTRICTED: 'invited people only',
  ON: 'on',
  OFF: 'off',
  HOSTS_ONLY: 'hosts only',
  NO_RESTRICTION: 'everybody',
  GENERATE_REPORT: 'on',
  DO_NOT_GENERATE: 'off',
};

/** `Sharing the screen: hosts only` */
export function planned({ part, to }: Change): string {
  return `${PART_WORDS[part]}: <b>${SETTING_WORDS[to]}</b>`;
}

/** `Sharing the screen: now hosts only (was: everybody)` */
export function done(change: Change): string {
  const was = change.from === null ? '' : ` (was: ${SETTING_WORDS[change.from]})`;
  return `${PART_WORDS[change.part]}: now <b>${SETTING_WORDS[change.to]}</b>${was}`;
}

/** What did not take: `Sharing the screen: still to be set to hosts only` */
export function stillToDo(change: Change): string {
  return `${PART_WORDS[change.part]}: still to be set to <b>${SETTING_WORDS[change.to]}</b>`;
}
