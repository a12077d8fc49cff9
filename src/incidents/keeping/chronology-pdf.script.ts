import { heading1, paper, paragraph, table } from '../../school/paper.ts';
import { type PdfFile, pdfOf } from '../../school/pdf.script.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { Visit } from '../../school/visit.ts';
import { ROLE_WORDS } from '../working/role-words.ts';
import type { ChronologyLine } from './chronology.ts';
import { type Chronology, seeChronology } from './see-chronology.ts';

/**
 * The chronology as a PDF (B14): the same lines that the page shows.
 * @throws Refusal when Google makes no more PDFs today
 */
export function chronologyAsPdf({ person }: { person: string }, visit: Visit): PdfFile {
  const chronology = seeChronology({ person }, visit);
  // The file's name holds nobody's: it is read over shoulders and in lists of downloads.
  return pdfOf(chronologyHtml(chronology, visit), `Chronology ${visit.now.slice(0, 10)}.pdf`);
}

/** The lines on paper. */
function chronologyHtml({ name, what, lines, repeats }: Chronology, { school, me, now }: Pick<Visit, 'school' | 'me' | 'now'>): string {
  const title = `Chronology: ${name}`;
  const headings = ['When', 'Case', 'Role', 'What', 'Severity', 'State and outcome'];
  return paper(title, [
    paragraph(school.name),
    heading1(title),
    paragraph([what, `Made by ${me.name} on ${ukTime(now)}.`, 'Cases that this reader may read; others may exist.'].filter((each) => each !== '').join(' ')),
    ...repeats.map(paragraph),
    ...(lines.length === 0 ? [paragraph('There are no cases.')] : [table([headings, ...lines.map(rowOf)], 9)]),
  ]);
}

function rowOf({ at, isHappened, reference, role, isTyped, repeat, types, severity, state, outcome }: ChronologyLine): string[] {
  return [
    isHappened ? at : `${at} (received)`,
    reference,
    [ROLE_WORDS[role], isTyped ? 'named as typed' : '', repeat].filter((each) => each !== '').join('; '),
    types.join('; ') || 'not classified',
    severity || 'not set',
    outcome === '' ? state : `${state}: ${outcome}`,
  ];
}
