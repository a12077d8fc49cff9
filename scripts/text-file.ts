import { readFile } from 'node:fs/promises';

/** The file cannot be read, or holds something else than text. The message says what to do. */
export class NotText extends Error {}

/** How files begin that people take for text, and what to do with them. */
const FORMATS: readonly [beginning: string, what: string][] = [
  ['PK\u0003\u0004', 'a zipped file: a spreadsheet, a presentation, an OpenDocument text. Save the document as .docx or .txt first'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Word document. Save it as .docx first'],
  ['{\\rtf', 'an RTF document. Save it as .docx or .txt first'],
];

/** What the bytes 80 to 9F stand for. Node's own decoder takes them for control characters. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * A text file's text, in whichever of the usual encodings: UTF-8, UTF-16 with its mark, or Windows-1252 as older programs save it.
 * @throws NotText
 */
export async function readTextFile(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    const why = { ENOENT: `There is no file ${path}.`, EISDIR: `${path} is a folder, not a file.` }[error.code ?? ''];
    throw new NotText(why ?? `${path} cannot be read: ${error.message}.`);
  });
  const beginning = bytes.toString('latin1', 0, 8);
  const format = FORMATS.find(([mark]) => beginning.startsWith(mark));
  if (format) throw new NotText(`${path} is ${format[1]}.`);
  if (beginning.startsWith('\u00ff\u00fe')) return new TextDecoder('utf-16le').decode(bytes);
  if (beginning.startsWith('\u00fe\u00ff')) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) throw new NotText(`${path} is not text. Save the document as plain text (.txt) first.`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bytes.toString('latin1').replace(/[\u0080-\u009f]/g, (byte) => WINDOWS_1252.charAt(byte.charCodeAt(0) - 0x80));
  }
}
