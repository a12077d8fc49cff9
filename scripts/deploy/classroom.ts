import { requireAccount } from './account.ts';
import type { DeployOptions } from './office.ts';
import { DeployRefusal, EXIT } from './refusal.ts';
import { readSettings, requireScriptId } from './settings.ts';
import { addressOf, type Deployed, deployWebApp } from './web-app.ts';

/** What only a person can do, in the consoles of Google. */
const byHand = (classroom: string, office: string) => `
Google lets only a person do the rest. As an administrator of the school:

  1. console.cloud.google.com: make a Cloud project for this script alone (its listing cannot be shared with the sidebar's); note its number.
  2. In the script's Project Settings: change the Google Cloud project to that number.
  3. In the Cloud project: OAuth consent screen, user type Internal; enable the Google Classroom API and the Google Workspace Marketplace SDK.
  4. Marketplace SDK, App Configuration: visibility Private, Admin Only Install; App Integrations: Classroom add-on.
     Attachment Setup URI:
       ${classroom}
     Allowed Attachment URI Prefixes, both:
       ${classroom}
       ${office}
     OAuth scopes: those of src/classroom.appsscript.json.
  5. Fill in the store listing and publish.
  6. admin.google.com, Apps, Google Workspace Marketplace apps: install it for the organisational unit of the teachers, and for nobody else.
     They need a Teaching and Learning or Education Plus licence: the others post the rules from the sidebar, or share their link.
  7. As a teacher: classroom.google.com, a new announcement, Add-ons, Handrail. Then open the attachment as a pupil of the class.
`;

/**
 * Deploys the Classroom add-on's own web app, which knows the office's address and its own.
 * @param options.officeFile the office's project file: where its account and address stand
 * @returns where it now is, or null after a dry run
 * @throws DeployRefusal
 */
export async function deployClassroom(options: DeployOptions & { officeFile: string }): Promise<Deployed | null> {
  requireScriptId(options.projectFile, readSettings(options.projectFile));
  const office = readSettings(options.officeFile);
  if (office.deploymentId === '') {
    throw new DeployRefusal(EXIT.notReady, 'The office is not deployed yet, and pupils see one of its pages.', 'Run `npm run deploy` first.');
  }
  const account = await requireAccount(options.project, options.officeFile, office);
  const officeAddress = addressOf(account, office.deploymentId);
  const deployed = await deployWebApp({ ...options, account, build: (classroomAddress) => options.build({ officeAddress, classroomAddress }) });
  options.say(byHand(deployed?.address ?? '(the address that this command prints when it is not a dry run)', officeAddress).trim());
  return deployed;
}
