import { requireAccount } from './account.ts';
import type { DeployOptions } from './office.ts';
import { DeployRefusal, EXIT } from './refusal.ts';
import { builtFolder, readSettings, requireScriptId } from './settings.ts';
import { addressOf } from './web-app.ts';

/** What only a person can do, in the consoles of Google. */
const BY_HAND = `
Google lets only a person do the rest. As an administrator of the school:

To try it yourself
  1. Open the sidebar's project at script.google.com, Deploy, Test deployments, Install.
  2. console.cloud.google.com: make a project (once), note its project number. In it: APIs & Services, Library, enable the Google Meet
     REST API and the Google Calendar API; OAuth consent screen, user type Internal.
  3. In the script's Project Settings: change the Google Cloud project to that number.
  4. Open Google Calendar on a computer and choose Handrail in the side panel. (Calendar add-ons do not run on phones.) Open an event of
     your own with a Meet: the card says how the Meet is set. If it says that the Meet API is not switched on, see 2.
  5. Open a message in Gmail, on a computer or in its app on a phone, and choose Handrail: "Report this message".

To give it to staff
  6. In the script: Deploy, New deployment, type Add-on. Copy the deployment id.
  7. In the Cloud project: enable the Google Workspace Marketplace SDK; App Configuration: visibility Private,
     Google Workspace add-on, the deployment id from 6; fill in the store listing and publish.
  8. admin.google.com, Apps, Google Workspace Marketplace apps: install Handrail for the staff's organisational unit.
  After each later push: Deploy, Manage deployments, edit the deployment, New version.
`;

/**
 * Builds the sidebar with the office's address and the safeguarding mailbox in it and pushes it. Its deployments are made by hand.
 * @param options.officeFile the office's project file: where its account and address stand
 * @throws DeployRefusal
 */
export async function deploySidebar(options: DeployOptions & { officeFile: string }): Promise<void> {
  const { project, projectFile, say } = options;
  const settings = readSettings(projectFile);
  requireScriptId(projectFile, settings);
  const office = readSettings(options.officeFile);
  if (office.deploymentId === '') {
    throw new DeployRefusal(EXIT.notReady, 'The office is not deployed yet, and the sidebar leads to it.', 'Run `npm run deploy` first.');
  }
  const account = await requireAccount(project, options.officeFile, office);
  await options.build({ officeAddress: addressOf(account, office.deploymentId), mailbox: account });
  builtFolder(projectFile, settings);
  if (options.dryRun) say(`Would push the sidebar to the script ${settings.scriptId}.`);
  else {
    const pushed = await project.push();
    say(pushed.length === 0 ? 'The newest sidebar is there already.' : `Pushed ${pushed.length} files of the sidebar.`);
  }
  say(BY_HAND.trim());
}
