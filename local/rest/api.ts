import type { Workspace } from '../workspace/workspace.ts';

/** Who is asking, with which rights. */
export interface Caller {
  workspace: Workspace;
  /** The account whose rights count. */
  email: string;
  /** Scopes of the token or of the run. */
  scopes: readonly string[];
  /** The script project or OAuth client that asks: Drive keeps `appProperties` and the reach of `drive.file` by it. */
  app: string;
}

/** An answer that is bytes and not JSON: a download. An advanced service hands it to the script as a Blob. */
export class Media {
  constructor(
    readonly mimeType: string,
    readonly bytes: Buffer,
    readonly name: string | null = null,
  ) {}
}

export interface ApiRequest {
  /** Path parameters by name. */
  path: Record<string, string>;
  /** Query parameters by name, as the client sent them (an advanced service passes numbers, booleans and arrays as they are). */
  query: Record<string, unknown>;
  /** The JSON body, or undefined. */
  body: unknown;
  /** Uploaded bytes of a media upload. */
  media?: { mimeType: string; bytes: Buffer };
}

/**
 * One method of a Google API, described once and served twice: over HTTP (`rest/server.ts`) and as an advanced service
 * (`apps-script/advanced.ts`), which builds `Gmail.Users.Drafts.create(resource, userId)` from the id and the path.
 */
export interface ApiMethod {
  /** Google's own method id, for example `gmail.users.drafts.create`. */
  id: string;
  verb: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path on the API's host, `{name}` for a parameter: `/gmail/v1/users/{userId}/drafts`. */
  path: string;
  /** For a method of the Developer Preview Program: the version a request must name. Advanced services do not have it. */
  preview?: string;
  /** The one host of Google's that answers it, where scripts are known to mix hosts up; any of them when missing. */
  host?: string;
  /** Any one of these scopes is enough. */
  scopes: readonly string[];
  /** Whether a request body is expected: an advanced service then takes it as its first argument. */
  body?: boolean;
  /** Query parameters that must be given, in Google's order: an advanced service takes them after the path's parameters. */
  required?: readonly string[];
  /** Whether bytes may be uploaded: an advanced service takes a Blob, or null, before the optional parameters. */
  media?: boolean;
  /** Modelled milliseconds; 200 unless said. */
  ms?: number;
  /** @returns JSON data, undefined for an empty answer, or `Media`. @throws ApiError */
  call(caller: Caller, request: ApiRequest): unknown;
}
