import { parseArgs } from 'node:util';
import { headFrom, headText } from '../../src/records/head-text.ts';
import type { ChainHead } from '../../src/records/journal.ts';
import { verify } from '../../src/records/verify.ts';
import { NotAJournal, readJournalFile } from '../journal-file.ts';

export const LOG_VERIFY_USAGE = `log verify FILE [--head SEQUENCE:HASH] [--json]
  Checks an exported journal without any network, as the page "Verify history" does: every event's hash, that each follows the one
  before, and that two people decided about each payload that was erased. FILE: the records as XLSX, or the sheet "Journal" as CSV;
  a CSV says nothing of events cut off at its end.
  --head  the history as it stood when it was mailed to the witness; without it, one that was written anew as a whole cannot be noticed
  Exit code 0: unbroken. 1: broken, and the first broken event is named. 2: the file is not a journal or cannot be read.`;

/**
 * @param args what stands after `log verify` on the command line
 * @param print takes whole lines
 * @returns the exit code
 */
export async function logVerify(args: readonly string[], print: (line: string) => void = console.log): Promise<number> {
  const asJson = args.includes('--json');
  try {
    const { path, witness } = optionsIn(args);
    const { entries, rows, end } = await readJournalFile(path);
    const result = verify(entries, { ...(witness ? { witness } : {}), ...(end ? { end } : {}) });
    if (result.ok) {
      const { count, head, erased } = result;
      const erasures = erased.length > 0 ? ` Erased: ${erased.join(', ')}.` : '';
      print(asJson ? JSON.stringify(result) : `${count} events, unbroken. Head: ${headText(head)}.${erasures}`);
      return 0;
    }
    const row = rows[result.sequence - 1] ?? (rows[rows.length - 1] ?? 1) + 1;
    print(asJson ? JSON.stringify({ ...result, row }) : `Broken at event ${result.sequence} (row ${row}): ${result.why}.`);
    return 1;
  } catch (error) {
    if (!(error instanceof NotAJournal)) throw error;
    print(asJson ? JSON.stringify({ ok: false, error: error.message }) : error.message);
    return 2;
  }
}

function optionsIn(args: readonly string[]): { path: string; witness: ChainHead | null } {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    throw new NotAJournal(`${(error as Error).message}\n${LOG_VERIFY_USAGE}`);
  }
  const [path, another] = parsed.positionals;
  if (path === undefined || another !== undefined) throw new NotAJournal(LOG_VERIFY_USAGE);
  return { path, witness: parsed.values.head === undefined ? null : witnessIn(parsed.values.head) };
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], allowPositionals: true, options: { json: { type: 'boolean' }, head: { type: 'string' } } });
}

function witnessIn(text: string): ChainHead {
  const head = headFrom(text);
  if (head === null) throw new NotAJournal('--head takes what the daily mail says: a number, a colon and 64 letters and digits.');
  return head;
}
