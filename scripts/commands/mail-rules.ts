import { parseArgs } from 'node:util';
import { settingForJournal, settingsForWords } from '../../src/messages/gmail/console-settings.ts';
import { consoleSteps, textOfSetting } from '../../src/messages/gmail/console-steps.ts';
import { forwardingSteps, mailFiltersXml } from '../../src/messages/gmail/forwarding.ts';
import { queriesFor } from '../../src/messages/gmail/queries.ts';
import { fingerprintOf } from '../../src/messages/gmail/version.ts';
import { WORDS } from '../../src/messages/gmail/words.ts';

export const MAIL_RULES_USAGE = `mail rules [--mailbox ADDRESS] [--json | --filters]
  Prints what Google is told: settings of the admin console that copy mail to the safeguarding mailbox, with the steps, and filters for a mailbox without
  them. The page ?page=mail-rules shows the same, with the school's own words, and compares it with what the console has.
  --mailbox  the safeguarding mailbox; without it ADDRESS stands in its place
  --json     everything as JSON: {version, settings, journal, forwarding}
  --filters  mailFilters.xml alone, to be imported in one mailbox
  Exit code 0: printed. 2: the options are wrong.`;

const NOBODY = 'ADDRESS';

/**
 * @param args what stands after `mail rules` on the command line
 * @param now ISO, UTC: stands in the file of filters
 * @returns the exit code
 */
export function mailRules(
  args: readonly string[],
  print: (line: string) => void = console.log,
  complain: (line: string) => void = console.error,
  now = new Date().toISOString(),
): number {
  let options: ReturnType<typeof optionsIn>;
  try {
    options = optionsIn(args);
  } catch (error) {
    complain(`${(error as Error).message}\n${MAIL_RULES_USAGE}`);
    return 2;
  }
  const { mailbox } = options;
  const settings = settingsForWords(WORDS);
  const journal = settingForJournal();
  const version = fingerprintOf(settings.map((setting) => setting.version));
  const queries = queriesFor(WORDS).map(({ query }) => query);
  if (options.filters) print(mailFiltersXml(queries, { mailbox, updated: now }));
  else if (options.json) {
    const withSteps = [...settings, journal].map((setting) => ({ ...setting, steps: consoleSteps(setting.kind, mailbox) }));
    print(
      JSON.stringify(
        { version, settings: withSteps.slice(0, -1), journal: withSteps.at(-1), forwarding: { queries, steps: forwardingSteps(mailbox) } },
        null,
        2,
      ),
    );
  } else {
    print(`What Google is told, version ${version}`);
    for (const kind of ['content compliance', 'objectionable content'] as const) {
      print(`\n# Copy mail with certain words: ${kind}\n\n${numbered(consoleSteps(kind, mailbox))}`);
      for (const setting of settings) if (setting.kind === kind) print(`\n${textOfSetting(setting)}`);
    }
    print(`\n# Copy all mail of a unit: only with the decision recorded on the page "How mail is monitored"\n\n${numbered(consoleSteps('routing', mailbox))}`);
    print(`\n${textOfSetting(journal)}`);
    print(`\n# One mailbox without the console: --filters prints the file\n\n${numbered(forwardingSteps(mailbox))}`);
  }
  return 0;
}

function numbered(steps: readonly string[]): string {
  return steps.map((step, index) => `${index + 1}. ${step}`).join('\n');
}

function optionsIn(args: readonly string[]): { mailbox: string; json: boolean; filters: boolean } {
  const { values } = parseArgs({ args: [...args], options: { mailbox: { type: 'string' }, json: { type: 'boolean' }, filters: { type: 'boolean' } } });
  if (values.json && values.filters) throw new Error('Choose one of --json and --filters.');
  return { mailbox: values.mailbox ?? NOBODY, json: values.json ?? false, filters: values.filters ?? false };
}
