/** Work that may take longer than one run: done in steps, each of which may be repeated without harm. */
export interface LongJob<Cursor> {
  readonly name: string;
  readonly start: Cursor;
  /** Does a step and says where the next begins, or null when all is done. */
  step(cursor: Cursor): Cursor | null;
}

/** Where a job's cursor is kept between runs. */
export interface CursorStore {
  load(name: string): string | null;
  save(name: string, cursor: string): void;
  clear(name: string): void;
}

/**
 * Goes on with a job until it is done or `mayGoOn` says stop. The cursor is kept after every step, so a run that dies loses
 * one step at most. At least one step is taken: a job always moves.
 * @returns whether the job is done
 */
export function goOn<Cursor>(job: LongJob<Cursor>, store: CursorStore, mayGoOn: () => boolean): boolean {
  const kept = store.load(job.name);
  let cursor: Cursor | null = kept === null ? job.start : (JSON.parse(kept) as Cursor);
  do {
    cursor = job.step(cursor);
    if (cursor === null) {
      store.clear(job.name);
      return true;
    }
    store.save(job.name, JSON.stringify(cursor));
  } while (mayGoOn());
  return false;
}
