import { ukDay } from '../../school/calendar.ts';
import { type PdfFile, pdfOf } from '../../school/pdf.script.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { Visit } from '../../school/visit.ts';
import { caseTable } from '../case.ts';
import { onRequest, type RequestPress, requestFor } from './ask-access.ts';
import { dossierHtml } from './dossier-html.ts';
import { given } from './given.ts';
import { dossierOf } from './make-dossier.ts';
import type { ByHand } from './redaction.ts';
import { accessEvent, requestTable } from './requests.ts';

/**
 * One reader's part of the answer as a PDF, with what they lifted, added and left out (B21); that it was made stands with the request.
 * @throws Refusal `changed-meanwhile`, and when Google makes no more PDFs today
 */
export function makeAccessPdf(request: RequestPress & ByHand, visit: Visit): PdfFile {
  const view = visit.records.view([requestTable, caseTable]);
  const row = requestFor(view.find(requestTable, request.subject), visit);
  const { cases, raised } = dossierOf({ email: row.person, name: row.name }, 'everybody else', view, visit);
  const shown = given(cases, request);
  const html = dossierHtml({
    title: `What is recorded about ${row.name}`,
    about: [
      `${visit.school.name}. Made on ${ukTime(visit.now)}.`,
      'The names of other people are blacked out.',
      ...(cases.length + raised.length === 0 ? ['Nothing is recorded in this part.'] : []),
      ...raised.map((at) => `${row.name} raised a concern on ${at}.`),
    ],
    cases: shown,
  });
  const pdf = pdfOf(html, `Subject access ${ukDay(visit.now)}.pdf`);
  const counts = { lifted: request.lifted.length, added: request.added.length, leftOut: request.leftOut.length };
  onRequest(request, visit, ({ subject }) => accessEvent('subject access part made', subject, { cases: shown.map(({ reference }) => reference), ...counts }));
  return pdf;
}
