import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { type BuildOptions, build as bundle } from 'esbuild';
import { compile } from 'sass';
import { globSync } from 'tinyglobby';
import { extensionFiles } from './extension.ts';
import { type OptionalService, withServices } from './optional-services.ts';

const TOP = resolve(import.meta.dirname, '..');
/** What Apps Script's V8 takes; es2022 would leave class fields in. */
const TARGET = 'es2020';
/** What the scorer's second voice has learnt. */
const TEXTS = [{ name: 'model', path: 'src/messages/scoring/weights.txt' }];
/** The bundle's one name besides the doors. It ends in `_`, so no browser can call it. */
const BUNDLE = 'handrail_';

interface ScriptPlan {
  name: 'office' | 'sidebar' | 'classroom';
  entry: string;
  manifest: string;
  pages: string[];
  /** Texts that the script reads as an HTML file: it has no other files. */
  texts: readonly { name: string; path: string }[];
  optional: readonly OptionalService[];
}

export interface BuiltFile {
  /** With its ending: `Code.js`, `report.html`. */
  name: string;
  text: string;
}

export interface BuildInputs {
  /** Where the office's web app answers: the sidebar's links and the extension's lead there. */
  officeAddress?: string;
  /** Where the Classroom add-on's own pages answer. */
  classroomAddress?: string;
  /** The safeguarding mailbox: the sidebar's reports go there. */
  mailbox?: string;
  /** Of the designated safeguarding lead: the sidebar's card beside a message says it. */
  telephone?: string;
  /** How the school wants its live lessons, for the sidebar (`wantsText`). */
  lessons?: string;
  /** What the school lets the office and the sidebar do besides. */
  optional?: readonly OptionalService[];
}

/** What a script knows from when it was built. */
type Known = Record<'__OFFICE__' | '__MAILBOX__' | '__TELEPHONE__' | '__LESSONS__' | '__CLASSROOM__', string>;

/**
 * Builds `dist/office`, `dist/sidebar` and `dist/classroom`, each ready for clasp: `Code.js`, `appsscript.json` and the pages; and
 * `dist/extension`, ready to be packed.
 */
export async function build(inputs: BuildInputs = {}): Promise<void> {
  const [scripts, extension] = await Promise.all([bundleScripts(inputs), extensionFiles(inputs.officeAddress ?? '')]);
  await Promise.all(Object.entries({ ...scripts, extension }).map(([name, files]) => writeFiles(join(TOP, 'dist', name), files)));
}

/** The same files, in memory. */
export async function bundleScripts({
  officeAddress = '',
  classroomAddress = '',
  mailbox = '',
  telephone = '',
  lessons = '',
  optional = [],
}: BuildInputs = {}): Promise<Record<ScriptPlan['name'], BuiltFile[]>> {
  const known = { __OFFICE__: officeAddress, __MAILBOX__: mailbox, __TELEPHONE__: telephone, __LESSONS__: lessons, __CLASSROOM__: classroomAddress };
  const [office, sidebar, classroom] = await Promise.all([
    bundleScript({ name: 'office', entry: 'src/office.ts', manifest: 'appsscript.json', pages: pagesOf('office'), texts: TEXTS, optional }, known),
    bundleScript({ name: 'sidebar', entry: 'src/sidebar.ts', manifest: 'src/sidebar.appsscript.json', pages: [], texts: [], optional }, known),
    bundleScript(
      { name: 'classroom', entry: 'src/classroom.ts', manifest: 'src/classroom.appsscript.json', pages: pagesOf('classroom'), texts: [], optional },
      known,
    ),
  ]);
  return { office, sidebar, classroom };
}

async function bundleScript(plan: ScriptPlan, known: Known): Promise<BuiltFile[]> {
  const [code, manifest, pages, texts] = await Promise.all([
    bundleServer(plan.entry, known),
    readFile(join(TOP, plan.manifest), 'utf8'),
    Promise.all(plan.pages.map(bundlePage)),
    Promise.all(plan.texts.map(async ({ name, path }) => ({ name: `${name}.html`, text: await readFile(join(TOP, path), 'utf8') }))),
  ]);
  return [{ name: 'Code.js', text: code }, { name: 'appsscript.json', text: withServices(manifest, plan.optional, plan.name) }, ...pages, ...texts];
}

/** File by file, each whole at any moment: somebody may be reading the build before. */
async function writeFiles(folder: string, files: readonly { name: string; text: string | Uint8Array }[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  await Promise.all(
    files.map(async ({ name, text }) => {
      const half = join(folder, `.${name}.${process.pid}`);
      await writeFile(half, text);
      await rename(half, join(folder, name));
    }),
  );
  const strays = (await readdir(folder)).filter((name) => !name.startsWith('.') && !files.some((file) => file.name === name));
  await Promise.all(strays.map((name) => rm(join(folder, name), { force: true })));
}

/**
 * One file in which only the exported doors are global. Apps Script finds functions by reading the text, so each door gets a real
 * `function`; an exported object (`clock`) becomes a `var`, whose methods triggers may name and browsers may not.
 */
async function bundleServer(entry: string, known: Known): Promise<string> {
  const first = await outputOf({ entryPoints: [join(TOP, entry)], format: 'iife', globalName: BUNDLE, define: defined(known, '') });
  // The build's name is made from what was built: the same source gives the same name.
  const id = createHash('sha256').update(first).digest('hex').slice(0, 12);
  const exported = exportsOf(first);
  const names = Object.keys(exported).join(', ');
  // Written out, because esbuild's own way of naming what is exported makes two getters a door at every visit.
  const contents = `'use strict';\nimport { ${names} } from './${entry}';\n${BUNDLE} = { ${names} };`;
  const code = await outputOf({ stdin: { contents, resolveDir: TOP }, format: 'iife', footer: { js: `var ${BUNDLE};` }, define: defined(known, id) });
  const doors = Object.entries(exported).map(([name, kind]) =>
    kind === 'function' ? `function ${name}() { return ${BUNDLE}.${name}.apply(this, arguments); }` : `var ${name} = ${BUNDLE}.${name};`,
  );
  return `${code}\n${doors.join('\n')}\n`;
}

function defined(known: Known, id: string): Record<string, string> {
  return Object.fromEntries(Object.entries({ __BUILD__: id, ...known }).map(([name, text]) => [name, JSON.stringify(text)]));
}

/** The names a bundle exports and what they are. Running it also shows that nothing calls Google while it loads. */
function exportsOf(code: string): Record<string, string> {
  const found = vm.runInNewContext(
    `${code}\n;JSON.stringify(Object.fromEntries(Object.keys(${BUNDLE}).map((name) => [name, typeof ${BUNDLE}[name]])))`,
  ) as string;
  return JSON.parse(found) as Record<string, string>;
}

/** One HTML file a page, script and style inside: HtmlService serves no other files. */
async function bundlePage(entry: string): Promise<BuiltFile> {
  const script = await outputOf({
    entryPoints: [join(TOP, entry)],
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: true,
    // HtmlService has been seen to strip `//…` inside template literals as if it were a comment.
    supported: { 'template-literal': false },
  });
  const html = [
    '<!doctype html>',
    '<html lang="en-GB" class="govuk-template">',
    '<head><meta charset="utf-8"><base target="_top">',
    `<style>${style()}</style>`,
    '</head>',
    '<body class="govuk-template__body"><div id="page"></div>',
    `<script>${script.replaceAll('</script', '<\\/script')}</script>`,
    '</body></html>',
  ].join('\n');
  return { name: `${basename(entry, '.page.tsx')}.html`, text: html };
}

let compiledStyle: string | null = null;
function style(): string {
  compiledStyle ??= compile(join(TOP, 'src/pages/style.scss'), {
    style: 'compressed',
    charset: false,
    loadPaths: [join(TOP, 'node_modules')],
    quietDeps: true,
  }).css;
  return compiledStyle;
}

async function outputOf(options: BuildOptions): Promise<string> {
  const result = await bundle({ bundle: true, write: false, target: TARGET, charset: 'ascii', legalComments: 'none', logLevel: 'warning', ...options });
  const file = result.outputFiles?.[0];
  if (!file) throw new Error(`esbuild made nothing of ${String(options.entryPoints)}`);
  return file.text;
}

/** Pages beside the doors that bear a script's name are that script's; all others are the office's. */
function pagesOf(script: 'office' | 'classroom'): string[] {
  const isClassrooms = (path: string) => path.startsWith('src/classroom-');
  return globSync(['src/**/*.page.tsx'], { cwd: TOP })
    .filter((path) => isClassrooms(path) === (script === 'classroom'))
    .sort();
}

/** How large the built scripts are, in bytes, by file. */
export async function sizes(): Promise<Record<string, number>> {
  const files = globSync(['dist/*/*'], { cwd: TOP }).sort();
  return Object.fromEntries(await Promise.all(files.map(async (file) => [file, (await readFile(join(TOP, file))).length] as const)));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await build();
  for (const [file, bytes] of Object.entries(await sizes())) console.log(`${file.padEnd(36)} ${String(bytes).padStart(8)} bytes`);
}
