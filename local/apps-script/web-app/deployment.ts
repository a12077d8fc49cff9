import type { ScriptData, ScriptFileData } from '../../workspace/data.ts';
import { RANK } from '../../workspace/drive.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { missingScopes } from '../authorization.ts';
import { filesOf } from '../engine.ts';
import { manifestOf } from '../manifest.ts';

/** Somebody at a web app, and how the script is to run for them. */
export interface Admission {
  script: ScriptData;
  version: number | 'HEAD';
  files: ScriptFileData[];
  /** As the script may know them: '' for somebody of another domain when it does not run as them. */
  active: string;
  effective: string;
}

/** Why a visit does not come to the script, in the words of a page. */
export interface Refusal {
  status: 401 | 403 | 404 | 405 | 500;
  reason: 'not found' | 'sign in' | 'no access' | 'authorization' | 'reserved name' | 'script error';
  message: string;
  /** Of an app that runs as its visitor: what they are asked for. */
  consent?: Consent;
}

/** What Google asks the visitor of a web app that runs as them. */
export interface Consent {
  scriptId: string;
  title: string;
  /** The address of the script's owner, which the visitor is shown (docs/apps-script/guides/web.md, "Permissions"). */
  owner: string;
  /** Scopes they have not granted; `*` for a manifest that lists none. */
  scopes: string[];
}

/**
 * Lets a visitor in or not, by the deployment's `access`, and settles who the script runs as, by its `executeAs`
 * (docs/apps-script/guides/web.md, "Permissions").
 * @param visitor the account that is signed in, '' for none
 */
export function admit(workspace: Workspace, deploymentId: string, visitor: string): Admission | Refusal {
  const script = Object.values(workspace.data.scripts).find((each) => each.deployments.some((deployment) => deployment.deploymentId === deploymentId));
  const deployment = script?.deployments.find((each) => each.deploymentId === deploymentId);
  if (!script || !deployment) return notFound();
  const version = deployment.versionNumber ?? 'HEAD';
  const files = filesOf(script, version);
  const webapp = files && manifestOf(files).webapp;
  if (!files || !webapp) return notFound();

  const refusal = version === 'HEAD' ? unlessEditor(workspace, script, visitor) : unlessAccess(webapp.access, deployment.deployer, visitor);
  if (refusal) return refusal;

  const asVisitor = webapp.executeAs === 'USER_ACCESSING';
  const effective = asVisitor ? visitor : deployment.deployer;
  if (effective === '') return signIn();
  // The owner is never asked during a visit; with none of the scopes granted the script does not even start.
  const missing = missingScopes(script, files, effective);
  const granted = script.grants[effective] ?? [];
  if (missing.length > 0 && (asVisitor || granted.length === 0)) {
    return {
      status: 403,
      reason: 'authorization',
      message: `Authorization needed. ${effective} must review and allow what this app asks for before it can run.`,
      ...(asVisitor ? { consent: { scriptId: script.id, title: script.title, owner: deployment.deployer, scopes: missing } } : {}),
    };
  }
  const known = asVisitor || domainOf(visitor) === domainOf(deployment.deployer);
  return { script, version, files, active: known ? visitor : '', effective };
}

/** The visitor agrees to everything that the app asks for. @returns whether they were asked for anything */
export function giveConsent(workspace: Workspace, deploymentId: string, visitor: string): boolean {
  const admission = admit(workspace, deploymentId, visitor);
  const consent = 'reason' in admission ? admission.consent : undefined;
  const script = consent && workspace.data.scripts[consent.scriptId];
  if (!script) return false;
  script.grants[visitor] = [...(script.grants[visitor] ?? []), ...consent.scopes];
  return true;
}

function unlessAccess(access: string, deployer: string, visitor: string): Refusal | undefined {
  if (access === 'ANYONE_ANONYMOUS') return undefined;
  if (visitor === '') return signIn();
  if (access === 'ANYONE') return undefined;
  const allowed = access === 'DOMAIN' ? domainOf(visitor) === domainOf(deployer) : visitor === deployer;
  return allowed ? undefined : noAccess();
}

/** The `/dev` address is for those who may edit the script (docs/apps-script/guides/web.md, "Test a web app deployment"). */
function unlessEditor(workspace: Workspace, script: ScriptData, visitor: string): Refusal | undefined {
  if (visitor === '') return signIn();
  const role = workspace.scripts.roleOf(visitor, script);
  return role !== null && RANK[role] >= RANK.writer ? undefined : noAccess();
}

function domainOf(email: string): string {
  return email.split('@')[1] ?? '';
}

function notFound(): Refusal {
  return { status: 404, reason: 'not found', message: 'Sorry, the file you have requested does not exist.' };
}

function signIn(): Refusal {
  return { status: 401, reason: 'sign in', message: 'Sign in to continue to this app.' };
}

function noAccess(): Refusal {
  return { status: 403, reason: 'no access', message: 'You need access. You do not have permission to open this app with the account that is signed in.' };
}
