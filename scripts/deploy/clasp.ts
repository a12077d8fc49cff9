import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Deployment, ScriptProject, Version } from './project.ts';
import { DeployRefusal, EXIT } from './refusal.ts';

const LOGIN = 'Log in as the role account: npx clasp login';
const API = 'Open https://script.google.com/home/usersettings as the role account, switch the Google Apps Script API on, wait a minute and try again.';

/** What clasp and the libraries under it are known to say, and what a person can do about it. */
const KNOWN: readonly { said: RegExp; exitCode: number; message: string; advice: string }[] = [
  { said: /No credentials found|Not logged in/i, exitCode: EXIT.notReady, message: 'clasp is not logged in.', advice: LOGIN },
  {
    said: /invalid_grant|invalid_rapt|reauth|Invalid Credentials|invalid authentication credentials/i,
    exitCode: EXIT.notReady,
    message: 'The login has run out.',
    advice: LOGIN,
  },
  {
    said: /has not enabled the Apps Script API/i,
    exitCode: EXIT.notReady,
    message: 'The account does not let the Apps Script API at its scripts.',
    advice: API,
  },
  {
    said: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network|socket hang up|fetch failed/i,
    exitCode: EXIT.offline,
    message: 'Google could not be reached.',
    advice: 'Check the connection (and the proxy, if the school has one), then run the same command again.',
  },
  {
    said: /Requested entity was not found|does not have permission|caller does not/i,
    exitCode: EXIT.notReady,
    message: 'The script project, or something in it, is not there for this account.',
    advice: 'Check "scriptId" and that the project belongs to the account that is logged in (npx clasp show-authorized-user).',
  },
];

/** The clasp that this project installs, run for one project file. */
export class Clasp implements ScriptProject {
  /** @param projectFile the project file, whose folder clasp works in */
  constructor(
    private readonly projectFile: string,
    private readonly env: NodeJS.ProcessEnv = process.env,
  ) {}

  user(): Promise<{ loggedIn: boolean; email?: string }> {
    return this.json('show-authorized-user');
  }

  versions(): Promise<Version[]> {
    return this.json('list-versions');
  }

  deployments(): Promise<Deployment[]> {
    return this.json('list-deployments');
  }

  push(): Promise<string[]> {
    return this.json('push', '--force');
  }

  createVersion(description: string): Promise<Version> {
    return this.json('create-version', description);
  }

  createDeployment(versionNumber: number, description: string): Promise<Deployment> {
    return this.json('create-deployment', '--versionNumber', String(versionNumber), '--description', description);
  }

  async updateDeployment(deploymentId: string, versionNumber: number, description: string): Promise<void> {
    await this.json('update-deployment', deploymentId, '--versionNumber', String(versionNumber), '--description', description);
  }

  /** Runs a clasp command and reads its JSON answer. @throws DeployRefusal with advice when it fails */
  private async json<T>(...args: string[]): Promise<T> {
    const { status, stdout, stderr } = await this.run([...args, '--json', '--project', this.projectFile]);
    if (status !== 0) throw refusalFor(args[0] ?? '', stderr || stdout);
    try {
      return JSON.parse(stdout) as T;
    } catch {
      throw refusalFor(args[0] ?? '', stderr || stdout);
    }
  }

  private run(args: readonly string[]): Promise<{ status: number | null; stdout: string; stderr: string }> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [claspProgram(), ...args], {
        cwd: dirname(this.projectFile),
        env: { ...this.env, ...localGoogle(this.env) },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let stdout = '';
      let stderr = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        stdout += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        stderr += text;
      });
      child.on('error', reject);
      child.on('close', (status) => resolve({ status, stdout, stderr: stderr.trim() }));
    });
  }
}

function claspProgram(): string {
  return createRequire(import.meta.url).resolve('@google/clasp');
}

/** With HANDRAIL_GOOGLE set, clasp talks to that address instead of Google's: it has no option for it, so a preloaded module sees to it. */
function localGoogle(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  if (!env['HANDRAIL_GOOGLE']) return {};
  const preload = `--import=${pathToFileURL(join(import.meta.dirname, 'local-google', 'preload.mjs')).href}`;
  return { NODE_OPTIONS: `${env['NODE_OPTIONS'] ?? ''} ${preload}`.trim() };
}

function refusalFor(command: string, said: string): DeployRefusal {
  const known = KNOWN.find((each) => each.said.test(said));
  if (known) return new DeployRefusal(known.exitCode, known.message, known.advice, { cause: new Error(said) });
  return new DeployRefusal(
    EXIT.failed,
    `clasp ${command} failed: ${said || 'it said nothing'}`,
    'Nothing after this step was done; the command can be run again.',
  );
}
