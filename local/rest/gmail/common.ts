import { ApiError } from '../../workspace/errors.ts';
import { MailError } from '../../workspace/mail/errors.ts';
import type { Mailbox } from '../../workspace/mail/mailbox.ts';
import type { ApiMethod, ApiRequest, Caller } from '../api.ts';
import { applyFields, parseFields } from '../fields.ts';
import { pageOf } from '../paging.ts';
import { readParameters } from '../parameters.ts';
import { unitsOf } from './units.ts';

const AUTH = 'https://www.googleapis.com/auth';
export const FULL = 'https://mail.google.com/';
export const MODIFY = `${AUTH}/gmail.modify`;
export const READONLY = `${AUTH}/gmail.readonly`;
export const METADATA = `${AUTH}/gmail.metadata`;
export const COMPOSE = `${AUTH}/gmail.compose`;
export const SEND = `${AUTH}/gmail.send`;
export const INSERT = `${AUTH}/gmail.insert`;
export const LABELS = `${AUTH}/gmail.labels`;
export const SETTINGS = `${AUTH}/gmail.settings.basic`;
export const SHARING = `${AUTH}/gmail.settings.sharing`;

type Kinds = Parameters<typeof readParameters>[1];

/** What a Gmail method works with: the caller's own mailbox. */
export interface GmailCall<S extends Kinds = Record<never, never>> {
  mailbox: Mailbox;
  caller: Caller;
  request: ApiRequest;
  path: Record<string, string>;
  query: ReturnType<typeof readParameters<S>>;
}

interface Description<S extends Kinds> {
  /** Without the `gmail.users.` before it. */
  id: string;
  /** `GET /messages/{id}`: what follows `/gmail/v1/users/{userId}`. */
  route: `${ApiMethod['verb']} /${string}`;
  scopes: readonly string[];
  /** Query parameters the method knows, by kind. */
  query?: S;
  body?: boolean;
  media?: boolean;
  ms?: number;
  call(call: GmailCall<S>): unknown;
}

/** A Gmail method: reads its parameters, finds the mailbox, and puts the mailbox's refusals in Google's words. */
export function gmailMethod<const S extends Kinds = Record<never, never>>({ id, route, scopes, query: kinds, call, ...rest }: Description<S>): ApiMethod {
  const [verb, path] = route.split(' ') as [ApiMethod['verb'], string];
  return {
    id: `gmail.users.${id}`,
    verb,
    path: `/gmail/v1/users/{userId}${path}`,
    scopes,
    ...rest,
    call(caller, request) {
      if (!caller.workspace.quotas.useMinute(caller.email, 'gmail units', unitsOf(id))) throw rateLimited();
      const query = readParameters(request.query, (kinds ?? {}) as S);
      const mask = request.query['fields'] === undefined ? null : parseFields(String(request.query['fields']));
      try {
        return applyFields(call({ mailbox: mailboxOf(caller, request.path['userId'] ?? ''), caller, request, path: request.path, query }), mask);
      } catch (error) {
        throw error instanceof MailError ? inGooglesWords(error) : error;
      }
    },
  };
}

/** `me` or the caller's own address; the local Workspace has no delegated mailboxes. */
function mailboxOf({ workspace, email }: Caller, userId: string): Mailbox {
  const own = workspace.people.find(email);
  if (!own?.hasAccount) throw new ApiError(400, 'Mail service not enabled', 'FAILED_PRECONDITION', 'failedPrecondition');
  if (userId !== 'me' && userId.toLowerCase() !== own.email) throw new ApiError(403, `Delegation denied for ${email}`, 'PERMISSION_DENIED', 'forbidden');
  return workspace.mail.mailbox(own.email);
}

export function invalid(message: string): ApiError {
  return new ApiError(400, message, 'INVALID_ARGUMENT', 'invalidArgument');
}

export function failedPrecondition(message: string): ApiError {
  return new ApiError(400, message, 'FAILED_PRECONDITION', 'failedPrecondition');
}

export function notFound(): ApiError {
  return new ApiError(404, 'Requested entity was not found.', 'NOT_FOUND', 'notFound');
}

/** docs/workspace/gmail/api/guides/handle-errors.md, "userRateLimitExceeded" */
function rateLimited(): ApiError {
  return new ApiError(403, 'User Rate Limit Exceeded', 'PERMISSION_DENIED', 'userRateLimitExceeded');
}

function inGooglesWords({ problem, subject }: MailError): ApiError {
  switch (problem) {
    case 'not found':
      return notFound();
    case 'label exists':
      return subject.trim() === '' ? invalid('Invalid label name') : new ApiError(409, 'Label name exists or conflicts', 'ABORTED', 'aborted');
    case 'no recipient':
      return invalid('Recipient address required');
    case 'bad address':
      return invalid('Invalid To header');
    case 'too large':
      return new ApiError(413, 'Request Entity Too Large', 'INVALID_ARGUMENT', 'uploadTooLarge');
    case 'daily limit':
      // docs/workspace/gmail/api/guides/handle-errors.md, "Mail sending limits"
      return new ApiError(429, 'User-rate limit exceeded (Mail sending)', 'RESOURCE_EXHAUSTED', 'rateLimitExceeded');
  }
}

/** The JSON body with no other fields than `known`. */
export function bodyOf(body: unknown, known: readonly string[]): Record<string, unknown> {
  if (body === undefined || body === null) return {};
  if (typeof body !== 'object' || Array.isArray(body)) throw invalid('Invalid JSON payload received.');
  for (const name of Object.keys(body)) {
    if (!known.includes(name)) throw invalid(`Invalid JSON payload received. Unknown name "${name}": Cannot find field.`);
  }
  return body as Record<string, unknown>;
}

/** A field that holds several strings. */
export function listOf(value: unknown): string[] {
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}

export function textOf(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value);
}

/** One page of a list: 100 unless asked, 500 at most, as in messages.list, threads.list and history.list. */
export function listPage<T>(all: readonly T[], query: { maxResults?: number; pageToken?: string }): { page: T[]; rest: { nextPageToken?: string } } {
  const { items, ...rest } = pageOf(all, Math.max(1, Math.min(500, query.maxResults ?? 100)), query.pageToken);
  return { page: items, rest };
}

/** The parameters of the lists of messages, threads and drafts. */
export const LIST_PARAMETERS = { maxResults: 'integer', pageToken: 'string', q: 'string', labelIds: 'strings', includeSpamTrash: 'boolean' } as const;
export const FORMAT_PARAMETERS = { format: 'string', metadataHeaders: 'strings' } as const;

/** Whether the caller may read what messages say, and not only their headers. */
export function readsContent({ scopes }: Caller): boolean {
  return scopes.includes('*') || [FULL, MODIFY, READONLY].some((scope) => scopes.includes(scope));
}
