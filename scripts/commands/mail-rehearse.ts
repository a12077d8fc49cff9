import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { houseRules } from '../../src/messages/house/house-rules.ts';
import { type MessageToScore, PARTIES, type Party } from '../../src/messages/message.ts';
import { USUAL_MONITORING } from '../../src/messages/monitoring.ts';
import { type Model, modelFrom } from '../../src/messages/scoring/model.ts';
import { score } from '../../src/messages/scoring/score.ts';
import type { ExportedMessage } from '../mail/exported.ts';
import { readExport } from '../mail/read-export.ts';
import { Rehearsal } from '../mail/rehearsal.ts';

const WEIGHTS = resolve(import.meta.dirname, '../../src/messages/scoring/weights.txt');

export const MAIL_REHEARSE_USAGE = `mail rehearse FILE… [--domain DOMAIN] [--json]
  Scores exported mail on this machine, before anything is switched on; nothing leaves it. FILE: mbox (Vault, Takeout; also .gz), .eml, or JSON lines
  {id, from?, to?, subject?, text}, where from and to are addresses or one of: ${PARTIES.filter((party) => party !== '').join(', ')}.
  Prints a JSON line a message, {id, flag, category, severity, reasons}, and a summary: how many a week, by category, the noisiest rules.
  What cannot be read is a line with flag null and a reason, and the rest goes on.
  --domain  the school's domain: any other address is outside
  --json    the summary as JSON, on the error output, so that the lines can be worked on
  Exit code 0: everything was read. 1: some messages could not be. 2: no file was named, or the options are wrong.`;

/**
 * @param args what stands after `mail rehearse` on the command line
 * @param print takes whole lines
 * @param complain takes what stands beside the messages
 * @returns the exit code
 */
export async function mailRehearse(
  args: readonly string[],
  print: (line: string) => void = console.log,
  complain: (line: string) => void = console.error,
): Promise<number> {
  let options: ReturnType<typeof optionsIn>;
  try {
    options = optionsIn(args);
  } catch (error) {
    complain(`${(error as Error).message}\n${MAIL_REHEARSE_USAGE}`);
    return 2;
  }
  const model = modelFrom(await readFile(WEIGHTS, 'utf8'));
  const rehearsal = new Rehearsal();
  for (const path of options.paths) {
    for await (const message of readExport(path)) {
      if ('unreadable' in message) {
        rehearsal.addUnreadable();
        print(JSON.stringify({ id: message.id, flag: null, category: '', severity: 0, reasons: [], trouble: message.unreadable }));
        continue;
      }
      print(JSON.stringify(lineFor(message, model, rehearsal, options.domain)));
    }
  }
  if (options.asJson) complain(JSON.stringify({ summary: rehearsal.summary() }));
  else print(rehearsal.inWords());
  return rehearsal.unreadable > 0 ? 1 : 0;
}

function lineFor(message: ExportedMessage, model: Model, rehearsal: Rehearsal, domain: string): Record<string, unknown> {
  const toScore = asScored(message, domain);
  const { flag, category, severity, reasons } = score(toScore, { model, monitoring: USUAL_MONITORING, now: new Date().toISOString() });
  const house = houseRules(
    { ...toScore, visible: message.visible, from: message.from, fromParty: toScore.from, to: message.to },
    USUAL_MONITORING.house,
    domain,
  );
  rehearsal.add({ sentAt: message.sentAt, flag, category, severity, rules: flag ? reasons.map(({ rule }) => rule) : [], house });
  return {
    ...{ id: message.id, flag, category, severity, reasons },
    ...(house.length > 0 ? { house } : {}),
    ...(message.trouble === '' ? {} : { trouble: message.trouble }),
  };
}

function asScored({ from, to, subject, text, isHtml, sentAt }: ExportedMessage, domain: string): MessageToScore {
  const [first = ''] = to;
  return { subject, text, isHtml, sentAt, from: partyOf(from, domain), to: to.length > 1 ? 'group' : partyOf(first, domain) };
}

/** Without the school's list nobody can say more than whether an address is the school's. */
function partyOf(who: string, domain: string): Party {
  const named = PARTIES.find((party) => party === who);
  if (named !== undefined) return named;
  return who.includes('@') && domain !== '' && !who.endsWith(`@${domain}`) ? 'outside' : '';
}

function optionsIn(args: readonly string[]): { paths: string[]; domain: string; asJson: boolean } {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, domain: { type: 'string' } },
  });
  if (positionals.length === 0) throw new Error('Name at least one file.');
  return { paths: positionals, domain: (values.domain ?? '').toLowerCase().replace(/^@/, ''), asJson: values.json === true };
}
