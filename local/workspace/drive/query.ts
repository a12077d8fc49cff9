import { NotModelled } from '../errors.ts';
import { invalid } from './refusals.ts';

/** How fields are called: API v3, or v2 as DriveApp's searches do. */
export type Dialect = 'v2' | 'v3';

type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** A Drive search, read. Times are milliseconds since 1970. */
export type Term =
  | { kind: 'all' | 'any'; of: Term[] }
  | { kind: 'not'; of: Term }
  | { kind: 'text'; field: 'name' | 'fullText' | 'mimeType' | 'visibility' | 'shortcutDetails.targetId'; operator: '=' | '!=' | 'contains'; value: string }
  | { kind: 'time'; field: 'modifiedTime' | 'createdTime'; operator: Comparison; value: number }
  | { kind: 'flag'; field: 'trashed' | 'starred' | 'sharedWithMe'; value: boolean }
  | { kind: 'in'; collection: 'parents' | 'owners' | 'writers' | 'readers'; value: string }
  | { kind: 'has'; collection: 'properties' | 'appProperties'; key: string; value: string };

/** Field → the operators it takes (docs/workspace/drive/api/guides/ref-search-terms.md). */
const TEXT_FIELDS: Record<string, readonly string[]> = {
  name: ['contains', '=', '!='],
  fullText: ['contains'],
  mimeType: ['contains', '=', '!='],
  visibility: ['=', '!='],
  'shortcutDetails.targetId': ['=', '!='],
};
const TIME_FIELDS = ['modifiedTime', 'createdTime'];
const FLAGS = ['trashed', 'starred', 'sharedWithMe'];
const COLLECTIONS = ['parents', 'owners', 'writers', 'readers'];
/** v2 names (docs/workspace/drive/api/guides/v2-to-v3-reference.md). `createdTime` cannot be searched for in v2. */
const V2_NAMES: Record<string, string> = { title: 'name', modifiedDate: 'modifiedTime', lastViewedByMeDate: 'viewedByMeTime' };
const V3_ONLY = ['name', 'modifiedTime', 'createdTime', 'viewedByMeTime', 'appProperties'];
const UNMODELLED = ['viewedByMeTime', 'labels'];

type Token = { kind: 'word' | 'string' | 'sign'; text: string };

/** @throws ApiError 400 "Invalid Value" when Drive could not read it either */
export function parseQuery(q: string, dialect: Dialect): Term {
  const tokens = tokenize(q);
  if (tokens.length === 0) return { kind: 'all', of: [] };
  return new QueryReader(tokens, dialect).whole();
}

function tokenize(q: string): Token[] {
  const tokens: Token[] = [];
  const pattern = /\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(!=|<=|>=|[=<>(){}])|([\w./-]+))\s*/gsuy;
  const text = q.trim();
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (!match) throw invalidQuery();
    const [, single, double, sign, word] = match;
    const quoted = single ?? double;
    if (quoted !== undefined) tokens.push({ kind: 'string', text: quoted.replace(/\\(.)/gs, '$1') });
    else tokens.push(sign === undefined ? { kind: 'word', text: word ?? '' } : { kind: 'sign', text: sign });
  }
  return tokens;
}

class QueryReader {
  private at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly dialect: Dialect,
  ) {}

  whole(): Term {
    const term = this.any();
    if (this.at < this.tokens.length) throw invalidQuery();
    return term;
  }

  private any(): Term {
    const of = [this.all()];
    while (this.takesWord('or')) of.push(this.all());
    return of.length === 1 && of[0] ? of[0] : { kind: 'any', of };
  }

  private all(): Term {
    const of = [this.one()];
    while (this.takesWord('and')) of.push(this.one());
    return of.length === 1 && of[0] ? of[0] : { kind: 'all', of };
  }

  private one(): Term {
    if (this.takesWord('not')) return { kind: 'not', of: this.one() };
    if (this.takesSign('(')) {
      const inner = this.any();
      this.need('sign', ')');
      return inner;
    }
    const first = this.next();
    if (first.kind === 'string') return this.inCollection(first.text);
    if (first.kind !== 'word') throw invalidQuery();
    return this.clause(this.fieldOf(first.text));
  }

  private inCollection(value: string): Term {
    this.need('word', 'in');
    const collection = this.next().text;
    if (UNMODELLED.includes(collection)) throw new NotModelled(`Drive search by ${collection}`);
    if (!COLLECTIONS.includes(collection)) throw invalidQuery();
    return { kind: 'in', collection: collection as 'parents', value };
  }

  private fieldOf(name: string): string {
    if (this.dialect === 'v3') return name;
    if (V3_ONLY.includes(name)) throw invalidQuery();
    return V2_NAMES[name] ?? name;
  }

  private clause(field: string): Term {
    if (UNMODELLED.includes(field)) throw new NotModelled(`Drive search by ${field}`);
    if (field === 'properties' || field === 'appProperties') return this.has(field);
    if (FLAGS.includes(field)) return this.flag(field as 'trashed');
    const operator = this.next().text;
    const value = this.next();
    if (value.kind !== 'string') throw invalidQuery();
    if (TIME_FIELDS.includes(field) && /^(!=|[<>]=?|=)$/.test(operator)) {
      return { kind: 'time', field: field as 'modifiedTime', operator: operator as Comparison, value: timeOf(value.text) };
    }
    if (!TEXT_FIELDS[field]?.includes(operator)) throw invalidQuery();
    return { kind: 'text', field: field as 'name', operator: operator as '=', value: value.text };
  }

  /** `sharedWithMe` may stand alone; the others are compared with `true` or `false`. */
  private flag(field: 'trashed' | 'starred' | 'sharedWithMe'): Term {
    const sign = this.tokens[this.at];
    if (field === 'sharedWithMe' && sign?.text !== '=' && sign?.text !== '!=') return { kind: 'flag', field, value: true };
    const operator = this.next().text;
    const value = this.next();
    if ((operator !== '=' && operator !== '!=') || value.kind !== 'word' || !/^(true|false)$/.test(value.text)) throw invalidQuery();
    return { kind: 'flag', field, value: (value.text === 'true') === (operator === '=') };
  }

  /** `has { key='…' and value='…' }`; v2 adds `visibility='PUBLIC'` or `'PRIVATE'`, which v3 made two collections of. */
  private has(field: 'properties' | 'appProperties'): Term {
    this.need('word', 'has');
    this.need('sign', '{');
    const parts: Record<string, string> = {};
    do {
      const name = this.next().text;
      this.need('sign', '=');
      const value = this.next();
      if (value.kind !== 'string' || Object.hasOwn(parts, name)) throw invalidQuery();
      parts[name] = value.text;
    } while (this.takesWord('and'));
    this.need('sign', '}');
    const { key, value, visibility, ...rest } = parts;
    if (key === undefined || value === undefined || Object.keys(rest).length > 0) throw invalidQuery();
    if (this.dialect === 'v3') {
      if (visibility !== undefined) throw invalidQuery();
      return { kind: 'has', collection: field, key, value };
    }
    if (visibility !== 'PUBLIC' && visibility !== 'PRIVATE') throw invalidQuery();
    return { kind: 'has', collection: visibility === 'PUBLIC' ? 'properties' : 'appProperties', key, value };
  }

  private next(): Token {
    const token = this.tokens[this.at];
    if (!token) throw invalidQuery();
    this.at += 1;
    return token;
  }

  private need(kind: Token['kind'], text: string): void {
    const token = this.next();
    if (token.kind !== kind || token.text.toLowerCase() !== text) throw invalidQuery();
  }

  private takesWord(word: string): boolean {
    return this.takes('word', word);
  }

  private takesSign(sign: string): boolean {
    return this.takes('sign', sign);
  }

  private takes(kind: Token['kind'], text: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== kind || token.text.toLowerCase() !== text) return false;
    this.at += 1;
    return true;
  }
}

/** RFC 3339; a date alone or a time without an offset is in UTC. */
function timeOf(text: string): number {
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/.test(text)) throw invalidQuery();
  const time = Date.parse(/T.*(Z|[+-]\d{2}:\d{2})$/.test(text) || !text.includes('T') ? text : `${text}Z`);
  if (Number.isNaN(time)) throw invalidQuery();
  return time;
}

function invalidQuery() {
  return invalid('Invalid Value');
}
