import type { ApiMethod } from './api.ts';
import { participantMethods } from './meet/participants.ts';
import { recordMethods } from './meet/records.ts';
import { spaceMethods } from './meet/spaces.ts';

/** The Meet API v2 (docs/workspace/meet/api/reference/rest/v2). Not here: recordings, transcripts and smart notes that were made. */
export const meetApi: ApiMethod[] = [...spaceMethods, ...recordMethods, ...participantMethods].map((method) => ({
  ...method,
  host: 'meet.googleapis.com',
}));
