import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { wantsIn, wantsText } from '../src/lessons/sidebar-wants.ts';
import { build } from './build.ts';
import { Clasp } from './deploy/clasp.ts';
import { deployClassroom } from './deploy/classroom.ts';
import { type LocalSchool, localSchool } from './deploy/local-google/school.ts';
import { type DeployOptions, deployOffice } from './deploy/office.ts';
import { DeployRefusal, EXIT } from './deploy/refusal.ts';
import { readSettings, writeSettings } from './deploy/settings.ts';
import { deploySidebar } from './deploy/sidebar.ts';
import { isOptionalService, OPTIONAL_SERVICES } from './optional-services.ts';

const USAGE = `npm run deploy -- [office | sidebar | classroom] [--dry-run] [--account EMAIL] [--note TEXT] [--with directory] [--with classroom] [--lessons TEXT] [--telephone NUMBER]

  office      build the office, push it, move its one deployment to a new version (what happens without a word)
  sidebar     build and push the Calendar and Gmail sidebar, and say what a person must do then
  classroom   the same as for the office, for the add-on in Classroom; and say what a person must do then
  --dry-run   say what would be done; change nothing at Google
  --account   write down which account is the role account, then go on
  --note      what the new version is called in Apps Script
  --with      let the office take people from the directory or from Classroom too, or let the sidebar see who was in a call
              (attendance); written down for later deployments
  --lessons   how the school wants its live lessons, as the page of those settings shows it; written down for later deployments of
              the sidebar
  --telephone of the designated safeguarding lead, for the card beside a message; written down likewise

HANDRAIL_GOOGLE=http://127.0.0.1:8787/google deploys into a running local school instead, and leaves the project files alone.

Exit codes: 0 done, 1 failed, 2 usage, 3 something must be done first, 4 Google not reached, 5 refused.`;

const top = resolve(import.meta.dirname, '..');

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  let command: ReturnType<typeof read>;
  try {
    command = read(args);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    return EXIT.usage;
  }
  const { target, values, services, lessons } = command;
  if (values.help) {
    console.log(USAGE);
    return EXIT.done;
  }
  const { version } = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8')) as { version: string };
  const usual = {
    dryRun: values['dry-run'],
    description: values.note ?? `Handrail ${version}, ${new Date().toISOString().slice(0, 16)}`,
    say: (line: string) => console.log(line),
  };
  try {
    const { officeFile, sidebarFile, classroomFile, env } = await projects();
    if (values.account) writeSettings(officeFile, { account: values.account });
    if (services.length > 0) writeSettings(officeFile, { with: services });
    if (lessons) writeSettings(officeFile, { lessons });
    if (values.telephone !== undefined) writeSettings(officeFile, { telephone: values.telephone });
    const buildFor: DeployOptions['build'] = (known) => {
      const { with: optional, lessons: wants, telephone } = readSettings(officeFile);
      return build({ ...known, optional, telephone, lessons: wants ? wantsText(wants) : '' });
    };
    const options = { ...usual, build: buildFor };
    if (target === 'sidebar') await deploySidebar({ ...options, project: new Clasp(sidebarFile, env), projectFile: sidebarFile, officeFile });
    else if (target === 'classroom') await deployClassroom({ ...options, project: new Clasp(classroomFile, env), projectFile: classroomFile, officeFile });
    else if (await deployOffice({ ...options, project: new Clasp(officeFile, env), projectFile: officeFile })) {
      console.log('If this version asks for new rights: open the project at script.google.com as the role account and run `start` once.');
      console.log('Then open the web app once: the heartbeat waits until it has seen the same version there.');
    }
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof DeployRefusal)) throw error;
    console.error(`${error.message}\n${error.advice}`);
    return error.exitCode;
  }
}

/** The project files and what clasp runs with. */
async function projects(): Promise<Omit<LocalSchool, 'loginFile'> & { env: NodeJS.ProcessEnv }> {
  const address = process.env['HANDRAIL_GOOGLE'];
  const file = (name: string) => join(top, `.clasp${name}.json`);
  if (!address) return { officeFile: file(''), sidebarFile: file('-sidebar'), classroomFile: file('-classroom'), env: process.env };
  const { loginFile, ...files } = await localSchool(address, top);
  return { ...files, env: { clasp_config_auth: loginFile, ...process.env } };
}

function read(args: string[]) {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      account: { type: 'string' },
      note: { type: 'string' },
      with: { type: 'string', multiple: true, default: [] },
      lessons: { type: 'string' },
      telephone: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const [target = 'office', ...more] = positionals;
  if ((target !== 'office' && target !== 'sidebar' && target !== 'classroom') || more.length > 0)
    throw new Error(`There is nothing called "${positionals.join(' ')}" to deploy.`);
  const stray = values.with.find((name) => !isOptionalService(name));
  if (stray !== undefined) throw new Error(`There is nothing called "${stray}" to deploy with: ${OPTIONAL_SERVICES.join(', ')}.`);
  const lessons = values.lessons === undefined ? null : wantsIn(values.lessons);
  if (values.lessons !== undefined && lessons === null) throw new Error('--lessons is not what the page of the lesson settings shows.');
  if (values.telephone !== undefined && !/^\+?[\d ()-]{5,30}$/.test(values.telephone)) throw new Error('--telephone is no telephone number.');
  return { target, values, services: values.with.filter(isOptionalService), lessons };
}
