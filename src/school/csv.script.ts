/** The cells of a CSV file's text, row by row; a spreadsheet program's byte order mark is no part of it. */
export function rowsOfCsv(text: string): string[][] {
  return Utilities.parseCsv(text.replace(/^\ufeff/, '')) as string[][];
}
