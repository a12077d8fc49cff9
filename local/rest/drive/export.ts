import type { FileData } from '../../workspace/data.ts';
import { MIME } from '../../workspace/drive.ts';
import { ApiError, NotModelled } from '../../workspace/errors.ts';
import { wholeBox } from '../../workspace/sheets/a1.ts';
import { displayOf } from '../../workspace/sheets/display.ts';
import { lastColumn, lastRow, readCells } from '../../workspace/sheets/grid.ts';
import type { Workspace } from '../../workspace/workspace.ts';

const DOCUMENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** docs/workspace/drive/api/guides/ref-export-formats.md */
const EXPORTS: Record<string, readonly string[]> = {
  [MIME.document]: [
    DOCUMENT,
    'application/vnd.oasis.opendocument.text',
    'application/rtf',
    'application/pdf',
    'text/plain',
    'application/zip',
    'application/epub+zip',
    'text/markdown',
  ],
  [MIME.spreadsheet]: [
    WORKBOOK,
    'application/vnd.oasis.opendocument.spreadsheet',
    'application/pdf',
    'application/zip',
    'text/csv',
    'text/tab-separated-values',
  ],
  [MIME.script]: ['application/vnd.google-apps.script+json'],
};

export function exportTypesOf(mimeType: string): readonly string[] {
  return EXPORTS[mimeType] ?? [];
}

/**
 * A Google file in another format. CSV and TSV hold the first sheet as it is displayed.
 * @throws ApiError 403 fileNotExportable, 400 for a format Google does not offer; NotModelled for one it does but this Workspace cannot make
 */
export function exportFile(workspace: Workspace, file: FileData, mimeType: string): Buffer {
  const types = exportTypesOf(file.mimeType);
  if (types.length === 0) throw new ApiError(403, 'Export only supports Docs Editors files.', 'PERMISSION_DENIED', 'fileNotExportable');
  if (!types.includes(mimeType)) throw new ApiError(400, 'The requested conversion is not supported.', 'INVALID_ARGUMENT', 'badRequest');
  if (mimeType === 'text/csv') return Buffer.from(firstSheet(workspace, file, ','), 'utf8');
  if (mimeType === 'text/tab-separated-values') return Buffer.from(firstSheet(workspace, file, '\t'), 'utf8');
  if (mimeType === 'text/plain') return Buffer.from(`\ufeff${workspace.documents.textOf(file)}`, 'utf8');
  if (file.mimeType === MIME.script) {
    const files = workspace.data.scripts[file.id]?.files ?? [];
    return Buffer.from(JSON.stringify({ files: files.map(({ name, type, source }) => ({ name, type: type.toLowerCase(), source })) }), 'utf8');
  }
  throw new NotModelled(`export of ${file.mimeType} as ${mimeType}`);
}

function firstSheet(workspace: Workspace, file: FileData, delimiter: string): string {
  const sheet = workspace.data.spreadsheets[file.id]?.sheets[0];
  if (!sheet) return '';
  const box = { ...wholeBox(sheet), endRow: lastRow(sheet), endColumn: lastColumn(sheet) };
  const rows = readCells(sheet, box, displayOf);
  // A tab or line end inside a cell cannot stand in a TSV; Sheets puts a space there.
  const cell = (text: string) => (delimiter === ',' ? (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text) : text.replace(/[\t\r\n]+/g, ' '));
  return rows.map((row) => row.map(cell).join(delimiter)).join('\r\n');
}
