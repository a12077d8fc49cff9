import type { ConferenceRecordData, SpaceData } from '../../workspace/data.ts';
import { ApiError } from '../../workspace/errors.ts';
import type { MinuteQuotaName } from '../../workspace/quotas.ts';
import type { ApiRequest, Caller } from '../api.ts';
import { applyFields, parseFields } from '../fields.ts';

export const meetScopes = (names: string): string[] => names.split(' ').map((name) => `https://www.googleapis.com/auth/meetings.space.${name}`);

export const notFound = (what: string): ApiError => new ApiError(404, `Requested entity was not found. ${what}`, 'NOT_FOUND', 'notFound');
export const denied = (message = 'The caller does not have permission'): ApiError => new ApiError(403, message, 'PERMISSION_DENIED', 'forbidden');
export const invalid = (message: string): ApiError => new ApiError(400, message, 'INVALID_ARGUMENT', 'badRequest');

export type Rate = 'reads' | 'writes' | 'creates';

/** Queries a minute (docs/workspace/meet/api/guides/limits.md): of one account, and of all who use the project. */
const LIMITS: Record<Rate, { user: MinuteQuotaName; project: MinuteQuotaName; words: string }> = {
  reads: { user: 'meet reads', project: 'meet project reads', words: 'Read requests' },
  writes: { user: 'meet writes', project: 'meet project writes', words: 'Write requests' },
  creates: { user: 'meet creates', project: 'meet project creates', words: 'Reduced write requests' },
};

/**
 * What every Meet call begins with: the API is on in the project, and there is quota left.
 * @throws ApiError 403 when the API is off, 429 when the minute is used up
 */
export function admit(caller: Caller, rate: Rate): void {
  const { quotas, data } = caller.workspace;
  if (data.meet.apiOff) {
    const message = `Google Meet API has not been used in project ${caller.app} before or it is disabled.`;
    throw new ApiError(403, message, 'PERMISSION_DENIED', 'accessNotConfigured');
  }
  const { user, project, words } = LIMITS[rate];
  const over = !quotas.useMinute(caller.email, user) ? `${words} per minute per user` : !quotas.useMinute(caller.app, project) ? `${words} per minute` : '';
  if (over) throw new ApiError(429, `Quota exceeded for quota metric '${words}' and limit '${over}' of service 'meet.googleapis.com'.`);
}

/** Whether one of the scopes, named without their common beginning, is among the caller's. */
export function holds(caller: Caller, names: string): boolean {
  return caller.scopes.includes('*') || meetScopes(names).some((scope) => caller.scopes.includes(scope));
}

/**
 * `meetings.space.created` reaches what the caller's own app made and nothing else (docs/workspace/meet/api/guides/authenticate-authorize.md).
 * @param wider scopes that reach every space the person may see, as `holds` takes them
 */
export function reaches(caller: Caller, space: SpaceData | undefined, wider: string): boolean {
  return holds(caller, wider) || (space?.app !== undefined && space.app === caller.app);
}

/** Whether somebody was in a call: only an account can be told again. */
export function tookPart({ participants }: ConferenceRecordData, email: string): boolean {
  return participants.some(({ user }) => 'email' in user && user.email === email);
}

/** A get has no body: "The request body must be empty." @throws ApiError 400 */
export function withoutBody({ body }: ApiRequest): void {
  if (body !== undefined && body !== null && Object.keys(body).length > 0) throw invalid('The request body must be empty.');
}

/** An answer cut down to `fields`, when the request has that (https://cloud.google.com/apis/docs/system-parameters). */
export function masked<T>(answer: T, fields: string | undefined): unknown {
  return fields === undefined ? answer : applyFields(answer, parseFields(fields));
}

export const timestamp = (time: number): string => new Date(time).toISOString();
