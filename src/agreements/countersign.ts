import type { OutgoingMail } from '../records/outbox.ts';
import { Refusal } from '../school/refusal.ts';
import type { School } from '../school/school.ts';
import { ukTime } from '../school/uk-time.ts';
import type { IdempotencyKey, Visit } from '../school/visit.ts';
import { type AgreementVersion, plainText } from './agreement.ts';
import type { AgreementEvents } from './events.ts';
import { copyAddress } from './register.ts';
import { type SignatureRow, signatureTable } from './signatures.ts';
import { standingTable } from './standings.ts';
import { TextsSigned } from './texts.ts';

/** Characters; an outbox entry holds a little more. */
const LONGEST_IN_MAIL = 18_000;

export interface Countersign {
  key: IdempotencyKey;
  responseIds: string[];
}

/**
 * Approves signatures: "set this user up on our systems" (A2). Each signer gets a copy of exactly what they agreed to.
 * @throws Refusal when one is the approver's own, is not waiting any more, or was signed on a changed form; then none is approved
 */
export function countersign(request: Countersign, { me, school, records, now }: Visit): { approved: number } {
  const chosen = [...new Set(request.responseIds)];
  if (chosen.length === 0) throw new Refusal('nothing-chosen', 'Choose at least one signature to approve', 'signatures');
  const texts = new TextsSigned(records);
  return records.decide({ key: request.key, actor: me.email, reads: [signatureTable], writes: [standingTable] }, (view) => {
    const rows = chosen.map((id) => waiting(view.find(signatureTable, id), me.email));
    return {
      events: rows.map((row) => {
        const payload: AgreementEvents['signature approved'] = {
          ...{ responseId: row.responseId, approver: me.email, approverName: me.name },
          ...{ accessEnds: null, seenInPerson: false, standings: [...row.standings] },
        };
        return { action: 'signature approved', subject: row.responseId, payload };
      }),
      mails: rows.map((row) => copyMail(row, texts.of(row), { name: me.name, at: now }, school)),
      answer: { approved: rows.length },
    };
  });
}

function waiting(row: SignatureRow | undefined, approver: string): SignatureRow {
  if (!row) throw new Refusal('no-such-signature', 'That signature is not on record. Reload the page.');
  if (row.email === approver) throw new Refusal('own-signature', 'You cannot approve your own agreement: ask another person who may approve.');
  if (row.state === 'form was changed')
    throw new Refusal(
      'form-was-changed',
      `${row.fullName} signed on a form whose text had been changed by hand. They must sign again once the form is mended.`,
    );
  if (row.state !== 'awaiting approval') throw new Refusal('not-waiting', `${row.fullName}'s agreement is "${row.state}" already. Reload the page.`);
  return row;
}

/** A copy of exactly what was agreed to, with what proves it (A11). */
function copyMail(row: SignatureRow, agreement: AgreementVersion, approval: { name: string; at: string }, school: School): OutgoingMail {
  const text = plainText(agreement);
  return {
    to: [row.email],
    subject: `Your copy: ${agreement.title}`,
    body: [
      `This is your copy of what you agreed to at ${school.name}. Keep it. You can read it at any time, signed in with your school account:`,
      copyAddress(row.responseId, school),
      '',
      ...factsOf(row, agreement).map(({ label, value }) => `${label}: ${value}`),
      `Approved: by ${approval.name}, ${ukTime(approval.at)}`,
      '',
      text.length <= LONGEST_IN_MAIL ? text : 'The text is too long for a mail: it is at the address above, whole.',
    ].join('\n'),
  };
}

/** What proves a signature, in words: version and fingerprint of the text, account, time, form response. */
export function factsOf(row: SignatureRow, agreement: AgreementVersion): { label: string; value: string }[] {
  return [
    { label: 'Signed by', value: `${row.fullName}${row.role ? `, ${row.role}` : ''}` },
    { label: 'Account', value: `${row.email} (${row.address})` },
    { label: 'Signed', value: ukTime(row.signedAt) },
    { label: 'Version', value: String(agreement.version) },
    { label: 'Fingerprint of the text (SHA-256)', value: agreement.sha256 },
    { label: 'Form response', value: row.responseId },
  ];
}
