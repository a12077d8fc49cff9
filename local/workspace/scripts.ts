import type { ScriptData, ScriptFileData } from './data.ts';
import { MIME, RANK, type Role } from './drive.ts';
import { ApiError } from './errors.ts';
import { newScript } from './new-script.ts';
import type { Workspace } from './workspace.ts';

/** docs/apps-script/guides/versions.md */
const MAX_VERSIONS = 200;

type Version = ScriptData['versions'][number];
type Deployment = ScriptData['deployments'][number];

/**
 * Apps Script projects as their editors handle them: code, versions, deployments. A bound script's rights are its container's.
 * @throws ApiError 404 where the account may not even look, 403 where it may not change
 */
export class Scripts {
  constructor(private readonly workspace: Workspace) {}

  /** A project with a manifest and no code; bound when `container` is given. */
  create(who: string, title: string, container?: string): ScriptData {
    const { clock, data, drive } = this.workspace;
    if (container !== undefined && RANK[drive.roleOf(who, drive.get(who, container).id) ?? 'reader'] < RANK.writer) throw forbidden();
    const now = clock.now();
    const id = container === undefined ? drive.create({ name: title, mimeType: MIME.script }, who).id : this.workspace.newId(57);
    const script = newScript(now, {
      id,
      title,
      ...(container === undefined ? {} : { container }),
      files: [{ name: 'appsscript', type: 'JSON', source: defaultManifest() }],
    });
    // Every project has one deployment of its newest code, made with it and not to be changed.
    script.deployments.push({ deploymentId: this.newDeploymentId(), description: 'HEAD', updateTime: now, deployer: who });
    data.scripts[script.id] = script;
    return script;
  }

  /** What the account may do with the project; null when it may not see it. */
  roleOf(who: string, script: ScriptData): Role | null {
    return this.workspace.drive.roleOf(who, script.container ?? script.id);
  }

  get(who: string, scriptId: string): ScriptData {
    const script = this.workspace.data.scripts[scriptId];
    if (!script || this.roleOf(who, script) === null) throw notFound();
    return script;
  }

  toEdit(who: string, scriptId: string): ScriptData {
    const script = this.get(who, scriptId);
    if (RANK[this.roleOf(who, script) ?? 'reader'] < RANK.writer) throw forbidden();
    return script;
  }

  /** Replaces all the project's files: from now on this is HEAD. */
  setContent(who: string, scriptId: string, files: ScriptFileData[]): ScriptData {
    const script = this.toEdit(who, scriptId);
    script.files = files;
    script.updateTime = this.workspace.clock.now();
    const file = this.workspace.drive.find(scriptId);
    if (file) this.workspace.drive.touch(file, who);
    return script;
  }

  /** Keeps the present code for good under the next number. @throws ApiError at 200 versions */
  createVersion(who: string, scriptId: string, description: string): Version {
    const script = this.toEdit(who, scriptId);
    if (script.versions.length >= MAX_VERSIONS) {
      throw new ApiError(400, `The script has reached the limit of ${MAX_VERSIONS} versions. Delete versions that are not needed.`, 'FAILED_PRECONDITION');
    }
    const versionNumber = Math.max(0, ...script.versions.map((each) => each.versionNumber)) + 1;
    const version = { versionNumber, description, createTime: this.workspace.clock.now(), files: structuredClone(script.files) };
    script.versions.push(version);
    return version;
  }

  version(script: ScriptData, versionNumber: number): Version {
    const version = script.versions.find((each) => each.versionNumber === versionNumber);
    if (!version) throw notFound();
    return version;
  }

  deployment(script: ScriptData, deploymentId: string): Deployment {
    const deployment = script.deployments.find((each) => each.deploymentId === deploymentId);
    if (!deployment) throw notFound();
    return deployment;
  }

  deploy(who: string, scriptId: string, versionNumber: number, description: string): Deployment {
    const script = this.toEdit(who, scriptId);
    const { versionNumber: number } = this.version(script, versionNumber);
    const deployment = { deploymentId: this.newDeploymentId(), versionNumber: number, description, updateTime: this.workspace.clock.now(), deployer: who };
    script.deployments.push(deployment);
    return deployment;
  }

  /** Moves a deployment to another version; its address stays. Who does it is from now on who it runs as (`USER_DEPLOYING`). */
  redeploy(who: string, scriptId: string, deploymentId: string, versionNumber: number, description: string): Deployment {
    const script = this.toEdit(who, scriptId);
    const deployment = this.changeable(script, deploymentId);
    deployment.versionNumber = this.version(script, versionNumber).versionNumber;
    Object.assign(deployment, { description, updateTime: this.workspace.clock.now(), deployer: who });
    return deployment;
  }

  undeploy(who: string, scriptId: string, deploymentId: string): void {
    const script = this.toEdit(who, scriptId);
    const deployment = this.changeable(script, deploymentId);
    script.deployments = script.deployments.filter((each) => each !== deployment);
  }

  private changeable(script: ScriptData, deploymentId: string): Deployment {
    const deployment = this.deployment(script, deploymentId);
    if (deployment.versionNumber === undefined) throw new ApiError(400, 'Read-only deployments may not be modified.', 'FAILED_PRECONDITION');
    return deployment;
  }

  private newDeploymentId(): string {
    return `AKfycb${this.workspace.newId(67)}`;
  }
}

function defaultManifest(): string {
  return JSON.stringify({ timeZone: 'Europe/London', dependencies: {}, exceptionLogging: 'STACKDRIVER', runtimeVersion: 'V8' }, null, 2);
}

function notFound(): ApiError {
  return new ApiError(404, 'Requested entity was not found.');
}

function forbidden(): ApiError {
  return new ApiError(403, 'The caller does not have permission');
}
