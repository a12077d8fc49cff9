import { builtFiles } from '../../local/school/install.ts';
import type { ScriptFileData } from '../../local/workspace/data.ts';
import { type OptionalService, withServices } from '../../scripts/optional-services.ts';
import { type SidebarWants, wantsText } from '../../src/lessons/sidebar-wants.ts';

/** What a school's sidebar is built with besides its addresses. */
export interface SidebarOptions {
  /** The usual when not said. */
  lessons?: SidebarWants;
  /** Of the designated safeguarding lead; not known when not said. */
  telephone?: string;
  with?: readonly OptionalService[];
}

/** The shipped sidebar as `npm run deploy -- sidebar` builds it: with the office's address and the safeguarding mailbox in it. */
export function builtSidebar(officeAddress: string, mailbox: string, options: SidebarOptions = {}): ScriptFileData[] {
  const known: [name: string, text: string][] = [
    ['officeAddress', officeAddress],
    ['safeguardingMailbox', mailbox],
    ['dslTelephone', options.telephone ?? ''],
    ['lessonWants', options.lessons ? wantsText(options.lessons) : ''],
  ];
  return builtFiles('sidebar').map((file) => {
    if (file.type === 'SERVER_JS') return { ...file, source: known.reduce(filledIn, file.source) };
    return file.type === 'JSON' ? { ...file, source: withServices(file.source, options.with ?? [], 'sidebar') } : file;
  });
}

/** The shipped Classroom add-on as `npm run deploy -- classroom` builds it. */
export function builtClassroom(officeAddress: string, classroomAddress: string): ScriptFileData[] {
  const known: [name: string, text: string][] = [
    ['officeAddress', officeAddress],
    ['classroomAddress', classroomAddress],
  ];
  return builtFiles('classroom').map((file) => (file.type === 'SERVER_JS' ? { ...file, source: known.reduce(filledIn, file.source) } : file));
}

function filledIn(source: string, [name, text]: [name: string, text: string]): string {
  const place = new RegExp(`(function ${name}\\(\\) \\{\\s*return )""`);
  if (!place.test(source)) throw new Error(`the built sidebar has no place for ${name}`);
  return source.replace(place, `$1${JSON.stringify(text)}`);
}
