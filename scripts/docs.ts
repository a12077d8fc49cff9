import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { withTables } from './docs/tables.ts';

/** Brings the tables of docs/local-workspace.md up to date with the code. */
const top = resolve(import.meta.dirname, '..');
const path = join(top, 'docs/local-workspace.md');
writeFileSync(path, withTables(readFileSync(path, 'utf8'), join(top, 'local/apps-script')));
