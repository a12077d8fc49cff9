import { createHash } from 'node:crypto';
import { jsPDF } from 'jspdf';
import { blocksIn } from './blocks.ts';
import { Letters } from './letters.ts';
import { stripsOf } from './strips.ts';

/** A4, in points, with 2 cm around it. */
const A4 = { width: 595.28, height: 841.89 };
const MARGIN = 56.7;
const ROOM = { width: A4.width - 2 * MARGIN, height: A4.height - 2 * MARGIN };

/**
 * A page of HTML on A4. Letters, headings, lists, tables with lines around every cell, pictures that are in the page; of its styles
 * the size, weight and slant of letters, `text-align`, `white-space`, `display: none` and page breaks. The same page at the same
 * time gives the same bytes.
 * @param at when it was made, in milliseconds since 1970
 * @throws NotModelled for what is more than that
 */
export function pdfOf(html: string, at: number): Buffer {
  const pdf = new jsPDF({ unit: 'pt', format: [A4.width, A4.height], compress: true, putOnlyUsedFonts: true });
  pdf.setCreationDate(`D:${new Date(at).toISOString().replace(/\D/g, '').slice(0, 14)}+00'00'`);
  pdf.setFileId(createHash('md5').update(html).digest('hex').toUpperCase());
  const paper = { pdf, letters: new Letters(pdf), height: ROOM.height };
  let used = 0;
  let gap = 0;
  const turn = (): void => {
    pdf.addPage();
    used = 0;
    gap = 0;
  };
  for (const strip of stripsOf(blocksIn(html), ROOM.width, paper)) {
    if (strip.kind === 'new page' && used > 0) turn();
    else if (strip.kind === 'gap' && used > 0) gap = Math.max(gap, strip.height);
    else if (strip.kind === 'ink') {
      if (used > 0 && used + gap + strip.height > ROOM.height) turn();
      strip.draw(MARGIN, MARGIN + used + gap);
      used += gap + strip.height;
      gap = 0;
    }
  }
  return Buffer.from(pdf.output('arraybuffer'));
}
