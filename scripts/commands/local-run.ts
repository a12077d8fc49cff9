import { parseArgs } from 'node:util';
import { type FileRun, NotAScript, runFile } from '../../local/apps-script/run-file.ts';

export const LOCAL_RUN_USAGE = `local run FILE FUNCTION [--as EMAIL] [--json]
  Runs a function of an Apps Script file (.gs, .js, or a folder of them) in a fresh local Workspace: as a script bound to an
  empty spreadsheet, its editor at the keyboard, every scope granted. HTML files and appsscript.json beside it come along.
  --as    the editor's address (editor@quillhaven.example)
  --json  prints {ok, result, log, calls, error}
  Exit code 0: it ran to its end. 1: it failed. 2: there is nothing to run.`;

/**
 * @param args what stands after `local run` on the command line
 * @param print takes whole lines
 * @returns the exit code
 */
export async function localRun(args: readonly string[], print: (line: string) => void = console.log): Promise<number> {
  const asJson = args.includes('--json');
  try {
    const { path, fn, as } = optionsIn(args);
    const run = runFile(path, fn, as);
    if (asJson) print(JSON.stringify(run));
    else for (const line of inWords(run)) print(line);
    return run.ok ? 0 : 1;
  } catch (error) {
    if (!(error instanceof NotAScript)) throw error;
    print(asJson ? JSON.stringify({ ok: false, log: [], calls: [], error: { name: 'NotAScript', message: error.message } }) : error.message);
    return 2;
  }
}

function optionsIn(args: readonly string[]): { path: string; fn: string; as: string | undefined } {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    throw new NotAScript(`${(error as Error).message}\n${LOCAL_RUN_USAGE}`);
  }
  const [path, fn, another] = parsed.positionals;
  if (path === undefined || fn === undefined || another !== undefined) throw new NotAScript(LOCAL_RUN_USAGE);
  return { path, fn, as: parsed.values.as };
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], allowPositionals: true, options: { json: { type: 'boolean' }, as: { type: 'string' } } });
}

function inWords({ ok, result, log, calls, error }: FileRun): string[] {
  const ms = calls.reduce((sum, call) => sum + call.ms, 0);
  const outcome = ok ? JSON.stringify(result, null, 2) : (error?.stack ?? `${error?.name}: ${error?.message}`);
  return [...log, outcome, `${calls.length} service calls, ${(ms / 1000).toFixed(1)} s as modelled`];
}
