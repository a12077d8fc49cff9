import { ApiError } from '../workspace/errors.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What clasp asks for when it signs in. */
export const CLASP_SCOPES = [
  ...['script.deployments', 'script.projects', 'script.webapp.deploy', 'drive.metadata.readonly', 'drive.file', 'service.management', 'logging.read'],
  ...['userinfo.email', 'userinfo.profile', 'cloud-platform'],
].map((scope) => `https://www.googleapis.com/auth/${scope}`);

const LIFETIME_SECONDS = 3599;

/** An access token of the local school, as the REST face takes it. */
export function accessToken(email: string, scopes: readonly string[]): string {
  return `local:${email}:${scopes.join(',')}`;
}

/** A refresh token: what a client keeps to get access tokens with. */
export function refreshToken(email: string, scopes: readonly string[] = CLASP_SCOPES): string {
  return `refresh-${accessToken(email, scopes)}`;
}

/** Google's `/token` for `grant_type=refresh_token`. */
export function exchange(workspace: Workspace, form: URLSearchParams): { status: number; body: Record<string, unknown> } {
  if (form.get('grant_type') !== 'refresh_token') return { status: 400, body: { error: 'unsupported_grant_type', error_description: 'Invalid grant_type' } };
  const [, email = '', scopes = ''] = /^refresh-local:([^:]+):(.*)$/.exec(form.get('refresh_token') ?? '') ?? [];
  if (!hasAccount(workspace, email)) return { status: 400, body: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' } };
  const granted = scopes.split(',');
  return {
    status: 200,
    body: { access_token: accessToken(email, granted), expires_in: LIFETIME_SECONDS, scope: granted.join(' '), token_type: 'Bearer' },
  };
}

/** `oauth2.userinfo.get`: who the token stands for. */
export function userInfo(workspace: Workspace, authorization: string): Record<string, unknown> {
  const { email } = tokenIn(workspace, authorization);
  const person = workspace.people.find(email);
  return {
    id: Buffer.from(email).toString('hex').slice(0, 21),
    email,
    verified_email: true,
    name: `${person?.givenName ?? ''} ${person?.familyName ?? ''}`.trim(),
    hd: email.split('@')[1],
  };
}

/** `tokeninfo`: who, and what the token may do. */
export function tokenInfo(workspace: Workspace, token: string): Record<string, unknown> {
  const { email, scopes } = tokenIn(workspace, `Bearer ${token}`);
  return { email, email_verified: 'true', scope: scopes.join(' '), expires_in: String(LIFETIME_SECONDS), access_type: 'offline' };
}

function tokenIn(workspace: Workspace, authorization: string): { email: string; scopes: string[] } {
  const [, email = '', scopes = ''] = /^Bearer local:([^:]+):(.*)$/i.exec(authorization) ?? [];
  if (!hasAccount(workspace, email)) throw new ApiError(401, 'Invalid Credentials', 'UNAUTHENTICATED', 'authError');
  return { email: email.toLowerCase(), scopes: scopes.split(',').filter(Boolean) };
}

function hasAccount(workspace: Workspace, email: string): boolean {
  const person = workspace.people.find(email);
  return person?.hasAccount === true && !person.suspended;
}
