import { buildSync } from 'esbuild';

const made = new Map<string, string>();

/**
 * One file of Apps Script from a TypeScript entry, as the build makes it: what the entry exports is called as `bundle.name`.
 * @param entry path from the top of the project
 */
export function bundle(entry: string): string {
  const known = made.get(entry);
  if (known !== undefined) return known;
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'bundle',
    target: 'es2020',
    charset: 'utf8',
  });
  const code = outputFiles[0]?.text ?? '';
  made.set(entry, code);
  return code;
}
