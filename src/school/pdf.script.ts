import { isDailyLimit } from '../records/patience.script.ts';
import { Refusal } from './refusal.ts';

/** A PDF as a page saves it. */
export interface PdfFile {
  name: string;
  mimeType: 'application/pdf';
  base64: string;
}

/** A document of `paper` as a PDF. Google makes it, 4,000 a day (docs/apps-script/guides/services/quotas.md, "Files converted"). */
export function pdfBlob(html: string, name: string): GoogleAppsScript.Base.Blob {
  return Utilities.newBlob(html, 'text/html', 'document.html').getAs('application/pdf').setName(name);
}

/**
 * The same, for a page.
 * @throws Refusal when Google makes no more PDFs today
 */
export function pdfOf(html: string, name: string): PdfFile {
  try {
    return { name, mimeType: 'application/pdf', base64: Utilities.base64Encode(pdfBlob(html, name).getBytes()) };
  } catch (error) {
    if (!isDailyLimit(error)) throw error;
    throw new Refusal('no-more-pdfs', 'Google makes no more PDFs for the school today. Print this page instead, or come back tomorrow.');
  }
}
