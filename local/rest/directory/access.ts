import { ApiError } from '../../workspace/errors.ts';
import type { Caller } from '../api.ts';

export const directoryScopes = (names: string): string[] => names.split(' ').map((name) => `https://www.googleapis.com/auth/admin.directory.${name}`);

/** The one customer of the local Workspace; `my_customer` means it too. */
export const CUSTOMER = 'C0quillhv';

/** @throws ApiError 403, in Google's words, for everybody but administrators */
export function requireAdmin(caller: Caller): void {
  if (!caller.workspace.people.find(caller.email)?.isAdmin) throw forbidden();
}

export const forbidden = (): ApiError => new ApiError(403, 'Not Authorized to access this resource/api', 'PERMISSION_DENIED', 'forbidden');
export const notFound = (key: string): ApiError => new ApiError(404, `Resource Not Found: ${key}`, 'NOT_FOUND', 'notFound');
export const duplicate = (what: string): ApiError => new ApiError(409, `${what} already exists.`, 'ALREADY_EXISTS', 'duplicate');
export const badRequest = (message = 'Bad Request'): ApiError => new ApiError(400, message, 'INVALID_ARGUMENT', 'badRequest');

/** A list wants the customer or one of its domains. @throws ApiError 400 when neither is named, 404 or 403 for one that is not ours */
export function requireDomain(caller: Caller, customer: string | undefined, domain: string | undefined): void {
  if (customer === undefined && domain === undefined) throw badRequest();
  if (customer !== undefined && customer !== 'my_customer' && customer !== CUSTOMER) throw badRequest('Invalid Input: customer');
  if (domain !== undefined && domain !== caller.workspace.data.domain) throw new ApiError(404, 'Domain not found.', 'NOT_FOUND', 'notFound');
}
