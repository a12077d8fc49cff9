import { type PdfFile, pdfBlob, pdfOf } from '../../school/pdf.script.ts';
import type { Visit } from '../../school/visit.ts';
import { copyHtml } from './copy-html.ts';
import { copyFileName } from './copy-place.ts';
import { readableSignature } from './read-copy.ts';
import { signedCopies } from './signed-copies.ts';
import type { SignedCopy } from './signed-copy.ts';

/** A signed copy as a PDF. */
export function copyPdf(copy: SignedCopy, name: string): GoogleAppsScript.Base.Blob {
  return pdfBlob(copyHtml(copy), name);
}

/**
 * A signed copy to save (A11).
 * @throws Refusal as `readCopy`, in the same words; and when Google makes no more PDFs today
 */
export function copyAsPdf({ signature }: { signature: string }, visit: Visit): PdfFile {
  const row = readableSignature(signature, visit);
  const copy = signedCopies([row], visit)(row);
  return pdfOf(copyHtml(copy), copyFileName(copy, row));
}
