import { type PdfFile, pdfOf } from '../school/pdf.script.ts';
import type { Memory } from '../school/settings.script.ts';
import type { Visit } from '../school/visit.ts';
import { barPicture } from './bar-picture.chart.ts';
import type { ShownTable } from './report.ts';
import { isCharted, reportPaper } from './report-paper.ts';
import { type ReportWanted, seeReport } from './see-report.ts';

/**
 * A report to save and hand on (B16): its tables, with charts as pictures.
 * @throws Refusal as `seeReport`; and when Google makes no more PDFs today
 */
export function reportAsPdf(wanted: ReportWanted, visit: Visit, memory: Memory): PdfFile {
  const { report, chosen } = seeReport(wanted, visit, memory);
  return pdfOf(reportPaper(report, pictureOf), `Online safety ${chosen.version} ${chosen.from} to ${chosen.to}.pdf`);
}

/** A chart that cannot be drawn is not missed: its table says the same. */
function pictureOf(table: ShownTable): string {
  if (!isCharted(table)) return '';
  try {
    return `data:image/png;base64,${Utilities.base64Encode(barPicture(table.title, table.lines).getBytes())}`;
  } catch (error) {
    console.warn(`a chart is left out: ${String((error as Error).message ?? error)}`);
    return '';
  }
}
