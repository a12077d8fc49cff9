import type { SpaceFacts } from '../lesson-facts.ts';

/** Why Google did not do what it was asked, in words for a teacher. */
export interface Refusal {
  state: Exclude<SpaceFacts['state'], 'read'>;
  /** One or two sentences, with what to do. */
  why: string;
  /** Google refused what was asked for, rather than being unable to: parts of it may be allowed. */
  mayBeInPart: boolean;
}

/**
 * What an answer of the Meet API that is not a success means (docs/workspace/meet/api/guides/limits.md and the reference).
 * @param code HTTP status; 0 when there was no answer
 * @param message as Google worded it
 */
export function refusalOf(code: number, message: string): Refusal {
  if (code === 404)
    return { state: 'gone', why: 'Google does not know this Meet any more. Take the call out of the event and add a new one.', mayBeInPart: false };
  if (code === 429) return { state: 'no answer', why: 'Google is being asked too often right now. Wait a minute, then try again.', mayBeInPart: false };
  if (code === 401 || /scope|permission to call/i.test(message))
    return { state: 'no right', why: 'Handrail has not been allowed to look at Meet’s settings.', mayBeInPart: false };
  if (/has not been used in project|is disabled|accessNotConfigured/i.test(message))
    return { state: 'no right', why: 'The Google Meet API is not switched on for Handrail. Tell the school’s technician.', mayBeInPart: false };
  if (code === 403)
    return { state: 'not the owner', why: 'Google lets only the owner of this Meet change it, and only what the school’s edition has.', mayBeInPart: true };
  if (code === 400) return { state: 'no answer', why: 'Google did not take the change.', mayBeInPart: true };
  return { state: 'no answer', why: 'Google Meet does not answer right now. Try again in a minute.', mayBeInPart: false };
}

/** Google answered, and what it said cannot be read. */
export const UNREADABLE: Refusal = { state: 'no answer', why: 'Google’s answer about this Meet could not be read. Try again in a minute.', mayBeInPart: false };
