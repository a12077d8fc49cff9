import { type Node, type Program, parse } from 'acorn';
import type { ScriptFileData } from '../../workspace/data.ts';

/**
 * The functions that a page can call: those at the top level of the code whose names do not end in an underscore
 * (docs/apps-script/guides/html/communication.md, "Private functions"). Google reads them from the text, so what a script makes at
 * run time is not among them, and neither are methods of objects.
 */
export function clientFunctions(files: readonly ScriptFileData[]): string[] {
  const names = files.filter((file) => file.type === 'SERVER_JS').flatMap((file) => topLevelFunctions(file.source));
  return [...new Set(names)].filter((name) => !name.endsWith('_'));
}

const cache = new Map<string, string[]>();

function topLevelFunctions(source: string): string[] {
  const known = cache.get(source);
  if (known) return known;
  const names = programOf(source).flatMap((statement) => {
    if (statement.type === 'FunctionDeclaration') return [statement.id.name];
    if (statement.type !== 'VariableDeclaration') return [];
    return statement.declarations.flatMap(({ id, init }) => (id.type === 'Identifier' && isFunction(init) ? [id.name] : []));
  });
  if (cache.size > 50) cache.clear();
  cache.set(source, names);
  return names;
}

/** A script that does not compile has no functions; running it says why. */
function programOf(source: string): Program['body'] {
  try {
    return parse(source, { ecmaVersion: 2021, sourceType: 'script' }).body;
  } catch {
    return [];
  }
}

function isFunction(node: Node | null | undefined): boolean {
  return node?.type === 'FunctionExpression' || node?.type === 'ArrowFunctionExpression';
}
