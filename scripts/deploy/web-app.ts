import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import type { ScriptProject, Version } from './project.ts';
import { DeployRefusal, EXIT } from './refusal.ts';
import { builtFolder, type ProjectSettings, readSettings, writeSettings } from './settings.ts';

/** Apps Script keeps at most 200 versions of a project; they can only be deleted by hand. */
const VERSION_LIMIT = 200;
const VERSION_WARNING = 150;

/** A web app to deploy, and who does it. */
export interface WebAppOptions {
  project: ScriptProject;
  /** The clasp project file: what is known of the project is read from it and written down in it. */
  projectFile: string;
  /** The role account, who is at work. */
  account: string;
  /** Says what would be done and changes nothing. */
  dryRun: boolean;
  /** Stands beside the version in Apps Script. */
  description: string;
  /** Leaves the built script in the project file's `rootDir`. @param address the web app's own, '' before it has one */
  build(address: string): Promise<void>;
  /** Gets each line for the person. */
  say(line: string): void;
}

export interface Deployed {
  deploymentId: string;
  versionNumber: number;
  address: string;
}

/**
 * Builds a web app, pushes it and moves its one deployment to a new version. Its address never changes.
 * @returns where it now is, or null after a dry run
 * @throws DeployRefusal
 */
export async function deployWebApp(options: WebAppOptions): Promise<Deployed | null> {
  const { project, projectFile, account, say } = options;
  const settings = readSettings(projectFile);
  const versions = await project.versions();
  checkVersions(versions.length, say);
  const deploymentId = await chooseDeployment(project, projectFile, settings);

  if (options.dryRun) {
    await options.build(deploymentId === null ? '' : addressOf(account, deploymentId));
    const files = readdirSync(builtFolder(projectFile, settings)).sort();
    say(`Would push ${files.length} files to the script ${settings.scriptId}: ${files.join(', ')}`);
    say(`Would make version ${versions.length === 0 ? 1 : Math.max(...versions.map((each) => each.versionNumber)) + 1}: ${options.description}`);
    say(deploymentId === null ? 'Would make the one deployment and write its id down.' : `Would move the deployment ${deploymentId} to it.`);
    return null;
  }
  if (settings.deploymentId === '' && deploymentId !== null) {
    writeSettings(projectFile, { deploymentId });
    say(`The project's one deployment is ${deploymentId}: written down in ${basename(projectFile)}.`);
  }
  return release(options, settings, deploymentId ?? (await firstDeployment(options, settings)));
}

/** Push, version, deployment: in this order, so that a failure leaves the web app on its old version. */
async function release(options: WebAppOptions, settings: ProjectSettings, deploymentId: string): Promise<Deployed> {
  const address = addressOf(options.account, deploymentId);
  const { versionNumber } = await pushVersion(options, settings, address);
  await options.project.updateDeployment(deploymentId, versionNumber, options.description);
  options.say(`The web app is version ${versionNumber}: ${address}`);
  return { deploymentId, versionNumber, address };
}

async function pushVersion(options: WebAppOptions, settings: ProjectSettings, address: string): Promise<Version> {
  await options.build(address);
  builtFolder(options.projectFile, settings);
  const pushed = await options.project.push();
  options.say(pushed.length === 0 ? 'The newest code is there already.' : `Pushed ${pushed.length} files.`);
  return options.project.createVersion(options.description);
}

/** The web app must know its own address, and has none before it is first deployed: so the first time it is deployed twice. */
async function firstDeployment(options: WebAppOptions, settings: ProjectSettings): Promise<string> {
  const { versionNumber } = await pushVersion(options, settings, '');
  const { deploymentId } = await options.project.createDeployment(versionNumber, options.description);
  writeSettings(options.projectFile, { deploymentId });
  options.say(`Made the deployment ${deploymentId} and wrote it down in ${basename(options.projectFile)}: commit that file.`);
  return deploymentId;
}

/** The deployment to move, or null when there is none yet. A second one would be a second web app at another address. */
async function chooseDeployment(project: ScriptProject, file: string, { deploymentId }: ProjectSettings): Promise<string | null> {
  const versioned = (await project.deployments()).filter((each) => each.versionNumber !== undefined);
  if (deploymentId !== '') {
    if (versioned.some((each) => each.deploymentId === deploymentId)) return deploymentId;
    throw new DeployRefusal(
      EXIT.refused,
      `The deployment ${deploymentId} in ${basename(file)} is not in the project.`,
      `Check "deploymentId". The project has: ${versioned.map((each) => each.deploymentId).join(', ') || 'none'}. To start with a new address, make "deploymentId" empty; every link in old mails then leads nowhere.`,
    );
  }
  if (versioned.length > 1) {
    throw new DeployRefusal(
      EXIT.refused,
      `The project has ${versioned.length} deployments, and ${basename(file)} does not say which is meant.`,
      `Put the right one in as "deploymentId":\n${versioned.map((each) => `  ${each.deploymentId} @${each.versionNumber} ${each.description ?? ''}`).join('\n')}`,
    );
  }
  return versioned[0]?.deploymentId ?? null;
}

function checkVersions(count: number, say: (line: string) => void): void {
  const advice = 'Delete old ones as the role account: script.google.com, the project, Project History, the three dots beside a version.';
  if (count >= VERSION_LIMIT) throw new DeployRefusal(EXIT.refused, `The project has ${count} versions; Apps Script keeps ${VERSION_LIMIT}.`, advice);
  if (count >= VERSION_WARNING) say(`Careful: the project has ${count} of at most ${VERSION_LIMIT} versions. ${advice}`);
}

/** A Workspace domain's own form of the address, which asks for an account of the domain. */
export function addressOf(account: string, deploymentId: string): string {
  return `https://script.google.com/a/macros/${account.split('@')[1]}/s/${deploymentId}/exec`;
}
