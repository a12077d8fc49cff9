import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { MADE_ONCE } from './made-once-folder.mjs';

/**
 * What takes seconds to make and is the same for every test file of a run: the first that needs it makes it, the others read it.
 * @param make gives plain data
 */
export function madeOnce<Data>(name: string, make: () => Data): Data {
  const folder = process.env[MADE_ONCE];
  if (folder === undefined) return make();
  const file = join(folder, name);
  if (!existsSync(file)) {
    // Two files may make it at the same moment; both make the same.
    const own = `${file}.${process.pid}`;
    writeFileSync(own, serialize(make()));
    renameSync(own, file);
  }
  return deserialize(readFileSync(file)) as Data;
}
