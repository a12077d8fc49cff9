const AUTH = 'https://www.googleapis.com/auth/';

/** What the sidebar may be allowed, each asked for by itself: everything else works without it. */
const RIGHTS = {
  calendar: ['calendar.events.owned.readonly'],
  meet: ['meetings.space.settings', 'script.external_request'],
  classroom: ['classroom.courses.readonly', 'classroom.courseworkmaterials'],
  attendance: ['meetings.space.readonly', 'script.external_request'],
} as const;
export type Right = keyof typeof RIGHTS;

/** `not offered`: this school's sidebar does not ask for it. `address` is where Google asks the person, when Google says it. */
export type Standing = { state: 'given' | 'not offered' } | { state: 'not given'; address: string };

/** Whether the person at the keyboard has allowed something (docs/apps-script/concepts/scopes.md, "Handle granular OAuth permissions"). */
export function rightTo(right: Right): Standing {
  try {
    const scopes = RIGHTS[right].map((name) => `${AUTH}${name}`);
    const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL, scopes);
    if (info.getAuthorizationStatus() === ScriptApp.AuthorizationStatus.NOT_REQUIRED) return { state: 'given' };
    return { state: 'not given', address: info.getAuthorizationUrl() ?? '' };
  } catch {
    // "Scopes that are […] not required by the script lead to an error." The others are in every sidebar's manifest: if Google cannot say, they are tried.
    return { state: right === 'attendance' ? 'not offered' : 'given' };
  }
}

/** The person's own token, for the Meet API. */
export function accessToken(): string {
  return ScriptApp.getOAuthToken();
}
