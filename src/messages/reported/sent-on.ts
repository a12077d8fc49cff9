import type { Reported } from '../triage/arrived.ts';
import { parseForwarded } from './parse-forwarded.ts';
import { parseReport } from './parse-report.ts';

/** The message inside a mail with which a person sent it on, by the card or by hand; null for any other mail (C2). */
export function sentOn(subject: string, text: string): Reported | null {
  return parseReport(subject, text) ?? parseForwarded(text);
}
