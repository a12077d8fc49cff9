const ESCAPE = 0x241b;
const ESCAPED = /\u241b([0-9a-f]{4})/g;

/**
 * Text as a cell may hold it: exactly as typed when read back with `typedText`. Null bytes, other control characters and half a
 * surrogate pair are not promised to survive a spreadsheet; they become U+241B and four hex digits. The rest stays as it is.
 * @example cellText('a\u0000b') // 'a␛0000b'
 */
export function cellText(typed: string): string {
  let text = '';
  // By code point, so that only half a pair comes up as a surrogate.
  for (const character of typed) text += unsafe(character.codePointAt(0) ?? 0) ? escaped(character.charCodeAt(0)) : character;
  return text;
}

export function typedText(cell: string): string {
  return cell.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function unsafe(point: number): boolean {
  const control = point < 0x20 && point !== 0x09 && point !== 0x0a;
  return control || point === 0x7f || point === ESCAPE || point === 0xfffe || point === 0xffff || (point >= 0xd800 && point <= 0xdfff);
}

function escaped(unit: number): string {
  return String.fromCharCode(ESCAPE) + unit.toString(16).padStart(4, '0');
}
