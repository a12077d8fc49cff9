import { execFile } from 'node:child_process';
import { join } from 'node:path';

/**
 * The text of each page of a PDF, read by pdfjs.
 * @param bytes also as scripts have them: signed numbers
 * @throws when they are no PDF
 */
export function pdfText(bytes: Uint8Array | readonly number[]): Promise<{ pages: string[] }> {
  return new Promise((done, failed) => {
    const reading = execFile(process.execPath, [join(import.meta.dirname, 'pdf-text.mjs')], { maxBuffer: 64 * 2 ** 20 }, (error, stdout, stderr) => {
      if (error) failed(new Error(stderr || error.message));
      else done(JSON.parse(stdout) as { pages: string[] });
    });
    reading.stdin?.end(Buffer.from(bytes instanceof Uint8Array ? bytes : bytes.map((byte) => byte & 0xff)));
  });
}
