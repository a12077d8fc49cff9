import { dispatch } from '../../local/rest/dispatch.ts';
import { accessToken } from '../../local/rest/identity.ts';
import { ApiError } from '../../local/workspace/errors.ts';
import type { Workspace } from '../../local/workspace/workspace.ts';
import { OFFICE } from './script.ts';

/** Scopes of the Meet API by the ends of their names. */
export const meetScope = (name: string): string => `https://www.googleapis.com/auth/meetings.space.${name}`;

export interface Asked {
  /** OFFICE unless said. */
  as?: string;
  /** Ends of the scopes' names; `settings` unless said. */
  scopes?: readonly string[];
  body?: unknown;
  app?: string;
}

/** Asks the Meet API; a refusal is an answer too. @param request `GET spaces/abc` */
export function askMeet(workspace: Workspace, request: string, { as = OFFICE, scopes = ['settings'], body, app = 'app' }: Asked = {}) {
  const [verb = '', path = ''] = request.split(/ (.*)/);
  const authorization = `Bearer ${accessToken(as, scopes.map(meetScope))}`;
  try {
    const value = dispatch(workspace, { verb, url: new URL(`https://meet.googleapis.com/v2/${path}`), authorization, body, app });
    return { code: 200, value: value as Record<string, unknown>, message: '' };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { code: error.code, value: {}, message: error.message };
  }
}
