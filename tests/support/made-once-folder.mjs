import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The environment variable that names the folder of a run of the tests. */
export const MADE_ONCE = 'HANDRAIL_MADE_ONCE';

/** Jest calls it before the first test file, and what it gives back is gone with the last. */
export default function makeFolder() {
  process.env[MADE_ONCE] = mkdtempSync(join(tmpdir(), 'handrail-made-once-'));
}

export function removeFolder() {
  rmSync(process.env[MADE_ONCE], { recursive: true, force: true });
}
