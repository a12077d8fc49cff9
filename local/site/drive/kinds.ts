import type { FileData } from '../../workspace/data.ts';
import { MIME } from '../../workspace/drive.ts';

const WORDS: Record<string, string> = {
  [MIME.folder]: 'Folder',
  [MIME.spreadsheet]: 'Sheet',
  [MIME.form]: 'Form',
  [MIME.document]: 'Doc',
  [MIME.script]: 'Script',
  [MIME.shortcut]: 'Shortcut',
  'text/csv': 'CSV',
  'application/pdf': 'PDF',
};

/** A file's kind for people: `Sheet`, `PDF`, `image/png`. */
export function kindOf(file: FileData): string {
  return WORDS[file.mimeType] ?? file.mimeType;
}

/** Where the file opens on the local site. */
export function addressOf(file: FileData): string {
  switch (file.mimeType) {
    case MIME.folder:
      return `/drive/folders/${file.id}`;
    case MIME.spreadsheet:
      return `/spreadsheets/d/${file.id}/edit`;
    case MIME.form:
      return `/forms/d/${file.id}/edit`;
    case MIME.document:
      return `/document/d/${file.id}/edit`;
    default:
      return `/drive/file/d/${file.id}/view`;
  }
}
