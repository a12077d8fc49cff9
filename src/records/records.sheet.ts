import { decideAlone, type OpenFile } from './deciding.sheet.ts';
import { RecordsMissing } from './errors.ts';
import { ensureRecords, type Mended } from './laying-out.sheet.ts';
import { type Outbox, outboxOf } from './outbox.sheet.ts';
import type { Projection } from './projection.ts';
import { readEntries, readHistories, readView } from './reading.sheet.ts';
import type { Records } from './records.ts';
import { remakeAll, remakeNext } from './remaking.sheet.ts';
import { knownRecordsFile } from './surroundings.script.ts';

/** The records as the office has them: what capabilities use, and what keeps it going. */
export interface OfficeRecords extends Records {
  readonly outbox: Outbox;
  /** Makes the spreadsheet, or mends it: the set-up page's step. Views it could not keep are made anew by `remakeNext`. */
  ensure(): Mended;
  /** Empties every view, to be made anew from the journal. */
  remakeAll(): void;
  /** A step of making views anew; true when nothing is left to do. For the heartbeat and the set-up page. */
  remakeNext(): boolean;
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
  return {
    decide: (request, decide) => decideAlone(file, request, decide),
    view: (tables) => readView(file.id, tables),
    history: (subject) => readHistories(file.id, [subject]).get(subject) ?? [],
    histories: (subjects) => readHistories(file.id, subjects),
    entries: () => readEntries(file.id),
    get outbox() {
      return outboxOf(file);
    },
    ensure: () => ensureRecords({ projections, build }),
    remakeAll: () => remakeAll(file),
    remakeNext: () => remakeNext(file),
  };
}
