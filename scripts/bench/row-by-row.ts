/**
 * What a first attempt at a log looks like, for comparison: a sheet that is searched and written cell by cell. It keeps no
 * history, knows no lock, and a run that dies half-way leaves half a row.
 */
export function raise(spreadsheetId: string, key: string, story: string): string {
  const sheet = SpreadsheetApp.openById(spreadsheetId).getSheetByName('Cases');
  if (!sheet) throw new Error('There is no sheet "Cases"');
  const last = sheet.getLastRow();
  for (let row = 2; row <= last; row += 1) {
    if (sheet.getRange(row, 1).getValue() === key) return `C-${row - 1}`;
  }
  if (last === sheet.getMaxRows()) sheet.insertRowAfter(last);
  const cells = [key, 'new', new Date().toISOString(), story];
  cells.forEach((cell, place) => {
    sheet.getRange(last + 1, place + 1).setValue(cell);
  });
  return `C-${last}`;
}
