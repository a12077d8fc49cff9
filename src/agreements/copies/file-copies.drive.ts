import { canonical } from '../../records/canonical.ts';
import { RecordsError } from '../../records/errors.ts';
import { hashOf } from '../../records/hash.ts';
import { isDailyLimit, isPassing, messageOf } from '../../records/patience.script.ts';
import type { RecordsView } from '../../records/records.ts';
import { ensureFile, type KeptFile, type Sharing, shareExactly } from '../../school/files.drive.ts';
import { findFiled, makeFolder, putInto } from '../../school/filing.drive.ts';
import type { School } from '../../school/school.ts';
import { type Memory, remember } from '../../school/settings.script.ts';
import type { Visit } from '../../school/visit.ts';
import { agreementOf } from '../by-hand/countersign.ts';
import type { AgreementEvents } from '../events.ts';
import { agreementTable } from '../published.ts';
import { type SignatureRow, signatureTable } from '../signatures.ts';
import { standingTable } from '../standings.ts';
import { copyPdf } from './copy-pdf.script.ts';
import { type CopyPlace, copyKey, copyPlace, isToBeFiled, type PlacedFolder } from './copy-place.ts';
import { signedCopies } from './signed-copies.ts';
import type { SignedCopy } from './signed-copy.ts';

/** A copy that cannot be made, whatever is tried: the others can. */
class CannotBeMade extends Error {}

type FiledCopies = AgreementEvents['copies filed']['copies'];

/** Copies a beat: a PDF and its upload take two seconds or three. */
const BATCH = 10;
/** The script property that says up to which entry of the journal everything is filed. */
const FILED = 'copies-filed';

/** The folder of all copies. Folders in it are made when the first copy belongs there, never in advance (A11). */
export function copiesFolder(files: Memory['files']): KeptFile {
  return { key: 'copies', name: 'Agreements', kind: 'folder', ...(files['folder'] ? { folder: files['folder'] } : {}) };
}

/** The office looks into it and changes nothing. */
export function copiesSharing({ office }: Pick<School, 'office'>): Sharing {
  return { role: 'reader', emails: office };
}

/**
 * The heartbeat's task `copies`: files a PDF of each signature that counts in its person's or class's folder, a few at a time (A11).
 * The files are there before it is recorded that they are: whatever fails, the next beat finds them by their keys. When Google makes no
 * more PDFs or takes no more files today, the rest waits.
 */
export function fileCopies(visit: Visit, memory: Memory, mayGoOn: () => boolean): void {
  const { records } = visit;
  if (memory.rest[FILED] === String(records.glance([]).sequence)) return;
  const view = records.view([agreementTable, signatureTable, standingTable]);
  const unfiled = view.rows(signatureTable).filter(isToBeFiled);
  if (unfiled.length === 0) {
    remember(FILED, String(view.sequence));
    return;
  }

  const top = ensureFile(copiesFolder(memory.files), memory.files[copiesFolder(memory.files).key]);
  let failure: unknown = null;
  for (let start = 0; start < unfiled.length && mayGoOn(); start += BATCH) {
    const batch = fileSome(unfiled.slice(start, start + BATCH), top, view, visit, mayGoOn);
    record(batch.filed, visit);
    failure ??= batch.failure;
    // Copies that cannot be made do not keep those after them waiting.
    if (batch.filed.length > 0 || !(batch.failure instanceof CannotBeMade)) break;
  }
  shareExactly(top, copiesSharing(visit.school));
  if (isDailyLimit(failure)) console.warn(`copies wait until tomorrow: ${messageOf(failure)}`);
  else if (failure !== null) throw failure;
}

/** Files some copies. One that fails does not stop the others, unless all would fail. */
function fileSome(
  rows: readonly SignatureRow[],
  top: string,
  view: RecordsView,
  visit: Visit,
  mayGoOn: () => boolean,
): { filed: FiledCopies; failure: unknown } {
  const copyOf = signedCopies(rows, visit);
  const there = findFiled(rows.map(({ responseId }) => copyKey(responseId)));
  const places = new Map(rows.map((row) => [row, placeOf(row, view, visit)]));
  const folders = findFiled([...new Set([...places.values()].flatMap((place) => place.folders.map(({ key }) => key)))]);
  const filed: FiledCopies = [];
  let failure: unknown = null;
  for (const [row, place] of places) {
    if (!mayGoOn()) break;
    const key = copyKey(row.responseId);
    try {
      const fileId = there.get(key) ?? putInto(folderFor(place.folders, top, folders), key, pdfOf(row, copyOf, place));
      filed.push({ responseId: row.responseId, fileId });
    } catch (error) {
      failure ??= error;
      if (!(error instanceof CannotBeMade)) break;
    }
  }
  return { filed, failure };
}

function placeOf(row: SignatureRow, view: RecordsView, { roll }: Visit): CopyPlace {
  return copyPlace(row, agreementOf(view, row), { roll, standingOf: (key) => view.find(standingTable, key) });
}

/** The innermost of these folders; those that are not there are made. */
function folderFor(path: readonly PlacedFolder[], top: string, known: Map<string, string>): string {
  let inside = top;
  for (const folder of path) {
    inside = known.get(folder.key) ?? makeFolder(folder, inside);
    known.set(folder.key, inside);
  }
  return inside;
}

/** @throws CannotBeMade unless it is Google's or the records' trouble, which every copy would have */
function pdfOf(row: SignatureRow, copyOf: (row: SignatureRow) => SignedCopy, { nameFor }: CopyPlace): GoogleAppsScript.Base.Blob {
  try {
    const copy = copyOf(row);
    return copyPdf(copy, nameFor(copy.title));
  } catch (error) {
    if (isPassing(error) || isDailyLimit(error) || error instanceof RecordsError) throw error;
    throw new CannotBeMade(`the copy of ${row.responseId} cannot be made: ${messageOf(error)}`);
  }
}

function record(copies: FiledCopies, { me, records }: Visit): void {
  if (copies.length === 0) return;
  const payload: AgreementEvents['copies filed'] = { copies };
  const key = `copies-${hashOf(canonical(copies)).slice(0, 40)}`;
  records.decide({ key, actor: me.email, writes: [signatureTable] }, () => ({
    events: [{ action: 'copies filed', subject: 'copies', payload }],
    answer: null,
  }));
}
