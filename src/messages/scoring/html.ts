/**
 * A mail's HTML as the text a reader sees, in the conventions of plain mail: a quoted block's lines begin with `> `, a signature
 * follows `-- `. One pass without a tree: mails may be broken, hostile or gigantic.
 */

const NEW_LINE = new Set(
  'address article blockquote br center dd div dl dt footer form h1 h2 h3 h4 h5 h6 header hr li ol p pre section table td th tr ul'.split(' '),
);
/** What stands between these tags is never read by a person. */
const UNREAD = new Set(['head', 'noscript', 'script', 'style', 'template', 'title']);

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  bull: '•',
  euro: '€',
  gt: '>',
  hellip: '…',
  ldquo: '“',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  nbsp: ' ',
  ndash: '–',
  pound: '£',
  quot: '"',
  rdquo: '”',
  rsquo: '’',
  shy: '',
  zwj: '',
  zwnj: '',
};

/** The text a reader sees. Never throws; the work grows with the length only. */
export function textOfHtml(html: string): string {
  const lines: string[] = [''];
  let quotes = 0;
  let position = 0;
  const say = (text: string): void => {
    lines[lines.length - 1] += withoutEntities(text).replace(/\s+/g, ' ');
  };
  const startLine = (): void => {
    lines.push('> '.repeat(Math.min(quotes, 3)));
  };
  while (position < html.length) {
    const open = html.indexOf('<', position);
    if (open < 0) break;
    say(html.slice(position, open));
    const tag = tagAt(html, open);
    if (tag === null) {
      say('<');
      position = open + 1;
      continue;
    }
    if (tag.end < 0) return lines.join('\n');
    position = tag.end;
    if (tag.name === 'blockquote') quotes = Math.max(0, quotes + (tag.closes ? -1 : 1));
    if (NEW_LINE.has(tag.name)) startLine();
    if (tag.isSignature) {
      lines.push('-- ');
      startLine();
    }
  }
  say(html.slice(position));
  return lines.join('\n');
}

interface Tag {
  name: string;
  closes: boolean;
  isSignature: boolean;
  /** Where the text goes on; -1 when the message ends within the tag. */
  end: number;
}

/** The tag, comment or unread part that begins here; null when this `<` begins none. */
function tagAt(html: string, open: number): Tag | null {
  if (html.startsWith('<!--', open)) return { name: '', closes: false, isSignature: false, end: after('-->', html, open) };
  const name = /^<\/?([a-z][a-z0-9:]{0,20})|^<[!?]/i.exec(html.slice(open, open + 24));
  if (name === null) return null;
  const end = after('>', html, open);
  const tag = { name: (name[1] ?? '').toLowerCase(), closes: html[open + 1] === '/', isSignature: false, end };
  if (end < 0) return tag;
  if (UNREAD.has(tag.name) && !tag.closes) return { ...tag, end: afterUnread(tag.name, html, end) };
  return { ...tag, isSignature: !tag.closes && /\bclass=["']?gmail_signature["' >]/.test(html.slice(open, Math.min(end, open + 300))) };
}

function after(mark: string, html: string, position: number): number {
  const found = html.indexOf(mark, position);
  return found < 0 ? -1 : found + mark.length;
}

function afterUnread(name: string, html: string, position: number): number {
  const closing = new RegExp(`</${name}[^>]{0,20}>`, 'gi');
  closing.lastIndex = position;
  return closing.exec(html) === null ? -1 : closing.lastIndex;
}

/** Entities undone; one that is unknown stays as it was written. */
function withoutEntities(text: string): string {
  return text.includes('&') ? text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));?/gi, entity) : text;
}

function entity(whole: string, decimal: string | undefined, hexadecimal: string | undefined, name: string | undefined): string {
  if (name !== undefined) return NAMED[name] ?? /^([a-z])(?:acute|grave|circ|uml|tilde|cedil|ring)$/i.exec(name)?.[1] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  const isLetter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isLetter ? String.fromCodePoint(code) : ' ';
}
