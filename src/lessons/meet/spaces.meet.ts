import type { SpaceFacts } from '../lesson-facts.ts';
import { type Change, patchOf } from './make-safe.ts';
import { type Refusal, refusalOf, UNREADABLE } from './refusal.ts';
import { accessToken } from './rights.script.ts';
import { spaceFrom } from './space-resource.ts';

const SPACES = 'https://meet.googleapis.com/v2/spaces/';

/** What Google says about a Meet. `code` is the one it has now; '' when it was not read. `why` says in words what is amiss; ''. */
export interface SpaceAnswer {
  facts: SpaceFacts;
  code: string;
  why: string;
}

/**
 * Asks about several Meets at once, as the person at the keyboard.
 * @param ids codes (`abc-defg-hij`) or the ends of names
 * @returns an answer each, in the same order; it never throws
 */
export function readSpaces(ids: readonly string[]): SpaceAnswer[] {
  if (ids.length === 0) return [];
  try {
    const options = usual();
    const requests = ids.map((id) => ({ url: `${SPACES}${encodeURIComponent(id)}`, ...options }));
    return UrlFetchApp.fetchAll(requests).map(answerIn);
  } catch (error) {
    const refusal = refused(refusalOf(0, String(error)));
    return ids.map(() => refusal);
  }
}

/** Asks about one Meet. @param name `spaces/…` */
export function readSpace(name: string): SpaceAnswer {
  return readSpaces([name.replace(/^spaces\//, '')])[0] ?? refused(UNREADABLE);
}

/** Changes exactly these parts of a Meet. @returns null when Google said that it did; a refusal may yet have had an effect */
export function patchSpace(name: string, changes: readonly Change[]): Refusal | null {
  const { mask, body } = patchOf(changes);
  try {
    const response = UrlFetchApp.fetch(`${SPACES}${encodeURIComponent(name.replace(/^spaces\//, ''))}?updateMask=${encodeURIComponent(mask)}`, {
      ...usual(),
      method: 'patch',
      contentType: 'application/json',
      payload: JSON.stringify(body),
    });
    const code = response.getResponseCode();
    return code === 200 ? null : refusalOf(code, response.getContentText());
  } catch (error) {
    return refusalOf(0, String(error));
  }
}

function usual() {
  return { headers: { Authorization: `Bearer ${accessToken()}` }, muteHttpExceptions: true } as const;
}

function answerIn(response: GoogleAppsScript.URL_Fetch.HTTPResponse): SpaceAnswer {
  const code = response.getResponseCode();
  const text = response.getContentText();
  if (code !== 200) return refused(refusalOf(code, text));
  const space = spaceFrom(parsed(text));
  if (!space) return refused(UNREADABLE);
  if (!space.config) return { facts: { state: 'not the owner' }, code: space.code, why: '' };
  return { facts: { state: 'read', name: space.name, config: space.config }, code: space.code, why: '' };
}

function refused({ state, why }: Refusal): SpaceAnswer {
  return { facts: { state }, code: '', why };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
