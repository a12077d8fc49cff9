import { parseArgs } from 'node:util';
import { type FoundAgreement, findAgreements } from '../../src/agreements/import/import.ts';
import { whyNothing } from '../../src/agreements/import/import-why.ts';
import { readPolicy } from '../policy-document.ts';
import { NotText } from '../text-file.ts';

export const AGREEMENT_IMPORT_USAGE = `agreement import FILE [--json]
  Shows the agreements found in a policy (plain text, Markdown, HTML, .docx or .pdf): title, whom it is for, clauses, what is signed, on which lines
  of the text it stands, and what to look at before it is used.
  --json  prints [{title, audience, alsoFor, introduction, clauses, signatureFields, permissions, lines, warnings: [{line, message}]}]
  Exit code 0: at least one was found. 1: none was; the message says what was seen. 2: the file is not text or cannot be read.`;

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
    const document = await readPolicy(path);
    const found = findAgreements(document);
    if (asJson) print(JSON.stringify(found, null, 2));
    else for (const agreement of found) print(inWords(agreement));
    if (found.length === 0) complain(whyNothing(document));
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

function inWords({ title, audience, alsoFor, introduction, clauses, signatureFields, permissions, lines, warnings }: FoundAgreement): string {
  return [
    `${title} (for: ${[audience, ...alsoFor].join(', ')}; lines ${lines.from} to ${lines.to})`,
    ...(introduction ? ['', introduction] : []),
    '',
    ...clauses.map((clause, index) => `${String(index + 1).padStart(3)}. ${clause}`),
    '',
    ...(permissions.length > 0 ? [`Allowed or refused: ${permissions.join('; ')}`] : []),
    `Signed with: ${signatureFields.join('; ') || 'nothing'}`,
    ...warnings.map(({ line, message }) => `Look at line ${line}: ${message}`),
    '',
  ].join('\n');
}
