import { isAddress } from '../records/mime.ts';
import type { OutgoingMail } from '../records/outbox.ts';
import type { School } from '../school/school.ts';
import { ukTime } from '../school/uk-time.ts';
import type { AgreementVersion } from './agreement.ts';
import { copyAddress } from './register.ts';
import type { SignatureRow } from './signatures.ts';

/**
 * The mail that gives a signer their copy (A11): with an account of the school a link to it, without one what proves the signature.
 * @param approval by whom and when (ISO 8601, UTC); null where none is wanted
 * @returns null for somebody without an address: the approver prints the copy for them
 */
export function copyMailFor(
  row: SignatureRow,
  agreement: Pick<AgreementVersion, 'title'>,
  approval: { name: string; at: string } | null,
  school: School,
): OutgoingMail | null {
  if (!isAddress(row.email)) return null;
  const hasAccount = row.email.endsWith(`@${school.domain}`);
  const where = hasAccount
    ? ['You can read and print it at any time, signed in with your school account:', copyAddress(row.responseId, school)]
    : ['The school keeps the whole text as you agreed to it. The office gives you a copy when you ask for one.'];
  return {
    to: [row.email],
    subject: `Your copy: ${agreement.title}`,
    body: [
      `This is about what you agreed to at ${school.name}. Keep it.`,
      '',
      ...where,
      '',
      ...factsOf(row).map(({ label, value }) => `${label}: ${value}`),
      ...(approval ? [`Approved: by ${approval.name}, ${ukTime(approval.at)}`] : []),
    ].join('\n'),
    mayWait: true,
  };
}

/** What proves a signature, in words: version and fingerprint of the text, account, time, form response. */
export function factsOf(row: SignatureRow): { label: string; value: string }[] {
  return [
    { label: 'Signed by', value: `${row.fullName}${row.role ? `, ${row.role}` : ''}` },
    { label: 'Account', value: row.email ? `${row.email} (${row.address})` : 'none given' },
    { label: 'Signed', value: ukTime(row.signedAt) },
    { label: 'Version', value: String(row.version) },
    { label: 'Fingerprint of the text (SHA-256)', value: row.sha256 },
    { label: 'Form response', value: row.responseId },
  ];
}
