import { readFile } from 'node:fs/promises';
import { documentText } from '../src/agreements/import/import-html.ts';
import { NotText, readTextFile } from './text-file.ts';

/**
 * A policy's text, whichever of the usual formats it comes in: plain text, Markdown, HTML, Word (.docx) or PDF.
 * @returns lines as `findAgreements` reads them
 * @throws NotText with what to do, when it is another format or damaged
 */
export async function readPolicy(path: string): Promise<string> {
  const bytes = await readFile(path).catch(() => Buffer.alloc(0));
  if (bytes.toString('latin1', 0, 4) === '%PDF') return pdfText(path, bytes);
  if (bytes.toString('latin1', 0, 4) === 'PK\u0003\u0004' && /\.do[ct][xm]$/i.test(path)) return wordText(path, bytes);
  const text = await readTextFile(path);
  return /\.x?html?$/i.test(path) || /^\s*<(!doctype html|html)\b/i.test(text) ? documentText(text) : text;
}

async function wordText(path: string, buffer: Buffer): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  try {
    // Pictures are no text; mammoth would put them into the HTML whole.
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
    return documentText((await mammoth.convertToHtml({ buffer }, { convertImage })).value);
  } catch (error) {
    throw new NotText(`${path} cannot be read as a Word document (${(error as Error).message}). Open it in Word, save it anew, and try again.`);
  }
}

async function pdfText(path: string, bytes: Buffer): Promise<string> {
  const { textOfPdf } = await import('./pdf-text.ts');
  try {
    return await textOfPdf(bytes);
  } catch (error) {
    throw new NotText(`${path} cannot be read as a PDF (${(error as Error).message}). Open it, copy its text, and save that as a .txt file.`);
  }
}
