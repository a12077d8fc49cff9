import { hashOf, hashOfBytes } from '../../records/hash.ts';
import { isDailyLimit } from '../../records/patience.script.ts';
import { findFiled } from '../../school/filing.drive.ts';
import { pdfBlob } from '../../school/pdf.script.ts';
import { Refusal } from '../../school/refusal.ts';
import type { Memory } from '../../school/settings.script.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { Visit } from '../../school/visit.ts';
import { contentOf, keepAttachment, removeForGood } from '../attachments.drive.ts';
import type { Attachment } from '../concern.ts';
import { AGENCIES } from '../tasks/agencies.ts';
import type { CaseFile } from '../working/case-file.ts';
import { namesFrom, openCase } from '../working/see-case.ts';
import { timelineOf } from '../working/timeline.ts';
import { type CaseAnswer, type CasePress, caseEvent, changedMeanwhile, workOn } from '../working/work-on.ts';
import { type PackPlan, packPaper } from './pack-paper.ts';
import { PACK_PART_IDS, PACK_PARTS, personKey } from './pack-parts.ts';

export interface MakeReferralPack extends CasePress, PackPlan {}

/** `pack`: Drive's id of the file. */
export type PackAnswer = CaseAnswer & { pack: string };

const PDF = 'application/pdf';

/**
 * Makes a PDF of a case for an agency, keeps it with the case, and records with whom it was shared and why (rule 12). The file is there
 * before it is recorded, and is found by the press's key: whatever fails, the next press goes on with the same one.
 * @throws Refusal leading to `withWhom`, `why`, `parts`; `changed-meanwhile` when somebody who is not to be named is not in the case any
 *   more, so that a correction never brings a name back; as `workOn`; and when Google makes no more PDFs today
 */
export function makeReferralPack(request: MakeReferralPack, visit: Visit, memory: Memory): PackAnswer {
  const { key, reference, agency, withWhom, why, parts } = request;
  if (withWhom.trim() === '') throw new Refusal('whom-missing', 'Write who gets it', 'withWhom');
  if (why.trim() === '') throw new Refusal('reason-missing', 'Say why it is shared', 'why');
  if (parts.length === 0) throw new Refusal('nothing-chosen', 'Choose what goes into it', 'parts');
  const file = openCase({ reference }, visit);
  const kept = keepOnce(file, request, visit, memory);
  try {
    const titles = PACK_PART_IDS.filter((part) => parts.includes(part)).map((part) => PACK_PARTS[part]);
    const what = `Referral pack: ${titles.join('; ')}`;
    const share = { shared: true, withWhom: `${AGENCIES[agency]}: ${withWhom.trim()}`, what, why, at: visit.now, pack: kept };
    const events = [caseEvent('case information shared', reference, share)];
    const answer = workOn<PackAnswer>({ key, reference }, visit, () => ({ events, answer: { reference, pack: kept.id } }), { closedToo: true });
    // The same press came twice at once, and the other one was quicker: its file is the pack.
    if (answer.pack !== kept.id) removeForGood(kept.id);
    return answer;
  } catch (error) {
    // It is in no journal: nobody could open it.
    if (error instanceof Refusal) removeForGood(kept.id);
    throw error;
  }
}

/** Puts the pack into Drive, unless an earlier try with the same key has. */
function keepOnce(file: CaseFile, request: MakeReferralPack, { me, school, now, records, roll }: Visit, memory: Memory): Attachment {
  const { key: press, reference, agency, hidden } = request;
  const key = `pack-${hashOf(`${reference} ${press}`).slice(0, 40)}`;
  const name = `Referral pack ${reference} ${agency}.pdf`;
  const id = findFiled([key]).get(key);
  const standing = id === undefined ? null : contentOf(id);
  if (id !== undefined && standing !== null) return { id, name, mimeType: PDF, bytes: standing.length, sha256: hashOfBytes(standing) };
  if (hidden.some((each) => !file.people.some((person) => personKey(person) === each)))
    throw changedMeanwhile('Somebody has corrected the people of this case meanwhile.', 'hidden');
  // Links with other cases are left out: whoever reads the pack may be named in one of those.
  const whole = { ...file, timeline: timelineOf(records.history(reference), namesFrom(roll)) };
  return keepAttachment({ key, name, mimeType: PDF }, bytesOf(packPaper(whole, request, { ...me, at: ukTime(now) }, school), name), memory.files);
}

function bytesOf(html: string, name: string): number[] {
  try {
    return pdfBlob(html, name).getBytes();
  } catch (error) {
    if (!isDailyLimit(error)) throw error;
    throw new Refusal('no-more-pdfs', 'Google makes no more PDFs for the school today. Print the page of the case instead, or come back tomorrow.');
  }
}
