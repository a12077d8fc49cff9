import { isAddress } from '../../records/mime.ts';
import type { OutgoingMail } from '../../records/outbox.ts';
import type { RecordsView } from '../../records/records.ts';
import { addDays, ukDate, ukDay } from '../../school/calendar.ts';
import { Refusal } from '../../school/refusal.ts';
import type { School } from '../../school/school.ts';
import type { Memory } from '../../school/settings.script.ts';
import type { IdempotencyKey, Visit } from '../../school/visit.ts';
import { settingsIn } from '../asking/agreement-settings.script.ts';
import type { AgreementEvents } from '../events.ts';
import { agreementTable, formTable } from '../published.ts';
import { type SignatureRow, signatureTable } from '../signatures.ts';
import { standingTable } from '../standings.ts';
import { agreementOf, chosenIn } from './countersign.ts';

export interface SendBack {
  key: IdempotencyKey;
  responseIds: string[];
  reason: string;
}

/**
 * Sends signatures back instead of approving them: each signer is asked again and gets a mail with the reason (A2).
 * @returns how many, and how many of them have no address that a mail could go to
 * @throws Refusal as for an approval, and when there is no reason
 */
export function sendBack(request: SendBack, visit: Visit, memory: Memory): { sentBack: number; untold: number } {
  return decideBack(request, visit, memory, (view) => chosenIn(view, request.responseIds, visit));
}

/**
 * Asks whoever signed on a form that was changed by hand to sign the right text: what they sent counts for nothing (A13).
 * @throws Refusal when one is dealt with already, or there is no reason
 */
export function askForRightText(request: SendBack, visit: Visit, memory: Memory): { sentBack: number; untold: number } {
  return decideBack(request, visit, memory, (view) =>
    [...new Set(request.responseIds)].map((id) => {
      const row = view.find(signatureTable, id);
      if (row?.state !== 'form was changed')
        throw new Refusal('settled-meanwhile', 'Somebody else has dealt with this meanwhile. Nothing was recorded.', 'reason');
      return row;
    }),
  );
}

function decideBack(request: SendBack, visit: Visit, memory: Memory, choose: (view: RecordsView) => SignatureRow[]): { sentBack: number; untold: number } {
  const { me, school, records, now } = visit;
  const reason = request.reason.trim();
  if (reason === '') throw new Refusal('reason-missing', 'Write why, so that the person knows what to do differently', 'reason');
  const due = addDays(ukDay(now), settingsIn(memory).dueAfterDays);
  return records.decide({ key: request.key, actor: me.email, reads: [agreementTable, formTable, signatureTable, standingTable] }, (view) => {
    const rows = choose(view);
    const mails = rows.flatMap((row): OutgoingMail | never[] => mailBack(row, reason, due, view, school) ?? []);
    return {
      events: rows.map((row) => {
        const payload: AgreementEvents['signature sent back'] = { responseId: row.responseId, reason, due, standings: [...row.standings] };
        return { action: 'signature sent back', subject: row.responseId, payload };
      }),
      mails,
      answer: { sentBack: rows.length, untold: rows.length - mails.length },
    };
  });
}

/** Null for somebody without an address. */
function mailBack(row: SignatureRow, reason: string, due: string, view: RecordsView, school: School): OutgoingMail | null {
  if (!isAddress(row.email)) return null;
  const { id, title } = agreementOf(view, row);
  const form = view.rows(formTable).find(({ agreementId, kind, inUse }) => agreementId === id && kind === row.formKind && inUse);
  return {
    to: [row.email],
    subject: `Please sign again: ${title}`,
    body: [
      `What you signed at ${school.name} ("${title}") could not be accepted as it is:`,
      '',
      reason,
      '',
      ...(form ? [`Please sign it again by ${ukDate(due)}:`, form.address] : ['The school will tell you where to sign it again.']),
      '',
      'If you have a question about this, ask the school office.',
    ].join('\n'),
    mayWait: true,
  };
}
