import { MIME } from '../workspace/drive.ts';
import { LocalServed } from './served.ts';

const OFFICE_OPEN = 'application/vnd.openxmlformats-officedocument';
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument';

/** docs/apps-script/reference/base/mime-type.md: unlike other enumerations these are plain strings. */
const TYPES: GoogleAppsScript.Base.MimeType = {
  GOOGLE_APPS_SCRIPT: MIME.script,
  GOOGLE_DRAWINGS: 'application/vnd.google-apps.drawing',
  GOOGLE_DOCS: MIME.document,
  GOOGLE_FORMS: MIME.form,
  GOOGLE_SHEETS: MIME.spreadsheet,
  GOOGLE_SITES: 'application/vnd.google-apps.site',
  GOOGLE_SLIDES: 'application/vnd.google-apps.presentation',
  FOLDER: MIME.folder,
  SHORTCUT: MIME.shortcut,
  BMP: 'image/bmp',
  GIF: 'image/gif',
  JPEG: 'image/jpeg',
  PNG: 'image/png',
  SVG: 'image/svg+xml',
  PDF: 'application/pdf',
  CSS: 'text/css',
  CSV: 'text/csv',
  HTML: 'text/html',
  JAVASCRIPT: 'application/javascript',
  PLAIN_TEXT: 'text/plain',
  RTF: 'application/rtf',
  OPENDOCUMENT_GRAPHICS: `${OPEN_DOCUMENT}.graphics`,
  OPENDOCUMENT_PRESENTATION: `${OPEN_DOCUMENT}.presentation`,
  OPENDOCUMENT_SPREADSHEET: `${OPEN_DOCUMENT}.spreadsheet`,
  OPENDOCUMENT_TEXT: `${OPEN_DOCUMENT}.text`,
  MICROSOFT_EXCEL: `${OFFICE_OPEN}.spreadsheetml.sheet`,
  MICROSOFT_EXCEL_LEGACY: 'application/vnd.ms-excel',
  MICROSOFT_POWERPOINT: `${OFFICE_OPEN}.presentationml.presentation`,
  MICROSOFT_POWERPOINT_LEGACY: 'application/vnd.ms-powerpoint',
  MICROSOFT_WORD: `${OFFICE_OPEN}.wordprocessingml.document`,
  MICROSOFT_WORD_LEGACY: 'application/msword',
  ZIP: 'application/zip',
};

export class MimeType extends LocalServed {
  readonly $name = 'MimeType';
}

for (const [name, type] of Object.entries(TYPES)) Object.defineProperty(MimeType.prototype, name, { get: () => type });
