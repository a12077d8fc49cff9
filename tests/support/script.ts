import { ADVANCED_SERVICES } from '../../local/apps-script/advanced.ts';
import { execute, type RunRequest, type RunResult } from '../../local/apps-script/engine.ts';
import type { ScriptData } from '../../local/workspace/data.ts';
import { emptyWorkspace, Workspace } from '../../local/workspace/workspace.ts';

export const TEACHER = 'sam.okafor@quillhaven.example';
export const OFFICE = 'safeguarding@quillhaven.example';
/** Monday 7 September 2026, nine in the morning in London. */
export const MONDAY = Date.UTC(2026, 8, 7, 8);

/** A Workspace with two accounts and nothing else. */
export function anEmptyWorkspace(): Workspace {
  const workspace = new Workspace(emptyWorkspace('quillhaven.example', MONDAY));
  workspace.people.add({ email: TEACHER, givenName: 'Sam', familyName: 'Okafor' });
  workspace.people.add({ email: OFFICE, givenName: 'Safeguarding', familyName: 'Office' });
  return workspace;
}

/** Adds a standalone script project owned by the office, with every advanced service on and `scopes` granted to everyone. */
export function aScript(workspace: Workspace, source: string, scopes: string[] | undefined = undefined, manifest: Record<string, unknown> = {}): ScriptData {
  const file = workspace.drive.create({ name: 'Script', mimeType: 'application/vnd.google-apps.script' }, OFFICE);
  const everything = scopes ?? ['*'];
  const script: ScriptData = {
    id: file.id,
    title: 'Script',
    files: [
      { name: 'Code', type: 'SERVER_JS', source },
      {
        name: 'appsscript',
        type: 'JSON',
        source: JSON.stringify({
          timeZone: 'Europe/London',
          dependencies: { enabledAdvancedServices: ADVANCED_SERVICES.map(({ userSymbol, serviceId, version }) => ({ userSymbol, serviceId, version })) },
          ...(scopes ? { oauthScopes: scopes } : {}),
          ...manifest,
        }),
      },
    ],
    versions: [],
    deployments: [],
    triggers: [],
    properties: { script: {}, user: {}, document: {} },
    cache: {},
    grants: { [OFFICE]: everything, [TEACHER]: everything },
    createTime: workspace.clock.now(),
    updateTime: workspace.clock.now(),
  };
  workspace.data.scripts[script.id] = script;
  return script;
}

/** Runs `main()` of a throw-away script as the office and gives back the whole result. */
export function runScript(source: string, options: { workspace?: Workspace; as?: string; scopes?: string[] } & Partial<RunRequest> = {}): RunResult {
  const { workspace = anEmptyWorkspace(), as = OFFICE, scopes, ...request } = options;
  const script = aScript(workspace, source, scopes);
  return execute(workspace, { scriptId: script.id, kind: 'editor', active: as, effective: as, fn: 'main', ...request });
}
