/** An address as a header has it. */
export interface Named {
  /** '' when only the address was given. */
  name: string;
  /** Lower case. */
  address: string;
}

/** An address is no longer (RFC 5321), a name that is longer tells nobody anything. */
const LONGEST = 320;

/**
 * The addresses of a From, To or Cc value; what is none is left out. Quotes, comments and groups may be broken: it is read in one pass, whatever
 * its length.
 * @example addressesIn('"Pell, Ada" <A.Pell@quillhaven.example>, team: b@quillhaven.example;') // two
 */
export function addressesIn(value: string): Named[] {
  return piecesOf(value).flatMap((piece) => {
    const open = piece.lastIndexOf('<');
    const close = piece.indexOf('>', open);
    const address = (open < 0 ? piece : piece.slice(open + 1, close < 0 ? undefined : close)).trim().toLowerCase();
    if (!/^[^\s@<>()"]+@[^\s@<>()"]+$/.test(address) || address.length > LONGEST) return [];
    return [{ name: open < 0 ? '' : unquoted(piece.slice(0, open).trim()).slice(0, LONGEST), address }];
  });
}

/** The value cut at its commas and semicolons, without comments and the names of groups. */
function piecesOf(value: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  let isQuoted = false;
  let comments = 0;
  for (let at = 0; at < value.length; at += 1) {
    const letter = value[at] ?? '';
    if (letter === '\\' && (isQuoted || comments > 0)) {
      at += 1;
      if (isQuoted) piece += value[at] ?? '';
    } else if (letter === '"' && comments === 0) isQuoted = !isQuoted;
    else if (isQuoted) piece += letter;
    else if (letter === '(') comments += 1;
    else if (comments > 0) comments -= letter === ')' ? 1 : 0;
    else if (letter === ',' || letter === ';') {
      pieces.push(piece);
      piece = '';
    } else if (letter === ':' && !piece.includes('<')) piece = '';
    else piece += letter;
  }
  return [...pieces, piece];
}

function unquoted(name: string): string {
  return name.replace(/^["'\s]+|["'\s]+$/g, '');
}
