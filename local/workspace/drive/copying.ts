import type { FileData, ScriptData } from '../data.ts';
import { ApiError } from '../errors.ts';
import { newPublishedId } from '../forms/new-form.ts';
import { newScript } from '../new-script.ts';
import type { Workspace } from '../workspace.ts';
import { MIME } from './kinds.ts';

/**
 * A copy of `file` owned by `who`, with a copy of what is in it: sheets, form items (no responses), the script's newest code.
 * Sharing, stars, private properties, triggers, versions and deployments stay with the original.
 * @param folderId where to; otherwise beside the original when `who` may write there, else their root
 * @throws ApiError 403 cannotCopyFile for folders and where copying is restricted
 */
export function copyFile(workspace: Workspace, who: string, file: FileData, changes: Partial<FileData>, folderId?: string): FileData {
  const { drive } = workspace;
  if (file.mimeType === MIME.folder || !mayCopy(workspace, who, file)) {
    throw new ApiError(403, 'This file cannot be copied by the user.', 'PERMISSION_DENIED', 'cannotCopyFile');
  }
  const beside = file.parents[0];
  const parent =
    folderId === undefined ? (beside !== undefined && drive.mayWrite(who, beside) ? beside : drive.rootOf(who).id) : drive.requireFolder(who, folderId).id;
  const { content, text, description, properties, shortcutTarget } = file;
  const copy = drive.create(
    {
      name: `Copy of ${file.name}`,
      mimeType: file.mimeType,
      description,
      properties: { ...properties },
      ...(content === undefined ? {} : { content }),
      ...(text === undefined ? {} : { text }),
      ...(shortcutTarget === undefined ? {} : { shortcutTarget }),
      ...changes,
    },
    who,
    parent,
  );
  copyContents(workspace, file, copy);
  return copy;
}

/** docs/workspace/drive/api/guides/content-restrictions.md: readers may be kept from copying, and writers too. */
export function mayCopy(workspace: Workspace, who: string, file: FileData): boolean {
  const role = workspace.drive.roleOf(who, file.id);
  if (role === null) return false;
  if (role === 'owner') return true;
  if (file.downloadRestrictions?.restrictedForWriters) return false;
  return role === 'writer' || !(file.copyRequiresWriterPermission || file.downloadRestrictions?.restrictedForReaders);
}

function copyContents(workspace: Workspace, from: FileData, to: FileData): void {
  const { spreadsheets, documents, forms, scripts } = workspace.data;
  const spreadsheet = spreadsheets[from.id];
  if (spreadsheet) workspace.sheets.copyContents(spreadsheet, to.id);
  const document = documents[from.id];
  if (document) documents[to.id] = { ...structuredClone(document), id: to.id };
  const form = forms[from.id];
  if (form) {
    const { destination: _, ...contents } = structuredClone(form);
    forms[to.id] = { ...contents, id: to.id, publishedId: newPublishedId(workspace), responses: [] };
  }
  const script = scripts[from.id];
  if (script) scripts[to.id] = copyScript(workspace, script, { id: to.id, title: to.name });
  for (const bound of Object.values(scripts).filter((each) => each.container === from.id)) {
    const copy = copyScript(workspace, bound, { id: workspace.newId(57), title: bound.title, container: to.id });
    scripts[copy.id] = copy;
  }
}

function copyScript(workspace: Workspace, { files }: ScriptData, as: Pick<ScriptData, 'id' | 'title' | 'container'>): ScriptData {
  return newScript(workspace.clock.now(), { ...as, files: structuredClone(files) });
}
