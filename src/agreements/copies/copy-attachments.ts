import type { Outbox } from '../../records/outbox.sheet.ts';
import { type AttachmentFor, NotYetAttached } from '../../records/outbox-drafts.mail.ts';
import { isDailyLimit, messageOf } from '../../records/patience.script.ts';
import type { Visit } from '../../school/visit.ts';
import { type SignatureRow, signatureTable } from '../signatures.ts';
import { COPY } from './copy-mail.ts';
import { copyPdf } from './copy-pdf.script.ts';
import { copyFileName } from './copy-place.ts';
import { signedCopies } from './signed-copies.ts';
import type { SignedCopy } from './signed-copy.ts';

/** Copies that are read together: so many mails are drafted in a step. */
const AT_ONCE = 25;

/**
 * Makes the copies that mails carry, when a mail goes (A11). What is on record is read once for those that go next. A copy that does not
 * count any more is not there.
 */
export function copyAttachments(visit: Visit, outbox: Pick<Outbox, 'waiting'>): AttachmentFor {
  const read = new Map<string, { row: SignatureRow; copy: () => SignedCopy } | null>();
  let obstacle: NotYetAttached | null = null;

  const readNext = (responseId: string) => {
    const waiting = outbox.waiting().flatMap(({ attachment }) => (attachment?.startsWith(COPY) ? attachment.slice(COPY.length) : []));
    const next = [...new Set([responseId, ...waiting.slice(waiting.indexOf(responseId) + 1)])].slice(0, AT_ONCE);
    const view = visit.records.view([signatureTable]);
    const rows = next.flatMap((id) => view.find(signatureTable, id) ?? []).filter(({ state }) => state === 'signed' || state === 'approved');
    const copyOf = signedCopies(rows, visit);
    for (const id of next) read.set(id, null);
    for (const row of rows) read.set(row.responseId, { row, copy: () => copyOf(row) });
  };

  return (reference) => {
    if (!reference.startsWith(COPY)) return null;
    // What keeps one copy from being made now keeps all: no need to hear it again for each mail.
    if (obstacle !== null) throw obstacle;
    const responseId = reference.slice(COPY.length);
    try {
      if (!read.has(responseId)) readNext(responseId);
    } catch (error) {
      // The records, or the list of people: there is nothing wrong with this copy.
      obstacle = new NotYetAttached(messageOf(error));
      throw obstacle;
    }
    const found = read.get(responseId);
    if (!found) return null;
    const copy = found.copy();
    const name = copyFileName(copy, found.row);
    try {
      return { name, contentType: 'application/pdf', bytes: copyPdf(copy, name).getBytes() };
    } catch (error) {
      if (isDailyLimit(error)) obstacle = new NotYetAttached(messageOf(error));
      throw obstacle ?? error;
    }
  };
}
