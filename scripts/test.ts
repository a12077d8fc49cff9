import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from './build.ts';

const TOP = resolve(import.meta.dirname, '..');

/** Every call of a script begins with an empty world and leaves a full one: with more room for what is young, less of it is carried about. Megabytes. */
const ROOM = ['--max-semi-space-size=64'];

interface Outcome {
  passed: number;
  failed: number;
}

/** Jest over what the arguments name, or over everything. A test file that cannot even be loaded is one failure. */
function runTests(args: readonly string[]): Outcome {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-tests-'));
  try {
    const file = join(folder, 'results.json');
    // Jest talks on the error stream; only the last line, the sum, goes to the other one.
    const jest = spawnSync(process.execPath, [...ROOM, join(TOP, 'node_modules/jest/bin/jest.js'), '--json', `--outputFile=${file}`, ...args], {
      cwd: TOP,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const outcome = outcomeIn(file);
    return { ...outcome, failed: jest.status === 0 ? outcome.failed : Math.max(1, outcome.failed) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function outcomeIn(file: string): Outcome {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
    return { passed: numPassedTests ?? 0, failed: (numFailedTests ?? 0) + (numRuntimeErrorTestSuites ?? 0) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

async function buildAndTest(args: readonly string[]): Promise<Outcome> {
  try {
    await build();
  } catch (error) {
    console.error(`The scripts cannot be built, so nothing was tested.\n${String((error as Error).stack ?? error)}`);
    return { passed: 0, failed: 1 };
  }
  return runTests(args);
}

const { passed, failed } = await buildAndTest(process.argv.slice(2));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
