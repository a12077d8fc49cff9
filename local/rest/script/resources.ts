import { factsOf } from '../../apps-script/syntax.ts';
import type { ScriptData, ScriptFileData } from '../../workspace/data.ts';
import { webAppAddress } from '../../workspace/drive/addresses.ts';
import { ApiError } from '../../workspace/errors.ts';
import type { Caller } from '../api.ts';

/** docs/apps-script/manifest.md: what a manifest may hold at its top. */
const MANIFEST_FIELDS = 'timeZone runtimeVersion dependencies oauthScopes webapp executionApi addOns exceptionLogging urlFetchWhitelist sheets chat'.split(' ');

export function projectResource({ workspace }: Caller, script: ScriptData): Record<string, unknown> {
  const file = workspace.drive.find(script.container ?? script.id);
  const user = (email: string) => {
    const person = workspace.people.find(email);
    return { domain: email.split('@')[1], email, name: person ? `${person.givenName} ${person.familyName}` : email };
  };
  return {
    scriptId: script.id,
    title: script.title,
    ...(script.container === undefined ? {} : { parentId: script.container }),
    createTime: new Date(script.createTime).toISOString(),
    updateTime: new Date(script.updateTime).toISOString(),
    ...(file ? { creator: user(file.owner), lastModifyUser: user(file.lastModifyingUser) } : {}),
  };
}

export function contentResource(scriptId: string, files: readonly ScriptFileData[]): Record<string, unknown> {
  return { scriptId, files: files.map(({ name, type, source }) => ({ name, type, source, functionSet: {} })) };
}

export function versionResource(scriptId: string, version: ScriptData['versions'][number]): Record<string, unknown> {
  const { versionNumber, description, createTime } = version;
  return { scriptId, versionNumber, ...(description ? { description } : {}), createTime: new Date(createTime).toISOString() };
}

/** A deployment with what it can be entered by, read from the manifest of its version. */
export function deploymentResource({ workspace, email }: Caller, script: ScriptData, deployment: ScriptData['deployments'][number]): Record<string, unknown> {
  const { deploymentId, versionNumber, description, updateTime } = deployment;
  const files = versionNumber === undefined ? script.files : workspace.scripts.version(script, versionNumber).files;
  const manifest = JSON.parse(files.find((file) => file.type === 'JSON')?.source ?? '{}') as {
    webapp?: Record<string, unknown>;
    addOns?: object;
    executionApi?: object;
  };
  const url = webAppAddress(email.split('@')[1] ?? '', deployment);
  return {
    deploymentId,
    deploymentConfig: { scriptId: script.id, ...(versionNumber === undefined ? {} : { versionNumber }), manifestFileName: 'appsscript', description },
    updateTime: new Date(updateTime).toISOString(),
    entryPoints: [
      ...(manifest.webapp ? [{ entryPointType: 'WEB_APP', webApp: { url, entryPointConfig: manifest.webapp } }] : []),
      ...(manifest.addOns ? [{ entryPointType: 'ADD_ON', addOn: { title: script.title } }] : []),
      ...(manifest.executionApi ? [{ entryPointType: 'EXECUTION_API', executionApi: { entryPointConfig: manifest.executionApi } }] : []),
    ],
  };
}

/** The files of an updateContent request, checked as Google does before it keeps any. @throws ApiError 400 */
export function contentIn(body: unknown): ScriptFileData[] {
  const files = (body as { files?: unknown } | undefined)?.files;
  if (!Array.isArray(files)) throw invalidContent('files is missing.');
  const read = files.map(fileIn);
  const names = read.map((file) => file.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw invalidContent(`A file with this name already exists in the current project: ${twice}`);
  const json = read.filter((file) => file.type === 'JSON');
  const manifest = json[0];
  if (json.length !== 1 || manifest?.name !== 'appsscript') throw invalidContent('The project must have one manifest, named appsscript, of type JSON.');
  checkManifest(manifest.source);
  for (const file of read) {
    const mistake = file.type === 'SERVER_JS' ? factsOf(file.source).mistake : null;
    if (mistake !== null) throw invalidContent(`Syntax error: ${mistake} file: ${file.name}.gs`);
  }
  return read;
}

function fileIn(value: unknown): ScriptFileData {
  const { name, type, source } = (value ?? {}) as Record<string, unknown>;
  if (typeof name !== 'string' || name.trim() === '') throw invalidContent('A file has no name.');
  if (type !== 'SERVER_JS' && type !== 'HTML' && type !== 'JSON') throw invalidContent(`The file ${name} has no type that Apps Script knows.`);
  return { name, type, source: typeof source === 'string' ? source : '' };
}

function checkManifest(source: string): void {
  let manifest: unknown;
  try {
    manifest = JSON.parse(source);
  } catch (error) {
    throw invalidContent(`"appsscript.json" has errors: ${(error as Error).message}`);
  }
  if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest)) throw invalidContent('"appsscript.json" has errors: it is not an object');
  const unknown = Object.keys(manifest).filter((name) => !MANIFEST_FIELDS.includes(name));
  if (unknown.length > 0) throw invalidContent(`"appsscript.json" has errors: Invalid manifest: unknown fields: [${unknown.join(', ')}]`);
}

function invalidContent(message: string): ApiError {
  return new ApiError(400, message);
}
