import { parseReference, type Reference, type Token, tokens } from './tokens.ts';

export type Node =
  | { kind: 'literal'; value: string | number | boolean | null }
  | { kind: 'error'; code: string }
  | { kind: 'reference'; reference: Reference }
  | { kind: 'name'; name: string }
  | { kind: 'call'; name: string; args: Node[] }
  | { kind: 'binary'; operator: string; left: Node; right: Node }
  | { kind: 'unary'; operator: string; operand: Node }
  | { kind: 'array'; rows: Node[][] };

const STRENGTH: Record<string, number> = { '=': 1, '<>': 1, '<': 1, '>': 1, '<=': 1, '>=': 1, '&': 2, '+': 3, '-': 3, '*': 4, '/': 4, '^': 6 };
/** A sign binds more tightly than any operator: `-2^2` is 4 in the grid. */
const UNARY_STRENGTH = 7;

const parsed = new Map<string, Node | null>();

/** The tree of a formula (with its leading `=`), or null when it cannot be read: the grid shows `#ERROR!` then. */
export function parseFormula(formula: string): Node | null {
  let tree = parsed.get(formula);
  if (tree === undefined) {
    const reader = new Reader(tokens(formula.slice(1)).filter((token) => token.kind !== 'space'));
    tree = reader.whole();
    if (parsed.size > 5000) parsed.clear();
    parsed.set(formula, tree);
  }
  return tree;
}

class Unreadable extends Error {}

class Reader {
  private at = 0;
  constructor(private readonly words: Token[]) {}

  whole(): Node | null {
    try {
      const tree = this.expression(0);
      return this.at === this.words.length ? tree : null;
    } catch (error) {
      if (error instanceof Unreadable) return null;
      throw error;
    }
  }

  private expression(least: number): Node {
    let left = this.operand();
    for (;;) {
      const operator = this.words[this.at];
      const strength = operator?.kind === 'operator' ? STRENGTH[operator.text] : undefined;
      if (operator === undefined || strength === undefined || strength <= least) return left;
      this.at += 1;
      left = { kind: 'binary', operator: operator.text, left, right: this.expression(strength) };
    }
  }

  private operand(): Node {
    let node = this.primary();
    while (this.accept('%')) node = { kind: 'unary', operator: '%', operand: node };
    return node;
  }

  private primary(): Node {
    const word = this.words[this.at];
    if (!word) throw new Unreadable();
    this.at += 1;
    switch (word.kind) {
      case 'number':
        return { kind: 'literal', value: Number(word.text) };
      case 'text':
        return { kind: 'literal', value: word.text.slice(1, -1).replaceAll('""', '"') };
      case 'error':
        return { kind: 'error', code: word.text };
      case 'reference':
        return { kind: 'reference', reference: parseReference(word.text) };
      case 'function':
        return this.call(word.text);
      case 'name':
        return /^(true|false)$/i.test(word.text) ? { kind: 'literal', value: word.text.toLowerCase() === 'true' } : { kind: 'name', name: word.text };
      default:
        return this.bracketed(word.text);
    }
  }

  private bracketed(text: string): Node {
    if (text === '(') {
      const inner = this.expression(0);
      this.expect(')');
      return inner;
    }
    if (text === '{') return this.array();
    if (text === '+' || text === '-') return { kind: 'unary', operator: text, operand: this.expression(UNARY_STRENGTH) };
    throw new Unreadable();
  }

  private call(name: string): Node {
    this.expect('(');
    const args: Node[] = [];
    if (this.accept(')')) return { kind: 'call', name: name.toUpperCase(), args };
    do {
      const next = this.words[this.at]?.text;
      // `IF(A1,,2)`: an argument left out is an empty one.
      args.push(next === ',' || next === ';' || next === ')' ? { kind: 'literal', value: null } : this.expression(0));
    } while (this.accept(',') || this.accept(';'));
    this.expect(')');
    return { kind: 'call', name: name.toUpperCase(), args };
  }

  private array(): Node {
    const rows: Node[][] = [[]];
    if (this.accept('}')) return { kind: 'array', rows };
    do {
      rows[rows.length - 1]?.push(this.expression(0));
      if (this.accept(';')) rows.push([]);
      else if (!this.accept(',')) break;
    } while (this.at < this.words.length);
    this.expect('}');
    return { kind: 'array', rows };
  }

  private accept(text: string): boolean {
    const word = this.words[this.at];
    if (word?.kind !== 'operator' || word.text !== text) return false;
    this.at += 1;
    return true;
  }

  private expect(text: string): void {
    if (!this.accept(text)) throw new Unreadable();
  }
}
