import { ADVANCED_SERVICES } from '../../local/apps-script/advanced.ts';
import { apiMethods } from '../../local/rest/registry.ts';
import { functions } from '../../local/workspace/sheets/formulas/functions.ts';
import { type ScriptClass, scriptClasses } from './classes.ts';

/** What stands between the marks is made from the code, by `npm run docs`. */
const MARKS = { start: '<!-- made by npm run docs: do not edit by hand -->', end: '<!-- the end of what npm run docs makes -->' };

/** Headings by the folder or file of `local/apps-script` that holds a service; the order is the document's. */
const SERVICES: Record<string, string> = {
  spreadsheet: 'SpreadsheetApp',
  forms: 'FormApp',
  gmail: 'GmailApp and MailApp',
  drive: 'DriveApp',
  document: 'DocumentApp',
  calendar: 'CalendarApp',
  cards: 'CardService',
  html: 'HtmlService',
  charts: 'Charts',
  groups: 'GroupsApp',
  core: 'Script services',
};
const OTHERS = 'Shared by several services';

/**
 * The document with its tables as the code has them now.
 * @param folder `local/apps-script`
 * @throws when the document has lost its marks
 */
export function withTables(document: string, folder: string): string {
  const [before, rest] = document.split(MARKS.start);
  const after = rest?.split(MARKS.end)[1];
  if (before === undefined || after === undefined) throw new Error(`The document has lost its marks:\n${MARKS.start}\n${MARKS.end}`);
  return [before, MARKS.start, '\n\n', serviceTables(scriptClasses(folder)), '\n\n', apiTable(), '\n\n', formulaFunctions(), '\n\n', MARKS.end, after].join('');
}

function serviceTables(classes: readonly ScriptClass[]): string {
  const headings = [...Object.values(SERVICES), OTHERS];
  const byHeading = new Map<string, ScriptClass[]>(headings.map((heading) => [heading, []]));
  for (const each of classes) {
    const heading = SERVICES[each.file.replace(/\.ts$/, '').split('/')[0] ?? ''] ?? OTHERS;
    byHeading.get(heading)?.push(each);
  }
  return headings
    .map((heading) => {
      const rows = (byHeading.get(heading) ?? []).sort(serviceFirst(heading)).map(({ name, methods }) => [code(name), methods.map(code).join(' ')]);
      return `### ${heading}\n\n${table(['Object', 'Methods'], rows)}`;
    })
    .join('\n\n');
}

/** The service itself stands above what it gives out. */
function serviceFirst(heading: string): (a: ScriptClass, b: ScriptClass) => number {
  const rank = ({ name }: ScriptClass) => (heading.split(' ').includes(name) ? `0${name}` : `1${name}`);
  return (a, b) => (rank(a) < rank(b) ? -1 : 1);
}

/** Each API method is answered twice: by the advanced service of that name, where there is one, and over REST. */
function apiTable(): string {
  const byApi = new Map<string, string[]>();
  for (const { id } of apiMethods) {
    const [api = '', ...rest] = id.split('.');
    byApi.set(api, [...(byApi.get(api) ?? []), rest.join('.')]);
  }
  const rows = [...byApi].map(([api, methods]) => {
    const symbol = ADVANCED_SERVICES.find(({ prefix }) => prefix === api)?.userSymbol;
    return [code(api), symbol ? code(symbol) : 'none', methods.sort().map(code).join(' ')];
  });
  return `### REST and advanced services\n\n${table(['API', 'Advanced service', 'Methods'], rows)}`;
}

function formulaFunctions(): string {
  return `### Functions in formulas\n\n${Object.keys(functions).sort().map(code).join(' ')}`;
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return [headings, headings.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function code(name: string): string {
  return `\`${name}\``;
}
