import { builtFiles } from '../../local/school/install.ts';
import type { ScriptFileData } from '../../local/workspace/data.ts';

/** The shipped sidebar as `npm run deploy -- sidebar` builds it: with the office's address and the safeguarding mailbox in it. */
export function builtSidebar(officeAddress: string, mailbox: string): ScriptFileData[] {
  const known: [name: string, text: string][] = [
    ['officeAddress', officeAddress],
    ['safeguardingMailbox', mailbox],
  ];
  return builtFiles('sidebar').map((file) => (file.type === 'SERVER_JS' ? { ...file, source: known.reduce(filledIn, file.source) } : file));
}

function filledIn(source: string, [name, text]: [name: string, text: string]): string {
  const place = new RegExp(`(function ${name}\\(\\) \\{\\s*return )""`);
  if (!place.test(source)) throw new Error(`the built sidebar has no place for ${name}`);
  return source.replace(place, `$1${JSON.stringify(text)}`);
}
