import { clausesIn } from './import-clauses.ts';
import { isSignatureLine, type Part } from './import-roles.ts';
import { voiceOf } from './import-words.ts';

/** Lines that belong to nothing may stand between lines to sign, this many in a row. */
const MOST_IDLE = 2;

/**
 * Where an agreement ends within its section: below the lines to sign, or, when nobody signs, with the last statement that speaks to its reader.
 * @returns the index of the first part that is no longer of it
 */
export function endOf(parts: readonly Part[]): number {
  const first = parts.findIndex(({ role }) => role === 'statement');
  if (first < 0) return parts.length;
  const signature = nextSignature(parts, first);
  return signature < 0 ? endUnsigned(parts, first) : endSigned(parts, signature);
}

function nextSignature(parts: readonly Part[], from: number): number {
  return parts.findIndex((part, index) => index >= from && isSignatureLine(part));
}

/** More undertakings that are signed below are of the same form: a parent's part, then the child's. */
function endSigned(parts: readonly Part[], signature: number): number {
  let end = endOfSignatures(parts, signature);
  for (let next = nextSignature(parts, end); next >= 0; next = nextSignature(parts, end)) {
    if (!speaksToReader(clausesIn(parts.slice(end, next)).clauses.map(({ text }) => text))) break;
    end = endOfSignatures(parts, next);
  }
  return end;
}

function endOfSignatures(parts: readonly Part[], signature: number): number {
  let end = signature + 1;
  for (let at = end, idle = 0; at < parts.length && idle <= MOST_IDLE; at += 1) {
    const { role, block } = parts[at] as Part;
    if (role === 'table' || block.kind === 'item') break;
    if (role === 'fields' || role === 'approval') {
      end = at + 1;
      idle = 0;
    } else if (role !== 'statement') idle += 1;
  }
  return end;
}

/** Statements under a further heading count only while they speak to the reader as those above it do. */
function endUnsigned(parts: readonly Part[], first: number): number {
  let end = first;
  for (let at = first; at < parts.length; at += 1) {
    const { role } = parts[at] as Part;
    if (role === 'statement' || (role === 'fields' && at <= end + MOST_IDLE)) end = at + 1;
    else if ((role === 'subheading' || role === 'table') && !speaksToReader(statementsBelow(parts, at + 1))) break;
  }
  return end;
}

function statementsBelow(parts: readonly Part[], from: number): string[] {
  const next = parts.findIndex(({ role }, index) => index >= from && (role === 'subheading' || role === 'table'));
  return parts
    .slice(from, next < 0 ? parts.length : next)
    .filter(({ role }) => role === 'statement')
    .map(({ block }) => block.text);
}

/** Whether enough of the statements bind whoever reads them: half, unless another share is asked for. */
export function speaksToReader(statements: readonly string[], share = 1 / 2): boolean {
  return statements.length > 0 && statements.filter((text) => voiceOf(text) !== null).length >= statements.length * share;
}
