import { decideAlone, type OpenFile } from './deciding.sheet.ts';
import { eraseNext } from './erasing.sheet.ts';
import { RecordsMissing, RecordsMoved } from './errors.ts';
import { ensureRecords, type Mended } from './laying-out.sheet.ts';
import { type Outbox, outboxOf } from './outbox.sheet.ts';
import type { Projection } from './projection.ts';
import { readHistories, readSlice, readView } from './reading.sheet.ts';
import type { Records } from './records.ts';
import { remakeAll, remakeNext } from './remaking.sheet.ts';
import { knownRecordsFile, rememberRecordsFile } from './surroundings.script.ts';

/** The records as the office has them: what capabilities use, and what keeps it going. */
export interface OfficeRecords extends Records {
  readonly outbox: Outbox;
  /** Makes the spreadsheet, or mends it: the set-up page's step. Views it could not keep are made anew by `remakeNext`. */
  ensure(): Mended;
  /** Empties every view, to be made anew from the journal. */
  remakeAll(): void;
  /** A step of making views anew; true when nothing is left to do. For the heartbeat and the set-up page. */
  remakeNext(): boolean;
  /**
   * A stretch of erasing what was approved; for the heartbeat.
   * @returns subjects whose events are gone, until `erasure done` says so in the journal
   */
  eraseNext(mayGoOn: () => boolean): string[];
}

export interface OpenOptions {
  /** The spreadsheet's id, when it has been read from the script's properties already. */
  fileId?: string | undefined;
  /** Which build of Handrail writes. */
  build?: string;
}

/**
 * Opens the records; nothing is called before it is needed.
 * @param projections every view there is
 */
export function openRecords(projections: readonly Projection[], { fileId, build = '' }: OpenOptions = {}): OfficeRecords {
  let known = fileId ?? null;
  const file: OpenFile = {
    get id() {
      known ??= knownRecordsFile();
      if (known === null) throw new RecordsMissing('Handrail has not been set up yet:', 'the person who looks after it has to open its set-up page first.');
      return known;
    },
    projections,
    build,
  };
  /** Whether the records are in another file since this run learnt where they are (see `erasing.sheet.ts`). */
  const hasMoved = (error: unknown): boolean => {
    if (!(error instanceof RecordsMoved) && !(error instanceof RecordsMissing)) return false;
    let inUse = knownRecordsFile();
    if (error instanceof RecordsMoved && inUse === known) {
      inUse = error.successor;
      rememberRecordsFile(inUse);
    }
    const isElsewhere = inUse !== null && inUse !== known;
    if (isElsewhere) known = inUse;
    return isElsewhere;
  };
  const following = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (!hasMoved(error)) throw error;
      return work();
    }
  };
  const outbox = outboxOf(file);
  return {
    decide: (request, decide) => following(() => decideAlone(file, request, decide)),
    view: (tables) => following(() => readView(file.id, tables)),
    glance: (tables) => following(() => readView(file.id, tables)),
    history: (subject) => following(() => readHistories(file.id, [subject])).get(subject) ?? [],
    histories: (subjects) => following(() => readHistories(file.id, subjects)),
    slice: (after, most) => following(() => readSlice(file.id, after, most)),
    outbox: {
      waiting: () => following(outbox.waiting),
      note: (changed, gone) => following(() => outbox.note(changed, gone)),
      drop: (ids) => following(() => outbox.drop(ids)),
    },
    ensure: () => following(() => ensureRecords({ projections, build })),
    remakeAll: () => following(() => remakeAll(file)),
    remakeNext: () => following(() => remakeNext(file)),
    eraseNext: (mayGoOn) => following(() => eraseNext(file, mayGoOn)),
  };
}
