import { canonical } from './canonical.ts';
import type { OpenFile } from './deciding.sheet.ts';
import { type ErasureRow, erasureTable } from './erasures.ts';
import { RecordsMissing } from './errors.ts';
import { hashOf } from './hash.ts';
import { checkNotMoved } from './head.ts';
import { type ChainHead, START } from './journal.ts';
import { layOutSuccessor } from './laying-out.sheet.ts';
import { alone } from './lock.script.ts';
import { patiently } from './patience.script.ts';
import { readView } from './reading.sheet.ts';
import { deleteForGood, findOrMakeSuccessor, nameRecordsFile } from './records-file.drive.ts';
import { readHead } from './remaking.sheet.ts';
import { bringAnswers, bringEvents, bringSent, bringViews, checkNext, close, isBuilding, putIntoUse, type Rewriting, takeOutOfUse } from './rewriting.sheet.ts';
import { forgetRewriting, knownRecordsFile, knownRewriting, rememberRecordsFile, rememberRewriting } from './surroundings.script.ts';

/** How far a job has come that erases; it outlives the run. */
interface Job {
  /** Spreadsheet ids. */
  from: string;
  to: string;
  /** The erasures that are carried out, each with when it was approved; what is approved later waits for the next job. */
  erasures: { subject: string; decidedAt: string | null }[];
  /** As far as the new file was read back and found right. */
  checked: ChainHead;
}

/**
 * Goes on erasing what two people have decided to erase (B21). A Sheet's earlier versions cannot be erased, so the records are written
 * anew in another file, which takes the old one's place: event by event while people go on working, the rest under the lock. One
 * call closes the old file and says where to go on; before it nothing is in the new file alone, after it nothing is written to the old
 * one. Then that is deleted for good. May be cut off anywhere.
 * @param file the records in use
 * @returns subjects whose events are gone, the old file with them: it remains to say so in the journal, with `erasure done`
 */
export function eraseNext(file: OpenFile, mayGoOn: () => boolean): string[] {
  const approved = readView(file.id, [erasureTable])
    .rows(erasureTable)
    .filter(({ state }) => state === 'approved');
  if (approved.length === 0) return [];
  // A run that died right after it had closed the old file: whoever opened that goes on in the new one.
  checkNotMoved(readHead(file.id));
  const job = jobUnderWay(file, approved) ?? begin(file, approved);
  if (knownRecordsFile() !== job.to && !writeAnew(file, job, approved, mayGoOn)) return [];
  nameRecordsFile(job.to);
  deleteForGood(job.from);
  return job.erasures.map(({ subject }) => subject);
}

/** Null when there is none, when it has come to its end, or when it began under circumstances that are no more. */
function jobUnderWay(file: OpenFile, approved: readonly ErasureRow[]): Job | null {
  const kept = knownRewriting();
  if (kept === null) return null;
  const job = JSON.parse(kept) as Job;
  const isOpen = approved.filter((row) => isIn(job, row)).length === job.erasures.length;
  if (isOpen && (job.to === file.id || (job.from === file.id && canGoOn(job.to, file.build)))) return job;
  forgetRewriting();
  return null;
}

function isIn({ erasures }: Job, row: ErasureRow): boolean {
  return erasures.some(({ subject, decidedAt }) => subject === row.subject && decidedAt === row.decidedAt);
}

/** Another build may know other views; and somebody may have thrown the half-written file away. */
function canGoOn(to: string, build: string): boolean {
  try {
    return readHead(to).build === build;
  } catch (error) {
    if (error instanceof RecordsMissing) return false;
    throw error;
  }
}

function begin({ id, projections, build }: OpenFile, approved: readonly ErasureRow[]): Job {
  const { volume } = readHead(id);
  // A file of an earlier try is found again by what would be left out of it, and by what would be made of it.
  const to = findOrMakeSuccessor(hashOf(canonical([id, build, ...numbersIn(approved)])).slice(0, 32), id);
  layOutSuccessor(to, { projections, build }, volume + 1);
  const job: Job = { from: id, to, erasures: approved.map(({ subject, decidedAt }) => ({ subject, decidedAt })), checked: START };
  rememberRewriting(JSON.stringify(job));
  return job;
}

/** @returns whether the new file is in use */
function writeAnew(file: OpenFile, job: Job, approved: readonly ErasureRow[], mayGoOn: () => boolean): boolean {
  const erased = new Set(numbersIn(approved.filter((row) => isIn(job, row))));
  const rewriting: Rewriting = { from: job.from, to: { ...file, id: job.to }, erased };
  if (patiently(() => isBuilding(rewriting)) && !catchUp(rewriting, job, mayGoOn)) return false;
  alone(() => patiently(() => takeItsPlace(rewriting, job)));
  return true;
}

/** Each try begins by looking at what an earlier one has done after all. */
function takeItsPlace(rewriting: Rewriting, job: Job): void {
  const isClosed = readHead(job.from).successor === job.to;
  // Put into use by a run that died before the old file was closed: nobody knows of it, and more may have been written since.
  if (!isClosed && !isBuilding(rewriting)) takeOutOfUse(rewriting);
  if (!isClosed || isBuilding(rewriting)) {
    catchUp(rewriting, job, () => true);
    putIntoUse(rewriting, job.checked);
  }
  if (!isClosed) close(rewriting, job.checked);
  rememberRecordsFile(job.to);
}

/** @returns whether the new file has all that the old one has, its views are made, and all was read back */
function catchUp(rewriting: Rewriting, job: Job, mayGoOn: () => boolean): boolean {
  for (const step of [bringEvents, bringViews, bringAnswers, bringSent, check]) {
    do {
      if (!mayGoOn()) return false;
    } while (!patiently(() => step(rewriting)));
  }
  return true;

  function check(): boolean {
    const before = job.checked;
    job.checked = checkNext(rewriting, before);
    if (job.checked.sequence > before.sequence) rememberRewriting(JSON.stringify(job));
    return job.checked.sequence === before.sequence;
  }
}

function numbersIn(approved: readonly ErasureRow[]): number[] {
  return approved.flatMap(({ events }) => [...events]).sort((one, other) => one - other);
}
