import { AGREEMENT_IMPORT_USAGE, agreementImport } from './commands/agreement-import.ts';
import { LOCAL_RUN_USAGE, localRun } from './commands/local-run.ts';
import { LOG_VERIFY_USAGE, logVerify } from './commands/log-verify.ts';
import { MAIL_REHEARSE_USAGE, mailRehearse } from './commands/mail-rehearse.ts';
import { MAIL_RULES_USAGE, mailRules } from './commands/mail-rules.ts';

interface Command {
  usage: string;
  /** @returns the exit code */
  run(args: readonly string[]): Promise<number>;
}

/** Every command by its two words. A new one is a file in `commands/` and a line here. */
const COMMANDS: Record<string, Command> = {
  'agreement import': { usage: AGREEMENT_IMPORT_USAGE, run: (args) => agreementImport(args) },
  'local run': { usage: LOCAL_RUN_USAGE, run: localRun },
  'mail rehearse': { usage: MAIL_REHEARSE_USAGE, run: (args) => mailRehearse(args) },
  'mail rules': { usage: MAIL_RULES_USAGE, run: async (args) => mailRules(args) },
  'log verify': { usage: LOG_VERIFY_USAGE, run: logVerify },
};

const USAGE = `npm run -s handrail -- COMMAND\n\n${Object.values(COMMANDS)
  .map(({ usage }) => usage)
  .join('\n\n')}`;

async function main([first = '', second = '', ...rest]: readonly string[]): Promise<number> {
  const command = COMMANDS[`${first} ${second}`];
  if (command) return command.run(rest);
  const asked = first === '' || first === 'help' || first === '--help';
  console[asked ? 'log' : 'error'](asked ? USAGE : `There is no command "${`${first} ${second}`.trim()}".\n\n${USAGE}`);
  return asked ? 0 : 2;
}

process.exitCode = await main(process.argv.slice(2));
