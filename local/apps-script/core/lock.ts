import type { Workspace } from '../../workspace/workspace.ts';
import { mismatch, ScriptError } from '../errors.ts';
import type { Run } from '../run.ts';
import { documented, LocalServed, Served } from '../served.ts';

/** Which run holds which lock. Locks live as long as runs do, so they are no part of the saved state. */
const held = new WeakMap<Workspace, Map<string, Run>>();

/** docs/apps-script/reference/lock/lock-service.md */
export class LockService extends LocalServed {
  readonly $name = 'LockService';
  readonly #run: Run;

  constructor(run: Run) {
    super();
    this.#run = run;
  }

  getScriptLock(): Lock {
    return new Lock(this.#run, `${this.#run.script.id} script`);
  }

  getUserLock(): Lock {
    return new Lock(this.#run, `${this.#run.script.id} user ${this.#run.effective}`);
  }

  getDocumentLock(): Lock | null {
    return this.#run.container === undefined ? null : new Lock(this.#run, `${this.#run.script.id} document ${this.#run.container}`);
  }
}

documented<LockService, GoogleAppsScript.Lock.LockService>(true);

/** docs/apps-script/reference/lock/lock.md */
class Lock extends Served {
  readonly $name = 'Lock';
  override readonly $latency = { tryLock: 60, waitLock: 60, releaseLock: 40, hasLock: 10 };
  readonly #run: Run;
  readonly #key: string;

  constructor(run: Run, key: string) {
    super();
    this.#run = run;
    this.#key = key;
  }

  hasLock(): boolean {
    return this.#locks().get(this.#key) === this.#run;
  }

  /** Another run that holds the lock is one that this run is nested in: it cannot go on before this one ends, so the whole time is waited. */
  tryLock(timeoutInMillis: number): boolean {
    if (typeof timeoutInMillis !== 'number') throw mismatch('Lock.tryLock', [timeoutInMillis]);
    return this.#take(timeoutInMillis);
  }

  waitLock(timeoutInMillis: number): void {
    if (typeof timeoutInMillis !== 'number') throw mismatch('Lock.waitLock', [timeoutInMillis]);
    if (!this.#take(timeoutInMillis)) throw new ScriptError('Lock timeout: another process was holding the lock for too long.');
  }

  releaseLock(): void {
    if (this.hasLock()) this.#locks().delete(this.#key);
  }

  #take(timeout: number): boolean {
    const holder = this.#locks().get(this.#key);
    if (holder === this.#run) return true;
    if (holder) {
      this.#run.pass(timeout);
      return false;
    }
    this.#locks().set(this.#key, this.#run);
    this.#run.atEnd.push(() => this.releaseLock());
    return true;
  }

  #locks(): Map<string, Run> {
    const known = held.get(this.#run.workspace);
    if (known) return known;
    const fresh = new Map<string, Run>();
    held.set(this.#run.workspace, fresh);
    return fresh;
  }
}

documented<Lock, GoogleAppsScript.Lock.Lock>(true);
