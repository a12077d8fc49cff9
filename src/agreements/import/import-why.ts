import { blocksOf } from './import-blocks.ts';
import { linesOf } from './import-lines.ts';
import { withoutPageHeaders } from './import-pages.ts';
import { agreementsAmong, type Reading, readingsOf, titleOf } from './import-reading.ts';
import { undertakes } from './import-words.ts';

const NEEDED =
  'An agreement needs a heading that names it ("Staff acceptable use agreement"), statements that somebody agrees to ("I will …", "Staff must …"), each on a line of its own with a bullet or number, and lines to sign at the end ("Signature:", "Date:").';
const MOST_TITLES = 3;

/**
 * Why a document holds no agreement: what was seen in it, and what was missing (A10).
 * @param document as `findAgreements` takes it
 * @returns sentences for the person who chose the document; '' when an agreement is found in it
 */
export function whyNothing(document: string): string {
  const blocks = blocksOf(withoutPageHeaders(linesOf(document)).lines);
  if (agreementsAmong(blocks).length > 0) return '';
  if (!/\p{L}/u.test(document))
    return `No agreement was found. There is no text in the document. If it was scanned, it holds pictures of its pages only: use the original. ${NEEDED}`;
  const readings = readingsOf(blocks);
  const statements = blocks.filter(({ kind, text }) => kind === 'item' || (kind === 'text' && undertakes(text))).length;
  const seen = readings.some(({ section }) => section.isNamed) ? whyNotThese(readings.filter(({ section }) => section.isNamed)) : withoutHeading(statements);
  const isOneLine = document.trim().search(/[\r\n]/) < 0 ? ' The whole document is one line: perhaps its line breaks were lost when it was copied.' : '';
  return `No agreement was found. ${seen}${isOneLine} ${NEEDED}`;
}

function withoutHeading(statements: number): string {
  if (statements === 0) return 'There is neither a heading that names an agreement nor a list of statements.';
  return `There ${statements === 1 ? 'is one bullet or statement' : `are ${statements} bullets or statements`} but no heading that names an agreement.`;
}

function whyNotThese(named: readonly Reading[]): string {
  const empty = named.filter(({ clauses }) => clauses.length === 0);
  const others = named.filter(({ clauses }) => clauses.length > 0);
  const signedByApprover = others.filter(({ fields, isSigned }) => !isSigned && fields.some(({ isApprovers }) => isApprovers));
  return [
    sentence(empty, 'names an agreement but has no statements below it.', 'name agreements but have no statements below them.'),
    sentence(
      others,
      'names an agreement, but what stands below it tells how things are, not what somebody agrees to, or is too little.',
      'name agreements, but what stands below them tells how things are, not what somebody agrees to, or is too little.',
    ),
    sentence(signedByApprover, 'is signed only by those who approve the document.', 'are signed only by those who approve the document.'),
  ]
    .filter((words) => words !== '')
    .join(' ');
}

function sentence(readings: readonly Reading[], one: string, several: string): string {
  const titles = readings.map(({ parts }) => `“${titleOf(parts)}”`);
  const named = titles.length > MOST_TITLES ? [...titles.slice(0, MOST_TITLES), `${titles.length - MOST_TITLES} more headings`] : titles;
  if (named.length === 0) return '';
  return named.length === 1 ? `${named[0]} ${one}` : `${named.slice(0, -1).join(', ')} and ${named[named.length - 1]} ${several}`;
}
