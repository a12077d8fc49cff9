import { parseArgs } from 'node:util';
import { moveClock } from '../local/apps-script/triggers.ts';
import { typeIntoConsole } from '../local/school/console.ts';
import { DSL_TELEPHONE, deployClassroom, installClassroom, installHandrail, installSidebar, scriptFiles } from '../local/school/install.ts';
import { quillhaven } from '../local/school/quillhaven.ts';
import { people } from '../local/school/staff.ts';
import { type Site, startSite } from '../local/site/site.ts';
import { Store, StoreError } from '../local/workspace/store.ts';
import { Workspace } from '../local/workspace/workspace.ts';
import { settingsForWords } from '../src/messages/gmail/console-settings.ts';
import { WORDS } from '../src/messages/gmail/words.ts';
import { bundleScripts } from './build.ts';

const USAGE = `Usage: npm start [-- options]

Starts Quillhaven Primary, an invented school, in a Google Workspace on this machine.

  --port N       port to listen on (8787; 0 for any that is free)
  --data FOLDER  keep the state in FOLDER between starts, and its clock stands still meanwhile;
                 without it every start is new
  --fresh        begin anew, replacing what FOLDER holds
  --help         show this
`;

/** Going live takes virtual time: the school begins this long ago, in milliseconds, so that it is now when it opens. */
const BEFORE = 20 * 60_000;

interface Options {
  port: number;
  data: string | undefined;
  fresh: boolean;
}

/** The options, 'help', or what is wrong with them. */
function read(args: string[]): Options | 'help' | Error {
  try {
    const { values } = parseArgs({
      args,
      options: { port: { type: 'string' }, data: { type: 'string' }, fresh: { type: 'boolean' }, help: { type: 'boolean' } },
    });
    if (values.help) return 'help';
    const port = values.port ?? '8787';
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return new Error(`--port takes a number from 0 to 65535, not '${port}'.`);
    if (values.data === '') return new Error('--data takes the name of a folder.');
    return { port: Number(port), data: values.data, fresh: values.fresh ?? false };
  } catch (error) {
    return error as Error;
  }
}

/** A school as it is on its first day with Handrail, or the one kept in the folder, whose clock goes on from where it stopped. */
async function school(store: Store | undefined, fresh: boolean): Promise<Workspace> {
  const kept = fresh ? null : store?.load();
  if (kept) return new Workspace(kept);
  const workspace = quillhaven(Date.now() - BEFORE);
  const { office } = await bundleScripts();
  const { address } = installHandrail(workspace, scriptFiles(office));
  const { sidebar } = await bundleScripts({ officeAddress: address, mailbox: people.office, telephone: DSL_TELEPHONE });
  installSidebar(workspace, scriptFiles(sidebar));
  await installInClassroom(workspace, address);
  // What the technician copied from "What Google is told about mail"; what comes of it begins when the DSL switches monitoring on.
  typeIntoConsole(workspace, settingsForWords(WORDS), { unit: '/Pupils', mailbox: people.office });
  moveClock(workspace, Date.now());
  store?.save(workspace.data);
  return workspace;
}

/** A web app knows its own address only once it is deployed: so it is built twice, as `npm run deploy -- classroom` does. */
async function installInClassroom(workspace: Workspace, officeAddress: string): Promise<void> {
  const addOn = deployClassroom(workspace, scriptFiles((await bundleScripts()).classroom));
  const { classroom } = await bundleScripts({ officeAddress, classroomAddress: addOn.address });
  installClassroom(workspace, addOn, scriptFiles(classroom), officeAddress);
}

async function start({ port, data, fresh }: Options): Promise<Site> {
  const store = data === undefined ? undefined : Store.open(data);
  try {
    return await startSite({ workspace: await school(store, fresh), port, ...(store ? { store } : {}) });
  } catch (error) {
    store?.close();
    throw error;
  }
}

function reasonOf(error: unknown, port: number): string {
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    return `Port ${port} is in use on this machine. Stop the other program, or choose another port: npm start -- --port ${port + 1}`;
  }
  if (error instanceof StoreError) return error.message;
  return String((error as Error).stack ?? error);
}

const options = read(process.argv.slice(2));
if (options === 'help') {
  process.stdout.write(USAGE);
} else if (options instanceof Error) {
  process.stderr.write(`${options.message}\n\n${USAGE}`);
  process.exitCode = 2;
} else {
  try {
    const site = await start(options);
    const stop = async () => {
      await site.close();
      process.exit(0);
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    console.log(`Handrail local school: ${site.url}`);
  } catch (error) {
    console.error(reasonOf(error, options.port));
    process.exitCode = 1;
  }
}
