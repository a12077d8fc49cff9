import { requireAccount } from './account.ts';
import { readSettings, requireScriptId } from './settings.ts';
import { type Deployed, deployWebApp, type WebAppOptions } from './web-app.ts';

/** What every command to deploy is given. */
export interface DeployOptions extends Omit<WebAppOptions, 'account' | 'build'> {
  /** Leaves the built scripts where the project files say. */
  build(known: { officeAddress: string; mailbox?: string; classroomAddress?: string }): Promise<void>;
}

/**
 * Deploys the office.
 * @returns where it now is, or null after a dry run
 * @throws DeployRefusal
 */
export async function deployOffice(options: DeployOptions): Promise<Deployed | null> {
  const settings = readSettings(options.projectFile);
  requireScriptId(options.projectFile, settings);
  const account = await requireAccount(options.project, options.projectFile, settings);
  return deployWebApp({ ...options, account, build: (officeAddress) => options.build({ officeAddress }) });
}
