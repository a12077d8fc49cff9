import { ScriptError } from '../errors.ts';
import type { Run } from '../run.ts';
import { documented, Served } from '../served.ts';
import type { DriveFile } from './file.ts';
import type { DriveFolder } from './folder.ts';

/** "Continuation tokens are generally valid for one week." */
const TOKEN_DAYS = 7;

interface Token {
  kind: string;
  made: number;
  ids: string[];
}

/** Items found when the iterator was made; one that has gone since is passed over. */
abstract class DriveIterator<T> extends Served {
  override readonly $latency = { hasNext: 10, next: 20, getContinuationToken: 20 };
  readonly #run: Run;
  readonly #ids: string[];

  readonly #make: (id: string) => T;

  constructor(run: Run, ids: string[], make: (id: string) => T) {
    super();
    this.#run = run;
    this.#ids = [...ids];
    this.#make = make;
  }

  hasNext(): boolean {
    this.#passOver();
    return this.#ids.length > 0;
  }

  next(): T {
    this.#passOver();
    const id = this.#ids.shift();
    if (id === undefined) throw new ScriptError('Cannot retrieve the next object: iterator has reached the end.');
    return this.#make(id);
  }

  getContinuationToken(): string {
    const token: Token = { kind: this.$name, made: this.#run.workspace.clock.now(), ids: this.#ids };
    return Buffer.from(JSON.stringify(token)).toString('base64');
  }

  #passOver(): void {
    while (this.#ids[0] !== undefined && !this.#run.workspace.drive.mayRead(this.#run.effective, this.#ids[0])) this.#ids.shift();
  }
}

export class FileIterator extends DriveIterator<DriveFile> {
  readonly $name = 'FileIterator';
}

export class FolderIterator extends DriveIterator<DriveFolder> {
  readonly $name = 'FolderIterator';
}

documented<FileIterator, GoogleAppsScript.Drive.FileIterator>(true);
documented<FolderIterator, GoogleAppsScript.Drive.FolderIterator>(true);

/** The ids a continuation token stands for. @throws ScriptError for one of another kind, too old, or none at all */
export function idsIn(run: Run, token: unknown, kind: 'FileIterator' | 'FolderIterator'): string[] {
  try {
    const read = JSON.parse(Buffer.from(String(token), 'base64').toString('utf8')) as Token;
    if (read.kind === kind && run.workspace.clock.now() - read.made <= TOKEN_DAYS * 86_400_000) return read.ids;
  } catch {
    // Not a token: refused below, as one of the wrong kind is.
  }
  throw new ScriptError('Invalid argument: continuationToken');
}
