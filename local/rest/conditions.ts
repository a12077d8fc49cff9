import { ApiError, NotModelled } from '../workspace/errors.ts';
import type { ApiMethod, ApiRequest, Caller } from './api.ts';

/** What a request may be made to depend on (docs/workspace/calendar/api/guides/version-resources.md). */
export interface Conditions {
  /** Do it only while the resource still has this etag. */
  'If-Match'?: string;
  /** Answer only when the resource has another etag by now. */
  'If-None-Match'?: string;
}

/**
 * Calls a Calendar method under conditions on the resource's etag.
 * @param readMethod the method that reads the resource which `method` changes
 * @throws ApiError 412 when the resource has changed, 304 when it has not
 */
export function callConditionally(
  method: ApiMethod,
  readMethod: ApiMethod | undefined,
  caller: Caller,
  request: ApiRequest,
  { 'If-Match': match, 'If-None-Match': noneMatch, ...others }: Conditions,
): unknown {
  const [other] = Object.keys(others);
  if (other !== undefined || !method.id.startsWith('calendar.')) throw new NotModelled(`the header ${other ?? 'If-Match'} of ${method.id}`);
  if (match !== undefined) {
    if (!readMethod) throw new NotModelled(`the header If-Match of ${method.id}`);
    if (etagOf(readMethod.call(caller, { path: request.path, query: {}, body: undefined })) !== match) {
      throw new ApiError(412, 'Precondition Failed', 'FAILED_PRECONDITION', 'conditionNotMet');
    }
  }
  if (noneMatch === undefined) return method.call(caller, request);
  if (method.verb !== 'GET') throw new NotModelled(`the header If-None-Match of ${method.id}`);
  const answer = method.call(caller, request);
  if (etagOf(answer) === noneMatch) throw new ApiError(304, 'Not Modified', 'NOT_MODIFIED', 'notModified');
  return answer;
}

function etagOf(answer: unknown): unknown {
  return (answer as { etag?: unknown } | undefined)?.etag;
}
