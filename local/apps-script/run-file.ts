import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { ScriptFileData } from '../workspace/data.ts';
import { emptyWorkspace, Workspace } from '../workspace/workspace.ts';
import { ADVANCED_SERVICES } from './advanced.ts';
import { EVERY_SCOPE } from './authorization.ts';
import { execute } from './engine.ts';
import { jsonable } from './jsonable.ts';
import type { CallRecord, Manifest } from './run.ts';

export interface FileRun {
  ok: boolean;
  /** What the function gave back, as JSON data; absent when it failed. */
  result?: unknown;
  log: string[];
  /** Calls of Google's services in order, with their modelled milliseconds. */
  calls: CallRecord[];
  error?: { name: string; message: string; stack?: string | undefined };
}

/** The file or folder is not one that can be run. */
export class NotAScript extends Error {}

/**
 * Runs a function of an Apps Script file in a fresh Workspace, as a script that is bound to an empty spreadsheet, with its editor
 * at the keyboard, every scope granted and every advanced service on.
 * @param path a `.gs` or `.js` file, which takes the `.html` files and the `appsscript.json` beside it along; or a folder of such files
 * @param as the editor's address; the Workspace is their domain's
 * @throws NotAScript when there is nothing to run at `path`
 */
export function runFile(path: string, fn: string, as = 'editor@quillhaven.example', now = Date.now()): FileRun {
  const files = projectAt(path);
  const email = as.toLowerCase();
  const [name = '', domain] = email.split('@');
  if (!name || !domain) throw new NotAScript(`${as} is not an e-mail address.`);
  const workspace = new Workspace(emptyWorkspace(domain, now));
  // The only account of a new domain is the one that made it, and so its administrator.
  workspace.people.add({ email, givenName: name, familyName: '', isAdmin: true });
  const container = workspace.sheets.create(email, { name: 'Untitled spreadsheet' });
  const script = workspace.scripts.create(email, basename(path, extname(path)), container.id);
  workspace.scripts.setContent(email, script.id, files);
  script.grants[email] = [EVERY_SCOPE];

  const { ok, value, log, calls, error } = execute(workspace, { scriptId: script.id, kind: 'editor', active: email, effective: email, fn });
  return ok ? { ok, result: jsonable(value), log, calls } : { ok, log, calls, ...(error ? { error } : {}) };
}

function projectAt(path: string): ScriptFileData[] {
  const isFolder = kindOf(path) === 'folder';
  const folder = isFolder ? path : dirname(path);
  const names = readdirSync(folder).sort();
  const code = isFolder ? names.filter((name) => /\.(gs|js)$/.test(name)) : [basename(path)];
  if (code.length === 0) throw new NotAScript(`There are no .gs or .js files in ${path}.`);
  const read = (name: string, type: ScriptFileData['type']): ScriptFileData => ({
    name: basename(name, extname(name)),
    type,
    source: readFileSync(join(folder, name), 'utf8'),
  });
  return [
    { name: 'appsscript', type: 'JSON', source: JSON.stringify(manifestIn(folder, names)) },
    ...withNamesAsCalled(
      code.map((name) => read(name, 'SERVER_JS')),
      names.filter((name) => name.endsWith('.html')).map((name) => read(name, 'HTML')),
    ),
  ];
}

/** Apps Script tells capitals apart in the names of HTML files and many file systems do not: a page is called what the code calls it. */
function withNamesAsCalled(code: ScriptFileData[], pages: ScriptFileData[]): ScriptFileData[] {
  const called = code.flatMap(({ source }) =>
    [...source.matchAll(/FromFile\(\s*["'`]([^"'`]+)["'`]/g)].map((match) => (match[1] ?? '').replace(/\.html$/, '')),
  );
  const renamed = pages.map((page) => ({ ...page, name: called.find((name) => name.toLowerCase() === page.name.toLowerCase()) ?? page.name }));
  return [...code, ...renamed];
}

function kindOf(path: string): 'file' | 'folder' {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new NotAScript(`There is no file ${path}.`);
  if (found.isDirectory()) return 'folder';
  if (!/\.(gs|js)$/.test(path)) throw new NotAScript(`${path} is not an Apps Script file: its name should end in .gs or .js.`);
  return 'file';
}

/** The project's own manifest, with the advanced services that it leaves off and without its list of scopes: every one is granted. */
function manifestIn(folder: string, names: readonly string[]): Manifest {
  let own: Partial<Manifest> = {};
  if (names.includes('appsscript.json')) {
    try {
      own = JSON.parse(readFileSync(join(folder, 'appsscript.json'), 'utf8')) as Partial<Manifest>;
    } catch (error) {
      throw new NotAScript(`${join(folder, 'appsscript.json')} cannot be read: ${(error as Error).message}`);
    }
  }
  const { oauthScopes: _, ...rest } = own;
  const enabled = own.dependencies?.enabledAdvancedServices ?? [];
  const others = ADVANCED_SERVICES.filter(({ userSymbol }) => !enabled.some((each) => each.userSymbol === userSymbol));
  return {
    timeZone: 'Europe/London',
    ...rest,
    dependencies: {
      ...own.dependencies,
      enabledAdvancedServices: [...enabled, ...others.map(({ userSymbol, serviceId, version }) => ({ userSymbol, serviceId, version }))],
    },
  };
}
