import type { ScriptFileData } from '../workspace/data.ts';
import type { Manifest } from './run.ts';

const OWNERS_ZONE = 'Europe/London';

/** The project's `appsscript.json`; a project without one, or without a zone in it, is on its owner's clock. */
export function manifestOf(files: readonly ScriptFileData[]): Manifest {
  const file = files.find((each) => each.type === 'JSON' && each.name === 'appsscript');
  return { timeZone: OWNERS_ZONE, ...(file ? (JSON.parse(file.source) as Partial<Manifest>) : {}) };
}
