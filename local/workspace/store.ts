import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkspaceData } from './data.ts';
import { emptyWorkspace } from './workspace.ts';

/** Raised when the data's shape changes so that older state can no longer be read as it is. */
const FORMAT_VERSION = 1;
const INDEX = 'school.json';
const LOCK = 'in-use.json';

/** What `school.json` says: which file holds which part. It is replaced in one step, so the parts always belong together. */
interface Index {
  format: 'handrail-school';
  version: number;
  parts: Record<string, string>;
}

/** The folder cannot be used: its message says which file, and what to do. Nothing in it has been changed. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/**
 * A folder that keeps a Workspace between starts. Each part of the data is a JSON file named by its contents' SHA-256; a save
 * writes the parts that changed, then `school.json` (to a temporary file, renamed), and only then removes what nothing names
 * any more. A machine that stops in the middle leaves the state of the save before.
 */
export class Store {
  private constructor(
    readonly folder: string,
    private saved: Readonly<Record<string, string>>,
  ) {}

  /**
   * Takes the folder for this process, making it when it is not there.
   * @throws StoreError when another running process has it, or when it holds something else than a school
   */
  static open(folder: string): Store {
    mkdirSync(folder, { recursive: true });
    const others = readdirSync(folder).filter((name) => name !== LOCK && !isTemporary(name));
    if (others.length > 0 && !others.includes(INDEX)) {
      throw new StoreError(`${folder} holds other files and no ${INDEX}: choose an empty folder, or one made by an earlier start.`);
    }
    takeLock(folder);
    return new Store(folder, {});
  }

  /**
   * The state of the last save, or null when there has been none.
   * @throws StoreError when a file is missing, damaged, or of a later version of Handrail
   */
  load(): WorkspaceData | null {
    const path = join(this.folder, INDEX);
    if (!existsSync(path)) return null;
    const index = readIndex(path);
    const data = Object.fromEntries(Object.entries(index.parts).map(([part, file]) => [part, readPart(this.folder, file)])) as unknown as WorkspaceData;
    this.saved = index.parts;
    // Parts that came into being after the save start empty.
    return { ...emptyWorkspace('', 0), ...data };
  }

  /** Writes what has changed since the last save or load; gives back how many files that were. */
  save(data: WorkspaceData): number {
    const parts: Record<string, string> = {};
    let written = 0;
    for (const [part, value] of Object.entries(data)) {
      const text = JSON.stringify(value);
      const file = `${part}.${digest(text)}.json`;
      parts[part] = file;
      if (this.saved[part] === file) continue;
      replace(join(this.folder, file), text);
      written += 1;
    }
    if (written > 0) {
      const index: Index = { format: 'handrail-school', version: FORMAT_VERSION, parts };
      replace(join(this.folder, INDEX), `${JSON.stringify(index, null, 2)}\n`);
      this.saved = parts;
      this.sweep();
    }
    return written;
  }

  /** Lets go of the folder. */
  close(): void {
    rmSync(join(this.folder, LOCK), { force: true });
  }

  private sweep(): void {
    const wanted = new Set([INDEX, LOCK, ...Object.values(this.saved)]);
    for (const name of readdirSync(this.folder)) {
      if (!wanted.has(name) && (isPart(name) || isTemporary(name))) rmSync(join(this.folder, name), { force: true });
    }
  }
}

function readIndex(path: string): Index {
  const index = parse(path) as Partial<Index> | null;
  if (index?.format !== 'handrail-school' || typeof index.version !== 'number' || typeof index.parts !== 'object' || index.parts === null) {
    throw new StoreError(`${path} is not a school's list of parts. Put back a copy of the folder, or start with --fresh.`);
  }
  if (index.version > FORMAT_VERSION) {
    throw new StoreError(
      `${path} was written by a later version of Handrail (format ${index.version}, this one reads ${FORMAT_VERSION}). Update Handrail first.`,
    );
  }
  return index as Index;
}

function readPart(folder: string, file: string): unknown {
  const path = join(folder, file);
  if (!isPart(file) || !existsSync(path)) throw new StoreError(`${path} is missing. Put back a copy of the folder, or start with --fresh.`);
  if (file.split('.')[1] !== digest(readFileSync(path, 'utf8'))) {
    throw new StoreError(`${path} is damaged: its contents are not what was saved. Put back a copy of the folder, or start with --fresh.`);
  }
  return parse(path);
}

function parse(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new StoreError(`${path} cannot be read (${(error as Error).message}). Put back a copy of the folder, or start with --fresh.`);
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}

function isPart(name: string): boolean {
  return /^\w+\.[0-9a-f]{24}\.json$/.test(name);
}

function isTemporary(name: string): boolean {
  return name.endsWith('.temporary');
}

function replace(path: string, text: string): void {
  writeFileSync(`${path}.temporary`, text, { flush: true });
  renameSync(`${path}.temporary`, path);
}

/** Two servers over one folder would overwrite each other's work; a lock left by a process that is gone does not count. */
function takeLock(folder: string): void {
  const path = join(folder, LOCK);
  const holder = existsSync(path) ? Number.parseInt(readFileSync(path, 'utf8'), 10) : Number.NaN;
  if (holder !== process.pid && isRunning(holder)) {
    throw new StoreError(`${folder} is in use by a local school that is running (process ${holder}). Stop that one first, or use another folder.`);
  }
  writeFileSync(path, `${process.pid}\n`);
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
