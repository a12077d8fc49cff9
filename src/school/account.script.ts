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

/** Every run begins with this: a copy of the script that runs as somebody else must do nothing. */
export function checkRunsAs(school: Pick<SchoolDraft, 'roleAccount'>): void {
  const account = runsAs();
  if (account !== school.roleAccount)
    throw new Refusal(
      'wrong-account',
      `Handrail runs as ${account}, but it belongs to ${school.roleAccount ?? 'an account that has not been set yet'}. It must be deployed by that account alone.`,
    );
}
