import { Blob } from '../blob.ts';
import type { Run } from '../run.ts';
import type { FormFields, FormFile } from './transfer.ts';

/** A form as the script gets it: texts, and a Blob for each file. */
export function formArgument(run: Run, fields: FormFields): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'object' && 'file' in value ? blobOf(run, value.file) : value]),
  );
}

function blobOf(run: Run, file: FormFile): Blob {
  return new Blob(run, { bytes: Buffer.from(file.data, 'base64'), contentType: file.type || 'application/octet-stream', name: file.name });
}
