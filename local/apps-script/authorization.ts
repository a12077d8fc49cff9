import type { ScriptData } from '../workspace/data.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { manifestOf } from './manifest.ts';
import type { Run } from './run.ts';

/** Stands for every scope there is, in a script's grants. */
export const EVERY_SCOPE = '*';

/** What a person says yes to in Google's dialog: every scope of the manifest at HEAD, or only `scopes` of them. */
export function authorize(workspace: Workspace, scriptId: string, email: string, scopes?: readonly string[]): void {
  const script = workspace.data.scripts[scriptId];
  if (!script) throw new Error(`There is no script ${scriptId}`);
  const asked = manifestOf(script.files).oauthScopes ?? [EVERY_SCOPE];
  const granted = script.grants[email] ?? [];
  const added = scopes ? asked.filter((scope) => scopes.includes(scope)) : asked;
  script.grants[email] = [...new Set([...granted, ...added])];
}

/** Scopes of `files`' manifest that `email` has not granted. A manifest that lists none wants what the code uses: one grant covers it. */
export function missingScopes(script: ScriptData, files: ScriptData['files'], email: string): string[] {
  const granted = script.grants[email] ?? [];
  if (granted.includes(EVERY_SCOPE)) return [];
  const asked = manifestOf(files).oauthScopes;
  if (!asked) return granted.length > 0 ? [] : [EVERY_SCOPE];
  return asked.filter((scope) => !granted.includes(scope));
}

/** Where a person is sent to say yes. */
export function authorizationUrl(run: Run): string {
  return `https://script.google.com/macros/d/${run.script.id}/edit`;
}
