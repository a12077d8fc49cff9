import { basename } from 'node:path';
import type { ScriptProject } from './project.ts';
import { DeployRefusal, EXIT } from './refusal.ts';
import type { ProjectSettings } from './settings.ts';

/**
 * Makes sure that the role account is the one at work: the web app runs as whoever deployed it last.
 * @returns the account
 * @throws DeployRefusal
 */
export async function requireAccount(project: ScriptProject, file: string, { account }: Pick<ProjectSettings, 'account'>): Promise<string> {
  const { loggedIn, email } = await project.user();
  if (!loggedIn) throw new DeployRefusal(EXIT.notReady, 'clasp is not logged in.', 'Log in as the role account: npx clasp login');
  if (!email) {
    throw new DeployRefusal(
      EXIT.offline,
      'Google did not say who is logged in.',
      'Either this computer is offline, or the login has run out. Check the connection, then: npx clasp login',
    );
  }
  if (account === '') {
    throw new DeployRefusal(
      EXIT.notReady,
      `No role account is named. clasp is logged in as ${email}.`,
      `If that is the role account: npm run deploy -- --account ${email}\nIf not: npx clasp logout, then npx clasp login as the role account.`,
    );
  }
  if (email.toLowerCase() !== account.toLowerCase()) {
    throw new DeployRefusal(
      EXIT.notReady,
      `clasp is logged in as ${email}, but ${basename(file)} names ${account} as the role account.`,
      'Only the role account deploys: the web app runs as whoever deployed it last. npx clasp logout, then npx clasp login as the role account.',
    );
  }
  return account.toLowerCase();
}
