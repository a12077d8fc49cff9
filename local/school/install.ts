import { readdirSync, readFileSync } from 'node:fs';
import { join, parse, resolve } from 'node:path';
import { authorize } from '../apps-script/authorization.ts';
import { execute } from '../apps-script/engine.ts';
import { moveClock } from '../apps-script/triggers.ts';
import { callServer } from '../apps-script/web-app.ts';
import { installClassroomAddOn } from '../workspace/classroom.ts';
import type { ScriptFileData } from '../workspace/data.ts';
import { webAppAddress } from '../workspace/drive/addresses.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { roll } from './roll.ts';
import { people } from './staff.ts';

const DIST = resolve(import.meta.dirname, '../../dist');
const BEAT_MS = 5 * 60_000;
/** Of Quillhaven's designated safeguarding lead: a number that is nobody's. */
export const DSL_TELEPHONE = '01632 960 123';

/** Quillhaven's holidays and INSET days, as its office types them. */
const CLOSURES = [
  '01/09/2026 INSET day',
  '26/10/2026 to 30/10/2026 Autumn half term',
  '21/12/2026 to 01/01/2027 Christmas holiday',
  '04/01/2027 INSET day',
  '15/02/2027 to 19/02/2027 Spring half term',
  '29/03/2027 to 09/04/2027 Easter holiday',
  '31/05/2027 to 04/06/2027 Summer half term',
  '22/07/2027 to 31/08/2027 Summer holiday',
].join('\n');

/** What the technician's work left behind. */
export interface Installed {
  officeId: string;
  deploymentId: string;
  /** The web app's address, as Google would print it. */
  address: string;
}

/**
 * Walks the going-live steps of docs/going-live.md with the built scripts: push and deploy as the role account, `start` in the
 * editor, then the set-up page: settings, roll, everything made.
 * @param office the built office; what `npm run build` left when it is not given
 * @throws Error with the page's own words when a step is refused
 */
export function installHandrail(workspace: Workspace, office = builtFiles('office')): Installed {
  const installed = deployHandrail(workspace, office);
  setUpHandrail(workspace, installed);
  return installed;
}

/** The technician's work: the built office is pushed and deployed as the role account. */
export function deployHandrail(workspace: Workspace, office = builtFiles('office')): Installed {
  const officeId = push(workspace, 'Handrail office', office);
  const { versionNumber } = workspace.scripts.createVersion(people.office, officeId, 'First');
  const deployment = workspace.scripts.deploy(people.office, officeId, versionNumber, 'Handrail');
  return { officeId, deploymentId: deployment.deploymentId, address: webAppAddress(workspace.data.domain, deployment) };
}

/** The role account runs `start` in the script editor and gives the rights it asks for. */
export function startHandrail(workspace: Workspace, { officeId }: Installed): void {
  authorize(workspace, officeId, people.office);
  const started = execute(workspace, { scriptId: officeId, kind: 'editor', active: people.office, effective: people.office, fn: 'start' });
  if (!started.ok) throw new Error(`start: ${started.error?.message}`);
}

/** What a person does once the office is deployed: `start` in the editor, then the three parts of the set-up page. */
export function setUpHandrail(workspace: Workspace, installed: Installed): void {
  startHandrail(workspace, installed);
  const page = (fn: string, input: unknown) => askPage(workspace, installed.deploymentId, fn, input);
  page('saveSettings', {
    name: 'Quillhaven Primary',
    address: installed.address,
    dslTelephone: DSL_TELEPHONE,
    head: people.head,
    dsl: people.dsl,
    deputies: [people.deputy, people.senco].join('\n'),
    chair: people.chair,
    approvers: [people.networkManager, people.businessManager].join('\n'),
    technicians: people.technician,
    office: people.officeManager,
    clerk: people.clerk,
    coordinator: people.computingLead,
    dataLead: people.businessManager,
    slt: people.secondDeputy,
    witness: people.witness,
    nation: 'england and wales',
    closures: CLOSURES,
  });
  page('importRoll', { csv: roll(workspace) });
  const { steps } = page('readSetUp', {}) as { steps: { id: string }[] };
  for (const { id } of steps) page('makeStep', { id });
  // The first beat, so that nobody is told that the heart has stopped.
  moveClock(workspace, workspace.clock.now() + BEAT_MS);
}

/** Installs a sidebar for the whole domain. It is built with the office's address: that is where its links lead. */
export function installSidebar(workspace: Workspace, sidebar: ScriptFileData[]): string {
  return push(workspace, 'Handrail', sidebar);
}

/** The Classroom add-on as a listing of its own installs it. */
export interface InstalledAddOn {
  scriptId: string;
  deploymentId: string;
  /** The address of its pages: it is built with it, and its listing names it. */
  address: string;
}

/** The first of the add-on's two deployments: it has no address before. */
export function deployClassroom(workspace: Workspace, files: ScriptFileData[]): InstalledAddOn {
  const scriptId = push(workspace, 'Handrail in Classroom', files);
  const { versionNumber } = workspace.scripts.createVersion(people.office, scriptId, 'First');
  const deployment = workspace.scripts.deploy(people.office, scriptId, versionNumber, 'Handrail in Classroom');
  return { scriptId, deploymentId: deployment.deploymentId, address: webAppAddress(workspace.data.domain, deployment) };
}

/**
 * The second one, with the files that know the address, and the listing that an administrator installs for staff.
 * @param office the office's address: pupils see a page of it
 */
export function installClassroom(workspace: Workspace, addOn: InstalledAddOn, files: ScriptFileData[], office: string): void {
  const { scriptId, deploymentId, address } = addOn;
  workspace.scripts.setContent(people.office, scriptId, files);
  const { versionNumber } = workspace.scripts.createVersion(people.office, scriptId, 'Second');
  workspace.scripts.redeploy(people.office, scriptId, deploymentId, versionNumber, 'Handrail in Classroom');
  installClassroomAddOn(workspace, {
    app: scriptId,
    name: 'Handrail',
    attachmentSetupUri: address,
    allowedUriPrefixes: [address, office],
    installedFor: ['/Staff'],
  });
}

/** Puts a built script into a project of the role account, as clasp does. */
export function push(workspace: Workspace, title: string, files: ScriptFileData[]): string {
  const { id } = workspace.scripts.create(people.office, title);
  workspace.scripts.setContent(people.office, id, files);
  return id;
}

/** What `npm run build` left, as Apps Script keeps it. */
export function builtFiles(folder: 'office' | 'sidebar' | 'classroom'): ScriptFileData[] {
  const names = readdirSync(join(DIST, folder)).filter((name) => !name.startsWith('.'));
  return scriptFiles(names.map((name) => ({ name, text: readFileSync(join(DIST, folder, name), 'utf8') })));
}

/** Files on a disk as Apps Script keeps them: without their endings. */
export function scriptFiles(files: readonly { name: string; text: string }[]): ScriptFileData[] {
  return files.map((file) => {
    const { name, ext } = parse(file.name);
    return { name, type: ext === '.js' ? 'SERVER_JS' : ext === '.html' ? 'HTML' : 'JSON', source: file.text };
  });
}

function askPage(workspace: Workspace, deploymentId: string, fn: string, input: unknown): unknown {
  const answer = callServer(workspace, { deploymentId, visitor: people.office, fn, args: [input] });
  if (!answer.ok) throw new Error(`${fn}: ${answer.message}`);
  const { ok, value, message } = answer.value as { ok: boolean; value?: unknown; message?: string };
  if (!ok) throw new Error(`${fn} ${JSON.stringify(input).slice(0, 60)}: ${message} ${answer.result.log.join('\n')}`);
  return value;
}
