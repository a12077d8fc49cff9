import { heading1, heading2, paper, paragraph, picture, table } from '../school/paper.ts';
import type { TableId } from './figures.ts';
import type { Shown, ShownTable } from './report.ts';
import type { Report } from './see-report.ts';

/** Tables that are drawn as well. */
const CHARTED: ReadonlySet<TableId> = new Set<TableId>(['category', 'type', 'severity', 'place', 'month', 'first action', 'outcome']);
/** More bars than this cannot be read on one page. */
const MOST_BARS = 14;

/** Whether a chart of it shows anything. */
export function isCharted({ id, lines }: ShownTable): boolean {
  return CHARTED.has(id) && lines.length <= MOST_BARS && lines.some(({ count }) => count !== null && count > 0);
}

/** @returns the number, or `hidden` */
export function shownCount(count: Shown): string {
  return count === null ? 'hidden' : String(count);
}

/**
 * A report for paper and PDF (B16). Each chart is also a table: whether Google keeps pictures when it makes a PDF is not documented.
 * @param pictureOf a chart as `data:` address; '' where none was made
 */
export function reportPaper(report: Report, pictureOf: (table: ShownTable) => string): string {
  const { title, school, period, made, total, notes, measures, tables } = report;
  return paper(`Online safety: ${period}`, [
    paragraph(school),
    heading1('Online safety: concerns in numbers'),
    paragraph(`${period}. ${title}. Made ${made}.`),
    ...notes.map(paragraph),
    paragraph(`Concerns counted: ${shownCount(total)}`),
    ...(measures.length === 0 ? [] : [table(measures.map(({ label, value }) => [label, value]))]),
    ...tables.flatMap((each) => [heading2(each.title), ...tablePaper(each, pictureOf(each))]),
  ]);
}

function tablePaper({ title, lines }: ShownTable, address: string): string[] {
  if (lines.length === 0) return [paragraph('Nothing to show.')];
  return [...(address === '' ? [] : [picture(address, `${title}, as bars`)]), table(lines.map(({ label, count }) => [label, shownCount(count)]))];
}
