import type { ScriptFileData } from '../../workspace/data.ts';
import { factsOf } from '../syntax.ts';

/**
 * The functions that a page can call: those at the top level of the code whose names do not end in an underscore
 * (docs/apps-script/guides/html/communication.md, "Private functions"). A script that does not compile has none; running it says why.
 */
export function clientFunctions(files: readonly ScriptFileData[]): string[] {
  const names = files.filter((file) => file.type === 'SERVER_JS').flatMap((file) => factsOf(file.source).functions);
  return [...new Set(names)].filter((name) => !name.endsWith('_'));
}
