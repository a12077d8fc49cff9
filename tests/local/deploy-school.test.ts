import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openAddOn } from '../../local/apps-script/addon.ts';
import { authorize } from '../../local/apps-script/authorization.ts';
import { execute } from '../../local/apps-script/engine.ts';
import { refreshToken } from '../../local/rest/identity.ts';
import { setUpHandrail } from '../../local/school/install.ts';
import { people, quillhaven } from '../../local/school/quillhaven.ts';
import type { ScriptData, ScriptFileData } from '../../local/workspace/data.ts';
import type { Workspace } from '../../local/workspace/workspace.ts';
import { USUAL_WANTS, wantsText } from '../../src/lessons/sidebar-wants.ts';
import { ACCOUNT } from '../support/concerns.ts';
import { type LocalGoogle, serveGoogle } from '../support/google.ts';
import { SchoolUnderTest } from '../support/school.ts';
import { MONDAY } from '../support/script.ts';

// The whole of docs/going-live.md, in order, with `npm run deploy` itself, the built office and the installed clasp. Each test goes on
// from where the one before it stopped: a school is set up once.

/** A deployment is six runs of clasp, the first one nine; each takes a second or more. */
const DEPLOY_TIMEOUT_MS = 180_000;
const TOP = join(import.meta.dirname, '../..');
const SCOPES = (JSON.parse(readFileSync(join(TOP, 'appsscript.json'), 'utf8')) as { oauthScopes: string[] }).oauthScopes;

let workspace: Workspace;
let google: LocalGoogle | undefined;
let office: ScriptData;
let sidebar: ScriptData;
let school: SchoolUnderTest;
/** A copy of the project, so that its settings and its built scripts can change without touching those of the repository. */
let project: string;

beforeAll(async () => {
  workspace = quillhaven(MONDAY);
  office = workspace.scripts.create(people.office, 'Handrail office');
  sidebar = workspace.scripts.create(people.office, 'Handrail');
  google = await serveGoogle(workspace, '/google');
  project = mkdtempSync(join(tmpdir(), 'handrail-project-'));
  for (const part of ['src', 'scripts', 'extension', 'appsscript.json', 'package.json', 'tsconfig.json', '.clasp.json', '.clasp-sidebar.json'])
    cpSync(join(TOP, part), join(project, part), { recursive: true });
  for (const part of ['node_modules', 'local']) symlinkSync(join(TOP, part), join(project, part));
});
afterAll(async () => {
  await google?.close();
  rmSync(project, { recursive: true });
});

/** Runs one of the project's commands with the local school for Google. */
function run(script: string, args: string[] = [], env: Record<string, string> = {}): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
      cwd: project,
      env: { ...process.env, HANDRAIL_GOOGLE: google?.url ?? '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('close', (code) => done({ code, out, err }));
  });
}

async function deploy(): Promise<string> {
  const { code, out, err } = await run('scripts/deploy.ts');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
}

function versioned(): ScriptData['deployments'] {
  return office.deployments.filter((each) => each.versionNumber !== undefined);
}

/** Whether triggers and the web app run the same code. */
function halvesAgree(): boolean {
  const [deployment] = versioned();
  const version = office.versions.find((each) => each.versionNumber === deployment?.versionNumber);
  return JSON.stringify(version?.files) === JSON.stringify(office.files);
}

/** What a page warns of, '' when nothing. */
function banner(): string {
  const answer = school.as(people.teacher).call('home');
  return answer.ok ? answer.visit.banner : answer.message;
}

function lastBeat(): string {
  return (JSON.parse(office.properties.script['heart'] ?? '{}') as { at?: string }).at ?? '';
}

/** Another version of the source, as `git pull` or `git checkout` brings it. */
function changeSource(from: string, to: string): void {
  const file = join(project, 'src/set-up.ts');
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
}

/** Builds the copy and makes that the newest code, as the first half of a deployment does. */
async function buildAndPush(): Promise<void> {
  expect(await run('scripts/build.ts')).toMatchObject({ code: 0 });
  workspace.scripts.setContent(people.office, office.id, builtOffice());
}

/** The built office in the copy. */
function builtOffice(): ScriptFileData[] {
  const folder = join(project, 'dist/office');
  return readdirSync(folder).map((file) => {
    const { name, ext } = parse(file);
    return { name, type: ext === '.js' ? 'SERVER_JS' : ext === '.html' ? 'HTML' : 'JSON', source: readFileSync(join(folder, file), 'utf8') };
  });
}

test(
  'the first deployment pushes the built office, makes the one deployment, and leaves the real project files alone',
  async () => {
    const out = await deploy();
    expect(office.files.map((file) => file.name).sort()).toEqual(
      builtOffice()
        .map((file) => file.name)
        .sort(),
    );
    const [deployment, another] = versioned();
    expect(another).toBeUndefined();
    const address = `https://script.google.com/a/macros/quillhaven.example/s/${deployment?.deploymentId}/exec`;
    expect(out).toContain(address);
    expect(halvesAgree()).toBe(true);
    for (const file of ['.clasp.json', '.clasp-sidebar.json']) expect(readFileSync(join(project, file))).toEqual(readFileSync(join(TOP, file)));
    school = new SchoolUnderTest(workspace, { officeId: office.id, deploymentId: deployment?.deploymentId ?? '', address });
  },
  DEPLOY_TIMEOUT_MS,
);

// docs/apps-script/concepts/scopes.md, "Granular permissions"
test('nothing begins before the role account has granted every right in the editor', () => {
  expect(school.as(people.office).call('readSetUp')).toMatchObject({ ok: false });
  authorize(workspace, office.id, people.office, SCOPES.slice(1));
  const started = execute(workspace, { scriptId: office.id, kind: 'editor', active: people.office, effective: people.office, fn: 'start' });
  expect(started).toMatchObject({ ok: false });
  expect(office.properties.script).toEqual({});
});

test('the set-up page offers the address it was deployed at, and everything that it makes is then in place', () => {
  const { officeId } = school.handrail;
  authorize(workspace, officeId, people.office);
  execute(workspace, { scriptId: officeId, kind: 'editor', active: people.office, effective: people.office, fn: 'start' });
  expect(school.as(people.office).get('readSetUp')).toMatchObject({ school: { address: school.handrail.address }, steps: [] });
  setUpHandrail(workspace, school.handrail);
  const { steps } = school.as(people.office).get<{ steps: { id: string; state: string }[] }>('readSetUp');
  expect(steps.filter((step) => step.state !== 'there')).toEqual([]);
  expect(steps.length).toBeGreaterThan(5);
  expect(banner()).toBe('');
});

test('a concern that is raised through the deployment stands on the desk', () => {
  const raised = school.as(people.teacher).get<{ reference: string }>('raiseConcern', {
    key: 'press-0001-of-the-button',
    story: 'Somebody sent unkind messages after school.',
    ...ACCOUNT,
    toldDslInPerson: false,
    people: [{ email: people.pupil, name: '', role: 'affected' }],
  });
  expect(school.desk('dsl').map(([reference]) => reference)).toEqual([raised.reference]);
});

test('code that is pushed and not deployed stops the heartbeat, and pages say so', async () => {
  const beaten = lastBeat();
  changeSource('Handrail belongs to', 'From now on Handrail belongs to');
  await buildAndPush();
  expect(halvesAgree()).toBe(false);
  school.pass(10);
  expect(lastBeat()).toBe(beaten);
  expect(school.beat().log.join('\n')).toContain('no beat');
  expect(banner()).toContain('its two halves run different versions');
});

test(
  'deploying again moves the same deployment, and the first visit lets the heart beat again',
  async () => {
    const [before] = structuredClone(versioned());
    const beaten = lastBeat();
    expect(await deploy()).toContain(school.handrail.address);
    expect(versioned()).toEqual([expect.objectContaining({ deploymentId: before?.deploymentId, versionNumber: (before?.versionNumber ?? 0) + 1 })]);
    expect(halvesAgree()).toBe(true);
    banner();
    school.pass(10);
    expect(lastBeat() > beaten).toBe(true);
    expect(banner()).toBe('');
  },
  DEPLOY_TIMEOUT_MS,
);

test('going back is deploying the old source: both halves run it, and nothing that was recorded is lost', async () => {
  const { officeId, deploymentId } = school.handrail;
  changeSource('From now on Handrail belongs to', 'Handrail belongs to');
  await buildAndPush();
  const { versionNumber } = workspace.scripts.createVersion(people.office, officeId, 'as it was');
  workspace.scripts.redeploy(people.office, officeId, deploymentId, versionNumber, 'as it was');
  expect(halvesAgree()).toBe(true);
  banner();
  school.pass(10);
  expect(banner()).toBe('');
  expect(school.desk('dsl')).toHaveLength(1);
  expect(school.history()).toBe('unbroken');
});

test(
  'another account is refused before anything is changed',
  async () => {
    const login = join(project, 'login.json');
    const credentials = { type: 'authorized_user', client_id: 'id', client_secret: 'secret', refresh_token: refreshToken(people.technician) };
    writeFileSync(login, JSON.stringify({ tokens: { default: credentials } }));
    const before = structuredClone(office);
    const { code, err } = await run('scripts/deploy.ts', [], { clasp_config_auth: login });
    expect(code).toBe(3);
    expect(err).toContain(`clasp is logged in as ${people.technician}, but .clasp-local.json names ${people.office}`);
    expect(office).toEqual(before);
  },
  DEPLOY_TIMEOUT_MS,
);

test(
  'deployed with the directory, the office asks for the right to read it, and says so until it has it; what it was deployed with is written down',
  async () => {
    const stray = await run('scripts/deploy.ts', ['--with', 'payroll']);
    expect(stray).toMatchObject({ code: 2, err: expect.stringContaining('nothing called "payroll" to deploy with: directory, classroom') });
    expect(await run('scripts/deploy.ts', ['--with', 'directory'])).toMatchObject({ code: 0 });
    const manifest = office.files.find((file) => file.type === 'JSON')?.source ?? '';
    expect(manifest).toContain('admin.directory.user.readonly');
    expect(manifest).not.toContain('classroom');
    expect(JSON.parse(readFileSync(join(project, '.clasp-local.json'), 'utf8'))).toMatchObject({ with: ['directory'] });
    const rights = () =>
      school
        .as(people.office)
        .get<{ steps: { id: string; state: string }[] }>('readSetUp')
        .steps.find(({ id }) => id === 'rights')?.state;
    expect(rights()).toBe('to be mended');
    authorize(workspace, office.id, people.office);
    expect(rights()).toBe('there');
  },
  DEPLOY_TIMEOUT_MS,
);

test(
  'the sidebar leads to the page where a concern is raised, and knows whom to telephone and how the school wants its live lessons',
  async () => {
    const wants = wantsText({ ...USUAL_WANTS, hours: { from: '09:00', to: '15:15' } });
    const { code, out } = await run('scripts/deploy.ts', ['sidebar', '--with', 'attendance', '--lessons', wants, '--telephone', '01632 960 124']);
    expect(code).toBe(0);
    expect(out).toContain('Google Workspace Marketplace SDK');
    authorize(workspace, sidebar.id, people.teacher);
    const panel = openAddOn(workspace, { scriptId: sidebar.id, visitor: people.teacher, context: { host: 'calendar', trigger: 'homepage' } });
    expect(panel.kind).toBe('cards');
    expect(JSON.stringify(panel)).toContain(`"url":"${school.handrail.address}?page=report"`);
    const built = JSON.stringify(sidebar.files.map(({ source }) => source));
    for (const part of ['meetings.space.readonly', '15:15', '01632 960 124']) expect(built).toContain(part);
    expect((await run('scripts/deploy.ts', ['sidebar', '--lessons', 'nonsense'])).code).toBe(2);
    expect((await run('scripts/deploy.ts', ['sidebar', '--telephone', 'ask the office'])).code).toBe(2);
  },
  DEPLOY_TIMEOUT_MS,
);

test('without a local school at the address, it says how to start one', async () => {
  const { code, err } = await run('scripts/deploy.ts', [], { HANDRAIL_GOOGLE: 'http://127.0.0.1:9/google' });
  expect(code).toBe(4);
  expect(err).toContain('npm start');
});
