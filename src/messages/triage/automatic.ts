import type { Automatic } from './arrived.ts';
import type { Headers } from './arrived-headers.ts';

/**
 * Whether nobody wrote this mail just then. Only Gmail's own label says that the office sent it: an address is a claim.
 * @param from the sender's address, lower case
 */
export function automaticOf(message: GoogleAppsScript.Gmail.Schema.Message, header: Headers, from: string): Automatic {
  if ((message.labelIds ?? []).some((label) => label === 'SENT' || label === 'DRAFT' || label === 'CHAT')) return 'ours';
  if (isBounce(message, header, from)) return 'bounce';
  if (/@(?:[\w-]+\.)*google(?:mail)?\.com$/.test(from) && /^(?:[\w.+-]*-)?no-?reply|notification|^forwarding-|^drive-/.test(from)) return 'google';
  const submitted = header.first('Auto-Submitted').trim().toLowerCase();
  const precedence = header.first('Precedence').trim().toLowerCase();
  if ((submitted !== '' && !submitted.startsWith('no')) || precedence === 'auto_reply' || header.first('X-Autoreply') !== '') return 'automatic reply';
  if (header.first('List-Id') !== '' || header.first('List-Unsubscribe') !== '' || /^(?:bulk|list|junk)$/.test(precedence)) return 'list';
  return '';
}

function isBounce(message: GoogleAppsScript.Gmail.Schema.Message, header: Headers, from: string): boolean {
  return (
    message.payload?.mimeType?.toLowerCase() === 'multipart/report' ||
    header.first('X-Failed-Recipients') !== '' ||
    header.first('Return-Path').trim() === '<>' ||
    /^(?:mailer-daemon|postmaster)@/.test(from)
  );
}
