import type { SchoolUnderTest } from './school.ts';

/** Rows are counted from 1, as people count them: links, headings, a hidden row, then the lines. */
const FIRST_LINE = 4;

/** The headings of a desk, without the hidden column. */
export function deskHeadings(school: SchoolUnderTest, lane = 'dsl'): string[] {
  const [, headings = []] = school.sheet(`desk-${lane}`, 'Desk');
  return headings.filter((heading) => heading !== '' && !heading.startsWith('Written'));
}

/** A desk's lines by its headings. */
export function deskLinesOf(school: SchoolUnderTest, lane = 'dsl'): Record<string, string>[] {
  const headings = deskHeadings(school, lane);
  return school.desk(lane).map((cells) => Object.fromEntries(headings.map((heading, place) => [heading, cells[place] ?? ''])));
}

/** Types into the cell of a case on a desk, as a person does. */
export function typeOnDesk(school: SchoolUnderTest, by: string, reference: string, heading: string, text: string, lane = 'dsl'): void {
  const at = school.desk(lane).findIndex(([first]) => first === reference);
  const place = deskHeadings(school, lane).indexOf(heading);
  if (at < 0 || place < 0) throw new Error(`the desk has no ${heading} of ${reference}`);
  school.type(by, `desk-${lane}`, 'Desk', FIRST_LINE + at, place + 1, text);
}
