/**
 * What a first attempt at a register looks like, for comparison: a line a person, found, written and mailed one by one. A run that is cut
 * off has told some people and not noted it.
 */
export function askAndRecord(people: number): number {
  const sheet = SpreadsheetApp.create('Register').getSheets()[0];
  if (!sheet) throw new Error('The new spreadsheet has no sheet');
  for (let person = 1; person <= people; person += 1) {
    const email = `person.${person}@example.org`;
    sheet.appendRow([email, 'asked', new Date().toISOString()]);
    MailApp.sendEmail(email, 'Please sign', 'Please sign the agreement.');
    for (let row = 1; row <= sheet.getLastRow(); row += 1) {
      if (sheet.getRange(row, 1).getValue() !== email) continue;
      sheet.getRange(row, 2).setValue('told');
      break;
    }
  }
  return people;
}
