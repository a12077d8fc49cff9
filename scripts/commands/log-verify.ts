import { parseArgs } from 'node:util';
import type { ChainHead } from '../../src/records/journal.ts';
import { verify } from '../../src/records/verify.ts';
import { NotAJournal, readJournalFile } from '../journal-file.ts';

export const LOG_VERIFY_USAGE = `log verify FILE [--head SEQUENCE:HASH] [--json]
  Checks an exported journal (CSV or XLSX) without any network: every event's hash, and that each follows the one before.
  --head  the end of the journal as it was mailed; without it, events cut off at the end cannot be noticed
  Exit code 0: unbroken. 1: broken, and the first broken event is named. 2: the file is not a journal or cannot be read.`;

/**
 * @param args what stands after `log verify` on the command line
 * @param print takes whole lines
 * @returns the exit code
 */
export async function logVerify(args: readonly string[], print: (line: string) => void = console.log): Promise<number> {
  const asJson = args.includes('--json');
  try {
    const { path, expected } = optionsIn(args);
    const { entries, rows } = await readJournalFile(path);
    const result = verify(entries, expected ? { expected } : {});
    if (result.ok) {
      const { count, head, erased } = result;
      const erasures = erased.length > 0 ? ` Erased: ${erased.join(', ')}.` : '';
      print(asJson ? JSON.stringify(result) : `${count} events, unbroken. Head: ${head.sequence}:${head.hash}.${erasures}`);
      return 0;
    }
    const row = rows[result.row - 1] ?? (rows[rows.length - 1] ?? 1) + 1;
    print(asJson ? JSON.stringify({ ...result, row }) : `Broken at event ${result.sequence} (row ${row}): ${result.why}.`);
    return 1;
  } catch (error) {
    if (!(error instanceof NotAJournal)) throw error;
    print(asJson ? JSON.stringify({ ok: false, error: error.message }) : error.message);
    return 2;
  }
}

function optionsIn(args: readonly string[]): { path: string; expected: ChainHead | null } {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    throw new NotAJournal(`${(error as Error).message}\n${LOG_VERIFY_USAGE}`);
  }
  const [path, another] = parsed.positionals;
  if (path === undefined || another !== undefined) throw new NotAJournal(LOG_VERIFY_USAGE);
  return { path, expected: parsed.values.head === undefined ? null : headIn(parsed.values.head) };
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], allowPositionals: true, options: { json: { type: 'boolean' }, head: { type: 'string' } } });
}

function headIn(text: string): ChainHead {
  const [, sequence, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (sequence === undefined || hash === undefined)
    throw new NotAJournal('--head takes what the daily mail says: a number, a colon and 64 letters and digits.');
  return { sequence: Number(sequence), hash };
}
