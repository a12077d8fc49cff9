import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { execute } from '../../local/apps-script/engine.ts';
import { refreshToken } from '../../local/rest/identity.ts';
import type { ScriptData } from '../../local/workspace/data.ts';
import type { Workspace } from '../../local/workspace/workspace.ts';
import { Clasp } from '../../scripts/deploy/clasp.ts';
import { deployClassroom } from '../../scripts/deploy/classroom.ts';
import { type DeployOptions, deployOffice } from '../../scripts/deploy/office.ts';
import type { ScriptProject } from '../../scripts/deploy/project.ts';
import { DeployRefusal } from '../../scripts/deploy/refusal.ts';
import { deploySidebar } from '../../scripts/deploy/sidebar.ts';
import type { Deployed } from '../../scripts/deploy/web-app.ts';
import { type LocalGoogle, serveGoogle } from '../support/google.ts';
import { anEmptyWorkspace, OFFICE, TEACHER } from '../support/script.ts';

/** A run of clasp takes seconds. Whole deployments with it are in deploy-school.test.ts. */
const CLASP_TIMEOUT_MS = 180_000;
const MANIFEST = { timeZone: 'Europe/London', runtimeVersion: 'V8', webapp: { executeAs: 'USER_DEPLOYING', access: 'DOMAIN' } };
let workspace: Workspace;
let google: LocalGoogle;
let folder: string;
let script: ScriptData;
let said: string[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'handrail-deploy-'));
});
afterAll(async () => {
  await google.close();
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  await google?.close();
  workspace = anEmptyWorkspace();
  google = await serveGoogle(workspace);
  for (const email of [OFFICE, TEACHER]) Object.assign(workspace.people.find(email) ?? {}, { appsScriptApi: true });
  script = workspace.scripts.create(OFFICE, 'Handrail office');
  said = [];
  logIn(OFFICE);
  settings({ scriptId: script.id, account: OFFICE });
});

/** What `npx clasp login` leaves behind. */
function logIn(email: string): void {
  const credentials = { type: 'authorized_user', client_id: 'id', client_secret: 'secret', refresh_token: refreshToken(email) };
  writeFileSync(join(folder, '.clasprc.json'), JSON.stringify({ tokens: { default: credentials } }));
}

function settings(values: Record<string, string>): void {
  writeFileSync(join(folder, '.clasp.json'), JSON.stringify({ rootDir: 'dist/office', scriptId: '', account: '', deploymentId: '', ...values }));
}

/** A build whose web app answers with `answer` and the address it was built with. */
function options(answer: string, more: Partial<DeployOptions> = {}): DeployOptions {
  return {
    project: inProcess(script.id),
    projectFile: join(folder, '.clasp.json'),
    dryRun: false,
    description: `says ${answer}`,
    build: async ({ officeAddress }) => {
      mkdirSync(join(folder, 'dist/office'), { recursive: true });
      writeFileSync(
        join(folder, 'dist/office/Code.js'),
        `function answer() { return ${JSON.stringify(answer)}; }\nfunction address() { return ${JSON.stringify(officeAddress)}; }\n`,
      );
      writeFileSync(join(folder, 'dist/office/report.html'), '<p>Report</p>');
      writeFileSync(join(folder, 'dist/office/appsscript.json'), JSON.stringify(MANIFEST));
    },
    say: (line) => said.push(line),
    ...more,
  };
}

/** The installed clasp itself, talking to the local school over HTTP: it takes seconds, so only what it does itself is tried with it. */
function clasp(projectFile = join(folder, '.clasp.json'), url = google.url): ScriptProject {
  return new Clasp(projectFile, { ...process.env, HANDRAIL_GOOGLE: url, clasp_config_auth: join(folder, '.clasprc.json') });
}

/** The same project without clasp and HTTP between. */
function inProcess(scriptId: string, email = OFFICE): ScriptProject {
  const { scripts } = workspace;
  return {
    user: async () => ({ loggedIn: true, email }),
    versions: async () => scripts.get(email, scriptId).versions,
    deployments: async () => scripts.get(email, scriptId).deployments,
    push: async () => {
      const source = (name: string) => readFileSync(join(folder, 'dist/office', name), 'utf8');
      scripts.setContent(email, scriptId, [
        { name: 'Code', type: 'SERVER_JS', source: source('Code.js') },
        { name: 'appsscript', type: 'JSON', source: source('appsscript.json') },
      ]);
      return ['Code.js', 'appsscript.json'];
    },
    createVersion: async (description) => scripts.createVersion(email, scriptId, description),
    createDeployment: async (versionNumber, description) => scripts.deploy(email, scriptId, versionNumber, description),
    updateDeployment: async (deploymentId, versionNumber, description) => {
      scripts.redeploy(email, scriptId, deploymentId, versionNumber, description);
    },
  };
}

async function deploy(answer: string, more: Partial<DeployOptions> = {}): Promise<Deployed> {
  const deployed = await deployOffice(options(answer, more));
  if (!deployed) throw new Error('nothing was deployed');
  return deployed;
}

async function refusal(work: Promise<unknown>): Promise<DeployRefusal> {
  try {
    await work;
  } catch (error) {
    if (error instanceof DeployRefusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** What a visitor of the web app gets: the deployment's version runs, as whoever deployed it. */
function visit(deploymentId: string, fn: string): unknown {
  const deployment = script.deployments.find((each) => each.deploymentId === deploymentId);
  const result = execute(workspace, {
    scriptId: script.id,
    version: deployment?.versionNumber ?? -1,
    kind: 'web app',
    active: TEACHER,
    effective: deployment?.deployer ?? '',
    fn,
  });
  return result.ok ? result.value : result.error;
}

test('what was pushed is what then runs, and it knows its own address although it had none before it was deployed', async () => {
  const { deploymentId, address } = await deploy('first');
  expect(visit(deploymentId, 'answer')).toBe('first');
  expect(visit(deploymentId, 'address')).toBe(address);
  expect(address).toBe(`https://script.google.com/a/macros/quillhaven.example/s/${deploymentId}/exec`);
});

test('deploying again moves the one deployment and keeps its address', async () => {
  const first = await deploy('first');
  const second = await deploy('second');
  expect(second.address).toBe(first.address);
  expect(second.versionNumber).toBe(first.versionNumber + 1);
  expect(script.deployments.filter((each) => each.versionNumber !== undefined)).toHaveLength(1);
  expect(visit(first.deploymentId, 'answer')).toBe('second');
});

test('code that is pushed but not deployed does not reach visitors', async () => {
  const { deploymentId } = await deploy('old');
  workspace.scripts.setContent(OFFICE, script.id, [
    ...script.files.filter((file) => file.name !== 'Code'),
    { name: 'Code', type: 'SERVER_JS', source: "function answer() { return 'new'; }" },
  ]);
  expect(visit(deploymentId, 'answer')).toBe('old');
});

test('an id that was lost is found again: there is only ever one deployment', async () => {
  const { deploymentId } = await deploy('first');
  settings({ scriptId: script.id, account: OFFICE });
  expect((await deploy('second')).deploymentId).toBe(deploymentId);
  expect(JSON.parse(readFileSync(join(folder, '.clasp.json'), 'utf8'))).toMatchObject({ deploymentId, rootDir: 'dist/office' });
});

test('with several deployments and no id, a person must say which', async () => {
  await deploy('first');
  workspace.scripts.deploy(OFFICE, script.id, 1, 'by hand');
  settings({ scriptId: script.id, account: OFFICE });
  expect(await refusal(deploy('second'))).toMatchObject({ exitCode: 5, advice: expect.stringContaining('by hand') });
});

test('a deployment that is gone is not replaced by itself', async () => {
  const { deploymentId } = await deploy('first');
  workspace.scripts.undeploy(OFFICE, script.id, deploymentId);
  expect(await refusal(deploy('second'))).toMatchObject({ exitCode: 5, message: expect.stringContaining(deploymentId) });
});

test('a dry run changes nothing at Google', async () => {
  const before = structuredClone(workspace.data);
  expect(await deployOffice(options('tried', { dryRun: true }))).toBeNull();
  expect(workspace.data).toEqual(before);
  expect(said).toEqual([
    `Would push 3 files to the script ${script.id}: Code.js, appsscript.json, report.html`,
    'Would make version 1: says tried',
    'Would make the one deployment and write its id down.',
  ]);
});

// docs/apps-script/guides/versions.md
test('it warns from 150 versions on and stops at 200', async () => {
  for (let count = 0; count < 150; count += 1) workspace.scripts.createVersion(OFFICE, script.id, '');
  await deployOffice(options('late', { dryRun: true }));
  expect(said[0]).toContain('150 of at most 200 versions');
  for (let count = 150; count < 200; count += 1) workspace.scripts.createVersion(OFFICE, script.id, '');
  expect(await refusal(deploy('too late'))).toMatchObject({ exitCode: 5, message: expect.stringContaining('200 versions') });
  expect(script.files.map((file) => file.name)).toEqual(['appsscript']);
});

test('only the role account deploys, and it must be named', async () => {
  settings({ scriptId: script.id });
  expect(await refusal(deploy('x'))).toMatchObject({ exitCode: 3, advice: expect.stringContaining(`--account ${OFFICE}`) });
  settings({ scriptId: script.id, account: OFFICE });
  expect(await refusal(deploy('x', { project: inProcess(script.id, TEACHER) }))).toMatchObject({ exitCode: 3, message: expect.stringContaining(TEACHER) });
});

test('a project file without a script says where to find the id', async () => {
  settings({ account: OFFICE });
  expect(await refusal(deploy('x'))).toMatchObject({ exitCode: 3, advice: expect.stringContaining('Script ID') });
});

test(
  'what clasp says is turned into what to do',
  async () => {
    settings({ scriptId: 'not-a-script', account: OFFICE });
    expect(await refusal(clasp().versions())).toMatchObject({ exitCode: 3, advice: expect.stringContaining('scriptId') });

    settings({ scriptId: script.id, account: OFFICE });
    expect(await refusal(clasp(undefined, 'http://127.0.0.1:9').versions())).toMatchObject({ exitCode: 4 });

    Object.assign(workspace.people.find(OFFICE) ?? {}, { appsScriptApi: false });
    expect(await refusal(clasp().versions())).toMatchObject({ exitCode: 3, advice: expect.stringContaining('https://script.google.com/home/usersettings') });

    rmSync(join(folder, '.clasprc.json'));
    expect(await refusal(deploy('x', { project: clasp() }))).toMatchObject({ exitCode: 3, advice: expect.stringContaining('npx clasp login') });
  },
  CLASP_TIMEOUT_MS,
);

test(
  'code that Apps Script cannot read is refused by Google, and the web app stays as it was',
  async () => {
    const { deploymentId, versionNumber } = await deploy('good');
    await options('bad').build({ officeAddress: '' });
    writeFileSync(join(folder, 'dist/office/Code.js'), 'import x from "y";');
    expect(await refusal(clasp().push())).toMatchObject({ exitCode: 1, message: expect.stringContaining('Syntax error') });
    expect(script.versions).toHaveLength(versionNumber);
    expect(visit(deploymentId, 'answer')).toBe('good');
  },
  CLASP_TIMEOUT_MS,
);

test(
  'the sidebar is pushed to its own project with the address of the office in it, and the rest is left to a person',
  async () => {
    const sidebar = workspace.scripts.create(OFFICE, 'Handrail sidebar');
    const projectFile = join(folder, '.clasp-sidebar.json');
    writeFileSync(projectFile, JSON.stringify({ scriptId: sidebar.id, rootDir: 'dist/sidebar' }));
    const build = async ({ officeAddress }: { officeAddress: string }) => {
      mkdirSync(join(folder, 'dist/sidebar'), { recursive: true });
      writeFileSync(join(folder, 'dist/sidebar/Code.js'), `function calendarHomepage() { return ${JSON.stringify(officeAddress)}; }`);
      writeFileSync(join(folder, 'dist/sidebar/appsscript.json'), JSON.stringify({ timeZone: 'Europe/London', addOns: {} }));
    };
    const sidebarOptions = { ...options('', { build }), project: clasp(projectFile), projectFile, officeFile: join(folder, '.clasp.json') };
    expect(await refusal(deploySidebar(sidebarOptions))).toMatchObject({ exitCode: 3, advice: expect.stringContaining('npm run deploy') });

    const { address } = await deploy('office');
    await deploySidebar(sidebarOptions);
    expect(sidebar.files.find((file) => file.name === 'Code')?.source).toContain(address);
    expect(said.at(-1)).toContain('Google Workspace Marketplace SDK');
  },
  CLASP_TIMEOUT_MS,
);

test('the Classroom add-on is built with the office’s address and its own, which it keeps; what only a person can do is said with both', async () => {
  const [officeFile, projectFile] = [join(folder, '.clasp.json'), join(folder, '.clasp-classroom.json')];
  const addOn = workspace.scripts.create(OFFICE, 'Handrail in Classroom');
  writeFileSync(projectFile, JSON.stringify({ scriptId: addOn.id, rootDir: 'dist/office' }));
  const known: unknown[] = [];
  const usual = { ...options('add-on'), project: inProcess(addOn.id), projectFile, officeFile };
  const build: DeployOptions['build'] = async (addresses) => {
    known.push(addresses);
    await usual.build(addresses);
  };
  expect(await refusal(deployClassroom({ ...usual, build }))).toMatchObject({ exitCode: 3, message: expect.stringContaining('office is not deployed') });
  const { address: officeAddress } = await deploy('office');
  const first = await deployClassroom({ ...usual, build });
  const again = await deployClassroom({ ...usual, build });
  const classroomAddress = first?.address ?? '';
  const after = { officeAddress, classroomAddress };
  expect(known).toEqual([{ officeAddress, classroomAddress: '' }, after, after]);
  expect(again?.address).toBe(classroomAddress);
  expect(classroomAddress).not.toBe(officeAddress);
  for (const address of [classroomAddress, officeAddress]) expect(said.at(-1)).toContain(address);
});
