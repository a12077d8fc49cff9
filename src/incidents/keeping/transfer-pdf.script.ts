import { ukDate, ukDay } from '../../school/calendar.ts';
import { type PdfFile, pdfOf } from '../../school/pdf.script.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { Visit } from '../../school/visit.ts';
import { caseTable } from '../case.ts';
import { dossierHtml } from './dossier-html.ts';
import { given } from './given.ts';
import { dossierOf } from './make-dossier.ts';
import type { ByHand } from './redaction.ts';
import { onTransfer, type TransferPress, transferFor } from './transfer-file.ts';
import { transferEvent, transferTable } from './transfers.ts';

/**
 * The pupil's file as this reader may give it out, as a PDF (B21, rule 5); that it was made stands with the transfer.
 * @throws Refusal `changed-meanwhile`, and when Google makes no more PDFs today
 */
export function makeTransferPdf(request: TransferPress & ByHand, visit: Visit): PdfFile {
  const { school, me, now } = visit;
  const view = visit.records.view([transferTable, caseTable]);
  const row = transferFor(view.find(transferTable, request.subject));
  const { cases } = dossierOf({ email: row.pupil, name: row.name }, 'other children', view, visit);
  const shown = given(cases, request);
  const html = dossierHtml({
    title: `Child-protection file of ${row.name}`,
    about: [
      `From ${school.name} to ${row.school}, for ${row.contact}. Keep it apart from the pupil’s main file.`,
      `Made by ${me.name} on ${ukTime(now)}; the move was known on ${ukDate(row.known)}. The names of other children are blacked out.`,
      `Confirm to ${school.name} that you have it. Questions: telephone the designated safeguarding lead on ${school.dslTelephone}.`,
      `${shown.length === 1 ? 'One case' : `${shown.length} cases`}: ${shown.map(({ reference }) => reference).join(', ') || 'none'}.`,
    ],
    cases: shown,
  });
  const pdf = pdfOf(html, `Child-protection file ${ukDay(now)}.pdf`);
  const counts = { lifted: request.lifted.length, added: request.added.length, leftOut: request.leftOut.length };
  onTransfer(request, visit, ({ subject }) => transferEvent('transfer pack made', subject, { cases: shown.map(({ reference }) => reference), ...counts }));
  return pdf;
}
