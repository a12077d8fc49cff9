import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { circularImports, climbingImports } from './check/floors.ts';

const TOP = resolve(import.meta.dirname, '..');

interface Check {
  name: string;
  /** @returns what is wrong, in words for the reader; '' when nothing is */
  faults(): Promise<string>;
}

/** Everything that can be found out without running the product. */
const CHECKS: readonly Check[] = [
  { name: 'no circular imports', faults: async () => (await circularImports(TOP)).join('\n') },
  { name: 'types: tests, scripts and local', faults: () => tool('typescript/bin/tsc', '-p', 'tests/tsconfig.json') },
  { name: 'unused code and packages', faults: () => tool('knip/bin/knip.js', '--no-progress', '--treat-config-hints-as-errors') },
  { name: 'format, lint, rooms', faults: () => tool('@biomejs/biome/bin/biome', 'check', '.', '--error-on-warnings', '--colors=off') },
  { name: 'types: src on the server', faults: () => tool('typescript/bin/tsc', '-p', 'tsconfig.json') },
  { name: 'types: src in the browser', faults: () => tool('typescript/bin/tsc', '-p', 'src/tsconfig.pages.json') },
  { name: 'types: extension', faults: () => tool('typescript/bin/tsc', '-p', 'extension/tsconfig.json') },
  { name: 'imports go downwards', faults: async () => (await climbingImports(TOP)).join('\n') },
];

/** Runs a package's program. @returns what it said when it failed, else '' */
function tool(program: string, ...args: string[]): Promise<string> {
  return new Promise((done) => {
    execFile(process.execPath, [join(TOP, 'node_modules', program), ...args], { cwd: TOP, maxBuffer: 64 * 2 ** 20 }, (error, stdout, stderr) => {
      done(error ? `${stdout}${stderr}`.trim() || error.message : '');
    });
  });
}

async function report({ name, faults }: Check): Promise<boolean> {
  const found = await faults().catch((error: Error) => String(error.stack ?? error));
  console.log(found === '' ? `ok      ${name}` : `FAILED  ${name}\n\n${found}\n`);
  return found === '';
}

const results = await Promise.all(CHECKS.map(async (check) => ({ name: check.name, ok: await report(check) })));
const failed = results.filter(({ ok }) => !ok);
console.log(
  failed.length === 0
    ? `\nAll ${results.length} checks are well.`
    : `\n${failed.length} of ${results.length} failed: ${failed.map(({ name }) => name).join('; ')}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
