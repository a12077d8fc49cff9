import { type Node, type Program, parse } from 'acorn';

/** What Google reads from the text of a script's file before any of it runs: plain data. */
export interface SourceFacts {
  /**
   * Why Apps Script's V8 runtime would refuse it, or null: it has no ES modules, private names or static fields, so what Node would take,
   * Google may not.
   */
  mistake: string | null;
  /** The names of the functions at its top level: what a script makes at run time is not among them, and neither are methods of objects. */
  functions: readonly string[];
}

/** A script of a megabyte takes longer to read than to run, and every run asks. */
const read = new Map<string, SourceFacts>();
const MOST_KEPT = 50;

export function factsOf(source: string): SourceFacts {
  let facts = read.get(source);
  if (!facts) {
    facts = readSource(source);
    if (read.size >= MOST_KEPT) read.clear();
    read.set(source, facts);
  }
  return facts;
}

/** All that was read so far. With `rememberSources` another process need not read it again. */
export function sourcesRead(): [source: string, facts: SourceFacts][] {
  return [...read];
}

export function rememberSources(known: readonly [source: string, facts: SourceFacts][]): void {
  for (const [source, facts] of known) read.set(source, facts);
}

function readSource(source: string): SourceFacts {
  try {
    return { mistake: null, functions: topLevelFunctions(parse(source, { ecmaVersion: 2021, sourceType: 'script', allowHashBang: false })) };
  } catch (error) {
    return { mistake: (error as Error).message, functions: [] };
  }
}

function topLevelFunctions({ body }: Program): string[] {
  return body.flatMap((statement) => {
    if (statement.type === 'FunctionDeclaration') return [statement.id.name];
    if (statement.type !== 'VariableDeclaration') return [];
    return statement.declarations.flatMap(({ id, init }) => (id.type === 'Identifier' && isFunction(init) ? [id.name] : []));
  });
}

function isFunction(node: Node | null | undefined): boolean {
  return node?.type === 'FunctionExpression' || node?.type === 'ArrowFunctionExpression';
}
