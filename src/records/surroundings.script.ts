/** The property that holds the id of the records spreadsheet, beside those of the school's other files. */
const RECORDS_FILE = 'file:records';

export function now(): string {
  return new Date().toISOString();
}

/** 122 random bits. */
export function newSalt(): string {
  return Utilities.getUuid();
}

export function knownRecordsFile(): string | null {
  return PropertiesService.getScriptProperties().getProperty(RECORDS_FILE);
}

export function rememberRecordsFile(id: string): void {
  PropertiesService.getScriptProperties().setProperty(RECORDS_FILE, id);
}
