import { MIME } from '../../workspace/drive.ts';
import { blobIn } from '../blob.ts';
import { mismatch, ScriptError } from '../errors.ts';
import type { Run } from '../run.ts';
import { asDriveApp } from './refusals.ts';

const MEGABYTE = 1024 * 1024;

/**
 * `createFile(blob)`, `createFile(name, content)` and `createFile(name, content, mimeType)` in a folder.
 * @returns the new file's id
 */
export function createIn(run: Run, folderId: string, args: unknown[], method: string): string {
  const { drive } = run.workspace;
  const parts = args.length === 1 ? fromBlob(args[0]) : fromText(args);
  if (!parts) throw mismatch(method, args);
  // Google's own types are made by their own services, or through the advanced Drive service.
  if (parts.mimeType.startsWith('application/vnd.google-apps.')) throw new ScriptError('Invalid argument: file.contentType');
  return asDriveApp(() => drive.create({ ...parts, content: parts.content.toString('base64') }, run.effective, drive.requireFolder(run.effective, folderId).id))
    .id;
}

/** @returns the new shortcut's id */
export function createShortcutIn(run: Run, folderId: string, targetId: unknown, method: string): string {
  if (typeof targetId !== 'string') throw mismatch(method, [targetId]);
  const { drive } = run.workspace;
  return asDriveApp(() => {
    const target = drive.get(run.effective, targetId);
    const folder = drive.requireFolder(run.effective, folderId);
    return drive.create({ name: target.name, mimeType: MIME.shortcut, shortcutTarget: target.id }, run.effective, folder.id);
  }).id;
}

interface Parts {
  name: string;
  mimeType: string;
  content: Buffer;
}

function fromBlob(source: unknown): Parts | undefined {
  const blob = blobIn(source);
  return blob && { name: blob.$fileName ?? 'Untitled', mimeType: blob.$contentType ?? 'application/octet-stream', content: Buffer.from(blob.$bytes) };
}

/** docs/apps-script/reference/drive/drive-app.md: 50 MB without a type, 10 MB with one. */
function fromText(args: unknown[]): Parts | undefined {
  const [name, text, mimeType = 'text/plain'] = args;
  if (args.length < 2 || args.length > 3 || typeof name !== 'string' || typeof text !== 'string' || typeof mimeType !== 'string') return undefined;
  const content = Buffer.from(text, 'utf8');
  const limit = args.length === 2 ? 50 : 10;
  if (content.length > limit * MEGABYTE) throw new ScriptError(`The content is larger than ${limit} MB.`);
  return { name, mimeType, content };
}
