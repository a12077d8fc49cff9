import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Class, type ModuleDeclaration, type Node, type Program, parse, type Statement } from 'acorn';
import { transformSync } from 'esbuild';
import { globSync } from 'tinyglobby';

/** A class that scripts meet: the name they know it by, and the methods they may call. */
export interface ScriptClass {
  /** Path of its file from the folder that was read. */
  file: string;
  name: string;
  /** Its own and inherited ones, in alphabetical order. */
  methods: string[];
}

/** A class, or a function that makes one of its argument (`clickable(Widget)`), as it stands in the source. */
interface Found {
  file: string;
  name: string;
  /** The literal that its `$name` field starts with. */
  scriptName: string | null;
  methods: string[];
  /** What it extends, by the names its file has for them. */
  bases: string[];
}

interface Module {
  found: Map<string, Found>;
  /** Local name → the file it comes from and its name there. */
  imports: Map<string, { file: string; name: string }>;
}

/**
 * Reads the classes of services out of the source of a folder: what is public and does not begin with `$` is what scripts see
 * (`local/apps-script/served.ts`). A class is one of scripts when it names itself, or when nothing is made of it any more.
 */
export function scriptClasses(folder: string): ScriptClass[] {
  const modules = new Map(globSync(['**/*.ts'], { cwd: folder }).map((file) => [file, read(folder, file)] as const));
  const resolve = (file: string, name: string): Found | undefined => {
    const module = modules.get(file);
    const own = module?.found.get(name);
    const imported = module?.imports.get(name);
    return own ?? (imported ? resolve(imported.file, imported.name) : undefined);
  };
  const basesOf = (found: Found): Found[] => found.bases.flatMap((name) => resolve(found.file, name) ?? []);
  const lineOf = (found: Found): Found[] => [found, ...basesOf(found).flatMap(lineOf)];
  const all = [...modules.values()].flatMap(({ found }) => [...found.values()]);
  const extended = new Set(all.flatMap(basesOf));

  const classes = all
    .filter((found) => lineOf(found).some(({ name }) => name === 'Served') && (found.scriptName !== null || !extended.has(found)))
    .map((found) => ({ file: found.file, name: found.scriptName ?? found.name, methods: lineOf(found).flatMap(({ methods }) => methods) }));
  return merged(classes);
}

/** Two classes may stand for one of Google's (an `HtmlOutput` made from a template). */
function merged(classes: readonly ScriptClass[]): ScriptClass[] {
  const byName = new Map<string, ScriptClass>();
  for (const { file, name, methods } of classes) {
    const key = `${dirname(file)} ${name}`;
    byName.set(key, { file, name, methods: [...new Set([...(byName.get(key)?.methods ?? []), ...methods])].sort() });
  }
  return [...byName.values()].filter(({ methods }) => methods.length > 0);
}

function read(folder: string, file: string): Module {
  const source = readFileSync(join(folder, file), 'utf8');
  // Type parameters go, classes and their fields stay.
  const { code } = transformSync(source, { loader: 'ts', target: 'es2022' });
  const module: Module = { found: new Map(), imports: new Map() };
  for (const statement of (parse(code, { ecmaVersion: 2022, sourceType: 'module' }) as Program).body) {
    if (statement.type === 'ImportDeclaration') {
      for (const each of statement.specifiers) {
        if (each.type !== 'ImportSpecifier' || !String(statement.source.value).startsWith('.')) continue;
        const name = each.imported.type === 'Identifier' ? each.imported.name : String(each.imported.value);
        module.imports.set(each.local.name, { file: join(dirname(file), String(statement.source.value)), name });
      }
    }
    const found = foundIn(statement, file);
    if (found) module.found.set(found.name, found);
  }
  return module;
}

function foundIn(statement: Statement | ModuleDeclaration, file: string): Found | null {
  const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  if (declared?.type === 'ClassDeclaration' && declared.id) return classFrom(declared, file, declared.id.name);
  if (declared?.type !== 'FunctionDeclaration' || !declared.id) return null;
  // A function that gives back a class of its own: what it adds to its argument.
  const made = declared.body.body.map((each) => (each.type === 'ReturnStatement' ? each.argument : each)).find((each) => each && isClass(each));
  return made && isClass(made) ? { ...classFrom(made, file, declared.id.name), bases: [] } : null;
}

function classFrom(node: Class, file: string, name: string): Found {
  const found: Found = { file, name, scriptName: null, methods: [], bases: basesIn(node.superClass) };
  for (const member of node.body.body) {
    if (member.type === 'StaticBlock' || member.static || member.key.type !== 'Identifier') continue;
    const key = member.key.name;
    if (member.type === 'MethodDefinition' && member.kind === 'method' && !key.startsWith('$') && key !== 'toString') found.methods.push(key);
    if (member.type === 'PropertyDefinition' && key === '$name' && member.value?.type === 'Literal') found.scriptName = String(member.value.value);
  }
  return found;
}

function isClass(node: Node): node is Class {
  return node.type === 'ClassExpression' || node.type === 'ClassDeclaration';
}

/** `Widget`, or for `clickable(Widget)` both names. */
function basesIn(node: Class['superClass']): string[] {
  if (node?.type === 'Identifier') return [node.name];
  if (node?.type !== 'CallExpression') return [];
  return [node.callee, ...node.arguments].flatMap((each) => (each.type === 'Identifier' ? [each.name] : []));
}
