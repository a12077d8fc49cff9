import { ApiError } from '../errors.ts';

/** Drive's refusals, with the reasons of docs/workspace/drive/api/guides/handle-errors.md. */
export function fileNotFound(id: string): ApiError {
  return new ApiError(404, `File not found: ${id}.`, 'NOT_FOUND', 'notFound');
}

export function insufficientPermissions(id: string): ApiError {
  return new ApiError(403, `The user does not have sufficient permissions for file ${id}.`, 'PERMISSION_DENIED', 'insufficientFilePermissions');
}

export function invalid(message: string): ApiError {
  return new ApiError(400, message, 'INVALID_ARGUMENT', 'invalid');
}

export function badRequest(message: string): ApiError {
  return new ApiError(400, message, 'INVALID_ARGUMENT', 'badRequest');
}

/** `invalidSharingRequest`: Google puts the reason a person should read into "User message". */
export function invalidSharing(message: string): ApiError {
  return new ApiError(400, `Bad Request. User message: "${message}"`, 'INVALID_ARGUMENT', 'invalidSharingRequest');
}
