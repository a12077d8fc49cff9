import { decodeWords, encodeWords, isAscii } from './encoding.ts';

export interface Header {
  name: string;
  value: string;
}

export interface Address {
  /** '' when only the address was given. */
  name: string;
  /** Lower case. */
  address: string;
}

const LINE = 76;

/** A header line (or lines) without the final CRLF. Folding happens at spaces, so that unfolding gives the same value back. */
export function fold(name: string, value: string): string {
  // A line break in a value would let whoever wrote it add headers of their own.
  const words = `${name}: ${value.replace(/[\r\n]+/g, ' ')}`.split(/(?= )/);
  let line = '';
  const lines: string[] = [];
  for (const word of words) {
    if (line !== '' && line.trim() !== `${name}:` && line.length + word.length > LINE && word.trim() !== '') {
      lines.push(line);
      line = '';
    }
    line += word;
  }
  return [...lines, line].join('\r\n');
}

/** The header block of a message or part, values as they travelled but unfolded. */
export function parseHeaders(block: string): Header[] {
  return block
    .replace(/\r?\n(?=[ \t])/g, '')
    .split(/\r?\n/)
    .flatMap((line) => {
      const colon = line.indexOf(':');
      return colon > 0 ? [{ name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() }] : [];
    });
}

/** The first header of that name, or ''. */
export function headerOf(headers: readonly Header[], name: string): string {
  return headers.find((header) => header.name.toLowerCase() === name.toLowerCase())?.value ?? '';
}

/** `text/plain; charset="x"; name*=…`: the value in lower case, and its parameters (RFC 2231 continuations and charsets included). */
export function parseParameters(wire: string): { value: string; parameters: Record<string, string> } {
  const [value = '', ...pieces] = wire.match(/(?:[^;"]|"(?:[^"\\]|\\.)*")+/g) ?? [];
  const plain: Record<string, string> = {};
  const pieced: Record<string, { index: number; text: string; encoded: boolean }[]> = {};
  for (const piece of pieces) {
    const equals = piece.indexOf('=');
    if (equals < 0) continue;
    const text = unquote(piece.slice(equals + 1).trim());
    const [, name = '', index, star] = /^([^*]+)(?:\*(\d+))?(\*)?$/.exec(piece.slice(0, equals).trim().toLowerCase()) ?? [];
    if (index === undefined && star === undefined) plain[name] = decodeWords(text);
    else {
      pieced[name] ??= [];
      pieced[name].push({ index: Number(index ?? 0), text, encoded: star !== undefined });
    }
  }
  for (const [name, list] of Object.entries(pieced)) plain[name] = joinPieces(list);
  return { value: value.trim().toLowerCase(), parameters: plain };
}

function joinPieces(list: { index: number; text: string; encoded: boolean }[]): string {
  let charset = 'utf-8';
  const bytes = list
    .sort((a, b) => a.index - b.index)
    .map((piece, at) => {
      if (!piece.encoded) return Buffer.from(piece.text);
      const [, declared, body] = (at === 0 && /^([^']*)'[^']*'(.*)$/.exec(piece.text)) || [];
      if (declared) charset = declared;
      return Buffer.from(
        (body ?? piece.text).replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      );
    });
  try {
    return new TextDecoder(charset).decode(Buffer.concat(bytes));
  } catch {
    return Buffer.concat(bytes).toString('utf8');
  }
}

/** A parameter for the wire: `; name="value"`, or `; name*=UTF-8''…` when the value is not plain ASCII. */
export function formatParameter(name: string, value: string): string {
  return isAscii(value)
    ? `; ${name}="${value.replace(/[\\"]/g, '\\$&')}"`
    : `; ${name}*=UTF-8''${encodeURIComponent(value).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}

function unquote(text: string): string {
  return text.startsWith('"') ? text.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1') : text;
}

/** The addresses in a To, Cc, From … value (already decoded, or plain ASCII). Text that is no address comes back as one without `@`. */
export function parseAddresses(value: string): Address[] {
  const found: Address[] = [];
  for (const piece of value.match(/(?:[^,;"]|"(?:[^"\\]|\\.)*")+/g) ?? []) {
    // What stands before a group's colon is its name: `undisclosed-recipients:;`
    const text = piece.replace(/^[^"<@]*:/, '').trim();
    if (text === '') continue;
    const angle = /^(.*)<([^<>]*)>\s*$/s.exec(text);
    const address = (angle?.[2] ?? text.replace(/\([^)]*\)/g, '')).trim().toLowerCase();
    const name = unquote((angle?.[1] ?? '').trim()).trim();
    found.push({ name, address });
  }
  return found;
}

export function isAddress(text: string): boolean {
  return /^[^\s@<>,;:"()[\]\\]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i.test(text);
}

/** `Sam Okafor <sam@…>` as people read it. */
export function formatAddress({ name, address }: Address): string {
  if (name === '') return address;
  return `${/[",.;:<>@()[\]\\]/.test(name) ? `"${name.replace(/[\\"]/g, '\\$&')}"` : name} <${address}>`;
}

/** Addresses as they travel: names that are not ASCII become encoded words. */
export function addressesForWire(addresses: readonly Address[]): string {
  return addresses.map((each) => (isAscii(each.name) ? formatAddress(each) : `${encodeWords(each.name)} <${each.address}>`)).join(', ');
}
