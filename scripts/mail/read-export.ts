import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ExportedMessage, Unreadable } from './exported.ts';
import { readJsonLines } from './json-lines.ts';
import { readEml, readMbox } from './mail-files.ts';

/**
 * Reads messages out of an exported file: mbox (as Vault and Takeout write it, also packed with gzip), .eml, or JSON lines
 * `{id, from?, to?, subject?, text}`. What the file is, its beginning says, and its name where that says nothing.
 */
export async function* readExport(path: string): AsyncGenerator<ExportedMessage | Unreadable> {
  const beginning = await beginningOf(path);
  if ('unreadable' in beginning) yield { id: basename(path), ...beginning };
  else if (/\.(jsonl|ndjson|json)$/i.test(path) || beginning.text.startsWith('{')) yield* readJsonLines(path);
  else if (/\.(mbox|mbx)(\.gz)?$/i.test(path) || beginning.text.startsWith('From ')) yield* readMbox(path);
  else if (beginning.text.startsWith('PK')) yield { id: basename(path), unreadable: 'it is a ZIP archive: unpack it, and name the files inside' };
  else yield* readEml(path);
}

async function beginningOf(path: string): Promise<{ text: string } | { unreadable: string }> {
  try {
    if ((await stat(path)).isDirectory()) return { unreadable: 'it is a folder: name the files in it' };
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
      if (bytesRead === 0) return { unreadable: 'the file is empty' };
      return {
        text: buffer
          .toString('utf8', 0, bytesRead)
          .replace(/^\uFEFF/, '')
          .trimStart(),
      };
    } finally {
      await file.close();
    }
  } catch (error) {
    return { unreadable: (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : (error as Error).message };
  }
}
