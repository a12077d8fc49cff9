import { Refused } from '../../pages/server.ts';
import { documentText } from './import-html.ts';

/** The input that a file is chosen with: errors lead to it. */
export const FILE = 'file';
/** Larger files are pictures. */
const MOST_BYTES = 10_000_000;

/**
 * The text of a file that somebody chose on a page, as `findAgreements` reads it. Nothing in it is run: Word and HTML become plain lines.
 * @throws Refused when it is another kind of file, or damaged, with what to do
 */
export async function textOfFile(file: File): Promise<string> {
  if (file.size > MOST_BYTES) throw new Refused(`“${file.name}” is very large. Copy the agreement’s text out of it and paste it instead.`, FILE);
  const [ending = ''] = /\.[^.]*$/.exec(file.name.toLowerCase()) ?? [];
  if (ending === '.docx') return wordText(file);
  if (ending === '.html' || ending === '.htm') return documentText(await plainText(file));
  if (ending === '.txt' || ending === '.md') return plainText(file);
  throw new Refused(`“${file.name}” cannot be read here. Choose a .docx, .txt, .md or .html file; of any other, copy the text and paste it.`, FILE);
}

async function wordText(file: File): Promise<string> {
  try {
    const { default: mammoth } = await import('mammoth');
    // Pictures are no text; mammoth would put them into the HTML whole.
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
    return documentText((await mammoth.convertToHtml({ arrayBuffer: await file.arrayBuffer() }, { convertImage })).value);
  } catch {
    throw new Refused(`“${file.name}” cannot be read as a Word document. Open it in Word and save it anew, or copy its text and paste it.`, FILE);
  }
}

/** UTF-8, or what older programs save. */
async function plainText(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
