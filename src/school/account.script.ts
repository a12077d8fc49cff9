import { Refusal } from './refusal.ts';
import type { SchoolDraft } from './school.ts';

/** The account that signed in, as Google says; '' when Google does not say (another domain, or nobody). */
export function visitor(): string {
  return Session.getActiveUser().getEmail().toLowerCase();
}

/** The account whose rights this run has. */
export function runsAs(): string {
  return Session.getEffectiveUser().getEmail().toLowerCase();
}

/** Google's consent dialog, for all scopes of the manifest at once. It shows in the script editor alone. */
export function askForEveryRight(): void {
  ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL);
}

/** Whether Google has been allowed everything that the manifest lists: a person can untick single rights in its dialog. */
export function everyRightIsGiven(): boolean {
  return ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus() === ScriptApp.AuthorizationStatus.NOT_REQUIRED;
}

/** Whether something failed because a right is missing (docs: Apps Script troubleshooting, "Authorization is required"). */
export function isMissingRight(error: unknown): boolean {
  return /authorization is required|do not have permission to call|permissions are not sufficient|insufficient authentication scopes/i.test(
    String((error as Error).message ?? error),
  );
}

/** Every run begins with this: a copy of the script that runs as somebody else must do nothing. */
export function checkRunsAs(school: Pick<SchoolDraft, 'roleAccount'>): void {
  const account = runsAs();
  if (account !== school.roleAccount)
    throw new Refusal(
      'wrong-account',
      `Handrail runs as ${account}, but it belongs to ${school.roleAccount ?? 'an account that has not been set yet'}. It must be deployed by that account alone.`,
    );
}
