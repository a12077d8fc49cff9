/** A search as a tree. `and` of nothing matches everything. */
export type QueryNode =
  | { kind: 'and' | 'or'; nodes: QueryNode[] }
  | { kind: 'not'; node: QueryNode }
  | { kind: 'text'; value: string }
  | { kind: 'field'; field: string; value: string };

type Token = '(' | ')' | '{' | '}' | '-' | 'OR' | 'AND' | { field?: string; text: string; open?: boolean };

/** Operators that are read as such; `re:plan` is just words. */
const FIELDS = new Set(
  'from to cc bcc subject label in is has list filename newer_than older_than after before newer older rfc822msgid larger smaller size category deliveredto'.split(
    ' ',
  ),
);

/**
 * Reads Gmail's search language: words, "phrases", `field:value`, `-not`, `OR`, `AND`, `{either or}` and `(all of)`,
 * also inside a field: `subject:(field trip)`, `from:{a b}`. Never throws: a bracket left open closes at the end.
 */
export function parseQuery(query: string): QueryNode {
  const tokens = tokenize(query);
  let at = 0;

  const list = (end: ')' | '}' | undefined, field: string | undefined): QueryNode => {
    const all: QueryNode[] = [];
    let joinNext = false;
    while (at < tokens.length && !(end !== undefined && tokens[at] === end)) {
      const token = tokens[at];
      if (token === 'OR') {
        joinNext = all.length > 0;
        at += 1;
        continue;
      }
      if (token === 'AND' || token === ')' || token === '}') {
        at += 1;
        continue;
      }
      const node = one(field);
      if (node === undefined) continue;
      const before = joinNext ? all.pop() : undefined;
      // OR binds its two neighbours and nothing more: `a b OR c` is `a (b OR c)`.
      if (before) all.push(before.kind === 'or' ? { kind: 'or', nodes: [...before.nodes, node] } : { kind: 'or', nodes: [before, node] });
      else all.push(node);
      joinNext = false;
    }
    at += 1;
    if (end === '}') return { kind: 'or', nodes: all };
    return all.length === 1 && all[0] ? all[0] : { kind: 'and', nodes: all };
  };

  const one = (field: string | undefined): QueryNode | undefined => {
    const token = tokens[at];
    at += 1;
    if (token === undefined) return undefined;
    if (token === '-') {
      const node = one(field);
      return node && { kind: 'not', node };
    }
    if (token === '(') return list(')', field);
    if (token === '{') return list('}', field);
    if (typeof token === 'string') return undefined;
    if (token.open && token.field) return one(token.field);
    const name = token.field ?? field;
    return name === undefined ? { kind: 'text', value: token.text } : { kind: 'field', field: name, value: token.text };
  };

  return list(undefined, undefined);
}

function tokenize(query: string): Token[] {
  const tokens: Token[] = [];
  const pattern = /\s+|([(){}])|(-)(?=[^\s-])|\+?(?:([a-z0-9_]+):)?(?:"([^"]*)"?|([^\s(){}"]+))/giy;
  for (let at = 0; at < query.length; at = pattern.lastIndex) {
    pattern.lastIndex = at;
    const match = pattern.exec(query);
    if (!match) break;
    const [, bracket, minus, field, phrase, word] = match;
    if (bracket) tokens.push(bracket as '(' | ')' | '{' | '}');
    else if (minus) tokens.push('-');
    else if (field && FIELDS.has(field.toLowerCase())) tokens.push({ field: field.toLowerCase(), text: phrase ?? word ?? '' });
    else if (phrase !== undefined) tokens.push({ text: field ? `${field}:${phrase}` : phrase });
    else if (word !== undefined) tokens.push(field ? { text: `${field}:${word}` } : wordToken(word, query[pattern.lastIndex]));
  }
  return tokens;
}

function wordToken(word: string, next: string | undefined): Token {
  if (word === 'OR' || word === '|') return 'OR';
  if (word === 'AND') return 'AND';
  const field = word.endsWith(':') ? word.slice(0, -1).toLowerCase() : '';
  if ((next === '(' || next === '{') && FIELDS.has(field)) return { field, text: '', open: true };
  return { text: word };
}
