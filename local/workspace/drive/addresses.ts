import type { FileData } from '../data.ts';
import { MIME } from './kinds.ts';

/** Where Google opens a file in the browser. */
export function addressOf(file: Pick<FileData, 'id' | 'mimeType'>): string {
  switch (file.mimeType) {
    case MIME.folder:
      return `https://drive.google.com/drive/folders/${file.id}`;
    case MIME.spreadsheet:
      return `https://docs.google.com/spreadsheets/d/${file.id}/edit`;
    case MIME.form:
      return `https://docs.google.com/forms/d/${file.id}/edit`;
    case MIME.document:
      return `https://docs.google.com/document/d/${file.id}/edit`;
    case MIME.script:
      return `https://script.google.com/d/${file.id}/edit`;
    default:
      return `https://drive.google.com/file/d/${file.id}/view`;
  }
}

/** Where an uploaded file is downloaded from. */
export function downloadAddressOf(file: Pick<FileData, 'id'>): string {
  return `https://drive.google.com/uc?id=${file.id}&export=download`;
}

/** Where a deployment of a web app answers in a Workspace domain; without a version it is the newest code, for its editors. */
export function webAppAddress(domain: string, { deploymentId, versionNumber }: { deploymentId: string; versionNumber?: number }): string {
  return `https://script.google.com/a/macros/${domain}/s/${deploymentId}/${versionNumber === undefined ? 'dev' : 'exec'}`;
}
