import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type SidebarWants, wantsIn } from '../../src/lessons/sidebar-wants.ts';
import { isOptionalService, type OptionalService } from '../optional-services.ts';
import { DeployRefusal, EXIT } from './refusal.ts';

/** A clasp project file. clasp reads the first two fields and leaves ours alone. */
export interface ProjectSettings {
  scriptId: string;
  /** Where the built script lies, from the project file's folder. */
  rootDir: string;
  /** The role account: nobody else may deploy, because the web app runs as whoever deployed it. */
  account: string;
  /** The one deployment, which keeps the web app's address. Written down when it is first made. */
  deploymentId: string;
  /** What the school lets Handrail do besides: `directory`, `classroom`. */
  with: OptionalService[];
  /** Of the designated safeguarding lead, for the sidebar; '' when it was not said. */
  telephone: string;
  /** How the school wants its live lessons, for the sidebar; null for the usual. */
  lessons: SidebarWants | null;
}

/** @throws DeployRefusal when the file is missing or is no JSON */
export function readSettings(file: string): ProjectSettings {
  if (!existsSync(file)) {
    throw new DeployRefusal(EXIT.notReady, `There is no ${basename(file)}.`, 'It belongs to the project: `git checkout` brings it back.');
  }
  try {
    const {
      scriptId = '',
      rootDir = '',
      account = '',
      deploymentId = '',
      telephone = '',
      ...rest
    } = JSON.parse(readFileSync(file, 'utf8')) as Partial<ProjectSettings>;
    return {
      scriptId,
      rootDir,
      account,
      deploymentId,
      telephone,
      with: (rest.with ?? []).filter(isOptionalService),
      lessons: wantsIn(JSON.stringify(rest.lessons ?? null)),
    };
  } catch (error) {
    throw new DeployRefusal(
      EXIT.notReady,
      `${basename(file)} cannot be read: ${(error as Error).message}`,
      'Mend the file; docs/going-live.md shows what it holds.',
    );
  }
}

/** Changes some settings and keeps whatever else the file holds. */
export function writeSettings(file: string, changes: Partial<ProjectSettings>): void {
  const present = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  writeFileSync(file, `${JSON.stringify({ ...present, ...changes }, null, 2)}\n`);
}

/** @throws DeployRefusal when no script project is named */
export function requireScriptId(file: string, { scriptId }: ProjectSettings): void {
  if (scriptId !== '') return;
  throw new DeployRefusal(
    EXIT.notReady,
    `${basename(file)} names no script project.`,
    [
      'As the role account, open https://script.google.com/create, name the project, open Project Settings,',
      `copy the Script ID and put it into ${basename(file)} as "scriptId".`,
    ].join('\n'),
  );
}

/** The folder that is pushed. @throws DeployRefusal when it holds no built script */
export function builtFolder(file: string, { rootDir }: ProjectSettings): string {
  const folder = join(dirname(file), rootDir);
  if (rootDir !== '' && existsSync(join(folder, 'appsscript.json'))) return folder;
  throw new DeployRefusal(
    EXIT.failed,
    `${rootDir || basename(file)} holds no built script.`,
    `"rootDir" in ${basename(file)} should be what \`npm run build\` makes.`,
  );
}
