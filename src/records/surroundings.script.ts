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

/** Where a job stands that writes the records anew, as `Rewriting`. */
const REWRITING = 'rewriting';

export function knownRewriting(): string | null {
  return PropertiesService.getScriptProperties().getProperty(REWRITING);
}

export function rememberRewriting(job: string): void {
  PropertiesService.getScriptProperties().setProperty(REWRITING, job);
}

export function forgetRewriting(): void {
  PropertiesService.getScriptProperties().deleteProperty(REWRITING);
}

export function rememberRecordsFile(id: string): void {
  PropertiesService.getScriptProperties().setProperty(RECORDS_FILE, id);
}
