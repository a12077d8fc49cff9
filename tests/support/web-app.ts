import type { ScriptData } from '../../local/workspace/data.ts';
import type { Workspace } from '../../local/workspace/workspace.ts';
import { anEmptyWorkspace, aScript, OFFICE } from './script.ts';

export const DEPLOYMENT = 'AKfycbTest';
export const PARENT = 'jo@elsewhere.example';

/** A Workspace with a deployed web app, and somebody of another domain. */
export function aWebApp(
  source: string,
  webapp: { executeAs?: 'USER_DEPLOYING' | 'USER_ACCESSING'; access?: 'MYSELF' | 'DOMAIN' | 'ANYONE' | 'ANYONE_ANONYMOUS' } = {},
): { workspace: Workspace; script: ScriptData } {
  const workspace = anEmptyWorkspace();
  workspace.people.add({ email: PARENT, givenName: 'Jo', familyName: 'Elsewhere' });
  const script = aScript(workspace, source, undefined, { webapp: { executeAs: 'USER_DEPLOYING', access: 'DOMAIN', ...webapp } });
  script.versions.push({ versionNumber: 1, description: '', createTime: 0, files: structuredClone(script.files) });
  script.deployments.push({ deploymentId: DEPLOYMENT, versionNumber: 1, description: '', updateTime: 0, deployer: OFFICE });
  return { workspace, script };
}
