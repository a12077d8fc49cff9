/**
 * What a first attempt at a case log looks like, for comparison: a sheet of cases and one of what happened to them, searched and written
 * cell by cell. It knows no lock, keeps no chain, and a run that dies half-way leaves half a row.
 */

/** References of cases; one has as many entries as Handrail's own old log has in the bench. */
const ENTRIES_A_CASE = 40;

/** Makes the log with so many entries. It is not measured: all cells are written at once. */
export function fill(entries: number): string {
  const book = SpreadsheetApp.create('Log');
  const cases = book.getSheets()[0];
  if (!cases) throw new Error('The new spreadsheet has no sheet');
  cases.setName('Cases');
  const history = book.insertSheet('History');
  const count = Math.max(1, Math.ceil(entries / ENTRIES_A_CASE));
  const room = (sheet: GoogleAppsScript.Spreadsheet.Sheet, rows: number) => {
    if (rows > sheet.getMaxRows()) sheet.insertRowsAfter(sheet.getMaxRows(), rows - sheet.getMaxRows());
  };
  room(cases, count + 10);
  room(history, entries + 10);
  const due = new Date(Date.now() + 86_400_000).toISOString();
  cases.getRange(1, 1, count, 4).setValues(Array.from({ length: count }, (_, index) => [`C-${index}`, 'open', due, '']));
  history
    .getRange(1, 1, entries, 3)
    .setValues(Array.from({ length: entries }, (_, index) => [`C-${Math.floor(index / ENTRIES_A_CASE)}`, 'note', `Note ${index}`]));
  return book.getId();
}

export function report(id: string, story: string): string {
  const { cases, history } = sheetsOf(id);
  const reference = `C-${cases.getLastRow()}`;
  write(cases, [reference, 'new', new Date().toISOString(), '']);
  write(history, [reference, 'raised', story]);
  MailApp.sendEmail('priya.nair@quillhaven.example', 'A concern', 'A concern is waiting.');
  return reference;
}

export function open(id: string, reference: string): string[] {
  const { cases, history } = sheetsOf(id);
  find(cases, reference);
  const said: string[] = [];
  for (let row = 1; row <= history.getLastRow(); row += 1) {
    if (history.getRange(row, 1).getValue() === reference) said.push(String(history.getRange(row, 3).getValue()));
  }
  return said;
}

export function note(id: string, reference: string, text: string): void {
  const { cases, history } = sheetsOf(id);
  find(cases, reference);
  write(history, [reference, 'note', text]);
}

export function close(id: string, reference: string): void {
  const { cases, history } = sheetsOf(id);
  const row = find(cases, reference);
  cases.getRange(row, 2).setValue('closed');
  cases.getRange(row, 4).setValue('supported');
  write(history, [reference, 'closed', 'supported']);
}

/** Looks for what is overdue. */
export function daily(id: string): number {
  const { cases } = sheetsOf(id);
  let overdue = 0;
  for (let row = 1; row <= cases.getLastRow(); row += 1) {
    const isOpen = cases.getRange(row, 2).getValue() !== 'closed';
    if (isOpen && String(cases.getRange(row, 3).getValue()) < new Date().toISOString()) overdue += 1;
  }
  return overdue;
}

function sheetsOf(id: string) {
  const book = SpreadsheetApp.openById(id);
  const [cases, history] = [book.getSheetByName('Cases'), book.getSheetByName('History')];
  if (!cases || !history) throw new Error('The log has no sheets');
  return { cases, history };
}

function find(sheet: GoogleAppsScript.Spreadsheet.Sheet, reference: string): number {
  for (let row = 1; row <= sheet.getLastRow(); row += 1) if (sheet.getRange(row, 1).getValue() === reference) return row;
  throw new Error('There is no such case');
}

function write(sheet: GoogleAppsScript.Spreadsheet.Sheet, cells: readonly string[]): void {
  const row = sheet.getLastRow() + 1;
  cells.forEach((cell, place) => {
    sheet.getRange(row, place + 1).setValue(cell);
  });
}
