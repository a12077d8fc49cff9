import type { FileData } from '../data.ts';
import type { Workspace } from '../workspace.ts';
import { MIME } from './kinds.ts';

/** The text in a file that Drive's search reads; '' for what holds none. */
export function textOf(workspace: Workspace, file: FileData): string {
  if (file.mimeType === MIME.document) return workspace.documents.textOf(file);
  const spreadsheet = workspace.data.spreadsheets[file.id];
  if (spreadsheet) return spreadsheet.sheets.flatMap((sheet) => sheet.rows.flatMap((row) => row?.map((cell) => cell?.v ?? '') ?? [])).join(' ');
  const form = workspace.data.forms[file.id];
  if (form) return [form.title, form.description, ...form.items.flatMap((item) => [item.title, item.helpText])].join(' ');
  if (file.content !== undefined && (file.mimeType.startsWith('text/') || file.mimeType === 'application/json')) {
    return Buffer.from(file.content, 'base64').toString('utf8');
  }
  return '';
}
