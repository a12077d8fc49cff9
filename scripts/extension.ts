import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build as bundle } from 'esbuild';

const TOP = resolve(import.meta.dirname, '..');
/** The first Chrome with a side panel. */
const TARGET = 'chrome114';
const AS_THEY_ARE = ['managed-schema.json', 'panel.html', 'panel.css', 'icon-16.png', 'icon-32.png', 'icon-48.png', 'icon-128.png'];

/**
 * The Chrome side panel, ready to be packed: what it needs is in it, and nothing is loaded when it runs.
 * @param officeAddress built in, for a school that sets no policy; '' for none
 */
export async function extensionFiles(officeAddress: string): Promise<{ name: string; text: string | Uint8Array }[]> {
  const [scripts, manifest, others] = await Promise.all([
    bundleScripts(officeAddress),
    readManifest(),
    Promise.all(AS_THEY_ARE.map(async (name) => ({ name, text: await readFile(join(TOP, 'extension', name)) }))),
  ]);
  return [...scripts, { name: 'manifest.json', text: manifest }, ...others];
}

/** It carries the project's version: a school sees which one its computers have. */
async function readManifest(): Promise<string> {
  const [manifest, project] = await Promise.all([readJson('extension/manifest.json'), readJson('package.json')]);
  return `${JSON.stringify({ ...manifest, version: project['version'] }, null, 2)}\n`;
}

async function readJson(path: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(join(TOP, path), 'utf8')) as Record<string, unknown>;
}

async function bundleScripts(officeAddress: string): Promise<{ name: string; text: string }[]> {
  const { outputFiles } = await bundle({
    entryPoints: ['background.ts', 'panel.tsx'].map((name) => join(TOP, 'extension/src', name)),
    outdir: TOP,
    bundle: true,
    write: false,
    format: 'iife',
    target: TARGET,
    charset: 'ascii',
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { __OFFICE__: JSON.stringify(officeAddress) },
    logLevel: 'warning',
  });
  return outputFiles.map(({ path, text }) => ({ name: path.slice(TOP.length + 1), text }));
}
