import { parseArgs } from 'node:util';
import { type FoundAgreement, findAgreements } from '../../src/agreements/import.ts';
import { NotText, readTextFile } from '../text-file.ts';

export const AGREEMENT_IMPORT_USAGE = `agreement import FILE [--json]
  Shows the agreements found in a policy's text (plain text or Markdown): title, whom it is for, clauses, what is signed.
  --json  prints [{title, audience, introduction, clauses, signatureFields}]
  Exit code 0: at least one was found. 1: none was. 2: the file is not text or cannot be read.`;

const NONE_FOUND =
  'No agreement was found. It needs a heading that names it ("Staff acceptable use agreement"), at least three statements, each on a line of its own with a bullet or number, and lines to sign at the end ("Signature:", "Date:").';

/**
 * @param args what stands after `agreement import` on the command line
 * @param print takes what was found
 * @param complain takes what went wrong
 * @returns the exit code
 */
export async function agreementImport(
  args: readonly string[],
  print: (line: string) => void = console.log,
  complain: (line: string) => void = console.error,
): Promise<number> {
  try {
    const { path, asJson } = optionsIn(args);
    const found = findAgreements(await readTextFile(path));
    if (asJson) print(JSON.stringify(found, null, 2));
    else for (const agreement of found) print(inWords(agreement));
    if (found.length === 0) complain(NONE_FOUND);
    return found.length > 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof NotText)) throw error;
    complain(error.message);
    return 2;
  }
}

function optionsIn(args: readonly string[]): { path: string; asJson: boolean } {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    throw new NotText(`${(error as Error).message}\n${AGREEMENT_IMPORT_USAGE}`);
  }
  const [path, another] = parsed.positionals;
  if (path === undefined || another !== undefined) throw new NotText(AGREEMENT_IMPORT_USAGE);
  return { path, asJson: parsed.values.json === true };
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], allowPositionals: true, options: { json: { type: 'boolean' } } });
}

function inWords({ title, audience, introduction, clauses, signatureFields }: FoundAgreement): string {
  return [
    `${title} (for: ${audience})`,
    ...(introduction ? ['', introduction] : []),
    '',
    ...clauses.map((clause, index) => `${String(index + 1).padStart(3)}. ${clause}`),
    '',
    `Signed with: ${signatureFields.join('; ')}`,
    '',
  ].join('\n');
}
