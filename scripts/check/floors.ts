import { type DependencyTree, parseCircular, parseDependencyTree } from 'dpdm';

/** The floors of `src`, top to bottom: a file imports from lower floors only, and on its own floor from its own folder only. */
const FLOORS: readonly (readonly string[])[] = [
  ['the doors'],
  ['reports'],
  ['messages', 'lessons', 'registers'],
  ['incidents', 'agreements'],
  ['history'],
  ['school'],
  ['records', 'pages'],
];

/** The pages' calls are typed from the doors, so that a renamed door fails to compile in the page that calls it. Types alone. */
const MAY_LOOK_UP = new Set(['src/pages/server.ts src/office.ts']);

const ENTRIES = ['src/**/*.ts', 'src/**/*.tsx', 'scripts/**/*.ts', 'local/**/*.ts', 'extension/**/*.ts', 'extension/**/*.tsx'];

/** Imports that climb, one sentence each. Types count too: whoever needs a type knows about the floor above. */
export async function climbingImports(folder: string): Promise<string[]> {
  const tree = await treeOf(folder, { withTypes: true });
  return Object.entries(tree).flatMap(([file, imports]) =>
    (imports ?? []).flatMap(({ id, request }) => {
      const wrong = file.startsWith('src/') && !MAY_LOOK_UP.has(`${file} ${id}`) ? climbs(file, id) : null;
      return wrong ? [`${file} imports ${request}: ${wrong}`] : [];
    }),
  );
}

/** Files that need each other at run time, each circle as one line. Types do not count: they are gone when the code runs. */
export async function circularImports(folder: string): Promise<string[]> {
  return parseCircular(await treeOf(folder, { withTypes: false })).map(circle);
}

/** The same circle always reads the same, wherever the search came upon it. */
function circle(files: readonly string[]): string {
  const first = files.indexOf([...files].sort()[0] ?? '');
  return [...files.slice(first), ...files.slice(0, first + 1)].join(' → ');
}

function climbs(file: string, imported: string | null): string | null {
  if (imported === null || imported.includes('node_modules/')) return null;
  if (!imported.startsWith('src/')) return 'src never needs scripts, local or tests';
  const [from, to] = [folderOf(file), folderOf(imported)];
  if (from === to) return null;
  const [high, low] = [floorOf(from), floorOf(to)];
  if (low === -1 || high === -1) return `src/${low === -1 ? to : from} is on no floor: give it one in scripts/check/floors.ts`;
  return high < low ? null : `${from} stands ${high === low ? 'beside' : 'below'} ${to}`;
}

/** `src/incidents/desk/desk.ts` → `incidents`; files directly in `src` are the doors. */
function folderOf(file: string): string {
  const [, folder = '', inside] = file.split('/');
  return inside === undefined ? 'the doors' : folder;
}

function floorOf(folder: string): number {
  return FLOORS.findIndex((floor) => floor.includes(folder));
}

function treeOf(folder: string, { withTypes }: { withTypes: boolean }): Promise<DependencyTree> {
  return parseDependencyTree(ENTRIES, { cwd: folder, context: folder, tsconfig: undefined, extensions: ['', '.ts', '.tsx'], transform: !withTypes });
}
