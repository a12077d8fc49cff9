import { columnIndex, columnName, quotedSheet, splitSheet } from '../a1.ts';

type TokenKind = 'space' | 'number' | 'text' | 'reference' | 'name' | 'function' | 'error' | 'operator' | 'unknown';
export interface Token {
  kind: TokenKind;
  text: string;
}

const PATTERNS: [TokenKind, RegExp][] = [
  ['space', /\s+/y],
  ['text', /"(?:[^"]|"")*"/y],
  ['error', /#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|ERROR!)/y],
  [
    'reference',
    /(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?:\$?[A-Za-z]{1,3}\$?\d+(?::(?:\$?[A-Za-z]{1,3}\$?\d+|\$?[A-Za-z]{1,3}|\$?\d+))?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?:\$?\d+)?|\$?\d+:\$?\d+)(?![\p{L}\p{N}_(.])/uy,
  ],
  ['number', /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['function', /[\p{L}_][\p{L}\p{N}_.]*(?=\s*\()/uy],
  ['name', /[\p{L}_][\p{L}\p{N}_.]*/uy],
  ['operator', /<=|>=|<>|[-+*/^&=<>%(){},;]/y],
];

/** The words of a formula, spaces kept, so that joining their texts gives the formula again. */
export function tokens(formula: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  next: while (at < formula.length) {
    for (const [kind, pattern] of PATTERNS) {
      pattern.lastIndex = at;
      const match = pattern.exec(formula);
      if (!match) continue;
      found.push({ kind, text: match[0] });
      at += match[0].length;
      continue next;
    }
    found.push({ kind: 'unknown', text: formula.charAt(at) });
    at += 1;
  }
  return found;
}

/** One corner of a reference; a missing row or column means "all of them". `fixed…` is the dollar sign. */
export interface Corner {
  row?: number;
  column?: number;
  fixedRow: boolean;
  fixedColumn: boolean;
}

export interface Reference {
  sheetName?: string;
  first: Corner;
  last: Corner;
  /** Written with a colon. */
  isRange: boolean;
}

export function parseReference(text: string): Reference {
  const { sheetName, rest } = splitSheet(text);
  const [from = '', to] = rest.split(':');
  const first = corner(from);
  const reference: Reference = { first, last: to === undefined ? first : corner(to), isRange: to !== undefined };
  return sheetName === undefined ? reference : { sheetName, ...reference };
}

function corner(text: string): Corner {
  const [, fixedColumn, column, fixedRow, row] = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text) ?? [];
  return {
    ...(row ? { row: Number(row) - 1 } : {}),
    ...(column ? { column: columnIndex(column) } : {}),
    // In `$5` the dollar sign stands before where the column would be.
    fixedRow: fixedRow === '$' || (!column && fixedColumn === '$'),
    fixedColumn: fixedColumn === '$',
  };
}

function writeReference(reference: Reference): string {
  return `${sheetPrefix(reference)}${writeCorner(reference.first)}${reference.isRange ? `:${writeCorner(reference.last)}` : ''}`;
}

export function sheetPrefix(reference: Reference): string {
  return reference.sheetName === undefined ? '' : `${quotedSheet(reference.sheetName)}!`;
}

export function writeCorner(each: Corner): string {
  const column = each.column === undefined ? '' : `${each.fixedColumn ? '$' : ''}${columnName(each.column)}`;
  return `${column}${each.row === undefined ? '' : `${each.fixedRow ? '$' : ''}${each.row + 1}`}`;
}

/** Puts what `write` gives in the place of every reference of a formula. */
export function replaceReferences(formula: string, write: (reference: Reference) => string): string {
  return tokens(formula)
    .map((token) => (token.kind === 'reference' ? write(parseReference(token.text)) : token.text))
    .join('');
}

/** Changes every reference of a formula; null from `change` means it points nowhere any more. */
export function mapReferences(formula: string, change: (reference: Reference) => Reference | null): string {
  return replaceReferences(formula, (reference) => {
    const changed = change(reference);
    return changed ? writeReference(changed) : '#REF!';
  });
}
