import type { ScriptFileData } from '../workspace/data.ts';
import type { Manifest } from './run.ts';

/** The project's `appsscript.json`; a project without one is on its owner's clock. */
export function manifestOf(files: readonly ScriptFileData[]): Manifest {
  const file = files.find((each) => each.type === 'JSON' && each.name === 'appsscript');
  return file ? (JSON.parse(file.source) as Manifest) : { timeZone: 'Europe/London' };
}
