/** Which part of a mail its sender wrote, which was quoted or forwarded, and what is only a signature. */
interface Parts {
  written: string;
  quoted: string;
  signature: string;
}

/** `On Mon, 7 Sep 2026 at 09:00, Ada Pell <a.pell@quillhaven.example> wrote:`, perhaps over two lines. */
const ATTRIBUTION = /^(?:on|am|le|el)\b.{5,220}\b(?:wrote|schrieb|écrit|escribió)\s*:$/i;
const FORWARDED = /^\s*(?:-{2,}\s*(?:original message|forwarded message|forwarded by)\b.*|begin forwarded message:)\s*$/i;
const HEADER = /^\*?(?:from|sent|date|to|cc|subject)\*?:\s/i;
/** A rule of underscores, a telephone's or a lawyer's words: nobody said them to anybody. */
const SIGNATURE =
  /^(?:-- ?|sent (?:from|via) (?:my|outlook|yahoo|mail for|gmail)\b.{0,60}|get outlook for \w+|(?:this|the) (?:e-?mail|message|information|contents?)\b.{0,80}\b(?:confidential|intended (?:only|solely)|attachments?)\b.*)$/i;
/** A signature is short: what is longer was written to be read. */
const LONGEST_SIGNATURE = 900;

/**
 * Tells the parts of a mail apart.
 * @param text plain text; quoted lines begin with `>`
 */
export function partsOf(text: string): Parts {
  const lines = text.split(/\r\n?|\n/);
  const written: string[] = [];
  const quoted: string[] = [];
  let signature: string[] = [];
  let part: 'written' | 'signature' = 'written';
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (/^\s*>/.test(line)) {
      quoted.push(line.replace(/^[\s>]+/, ''));
      part = 'written';
    } else if (isAttribution(lines, at)) {
      const rest = at + (ATTRIBUTION.test(line.trim()) ? 1 : 2);
      if (lines.slice(rest, rest + 3).some((next) => /^\s*>/.test(next))) at = rest - 1;
      else {
        quoted.push(...lines.slice(rest));
        break;
      }
    } else if (FORWARDED.test(line) || isHeaderBlock(lines, at)) {
      quoted.push(
        ...lines
          .slice(at)
          .filter((other) => !HEADER.test(other) && !FORWARDED.test(other))
          .map((other) => other.replace(/^[\s>]+/, '')),
      );
      break;
    } else {
      if (SIGNATURE.test(line.trimStart())) part = 'signature';
      (part === 'signature' ? signature : written).push(line);
    }
  }
  if (lengthOf(signature) > LONGEST_SIGNATURE) {
    written.push(...signature);
    signature = [];
  }
  return { written: written.join('\n').trim(), quoted: quoted.join('\n').trim(), signature: signature.join('\n').trim() };
}

function isAttribution(lines: readonly string[], at: number): boolean {
  const line = (lines[at] ?? '').trim();
  if (line.length > 240 || !/^(?:on|am|le|el)\b/i.test(line)) return false;
  return ATTRIBUTION.test(line) || (/\d/.test(line) && ATTRIBUTION.test(`${line} ${(lines[at + 1] ?? '').trim()}`.slice(0, 400)));
}

/** Three or more of From, Sent, To, Subject in a row, as Outlook puts them above what it quotes. */
function isHeaderBlock(lines: readonly string[], at: number): boolean {
  return /^\*?from\*?:\s/i.test(lines[at] ?? '') && [1, 2, 3].filter((further) => HEADER.test(lines[at + further] ?? '')).length >= 2;
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((length, line) => length + line.length + 1, 0);
}
