import type { FileData } from '../../workspace/data.ts';
import { MIME } from '../../workspace/drive.ts';
import { NotModelled } from '../../workspace/errors.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** A new file of one of Google's own types, empty, in the root folder of `who`. */
export function createGoogleFile(workspace: Workspace, who: string, mimeType: string, name: string, shortcutTarget?: string): FileData {
  const { drive } = workspace;
  switch (mimeType) {
    case MIME.folder:
      return drive.create({ name, mimeType }, who);
    case MIME.shortcut:
      return drive.create({ name, mimeType, ...(shortcutTarget === undefined ? {} : { shortcutTarget }) }, who);
    case MIME.document:
      return drive.create({ name, mimeType, text: '' }, who);
    case MIME.script:
      return drive.get(who, workspace.scripts.create(who, name).id);
    case MIME.spreadsheet:
      return drive.get(who, workspace.sheets.create(who, { name }).id);
    case MIME.form:
      return drive.get(who, workspace.forms.create(who, name).id);
    default:
      throw new NotModelled(`creating ${mimeType} through the Drive API`);
  }
}
