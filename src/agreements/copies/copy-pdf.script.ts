import { isDailyLimit } from '../../records/patience.script.ts';
import { Refusal } from '../../school/refusal.ts';
import type { Visit } from '../../school/visit.ts';
import { copyHtml } from './copy-html.ts';
import { copyFileName } from './copy-place.ts';
import { readableSignature } from './read-copy.ts';
import { signedCopies } from './signed-copies.ts';
import type { SignedCopy } from './signed-copy.ts';

/** A file as a page saves it. */
export interface PdfFile {
  name: string;
  base64: string;
}

/** A signed copy as a PDF. Google makes it, 4,000 a day (docs/apps-script/guides/services/quotas.md, "Files converted"). */
export function copyPdf(copy: SignedCopy, name: string): GoogleAppsScript.Base.Blob {
  return Utilities.newBlob(copyHtml(copy), 'text/html', 'copy.html').getAs('application/pdf').setName(name);
}

/**
 * A signed copy to save (A11).
 * @throws Refusal as `readCopy`, in the same words; and when Google makes no more PDFs today
 */
export function copyAsPdf({ signature }: { signature: string }, visit: Visit): PdfFile {
  const row = readableSignature(signature, visit);
  const copy = signedCopies([row], visit)(row);
  const name = copyFileName(copy, row);
  try {
    return { name, base64: Utilities.base64Encode(copyPdf(copy, name).getBytes()) };
  } catch (error) {
    if (!isDailyLimit(error)) throw error;
    throw new Refusal('no-more-pdfs', 'Google makes no more PDFs for the school today. Print this page instead, or come back tomorrow.');
  }
}
